"""The backend says when an answer is due, the desk draws the days until then: both count alike."""

from datetime import datetime, timedelta

import pytest

from app.domain.consultation import promise_days, used_share
from server_stub.helpline.calling_time import millis_of, moment
from server_stub.helpline.promise import due_at
from server_stub.settings.days_off import days_off
from tests.support.desk_consultations import HELSINKI, a_consultation

DAYS_OFF = days_off([2026, 2027])
FIRST = datetime(2026, 1, 1, 10, 20, tzinfo=HELSINKI)


@pytest.mark.parametrize("promised", [1, 2, 3])
def test_every_day_of_two_years_has_as_many_days_on_the_strip_as_were_promised(promised: int) -> None:
    """Day 0 and the days promised count, in both halves, whatever lies between."""
    for number in range(700):
        asked = FIRST + timedelta(days=number)
        due = moment(due_at(millis_of(asked), promised, DAYS_OFF))
        consultation = a_consultation(promised_at=asked, asked_at=asked, due_at=due)
        days = promise_days(consultation, asked, DAYS_OFF)
        assert sum(day.counts for day in days) == promised + 1, asked
        assert [day.is_due for day in days] == [*[False] * (len(days) - 1), True], asked
        assert next(day for day in days if day.counts).is_day_0, asked
        assert sum(day.is_day_0 for day in days) == 1
        assert used_share(consultation, asked, DAYS_OFF) == 0
        assert used_share(consultation, due, DAYS_OFF) == 1
