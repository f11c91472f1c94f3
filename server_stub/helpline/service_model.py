"""service_model: Services, queues, topics, hours and texts of one county, as loaded and numbered.

The YAML file is read by `settings.service_model_file`; these are the checked values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final, Literal, NewType

from server_stub.helpline.agreed_values import DAYS_OPEN
from server_stub.helpline.booking import Booking
from server_stub.helpline.calling_time import CLOSES_AFTER_DAYS, USUAL, CallingTimes
from server_stub.helpline.consent_values import ConsentTexts
from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.hand_over_rules import USUAL_HAND_OVERS, HandOverRules
from server_stub.helpline.handbook import NOTHING_WRITTEN, Handbook
from server_stub.helpline.hours import ALWAYS, OpeningHours
from server_stub.helpline.passing_on import Applications
from server_stub.helpline.planned_shift import PlannedShiftsRule
from server_stub.helpline.promise import LONGEST_DAYS
from server_stub.helpline.roles import SERVING_ADVICE
from server_stub.helpline.succession import Succession
from server_stub.helpline.wording import Language, Wording

QueueId = NewType("QueueId", str)
ServiceId = NewType("ServiceId", str)
TopicId = NewType("TopicId", str)
CodeId = NewType("CodeId", str)

QueueKind = Literal["topic", "common", "transfer"]
Register = Literal["social", "health"]
REGISTERS: Final[tuple[Register, ...]] = ("social", "health")

PilotDecision = Literal["open", "goes_on", "ends"]
"""What is decided about what follows a pilot: nothing yet, that it goes on, or that it ends."""

AtClosing = Literal["serve", "offer_callback"]
"""What becomes of those who wait when it closes: they are served to the end, or offered a callback."""


@dataclass(frozen=True, slots=True)
class Pilot:
    """A queue is tried out until a day, that day included (R065)."""

    until: date
    decision: PilotDecision


@dataclass(frozen=True, slots=True)
class QueueRule:
    """One queue. `queue_id` is its exact name (R050–R056); `language` is None when it serves every one."""

    queue_id: QueueId
    name: Wording
    kind: QueueKind
    language: Language | None
    target_s: int
    """Lateness target in seconds: 300, common queues 180."""
    handle_time_s: int
    """Assumed handle time while there is too little to measure (domain.md B9): 900."""
    internal_message: Wording | None = None
    """What is to be told with a transfer to it: the beginning of the internal message (R074)."""
    register: Register | None = None
    """Whose record a conversation in it belongs to; None where it is not said (helpline/register.py)."""
    pilot: Pilot | None = None
    asks_consent: bool = False
    """Whether a customer is asked before she is moved to it, also within her register (I11)."""
    where_to: Wording | None = None
    """“to home nursing”: its name as it stands in a sentence that says where to; None: as it is."""
    opens_only_with_staff: bool = False
    """Whether it is shut, whatever the hours, while nobody is on duty for it (R064)."""
    succeeds: Succession | None = None
    """What it follows from a day on, when queues are renamed or split (R062)."""
    followed_from: date | None = None
    """From when on another follows it, as said of that one."""


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who is rung when a consultation cannot wait: the number, its hours, and what to do otherwise (R125)."""

    number: str
    hours: OpeningHours
    otherwise: Wording


@dataclass(frozen=True, slots=True)
class ConsultationQueue:
    """A line that professionals ask (R123), with what it promises (R124). `is_outside` marks a partner
    outside the county's own lines: basic education, early childhood education (R126).
    """

    queue_id: QueueId
    name: Wording
    promise_days: int
    is_outside: bool = False
    on_call: OnCall | None = None
    register: Register = "social"
    """Lines of a conversation are attached to what is asked of it only within their register."""


@dataclass(frozen=True, slots=True)
class Code:
    """A contact reason or an outcome: kept by its id, said by its name (R127–R130)."""

    code_id: CodeId
    name: Wording


@dataclass(frozen=True, slots=True)
class FinerTopic:
    """A more exact choice within a topic (R069). It leads where its topic leads."""

    topic_id: TopicId
    name: Wording
    contact_reasons: tuple[CodeId, ...] = ()
    """The likeliest reasons of those who choose it; none: its topic's."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a customer can choose before the chat. `queue_id` None leads to the common queue of her
    language.
    """

    topic_id: TopicId
    name: Wording
    queue_id: QueueId | None
    contact_reasons: tuple[CodeId, ...] = ()
    """The likeliest reasons of those who choose it, the likeliest first: a wrap-up is pre-filled with it."""
    finer_topics: tuple[FinerTopic, ...] = ()
    """Ids are unlike those of every topic of the service, so that one id says which is meant."""
    succeeds: Succession | None = None

    def finer_topic(self, topic_id: str) -> FinerTopic | None:
        """The finer topic of that id, if this topic has one."""
        return next((finer for finer in self.finer_topics if finer.topic_id == topic_id), None)


