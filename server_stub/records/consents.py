"""Permissions of a conversation: each question as it was asked, and what came of it."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, or_, select, update

from server_stub.helpline.consent_values import ConsentChanged, ConsentState, Question
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.wire.consents import Consent, CustomerConsent, decode_asked, encode_asked
from server_stub.wire.heads import StaffRef, stamp, stamp_or_none

_STAMPED = {
    ConsentState.GIVEN: "answered_at",
    ConsentState.REFUSED: "answered_at",
    ConsentState.MOVED: "moved_at",
    ConsentState.OPENED: "opened_at",
    ConsentState.WITHDRAWN: "withdrawn_at",
}


def keep(
    connection: Connection, of: Conversation, question: Question, *, fact_number: int, now: Millis
) -> None:
    """Record a question, in the transaction of its fact, which has that number in its conversation."""
    connection.execute(
        tables.consents.insert().values(
            conversation=of.row,
            number=question.number,
            fact_number=fact_number,
            state=ConsentState.ASKED,
            queue_id=question.queue_id,
            register=question.register,
            first_seq=question.first_seq,
            text_version=question.texts.version,
            starts_on=question.texts.starts_on.isoformat(),
            asked=encode_asked(question),
            staff_id=question.asked_by_id,
            staff_name=question.asked_by_name,
            asked_at=now,
        )
    )


def change(connection: Connection, of: Conversation, changed: ConsentChanged, *, now: Millis) -> None:
    """Record what came of one, in the transaction of its fact."""
    columns: dict[str, object] = {"state": changed.state}
    if (stamped := _STAMPED.get(changed.state)) is not None:
        columns[stamped] = now
    if changed.language is not None:
        columns["language"] = changed.language
    consents = tables.consents
    connection.execute(
        update(consents)
        .where(consents.c.conversation == of.row, consents.c.number == changed.number)
        .values(columns)
    )


def for_staff(
    connection: Connection, conversation: int, *, released_after: int, before_fact: int | None = None
) -> tuple[Consent, ...]:
    """Those of the conversation of that row that whoever holds it may see, ascending: asked since it crossed
    the boundary last (after its fact `released_after`), or by which it crossed.
    """
    consents = tables.consents.c
    asked = select(tables.consents).where(
        consents.conversation == conversation,
        or_(consents.fact_number > released_after, consents.state == ConsentState.OPENED),
    )
    if before_fact is not None:
        asked = asked.where(consents.fact_number < before_fact)
    return tuple(_consent(row) for row in connection.execute(asked.order_by(consents.number)))


def for_customer(connection: Connection, conversation: int) -> tuple[CustomerConsent, ...]:
    """All of the conversation of that row, ascending: each was asked of her."""
    consents = tables.consents.c
    rows: Sequence[Row[tuple[object, ...]]] = connection.execute(
        select(tables.consents).where(consents.conversation == conversation).order_by(consents.number)
    ).all()
    return tuple(_customer_consent(row) for row in rows)


def _consent(row: Row[tuple[object, ...]]) -> Consent:
    asked = decode_asked(bytes(row.asked))
    return Consent(
        number=row.number,
        state=row.state,
        queue_id=row.queue_id,
        target=asked.target,
        register=row.register,
        first_seq=row.first_seq,
        text_version=row.text_version,
        purpose=asked.purpose,
        asked_by=StaffRef(row.staff_id, row.staff_name),
        language=row.language,
        asked_at=stamp(row.asked_at),
        answered_at=stamp_or_none(row.answered_at),
        moved_at=stamp_or_none(row.moved_at),
        opened_at=stamp_or_none(row.opened_at),
        withdrawn_at=stamp_or_none(row.withdrawn_at),
    )


def _customer_consent(row: Row[tuple[object, ...]]) -> CustomerConsent:
    asked = decode_asked(bytes(row.asked))
    return CustomerConsent(
        number=row.number,
        state=row.state,
        target=asked.target,
        register=row.register,
        first_seq=row.first_seq,
        text_version=row.text_version,
        starts_on=row.starts_on,
        purpose=asked.purpose,
        moves=asked.moves,
        refusing=asked.refusing,
        withdrawing=asked.withdrawing,
        after_opening=asked.after_opening,
        language=row.language,
        asked_at=stamp(row.asked_at),
        answered_at=stamp_or_none(row.answered_at),
        moved_at=stamp_or_none(row.moved_at),
        opened_at=stamp_or_none(row.opened_at),
        withdrawn_at=stamp_or_none(row.withdrawn_at),
    )
