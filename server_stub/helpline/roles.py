"""roles: Who may do what: one table for routes, commands and streams."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal

Capability = Literal[
    "claim",
    "write",
    "close",
    "transfer",
    "call",
    "supervise",
    "consult",
    "read_archive",
    "identify",
    "apply_for_access",
    "grant_access",
]


class Role(StrEnum):
    """What a caller is. A staff member may be several; everybody, also without a sign-in, is `ANYBODY`."""

    ANYBODY = "anybody"
    CUSTOMER_ANONYMOUS = "customer_anonymous"
    CUSTOMER_IDENTIFIED = "customer_identified"
    CUSTOMER_ON_BEHALF = "customer_on_behalf"
    ADVICE_COUNSELLOR = "advice_counsellor"
    LINE_PROFESSIONAL = "line_professional"
    GUIDANCE_STAFF = "guidance_staff"
    SUPERVISOR = "supervisor"
    TRAINER = "trainer"
    APPLICATION_SUPPORT = "application_support"
    PRIVACY_OFFICER = "privacy_officer"
    RESEARCHER = "researcher"


class Action(StrEnum):
    """Everything a caller can ask for; the values name them in the audit log."""

    READ_VERSION = "read_version"
    READ_HEALTH = "read_health"
    READ_CUSTOMER_PAGE = "read_customer_page"
    READ_ENTRY = "read_entry"
    BEGIN_CUSTOMER_SESSION = "begin_customer_session"
    STAFF_SIGN_IN = "staff_sign_in"
    STAFF_REFRESH = "staff_refresh"
    STAFF_OWN_PASSWORD = "staff_own_password"  # noqa: S105 - what may be asked for, no password
    STAFF_SIGN_OUT = "staff_sign_out"
    STAFF_SNAPSHOT = "staff_snapshot"
    STAFF_FACTS = "staff_facts"
    STAFF_MESSAGES = "staff_messages"
    STAFF_ATTACHMENT = "staff_attachment"
    STAFF_HINTS = "staff_hints"
    STAFF_SEARCH_ARCHIVE = "staff_search_archive"
    STAFF_OPEN_ARCHIVED = "staff_open_archived"
    STAFF_MAKE_MATERIAL = "staff_make_material"
    STAFF_CLAIM_WAITING = "staff_claim_waiting"
    STAFF_WRITE_MESSAGE = "staff_write_message"
    STAFF_MARK_READ = "staff_mark_read"
    STAFF_CLOSE_CONVERSATION = "staff_close_conversation"
    STAFF_END_CONVERSATION = "staff_end_conversation"
    STAFF_WRAP_UP = "staff_wrap_up"
    STAFF_SEND_AGREED_MESSAGE = "staff_send_agreed_message"
    STAFF_SEND_AFTER_CALL = "staff_send_after_call"
    STAFF_TRANSFER_CONVERSATION = "staff_transfer_conversation"
    STAFF_REFINE_PRE_INFORMATION = "staff_refine_pre_information"
    STAFF_CORRECT_PRE_INFORMATION = "staff_correct_pre_information"
    STAFF_WRITE_NOTE = "staff_write_note"
    STAFF_MASK_SPAN = "staff_mask_span"
    STAFF_OFFER_TRANSFER = "staff_offer_transfer"
    STAFF_ACCEPT_OFFER = "staff_accept_offer"
    STAFF_DECLINE_OFFER = "staff_decline_offer"
    STAFF_WITHDRAW_OFFER = "staff_withdraw_offer"
    STAFF_TRANSFER_TARGETS = "staff_transfer_targets"
    STAFF_SET_PRESENCE = "staff_set_presence"
    STAFF_BEGIN_SHIFT = "staff_begin_shift"
    STAFF_END_SHIFT = "staff_end_shift"
    STAFF_RETURN_TO_QUEUE = "staff_return_to_queue"
    STAFF_ROSTER = "staff_roster"
    STAFF_SITUATION = "staff_situation"
    STAFF_OWN_PLAN = "staff_own_plan"
    STAFF_PLANNED_DAY = "staff_planned_day"
    STAFF_PLAN_SHIFT = "staff_plan_shift"
    STAFF_REMOVE_PLANNED_SHIFT = "staff_remove_planned_shift"
    STAFF_ALLOW_OUTSIDE_PLAN = "staff_allow_outside_plan"
    STAFF_ACCOUNTS = "staff_accounts"
    STAFF_APPLY_FOR_ACCESS = "staff_apply_for_access"
    STAFF_WITHDRAW_ACCESS = "staff_withdraw_access"
    STAFF_GRANT_ACCESS = "staff_grant_access"
    STAFF_REFUSE_ACCESS = "staff_refuse_access"
    STAFF_CHANGE_ACCOUNT = "staff_change_account"
    STAFF_DISABLE_ACCOUNT = "staff_disable_account"
    STAFF_ONE_TIME_PASSWORD = "staff_one_time_password"  # noqa: S105 - what may be asked for, no password
    STAFF_CALL_FOR_HELP = "staff_call_for_help"
    STAFF_WITHDRAW_HELP_CALL = "staff_withdraw_help_call"
    STAFF_ANSWER_HELP_CALL = "staff_answer_help_call"
    STAFF_TAKE_OVER = "staff_take_over"
    STAFF_JOIN_CONVERSATION = "staff_join_conversation"
    STAFF_LEAVE_CONVERSATION = "staff_leave_conversation"
    STAFF_OPEN_CONSULTATION = "staff_open_consultation"
    STAFF_CLAIM_CONSULTATION = "staff_claim_consultation"
    STAFF_RELEASE_CONSULTATION = "staff_release_consultation"
    STAFF_WRITE_TO_CONSULTATION = "staff_write_to_consultation"
    STAFF_RECORD_CONSULTATION_CALL = "staff_record_consultation_call"
    STAFF_CLOSE_CONSULTATION = "staff_close_consultation"
    STAFF_WITHDRAW_CONSULTATION = "staff_withdraw_consultation"
    STAFF_ASK_IDENTIFICATION = "staff_ask_identification"
    STAFF_ASK_CONSENT = "staff_ask_consent"
    STAFF_IDENTITY_CODE = "staff_identity_code"
    STAFF_BEGIN_PROBLEM_SITUATION = "staff_begin_problem_situation"
    STAFF_TICK_STEP = "staff_tick_step"
    STAFF_END_PROBLEM_SITUATION = "staff_end_problem_situation"
    CUSTOMER_SNAPSHOT = "customer_snapshot"
    CUSTOMER_FACTS = "customer_facts"
    CUSTOMER_MESSAGES = "customer_messages"
    CUSTOMER_HINTS = "customer_hints"
    CUSTOMER_OPEN_CONVERSATION = "customer_open_conversation"
    CUSTOMER_LEAVE_MESSAGE = "customer_leave_message"
    CUSTOMER_WRITE_MESSAGE = "customer_write_message"
    CUSTOMER_UPLOAD = "customer_upload"
    CUSTOMER_SEND_ATTACHMENT = "customer_send_attachment"
    CUSTOMER_MARK_READ = "customer_mark_read"
    CUSTOMER_END_CONVERSATION = "customer_end_conversation"
    CUSTOMER_BEGIN_IDENTIFICATION = "customer_begin_identification"
    CUSTOMER_OPEN_LEFT_MESSAGE = "customer_open_left_message"
    FINISH_IDENTIFICATION = "finish_identification"
    CUSTOMER_DECLINE_IDENTIFICATION = "customer_decline_identification"
    CUSTOMER_DECIDE_EARLIER_LINES = "customer_decide_earlier_lines"
    CUSTOMER_ANSWER_CONSENT = "customer_answer_consent"
    CUSTOMER_WITHDRAW_CONSENT = "customer_withdraw_consent"
    STAFF_CLAIM_CALLBACK = "staff_claim_callback"
    STAFF_RELEASE_CALLBACK = "staff_release_callback"
    STAFF_RECORD_ATTEMPT = "staff_record_attempt"
    CUSTOMER_REQUEST_CALLBACK = "customer_request_callback"
    CUSTOMER_WITHDRAW_CALLBACK = "customer_withdraw_callback"
    CUSTOMER_CALLBACK_WINDOWS = "customer_callback_windows"
    CUSTOMER_REQUEST_TRANSCRIPT = "customer_request_transcript"
    CUSTOMER_GIVE_FEEDBACK = "customer_give_feedback"


ANYBODY: Final = frozenset({Role.ANYBODY})
CUSTOMERS: Final = frozenset({Role.CUSTOMER_ANONYMOUS, Role.CUSTOMER_IDENTIFIED, Role.CUSTOMER_ON_BEHALF})
ANSWERING: Final = frozenset(
    {Role.ADVICE_COUNSELLOR, Role.LINE_PROFESSIONAL, Role.GUIDANCE_STAFF, Role.SUPERVISOR}
)
"""Those who answer customers. Nobody else sees content."""
SERVING_ADVICE: Final = ANSWERING - {Role.LINE_PROFESSIONAL}
"""Those who answer the advice queues; a line professional receives what is transferred to her line."""
SUPERVISING: Final = frozenset({Role.SUPERVISOR})
"""Those who see the load of others and are called for help."""
SUPPORTING: Final = frozenset({Role.APPLICATION_SUPPORT})
"""Those who look after accounts. They see no content of any customer."""
STAFF: Final = ANSWERING | {
    Role.TRAINER,
    Role.APPLICATION_SUPPORT,
    Role.PRIVACY_OFFICER,
    Role.RESEARCHER,
}

ALLOWED: Final[Mapping[Action, frozenset[Role]]] = MappingProxyType(
    {
        Action.READ_VERSION: ANYBODY,
        Action.READ_HEALTH: ANYBODY,
        Action.READ_CUSTOMER_PAGE: ANYBODY,
        Action.READ_ENTRY: ANYBODY,
        Action.BEGIN_CUSTOMER_SESSION: ANYBODY,
        Action.STAFF_SIGN_IN: ANYBODY,
        Action.STAFF_REFRESH: ANYBODY,
        # R141: a one-time password lets its owner choose her own, and do nothing else.
        Action.STAFF_OWN_PASSWORD: ANYBODY,
        Action.STAFF_SIGN_OUT: STAFF,
        # R140: everybody of staff has a desk; those who answer nobody read nothing of any customer there.
        Action.STAFF_SNAPSHOT: STAFF,
        Action.STAFF_FACTS: STAFF,
        Action.STAFF_MESSAGES: ANSWERING,
        Action.STAFF_ATTACHMENT: ANSWERING,
        Action.STAFF_HINTS: ANSWERING,
        Action.STAFF_SEARCH_ARCHIVE: ANSWERING,
        Action.STAFF_OPEN_ARCHIVED: ANSWERING,
        Action.STAFF_MAKE_MATERIAL: ANSWERING,
        Action.STAFF_CLAIM_WAITING: ANSWERING,
        Action.STAFF_WRITE_MESSAGE: ANSWERING,
        Action.STAFF_MARK_READ: ANSWERING,
        Action.STAFF_CLOSE_CONVERSATION: ANSWERING,
        Action.STAFF_END_CONVERSATION: ANSWERING,
        Action.STAFF_WRAP_UP: ANSWERING,
        Action.STAFF_SEND_AGREED_MESSAGE: ANSWERING,
        Action.STAFF_SEND_AFTER_CALL: ANSWERING,
        Action.STAFF_TRANSFER_CONVERSATION: ANSWERING,
        Action.STAFF_REFINE_PRE_INFORMATION: ANSWERING,
        Action.STAFF_CORRECT_PRE_INFORMATION: ANSWERING,
        Action.STAFF_WRITE_NOTE: ANSWERING,
        Action.STAFF_MASK_SPAN: ANSWERING,
        Action.STAFF_OFFER_TRANSFER: ANSWERING,
        Action.STAFF_ACCEPT_OFFER: ANSWERING,
        Action.STAFF_DECLINE_OFFER: ANSWERING,
        Action.STAFF_WITHDRAW_OFFER: ANSWERING,
        Action.STAFF_TRANSFER_TARGETS: ANSWERING,
        Action.STAFF_SET_PRESENCE: ANSWERING,
        Action.STAFF_BEGIN_SHIFT: ANSWERING,
        Action.STAFF_END_SHIFT: ANSWERING,
        Action.STAFF_RETURN_TO_QUEUE: ANSWERING,
        Action.STAFF_ROSTER: ANSWERING,
        Action.STAFF_SITUATION: SUPERVISING,
        Action.STAFF_OWN_PLAN: ANSWERING,
        Action.STAFF_PLANNED_DAY: SUPERVISING,
        Action.STAFF_PLAN_SHIFT: SUPERVISING,
        Action.STAFF_REMOVE_PLANNED_SHIFT: SUPERVISING,
        Action.STAFF_ALLOW_OUTSIDE_PLAN: SUPERVISING,
        # R141: one person applies and another grants, so no role is in both rows of these.
        Action.STAFF_ACCOUNTS: SUPERVISING | SUPPORTING,
        Action.STAFF_APPLY_FOR_ACCESS: SUPERVISING,
        Action.STAFF_WITHDRAW_ACCESS: SUPERVISING,
        Action.STAFF_GRANT_ACCESS: SUPPORTING,
        Action.STAFF_REFUSE_ACCESS: SUPPORTING,
        Action.STAFF_CHANGE_ACCOUNT: SUPPORTING,
        Action.STAFF_DISABLE_ACCOUNT: SUPPORTING,
        Action.STAFF_ONE_TIME_PASSWORD: SUPPORTING,
        Action.STAFF_CALL_FOR_HELP: ANSWERING,
        Action.STAFF_WITHDRAW_HELP_CALL: ANSWERING,
        Action.STAFF_ANSWER_HELP_CALL: SUPERVISING,
        Action.STAFF_TAKE_OVER: SUPERVISING,
        Action.STAFF_JOIN_CONVERSATION: SUPERVISING,
        Action.STAFF_LEAVE_CONVERSATION: SUPERVISING,
        Action.STAFF_OPEN_CONSULTATION: ANSWERING,
        Action.STAFF_CLAIM_CONSULTATION: ANSWERING,
        Action.STAFF_RELEASE_CONSULTATION: ANSWERING,
        Action.STAFF_WRITE_TO_CONSULTATION: ANSWERING,
        Action.STAFF_RECORD_CONSULTATION_CALL: ANSWERING,
        Action.STAFF_CLOSE_CONSULTATION: ANSWERING,
        Action.STAFF_WITHDRAW_CONSULTATION: ANSWERING,
        Action.STAFF_ASK_IDENTIFICATION: ANSWERING,
        Action.STAFF_ASK_CONSENT: ANSWERING,
        Action.STAFF_IDENTITY_CODE: ANSWERING,
        Action.STAFF_BEGIN_PROBLEM_SITUATION: ANSWERING,
        Action.STAFF_TICK_STEP: ANSWERING,
        Action.STAFF_END_PROBLEM_SITUATION: ANSWERING,
        Action.CUSTOMER_SNAPSHOT: CUSTOMERS,
        Action.CUSTOMER_FACTS: CUSTOMERS,
        Action.CUSTOMER_MESSAGES: CUSTOMERS,
        Action.CUSTOMER_HINTS: CUSTOMERS,
        Action.CUSTOMER_OPEN_CONVERSATION: CUSTOMERS,
        # R105: who is anonymous is told to identify, by a sentence and not by a shut door.
        Action.CUSTOMER_LEAVE_MESSAGE: CUSTOMERS,
        Action.CUSTOMER_WRITE_MESSAGE: CUSTOMERS,
        # R040: who is anonymous is told to identify, by a sentence and not by a shut door.
        Action.CUSTOMER_UPLOAD: CUSTOMERS,
        Action.CUSTOMER_SEND_ATTACHMENT: CUSTOMERS,
        Action.CUSTOMER_MARK_READ: CUSTOMERS,
        Action.CUSTOMER_END_CONVERSATION: CUSTOMERS,
        Action.CUSTOMER_BEGIN_IDENTIFICATION: CUSTOMERS,
        # Whose a message is, is asked of who she has proved to be: an anonymous one is told to identify.
        Action.CUSTOMER_OPEN_LEFT_MESSAGE: CUSTOMERS,
        # Her browser comes back from elsewhere: whose it is, is looked at before anything is believed.
        Action.FINISH_IDENTIFICATION: ANYBODY,
        Action.CUSTOMER_DECLINE_IDENTIFICATION: CUSTOMERS,
        Action.CUSTOMER_DECIDE_EARLIER_LINES: CUSTOMERS,
        Action.CUSTOMER_ANSWER_CONSENT: CUSTOMERS,
        Action.CUSTOMER_WITHDRAW_CONSENT: CUSTOMERS,
        Action.STAFF_CLAIM_CALLBACK: ANSWERING,
        Action.STAFF_RELEASE_CALLBACK: ANSWERING,
        Action.STAFF_RECORD_ATTEMPT: ANSWERING,
        Action.CUSTOMER_REQUEST_CALLBACK: CUSTOMERS,
        Action.CUSTOMER_WITHDRAW_CALLBACK: CUSTOMERS,
        Action.CUSTOMER_CALLBACK_WINDOWS: CUSTOMERS - {Role.CUSTOMER_ANONYMOUS},
        Action.CUSTOMER_REQUEST_TRANSCRIPT: CUSTOMERS,
        Action.CUSTOMER_GIVE_FEEDBACK: CUSTOMERS,
    }
)
"""The table. An action that is not in it is nobody's (a test holds every action to have a row)."""

