"""A customer is told whether anybody is there to answer, and when her turn is next (R024, R027)."""

import pytest

from server_stub.helpline.duty import Duty, duty_of


@pytest.mark.parametrize(
    ("place", "on_duty", "free", "expected"),
    [
        (1, 0, 0, "nobody"),
        (1, 1, 0, "busy"),
        (1, 1, 1, "free"),
        (2, 1, 1, "busy"),
        (2, 2, 2, "free"),
        (9, 3, 0, "busy"),
    ],
)
def test_the_queue_matters_only_when_all_are_busy(place: int, on_duty: int, free: int, expected: Duty):
    assert duty_of(place, on_duty=on_duty, free=free) == expected
