"""Transfers: a held conversation moves, whole, to another queue. Pure.

    held ── TransferConversation ──► waiting (in the target queue, with the internal message)
      ▲                                 │
      └───────── ClaimWaiting ──────────┘

| target | customer | outcome |
|---|---|---|
| not in the service model | any | `unknown_queue` |
| not where the service passes such applications on | any | `unknown_queue` (R049) |
| another service line's (`SIIRTO_…`) | anonymous | `identification_needed` (R078) |
| another service line's | identified | moves; to `SIIRTO_…_KIIREETON` as a non-urgent message (R072) |
| an advice queue, her own too | any | moves (R059, R068) |

Responsibility is the holder's until the fact, the queue's from it on: never nobody's. The customer keeps the
time she came, so that a transfer does not send her to the end of a queue; hand-overs are counted (R079).
"""

from server_stub.helpline import consent, non_urgent
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import TransferConversation
from server_stub.helpline.conversation_facts import (
    ConversationEntered,
    ConversationLeft,
    ConversationTransferred,
)
from server_stub.helpline.conversation_values import Conversation, ConversationState, DueKind
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.holding import not_held
from server_stub.helpline.offer import ending_with
from server_stub.helpline.passing_on import NOWHERE, Applications, PassOnTarget, leads_there
from server_stub.helpline.service_model import QueueKind
from server_stub.helpline.values import Millis, Problem, customer_address, queue_address, staff_address


def transferred(
    found: Conversation,
    command: TransferConversation,
    actor: StaffActor,
    *,
    now: Millis,
    target: QueueKind | None,
    waiting_lapses_ms: Millis,
    promised_at: Millis,
    applications: Applications = NOWHERE,
) -> Decision | Problem:
    """What moving leads to. `found` is one the actor may see; `target` is the kind of the queue named.

    `promised_at` is when an answer is due that is promised now, `applications` where its service passes
    applications on.
    """
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    if target is None or not leads_there(applications, command.passed_on_to, command.queue_id):
        return Problem("unknown_queue")
    if target == "transfer" and found.identity == "anonymous":
        return Problem("identification_needed")
    return moved(
        found,
        actor,
        queue_id=command.queue_id,
        text=command.text,
        now=now,
        waiting_lapses_ms=waiting_lapses_ms,
        promised_at=promised_at,
        passed_on_to=command.passed_on_to,
    )


def moved(
    found: Conversation,
    actor: StaffActor,
    *,
    queue_id: str,
    text: str,
    now: Millis,
    waiting_lapses_ms: Millis,
    promised_at: Millis,
    passed_on_to: PassOnTarget | None = None,
) -> Decision:
    """The holder's conversation waits in that queue, with the internal message `text`."""
    after, offers, due = ending_with(found)
    after = (
        consent.used(after, queue_id)
        .without_earlier_lines()
        ._replace(
            state=ConversationState.WAITING,
            queue_id=queue_id,
            holder_id=None,
            holder_name=None,
            claimed_at=None,
            responsibility_version=found.responsibility_version + 1,
            hand_overs=found.hand_overs + 1,
            transferred_by_id=actor.staff_id,
            transferred_by_name=actor.display_name,
            transferred_from=found.queue_id,
            transferred_at=now,
            internal_message=text,
        )
    )
    after = non_urgent.moved_onward(after, promised_at)
    former = staff_address(actor.staff_id)
    return Decision(
        after,
        (
            *offers,
            *consent.use_told(after, found),
            Addressed(
                ConversationTransferred(after, passed_on_to),
                (former, customer_address(found.conversation_id)),
            ),
            Addressed(ConversationLeft(), (former,)),
            Addressed(ConversationEntered(after), (queue_address(queue_id),)),
        ),
        (Due(DueKind.HOLD_LAPSES, None), Due(DueKind.WAITING_LAPSES, now + waiting_lapses_ms), *due),
    )
