"""A professional writes to the customer of a chat, as agreed; she finds it when she identifies, and answers.

Page, provider, backend and desk are processes of their own, shipped as they are (trust.md U07). The customer
comes back in another browser, through the own pages of the provider.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.openid_provider import AINO, an_openid_provider
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
FIRST = "Milloin aika olisi?"
TIME = "Aika on varattu: tiistaina klo 10, Kirkkokatu 2."
INSTRUCTIONS = "Ota mukaan viimeisin paatos."
REPLY = "Kiitos, pääsen tulemaan."


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    rig: Rig
    maija: Desktop
    browser: Browser

    def aino(self) -> PageCustomer:
        """In a browser of her own, identified."""
        customer = PageCustomer(self.browser, self.rig.url, language="fi")
        customer.page.goto("/?lang=fi")
        customer.press("Tunnistaudu ennen keskustelua")
        customer.press(AINO.label)
        expect(customer.page.get_by_role("button", name="Aloita chat tunnistautuneena")).to_be_visible()
        return customer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        provider = inside.enter_context(an_openid_provider())
        rig = a_new_rig(tmp_path / "data", [MAIJA])
        rig.settings += provider.settings(tmp_path)
        rig.start()
        inside.callback(rig.kill)
        session = inside.enter_context(a_session())
        desk = Desktop(tmp_path / MAIJA.user_name, server=rig.url, session=session)
        desk.start()
        inside.callback(desk.close)
        desk.come_in(MAIJA.user_name, PASSWORD)
        yield House(rig, desk, inside.enter_context(a_browser()))


def test_a_time_is_confirmed_in_one_act_and_instructions_are_answered(house: House) -> None:
    """R117, R118, R119, R120, R121, R122."""
    she_asks_and_maija_answers(house)
    maija_confirms_the_time_while_they_talk(house)
    maija_instructs_when_the_chat_has_ended(house)
    she_finds_both_and_answers_the_one_that_is_open(house)
    maija_has_her_answer_among_the_messages(house)
    house.rig.kill()
    assert house.rig.audit_verifies()


def she_asks_and_maija_answers(house: House) -> None:
    aino = house.aino()
    aino.page.locator("#topic").select_option("perhe")
    aino.page.locator("#first-words").fill(FIRST)
    aino.press("Aloita chat tunnistautuneena")
    expect(aino.page.locator("#message")).to_be_visible()
    house.maija.until(lambda seen: seen["waiting"])
    house.maija.do("key", on="mainWindow", key="F2")
    house.maija.until(lambda seen: seen["front"] and "customerFullName" in seen["identity"])
    assert aino.errors == []
    aino.close()


def writes_as_agreed(house: House, text: str, button: str) -> None:
    house.maija.do("key", on="mainWindow", key="A", modifier="ControlModifier|ShiftModifier")
    house.maija.do("press", name="agreedHow_chat")
    house.maija.do("write", name="agreedText", text=text)
    house.maija.do("press", name=button)
    house.maija.until(lambda _: house.maija.do("unsent") == [])


def maija_confirms_the_time_while_they_talk(house: House) -> None:
    writes_as_agreed(house, TIME, "agreedSendClose")


def maija_instructs_when_the_chat_has_ended(house: House) -> None:
    house.maija.do("key", on="mainWindow", key="F9")
    house.maija.do("press", name="endNow")
    writes_as_agreed(house, INSTRUCTIONS, "agreedSendOpen")


def she_finds_both_and_answers_the_one_that_is_open(house: House) -> None:
    aino = house.aino()
    listed = aino.page.locator(".left-messages li")
    expect(listed).to_have_count(2)
    expect(listed.last).to_contain_text("Vain luettavaksi")
    listed.last.get_by_role("button").click()
    aino.sees("[role=log]", TIME)
    expect(aino.page.locator("#message")).to_have_count(0)
    aino.press("Aloita uusi keskustelu")
    expect(listed.first).to_contain_text("Voit vastata")
    listed.first.get_by_role("button").click()
    aino.sees("[role=log]", INSTRUCTIONS)
    aino.type(REPLY)
    aino.send()
    aino.sees(".talk", "Vastaamme viimeistään")
    assert aino.errors == []
    aino.close()


def maija_has_her_answer_among_the_messages(house: House) -> None:
    house.maija.do("key", on="mainWindow", key="8", modifier="ControlModifier")
    house.maija.do("choose", list="messageList", part="Asiakas")
    house.maija.do("press", name="openMessage")
    house.maija.until(lambda seen: seen["front"] and any(REPLY in line for line in seen["front"]["lines"]))
