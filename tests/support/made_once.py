"""New databases for tests, copied from one that was made by every migration of today."""

import os
import shutil
from pathlib import Path

from server_stub.records import creation
from server_stub.records.database import Database, Place, PostgresUrl, SqliteFile, open_engine
from tests.support.postgres import Cluster

# A copy opens with the key of what it was copied from.
KEY = os.urandom(32)
_NAME = "vuoro_made"


class MadeOnce:
    """Makes one database of each kind when it is first asked for; every other is a copy."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the SQLCipher file that is copied."""
        self._file = folder / "made.db"
        self._clusters: set[Path] = set()

    def sqlite(self, file: Path) -> SqliteFile:
        """A new SQLCipher database at `file`."""
        if not self._file.exists():
            _make(SqliteFile(self._file, KEY))
        shutil.copyfile(self._file, file)
        return SqliteFile(file, KEY)

    def postgres(self, cluster: Cluster, name: str) -> PostgresUrl:
        """A new database of that name; one that was there before is dropped."""
        if cluster.folder not in self._clusters:
            _make(PostgresUrl(cluster.fresh(_NAME)))
            self._clusters.add(cluster.folder)
        return PostgresUrl(cluster.fresh(name, copied_from=_NAME))


def _make(place: Place) -> None:
    database = Database(open_engine(place))
    with database.writing() as connection:
        creation.create(connection)
    database.close()
