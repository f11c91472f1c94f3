"""A private PostgreSQL: its own cluster, port and socket folder, started and ended by process id."""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server; `url(name)` names one of its databases."""

    folder: Path

    def url(self, database: str) -> str:
        """The address of a database, over the cluster's own socket."""
        return f"postgresql://postgres@/{database}?host={self.folder}&port=5432"

    def fresh(self, database: str, *, copied_from: str = "template1") -> str:
        """A new database of this name, empty or a copy of one that nobody uses; one that was there before is
        dropped.
        """
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{copied_from}"')
        return self.url(database)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for as long as the block runs. PostgreSQL refuses root: then it runs as `postgres`."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="vuoro-postgres-"))
    account = "postgres" if os.geteuid() == 0 else getpass.getuser()
    if os.geteuid() == 0:
        entry = pwd.getpwnam(account)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    data = folder / "data"
    _run(account, [str(binaries / "initdb"), "--no-sync", "-A", "trust", "-U", "postgres", "-D", str(data)])
    # No test has the machine itself lose power, so nothing has to be forced onto the disk.
    options = (
        f"-c listen_addresses= -c unix_socket_directories={folder} -c port=5432 -c max_connections=200"
        " -c fsync=off -c full_page_writes=off"
    )
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-w"]
    _run(account, [*control, "-l", str(folder / "log"), "-o", options, "start"])
    try:
        yield Cluster(folder)
    finally:
        _run(account, [*control, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise RuntimeError("PostgreSQL is not installed: packaging/dev.py test installs it.")
    return found[-1].parent


def _run(account: str, command: list[str]) -> None:
    as_account = ["runuser", "-u", account, "--", *command] if os.geteuid() == 0 else command
    done = subprocess.run(as_account, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr.strip()[-500:]}")
