"""Duty time read from the log: what staff have said of their own shifts, between two moments (R084)."""

from typing import Final

from sqlalchemy import Connection, select

from server_stub.helpline.duty_time import Spell, spells
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.today import before
from server_stub.wire.shifts import told_of

_KINDS: Final = ("ShiftBegan", "ShiftEnded", "PresenceChanged")


def duty_between(connection: Connection, since: Millis, until: Millis) -> tuple[Spell, ...]:
    """Spells of duty that began from `since` until before `until`, whenever they ended."""
    facts = tables.facts.c
    rows = connection.execute(
        select(facts.kind, facts.body)
        .where(facts.seq > before(connection, since), facts.kind.in_(_KINDS))
        .order_by(facts.seq)
    )
    return tuple(each for each in spells(told_of(*row) for row in rows) if since <= each.began_at < until)
