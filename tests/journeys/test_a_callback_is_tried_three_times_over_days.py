"""A callback request from the page to its end: two desks want it, one calls, three days, not reached.

Everything is a process of its own and shipped as it is: Chromium, two workstations, the backend, whose clock
alone is set by the test; each day begins with a sign-in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from server_stub.bootstrap.wiring import WallClock
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.working_days import is_working_day
from server_stub.settings.days_off import days_off
from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig
from tests.support.toll_line import Place, TollLine, a_toll_line

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],))
JOHAN = Account("johan", "Johan Lindqvist", (QUEUES["adults"],))


@dataclass(slots=True)
class House:
    """Everybody in it, and the clock on the backend's wall."""

    rig: Rig
    clock: Path
    first_day: datetime
    maija: Desktop
    johan: Desktop
    johans_line: TollLine
    sari: PageCustomer

    def is_now(self, day: int, hour: int, minute: int) -> None:
        """Set the clock: the working day since the first, and the time on a wall in Helsinki."""
        wanted = self.first_day.replace(hour=hour, minute=minute) + timedelta(days=day)
        self.clock.write_text(str(round(wanted.timestamp() * 1000) - WallClock().millis()), encoding="ascii")

    def come_to_calls(self, desk: Desktop, account: Account) -> None:
        """Sign in and turn to the callback requests."""
        desk.come_in(account.user_name, PASSWORD)
        desk.do("press", name="railCallbacks")
        desk.until(lambda seen: seen["calls"]["list"])


def three_days_ahead() -> datetime:
    """A Monday to come, with two working days after it."""
    now = datetime.fromtimestamp(WallClock().millis() / 1000, HELSINKI)
    day = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=10)
    free = days_off([day.year, day.year + 1])
    while day.weekday() != 0 or not all(
        is_working_day((day + timedelta(days=n)).date(), free) for n in range(3)
    ):
        day += timedelta(days=1)
    return day


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        line = inside.enter_context(a_toll_line(lambda: rig.port))
        johans_way = f"http://127.0.0.1:{line.port}"
        rig.settings += (f"public_origin={johans_way}",)
        desks = []
        for account, way in ((MAIJA, None), (JOHAN, johans_way)):
            session = inside.enter_context(a_session())
            desks.append((account, way, session))
        clock = tmp_path / "clock"
        clock.write_text("0", encoding="ascii")
        rig.start("--clock", str(clock), module="tests.history.rigged")
        inside.callback(rig.kill)
        made = [
            Desktop(tmp_path / account.user_name, server=way or rig.url, session=session)
            for account, way, session in desks
        ]
        browser = inside.enter_context(a_browser())
        sari = PageCustomer(browser, rig.url, language="fi")
        inside.callback(sari.close)
        house = House(rig, clock, three_days_ahead(), made[0], made[1], line, sari)
        house.is_now(0, 9, 0)
        for desk in made:
            desk.start()
            inside.callback(desk.close)
        yield house
        assert sari.errors == []


def test_a_request_is_tried_three_times_over_days_and_closes_as_not_reached(house: House):
    """R109, R110, R111, R112, R113: left on the page, one desk of two calls, three misses over days, told."""
    sari_leaves_her_number(house)
    both_want_it_and_one_has_it(house)
    a_miss_is_recorded(house, "outcome_no_answer", "yrityksiä 1/3")
    house.johan.close()
    another_day(house, 1, 9, 30)
    a_miss_is_recorded(house, "outcome_busy", "yrityksiä 2/3")
    another_day(house, 2, 13, 0)
    house.maija.until(
        lambda seen: seen["calls"]["callbackConsequence"].startswith("Kolmas yritys on viimeinen.")
    )
    her_desk_is_killed_while_it_rings(house)
    the_last_miss_is_wrapped_up(house)
    for name in ("claimCallback", "dial", "recordAttempt"):
        with pytest.raises(AssertionError, match="to be seen"):
            house.maija.do("press", name=name)
    house.sari.page.reload()
    house.sari.sees(".callback-status", "Emme tavoittaneet sinua kolmella yrityksellä.")
    house.maija.close()
    house.rig.stop()
    assert house.rig.audit_verifies()
    assert kept_in(house.rig) == [("toimeentulo", None, "Ei vastannut kertaakaan.", "ttt_ehk")]


