"""The customer leaves, the workstation dies twice under the wrap-up: she is free, nothing is lost or doubled.

Chromium, the workstation over its keyring and folder and the backend over its encrypted file are each a
process of its own, as shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],))
MISSING = "päättäminen kesken"
NOTES = "kelaan"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it; Maija has two computers."""

    rig: Rig
    desk: Desktop
    other_desk: Desktop
    sari: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA])
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for name in ("office", "home"):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / name, server=rig.url, session=session)
            inside.callback(desk.close)
            desks.append(desk)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        yield House(rig, desks[0], desks[1], sari)
        assert sari.errors == []


def test_the_customer_leaves_first_and_is_wrapped_up_afterwards(house: House):
    """R127: recorded once, whatever happens in between; the customer waits for none of it."""
    desk, sari = house.desk, house.sari
    _begin(desk)
    sari.enter("toimeentulo", "Rahat ovat loppu")
    desk.until(lambda seen: _said(seen["waiting"], "Rahat ovat loppu"))
    desk.do("key", on="mainWindow", key="F2")
    desk.until(lambda seen: seen["front"] and _said(seen["front"]["lines"], "Rahat ovat loppu"))
    sari.end("Lopeta keskustelu")
    sari.sees("#title", "Keskustelu on päättynyt")
    desk.until(lambda seen: MISSING in seen["tabs"][0])

    _open_sheet(desk)
    for letter in NOTES.upper():
        desk.do("key", on="wrapUpNotes", key=letter)
    desk.until(lambda seen: seen["wrap_up"]["notes"] == NOTES)
    # The first key of a draft is on the disk at once, the last within the second: both are good.
    desk.kill()
    _begin(desk)
    desk.until(lambda seen: MISSING in seen["tabs"][0])
    _open_sheet(desk)
    kept = desk.look()["wrap_up"]["notes"]
    assert kept
    assert NOTES.startswith(kept)

    _begin(house.other_desk)
    house.other_desk.until(lambda seen: MISSING in seen["tabs"][0])
    house.other_desk.close()

    desk.do("key", on="contactReasons", key="2", modifier="AltModifier")
    desk.do("key", on="contactReasons", key="Return")
    desk.kill()
    _begin(desk)
    if desk.look()["tabs"]:
        # Killed before the row was on the disk: then the notes are a draft still, and she finishes again.
        _finish_what_is_left(desk)
    desk.until(lambda seen: seen["tabs"] == [])

    desk.close()
    house.rig.stop()
    assert _kept_in(house.rig) == [("toimeentulo", "ohjattu", kept, "ttt_tayd")]


def _begin(desk: Desktop) -> None:
    desk.start()
    desk.come_in(MAIJA.user_name, PASSWORD)


def _open_sheet(desk: Desktop) -> None:
    desk.do("key", on="mainWindow", key="F9")
    reasons = desk.until(lambda seen: seen["wrap_up"] and seen["wrap_up"]["reasons"])
    assert reasons[0] == "Täydentävä toimeentulotuki, yhteydenoton syy, valittu (1)"


def _finish_what_is_left(desk: Desktop) -> None:
    """The wrap-up is on its way by itself, or still to be finished: whichever comes true."""
    seen = desk.until(lambda seen: {"tabs": seen["tabs"], "link": seen["link"]})
    if seen["tabs"]:
        try:
            _open_sheet(desk)
            desk.do("key", on="contactReasons", key="2", modifier="AltModifier")
            desk.do("key", on="contactReasons", key="Return")
        except AssertionError:
            # It went by itself meanwhile.
            return


def _kept_in(rig: Rig) -> list[tuple[str, str, str, str]]:
    """What the backend has recorded: topic, outcome, notes, contact reason; a row for each."""
    query = (
        "SELECT w.topic_id, w.outcome, w.notes, r.code_id FROM wrap_ups w"
        " LEFT JOIN wrap_up_reasons r ON r.conversation = w.conversation"
    )
    with opened(rig.database, rig.key_file) as connection:
        return [tuple(row) for row in connection.execute(query)]


def _said(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)
