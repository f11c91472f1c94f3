"""Snapshots as they cross the wire (CONTRACT.md section 5)."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from server_stub.helpline import service_model
from server_stub.helpline.calling_time import moment
from server_stub.helpline.duty import Duty
from server_stub.helpline.entry_texts import channel_answers
from server_stub.helpline.hours_in_words import calling_in_words
from server_stub.helpline.limits import Limits
from server_stub.helpline.model_on import model_on
from server_stub.helpline.routing import queue_for
from server_stub.helpline.service_model import Service, ServiceModel
from server_stub.helpline.values import Millis
from server_stub.helpline.wording import LANGUAGES, Wording
from server_stub.wire.callbacks import Callback, CustomerCallback
from server_stub.wire.consents import Consent, CustomerConsent
from server_stub.wire.consultations import ConsultationQueue, ConsultationThread, PromisesKept
from server_stub.wire.handbook import Handbook, handbook_of
from server_stub.wire.heads import CustomerView, Head, HelpCall, Offer, StaffRef, TopicRef, Words, words_of
from server_stub.wire.left_messages import LeftMessage
from server_stub.wire.openings import Opening
from server_stub.wire.problem_situations import Debrief, ProblemGuide, guide_of
from server_stub.wire.shifts import Shift
from server_stub.wire.transcripts import CustomerTranscript


class ContractVersion(msgspec.Struct, frozen=True):
    """Which contract this backend keeps."""

    major: int = 1
    minor: int = 0


class Pilot(msgspec.Struct, frozen=True):
    """A queue is tried out until a day (R065)."""

    until: str
    decision: str


class Queue(msgspec.Struct, frozen=True):
    """A queue the reader serves."""

    queue_id: str
    name: Words
    kind: str
    language: str | None
    target_s: int
    openings: tuple[Opening, ...]
    hours_known_until: str
    at_closing: str
    pilot: Pilot | None


class Code(msgspec.Struct, frozen=True):
    """A contact reason or an outcome, named."""

    code_id: str
    name: Words


class TopicReasons(msgspec.Struct, frozen=True):
    """The likeliest contact reasons of a topic."""

    topic_id: str
    contact_reasons: tuple[str, ...]


class ServiceCodes(msgspec.Struct, frozen=True):
    """What the wrap-up of one service chooses from."""

    service_id: str
    contact_reasons: tuple[Code, ...]
    outcomes: tuple[Code, ...]
    topics: tuple[TopicReasons, ...]


class QueueRef(msgspec.Struct, frozen=True):
    """A queue and what it is called."""

    queue_id: str
    name: Words


class ServiceTopic(msgspec.Struct, frozen=True):
    """A topic of a service, its finer ones, and where it leads by the customer's language."""

    topic_id: str
    name: Words
    finer_topics: tuple[TopicRef, ...]
    leads_to: dict[str, QueueRef]


class ServiceTopics(msgspec.Struct, frozen=True):
    """What pre-information can be refined and corrected to, by service (R067–R069)."""

    service_id: str
    name: Words
    topics: tuple[ServiceTopic, ...]


class CannedText(msgspec.Struct, frozen=True):
    """The text of a canned answer; English where it is given."""

    fi: str
    sv: str
    en: str | None


class CannedAnswer(msgspec.Struct, frozen=True):
    """A text a counsellor can put into her message (R089)."""

    shortcut: str
    name: Words
    text: CannedText
    is_anonymous_only: bool
    outcome: str | None
    mark: str | None


class Texts(msgspec.Struct, frozen=True):
    """Words of the service model for the workstation."""

    organisation: Words
    unprotected: Words | None
    """What is said when the connection to customers is not protected (R022)."""
    wrap_ups: tuple[ServiceCodes, ...]
    """Contact reasons and outcomes by service (R127–R130)."""
    services: tuple[ServiceTopics, ...]
    canned_answers: tuple[CannedAnswer, ...]
    problem_guide: ProblemGuide
    handbook: Handbook
    reason_from: int
    """From which hand-over on an internal message says why (R079)."""


class CallingHours(msgspec.Struct, frozen=True):
    """When customers are called from a day on (R006); 1 is Monday, times are of the clock on the wall."""

    starts_on: str | None
    weekdays: tuple[int, ...]
    opens: str
    turns: str
    closes: str