def sari_leaves_her_number(house: House) -> None:
    page = house.sari.page
    page.goto("/?lang=fi")
    page.locator("#callback-offer").click()
    page.locator("#callback-topic").select_option("toimeentulo")
    page.locator("#callback-phone").fill("040 123 4567")
    page.locator(".callback button[type=submit]").click()
    expect(page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")


def both_want_it_and_one_has_it(house: House) -> None:
    """Both press before either is told; Johan's line is the slower one."""
    for desk, account in ((house.maija, MAIJA), (house.johan, JOHAN)):
        house.come_to_calls(desk, account)
        desk.do("choose", list="callbackList", part="yrityksiä 0/3")
    house.johans_line.stop("ClaimCallback", Place.GOING)
    house.johan.do("key", on="callbackList", key="Return")
    house.johans_line.wait_until_stopped()
    house.maija.do("key", on="callbackList", key="Return")
    house.maija.until(lambda seen: seen["calls"]["callbackNumber"] == "040 123 4567")
    house.johans_line.let_go()
    told = house.johan.until(lambda seen: seen["strips"]["notice"])
    assert told.startswith("Soittopyyntöä ei otettu vastaan.")
    house.johan.until(lambda seen: "Maija Lehtonen" in seen["calls"]["list"][1])
    assert house.johan.look()["calls"]["callbackNumber"] == "040 ••• ••67"


def another_day(house: House, day: int, hour: int, minute: int) -> None:
    """Maija begins another day, and takes the request."""
    house.maija.close()
    house.is_now(day, hour, minute)
    house.maija.start()
    house.come_to_calls(house.maija, MAIJA)
    house.maija.do("choose", list="callbackList", part=f"yrityksiä {day}/3")
    house.maija.do("key", on="callbackList", key="Return")
    house.maija.until(lambda seen: seen["calls"]["callbackNumber"] == "040 123 4567")


def her_desk_is_killed_while_it_rings(house: House) -> None:
    """R111: the desk that comes back asks what came of the call, before she has chosen anything."""
    house.maija.do("press", name="dial")
    house.maija.until(lambda seen: any("mitä siitä tuli?" in row for row in seen["calls"]["list"]))
    house.maija.kill()
    house.maija.start()
    house.come_to_calls(house.maija, MAIJA)
    house.maija.until(lambda seen: any("mitä siitä tuli?" in row for row in seen["calls"]["list"]))
    house.maija.until(lambda seen: seen["calls"]["callbackNumber"] == "040 123 4567")


def the_last_miss_is_wrapped_up(house: House) -> None:
    """R127, R130: by number keys, with the record that closes the request."""
    house.maija.do("press", name="outcome_voicemail")
    reasons = house.maija.until(lambda seen: seen["calls"]["reasons"])
    assert reasons[0] == "Täydentävä toimeentulotuki, yhteydenoton syy, valittu (1)"
    house.maija.do("key", on="contactReasons", key="2")
    house.maija.do("write", name="wrapUpNotes", text="Ei vastannut kertaakaan.")
    house.maija.do("key", on="contactReasons", key="Return")
    house.maija.until(lambda seen: any("ei tavoitettu, päättyi" in row for row in seen["calls"]["list"]))
    house.maija.until(lambda seen: seen["calls"]["reasons"] is None)


def kept_in(rig: Rig) -> list[tuple[str, str | None, str, str]]:
    """What the backend has recorded of calls: topic, outcome, notes, contact reason."""
    query = (
        "SELECT w.topic_id, w.outcome, w.notes, r.code_id FROM call_wrap_ups w"
        " LEFT JOIN call_wrap_up_reasons r ON r.callback = w.callback"
    )
    with opened(rig.database, rig.key_file) as connection:
        return [tuple(row) for row in connection.execute(query)]


def a_miss_is_recorded(house: House, outcome: str, then: str) -> None:
    house.maija.do("press", name="dial")
    house.maija.until(lambda seen: any("mitä siitä tuli?" in row for row in seen["calls"]["list"]))
    for name in (outcome, "recordAttempt"):
        house.maija.do("press", name=name)
    house.maija.until(lambda seen: any(then in row for row in seen["calls"]["list"]))
