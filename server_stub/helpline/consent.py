"""Consent: the customer's permission to move her conversation across the register boundary. Pure (R070, I11).

    (nothing) ── AskConsent ──► asked ── AnswerConsent ──► given ── TransferConversation ──► moved
                                 │ │                         │ │                              │ │
               AskConsent anew  │ └─ AnswerConsent          │ └─ WithdrawConsent             │ └─ ClaimWaiting
                   (or given) ▼  ▼                           ▼                                │        ▼
                        replaced  refused                withdrawn ◄──── WithdrawConsent ─────┘      opened
                                                                     (and it goes home)

A question names one queue and what would move: the whole conversation, or from one message on. The talk goes
on all the while. Nothing moves by the answer: the holder still transfers, and only to that queue. Until the
receiver opens it nobody there reads a word (`is_sealed`), and the customer may take it back: then it returns
to the queue it came from. Once it is opened, its holder is shown what was released and nothing before it, nor
any note that was written before: that holds for good, back across the boundary too.

| who | command | asked | given | moved | else |
|---|---|---|---|---|---|
| holder | `AskConsent` | asks anew | asks anew | `not_found` | asks |
| customer | `AnswerConsent` | answered | the same: nothing more | `consent_over` | `consent_over` |
| customer | `WithdrawConsent` | refused | withdrawn | withdrawn, goes home | opened: `consent_used` |

An answer names its question's number: one that was asked anew meanwhile is `consent_over`, and nothing is
taken for permission that was not read.
"""

from typing import assert_never

from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.consent_values import (
    AnswerConsent,
    AskConsent,
    ConsentAsked,
    ConsentChanged,
    ConsentCommand,
    ConsentState,
    Question,
    WithdrawConsent,
)
from server_stub.helpline.conversation_facts import (
    ConversationEntered,
    ConversationLeft,
    ConversationReturned,
)
from server_stub.helpline.conversation_situation import Situation, reachable, watchers
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.holding import is_over, not_held
from server_stub.helpline.values import Problem, customer_address, queue_address
from server_stub.helpline.wording import Language

_HOME = "consent_withdrawn"


