"""Which stages of the rollout are done: when, and by whom (R144). Inside the caller's transaction."""

import json
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from server_stub.helpline.values import Millis
from server_stub.records.tables import meta

_PREFIX: Final = "golive:"


def done(connection: Connection) -> dict[str, tuple[Millis, str]]:
    """By stage: when it was marked, and the name that was given."""
    rows = connection.execute(select(meta.c.name, meta.c.value).where(meta.c.name.startswith(_PREFIX)))
    marks = {name.removeprefix(_PREFIX): json.loads(value) for name, value in rows}
    return {stage_id: (int(mark["at"]), str(mark["by"])) for stage_id, mark in marks.items()}


def mark(connection: Connection, stage_id: str, *, by: str, now: Millis) -> None:
    """Keep that a stage is done; the newest word counts."""
    unmark(connection, stage_id)
    value = json.dumps({"at": now, "by": by})
    connection.execute(insert(meta).values(name=_PREFIX + stage_id, value=value))


def unmark(connection: Connection, stage_id: str) -> None:
    """It is not done after all."""
    connection.execute(delete(meta).where(meta.c.name == _PREFIX + stage_id))
