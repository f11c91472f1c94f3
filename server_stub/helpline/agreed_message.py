"""Agreed messages: a professional writes to the customer of a contact, as agreed with her. Pure (R117–R122).

    (nothing) ── SendAgreedMessage, open ──► held, nothing owed ── customer writes ──► held, promised
        │                                       │        ▲                                 │
        │                                       │        └───────── holder writes ─────────┘
        └── SendAgreedMessage, one-way ──► closed ◄── its end has come, or whoever holds it ends it

It is a non-urgent message (decision 49) that a professional begins: held by her, and open until its end. It
goes to whoever had identified in the contact, for the same other if she acts for one (R118), and to nobody
else: the command names the contact and never a person. It stays in the queue of its contact, and so in its
register (decision 48). While an answer is owed its end waits: no question is closed unread.
"""

from datetime import UTC, timedelta
from typing import Final, NamedTuple

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.agreed_values import Purpose, SendAgreedMessage
from server_stub.helpline.callback_values import AttemptOutcome
from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation_facts import (
    ConversationEntered,
    ConversationOpened,
    ConversationWrappedUp,
    MessageWritten,
)
from server_stub.helpline.conversation_situation import Situation, may_see
from server_stub.helpline.conversation_values import (
    By,
    Channel,
    ClosedReason,
    Conversation,
    ConversationState,
    Direction,
    DueKind,
)
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.ending import over
from server_stub.helpline.new_conversation import LAST_LINE_CHARACTERS, new_conversation
from server_stub.helpline.values import Millis, Problem, customer_address, staff_address

_DAY_MS: Final = 24 * 60 * 60 * 1000
_TALKING: Final = (ConversationState.WAITING, ConversationState.HELD)


class _Contact(NamedTuple):
    """What a message takes from the contact it follows."""

    alias: str
    queue_id: str
    language: str
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    goes_on: bool


def sent(situation: Situation, command: SendAgreedMessage) -> Decision | Problem:
    """A message to the customer of that contact; the decision is about the new message, not the contact.

    Only who holds the contact, or held it when it was closed, may send (trust.md I5), or who reached the
    customer by phone; of a contact that moved on, or that waits, there is nothing for her.
    `situation.service` is the contact's.
    """
    actor, now = situation.actor, situation.now
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    contact = _call(situation, actor) if command.callback_id is not None else _conversation(situation, actor)
    if isinstance(contact, Problem):
        return contact
    if not situation.is_somebodys:
        # Erased meanwhile: nobody knows any more to whom it would go.
        return Problem("not_found")
    messages = situation.service.messages if situation.service is not None else None
    if messages is None:
        return Problem("messages_unavailable")
    if command.purpose == Purpose.INSTRUCTIONS and contact.goes_on:
        # While they talk she says it there; this is what comes after the talk (R119).
        return Problem("conversation_not_ended")
    if command.agreed_on > moment(now).date():
        return Problem("malformed", {"detail": "$.agreed_on"})
    new = new_conversation(
        situation.new_conversation_id,
        contact.alias,
        queue_id=contact.queue_id,
        language=contact.language,
        identity="identified",
        service_id=contact.service_id,
        topic_id=contact.topic_id,
        finer_topic_id=contact.finer_topic_id,
        channel=Channel.MESSAGE,
        now=now,
    )._replace(
        state=ConversationState.HELD,
        holder_id=actor.staff_id,
        holder_name=actor.display_name,
        claimed_at=now,
        direction=Direction.PROFESSIONAL,
        open_until=None if command.is_one_way else ends_at(now, messages.days_open),
    )
    after = new.spoken_in(
        seq=1,
        line=command.text[:LAST_LINE_CHARACTERS],
        by=By.COUNSELLOR,
        at=now,
        unanswered_since=None,
        read=(0, 1),
    )
    customer = (customer_address(new.conversation_id),)
    facts = (
        Addressed(ConversationOpened(new), customer),
        Addressed(MessageWritten(1, By.COUNSELLOR, command.text, command.masked), customer),
        Addressed(ConversationEntered(after), (staff_address(actor.staff_id),)),
    )
    if not command.is_one_way:
        return Decision(after, facts, (Due(DueKind.MESSAGE_ENDS, after.open_until),))
    closing = over(after, ClosedReason.ANSWERED, now)
    told = _told(after, situation.model_version)
    return Decision(closing.conversation, (*facts, *told, *closing.facts), closing.due)


def _conversation(situation: Situation, actor: StaffActor) -> _Contact | Problem:
    found = situation.conversation
    if found is None or not may_see(found, actor):
        return Problem("not_found")
    if found.state == ConversationState.WAITING:
        return Problem("responsibility_moved")
    if found.identity != "identified":
        return Problem("identification_needed")
    return _Contact(
        alias=found.alias,
        queue_id=found.queue_id,
        language=found.language,
        service_id=found.service_id,
        topic_id=found.topic_id,
        finer_topic_id=found.finer_topic_id,
        goes_on=found.channel == Channel.CHAT and found.state in _TALKING,
    )


def _call(situation: Situation, actor: StaffActor) -> _Contact | Problem:
    """A call in which she reached the customer, who had identified when she asked for it."""
    found = situation.call
    reached = AttemptOutcome.REACHED
    if found is None or not any(
        (each.staff_id, each.outcome) == (actor.staff_id, reached) for each in found.attempts
    ):
        return Problem("not_found")
    if not found.is_identified:
        return Problem("identification_needed")
    return _Contact(
        alias=situation.new_alias,
        queue_id=found.queue_id,
        language=found.language,
        service_id=found.service_id,
        topic_id=found.topic_id,
        finer_topic_id=None,
        goes_on=False,
    )


def ends_at(now: Millis, days_open: int) -> Millis:
    """The end of the last of so many days after the day it is now in Helsinki."""
    here = moment(now)
    last = here.replace(hour=23, minute=59, second=59, microsecond=0, tzinfo=None) + timedelta(days=days_open)
    return round(last.replace(tzinfo=here.tzinfo).astimezone(UTC).timestamp() * 1000)


def end_came(situation: Situation, found: Conversation) -> Decision:
    """Its end has come: it is closed and counted, unless an answer is owed or it is over already."""
    if found.state not in _TALKING:
        return Decision(found, (), (Due(DueKind.MESSAGE_ENDS, None),))
    if found.due_at is not None:
        return Decision(found, (), (Due(DueKind.MESSAGE_ENDS, situation.now + _DAY_MS),))
    closing = over(found, ClosedReason.ANSWERED, situation.now)
    told = _told(found, situation.model_version)
    due = (*closing.due, Due(DueKind.MESSAGE_ENDS, None))
    return Decision(closing.conversation, (*told, *closing.facts), due)


def _told(of: Conversation, version: int) -> tuple[Addressed, ...]:
    """The row a contact is counted by (R131): what it was about was said with the contact it follows."""
    if of.holder_id is None:
        return ()
    said = ConversationWrappedUp(
        contact_reasons=(),
        outcome=None,
        notes="",
        service_model_version=version,
        by_id=of.holder_id,
        by_name=of.holder_name or "",
    )
    return (Addressed(said, (staff_address(of.holder_id),)),)