@dataclass(frozen=True, slots=True)
class OtherChannel:
    """Another way in (R009, R010, R025). `hours` None: `note` says all there is to say."""

    name: Wording
    number: str | None
    hours: OpeningHours | None
    note: Wording | None
    shortcut: str | None = None
    """By which a counsellor puts its name, number and hours into her message, as a canned answer."""


LARGEST_NOTICE_VERSION: Final = 1_000_000
"""In the file; two of them make one number that a customer's browser still counts exactly."""


@dataclass(frozen=True, slots=True)
class StorageNotice:
    """What one service says of storing conversations; a new `version` must be shown anew (R021)."""

    version: int
    text: Wording


AnnouncementKind = Literal["temporary", "news"]

CLOSING_NOTICE_MIN: Final = 15
"""How long before closing time the page says so, unless the service says otherwise."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A temporary notice (R034) or news (R035), shown from one moment up to, not including, another (UTC)."""

    kind: AnnouncementKind
    text: Wording
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Instruction:
    """One piece of the instructions in plain words (R033)."""

    heading: Wording
    text: Wording


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the county's site that shows the chat: which service, and whether the box opens by itself
    there (R026).
    """

    page_id: str
    service_id: ServiceId
    opens_by_itself: bool


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """A text a counsellor puts into her message (R089); what is to be filled in by hand stands in braces."""

    shortcut: str
    """``/ehk``: what she types."""
    name: Wording
    text: Mapping[Language, str]
    """Finnish and Swedish always, English where it is given."""
    is_anonymous_only: bool
    outcome: CodeId | None = None
    """What came of a contact in which it was said: chosen already when that is wrapped up (R090)."""
    mark: ContactMark | None = None
    """What is marked of such a contact (R093)."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that is at hand in a problem situation, for customers of these languages."""

    contact_id: str
    number: str
    name: Wording
    hours: Wording | None
    languages: tuple[Language, ...]
    checked_on: date
    """When somebody made sure that it still answers."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the checklist of problem situations."""

    step_id: str
    text: Wording


@dataclass(frozen=True, slots=True)
class ProblemGuide:
    """What is at hand in a problem situation: numbers, checklist, house rules (R094)."""

    contacts: tuple[Contact, ...] = ()
    steps: tuple[Step, ...] = ()
    house_rules: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class StraightRule:
    """Messages of a topic, or of one of its finer topics, go to a service line past advice (R073, R108)."""

    topic_id: TopicId
    finer_topic_id: TopicId | None
    queue_id: QueueId
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Messages:
    """How a service takes non-urgent messages: its promise in working days, which go straight on, and for how
    many days one that a professional sends is open (R120).
    """

    promise_days: int = LONGEST_DAYS
    straight: tuple[StraightRule, ...] = ()
    days_open: int = DAYS_OPEN


@dataclass(frozen=True, slots=True)
class Service:
    """One chat service: its page texts, hours and topics."""

    service_id: ServiceId
    name: Wording
    about: tuple[Wording, ...]
    hours: OpeningHours
    closed_text: Wording
    """`{service}` and `{hours}` are filled in (R023): ask `closed_text()`."""
    topics: tuple[Topic, ...]
    other_channels: tuple[OtherChannel, ...]
    common_queues: Mapping[Language, QueueId]
    counsellor_role: Wording
    """What the customer is told of who answers: the role, never the name."""
    storage_notice: StorageNotice | None = None
    """What is said of storing here, where it is not what the county says (R021)."""
    asks: tuple[Wording, ...] = ()
    """What one may ask about (R013)."""
    helps: tuple[Wording, ...] = ()
    """What help there is (R014)."""
    announcements: tuple[Announcement, ...] = ()
    closing_notice_min: int = CLOSING_NOTICE_MIN
    contact_reasons: tuple[Code, ...] = ()
    """What a wrap-up chooses from, in the order of the number keys; none: nothing is asked (R127, R128)."""
    outcomes: tuple[Code, ...] = ()
    """What can have come of it; each service has its own list (R129, R130)."""
    messages: Messages | None = None
    """None: it takes no non-urgent messages (R007)."""
    anonymous_hours: OpeningHours | None = None
    """When who has not identified may begin, where that is another time than `hours` (R004, R005)."""
    at_closing: AtClosing = "serve"
    succeeds: Succession | None = None
    applications: Applications = field(default_factory=dict)
    """Into which queue each of its applications is passed on, by who is to decide of it (R049)."""

    def hours_for(self, *, is_identified: bool) -> OpeningHours:
        """When a customer may begin."""
        is_apart = self.anonymous_hours is not None and not is_identified
        return self.anonymous_hours if is_apart and self.anonymous_hours is not None else self.hours

    def every_hours(self) -> tuple[OpeningHours, ...]:
        """Both, where there are two: whenever it is open to anybody, its queues are served."""
        return (self.hours,) if self.anonymous_hours is None else (self.hours, self.anonymous_hours)

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id, if there is one."""
        return next((topic for topic in self.topics if topic.topic_id == topic_id), None)

    def queue_ids(self) -> frozenset[QueueId]:
        """Every queue a choice in this service can lead to."""
        by_topic = (topic.queue_id for topic in self.topics if topic.queue_id is not None)
        return frozenset(by_topic).union(self.common_queues.values())


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said before the first message and stays on top (R017–R022). A new `notice_version` must be
    shown anew.
    """

    notice_version: int
    standing: Wording
    storage: Wording
    is_connection_protected: bool
    unprotected: Wording


