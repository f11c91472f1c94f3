"""The life of a conversation: `decide(situation, command)` → a decision or a problem. Pure.

    (nothing) ── OpenConversation ──► waiting ── ClaimWaiting ──► held ── EndConversation ──► ended
                                       │   ▲                      │  │                          │
                                       │   ├── counsellor away ───┤  │                          │
                                       │   └─ TransferConversation┘  │   (helpline/transfer.py, │
                                       │                             │    offers: offer.py)     │
         EndConversation (left_queue)  │                    CloseConversation      WrapUp, CloseConversation
         customer away (abandoned)     ▼                             ▼                          ▼
                                     closed ◄────────────────────────┴────────── (answered) ────┘

An ended conversation stays with its holder until she has wrapped it up, however long she is away
(helpline/wrap_up.py); whoever ends it, the customer is free at once. The arrows are decided in talk.py,
claiming.py and ending.py; what a decision may depend on is in conversation_situation.py.

Exactly one is responsible at any time: the queue while it waits, the holder while it is
held or ended, nobody (with a reason) once closed (trust.md I5, I6).
"""

from typing import assert_never

from server_stub.helpline import (
    agreed_message,
    attachment,
    claiming,
    consent,
    ending,
    hand_overs,
    help_call,
    identification,
    joining,
    masking,
    non_urgent,
    offer,
    pre_information,
    problem_situation,
    register,
    talk,
)
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.agreed_values import SendAgreedMessage
from server_stub.helpline.attachment_values import SendAttachment
from server_stub.helpline.consent_values import AnswerConsent, AskConsent, WithdrawConsent
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    LookAtHolder,
    MarkRead,
    OpenConversation,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.conversation_situation import Situation, reachable
