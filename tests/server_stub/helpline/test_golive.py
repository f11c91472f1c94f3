"""What has to be ready when, counted back from the day: pure."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from server_stub.helpline.golive import STAGES, is_on_time, plan, settings_complete_by

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("day", "by"),
    [
        (date(2027, 3, 1), date(2027, 1, 1)),
        (date(2027, 4, 30), date(2027, 2, 28)),
        (date(2027, 1, 31), date(2026, 11, 30)),
        (date(2027, 2, 15), date(2026, 12, 15)),
        (date(2026, 12, 31), date(2026, 10, 31)),
    ],
)
def test_settings_are_complete_two_months_before(day: date, by: date) -> None:
    """R142: two months by the calendar, where the month is shorter on its last day."""
    assert settings_complete_by(day) == by


def test_seven_stages_of_two_to_five_weeks_follow_each_other_and_the_last_begins_on_the_day() -> None:
    """R144: and configuration is over when settings information must be complete."""
    stages = plan(DAY, {})
    assert len(stages) == len(STAGES) == 7
    for one, after in pairwise(stages):
        assert one.ends == after.begins
        assert timedelta(weeks=2) <= one.ends - one.begins <= timedelta(weeks=5)
    assert stages[-1].begins == DAY
    assert next(each for each in stages if each.stage_id == "configuration").ends <= settings_complete_by(DAY)


def test_what_is_missing_is_no_fault_until_its_day_and_a_late_stage_is() -> None:
    """R142, R144: the sheet says in time what is left, and what should be done by now."""
    done = {stage.stage_id: (date(2026, 11, 1), "Aino") for stage in STAGES}
    assert is_on_time(DAY, plan(DAY, done), ["mail"], today=date(2026, 12, 31))
    assert not is_on_time(DAY, plan(DAY, done), ["mail"], today=date(2027, 1, 1))
    assert is_on_time(DAY, plan(DAY, done), [], today=date(2027, 1, 1))
    del done["pilot"]
    assert is_on_time(DAY, plan(DAY, done), [], today=date(2027, 2, 28))
    assert not is_on_time(DAY, plan(DAY, done), [], today=DAY)
