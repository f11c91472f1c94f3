"""Two hundred kills of a real workstation while somebody types, two hundred while somebody sends (F01, F02).

    python3 packaging/dev.py trial test_a_killed_desk.py --runs 200       that many of each

A kill while typing takes about 14 seconds, nearly all of it typing; one while sending 7, mostly the five
seconds in which a message can be undone. VUORO_TRIAL_SEED=N begins with that seed, to live one life again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.support.desk_to_kill import DeskToKill, a_desk_to_kill
from tests.support.seeds import of_seed
from tests.support.toll_line import Place

pytestmark = [pytest.mark.slow, pytest.mark.timeout(0)]

FIRST = int(os.environ.get("VUORO_TRIAL_SEED", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("VUORO_TRIAL_RUNS", "200")))
PLACES = (None, *Place)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskToKill]:
    with a_desk_to_kill(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


def test_killed_while_she_types(desk: DeskToKill):
    lives = []
    for seed in SEEDS:
        with of_seed(seed):
            lives.append(desk.killed_while_typing(seed))
            assert lives[-1].wrong() == []
    print(f"{len(lives)} kills; at most {max(life.lost_s for life in lives):.2f} s of typing gone,")
    print(f"back at work within {max(life.back_after_s for life in lives):.1f} s")


def test_killed_between_send_and_answer(desk: DeskToKill):
    for seed in SEEDS:
        place = PLACES[seed % len(PLACES)]
        with of_seed(seed):
            assert desk.killed_while_sending(seed, place).wrong() == []
