"""Each planted bug is found by the checker: a referee who never whistles would be no referee."""

import asyncio
from collections.abc import Callable

import pytest

from tests.history import troubles
from tests.history.day import Outcome, Trouble, a_day
from tests.history.rigged import BUGS
from tests.support.rig import Rig
from tests.support.seeds import of_seed

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

EARLY = ("early_answer:2", "early_answer:3", "early_answer:2")
# Which trouble brings the bug to light, and by which rules it is known. Each waits for what it needs (a
# message answered early, facts to be told late, a customer seen by two): no chance is left in it.
EXPOSED: dict[str, tuple[Trouble, set[str]]] = {
    "dedupe_off": (troubles.answers_lost(2), {"doubled"}),
    "acknowledged_before_commit": (
        troubles.killed_at_points(*EARLY, bug="acknowledged_before_commit"),
        {"lost"},
    ),
    "order_by_clock": (troubles.reading_late(2), {"out of order"}),
    "double_claim": (troubles.claimed_by_two(2), {"double claim"}),
    "role_off_on_the_stream": (troubles.nothing, {"seen by a stranger"}),
    "audience_without_a_fact": (troubles.nothing, {"a view unlike a fresh snapshot"}),
}
MORE_SEEDS = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 6)]


def test_every_bug_there_is_has_its_trouble():
    assert set(EXPOSED) == set(BUGS)


@pytest.mark.parametrize("seed", [1, *MORE_SEEDS])
@pytest.mark.parametrize("bug", EXPOSED)
def test_a_planted_bug_is_found(new_rig: Callable[[], Rig], bug: str, seed: int):
    trouble, rules = EXPOSED[bug]
    with of_seed(seed):
        assert _lived_with(new_rig(), bug, trouble, seed=seed).rules & rules


def _lived_with(rig: Rig, bug: str, trouble: Trouble, *, seed: int) -> Outcome:
    dying = ("--die-at", EARLY[0]) if bug == "acknowledged_before_commit" else ()
    rig.start("--bug", bug, *dying, module=troubles.RIGGED)
    return asyncio.run(a_day(rig, seed=seed, trouble=trouble, acts=8, quiet_s=3))
