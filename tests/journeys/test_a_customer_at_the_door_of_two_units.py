"""A customer at the door of a running backend: which unit, who is there, when it closes, what else there is.

The shipped example of two units behind one entry, in a process of its own whose clock the test sets; the
counsellor's desk is a process too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import a_browser
from tests.support.county_in_time import CountyInTime, a_county_in_time, look_until
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import MODEL, PASSWORD, Account

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

TWO_UNITS = MODEL.parent / "kaksi_yksikkoa.yaml"
MAIJA = Account("maija", "Maija Lehtonen", ("#soshON_ohjaus_ja_neuvonta_fi_chat",))


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    county: CountyInTime
    maija: Desktop
    sari: PageCustomer

    @property
    def page(self) -> Page:
        """What Sari looks at."""
        return self.sari.page


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        # A process is started before the browser, whose loop counts as running while it lives.
        session = inside.enter_context(a_session())
        county = inside.enter_context(a_county_in_time(tmp_path, MAIJA))
        county.use(TWO_UNITS.read_text(encoding="utf-8"))
        maija = Desktop(tmp_path / "maija", server=county.rig.url, session=session)
        sari = PageCustomer(inside.enter_context(a_browser()), county.rig.url, language="fi")
        inside.callback(sari.close)
        maija.start()
        inside.callback(maija.close)
        yield House(county, maija, sari)
        assert sari.errors == []


def test_a_customer_chooses_her_unit_is_greeted_and_served_to_the_end(house: House):
    """R003, R015, R023, R025, R027: units, the greeting, the last quarter, the other doors."""
    one_unit_is_closed_and_the_other_is_open(house)
    somebody_comes_and_she_is_greeted(house)
    it_closes_soon_and_she_is_in(house)
    it_has_closed_for_others(house)


def one_unit_is_closed_and_the_other_is_open(house: House) -> None:
    """On a Monday the adults' unit is closed: it says when it opens, and which doors are open meanwhile."""
    page = house.page
    page.goto("/?lang=fi")
    look_until(page, "#title", "Nuorten aikuisten palvelukeskus")
    units = page.get_by_role("group", name="Valitse, kuka sinua palvelee")
    units.get_by_role("radio", name="Aikuissosiaalityö").check()
    closed = page.locator(".closed-notice")
    expect(closed).to_contain_text("Palvelemme chatissa kolmena iltapäivänä viikossa: ti–to klo 13–16.")
    tuesday = house.county.monday + timedelta(days=1)
    expect(closed).to_contain_text(f"Avaamme ti {tuesday.day}.{tuesday.month}. klo 13.00.")
    expect(page.locator(".ways").first).to_be_visible()
    expect(page.locator(".ways").first).to_contain_text("09 555 0130")
    expect(page.locator("#callback-offer")).to_be_visible()
    units.get_by_role("radio", name="Nuorten aikuisten palvelukeskus").check()
    expect(page.locator("#first-words")).to_be_visible()


def somebody_comes_and_she_is_greeted(house: House) -> None:
    """Nobody is on duty; then a desk signs in, and the open page says so by itself."""
    page = house.page
    page.locator("#topic").select_option(label="En tiedä, kenelle asiani kuuluu")
    expect(page.locator("#foot")).to_contain_text("Paikalla ei ole juuri nyt neuvojaa")
    expect(page.locator("#screen .greeting")).to_be_hidden()
    house.maija.come_in(MAIJA.user_name, PASSWORD)
    look_until(page, "#screen .greeting", "Neuvoja on nyt paikalla. Kysy rohkeasti.")
    expect(page.locator("#topic")).to_have_value("en_tieda")


def it_closes_soon_and_she_is_in(house: House) -> None:
    """In the last quarter of an hour it is said before she begins, and she is still let in."""
    page = house.page
    house.county.is_now(house.county.monday, time(14, 50))
    look_until(page, "#closing-text", "Chat sulkeutuu klo\u00a015.00. Jos aloitat ennen sitä")
    page.locator("#first-words").fill("En tiedä, kuka auttaa")
    page.locator("form button[type=submit]").click()
    expect(page.locator("#title")).to_have_text("Olet jonossa")
    house.maija.until(lambda seen: any("En tiedä, kuka auttaa" in line for line in seen["waiting"]))


def it_has_closed_for_others(house: House) -> None:
    """At three the door is shut for those who come; who is in is answered, and told of the other doors."""
    page, maija = house.page, house.maija
    house.county.is_now(house.county.monday, time(15, 1))
    look_until(page, "#closing-text", "Chat on jo suljettu uusilta asiakkailta. Olet jonossa")
    expect(page.locator(".ways.card")).to_be_visible()
    expect(page.locator(".ways.card")).to_contain_text("09 555 0140")
    other = page.context.new_page()
    other.goto("/?lang=fi&service=nuoret")
    # The same browser goes on with its conversation: no second way in while she waits.
    expect(other.locator("#title")).to_have_text("Olet jonossa")
    other.close()
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: seen["front"] and any("kuka auttaa" in line for line in seen["front"]["lines"]))
    for _ in maija.type("Minä autan.", [0.02] * 11):
        continue
    maija.do("key", on="composer", key="Return")
    house.sari.sees(".line.counsellor", "Minä autan.")
    house.sari.end("Lopeta keskustelu")
    expect(page.locator("#title")).to_have_text("Keskustelu on päättynyt")
    expect(page.locator(".ways.card")).to_be_visible()
    expect(page.locator(".ways.card")).to_contain_text("09 555 0140")
    page.get_by_role("button", name="Aloita uusi keskustelu").click()
    look_until(page, ".closed-notice", "chat on suljettu tällä hetkellä")