@dataclass(frozen=True, slots=True)
class ServiceModel:
    """The whole model under one version number (given when it is loaded into the database)."""

    version: int
    organisation: Wording
    notice: Notice
    emergency: Wording
    public_numbers: tuple[str, ...]
    """Numbers that are public and therefore never masked, as written in the file."""
    services: tuple[Service, ...]
    queues: tuple[QueueRule, ...]
    instructions: tuple[Instruction, ...] = ()
    funding: Wording | None = None
    """Who pays for the work, said beside the European Union's mark (R037)."""
    pages: tuple[SitePage, ...] = ()
    canned_answers: tuple[CannedAnswer, ...] = ()
    problem_guide: ProblemGuide = ProblemGuide()
    handbook: Handbook = NOTHING_WRITTEN
    """What those who work here read in the desk (R145, R148)."""
    calling_times: CallingTimes = USUAL
    """When customers who asked for it are called (R006)."""
    callbacks_close_after_days: int = CLOSES_AFTER_DAYS
    """After how many days a request that nobody has called to its end is closed as lapsed."""
    consultation_queues: tuple[ConsultationQueue, ...] = ()
    callbacks_by: frozenset[str] = SERVING_ADVICE
    """The roles that call customers back (R115): by default those of the advice queues, no service line."""
    hand_over_rules: HandOverRules = USUAL_HAND_OVERS
    """From which hand-over on a reason is needed, and supervisors are told (R079)."""
    consent_texts: ConsentTexts | None = None
    """What customers are told who are asked for permission (R070, R071); None: nobody can be asked."""
    callback_booking: Booking | None = None
    """How identified customers book a time to be called (R114); None: they cannot."""
    planned_shifts: PlannedShiftsRule = "informs"
    """Whether planned shifts decide who may take a customer, or only inform (R083)."""

    def service(self, service_id: str) -> Service | None:
        """The service of that id, if there is one."""
        return next((service for service in self.services if service.service_id == service_id), None)

    def notice_of(self, service: Service) -> Notice:
        """What a service says before the first message: the county's notice, with its own words on storing.

        Its version is the pair of both versions as one number, so it is another whenever either text is, and
        never that of a service without words of its own.
        """
        own = service.storage_notice
        if own is None:
            return self.notice
        pair = self.notice.notice_version * (LARGEST_NOTICE_VERSION + 1) + own.version
        return replace(self.notice, notice_version=pair, storage=own.text)

    @property
    def unprotected(self) -> Wording | None:
        """What staff are told of the connection to customers; None while it is protected (R022)."""
        return None if self.notice.is_connection_protected else self.notice.unprotected

    def queue(self, queue_id: str) -> QueueRule | None:
        """The queue of that name, if there is one."""
        return next((queue for queue in self.queues if queue.queue_id == queue_id), None)

    def registers(self) -> Mapping[str, Register | None]:
        """Whose record each queue is of, by its name."""
        return {str(queue.queue_id): queue.register for queue in self.queues}

    def asking_queues(self) -> frozenset[str]:
        """The queues to which nobody is moved without being asked."""
        return frozenset(str(queue.queue_id) for queue in self.queues if queue.asks_consent)

    def consultation_queue(self, queue_id: str) -> ConsultationQueue | None:
        """The line of that name that professionals can ask, if there is one."""
        return next((line for line in self.consultation_queues if line.queue_id == queue_id), None)

    def every_queue_id(self) -> frozenset[str]:
        """What somebody of staff can be entitled to: queues of customers, and lines that are asked."""
        customers = frozenset(str(queue.queue_id) for queue in self.queues)
        return customers.union(str(line.queue_id) for line in self.consultation_queues)


def always_open(model: ServiceModel) -> ServiceModel:
    """The same model with every chat service open around the clock: practice is possible at any hour."""
    services = (replace(service, hours=ALWAYS, anonymous_hours=None) for service in model.services)
    return replace(model, services=tuple(services))
