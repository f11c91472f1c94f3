"""Refusals as sentences, by what was meant: one reason reads otherwise of a request than of a customer."""

from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.commands import ClaimWaiting, Command
from app.domain.consultation_commands import ConsultationCommand
from app.domain.help_call import AnswerHelpCall, JoinConversation, LeaveConversation, TakeOver
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer
from app.domain.planned_shift import AllowOutsidePlan, PlanShift, RemovePlannedShift
from app.domain.presence import BeginShift, EndShift, SetPresence
from app.domain.problems import Problem, ProblemCode
from app.ui.words import QT_TRANSLATE_NOOP, filled_in, problem_sentence

_ABOUT_A_CALLBACK = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems", "The callback request is not in your queues any more."
    ),
    ProblemCode.ALREADY_CLAIMED: QT_TRANSLATE_NOOP("problems", "{name} was first to take the request."),
    ProblemCode.RESPONSIBILITY_MOVED: QT_TRANSLATE_NOOP(
        "problems", "The request is no longer yours: responsibility has moved."
    ),
    ProblemCode.NOT_HELD: QT_TRANSLATE_NOOP(
        "problems", "Take the request first: then its number is shown and you can dial."
    ),
}
_OF_AN_OFFER = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "The offer is not there any more."),
}
_OF_A_HELP_CALL = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "The call for help is over already."),
}
_OF_A_SHIFT = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems", "The service does not know you any more. Sign in again."
    ),
    ProblemCode.UNKNOWN_QUEUE: QT_TRANSLATE_NOOP(
        "problems", "One of these queues is no longer there. Choose again."
    ),
}
_OF_A_PLAN = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "That planned shift is not there any more."),
    ProblemCode.UNKNOWN_PROFESSIONAL: QT_TRANSLATE_NOOP(
        "problems", "That person does not answer customers any more. Choose another."
    ),
    ProblemCode.UNKNOWN_QUEUE: QT_TRANSLATE_NOOP(
        "problems", "That person does not serve one of these queues any more. Choose again."
    ),
}
_OF_A_CONSULTATION = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "The consultation is not in your lines any more."),
    ProblemCode.ALREADY_CLAIMED: QT_TRANSLATE_NOOP("problems", "{name} was first to take the consultation."),
    ProblemCode.RESPONSIBILITY_MOVED: QT_TRANSLATE_NOOP(
        "problems", "The consultation is no longer yours: responsibility has moved."
    ),
    ProblemCode.NOT_HELD: QT_TRANSLATE_NOOP(
        "problems", "Lines can be attached only from a conversation that is yours."
    ),
    ProblemCode.UNKNOWN_QUEUE: QT_TRANSLATE_NOOP(
        "problems", "That line can no longer be asked. Choose again."
    ),
    ProblemCode.CONSENT_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "The customer's lines do not go to a line on the other side between social care and health care "
        "without permission. Ask in your own words, without attached lines.",
    ),
}
_OF_A_CONVERSATION = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "The conversation is not yours any more."),
}
_OF_AN_AGREED_MESSAGE = {
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems", "The contact is not yours any more. Whoever has it now can send the message."
    ),
    ProblemCode.NOT_HELD: QT_TRANSLATE_NOOP(
        "problems", "An agreed message is sent from a contact that is yours, before it is wrapped up."
    ),
    ProblemCode.IDENTIFICATION_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "The customer is anonymous: the message would not find her. Ask her to identify, or tell her now "
        "what she needs to know.",
    ),
    ProblemCode.CONVERSATION_NOT_ENDED: QT_TRANSLATE_NOOP(
        "problems", "The chat still goes on: say it there. Instructions are sent when it has ended."
    ),
    ProblemCode.MESSAGES_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "problems", "This service sends no messages to customers. Tell the customer now, or offer a call."
    ),
}
_OFFERED_TO_A_PERSON = {
    **_OF_A_CONVERSATION,
    ProblemCode.IDENTIFICATION_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "That professional takes identified customers only, and the customer is anonymous. The conversation "
        "is still yours: give the other service's phone number, or offer a call.",
    ),
    ProblemCode.CONSENT_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "That professional is on the other side between social care and health care. A conversation crosses "
        "only with the customer's permission, and into a queue. The conversation is still yours: choose a "
        "queue there and ask for permission.",
    ),
}


def refusal_sentence(command: Command, problem: Problem) -> str:
    """Why it was refused, in the words of what was meant."""
    if isinstance(command, ConsultationCommand):
        return consultation_sentence(problem)
    match command:
        case ClaimWaiting():
            return problem_sentence(problem)
        case ClaimCallback() | ReleaseCallback() | RecordAttempt():
            return callback_sentence(problem)
        case AcceptOffer() | DeclineOffer():
            return _said(_OF_AN_OFFER, problem)
        case AnswerHelpCall() | TakeOver() | JoinConversation() | LeaveConversation():
            return _said(_OF_A_HELP_CALL, problem)
        case BeginShift() | EndShift() | SetPresence():
            return _said(_OF_A_SHIFT, problem)
        case PlanShift() | RemovePlannedShift() | AllowOutsidePlan():
            return planning_sentence(problem)
        case SendAgreedMessage() | SendAfterCall():
            return agreed_sentence(problem)
        case OfferTransfer():
            return _said(_OFFERED_TO_A_PERSON, problem)
        case _:
            return conversation_sentence(problem)


def agreed_sentence(problem: Problem) -> str:
    """Why no agreed message was, or can be, sent from that contact."""
    return _said(_OF_AN_AGREED_MESSAGE, problem)


def planning_sentence(problem: Problem) -> str:
    """Why a plan stayed as it was."""
    return _said(_OF_A_PLAN, problem)


def callback_sentence(problem: Problem) -> str:
    """Why nothing came of a deed about a callback request."""
    return _said(_ABOUT_A_CALLBACK, problem)


def consultation_sentence(problem: Problem) -> str:
    """Why nothing came of a deed about a consultation."""
    return _said(_OF_A_CONSULTATION, problem)


def conversation_sentence(problem: Problem) -> str:
    """Why nothing came of a deed about a conversation of hers."""
    return _said(_OF_A_CONVERSATION, problem)


def _said(own: dict[ProblemCode, str], problem: Problem) -> str:
    source = own.get(problem.code)
    return problem_sentence(problem) if source is None else filled_in(source, problem)