class Window(msgspec.Struct, frozen=True):
    """The newest messages and all notes of a conversation the reader holds, and whose it is; JSON already."""

    conversation_id: str
    messages: tuple[msgspec.Raw, ...]
    notes: tuple[msgspec.Raw, ...]
    consents: tuple[Consent, ...]
    person: msgspec.Raw


class StaffSnapshot(msgspec.Struct, frozen=True):
    """All that a member of staff may see, at a cursor."""

    cursor: int
    now: str
    contract: ContractVersion
    staff: StaffRef
    capabilities: tuple[str, ...]
    is_practice: bool
    capacity: int
    service_model_version: int
    limits: Limits
    days_off: tuple[str, ...]
    calling_times: tuple[CallingHours, ...]
    callbacks_close_after_days: int
    queues: tuple[Queue, ...]
    heads: tuple[Head, ...]
    texts: Texts
    windows: tuple[Window, ...]
    callbacks: tuple[Callback, ...]
    shift: Shift
    offers: tuple[Offer, ...]
    help_calls: tuple[HelpCall, ...]
    consultation_queues: tuple[ConsultationQueue, ...]
    consultations: tuple[ConsultationThread, ...]
    promises_kept: PromisesKept
    debriefs: tuple[Debrief, ...]


class TransferTarget(msgspec.Struct, frozen=True):
    """A queue a conversation can be moved to, and what awaits it there."""

    queue_id: str
    name: Words
    kind: str
    language: str | None
    is_open: bool
    closes_at: str | None
    waiting: int
    waiting_since: str | None
    on_duty: int
    internal_message: Words | None
    register: str | None
    asks_consent: bool


class Professional(msgspec.Struct, frozen=True):
    """Somebody who is there to be offered a conversation, and what she holds."""

    staff_id: str
    display_name: str
    presence: str
    load: int
    capacity: int
    serves_advice: bool


class AwayProfessional(msgspec.Struct, frozen=True):
    """Somebody who is not there just now: a message can be offered to her."""

    staff_id: str
    display_name: str
    serves_advice: bool


class ApplicationQueue(msgspec.Struct, frozen=True):
    """Into which queue a service passes an application on, for whom to decide of it (R049)."""

    service_id: str
    passed_on_to: str
    queue_id: str


class TransferTargets(msgspec.Struct, frozen=True):
    """Every queue of the service model, and everybody else who answers, there or not, at `now`."""

    now: str
    targets: tuple[TransferTarget, ...]
    professionals: tuple[Professional, ...]
    away: tuple[AwayProfessional, ...]
    applications: tuple[ApplicationQueue, ...]


class Waiting(msgspec.Struct, frozen=True):
    """A customer's place, and whether anybody is there to answer; the range is None when none can be given
    honestly.
    """

    place: int
    duty: Duty
    low_min: int | None
    high_min: int | None


class CustomerSnapshot(msgspec.Struct, frozen=True):
    """All that a customer may see, at a cursor of her own conversation."""

    cursor: int
    now: str
    page_token: str
    identity: str
    is_practice: bool
    limits: Limits
    conversation: CustomerView | None
    messages: tuple[msgspec.Raw, ...]
    consents: tuple[CustomerConsent, ...]
    waiting: Waiting | None
    callback: CustomerCallback | None
    transcript: CustomerTranscript
    can_give_feedback: bool
    left_messages: tuple[LeftMessage, ...]
    """Her non-urgent messages, the newest first; none while she is anonymous."""


class MessagePage(msgspec.Struct, frozen=True):
    """Older messages, ascending."""

    messages: tuple[msgspec.Raw, ...]
    first_seq: int = 1


_encoder = msgspec.json.Encoder()


def as_written(messages: Sequence[bytes]) -> tuple[msgspec.Raw, ...]:
    """Messages that are JSON already, to be put in as they are."""
    return tuple(msgspec.Raw(message) for message in messages)


def encode(snapshot: StaffSnapshot | CustomerSnapshot | MessagePage | TransferTargets) -> bytes:
    """The bytes of a snapshot or page."""
    return _encoder.encode(snapshot)