from server_stub.helpline.conversation_values import Channel, DueKind
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.help_values import (
    AnswerHelpCall,
    CallForHelp,
    HelpCommand,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.identification_values import (
    AskIdentification,
    DecideEarlierLines,
    DeclineIdentification,
    Identify,
)
from server_stub.helpline.masking_values import MaskSpan
from server_stub.helpline.offer_values import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from server_stub.helpline.passing_on import NOWHERE
from server_stub.helpline.pre_information_values import (
    CorrectPreInformation,
    PreInformationCommand,
    RefinePreInformation,
)
from server_stub.helpline.problem_values import (
    BeginProblemSituation,
    EndProblemSituation,
    ProblemCommand,
    TickStep,
)
from server_stub.helpline.take_over import taken_over
from server_stub.helpline.transfer import transferred
from server_stub.helpline.values import Problem


def decide(situation: Situation, command: Command) -> Decision | Problem:
    """What `command` leads to in `situation`."""
    led = _decide(situation, command)
    if isinstance(led, Problem):
        return led
    if _crosses(situation, led):
        return Problem("consent_needed")
    rules, found = situation.hand_over_rules, situation.conversation
    if (problem := hand_overs.reason_missing(found, command, rules, begun=situation.begun)) is not None:
        return problem
    settled = problem_situation.settled(found, led, now=situation.now)
    return hand_overs.told(found, settled, rules)


def _crosses(situation: Situation, led: Decision) -> bool:
    """Whether it would leave the register it belongs to: looked at here, once, for every command (I11)."""
    actor, receiver = situation.actor, situation.receiver
    return situation.conversation is not None and register.crosses(
        situation.registers,
        situation.conversation,
        led.conversation,
        actor=actor.queues if isinstance(actor, StaffActor) else None,
        receiver=receiver.queues if receiver is not None else frozenset(),
        asking=situation.asking_queues,
    )


def _decide(situation: Situation, command: Command) -> Decision | Problem:
    match command:
        case OpenConversation():
            return talk.opened(situation, command)
        case WriteMessage():
            return talk.written(situation, command)
        case SendAttachment():
            return attachment.sent(situation, command)
        case MarkRead():
            return talk.marked_read(situation, command)
        case EndConversation():
            return ending.ended(situation, command)
        case ClaimWaiting():
            return claiming.claimed(situation)
        case CloseConversation():
            return ending.closed(situation, command)
        case WrapUp():
            return ending.wrapped_up(situation, command)
        case TransferConversation():
            return _transfer(situation, command)
        case ReturnToQueue():
            return claiming.given_back(situation, command)
        case WriteNote():
            return talk.noted(situation, command)
        case OfferTransfer() | AcceptOffer() | DeclineOffer() | WithdrawOffer():
            return _about_offer(situation, command)
        case (
            CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
        ):
            return _about_help(situation, command)
        case AskIdentification() | DeclineIdentification() | Identify() | DecideEarlierLines():
            return identification.decided(situation, command)
        case AskConsent() | AnswerConsent() | WithdrawConsent():
            return consent.decided(situation, command)
        case BeginProblemSituation() | TickStep() | EndProblemSituation():
            return _about_problem(situation, command)
        case RefinePreInformation() | CorrectPreInformation():
            return _about_pre_information(situation, command)
        case MaskSpan():
            return masking.masked(situation, command)
        case SendAgreedMessage():
            return agreed_message.sent(situation, command)
        case LookAtHolder() if not situation.holder_answers:
            return claiming.left_behind(situation)
        case LookAtHolder() if situation.conversation and not situation.receiver_answers:
            return offer.receiver_gone(situation.conversation)
        case LookAtHolder() if situation.conversation and situation.conversation.channel == Channel.MESSAGE:
            # Its customer waits for days, not for her who holds it to be back from her lunch.
            return Decision(situation.conversation, ())
        case LookAtHolder():
            return help_call.holder_looked_at(
                situation.conversation, now=situation.now, lease_at=situation.lease_at
            )
        case TimedAct(kind=DueKind.MESSAGE_ENDS):
            found = situation.conversation
            if found is None or situation.due_at is None or situation.due_at != command.at:
                return Problem("not_found")
            return agreed_message.end_came(situation, found)
        case TimedAct():
            return claiming.timed(situation, command)
        case _:
            assert_never(command)


def _transfer(situation: Situation, command: TransferConversation) -> Decision | Problem:
    found, actor = reachable(situation), situation.actor
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    return transferred(
        found,
        command,
        actor,
        now=situation.now,
        target=situation.target,
        waiting_lapses_ms=situation.waiting_lapses_ms,
        promised_at=non_urgent.due(situation),
        applications=NOWHERE if situation.service is None else situation.service.applications,
    )


def _about_pre_information(situation: Situation, command: PreInformationCommand) -> Decision | Problem:
    found, actor, now = reachable(situation), situation.actor, situation.now
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    if isinstance(command, RefinePreInformation):
        return pre_information.refined(found, command, actor, now=now, service=situation.service)
    return pre_information.corrected(
        found,
        command,
        actor,
        now=now,
        leads_to=situation.leads_to,
        waiting_lapses_ms=situation.waiting_lapses_ms,
        promised_at=non_urgent.due(situation),
    )


def _about_offer(
    situation: Situation, command: OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
) -> Decision | Problem:
    actor, found = situation.actor, situation.conversation
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    match command:
        case AcceptOffer():
            return offer.accepted(
                found,
                command,
                actor,
                now=situation.now,
                load=situation.load,
                is_occupied=situation.is_occupied,
                presence=situation.presence,
                hold_lapses_ms=situation.hold_lapses_ms,
            )
        case DeclineOffer():
            return offer.declined(found, command, actor)
        case OfferTransfer() | WithdrawOffer():
            mine = reachable(situation)
            if isinstance(mine, Problem):
                return mine
            if isinstance(command, WithdrawOffer):
                return offer.withdrawn(mine, command)
            return offer.offered(
                mine,
                command,
                now=situation.now,
                receiver=situation.receiver,
                lapses_ms=situation.offer_lapses_ms,
            )
        case _:
            assert_never(command)


def _about_help(situation: Situation, command: HelpCommand) -> Decision | Problem:
    actor, found, now = situation.actor, situation.conversation, situation.now
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    match command:
        case AnswerHelpCall():
            return help_call.answered(found, command, actor, now=now)
        case TakeOver():
            return taken_over(found, command, actor, now=now, hold_lapses_ms=situation.hold_lapses_ms)
        case JoinConversation():
            return joining.joined(found, command, actor, now=now)
        case LeaveConversation():
            return joining.left(found, command, actor)
        case CallForHelp() | WithdrawHelpCall():
            mine = reachable(situation)
            if isinstance(mine, Problem):
                return mine
            if isinstance(command, CallForHelp):
                return help_call.called(mine, command, now=now)
            return help_call.withdrawn(mine, command)
        case _:
            assert_never(command)


def _about_problem(situation: Situation, command: ProblemCommand) -> Decision | Problem:
    actor, found = situation.actor, reachable(situation)
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    match command:
        case BeginProblemSituation():
            return problem_situation.began(found, command, now=situation.now)
        case TickStep():
            return problem_situation.ticked(found, command, actor)
        case EndProblemSituation():
            return problem_situation.ended(found, command, now=situation.now)
        case _:
            assert_never(command)
