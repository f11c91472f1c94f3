"""The entry of every conversation command: straight from the gate, by the same rules as every other route.

Litestar's routing would cost it a fifth of the throughput (decision 13). Admission, decoding and
problems are the functions all routes use.
"""

from collections.abc import Callable, Sequence
from typing import Final

from server_stub.counter.accounts import AccountCounter, SentAccount
from server_stub.counter.callbacks import CallbackCounter, SentCallback
from server_stub.counter.consultations import ConsultationCounter, SentConsultation
from server_stub.counter.counter import Counter, Sent
from server_stub.counter.feedback import FeedbackCounter, SentFeedback
from server_stub.counter.planning import PlanningCounter, SentPlanning
from server_stub.counter.shifts import SentShift, ShiftCounter
from server_stub.counter.transcripts import SentTranscript, TranscriptCounter
from server_stub.helpline.actors import Actor, CustomerActor, StaffActor
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem, customer_address
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Caller, Network, read_caller
from server_stub.identity.principal import CustomerPrincipal, Principal, StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.ports import Points, pass_by
from server_stub.records.commit_groups import WriteFailed
from server_stub.routes.asgi import Scope
from server_stub.routes.gate import Reply
from server_stub.wire import (
    accounts,
    agreed_messages,
    answers,
    attachments,
    callback_commands,
    commands,
    consents,
    consultation_commands,
    feedback,
    identification_commands,
    planned_shifts,
    problem_situations,
    shifts,
    transcripts,
)

RETRY_AFTER_S: Final = 2
AnyCommand = commands.AnyStaffCommand | commands.AnyCustomerCommand

