"""Four processes commit to one PostgreSQL, groups are rolled back; no reader skips or doubles a fact."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from server_stub.records.database import PostgresUrl
from tests.support.counter_room import create
from tests.support.postgres import Cluster, cluster
from tests.trials.order_process import CONVERSATIONS, SEQUENCE

ROOT = Path(__file__).parents[2]
PROCESSES = 4
READERS = 2

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(400)]


@dataclass(frozen=True, slots=True)
class Proof:
    """What is in the log at the end, what each reader was told, how many groups were rolled back."""

    committed: list[int]
    told: list[list[int]]
    rolled_back: int


@pytest.fixture(scope="module")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


def test_no_fact_is_skipped_or_doubled(postgres: Cluster):
    holds(prove(postgres, "quick", messages=800))


@pytest.mark.slow
def test_no_fact_of_twenty_thousand_is_skipped_or_doubled(postgres: Cluster):
    proof = prove(postgres, "long", messages=20_000)
    holds(proof)
    assert len(proof.committed) >= 20_000
    assert proof.rolled_back > 100


def test_trusting_a_plain_sequence_skips_facts(postgres: Cluster):
    proof = prove(postgres, "plain", messages=800, is_plain=True)
    assert len(proof.committed) >= 800
    assert any(set(proof.committed) - set(told) for told in proof.told)


def holds(proof: Proof) -> None:
    assert proof.committed == list(range(1, len(proof.committed) + 1))
    for told in proof.told:
        assert told == proof.committed


def prove(postgres: Cluster, name: str, *, messages: int, is_plain: bool = False) -> Proof:
    url = postgres.fresh(f"order_{name}")
    create(PostgresUrl(url)).close()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SEQUENCE)
    with ExitStack() as ending:
        readers = [ending.enter_context(a_process("reader", url)) for _ in range(READERS)]
        for reader in readers:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "following\n"
        each = messages // PROCESSES - CONVERSATIONS
        writers = [
            ending.enter_context(
                a_process("writer", url, str(seed), str(each), *(["plain"] if is_plain else []))
            )
            for seed in range(PROCESSES)
        ]
        rolled_back = [int(writer.communicate(timeout=600)[0]) for writer in writers]
        told = [list(map(int, reader.communicate(timeout=60)[0].split())) for reader in readers]
    with psycopg.connect(url) as connection:
        committed = [row[0] for row in connection.execute("SELECT seq FROM facts ORDER BY seq")]
    return Proof(committed, told, sum(rolled_back))


def a_process(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.trials.order_process", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
