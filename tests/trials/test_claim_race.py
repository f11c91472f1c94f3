"""Fifty counsellors claim one waiting customer at the same moment: one has her, everybody is told who (F11).

    python3 packaging/dev.py trial test_claim_race.py --runs 1000       that many races on each database

On PostgreSQL two processes serve one database, and every second counsellor is at the other one.
"""

import asyncio
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import pytest

from tests.support.backend import RunningBackend, a_backend
from tests.support.postgres import Cluster, cluster
from tests.trials.claim_race import Race, a_field

RACES = int(os.environ.get("VUORO_TRIAL_RUNS", "1000"))
A_FEW = 5
COUNSELLORS = tuple(f"neuvoja{number}" for number in range(50))
# An access token lives a quarter of an hour: they come anew long before.
AT_A_SITTING = 100


@pytest.fixture(scope="module")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def backends(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[RunningBackend]]:
    """One process over SQLite, or two over one PostgreSQL."""
    if request.param == "sqlite":
        with a_backend(tmp_path, counsellors=COUNSELLORS) as backend:
            yield [backend]
        return
    running: Cluster = request.getfixturevalue("postgres")
    address = running.fresh("vuoro_race")
    with a_backend(tmp_path, counsellors=COUNSELLORS, database=address) as backend:
        second = RunningBackend(backend.data, backend.settings, backend.counsellors)
        second.start()
        try:
            yield [backend, second]
        finally:
            second.stop()


@pytest.mark.journey
def test_fifty_claim_one_customer_and_all_are_told_the_one_who_has_her(
    backends: list[RunningBackend],
) -> None:
    assert len(asyncio.run(run(backends, A_FEW))) == A_FEW


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_fifty_claim_one_customer_a_thousand_times(backends: list[RunningBackend]) -> None:
    races = asyncio.run(run(backends, RACES))
    answered = sorted(race.answered_after_ms for race in races)
    won = Counter(race.winners[0].user_name for race in races)
    print(f"{len(races)} races of {len(COUNSELLORS)}, {len(won)} of them won at least one; all were answered")
    print(f"within {median(answered):.0f} ms (median), {answered[-1]:.0f} ms at most")
    assert len(races) == RACES


async def run(backends: Sequence[RunningBackend], wanted: int) -> list[Race]:
    """That many races, each of which held."""
    races: list[Race] = []
    while len(races) < wanted:
        async with a_field(backends) as field:
            assert len(field.contenders) == len(COUNSELLORS)
            for _ in range(min(AT_A_SITTING, wanted - len(races))):
                race = await field.race()
                assert race.wrong() == [], f"race {len(races) + 1}"
                races.append(race)
    return races
