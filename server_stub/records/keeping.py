"""What is kept for how long: holds, exports, what is due, and erasing it for good (P10, P11; decision 51).

One conversation is erased within one commit, so that a killed process leaves each either whole or erased; the
next round goes on. Facts keep their places and lose words and salt; a row of the audit log says so of each.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import Connection, delete, exists, insert, or_, select, text, update

from server_stub.helpline.consultation_values import OVER
from server_stub.helpline.conversation_values import ConversationState
from server_stub.helpline.retention import Closed, Kept, Retention, is_due, is_exported, kept_as
from server_stub.helpline.values import Millis
from server_stub.records import attachments, fact_log, tables
from server_stub.records.audit import ERASED
from server_stub.records.group import Group
from server_stub.wire.erased import without_words

ERASED_CONVERSATION: Final = "ConversationErased"
_OVER: Final = tuple(sorted(OVER))


@dataclass(frozen=True, slots=True)
class Standing:
    """How one class stands. `oldest_at` is when the oldest one that still has its words was closed."""

    kept: Kept
    with_words: int
    due: int
    held: int
    consulted: int
    waiting_for_export: int
    oldest_at: Millis | None


def standing(connection: Connection, retention: Retention, *, now: Millis) -> tuple[Standing, ...]:
    """Every class, as a dry run tells of it; nothing is changed."""
    closed = [one for _, one in _closed(connection)]
    return tuple(_standing(kept, closed, retention, now) for kept in Kept)


def _standing(kept: Kept, closed: list[Closed], retention: Retention, now: Millis) -> Standing:
    of = [one for one in closed if kept_as(one) is kept]
    return Standing(
        kept,
        with_words=len(of),
        due=sum(is_due(one, retention, now=now) for one in of),
        held=sum(one.is_held for one in of),
        consulted=sum(one.is_consulted for one in of),
        waiting_for_export=sum(kept is Kept.IDENTIFIED and not is_exported(one) for one in of),
        oldest_at=min((one.closed_at for one in of), default=None),
    )


def due(connection: Connection, retention: Retention, *, now: Millis) -> tuple[str, ...]:
    """The conversations to erase now, by their ids, the longest closed first; for a reader's transaction."""
    found = [(one.closed_at, name) for name, one in _closed(connection) if is_due(one, retention, now=now)]
    return (*(name for _, name in sorted(found)), *left_over(connection))


def left_over(connection: Connection) -> tuple[str, ...]:
    """Erased conversations about which something was asked or answered later still; it is over by now."""
    asked_of, entries, keepings = tables.consultations.c, tables.consultation_entries.c, tables.keepings.c
    said = exists().where(
        entries.consultation == asked_of.row, or_(entries.text != "", entries.attached != "[]")
    )
    conversations = tables.conversations.c
    found = connection.execute(
        select(conversations.conversation_id)
        .join(tables.keepings, keepings.conversation == conversations.row)
        .join(tables.consultations, asked_of.conversation_id == conversations.conversation_id)
        .where(keepings.erased_at.is_not(None), keepings.held_at.is_(None), or_(asked_of.subject != "", said))
        .distinct()
    ).scalars()
    going_on = _consulted(connection)
    return tuple(sorted(name for name in found if name not in going_on))


def erase(group: Group, actor: str, conversation_id: str, retention: Retention) -> bool:
    """Erase one conversation's words, unless it is not due any more: held meanwhile, or erased already.

    Of one that is erased goes what was said in consultations since.
    """
    connection = group.connection
    row = _locked(connection, conversation_id)
    if row is None or _is_written_now(group, conversation_id):
        return False
    if conversation_id in left_over(connection):
        _erase_consultations(group, actor, conversation_id)
        return True
    # Asked again under the lock: another process or a hold may have come first.
    found = dict(_closed(connection, row))
    if not found or not is_due(found[conversation_id], retention, now=group.now):
        return False
    _erase_facts(group, actor, row, conversation_id)
    _erase_consultations(group, actor, conversation_id)
    _erase_rows(connection, row)
    mark(connection, row, "erased_at", group.now)
    group.note(actor, ERASED_CONVERSATION, conversation_id)
    return True


class Markable(NamedTuple):
    """A conversation that somebody would mark: its row, and what may keep a mark from it."""

    row: int
    is_closed: bool
    is_erased: bool


def markable(connection: Connection, conversation_id: str) -> Markable | None:
    """The conversation, locked as for erasing until this transaction ends; None where none has that id."""
    row = _locked(connection, conversation_id)
    if row is None:
        return None
    conversations, keepings = tables.conversations.c, tables.keepings.c
    state, erased_at = connection.execute(
        select(conversations.state, keepings.erased_at)
        .select_from(tables.conversations)
        .outerjoin(tables.keepings, keepings.conversation == conversations.row)
        .where(conversations.row == row)
    ).one()
    return Markable(row, state == ConversationState.CLOSED, erased_at is not None)


