"""Opening hours are changed beside a running backend: an exception, a day off, another week from a date.

One process serves all the while; its clock and its service model change under an open page.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from server_stub.settings.days_off import days_off
from tests.support.chromium import a_browser
from tests.support.county_in_time import CountyInTime, a_county_in_time, look_until

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

OPEN, CLOSED = "#screen form button[type=submit]", ".closed-notice"


@pytest.fixture
def county(tmp_path: Path) -> Iterator[CountyInTime]:
    with a_county_in_time(tmp_path) as made:
        yield made


@pytest.fixture
def page(county: CountyInTime) -> Iterator[Page]:
    with a_browser() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=county.rig.url)
        yield context.new_page()
        context.close()


def is_open(page: Page) -> None:
    """An open page shows it without a reload."""
    look_until(page, OPEN, "Aloita chat nimettömänä")


def is_closed(page: Page, *words: str) -> None:
    """And names the hours and the next opening."""
    look_until(page, CLOSED, "chat on suljettu tällä hetkellä")
    for part in words:
        look_until(page, CLOSED, part)


def opens(day: date, wall: str) -> str:
    """How the page says it."""
    weekday = ("ma", "ti", "ke", "to", "pe", "la", "su")[day.weekday()]
    return f"Avaamme {weekday} {day.day}.{day.month}. klo {wall}."


def next_weekday_off(after: date) -> date:
    """A day off that the holidays of Finland make, on a weekday."""
    free = days_off([after.year, after.year + 1])
    return min(day for day in free if day > after and day.weekday() < 4)


def test_hours_change_while_the_page_is_open_and_the_process_lives_on(county: CountyInTime, page: Page):
    """R001, R002, R003, R011, R023: weekly hours, a dated exception, a day off and a dated version."""
    assert county.rig.process is not None
    pid = county.rig.process.pid
    monday = county.monday
    tuesday, wednesday, later = (monday + timedelta(days=days) for days in (1, 2, 7))
    county.is_now(monday, time(10, 30))
    page.goto("/?lang=fi")
    is_open(page)
    page.locator("#first-words").fill("Kesken")

    county.use_hours(
        f"""weekly: {{mon-fri: 9-11}}
      exceptions: [{{date: {tuesday}, open: 13-14}}, {{date: {wednesday}, open: closed}}]
      changes: [{{from: {later}, weekly: {{tue-thu: 13-16}}}}]"""
    )
    county.is_now(monday, time(11, 30))
    is_closed(page, "arkisin klo 9–11", opens(tuesday, "13.00"))
    county.is_now(tuesday, time(10, 0))
    is_closed(page, opens(tuesday, "13.00"))
    county.is_now(tuesday, time(13, 30))
    is_open(page)
    expect(page.locator("#first-words")).to_have_value("Kesken")
    county.is_now(wednesday, time(10, 0))
    is_closed(page, opens(wednesday + timedelta(days=1), "9.00"))
    county.is_now(later, time(10, 0))
    is_closed(
        page, "kolmena iltapäivänä viikossa: ti–to klo 13–16", opens(later + timedelta(days=1), "13.00")
    )
    county.is_now(later + timedelta(days=1), time(13, 30))
    is_open(page)

    county.use_hours("weekly: {mon-fri: 10-14}")
    holiday = next_weekday_off(later + timedelta(days=7))
    county.is_now(holiday, time(12, 0))
    is_closed(page, "arkisin klo 10–14", "klo 10.00.")
    expect(page.locator(".ways").first).to_contain_text("09 555 0120")
    county.use_hours("weekly: {mon-fri: 10-14}\n      open_on_days_off: yes")
    is_open(page)
    expect(page.locator("#first-words")).to_have_value("Kesken")
    assert county.rig.process.pid == pid