def decided(situation: Situation, command: ConsentCommand) -> Decision | Problem:
    """What a command about consent leads to."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    match command:
        case AskConsent():
            return _asked(situation, found, command)
        case AnswerConsent() | WithdrawConsent() if not isinstance(situation.actor, CustomerActor):
            return Problem("not_found")
        case AnswerConsent():
            return _answered(found, command)
        case WithdrawConsent():
            return _withdrawn(found, command)
        case _:
            assert_never(command)


def _asked(situation: Situation, found: Conversation, command: AskConsent) -> Decision | Problem:
    actor, target = situation.actor, situation.asked_about
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    if target is None:
        return Problem("unknown_queue")
    if not target.is_needed:
        return Problem("consent_not_needed")
    if target.texts is None or target.register is None:
        return Problem("consent_unavailable")
    if not found.shown_after_seq < command.first_seq <= max(1, found.last_seq):
        return Problem("message_changed")
    question = Question(
        number=(found.consent_number or 0) + 1,
        queue_id=command.queue_id,
        target=target.name,
        register=target.register,
        first_seq=command.first_seq,
        texts=target.texts,
        asked_by_id=actor.staff_id,
        asked_by_name=actor.display_name,
    )
    after = found._replace(
        consent_number=question.number,
        consent_state=ConsentState.ASKED,
        consent_queue_id=question.queue_id,
        consent_after_seq=question.first_seq - 1,
    )
    readers = watchers(found)
    former: tuple[Addressed, ...] = ()
    if found.consent_number is not None and found.consent_state in (ConsentState.ASKED, ConsentState.GIVEN):
        former = (Addressed(ConsentChanged(found.consent_number, ConsentState.REPLACED), readers),)
    return Decision(after, (*former, Addressed(ConsentAsked(question), readers)))


def _answered(found: Conversation, command: AnswerConsent) -> Decision | Problem:
    if (problem := is_over(found)) is not None:
        return problem
    answer = ConsentState.GIVEN if command.is_given else ConsentState.REFUSED
    if found.consent_number != command.number:
        return Problem("consent_over")
    if found.consent_state == answer:
        return Decision(found, ())
    if found.consent_state != ConsentState.ASKED:
        return Problem("consent_over")
    return _changed(found, answer, command)


def _withdrawn(found: Conversation, command: WithdrawConsent) -> Decision | Problem:
    if (problem := is_over(found)) is not None:
        return problem
    if found.consent_number != command.number:
        return Problem("consent_over")
    match found.consent_state:
        case ConsentState.ASKED:
            return _changed(found, ConsentState.REFUSED)
        case ConsentState.GIVEN:
            return _changed(found, ConsentState.WITHDRAWN)
        case ConsentState.MOVED:
            return _sent_home(found)
        case ConsentState.OPENED:
            return Problem("consent_used")
        case _:
            return Decision(found, ())


def _changed(found: Conversation, state: ConsentState, answered: AnswerConsent | None = None) -> Decision:
    after = found._replace(consent_state=state)
    language = answered.language if answered is not None else None
    return Decision(after, (Addressed(_told(found, state, language), watchers(found)),))


def _told(found: Conversation, state: ConsentState, language: Language | None = None) -> ConsentChanged:
    return ConsentChanged(found.consent_number or 0, state, language)


def _sent_home(found: Conversation) -> Decision:
    """Nobody has opened it: it waits again where it came from, and there they forget that it was there."""
    home = found.transferred_from or found.queue_id
    after = found._replace(
        queue_id=home,
        consent_state=ConsentState.WITHDRAWN,
        responsibility_version=found.responsibility_version + 1,
        # The move is undone: it is no hand-over, and what was written for the receiver is nobody's.
        hand_overs=found.hand_overs - 1,
        transferred_by_id=None,
        transferred_by_name=None,
        transferred_from=None,
        transferred_at=None,
        internal_message=None,
    )
    there, customer = queue_address(found.queue_id), customer_address(found.conversation_id)
    back = ConversationReturned(home, after.responsibility_version, found.waiting_since, _HOME)
    return Decision(
        after,
        (
            Addressed(_told(found, ConsentState.WITHDRAWN), (customer,)),
            Addressed(back, (there, customer)),
            Addressed(ConversationLeft(), (there,)),
            Addressed(ConversationEntered(after), (queue_address(home),)),
        ),
    )


def used(found: Conversation, queue_id: str) -> Conversation:
    """The conversation about to move to that queue: by the permission for it, where there is one."""
    if found.consent_state == ConsentState.GIVEN and found.consent_queue_id == queue_id:
        return found._replace(consent_state=ConsentState.MOVED)
    return found


def use_told(after: Conversation, before: Conversation) -> tuple[Addressed, ...]:
    """To the customer, that it has moved by her permission and may still be taken back."""
    if after.consent_state == before.consent_state:
        return ()
    return (Addressed(_told(after, ConsentState.MOVED), (customer_address(after.conversation_id),)),)


def opened(found: Conversation) -> Conversation:
    """The conversation as whoever claims it is to see it: what was released, and nothing before it."""
    if not is_sealed(found):
        return found
    after = found._replace(
        consent_state=ConsentState.OPENED,
        released_after_seq=max(found.released_after_seq, found.consent_after_seq),
        released_after_number=found.last_number,
        shown_after_seq=_shown_after(found),
        # What a professional added to what the customer chose is of the register it was written in.
        detail="",
    )
    # A mark says what a line said; and a new line is marked only where no mark stands.
    return after._replace(concern=None, concern_seq=None) if is_mark_left_behind(found) else after


def is_mark_left_behind(found: Conversation) -> bool:
    """Whether a sealed conversation's mark is of a line that does not move along: those who wait for it are
    told nothing of it, and whatever is written now is marked as if there were none.
    """
    return is_sealed(found) and found.concern is not None and (found.concern_seq or 0) <= _shown_after(found)


def _shown_after(found: Conversation) -> int:
    """The last line that stays behind when a sealed conversation is opened."""
    return max(found.shown_after_seq, found.released_after_seq, found.consent_after_seq)


def opening_told(after: Conversation, before: Conversation) -> tuple[Addressed, ...]:
    """To the customer, that it has been opened."""
    if after.consent_state == before.consent_state:
        return ()
    return (Addressed(_told(after, ConsentState.OPENED), (customer_address(after.conversation_id),)),)


def left_unopened(found: Conversation) -> Conversation:
    """The conversation about to be over: one that nobody there has opened is of where it came from."""
    return found._replace(queue_id=found.transferred_from or found.queue_id) if is_sealed(found) else found


def is_sealed(found: Conversation) -> bool:
    """Whether it has moved by permission and nobody there has opened it: they see that it waits."""
    return found.consent_state == ConsentState.MOVED and found.state == ConversationState.WAITING
