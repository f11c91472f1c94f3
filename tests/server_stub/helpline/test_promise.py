"""By when an answer is due: working days as Kela counts them (R124; domain.md B4)."""

from datetime import date, datetime

import pytest

from server_stub.helpline.calling_time import moment
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.promise import due_at
from server_stub.settings.days_off import days_off
from tests.support.consultation_builders import at

DAYS_OFF = days_off([2026, 2027])
TABLE = [
    ("2026-04-01", "2026-04-02", "2026-04-08"),
    ("2026-04-30", "2026-05-04", "2026-05-06"),
    ("2026-12-22", "2026-12-23", "2026-12-29"),
    ("2026-12-30", "2026-12-31", "2027-01-05"),
    ("2027-06-23", "2027-06-24", "2027-06-29"),
    ("2026-11-22", "2026-11-24", "2026-11-26"),
]


@pytest.mark.parametrize("clock", ["00:00", "09:40", "16:00", "23:59"])
@pytest.mark.parametrize(("asked", "in_one", "in_three"), TABLE)
def test_a_promise_is_due_at_four_on_the_day_of_the_table(
    asked: str, in_one: str, in_three: str, clock: str
) -> None:
    """R124: whatever the hour of asking, day 0 is the day of asking, or the next working day."""
    for days, due in ((1, in_one), (3, in_three)):
        found = moment(due_at(at(f"{asked} {clock}"), days, DAYS_OFF))
        assert found == datetime.fromisoformat(f"{due} 16:00").replace(tzinfo=HELSINKI)


def test_a_local_closing_day_is_not_counted() -> None:
    local = days_off([2026], local_closing_days=[date(2026, 11, 19)])
    assert moment(due_at(at("2026-11-18 09:40"), 1, local)).date() == date(2026, 11, 20)