CAPABILITIES: Final[tuple[tuple[Capability, Action], ...]] = (
    ("claim", Action.STAFF_CLAIM_WAITING),
    ("write", Action.STAFF_WRITE_MESSAGE),
    ("close", Action.STAFF_CLOSE_CONVERSATION),
    ("transfer", Action.STAFF_TRANSFER_CONVERSATION),
    ("call", Action.STAFF_CLAIM_CALLBACK),
    ("supervise", Action.STAFF_SITUATION),
    ("consult", Action.STAFF_OPEN_CONSULTATION),
    ("read_archive", Action.STAFF_SEARCH_ARCHIVE),
    ("identify", Action.STAFF_ASK_IDENTIFICATION),
    ("apply_for_access", Action.STAFF_APPLY_FOR_ACCESS),
    ("grant_access", Action.STAFF_GRANT_ACCESS),
)


def may(roles: AbstractSet[str], action: Action) -> bool:
    """Whether a caller with these roles may do this. `ANYBODY` need not be among them."""
    allowed = ALLOWED.get(action, frozenset())
    return Role.ANYBODY in allowed or not roles.isdisjoint(allowed)


def answers(roles: AbstractSet[str]) -> bool:
    """Whether these roles answer customers or look after those who do; nobody else reads any content."""
    return not roles.isdisjoint(ANSWERING)


def capabilities(roles: AbstractSet[str]) -> tuple[Capability, ...]:
    """What the snapshot tells a workstation that this person can do."""
    return tuple(capability for capability, action in CAPABILITIES if may(roles, action))
