"""What whoever runs the backend did, in the audit log: the same chain, written beside a running backend.

The head row is locked like in every commit, so the chain stays whole while the backend commits too.
"""

from typing import Final

from sqlalchemy import Connection

from server_stub.helpline.values import Millis
from server_stub.records.group import Group
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered

CONSOLE: Final = "console"


def note(connection: Connection, action: str, about: str, *, now: Millis) -> None:
    """One row: `action` upon `about`, an id. Inside the transaction of the act itself."""
    group = Group(connection, HotPath(connection.dialect), Remembered(), now)
    group.note(CONSOLE, f"{action} {about}", None)
    group.write()
