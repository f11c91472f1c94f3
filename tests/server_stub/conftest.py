"""The records and everything on them are tested on both databases: SQLCipher and PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.records.database import Database, Place, PostgresUrl, SqliteFile
from tests.support.counter_room import create
from tests.support.postgres import Cluster, cluster


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """One private PostgreSQL for the whole run."""
    with cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a new database may be made."""
    if request.param == "sqlite":
        return SqliteFile(tmp_path / "vuoro.db", os.urandom(32))
    running: Cluster = request.getfixturevalue("postgres")
    return PostgresUrl(running.fresh("vuoro_test"))


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """A new database, open."""
    made = create(place)
    yield made
    made.close()
