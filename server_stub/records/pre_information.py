"""Pre-information as rows: every act that refined or corrected it, and what was chosen beside what it was."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.pre_information_values import PreInformationCorrected, PreInformationFact
from server_stub.helpline.values import Millis
from server_stub.records import tables


def keep(
    connection: Connection,
    fact: PreInformationFact,
    *,
    fact_number: int,
    staff_id: str,
    now: Millis,
) -> None:
    """Write an act, in the transaction of its fact, which has that number in its conversation. `queue_id` is
    where the conversation stood: where a correction moved it to is its transfer's.
    """
    of = fact.conversation
    act = "corrected" if isinstance(fact, PreInformationCorrected) else "refined"
    connection.execute(
        tables.pre_information_acts.insert().values(
            conversation=of.row,
            fact_number=fact_number,
            act=act,
            at=now,
            staff_id=staff_id,
            service_id=of.service_id,
            topic_id=of.topic_id,
            finer_topic_id=of.finer_topic_id,
            language=of.language,
            queue_id=of.queue_id,
            detail=of.detail,
        )
    )


class Act(NamedTuple):
    """One act, as it left the pre-information."""

    act: str
    at: Millis
    staff_id: str
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    language: str
    queue_id: str
    detail: str


def acts(connection: Connection, of: Conversation) -> tuple[Act, ...]:
    """Every act on the pre-information of a conversation, in order."""
    kept = tables.pre_information_acts.c
    asked = (
        select(*(kept[name] for name in Act._fields))
        .where(kept.conversation == of.row)
        .order_by(kept.fact_number)
    )
    return tuple(Act._make(row) for row in connection.execute(asked))
