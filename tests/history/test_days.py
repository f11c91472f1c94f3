"""Days with customers, counsellors and trouble on a real backend: what was tried, stored and seen agree."""

import asyncio
from collections.abc import Callable

import pytest

from tests.history import troubles
from tests.history.day import Outcome, Trouble, a_day
from tests.history.rigged import POINTS
from tests.support.rig import Rig
from tests.support.seeds import of_seed

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

NewRig = Callable[[], Rig]


def live(
    new_rig: NewRig, trouble: Trouble, *, seed: int, rigging: tuple[str, ...] = (), acts: int = 8
) -> Outcome:
    rig = new_rig()
    with of_seed(seed):
        rig.start(*rigging, module=troubles.RIGGED)
        outcome = asyncio.run(a_day(rig, seed=seed, trouble=trouble, acts=acts))
        holds(outcome)
    return outcome


def holds(outcome: Outcome) -> None:
    """What every day must come to."""
    assert outcome.findings == []
    assert outcome.traffic.findings == []
    assert outcome.traffic.seen["StaffFact:MessageWritten"] > 0


def test_a_good_day(new_rig: NewRig):
    outcome = live(new_rig, troubles.nothing, seed=1)
    assert not [operation for operation in outcome.log.operations if operation.outcome == "unknown"]


def test_a_day_on_which_the_backend_is_killed_before_and_after_commits(new_rig: NewRig):
    deaths = [f"{point}:{6 + 2 * index}" for index, point in enumerate(POINTS)]
    dying = ("--die-at", deaths[0])
    outcome = live(new_rig, troubles.killed_at_points(*deaths), seed=1, rigging=dying, acts=25)
    assert outcome.faults == len(deaths)


def test_a_day_on_which_the_line_is_cut_one_way_and_both_ways(new_rig: NewRig):
    live(new_rig, troubles.cut("down", "up", "both", "down"), seed=3)


def test_a_day_on_which_requests_are_repeated_and_come_late(new_rig: NewRig):
    live(new_rig, troubles.repeated_and_late(60), seed=4)
