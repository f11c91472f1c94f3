"""Offers: a held conversation is offered to one professional, who takes it or does not. Pure.

    held ── OfferTransfer ──► held, offered ── AcceptOffer ──► held by the other
      ▲                          │
      └── DeclineOffer (why) ────┤
          WithdrawOffer ─────────┤
          two minutes passed ────┤
          she is away, or goes ──┤
          her account is shut ───┘

A non-urgent message waits for her who is to have it: it may be offered to somebody who is not on duty, her
customer's own worker most of all, and stands until its answer is due and a day at least (R075, R076). Her
being away does not end it, her account being shut does; and it takes none of her room, as a message never
does (decision 49).

The holder stays responsible until the offer is accepted: she reads and answers meanwhile, and nothing of the
conversation is shown to the other but the offer itself. An offer ends with its conversation too: when the
customer ends it, when the holder closes it, moves it to a queue, or is away so long that it returns. One that
is over or somebody else's is answered as an unknown conversation: nobody learns of one by asking.

| who | command | while offered | otherwise |
|---|---|---|---|
| holder | `OfferTransfer` | `offer_pending` | offered, if the receiver may have it |
| receiver | `AcceptOffer` | takes it; or `capacity_full`, or `not_available` on a break | `not_found` |
| receiver | `DeclineOffer` | ends: `declined` | `not_found` |
| holder | `WithdrawOffer` | ends: `withdrawn` | `offer_over` |
| clock | the offer's time | ends: `lapsed` or `receiver_away`, or waits on | nothing |
| clock | she may not answer customers any more | ends: `receiver_away` | nothing |

| receiver | customer | outcome of `OfferTransfer` |
|---|---|---|
| unknown, disabled, of no answering role, the holder herself | any | `unknown_professional` |
| away or on a break, of a chat | any | `not_on_duty` |
| of another service line only | anonymous | `identification_needed` (R078) |
| else | any | offered |
"""

from typing import Final, NamedTuple

from server_stub.helpline import help_call
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_facts import ConversationEntered, ConversationLeft
from server_stub.helpline.conversation_values import Channel, Conversation, DueKind
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.help_values import HelpEnding
from server_stub.helpline.holding import handed_over, not_held
from server_stub.helpline.offer_values import (
    AcceptOffer,
    DeclineOffer,
    OfferAccepted,
    OfferEnded,
    OfferEnding,
    OfferTransfer,
    TransferOffered,
    WithdrawOffer,
)
from server_stub.helpline.presence import AWAY_AFTER_MS, Presence, cannot_take
from server_stub.helpline.values import Millis, Problem, customer_address, staff_address

DAY_MS: Final = 86_400_000
"""How long a message stands offered at least: whoever comes tomorrow finds it."""


class Receiver(NamedTuple):
    """She to whom a conversation would be offered. `is_there`: on duty (helpline/presence.py);
    `serves_advice`: she answers advice queues, not only another service line's; `queues` are those she may
    serve.
    """

    staff_id: str
    display_name: str
    is_there: bool
    serves_advice: bool
    queues: frozenset[str] = frozenset()


def offered(
    found: Conversation,
    command: OfferTransfer,
    *,
    now: Millis,
    receiver: Receiver | None,
    lapses_ms: Millis,
) -> Decision | Problem:
    """What offering leads to. `found` is one the actor may see; `receiver` is None when there is none."""
    problem = not_held(found, command.responsibility_version)
    if problem is not None:
        return problem
    if found.offered_to_id is not None:
        return Problem("offer_pending", {"to_name": found.offered_to_name})
    if receiver is None or receiver.staff_id == found.holder_id:
        return Problem("unknown_professional")
    is_chat = found.channel == Channel.CHAT
    if is_chat and not receiver.is_there:
        return Problem("not_on_duty", {"to_name": receiver.display_name})
    if not receiver.serves_advice and found.identity == "anonymous":
        return Problem("identification_needed")
    lapses_at = now + lapses_ms if is_chat else max(found.due_at or 0, now + DAY_MS)
    after = found._replace(
        offered_to_id=receiver.staff_id,
        offered_to_name=receiver.display_name,
        offered_at=now,
        offer_lapses_at=lapses_at,
        offer_message=command.text,
    )
    looks_at = min(lapses_at, now + AWAY_AFTER_MS) if is_chat else lapses_at
    return Decision(
        after,
        (Addressed(TransferOffered(after), _both(after)),),
        (Due(DueKind.OFFER_LAPSES, looks_at),),
    )


