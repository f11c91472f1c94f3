"""Every table of the backend, for SQLite and PostgreSQL alike.

Times are integers: milliseconds since 1970 in UTC, so that both databases keep and
compare them the same way. Row numbers (`row`) never leave the backend; what is seen
outside are the random 128-bit ids.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    false,
    text,
)

metadata = MetaData()

# How a contact came about and goes on (R131); what every one is today, unless it says otherwise.
CUSTOMER_INITIATED = "customer_initiated"
REAL_TIME = "real_time"
NON_URGENT = "non_urgent"

# SQLite numbers rows by itself only for a plain INTEGER key.
_Row = BigInteger().with_variant(Integer, "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# One row. Locked last in every commit, it gives facts and audit rows one dense order
# on both databases.
head = Table(
    "head",
    metadata,
    Column("only", SmallInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("audit_seq", BigInteger, nullable=False),
    Column("audit_hash", LargeBinary, nullable=False),
)

CLOSED = "closed_at IS NOT NULL"
"""Conversations that are over."""

conversations = Table(
    "conversations",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("conversation_id", Text, nullable=False, unique=True),
    Column("alias", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("finer_topic_id", Text),
    Column("detail", Text, nullable=False, server_default=""),
    Column("chosen_service_id", Text, nullable=False, server_default=""),
    Column("chosen_topic_id", Text, nullable=False, server_default=""),
    Column("chosen_finer_topic_id", Text),
    Column("chosen_language", Text, nullable=False, server_default=""),
    Column("refined_by_id", Text),
    Column("refined_by_name", Text),
    Column("refined_at", BigInteger),
    Column("corrected_by_id", Text),
    Column("corrected_by_name", Text),
    Column("corrected_at", BigInteger),
    Column("opened_at", BigInteger, nullable=False),
    Column("waiting_since", BigInteger, nullable=False),
    Column("holder_id", Text),
    Column("holder_name", Text),
    Column("claimed_at", BigInteger),
    Column("ended_by", Text),
    Column("ended_at", BigInteger),
    Column("closed_reason", Text),
    Column("closed_at", BigInteger),
    Column("responsibility_version", Integer, nullable=False),
    Column("hand_overs", Integer, nullable=False),
    Column("transferred_by_id", Text),
    Column("transferred_by_name", Text),
    Column("transferred_from", Text),
    Column("transferred_at", BigInteger),
    Column("internal_message", Text),
    Column("offered_to_id", Text),
    Column("offered_to_name", Text),
    Column("offered_at", BigInteger),
    Column("offer_lapses_at", BigInteger),
    Column("offer_message", Text),
    Column("help_called_at", BigInteger),
    Column("help_text", Text),
    Column("helper_id", Text),
    Column("helper_name", Text),
    Column("joined_at", BigInteger),
    Column("asked_to_identify_at", BigInteger),
    Column("identification_declined_at", BigInteger),
    Column("identified_after_seq", Integer),
    Column("earlier_lines", Text),
    Column("shown_after_seq", Integer, nullable=False, server_default="0"),
    Column("consent_number", Integer),
    Column("consent_state", Text),
    Column("consent_queue_id", Text),
    Column("consent_after_seq", Integer, nullable=False, server_default="0"),
    Column("released_after_seq", Integer, nullable=False, server_default="0"),
    Column("released_after_number", Integer, nullable=False, server_default="0"),
    Column("help_about", Text),
    Column("language_barrier", Text),
    Column("problem_began_at", BigInteger),
    Column("problem_steps", Text),
    Column("concern", Text),
    Column("concern_seq", Integer),
    Column("channel", Text, nullable=False, server_default="chat"),
    Column("due_at", BigInteger),
    Column("direction", Text, nullable=False, server_default=CUSTOMER_INITIATED),
    Column("open_until", BigInteger),
    Column("last_seq", Integer, nullable=False),
    Column("last_line", Text, nullable=False),
    Column("last_by", Text),
    Column("last_at", BigInteger),
    Column("customer_wrote_at", BigInteger),
    Column("read_by_customer", Integer, nullable=False),
    Column("read_by_counsellor", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
    # The newest fact about it: where the chain of `facts.before` begins. Of the records, not of the rules,
    # so it stands behind the fields of `values.Conversation`.
    Column("last_fact", BigInteger),
    # At what pace it began (R131). It never changes: the rules do not carry it.
    Column("pace", Text, nullable=False, server_default=REAL_TIME),
    Index("conversations_by_state", "state", "queue_id"),
    # Closed ones keep their holder: what she holds now must not cost what she has ever held.
    Index("conversations_by_holder", "holder_id", "state"),
    # The archive walks back from the newest; what goes on has no entry here.
    Index(
        "conversations_by_closing",
        "closed_at",
        "conversation_id",
        sqlite_where=text(CLOSED),
        postgresql_where=text(CLOSED),
    ),
    # The running total is counted here, without reading conversations.
    Index("conversations_by_opening", "opened_at"),
)

# A fact is also the message it tells of: text is kept once. `number` counts within the
# conversation (a customer's cursor), `message_seq` is the conversation's newest message
# at that fact, `before` the fact before it in its conversation. Catching up and paging walk
# back from there: an index by conversation would dirty a page of its own for every message
# (decision 14).
WITH_WORDS = "kind = 'CallbackRequested' AND salt IS NOT NULL"
"""Facts with the words of a callback request in them: an erased fact has no salt any more."""

CONSULTED = "kind >= 'Consultation' AND kind < 'Consultatioo' AND salt IS NOT NULL"
"""Facts of consultations that still have their words."""

facts = Table(
    "facts",
    metadata,
    Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("conversation", BigInteger),
    Column("number", Integer),
    Column("message_seq", Integer),
    Column("kind", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("customer_body", LargeBinary),
    Column("salt", LargeBinary),
    Column("before", BigInteger),
    Index("facts_with_words", "seq", sqlite_where=text(WITH_WORDS), postgresql_where=text(WITH_WORDS)),
    Index("facts_of_consultations", "seq", sqlite_where=text(CONSULTED), postgresql_where=text(CONSULTED)),
)

# Every 64th fact of a conversation, so that nobody walks far to where an older page begins.
milestones = Table(
    "milestones",
    metadata,
    Column("conversation", BigInteger, primary_key=True, autoincrement=False),
    Column("message_seq", Integer, primary_key=True, autoincrement=False),
    Column("fact", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# What a command led to: a fact, nothing, or a problem. Ids of commands begin with the
# clock, so new rows land on one page instead of all over the tree.
ledger = Table(
    "ledger",
    metadata,
    Column("command_id", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("conversation", BigInteger),
    Column("fact_seq", BigInteger),
    Column("problem", LargeBinary),
    Column("repeats_differing", Integer, nullable=False),
    sqlite_with_rowid=False,
)

audit = Table(
    "audit",
    metadata,
    Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("entry", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

due = Table(
    "due",
    metadata,
    Column("conversation", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Index("due_by_time", "at"),
)

leases = Table(
    "leases",
    metadata,
    Column("address", Text, primary_key=True),
    Column("renewed_at", BigInteger, nullable=False),
)

# What somebody of staff says of her own work; no row: nothing yet (decision 26).
shifts = Table(
    "shifts",
    metadata,
    Column("staff_id", Text, primary_key=True),
    Column("presence", Text, nullable=False),
    Column("presence_since", BigInteger, nullable=False),
    Column("began_at", BigInteger),
)

# The queues of a shift that is on: a choice among those she is entitled to.
shift_queues = Table(
    "shift_queues",
    metadata,
    Column("staff_id", Text, primary_key=True),
    Column("queue_id", Text, primary_key=True),
)

# What was planned of somebody's work, beside what she begins and ends herself. Without rows in
# planned_shift_queues it is for all she may serve.
planned_shifts = Table(
    "planned_shifts",
    metadata,
    Column("planned_id", Text, primary_key=True),
    Column("staff_id", Text, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger, nullable=False),
    Column("place", Text),
    Index("planned_shifts_by_start", "starts_at"),
)
planned_shift_queues = Table(
    "planned_shift_queues",
    metadata,
    Column("planned_id", Text, ForeignKey("planned_shifts.planned_id"), primary_key=True),
    Column("queue_id", Text, primary_key=True),
)

# How far a supervisor has let somebody take customers beside what is planned: the last word only.
shift_allowances = Table(
    "shift_allowances",
    metadata,
    Column("staff_id", Text, primary_key=True),
    Column("allowed_until", BigInteger, nullable=False),
    Column("allowed_by", Text, nullable=False),
    Column("allowed_at", BigInteger, nullable=False),
)

service_models = Table(
    "service_models",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("source", Text, nullable=False),
    Column("loaded_at", BigInteger, nullable=False),
    Column("activated_at", BigInteger),
)

staff = Table(
    "staff",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("staff_id", Text, nullable=False, unique=True),
    Column("user_name", Text, nullable=False, unique=True),
    Column("display_name", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    # A cursor before this fact belongs to other roles or queues: such a reader starts afresh.
    Column("entitled_from", BigInteger, nullable=False),
    # Null: the password is her own. Else one that lets her choose her own until then (decision 55).
    Column("one_time_until", BigInteger),
)

staff_roles = Table(
    "staff_roles",
    metadata,
    Column("staff", BigInteger, ForeignKey("staff.row"), primary_key=True),
    Column("role", Text, primary_key=True),
)

staff_queues = Table(
    "staff_queues",
    metadata,
    Column("staff", BigInteger, ForeignKey("staff.row"), primary_key=True),
    Column("queue_id", Text, primary_key=True),
)

devices = Table(
    "devices",
    metadata,
    Column("staff", BigInteger, ForeignKey("staff.row"), primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("secret", Text, nullable=False),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("staff", BigInteger, ForeignKey("staff.row"), nullable=False),
    Column("device_id", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("access_hash", LargeBinary, nullable=False, unique=True),
    Column("access_expires_at", BigInteger, nullable=False),
    Column("refresh_hash", LargeBinary, nullable=False, unique=True),
    Column("refresh_expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("replaced_at", BigInteger),
    Column("revoked_at", BigInteger),
    Index("sign_ins_by_family", "family"),
    Index("sign_ins_by_staff", "staff"),
)

# Rights that a supervisor applies for and another person grants (R141, decision 55).
access_applications = Table(
    "access_applications",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("application_id", Text, nullable=False, unique=True),
    Column("staff_id", Text),
    Column("user_name", Text, nullable=False),
    Column("display_name", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("applied_by", Text, nullable=False),
    Column("applied_at", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", BigInteger),
    Column("answer", Text, nullable=False),
)

# The roles and queues of an application.
access_wanted = Table(
    "access_wanted",
    metadata,
    Column("application", BigInteger, ForeignKey("access_applications.row"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("user_name", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("window_began_at", BigInteger, nullable=False),
    Column("waits_until", BigInteger),
    Column("rounds", Integer, nullable=False),
)

# A customer's wish to be called (decision 19). The number stands here and nowhere else: no fact, ledger row
# or audit row holds it.
callbacks = Table(
    "callbacks",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("callback_id", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("wish", Text, nullable=False),
    Column("may_leave_voicemail", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("requested_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("holder_id", Text),
    Column("holder_name", Text),
    Column("claimed_at", BigInteger),
    Column("returns_at", BigInteger),
    Column("responsibility_version", Integer, nullable=False),
    Column("closed_reason", Text),
    Column("closed_at", BigInteger),
    Column("direction", Text, nullable=False, server_default=CUSTOMER_INITIATED),
    Column("pace", Text, nullable=False, server_default=NON_URGENT),
    Column("booked_from", BigInteger),
    Column("booked_until", BigInteger),
    Column("is_identified", Boolean, nullable=False, server_default=false()),
    Index("callbacks_by_booking", "booked_from"),
    Index("callbacks_by_state", "state", "queue_id"),
    Index("callbacks_by_phone", "phone"),
    Index("callbacks_by_return", "returns_at"),
    Index("callbacks_by_closing", "closed_at"),
)

callback_attempts = Table(
    "callback_attempts",
    metadata,
    Column("callback", BigInteger, ForeignKey("callbacks.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("staff_name", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("recorded_at", BigInteger, nullable=False, server_default="0"),  # 0: when it was dialled
)

# Every time somebody had one: the call she dialled meanwhile can be told of later.
callback_claims = Table(
    "callback_claims",
    metadata,
    Column("callback", BigInteger, ForeignKey("callbacks.row"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("staff_id", Text, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("is_recorded", Boolean, nullable=False),
)

# What a conversation was about and what came of it: codes of the service model of that version (R127–R130).
# What is counted by stands here again, so that a report need not read conversations.
OF_TESTS = "is_test"
"""Wrap-ups that are in no statistics."""

wrap_ups = Table(
    "wrap_ups",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("outcome", Text),
    Column("notes", Text, nullable=False),
    Column("service_model_version", Integer, nullable=False),
    # A mystery customer or a test: in no statistics (R104).
    Column("is_test", Boolean, nullable=False, server_default=false()),
    Index("wrap_ups_by_time", "at"),
    Index("wrap_ups_of_tests", "conversation", sqlite_where=text(OF_TESTS), postgresql_where=text(OF_TESTS)),
)

# An application that moved with its conversation, and who is to decide of it.
passed_on = Table(
    "passed_on",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("fact_number", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Index("passed_on_by_time", "at"),
)

# 0 is the main contact reason.
wrap_up_reasons = Table(
    "wrap_up_reasons",
    metadata,
    Column("conversation", BigInteger, ForeignKey("wrap_ups.conversation"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("code_id", Text, nullable=False),
)

# Small coded facts about the contact, ready to be counted (R044, R045, R093, R096).
wrap_up_marks = Table(
    "wrap_up_marks",
    metadata,
    Column("conversation", BigInteger, ForeignKey("wrap_ups.conversation"), primary_key=True),
    Column("mark", Text, primary_key=True),
)

# What calls were about, counted together with conversations (decision 29): a row for every request that
# an attempt has closed, also where nothing was said of it.
call_wrap_ups = Table(
    "call_wrap_ups",
    metadata,
    Column("callback", BigInteger, ForeignKey("callbacks.row"), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("outcome", Text),
    Column("notes", Text, nullable=False),
    Column("service_model_version", Integer, nullable=False),
    Column("is_test", Boolean, nullable=False, server_default=false()),
    Index("call_wrap_ups_by_time", "at"),
)

call_wrap_up_reasons = Table(
    "call_wrap_up_reasons",
    metadata,
    Column("callback", BigInteger, primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("code_id", Text, nullable=False),
    ForeignKeyConstraint(["callback", "attempt"], ["call_wrap_ups.callback", "call_wrap_ups.attempt"]),
)

# For professionals only; they stand here beside their facts, so that whoever takes a conversation over is
# given all of them at once; `fact_number` is that of its fact, so that she is given none that came after her.
notes = Table(
    "notes",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("fact_number", Integer, nullable=False, server_default="0"),
    Column("after_seq", Integer, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("staff_name", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("caused_by", Text),  # its command; None for notes from before this was kept
)

# Permissions that were asked for, one row a question: in which words, and what came of it (I11).
# `fact_number` is that of the fact of asking; `asked` holds target and texts in three languages, as JSON.
consents = Table(
    "consents",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("fact_number", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("text_version", Integer, nullable=False),
    Column("starts_on", Text, nullable=False),
    Column("asked", LargeBinary, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("staff_name", Text, nullable=False),
    Column("language", Text),  # the one she read it in when she answered
    Column("asked_at", BigInteger, nullable=False),
    Column("answered_at", BigInteger),
    Column("moved_at", BigInteger),
    Column("opened_at", BigInteger),
    Column("withdrawn_at", BigInteger),
)

# Problem situations that are over, as supervisors are told of them; no word of the customer's.
debriefs = Table(
    "debriefs",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("conversation_id", Text, nullable=False),
    Column("alias", Text, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("staff_name", Text, nullable=False),
    Column("began_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger, nullable=False),
    Column("wish", Text, nullable=False),
    Index("debriefs_by_time", "ended_at"),
)

# A customer's wish for her conversation by e-mail (decision 44). The address stands here and nowhere else,
# and is gone once the letter is sent or has failed.
letters = Table(
    "letters",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("letter_id", Text, nullable=False, unique=True),
    Column("conversation", BigInteger, ForeignKey("conversations.row"), nullable=False),
    Column("address", Text),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("next_at", BigInteger),  # None once it is settled, and while it is handed over
    Column("taken_at", BigInteger),  # since when it is being handed over
    Index("letters_by_next_try", "next_at"),
    Index("letters_by_time", "asked_at"),
    Index("letters_by_conversation", "conversation"),
)

# Every act that refined or corrected pre-information, beside its fact; what the customer chose stands in the
# conversation itself, so that statistics keep both.
pre_information_acts = Table(
    "pre_information_acts",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("fact_number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("finer_topic_id", Text),
    Column("language", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

customer_sessions = Table(
    "customer_sessions",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("page_token", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("conversation", BigInteger, ForeignKey("conversations.row")),
    Column("callback", BigInteger, ForeignKey("callbacks.row")),
    # The row of who she has proved to be; None: anonymous. What nobody names any more is forgotten.
    Column("identification", BigInteger),
)

# Who somebody proved to be at one identification (decision 40). Names and sealed codes stand here and nowhere
# else: no fact, ledger row or audit row holds one. The key that seals is in a file beside the settings.
identifications = Table(
    "identifications",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("provider_id", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("person_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sealed_code", LargeBinary),
    Column("behalf_key", Text),
    Column("behalf_name", Text),
    Column("behalf_sealed_code", LargeBinary),
    Column("mandate", Text),
    Index("identifications_by_person", "person_key"),
)

# Whose conversation it is, from that fact of it on; beside it, so that messages never carry it.
conversation_persons = Table(
    "conversation_persons",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("identification", BigInteger, ForeignKey("identifications.row"), nullable=False),
    Column("fact_number", Integer, nullable=False),
)

# Who had identified when she asked to be called: a message that follows the call finds her by it (R118).
callback_persons = Table(
    "callback_persons",
    metadata,
    Column("callback", BigInteger, ForeignKey("callbacks.row"), primary_key=True),
    Column("identification", BigInteger, ForeignKey("identifications.row"), nullable=False),
)

# What a professional said of a message she sent as agreed with the customer of a contact (R117–R119).
agreed_messages = Table(
    "agreed_messages",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("contact", BigInteger, ForeignKey("conversations.row")),
    Column("callback", BigInteger, ForeignKey("callbacks.row")),
    Column("purpose", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("agreed_how", Text, nullable=False),
    Column("agreed_on", Text, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("is_one_way", Boolean, nullable=False),
    Column("sent_at", BigInteger, nullable=False),
)

# On her way to a provider and back: good once, for a few minutes, in the browser it was begun in.
pending_identifications = Table(
    "pending_identifications",
    metadata,
    Column("state_hash", LargeBinary, primary_key=True),
    Column("session", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("remembered", LargeBinary, nullable=False),
    Column("return_to", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("pending_identifications_by_time", "expires_at"),
)

# Assertions that were taken: none is taken twice while it could still be shown.
used_assertions = Table(
    "used_assertions",
    metadata,
    Column("assertion_hash", LargeBinary, primary_key=True),
    Column("expires_at", BigInteger, nullable=False),
)

# What one professional asked another line, with its thread. Nothing of it is ever a customer's to read.
consultations = Table(
    "consultations",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("consultation_id", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("from_queue_id", Text),
    Column("subject", Text, nullable=False),
    Column("asker_id", Text, nullable=False),
    Column("asker_name", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("conversation_id", Text),
    Column("is_identity_allowed", Boolean, nullable=False),
    Column("holder_id", Text),
    Column("holder_name", Text),
    Column("claimed_at", BigInteger),
    Column("promise", Text),
    Column("promise_number", Integer, nullable=False),
    Column("promised_at", BigInteger),
    Column("due_at", BigInteger),
    Column("answered_at", BigInteger),
    Column("closed_at", BigInteger),
    Column("responsibility_version", Integer, nullable=False),
    Index("consultations_by_state", "state", "queue_id"),
    Index("consultations_by_promise", "promise", "due_at"),
    Index("consultations_by_closing", "closed_at"),
)

consultation_entries = Table(
    "consultation_entries",
    metadata,
    Column("consultation", BigInteger, ForeignKey("consultations.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("staff_id", Text, nullable=False),
    Column("staff_name", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("attached", Text, nullable=False),  # lines of the conversation that were chosen, as JSON
    Column("call_outcome", Text),
    Column("called_at", BigInteger),
    Column("caused_by", Text),
)

# What became of each promise, for the reports: kept or broken.
consultation_promises = Table(
    "consultation_promises",
    metadata,
    Column("consultation", BigInteger, ForeignKey("consultations.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("queue_id", Text, nullable=False),
    Column("promised_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("settled_at", BigInteger, nullable=False),
    Index("consultation_promises_by_time", "settled_at"),
)

# How long a closed conversation is kept where its class does not say it alone (decision 51): no row, no word.
keepings = Table(
    "keepings",
    metadata,
    Column("conversation", BigInteger, ForeignKey("conversations.row"), primary_key=True),
    Column("held_at", BigInteger),
    Column("exported_at", BigInteger),
    Column("erased_at", BigInteger),
)

# A file of an identified customer (decision 59). Until she sends it, it is nobody's but her session's; from
# then on it is the message `seq` of its conversation, whose text is its name. Its bytes stand beside it.
attachments = Table(
    "attachments",
    metadata,
    Column("row", _Row, primary_key=True, autoincrement=True),
    Column("attachment_id", Text, nullable=False, unique=True),
    Column("session", BigInteger, nullable=False),
    Column("upload_id", Text, nullable=False),
    Column("conversation", BigInteger, ForeignKey("conversations.row")),
    Column("seq", Integer),
    Column("kind", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("pages", Integer),
    Column("digest", LargeBinary, nullable=False),
    Column("uploaded_at", BigInteger, nullable=False),
    Index("attachments_by_upload", "session", "upload_id", unique=True),
    Index("attachments_by_conversation", "conversation"),
)

attachment_pieces = Table(
    "attachment_pieces",
    metadata,
    Column("attachment", BigInteger, ForeignKey("attachments.row"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("piece", LargeBinary, nullable=False),
)

# What was said of the service: by queue, topic, language and day, never by whom nor of which conversation
# (decision 67). Without SQLite's row number, which would tell in what order it came.
feedback = Table(
    "feedback",
    metadata,
    Column("feedback_id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("queue_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("score", Integer),
    Column("text", Text, nullable=False),
    Index("feedback_by_day", "day"),
    sqlite_with_rowid=False,
)

# Of which conversations there is some, so that it is given once; not what.
feedback_given = Table(
    "feedback_given",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Index("feedback_given_by_day", "day"),
    sqlite_with_rowid=False,
)
