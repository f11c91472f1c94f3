"""Each planted bug is found by the checker: a referee who never whistles would be no referee."""

import asyncio
from collections.abc import Callable

import pytest

from tests.history import troubles
from tests.history.day import Outcome, Trouble, a_day
from tests.history.rigged import BUGS
from tests.support.rig import Rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

# Which trouble brings the bug to light, and by which rules it is known.
EXPOSED: dict[str, tuple[Trouble, set[str]]] = {
    "dedupe_off": (troubles.cut("down", "down", "down", "down"), {"doubled"}),
    "acknowledged_before_commit": (
        troubles.killed_at_points(
            *(f"before_commit:{passing}" for passing in (12, 15, 18, 22)), bug="acknowledged_before_commit"
        ),
        {"lost"},
    ),
    "order_by_clock": (
        troubles.killed_sometimes(3, bug="order_by_clock"),
        {"out of order"},
    ),
    "double_claim": (troubles.nothing, {"double claim"}),
    "role_off_on_the_stream": (troubles.nothing, {"seen by a stranger"}),
    "audience_without_a_fact": (troubles.nothing, {"a view unlike a fresh snapshot"}),
}


def test_every_bug_there_is_has_its_trouble():
    assert set(EXPOSED) == set(BUGS)


# Live days with a chance in them: a crowded machine can miss a bug once. They test the tester, so they
# have a run of their own: `pytest -m slow tests/history`.
@pytest.mark.slow
@pytest.mark.parametrize("bug", EXPOSED)
def test_a_planted_bug_is_found(new_rig: Callable[[], Rig], bug: str):
    trouble, rules = EXPOSED[bug]
    found: set[str] = set()
    for seed in range(1, 6):
        found |= _lived_with(new_rig(), bug, trouble, seed=seed).rules
        if found & rules:
            return
    pytest.fail(f"{bug} was not found; only {sorted(found)}")


def _lived_with(rig: Rig, bug: str, trouble: Trouble, *, seed: int) -> Outcome:
    dying = ("--die-at", "before_commit:12") if bug == "acknowledged_before_commit" else ()
    rig.start("--bug", bug, *dying, module=troubles.RIGGED)
    return asyncio.run(a_day(rig, seed=seed, trouble=trouble, acts=20, quiet_s=3))