STAFF_ACTIONS: Final[dict[type, Action]] = {
    commands.StaffWriteMessage: Action.STAFF_WRITE_MESSAGE,
    commands.StaffMarkRead: Action.STAFF_MARK_READ,
    commands.ClaimWaiting: Action.STAFF_CLAIM_WAITING,
    commands.CloseConversation: Action.STAFF_CLOSE_CONVERSATION,
    commands.StaffEndConversation: Action.STAFF_END_CONVERSATION,
    commands.WrapUp: Action.STAFF_WRAP_UP,
    agreed_messages.SendAgreedMessage: Action.STAFF_SEND_AGREED_MESSAGE,
    agreed_messages.SendAfterCall: Action.STAFF_SEND_AFTER_CALL,
    callback_commands.ClaimCallback: Action.STAFF_CLAIM_CALLBACK,
    callback_commands.ReleaseCallback: Action.STAFF_RELEASE_CALLBACK,
    callback_commands.RecordAttempt: Action.STAFF_RECORD_ATTEMPT,
    commands.TransferConversation: Action.STAFF_TRANSFER_CONVERSATION,
    shifts.SetPresence: Action.STAFF_SET_PRESENCE,
    shifts.BeginShift: Action.STAFF_BEGIN_SHIFT,
    shifts.EndShift: Action.STAFF_END_SHIFT,
    planned_shifts.PlanShift: Action.STAFF_PLAN_SHIFT,
    planned_shifts.RemovePlannedShift: Action.STAFF_REMOVE_PLANNED_SHIFT,
    planned_shifts.AllowOutsidePlan: Action.STAFF_ALLOW_OUTSIDE_PLAN,
    commands.ReturnToQueue: Action.STAFF_RETURN_TO_QUEUE,
    commands.RefinePreInformation: Action.STAFF_REFINE_PRE_INFORMATION,
    commands.CorrectPreInformation: Action.STAFF_CORRECT_PRE_INFORMATION,
    commands.WriteNote: Action.STAFF_WRITE_NOTE,
    commands.MaskSpan: Action.STAFF_MASK_SPAN,
    commands.OfferTransfer: Action.STAFF_OFFER_TRANSFER,
    commands.AcceptOffer: Action.STAFF_ACCEPT_OFFER,
    commands.DeclineOffer: Action.STAFF_DECLINE_OFFER,
    commands.WithdrawOffer: Action.STAFF_WITHDRAW_OFFER,
    commands.CallForHelp: Action.STAFF_CALL_FOR_HELP,
    commands.WithdrawHelpCall: Action.STAFF_WITHDRAW_HELP_CALL,
    commands.AnswerHelpCall: Action.STAFF_ANSWER_HELP_CALL,
    commands.TakeOver: Action.STAFF_TAKE_OVER,
    commands.JoinConversation: Action.STAFF_JOIN_CONVERSATION,
    commands.LeaveConversation: Action.STAFF_LEAVE_CONVERSATION,
    consultation_commands.OpenConsultation: Action.STAFF_OPEN_CONSULTATION,
    consultation_commands.ClaimConsultation: Action.STAFF_CLAIM_CONSULTATION,
    consultation_commands.ReleaseConsultation: Action.STAFF_RELEASE_CONSULTATION,
    consultation_commands.WriteToConsultation: Action.STAFF_WRITE_TO_CONSULTATION,
    consultation_commands.RecordConsultationCall: Action.STAFF_RECORD_CONSULTATION_CALL,
    consultation_commands.CloseConsultation: Action.STAFF_CLOSE_CONSULTATION,
    consultation_commands.WithdrawConsultation: Action.STAFF_WITHDRAW_CONSULTATION,
    identification_commands.AskIdentification: Action.STAFF_ASK_IDENTIFICATION,
    consents.AskConsent: Action.STAFF_ASK_CONSENT,
    problem_situations.BeginProblemSituation: Action.STAFF_BEGIN_PROBLEM_SITUATION,
    problem_situations.TickStep: Action.STAFF_TICK_STEP,
    accounts.ApplyForAccess: Action.STAFF_APPLY_FOR_ACCESS,
    accounts.WithdrawAccess: Action.STAFF_WITHDRAW_ACCESS,
    accounts.GrantAccess: Action.STAFF_GRANT_ACCESS,
    accounts.RefuseAccess: Action.STAFF_REFUSE_ACCESS,
    accounts.ChangeAccount: Action.STAFF_CHANGE_ACCOUNT,
    accounts.DisableAccount: Action.STAFF_DISABLE_ACCOUNT,
    problem_situations.EndProblemSituation: Action.STAFF_END_PROBLEM_SITUATION,
}
CUSTOMER_ACTIONS: Final[dict[type, Action]] = {
    commands.OpenConversation: Action.CUSTOMER_OPEN_CONVERSATION,
    commands.LeaveMessage: Action.CUSTOMER_LEAVE_MESSAGE,
    commands.CustomerWriteMessage: Action.CUSTOMER_WRITE_MESSAGE,
    attachments.SendAttachment: Action.CUSTOMER_SEND_ATTACHMENT,
    commands.CustomerMarkRead: Action.CUSTOMER_MARK_READ,
    commands.CustomerEndConversation: Action.CUSTOMER_END_CONVERSATION,
    identification_commands.DeclineIdentification: Action.CUSTOMER_DECLINE_IDENTIFICATION,
    identification_commands.DecideEarlierLines: Action.CUSTOMER_DECIDE_EARLIER_LINES,
    consents.AnswerConsent: Action.CUSTOMER_ANSWER_CONSENT,
    consents.WithdrawConsent: Action.CUSTOMER_WITHDRAW_CONSENT,
    callback_commands.RequestCallback: Action.CUSTOMER_REQUEST_CALLBACK,
    callback_commands.WithdrawCallback: Action.CUSTOMER_WITHDRAW_CALLBACK,
    transcripts.RequestTranscript: Action.CUSTOMER_REQUEST_TRANSCRIPT,
    feedback.GiveFeedback: Action.CUSTOMER_GIVE_FEEDBACK,
}

