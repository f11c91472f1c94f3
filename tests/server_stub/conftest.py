"""The records and everything on them are tested on both databases: SQLCipher and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.records.database import Database, Place, PostgresUrl, SqliteFile, open_engine
from tests.support.made_once import KEY, MadeOnce
from tests.support.postgres import Cluster, cluster
from tests.support.read_once import backends_read_once


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """One private PostgreSQL for the whole run."""
    with cluster() as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    with backends_read_once():
        yield


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Where databases are copied from."""
    return MadeOnce(tmp_path_factory.mktemp("made"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path, made_once: MadeOnce) -> Place:
    """Where a new database may be made; where one stands already for a test that has `database`."""
    is_made = "database" in request.fixturenames
    if request.param == "sqlite":
        file = tmp_path / "vuoro.db"
        return made_once.sqlite(file) if is_made else SqliteFile(file, KEY)
    running: Cluster = request.getfixturevalue("postgres")
    if is_made:
        return made_once.postgres(running, "vuoro_test")
    return PostgresUrl(running.fresh("vuoro_test"))


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """A new database, open."""
    made = Database(open_engine(place))
    yield made
    made.close()
