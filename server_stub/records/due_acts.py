"""Timed acts and leases: what is due, and who was last seen when."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Exists, and_, not_, or_, select

from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.presence import AWAY_AFTER_MS
from server_stub.helpline.roles import ANSWERING
from server_stub.helpline.values import Millis
from server_stub.records import tables


@dataclass(frozen=True, slots=True)
class DueAct:
    """A timed act whose time has come; `at` names it, so that it acts once."""

    conversation_id: str
    kind: str
    at: int


def due_acts(connection: Connection, now: int, *, most: int = 200) -> tuple[DueAct, ...]:
    """The acts due by `now`, the oldest first."""
    due, conversations = tables.due.c, tables.conversations.c
    rows = connection.execute(
        select(conversations.conversation_id, due.kind, due.at)
        .join_from(tables.due, tables.conversations, conversations.row == due.conversation)
        .where(due.at <= now)
        .order_by(due.at)
        .limit(most)
    )
    return tuple(DueAct(*row) for row in rows)


def to_look_at(connection: Connection, *, now: Millis) -> tuple[str, ...]:
    """Conversations whose holder went without a line, or came back, since the clock last looked; or whose
    holder, or whom it is offered to, may not answer any more.
    """
    conversations, leases = tables.conversations.c, tables.leases.c
    long_ago = now - AWAY_AFTER_MS
    unseen = or_(leases.renewed_at.is_(None), leases.renewed_at <= long_ago)
    gone = and_(unseen, conversations.claimed_at <= long_ago)
    by_clock = and_(conversations.help_text.is_(None), conversations.helper_id.is_(None))
    rows = connection.execute(
        select(conversations.conversation_id)
        .select_from(tables.conversations)
        .outerjoin(tables.leases, leases.address == "s:" + conversations.holder_id)
        .where(
            conversations.state.in_(("held", "ended")),
            or_(
                not_(_may_answer(conversations.holder_id)),
                and_(
                    conversations.offered_to_id.is_not(None), not_(_may_answer(conversations.offered_to_id))
                ),
                and_(
                    conversations.state == "held",
                    conversations.channel == Channel.CHAT,
                    conversations.help_called_at.is_(None),
                    gone,
                ),
                and_(
                    conversations.state == "held",
                    conversations.channel == Channel.CHAT,
                    conversations.help_called_at.is_not(None),
                    by_clock,
                    not_(gone),
                ),
            ),
        )
        .order_by(conversations.row)
    )
    return tuple(rows.scalars())


def _may_answer(staff_id: ColumnElement[str] | ColumnElement[str | None]) -> Exists:
    """Whether this account is open and has a role that answers customers."""
    staff, roles = tables.staff.c, tables.staff_roles.c
    return (
        select(staff.row)
        .join_from(tables.staff, tables.staff_roles, roles.staff == staff.row)
        .where(staff.staff_id == staff_id, staff.is_disabled.is_(False))
        .where(roles.role.in_(sorted(ANSWERING)))
        .exists()
    )


def renew_leases(connection: Connection, seen: Mapping[str, int]) -> None:
    """Note when each address was last seen at the other end of a stream; never backwards."""
    leases = tables.leases
    for address in sorted(seen):
        renewed = connection.execute(
            leases.update().where(leases.c.address == address).values(renewed_at=seen[address])
        )
        if renewed.rowcount == 0:
            connection.execute(leases.insert().values(address=address, renewed_at=seen[address]))


def forget_leases(connection: Connection, *, before: int) -> None:
    """Drop leases nobody will ask about any more."""
    connection.execute(tables.leases.delete().where(tables.leases.c.renewed_at < before))