def mark(connection: Connection, row: int, what: str, at: Millis | None) -> None:
    """Set or take away `held_at`, `exported_at` or `erased_at` of a conversation."""
    keepings = tables.keepings
    done = connection.execute(update(keepings).where(keepings.c.conversation == row).values({what: at}))
    if not done.rowcount:
        connection.execute(insert(keepings).values({"conversation": row, what: at}))


def _closed(connection: Connection, row: int | None = None) -> list[tuple[str, Closed]]:
    """Closed conversations that still have their words, by id."""
    of, keepings, consulted = tables.conversations.c, tables.keepings.c, _consulted(connection)
    asked = (
        select(of.conversation_id, of.identity, of.closed_at, keepings.exported_at, keepings.held_at)
        .select_from(tables.conversations)
        .outerjoin(tables.keepings, keepings.conversation == of.row)
        .where(of.state == ConversationState.CLOSED, of.closed_at.is_not(None), keepings.erased_at.is_(None))
    )
    if row is not None:
        asked = asked.where(of.row == row)
    return [
        (name, Closed(identity == "anonymous", closed_at, exported, held is not None, name in consulted))
        for name, identity, closed_at, exported, held in connection.execute(asked)
    ]


def _consulted(connection: Connection) -> frozenset[str]:
    """Conversations that somebody asks about still; what is answered goes on until it is closed."""
    asked_of = tables.consultations.c
    found = connection.execute(
        select(asked_of.conversation_id).where(
            asked_of.state.not_in(_OVER), asked_of.conversation_id.is_not(None)
        )
    ).scalars()
    return frozenset(str(name) for name in found)


def _is_written_now(group: Group, conversation_id: str) -> bool:
    """Whether this very commit has facts about it or its consultations: they have no row to erase in yet."""
    asked_of = tables.consultations.c
    asked = group.connection.execute(
        select(asked_of.consultation_id).where(asked_of.conversation_id == conversation_id)
    ).scalars()
    about = {conversation_id, *(str(name) for name in asked)}
    return any(
        written.about in about
        or (written.conversation is not None and written.conversation.conversation_id in about)
        for written in group.written
    )


def _locked(connection: Connection, conversation_id: str) -> int | None:
    conversations = tables.conversations.c
    return connection.execute(
        select(conversations.row).where(conversations.conversation_id == conversation_id).with_for_update()
    ).scalar_one_or_none()


def _erase_facts(group: Group, actor: str, row: int, conversation_id: str) -> None:
    facts, connection = tables.facts.c, group.connection
    last = connection.execute(
        select(tables.conversations.c.last_fact).where(tables.conversations.c.row == row)
    ).scalar_one()
    for fact in reversed(fact_log.back_from(connection, last, tables.facts, down_to=facts.seq > 0)):
        _erase_fact(group, actor, fact.seq, bytes(fact.body), fact.customer_body, conversation_id)


def _erase_consultations(group: Group, actor: str, conversation_id: str) -> None:
    """What was asked about it: its lines were attached there."""
    consultations, entries, connection = tables.consultations.c, tables.consultation_entries, group.connection
    found = connection.execute(
        select(consultations.row, consultations.consultation_id).where(
            consultations.conversation_id == conversation_id
        )
    ).all()
    if not found:
        return
    rows = [row for row, _ in found]
    connection.execute(update(entries).where(entries.c.consultation.in_(rows)).values(text="", attached="[]"))
    connection.execute(update(tables.consultations).where(consultations.row.in_(rows)).values(subject=""))
    names = [str(name).encode() for _, name in found]
    facts = tables.facts.c
    told = connection.execute(select(facts.seq, facts.body).where(text(tables.CONSULTED))).all()
    for seq, body in told:
        name = next((each for each in names if each in bytes(body)), None)
        if name is not None:
            _erase_fact(group, actor, seq, bytes(body), None, name.decode())


def _erase_fact(
    group: Group, actor: str, seq: int, body: bytes, customer_body: bytes | None, about: str
) -> None:
    facts = tables.facts
    done = group.connection.execute(
        update(facts)
        .where(facts.c.seq == seq, facts.c.salt.is_not(None))
        .values(
            body=without_words(body),
            customer_body=None if customer_body is None else without_words(bytes(customer_body)),
            salt=None,
        )
    )
    if done.rowcount:
        group.note(actor, ERASED, about, fact_seq=seq)


def _erase_rows(connection: Connection, row: int) -> None:
    """What stands beside the facts. Codes, times and who answered stay, for the statistics."""
    attachments.erase_of(connection, row)
    conversations = tables.conversations
    connection.execute(
        update(conversations)
        .where(conversations.c.row == row)
        .values(
            last_line="",
            detail="",
            internal_message=None,
            offer_message=None,
            help_text=None,
            earlier_lines=None,
            problem_steps=None,
        )
    )
    acts, wrap_ups = tables.pre_information_acts, tables.wrap_ups
    connection.execute(update(acts).where(acts.c.conversation == row).values(detail=""))
    connection.execute(update(wrap_ups).where(wrap_ups.c.conversation == row).values(notes=""))
    for beside in (tables.notes, tables.letters, tables.consents, tables.conversation_persons, tables.ledger):
        connection.execute(delete(beside).where(beside.c.conversation == row))
