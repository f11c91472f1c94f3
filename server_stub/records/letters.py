"""Letters to customers: the queue in the database that outlives a dead mail host and a killed process.

    waiting ── take (before its text is given) ──► handing_over ── settle ──► sent | failed | unknown
       ▲  └── put_off, settle ──► …                     └── put_off (the host said: not now) ──► waiting

Each step is one statement that names the state it leaves, so that of several processes exactly one takes it.
"""

from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.transcript import LetterAsked, LetterState
from server_stub.helpline.values import Millis
from server_stub.records import consents, fact_log, tables
from server_stub.wire.consents import CustomerConsent

_letters = tables.letters.c
_CONVERSATION = tuple(tables.conversations.c[name] for name in Conversation._fields)
_AT_ONCE = 20


class Letter(NamedTuple):
    """A letter that is to go out now."""

    letter_id: str
    conversation: int
    address: str
    first_seq: int
    last_seq: int
    tries: int


def of_conversation(connection: Connection, conversation: int) -> tuple[LetterState, ...]:
    """How the letters of a conversation stand, the newest last."""
    rows = connection.execute(
        select(_letters.state).where(_letters.conversation == conversation).order_by(_letters.row)
    )
    return tuple(LetterState(state) for (state,) in rows)


def newest_of(connection: Connection, conversation_id: str) -> tuple[LetterState | None, int]:
    """How the newest letter of a customer's conversation stands, and how many there have been."""
    conversations = tables.conversations.c
    rows = connection.execute(
        select(_letters.state)
        .join(tables.conversations, conversations.row == _letters.conversation)
        .where(conversations.conversation_id == conversation_id)
        .order_by(_letters.row)
    ).all()
    return (LetterState(rows[-1].state) if rows else None), len(rows)


def asked_since(connection: Connection, at: Millis) -> int:
    """How many letters have been asked for since then, by all customers."""
    asked = select(func.count()).select_from(tables.letters).where(_letters.asked_at >= at)
    return int(connection.execute(asked).scalar_one())


def put(
    connection: Connection, letter_id: str, conversation: int, asked: LetterAsked, *, now: Millis
) -> None:
    """A letter to be sent."""
    connection.execute(
        insert(tables.letters).values(
            letter_id=letter_id,
            conversation=conversation,
            address=asked.address,
            first_seq=asked.first_seq,
            last_seq=asked.last_seq,
            state=LetterState.WAITING,
            tries=0,
            asked_at=now,
            next_at=now,
        )
    )


def due(connection: Connection, now: Millis) -> tuple[Letter, ...]:
    """Letters to be tried now, the longest waiting first."""
    rows = connection.execute(
        select(*(_letters[name] for name in Letter._fields))
        .where(_letters.next_at <= now, _letters.state == LetterState.WAITING, _letters.address.is_not(None))
        .order_by(_letters.next_at, _letters.row)
        .limit(_AT_ONCE)
    )
    return tuple(Letter(*row) for row in rows)


def content(
    connection: Connection, letter: Letter
) -> tuple[Conversation, tuple[bytes, ...], tuple[CustomerConsent, ...]]:
    """The conversation of a letter, the messages it was asked for, as JSON each, and what its customer was
    asked permission for.
    """
    row = connection.execute(
        select(*_CONVERSATION).where(tables.conversations.c.row == letter.conversation)
    ).one()
    messages = fact_log.messages(
        connection,
        letter.conversation,
        before=letter.last_seq + 1,
        limit=letter.last_seq - letter.first_seq + 1,
    )
    return Conversation(*row), messages, consents.for_customer(connection, letter.conversation)


def take(connection: Connection, letter_id: str, *, now: Millis) -> bool:
    """From here on the host may have it. Whether this process is the one that gives it."""
    taken = connection.execute(
        update(tables.letters)
        .where(_letters.letter_id == letter_id, _letters.state == LetterState.WAITING)
        .values(state=LetterState.HANDING_OVER, taken_at=now, next_at=None)
    )
    return taken.rowcount == 1


def put_off(connection: Connection, letter_id: str, *, until: Millis, tries: int) -> None:
    """Not now: it waits again, and keeps its address for that."""
    connection.execute(
        update(tables.letters)
        .where(
            _letters.letter_id == letter_id,
            _letters.state.in_((LetterState.WAITING, LetterState.HANDING_OVER)),
        )
        .values(state=LetterState.WAITING, tries=tries, next_at=until, taken_at=None)
    )


def settle(connection: Connection, letter_id: str, state: LetterState) -> None:
    """How it went, for good; its address is erased in the same statement."""
    # An answer that came late is better known than “unknown”.
    connection.execute(
        update(tables.letters)
        .where(
            _letters.letter_id == letter_id,
            _letters.state.in_((LetterState.WAITING, LetterState.HANDING_OVER, LetterState.UNKNOWN)),
        )
        .values(state=state, address=None, next_at=None, taken_at=None)
    )


def left_in_hand(connection: Connection, *, before: Millis) -> tuple[str, ...]:
    """Letters whose text some process began to give before then, and never said how that went."""
    rows = connection.execute(
        select(_letters.letter_id).where(
            _letters.state == LetterState.HANDING_OVER, _letters.taken_at <= before
        )
    )
    return tuple(letter_id for (letter_id,) in rows)
