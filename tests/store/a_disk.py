"""A disk that fills up and has room again."""

from pathlib import Path

from app.store.engine import RawConnection, connect_file


class ADiskThatFills:
    """SQLite's own limit on a file's pages stands for a full disk: the same error, from the same place."""

    def connect(self, path: Path, key: bytes) -> RawConnection:
        """As `app.store.engine.connect_file`."""
        self.raw = connect_file(path, key)
        return self.raw

    def fill_up(self) -> None:
        """There is no room for another page."""
        self.raw.execute("PRAGMA max_page_count = 1")

    def free(self) -> None:
        """Room has been made."""
        self.raw.execute("PRAGMA max_page_count = 1000000")
