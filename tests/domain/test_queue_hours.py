"""A queue's hours: closed, open until then, or open; also while the workstation stays on past them."""

from datetime import timedelta

import pytest

from app.domain.queue import Hours, Queue, QueueKind, hours_at, hours_of_all
from tests.support.desk_builders import NINE_O_CLOCK, a_queue

CLOSES = NINE_O_CLOCK + timedelta(hours=7)
OPENS = NINE_O_CLOCK + timedelta(hours=23)
OPEN = a_queue(is_open=True, open_until=CLOSES, opens_at=OPENS)
CLOSED = a_queue(is_open=False, open_until=None, opens_at=OPENS)
NEVER_CLOSING = a_queue(is_open=True, open_until=None, opens_at=None)
CLOSED_FOR_GOOD = a_queue(is_open=False, open_until=None, opens_at=None)
TO_SENIORS = a_queue(is_open=True, open_until=None, opens_at=None, kind=QueueKind.TRANSFER)


@pytest.mark.parametrize(
    ("queue", "after_h", "hours"),
    [
        (OPEN, 0, Hours(is_open=True, changes_at=CLOSES)),
        (OPEN, 7, Hours(is_open=False, changes_at=OPENS)),
        (OPEN, 23, Hours(is_open=True, changes_at=None)),
        (CLOSED, 0, Hours(is_open=False, changes_at=OPENS)),
        (CLOSED, 23, Hours(is_open=True, changes_at=None)),
        (NEVER_CLOSING, 0, Hours(is_open=True, changes_at=None)),
        (NEVER_CLOSING, 1000, Hours(is_open=True, changes_at=None)),
        (CLOSED_FOR_GOOD, 1000, Hours(is_open=False, changes_at=None)),
    ],
)
def test_no_closing_time_is_not_the_same_as_closed(queue: Queue, after_h: int, hours: Hours) -> None:
    assert hours_at(queue, NINE_O_CLOCK + timedelta(hours=after_h)) == hours


def test_together_queues_are_open_until_the_last_of_them_closes() -> None:
    later = a_queue(is_open=True, open_until=CLOSES + timedelta(hours=1), opens_at=OPENS)
    together = hours_of_all((OPEN, later, CLOSED), NINE_O_CLOCK)
    assert together == Hours(is_open=True, changes_at=later.open_until)
    assert hours_of_all((OPEN, NEVER_CLOSING), NINE_O_CLOCK) == Hours(is_open=True, changes_at=None)


def test_together_closed_queues_open_when_the_first_of_them_does() -> None:
    later = a_queue(is_open=False, open_until=None, opens_at=OPENS + timedelta(hours=1))
    assert hours_of_all((later, CLOSED), NINE_O_CLOCK) == Hours(is_open=False, changes_at=OPENS)


def test_a_target_of_transfers_does_not_keep_the_chat_open() -> None:
    """R056."""
    assert hours_of_all((TO_SENIORS, CLOSED), NINE_O_CLOCK) == Hours(is_open=False, changes_at=OPENS)
    assert hours_of_all((TO_SENIORS,), NINE_O_CLOCK) is None