OF_HER_CONVERSATION: Final = (
    commands.CustomerWriteMessage,
    attachments.SendAttachment,
    commands.CustomerMarkRead,
    commands.CustomerEndConversation,
    identification_commands.DeclineIdentification,
    identification_commands.DecideEarlierLines,
    consents.AnswerConsent,
    consents.WithdrawConsent,
    transcripts.RequestTranscript,
    feedback.GiveFeedback,
)
"""A customer's commands that name the conversation her window shows."""


class CommandEntry:
    """One of the two entries, `/api/v1/staff/commands` or `/api/v1/customer/commands`."""

    def __init__(
        self,
        counter: Counter,
        callbacks: CallbackCounter,
        consultations: ConsultationCounter,
        shift_counter: ShiftCounter,
        planning: PlanningCounter,
        transcript_counter: TranscriptCounter,
        feedback_counter: FeedbackCounter,
        account_counter: AccountCounter,
        authenticator: Authenticator,
        limiter: RateLimiter,
        *,
        is_staff: bool,
        proxies: Sequence[Network],
        points: Points = pass_by,
        gone: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`gone` ends the streams at an address: all windows of a browser show where its session is."""
        self._counter = counter
        self._callbacks = callbacks
        self._consultations = consultations
        self._shifts = shift_counter
        self._planning = planning
        self._transcripts = transcript_counter
        self._feedback = feedback_counter
        self._accounts = account_counter
        self._authenticator = authenticator
        self._limiter = limiter
        self._proxies = proxies
        self._points = points
        self._gone = gone
        self._actions = STAFF_ACTIONS if is_staff else CUSTOMER_ACTIONS
        self._decode: Callable[[bytes], AnyCommand] = (
            commands.decode_staff if is_staff else commands.decode_customer
        )

    async def answer(self, scope: Scope, body: bytes) -> Reply:
        """Take one command and say what became of it."""
        reply = await self._taken(scope, body)
        self._points("before_reply")
        return reply

    async def _taken(self, scope: Scope, body: bytes) -> Reply:
        command: AnyCommand | None = None
        detail = ""
        try:
            command = self._decode(body)
        except commands.Malformed as error:
            detail = error.detail
        client = scope.get("client")
        caller = read_caller(
            method="POST", headers=scope["headers"], peer=client[0] if client else None, proxies=self._proxies
        )
        # Whoever may not send commands at all is told so before being told that this one is malformed.
        action = next(iter(self._actions.values())) if command is None else self._actions[type(command)]
        principal = await self._admitted(caller, action, command)
        if isinstance(principal, Problem):
            return _refused(command.command_id if command else None, principal)
        if command is None:
            return _refused(None, Problem("malformed", {"detail": detail}))
        return await self._handled(command, caller, principal)

    async def _admitted(
        self, caller: Caller, action: Action, command: AnyCommand | None
    ) -> Principal | Problem:
        principal = await self._authenticator.admit(caller, action)
        is_elsewhere = (
            isinstance(principal, CustomerPrincipal)
            and isinstance(command, OF_HER_CONVERSATION)
            and command.conversation_id != principal.actor.conversation_id
        )
        if not is_elsewhere:
            return principal
        # Her session may have come to it meanwhile, by another process: what is remembered does not decide.
        self._authenticator.forget_customer(caller)
        return await self._authenticator.admit(caller, action)

    async def _handled(
        self,
        command: AnyCommand,
        caller: Caller,
        principal: Principal,
    ) -> Reply:
        actor = principal.actor if isinstance(principal, StaffPrincipal | CustomerPrincipal) else None
        if actor is None:
            return _refused(command.command_id, Problem("not_allowed"))
        throttled = self._throttled(command, caller, principal)
        if throttled is not None:
            return _refused(command.command_id, throttled)
        try:
            outcome = await self._outcome(command, actor)
        except WriteFailed:
            return _refused(command.command_id, Problem("unavailable", {"retry_after_s": RETRY_AFTER_S}))
        if isinstance(outcome, Problem):
            return _refused(command.command_id, outcome)
        if isinstance(command, commands.OpenConversation | commands.LeaveMessage):
            self._is_elsewhere(actor, outcome, caller)
        return Reply(200, answers.encode(outcome))

    def _is_elsewhere(self, actor: Actor, opened: answers.Accepted, caller: Caller) -> None:
        """Her session is at what she has opened: so are what is remembered of it and her windows."""
        self._authenticator.forget_customer(caller)
        former = actor.conversation_id if isinstance(actor, CustomerActor) else None
        if former is not None and former != opened.conversation_id:
            self._gone(customer_address(former))

    async def _outcome(self, command: AnyCommand, actor: Actor) -> answers.Accepted | Problem:
        """From the middle that this kind of command belongs to."""
        if isinstance(command, callback_commands.CallbackCommand):
            return await self._callbacks.handle(
                SentCallback(command.command_id, callback_commands.meaning(command), actor)
            )
        if isinstance(command, consultation_commands.StaffConsultationCommand):
            return await self._consultations.handle(
                SentConsultation(command.command_id, consultation_commands.meaning(command), actor)
            )
        if isinstance(command, shifts.StaffShiftCommand):
            if not isinstance(actor, StaffActor):
                return Problem("not_allowed")
            return await self._shifts.handle(SentShift(command.command_id, shifts.meaning(command), actor))
        if isinstance(command, planned_shifts.StaffPlanningCommand):
            if not isinstance(actor, StaffActor):
                return Problem("not_allowed")
            return await self._planning.handle(
                SentPlanning(command.command_id, planned_shifts.meaning(command), actor)
            )
        if isinstance(command, accounts.StaffAccountCommand):
            if not isinstance(actor, StaffActor):
                return Problem("not_allowed")
            return await self._accounts.handle(
                SentAccount(command.command_id, accounts.meaning(command), actor)
            )
        if isinstance(command, transcripts.RequestTranscript):
            if not isinstance(actor, CustomerActor):
                return Problem("not_allowed")
            return await self._transcripts.handle(
                SentTranscript(command.command_id, transcripts.meaning(command), actor)
            )
        if isinstance(command, feedback.GiveFeedback):
            if not isinstance(actor, CustomerActor):
                return Problem("not_allowed")
            return await self._feedback.handle(
                SentFeedback(command.command_id, feedback.meaning(command), actor)
            )
        return await self._counter.handle(Sent(command.command_id, commands.meaning(command), actor))

    def _throttled(
        self,
        command: AnyCommand,
        caller: Caller,
        principal: Principal,
    ) -> Problem | None:
        if isinstance(principal, StaffPrincipal):
            return self._limiter.take(Limited.MESSAGES_PER_STAFF, principal.actor.staff_id)
        if not isinstance(principal, CustomerPrincipal):
            return None
        if _opens(command):
            for limited in (Limited.CONVERSATIONS_PER_MINUTE, Limited.CONVERSATIONS_PER_HOUR):
                throttled = self._limiter.take(limited, caller.address)
                if throttled is not None:
                    return throttled
            return None
        if isinstance(command, transcripts.RequestTranscript):
            throttled = self._limiter.take(Limited.TRANSCRIPTS_PER_HOUR, caller.address)
            if throttled is not None:
                return throttled
        return self._limiter.take(Limited.MESSAGES_PER_SESSION, str(principal.actor.session_row))


def _opens(command: AnyCommand) -> bool:
    return isinstance(
        command, commands.OpenConversation | commands.LeaveMessage | callback_commands.RequestCallback
    )


def _refused(command_id: str | None, problem: Problem) -> Reply:
    """Sign-in and later are answered without an outcome."""
    status = answers.STATUS_OF[problem.code]
    keys = answers.problem_keys(problem)
    if status in (401, 429, 503):
        retry_after_s = problem.details.get("retry_after_s")
        body = answers.encode(answers.ProblemAnswer(keys))
        return Reply(status, body, retry_after_s if isinstance(retry_after_s, int) else None)
    return Reply(status, answers.encode(answers.Refused(command_id, keys)))
