"""What a decision about a conversation may depend on, and who may know of one."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, assert_never

from server_stub.helpline import joining, offer
from server_stub.helpline.actors import Actor, ClockActor, CustomerActor, StaffActor
from server_stub.helpline.attachment_values import Attachment
from server_stub.helpline.callback_values import Callback
from server_stub.helpline.consent_values import ConsentTarget
from server_stub.helpline.conversation_values import Conversation, ConversationState, Identity
from server_stub.helpline.hand_over_rules import USUAL_HAND_OVERS, HandOverRules
from server_stub.helpline.masking_values import Maskable
from server_stub.helpline.planned_shift import NO_PLAN, Plan
from server_stub.helpline.presence import AT_FIRST, Presence
from server_stub.helpline.promise import LONGEST_DAYS
from server_stub.helpline.service_model import QueueKind, Register, Service
from server_stub.helpline.values import Millis, Problem, customer_address, queue_address, staff_address

_NOT_SAID: Final[Mapping[str, Register | None]] = MappingProxyType({})


class Situation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction.

    `load` is how many conversations the actor holds, `is_occupied` whether she is in a problem situation
    in one of them; `admission` is the queue an opening
    would lead to, or why it may not; `due_at` is when a timed act was due (None: it is no
    longer due); `lease_at` is when the one it waits for was last seen; `target` is the kind of the queue a
    transfer names, `receiver` the professional an offer names, None when there is none such; `service` is
    the conversation's in the model in force, whose number is `model_version`; `presence` is what somebody
    who takes a customer says of herself; `notes` is how many the conversation has; `holder_answers`
    is whether its holder may still answer customers at all, `receiver_answers` the same of whom it is offered
    to; `leads_to` is the queue of a corrected choice;
    `identity` is what she is who opens one, and `can_identify` whether there is a provider to send her to;
    `promise_days` and `days_off` are what a promise of an answer goes by.
    `registers` says whose record each queue of the model in force is of, `asking_queues` which of them nobody
    moves to without being asked, whatever the register; `asked_about` is the queue that asking names.
    `begun` is how the internal message to the queue of a transfer begins, in each language.
    `maskable` is the message a span of which is to be masked, None where there is none such;
    `is_somebodys`: it is still known whose the conversation is, which is erased with its words;
    `upload` is the file a customer sends, `attachments` how many the conversation has, of `most_attachments`;
    `call` is the callback request an agreed message follows, where it follows a call;
    `plan` is what is planned for her who takes a customer, and what it decides.
    """

    now: Millis
    actor: Actor
    conversation: Conversation | None
    load: int = 0
    is_occupied: bool = False
    admission: str | Problem | None = None
    has_open_conversation: bool = False
    new_conversation_id: str = ""
    new_alias: str = ""
    due_at: Millis | None = None
    lease_at: Millis = 0
    hold_lapses_ms: Millis = 600_000
    waiting_lapses_ms: Millis = 600_000
    target: QueueKind | None = None
    service: Service | None = None
    model_version: int = 0
    presence: Presence = AT_FIRST
    receiver: offer.Receiver | None = None
    offer_lapses_ms: Millis = 120_000
    notes: int = 0
    holder_answers: bool = True
    receiver_answers: bool = True
    identity: Identity = "anonymous"
    can_identify: bool = False
    leads_to: str | None = None
    promise_days: int = LONGEST_DAYS
    days_off: frozenset[date] = frozenset()
    registers: Mapping[str, Register | None] = _NOT_SAID
    maskable: Maskable | None = None
    asked_about: ConsentTarget | None = None
    asking_queues: frozenset[str] = frozenset()
    is_somebodys: bool = True
    call: Callback | None = None
    hand_over_rules: HandOverRules = USUAL_HAND_OVERS
    begun: frozenset[str] = frozenset()
    upload: Attachment | None = None
    attachments: int = 0
    most_attachments: int = 0
    plan: Plan = NO_PLAN


def may_see(conversation: Conversation, actor: Actor) -> bool:
    """Whether the conversation exists at all for this actor; else it is answered as unknown (404)."""
    match actor:
        case StaffActor():
            if conversation.state == ConversationState.WAITING:
                return conversation.queue_id in actor.queues
            return conversation.holder_id == actor.staff_id
        case CustomerActor():
            return conversation.conversation_id == actor.conversation_id
        case ClockActor():
            return True
        case _:
            assert_never(actor)


def watchers(conversation: Conversation) -> tuple[str, ...]:
    """Who follows the conversation now: the responsible side, who reads along, and the customer."""
    customer = customer_address(conversation.conversation_id)
    match conversation.state:
        case ConversationState.WAITING:
            return (queue_address(conversation.queue_id), customer)
        case ConversationState.HELD | ConversationState.ENDED if conversation.holder_id:
            return (staff_address(conversation.holder_id), *joining.reader(conversation), customer)
        case _:
            return (customer,)


def reachable(situation: Situation) -> Conversation | Problem:
    """The conversation, when this actor may know of it.

    A former holder is told that responsibility moved only through the fact; her command is
    answered as such when the conversation is still one she could see.
    """
    found = situation.conversation
    if found is None or not may_see(found, situation.actor):
        return Problem("not_found")
    return found
