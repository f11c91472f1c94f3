"""Non-urgent messages on the Monday of the pictures: one late, one due today, one later, one answered."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.conversation import Author, Channel, ConversationState, Head, Identity, Topic
from app.domain.ids import ConversationId
from tests.support.desk_builders import MAIJA, a_head
from tests.support.desk_consultations import at

LATE, TODAY, LATER, ANSWERED = (ConversationId(digit * 32) for digit in "4567")


def a_left_message(conversation_id: ConversationId, came: str, due: str | None, **changes: Any) -> Head:
    """One that waits, from an identified customer."""
    came_at: datetime = at(came)
    head = replace(
        a_head(conversation_id),
        identity=Identity.IDENTIFIED,
        channel=Channel.MESSAGE,
        due_at=None if due is None else at(due),
        opened_at=came_at,
        waiting_since=came_at,
        last_seq=1,
        last_line="Olen jäänyt vuokrasta jälkeen, kun työt loppuivat. Voinko hakea teiltä apua?",
        last_by=Author.CUSTOMER,
        last_at=came_at,
        customer_wrote_at=came_at,
    )
    return replace(head, **changes)


def mine(head: Head, **changes: Any) -> Head:
    """Held by who sits at the desk."""
    held = replace(
        head,
        state=ConversationState.HELD,
        holder=MAIJA,
        claimed_at=head.last_at,
        responsibility_version=2,
    )
    return replace(held, **changes)


def messages() -> tuple[Head, ...]:
    """In another order than the list has."""
    home = Topic("kotipalvelu", {"fi": "Kotipalvelun aloittaminen", "sv": "Att börja med hemservice"})
    return (
        a_left_message(LATER, "2026-11-22 12:00", "2026-11-26 16:00", alias="4740", language="sv"),
        a_left_message(TODAY, "2026-11-18 15:20", "2026-11-23 16:00", alias="4702", topic=home),
        a_left_message(LATE, "2026-11-17 09:00", "2026-11-20 16:00", alias="4655"),
        mine(
            a_left_message(ANSWERED, "2026-11-18 10:00", None, alias="4711"),
            customer_wrote_at=None,
            last_by=Author.COUNSELLOR,
            last_line="Teen sinulle hakemuksen.",
        ),
    )
