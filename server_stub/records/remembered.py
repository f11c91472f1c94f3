"""What the conversations of the last commits were like, so that the next group need not read them again.

Only on SQLite, where one backend writes. Kept after a commit and never before, so a group that fails leaves
nothing behind to forget; dropped as a whole as soon as anybody else, a word of the console, has committed
(decision 16).
"""

from collections.abc import Iterable

from server_stub.records.hot_path import Found

MOST = 2_000
"""Conversations remembered at a time: many times those a county talks in at once."""


class Remembered:
    """The newest state of each conversation lately written."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}
        self._version: int | None = None

    def look(self, version: int | None) -> None:
        """Begin a group at this version of the database, which moves when another connection commits.

        None: others write as well and there is no telling, so nothing is remembered.
        """
        if version is None or version != self._version:
            self._found.clear()
        self._version = version

    def get(self, conversation_id: str) -> Found | None:
        """The conversation as it is, or None when it must be read."""
        return self._found.get(conversation_id)

    def keep(self, written: Iterable[Found]) -> None:
        """These were committed just now."""
        if self._version is None:
            return
        for found in written:
            conversation_id = found.conversation.conversation_id
            # Taken out first: the one that was not written for longest goes when there are too many.
            self._found.pop(conversation_id, None)
            self._found[conversation_id] = found
        while len(self._found) > MOST:
            del self._found[next(iter(self._found))]

    def forget(self) -> None:
        """Something else than commands was written: read all of them again."""
        self._found.clear()