def texts_of(model: ServiceModel, *, at: Millis) -> Texts:
    """The words of a service model that a workstation shows, as they are on the day of `at`."""
    unprotected = model.unprotected
    today = moment(at).date()
    calling = calling_in_words(model.calling_times, today)
    return Texts(
        organisation=words_of(model.organisation),
        unprotected=words_of(unprotected) if unprotected is not None else None,
        wrap_ups=tuple(_codes_of(service) for service in model.services),
        services=tuple(_topics_of(service, model, today) for service in model_on(model, today).services),
        canned_answers=tuple(
            _canned(answer, calling)
            for answers in (
                model.canned_answers,
                *(channel_answers(service, today) for service in model.services),
            )
            for answer in answers
        ),
        problem_guide=guide_of(model.problem_guide),
        handbook=handbook_of(model.handbook),
        reason_from=model.hand_over_rules.reason_from,
    )


def calling_times_of(model: ServiceModel) -> tuple[CallingHours, ...]:
    """When customers are called, every version."""
    return tuple(
        CallingHours(
            starts_on=each.starts_on.isoformat() if number else None,
            weekdays=tuple(weekday + 1 for weekday in each.weekdays),
            opens=f"{each.opens:%H:%M}",
            turns=f"{each.turns:%H:%M}",
            closes=f"{each.closes:%H:%M}",
        )
        for number, each in enumerate(model.calling_times)
    )


def _codes_of(service: Service) -> ServiceCodes:
    return ServiceCodes(
        service_id=service.service_id,
        contact_reasons=tuple(Code(code.code_id, words_of(code.name)) for code in service.contact_reasons),
        outcomes=tuple(Code(code.code_id, words_of(code.name)) for code in service.outcomes),
        topics=tuple(
            TopicReasons(topic_id, contact_reasons)
            for topic_id, contact_reasons in _likely(service)
            if contact_reasons
        ),
    )


def _likely(service: Service) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Of topics and the finer ones within them alike: their ids are never the same."""
    for topic in service.topics:
        yield topic.topic_id, topic.contact_reasons
        for finer in topic.finer_topics:
            yield finer.topic_id, finer.contact_reasons


def _topics_of(service: Service, model: ServiceModel, today: date) -> ServiceTopics:
    return ServiceTopics(
        service_id=service.service_id,
        name=words_of(service.name),
        topics=tuple(
            ServiceTopic(
                topic_id=topic.topic_id,
                name=words_of(topic.name),
                finer_topics=tuple(
                    TopicRef(each.topic_id, words_of(each.name)) for each in topic.finer_topics
                ),
                leads_to=_leads_to(service, topic, model, today),
            )
            for topic in service.topics
        ),
    )


def _leads_to(
    service: Service, topic: service_model.Topic, model: ServiceModel, today: date
) -> dict[str, QueueRef]:
    found: dict[str, QueueRef] = {}
    for language in LANGUAGES:
        queue_id = queue_for(
            model, service_id=service.service_id, topic_id=topic.topic_id, language=language, on=today
        )
        queue = model.queue(queue_id) if queue_id is not None else None
        if queue is not None:
            found[language] = QueueRef(queue.queue_id, words_of(queue.name))
    return found


def _canned(answer: service_model.CannedAnswer, calling: Wording) -> CannedAnswer:
    text = {
        language: words.replace("{calling_time}", calling.in_language(language))
        for language, words in answer.text.items()
    }
    return CannedAnswer(
        shortcut=answer.shortcut,
        name=words_of(answer.name),
        text=CannedText(text["fi"], text["sv"], text.get("en")),
        is_anonymous_only=answer.is_anonymous_only,
        outcome=answer.outcome,
        mark=answer.mark.value if answer.mark else None,
    )


def encode_texts(model: ServiceModel, *, at: Millis) -> bytes:
    """The bytes of those words alone."""
    return _encoder.encode(texts_of(model, at=at))


def encode_queues(queues: Sequence[Queue]) -> bytes:
    """The bytes of queues alone."""
    return _encoder.encode(queues)


def encode_waiting_hint(waiting: Waiting) -> bytes:
    """The hint that tells a customer her place."""
    return _encoder.encode({"type": "Waiting", **msgspec.structs.asdict(waiting)})
