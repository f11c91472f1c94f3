"""Pre-information: refined within its topic, or corrected and moved to the right queue. Pure.

    held, ended ── RefinePreInformation ──► the same state; a finer topic, a detail
    held ── CorrectPreInformation ──┬─► held, where the queue stays the same
                                    └─► waiting in the queue the corrected choice leads to

Both are acts of their own and both are kept: what the customer chose is never written over (R067, R068).

| act | names | outcome |
|---|---|---|
| refine | a finer topic that the topic does not have | `unknown_topic` |
| refine | one it has, or none | refined; also while it is wrapped up, where it is counted |
| correct | a service, topic, finer topic or language that is not in the model | `unknown_topic` |
| correct | what leads to another queue | corrected, and moved as by a transfer, internal message and all |
| correct | what leads to the queue it is in | corrected; its holder goes on |
| correct | the same, while it is offered to somebody | `offer_pending`: she decides by what she was told |

A move by correction never leads to another service line, so an anonymous customer may be moved.
"""

from server_stub.helpline import joining
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.holding import not_held
from server_stub.helpline.pre_information_values import (
    CorrectPreInformation,
    PreInformationCorrected,
    PreInformationRefined,
    RefinePreInformation,
)
from server_stub.helpline.service_model import Service
from server_stub.helpline.transfer import moved
from server_stub.helpline.values import (
    SUPERVISORS_ADDRESS,
    Millis,
    Problem,
    customer_address,
    staff_address,
)


def refined(
    found: Conversation,
    command: RefinePreInformation,
    actor: StaffActor,
    *,
    now: Millis,
    service: Service | None,
) -> Decision | Problem:
    """What refining leads to. `found` is one the actor may see; `service` is its service in the model in
    force.
    """
    problem = not_held(found, command.responsibility_version)
    if found.state == ConversationState.ENDED:
        is_hers = found.responsibility_version == command.responsibility_version
        problem = None if is_hers else Problem("responsibility_moved")
    if problem is not None:
        return problem
    topic = service.topic(found.topic_id) if service is not None else None
    finer = command.finer_topic_id
    # One that has left the model stays as it is: refining adds a detail to it and takes nothing away.
    if finer not in (None, found.finer_topic_id) and (topic is None or topic.finer_topic(finer) is None):
        return Problem("unknown_topic")
    after = found._replace(
        finer_topic_id=finer,
        detail=command.text,
        refined_by_id=actor.staff_id,
        refined_by_name=actor.display_name,
        refined_at=now,
    )
    # Coded by a professional, for professionals: the customer is told nothing of it.
    return Decision(after, (Addressed(PreInformationRefined(after), _staff(found)),))


def corrected(
    found: Conversation,
    command: CorrectPreInformation,
    actor: StaffActor,
    *,
    now: Millis,
    leads_to: str | None,
    waiting_lapses_ms: Millis,
    promised_at: Millis,
) -> Decision | Problem:
    """What correcting leads to. `found` is one the actor may see; `leads_to` is the queue of the corrected
    choice in the model in force, `promised_at` when an answer is due that is promised now.
    """
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    if leads_to is None:
        return Problem("unknown_topic")
    if leads_to == found.queue_id and found.offered_to_id is not None:
        return Problem("offer_pending", {"to_name": found.offered_to_name or ""})
    after = found._replace(
        service_id=command.service_id,
        topic_id=command.topic_id,
        finer_topic_id=command.finer_topic_id,
        language=command.language,
        corrected_by_id=actor.staff_id,
        corrected_by_name=actor.display_name,
        corrected_at=now,
    )
    # Supervisors who are called are told topic and language: theirs are never the wrong ones.
    called = () if found.help_called_at is None else (SUPERVISORS_ADDRESS,)
    told = (*_staff(found), *called, customer_address(found.conversation_id))
    fact = Addressed(PreInformationCorrected(after), told)
    if leads_to == found.queue_id:
        return Decision(after, (fact,))
    move = moved(
        after,
        actor,
        queue_id=leads_to,
        text=command.text,
        now=now,
        waiting_lapses_ms=waiting_lapses_ms,
        promised_at=promised_at,
    )
    return Decision(move.conversation, (fact, *move.facts), move.due)


def _staff(found: Conversation) -> tuple[str, ...]:
    return (staff_address(found.holder_id or ""), *joining.reader(found))
