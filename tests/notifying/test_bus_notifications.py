"""Notifications over a real message bus, to a desktop in a process of its own, or to nobody."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.notifying.bus_notifications import BusNotifications
from tests.support.around_the_desk import a_desktop_shell

ICON = Path(__file__).parents[2] / "resources" / "icons" / "vuoro.svg"
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session's message bus with nobody on it."""
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as said:
        monkeypatch.setenv(ADDRESS, said.readline().strip())
    yield
    process.terminate()
    process.wait(timeout=20)


def notifications() -> BusNotifications:
    return BusNotifications(program="Vuoro", icon=ICON)


async def told_once(words: str = "Uusi viesti") -> bool:
    made = notifications()
    try:
        return await made.tell(words, opens="Näytä Vuoro")
    finally:
        await made.close()


@pytest.mark.usefixtures("bus")
def test_it_is_shown_with_its_words_and_can_be_pressed():
    async def tell_and_wait() -> None:
        made = notifications()
        assert await made.tell("Uusi viesti", opens="Näytä Vuoro")
        assert await made.tell("Uusi asiakas odottaa", opens="Näytä Vuoro")
        shell.until(lambda shell: len(shell.notifications) == 2)
        shell.does("click")
        assert await asyncio.wait_for(made.pressed(), 20) == "token 2"
        await made.close()

    with a_desktop_shell(os.environ) as shell:
        asyncio.run(tell_and_wait())
    assert [each["words"] for each in shell.notifications] == ["Uusi viesti", "Uusi asiakas odottaa"]
    assert {each["title"] for each in shell.notifications} == {"Vuoro"}
    assert shell.notifications[0]["actions"] == ["default", "Näytä Vuoro"]


@pytest.mark.usefixtures("bus")
def test_a_desktop_that_shows_none_is_told_from_one_that_does():
    assert asyncio.run(told_once()) is False
    with a_desktop_shell(os.environ):
        assert asyncio.run(told_once()) is True


def test_without_a_message_bus_nobody_shows_any(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv(ADDRESS, f"unix:path={tmp_path / 'none'}")
    assert asyncio.run(told_once()) is False
    monkeypatch.delenv(ADDRESS)
    assert asyncio.run(told_once()) is False


@pytest.mark.usefixtures("bus")
def test_a_desktop_that_comes_back_is_told_again():
    async def over_a_restart() -> list[bool]:
        made = notifications()
        answers = []
        for _ in range(2):
            with a_desktop_shell(os.environ):
                answers.append(await made.tell("Uusi viesti", opens="Näytä Vuoro"))
            answers.append(await made.tell("Uusi viesti", opens="Näytä Vuoro"))
        await made.close()
        return answers

    assert asyncio.run(over_a_restart()) == [True, False, True, False]
