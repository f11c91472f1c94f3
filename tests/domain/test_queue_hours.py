"""A queue's hours at any moment of the days they are known for; after those the desk says nothing of them."""

from datetime import timedelta

import pytest

from app.domain.queue import Hours, Opening, QueueKind, hours_at, hours_of_all
from tests.support.desk_builders import NINE_O_CLOCK, a_queue, an_opening

TWO_DAYS = (an_opening(-3, 7), an_opening(21, 31))
TWICE_A_DAY = (an_opening(0, 2), an_opening(3, 5), an_opening(24, 26), an_opening(27, 29))
OVER_MIDNIGHT = (an_opening(11, 19), an_opening(35, 43))
NEVER_CLOSING = (an_opening(-3, None),)


def hours(is_open: bool, changes_h: float | None) -> Hours:
    return Hours(is_open, None if changes_h is None else NINE_O_CLOCK + timedelta(hours=changes_h))


@pytest.mark.parametrize(
    ("openings", "after_h", "expected"),
    [
        (TWO_DAYS, 0, hours(True, 7)),
        (TWO_DAYS, 6.99, hours(True, 7)),
        (TWO_DAYS, 7, hours(False, 21)),
        (TWO_DAYS, 21, hours(True, 31)),
        (TWO_DAYS, 32, hours(False, None)),
        (TWICE_A_DAY, 1, hours(True, 2)),
        (TWICE_A_DAY, 2, hours(False, 3)),
        (TWICE_A_DAY, 3, hours(True, 5)),
        (TWICE_A_DAY, 11, hours(False, 24)),
        (TWICE_A_DAY, 28, hours(True, 29)),
        (OVER_MIDNIGHT, 0, hours(False, 11)),
        (OVER_MIDNIGHT, 18, hours(True, 19)),
        (OVER_MIDNIGHT, 20, hours(False, 35)),
        (NEVER_CLOSING, 0, hours(True, None)),
        (NEVER_CLOSING, 300, hours(True, None)),
        ((), 0, hours(False, None)),
        ((), 300, hours(False, None)),
        ((an_opening(0, 2), an_opening(2, 4)), 1, hours(True, 4)),
    ],
)
def test_the_hours_are_right_at_any_moment_of_the_days_they_are_known_for(
    openings: tuple[Opening, ...], after_h: float, expected: Hours
) -> None:
    queue = a_queue(openings=openings)
    assert hours_at(queue, NINE_O_CLOCK + timedelta(hours=after_h)) == expected


@pytest.mark.parametrize("openings", [TWO_DAYS, NEVER_CLOSING, ()])
def test_nothing_is_said_after_what_is_known(openings: tuple[Opening, ...]) -> None:
    queue = a_queue(openings=openings)
    assert hours_at(queue, queue.hours_known_until - timedelta(seconds=1)) is not None
    assert hours_at(queue, queue.hours_known_until) is None
    assert hours_of_all((queue,), queue.hours_known_until + timedelta(days=1)) is None


def test_together_queues_are_open_until_the_last_of_them_closes() -> None:
    """Also when the one that closes last opens later today."""
    early, late = a_queue(openings=(an_opening(-1, 7),)), a_queue(openings=(an_opening(3, 9),))
    for after_h in (0, 4, 8):
        assert hours_of_all((early, late), NINE_O_CLOCK + timedelta(hours=after_h)) == hours(True, 9)
    assert hours_of_all((early, late), NINE_O_CLOCK + timedelta(hours=9)) == hours(False, None)
    assert hours_of_all((early, a_queue(openings=NEVER_CLOSING)), NINE_O_CLOCK) == hours(True, None)


def test_together_queues_with_a_gap_between_them_close_for_it() -> None:
    morning, evening = a_queue(openings=(an_opening(-1, 2),)), a_queue(openings=(an_opening(4, 9),))
    assert hours_of_all((evening, morning), NINE_O_CLOCK) == hours(True, 2)
    assert hours_of_all((evening, morning), NINE_O_CLOCK + timedelta(hours=3)) == hours(False, 4)


def test_a_target_of_transfers_does_not_keep_the_chat_open() -> None:
    """R056."""
    to_seniors = a_queue(openings=NEVER_CLOSING, kind=QueueKind.TRANSFER)
    closed = a_queue(openings=(an_opening(23, 30),))
    assert hours_of_all((to_seniors, closed), NINE_O_CLOCK) == hours(False, 23)
    assert hours_of_all((to_seniors,), NINE_O_CLOCK) is None
