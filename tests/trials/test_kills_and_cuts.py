"""Two hundred faults of each kind on a real backend, and after each day the history must hold.

    python3 packaging/dev.py trial test_kills_and_cuts.py --runs 200      that many faults of each kind

A day has some of them; days are lived one after the other, each with its own seed, until there were enough.
"""

import asyncio
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.history import troubles
from tests.history.day import STAFF, Outcome, Trouble, a_day
from tests.history.rigged import POINTS
from tests.support.line import Way
from tests.support.rig import Rig, a_new_rig
from tests.support.seeds import of_seed

pytestmark = pytest.mark.slow

FAULTS = int(os.environ.get("VUORO_TRIAL_RUNS", "200"))
WAYS: tuple[Way, ...] = ("down", "up", "both")


@dataclass(frozen=True, slots=True)
class Plan:
    """A day's trouble, and what the backend is started with."""

    trouble: Trouble
    rigging: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def initialised(tmp_path_factory: pytest.TempPathFactory) -> Rig:
    return a_new_rig(tmp_path_factory.mktemp("rig") / "data", STAFF)


def killed(chance: random.Random) -> Plan:
    deaths = [f"{chance.choice(POINTS)}:{chance.randint(3, 25)}" for _ in range(8)]
    return Plan(troubles.killed_at_points(*deaths), ("--die-at", deaths[0]))


def cut(chance: random.Random) -> Plan:
    return Plan(troubles.cut(*(chance.choice(WAYS) for _ in range(12))))


def repeated(_chance: random.Random) -> Plan:
    return Plan(troubles.repeated_and_late(150))


def days(
    initialised: Rig, folder: Path, plan: Callable[[random.Random], Plan]
) -> Iterator[tuple[int, Outcome]]:
    """One day after the other until there were enough faults; gives the seed and what the day came to.

    A day that breaks off tells its seed, what the backend was told to die of, and its last words.
    """
    seed = faults = 0
    while faults < FAULTS:
        seed += 1
        rig = initialised.copy(folder / f"day{seed}")
        planned = plan(random.Random(seed))
        try:
            with of_seed(seed, *planned.rigging):
                rig.start(*planned.rigging, module=troubles.RIGGED)
                outcome = asyncio.run(a_day(rig, seed=seed, trouble=planned.trouble, acts=30))
        except BaseException as failure:
            failure.add_note("\n".join(rig.lines[-20:]))
            raise
        finally:
            rig.kill()
        faults += outcome.faults
        yield seed, outcome
    print(f"{faults} faults in {seed} days")


def test_the_backend_is_killed_while_both_sides_write(initialised: Rig, tmp_path: Path):
    for seed, outcome in days(initialised, tmp_path, killed):
        assert (seed, outcome.findings, outcome.traffic.findings) == (seed, [], [])


def test_the_line_is_cut_one_way_and_both_ways(initialised: Rig, tmp_path: Path):
    for seed, outcome in days(initialised, tmp_path, cut):
        assert (seed, outcome.findings, outcome.traffic.findings) == (seed, [], [])


def test_requests_are_repeated_and_come_late(initialised: Rig, tmp_path: Path):
    for seed, outcome in days(initialised, tmp_path, repeated):
        assert (seed, outcome.findings, outcome.traffic.findings) == (seed, [], [])