def accepted(
    found: Conversation | None,
    command: AcceptOffer,
    actor: StaffActor,
    *,
    now: Millis,
    load: int,
    is_occupied: bool,
    presence: Presence,
    hold_lapses_ms: Millis,
) -> Decision | Problem:
    """Responsibility moves: the same facts for the conversation as any transfer, and an internal message."""
    if found is None or not _is_offered(found, actor, command.responsibility_version):
        return Problem("not_found")
    if (problem := cannot_take(presence)) is not None:
        return problem
    if is_occupied:
        return Problem("problem_situation")
    if found.channel == Channel.CHAT and load >= actor.capacity:
        return Problem("capacity_full", {"capacity": actor.capacity})
    alone, called = help_call.ending_with(found, HelpEnding.CONVERSATION_OVER)
    by, message = (found.holder_id, found.holder_name), found.offer_message
    after = handed_over(without_offer(alone).without_earlier_lines(), actor, by=by, message=message, now=now)
    former, receiver = staff_address(found.holder_id or ""), actor.address
    return Decision(
        after,
        (
            *called,
            Addressed(OfferAccepted(after), (former, receiver, customer_address(found.conversation_id))),
            Addressed(ConversationLeft(), (former,)),
            Addressed(ConversationEntered(after), (receiver,)),
        ),
        (Due(DueKind.OFFER_LAPSES, None), Due(DueKind.HOLD_LAPSES, now + hold_lapses_ms)),
    )


def declined(found: Conversation | None, command: DeclineOffer, actor: StaffActor) -> Decision | Problem:
    """The offer goes back, with the reason for the holder; without one it is refused before it comes here."""
    if found is None or not _is_offered(found, actor, command.responsibility_version):
        return Problem("not_found")
    return _ended(found, OfferEnding.DECLINED, command.text)


def withdrawn(found: Conversation, command: WithdrawOffer) -> Decision | Problem:
    """The holder takes it back. `found` is one the actor may see."""
    problem = not_held(found, command.responsibility_version)
    if problem is not None:
        return problem
    if found.offered_to_id is None:
        return Problem("offer_over")
    return _ended(found, OfferEnding.WITHDRAWN)


def timed(found: Conversation, *, now: Millis, lease_at: Millis, presence: Presence) -> Decision:
    """The clock looks: is the time over, or the receiver away (`lease_at`: when she was last seen) or by her
    own word not there? Accepting would then be refused, and the customer would wait for nothing.
    """
    if found.offered_to_id is None or found.offer_lapses_at is None:
        return Decision(found, (), (Due(DueKind.OFFER_LAPSES, None),))
    if found.offer_lapses_at <= now:
        return _ended(found, OfferEnding.LAPSED)
    if found.channel == Channel.MESSAGE:
        return Decision(found, (), (Due(DueKind.OFFER_LAPSES, found.offer_lapses_at),))
    away_at = lease_at + AWAY_AFTER_MS
    if away_at <= now or cannot_take(presence) is not None:
        return _ended(found, OfferEnding.RECEIVER_AWAY)
    return Decision(found, (), (Due(DueKind.OFFER_LAPSES, min(found.offer_lapses_at, away_at)),))


def receiver_gone(found: Conversation) -> Decision:
    """The receiver may not answer customers any more: the holder is told, and chooses somebody else."""
    return _ended(found, OfferEnding.RECEIVER_AWAY)


def ending_with(found: Conversation) -> tuple[Conversation, tuple[Addressed, ...], tuple[Due, ...]]:
    """What goes before a fact that ends or moves the conversation: its offer and its help call end."""
    found, called = help_call.ending_with(found, HelpEnding.CONVERSATION_OVER)
    if found.offered_to_id is None:
        return found, called, ()
    ended = Addressed(OfferEnded(OfferEnding.CONVERSATION_OVER, ""), _both(found))
    return without_offer(found), (*called, ended), (Due(DueKind.OFFER_LAPSES, None),)


def without_offer(found: Conversation) -> Conversation:
    """The conversation, offered to nobody."""
    return found._replace(
        offered_to_id=None,
        offered_to_name=None,
        offered_at=None,
        offer_lapses_at=None,
        offer_message=None,
    )


def _ended(found: Conversation, ending: OfferEnding, text: str = "") -> Decision:
    return Decision(
        without_offer(found),
        (Addressed(OfferEnded(ending, text), _both(found)),),
        (Due(DueKind.OFFER_LAPSES, None),),
    )


def _is_offered(found: Conversation, actor: StaffActor, version: int) -> bool:
    return found.offered_to_id == actor.staff_id and found.responsibility_version == version


def _both(of: Conversation) -> tuple[str, ...]:
    return staff_address(of.holder_id or ""), staff_address(of.offered_to_id or "")
