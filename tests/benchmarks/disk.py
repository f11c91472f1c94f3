"""What the disk and SQLite give: commits of one row a second, durable, without any server."""

import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.floor_server import INSERT, SCHEMA, connect

BODY = b'{"text":"Hei, vuokra on r\xc3\xa4stiss\xc3\xa4 kahdelta kuulta. Mist\xc3\xa4 saan apua? ~abcdef~"}'


def single_row_commits_per_second(*, seconds: float) -> float:
    """Single-row commits a second into the floor's own table, WAL, `synchronous=FULL`, plain file."""
    with tempfile.TemporaryDirectory(prefix="vuoro-disk-") as folder:
        connection = connect(Path(folder) / "disk.sqlite3")
        connection.executescript(SCHEMA)
        seq = 0
        start = perf_counter()
        while (now := perf_counter()) < start + seconds:
            seq += 1
            connection.execute(INSERT, (seq, seq % 50, BODY))
        connection.close()
        return seq / (now - start)
