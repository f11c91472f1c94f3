"""A real backend process of a county whose clock and service model a test may change while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from server_stub.bootstrap.wiring import WallClock
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.working_days import is_working_day
from server_stub.settings.days_off import days_off
from tests.support.rig import MODEL, Account, Rig, a_new_rig


@dataclass(slots=True)
class CountyInTime:
    """The process, the file its clock is set by, and how many service models were loaded."""

    rig: Rig
    clock: Path
    monday: date
    versions: int = 1

    def is_now(self, day: date, wall: time) -> None:
        """Set the backend's clock to a time on a wall in Helsinki; it goes on from there."""
        wanted = datetime.combine(day, wall, HELSINKI).timestamp() * 1000
        self.clock.write_text(str(round(wanted) - WallClock().millis()), encoding="ascii")

    def use(self, source: str) -> None:
        """Load and activate another service model by the console, beside the running backend."""
        self.versions += 1
        file = self.rig.folder / f"model {self.versions}.yaml"
        file.write_text(source, encoding="utf-8")
        for words in (("load", str(file)), ("activate", str(self.versions))):
            said = self.rig.run("model", *words)
            assert said.returncode == 0, said.stderr

    def use_hours(self, hours: str) -> None:
        """The shipped example with other hours of its chat."""
        source, weekly = MODEL.read_text(encoding="utf-8"), "weekly: {mon-fri: 8-16}"
        assert weekly in source
        self.use(source.replace(weekly, hours, 1))


def ordinary_monday() -> date:
    """A Monday to come, in a week without a day off."""
    today = datetime.fromtimestamp(WallClock().millis() / 1000, HELSINKI).date()
    free = days_off([today.year, today.year + 1])
    day = today + timedelta(days=7 - today.weekday())
    while not all(is_working_day(day + timedelta(days=n), free) for n in range(5)):
        day += timedelta(days=7)
    return day


@contextmanager
def a_county_in_time(folder: Path, *accounts: Account) -> Iterator[CountyInTime]:
    """Not for practice: it opens and closes. It begins on an ordinary Monday at noon."""
    rig = a_new_rig(folder / "data", accounts, is_practice=False)
    county = CountyInTime(rig, folder / "clock", ordinary_monday())
    county.is_now(county.monday, time(12, 0))
    rig.start("--clock", str(county.clock), module="tests.history.rigged")
    try:
        yield county
    finally:
        rig.kill()


def look_until(page: Page, what: str, words: str) -> None:
    """The customer comes back to the window now and then, until it says so there."""
    for _ in range(150):
        # A date and a time are kept together by spaces that do not break: to a reader they are spaces.
        if words in " ".join(" ".join(page.locator(what).all_inner_texts()).split()):
            return
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_timeout(100)
    expect(page.locator(what).first).to_contain_text(words, timeout=1000)
