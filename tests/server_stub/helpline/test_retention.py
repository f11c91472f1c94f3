"""How long conversations are kept: pure."""

import pytest

from server_stub.helpline.retention import DAY_MS, Closed, Kept, Retention, erased_from, is_due, kept_as

TIMES = Retention(anonymous_days=183, exported_days=30)
ANONYMOUS = Closed(is_anonymous=True, closed_at=0, exported_at=None, is_held=False, is_consulted=False)
IDENTIFIED = ANONYMOUS._replace(is_anonymous=False)


def test_an_anonymous_one_is_due_when_its_days_are_over_and_not_a_moment_before() -> None:
    """P10: each class has a time of its own."""
    assert not is_due(ANONYMOUS, TIMES, now=183 * DAY_MS - 1)
    assert is_due(ANONYMOUS, TIMES, now=183 * DAY_MS)


def test_an_identified_one_stays_until_it_has_been_exported() -> None:
    """P10: it may be the only place where it stands."""
    assert erased_from(IDENTIFIED, TIMES) is None
    exported = IDENTIFIED._replace(exported_at=10 * DAY_MS)
    assert erased_from(exported, TIMES) == 40 * DAY_MS
    assert kept_as(exported) is Kept.IDENTIFIED


def test_an_export_before_the_close_is_none() -> None:
    """P10: what was written between the export and the close stands nowhere else."""
    closed = IDENTIFIED._replace(closed_at=10 * DAY_MS, exported_at=10 * DAY_MS - 1)
    assert erased_from(closed, TIMES) is None
    assert erased_from(closed._replace(exported_at=10 * DAY_MS), TIMES) == 40 * DAY_MS


@pytest.mark.parametrize("why", ["is_held", "is_consulted"])
def test_what_is_held_or_still_asked_about_is_never_due(why: str) -> None:
    """P10: a legal hold, and a consultation with its lines, keep it whatever its age."""
    kept = ANONYMOUS._replace(is_held=why == "is_held", is_consulted=why == "is_consulted")
    assert not is_due(kept, TIMES, now=15 * 365 * DAY_MS)
