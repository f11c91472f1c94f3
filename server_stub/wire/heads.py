"""Heads and customer views: a conversation as a list shows it, with the service model's words on it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from server_stub.helpline.consent import is_mark_left_behind, is_sealed
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.service_model import FinerTopic, Service, ServiceModel, Topic
from server_stub.helpline.values import Millis
from server_stub.helpline.wording import Language, Wording

Words = dict[str, str]

_NO_WORDS: Words = {"fi": "", "sv": "", "en": ""}


@lru_cache(maxsize=256)
def stamp(at: Millis) -> str:
    """Milliseconds as RFC 3339 in UTC, `2026-11-23T09:05:07.123Z`. Facts of one commit share their time."""
    seconds, milliseconds = divmod(at, 1000)
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment.isoformat(timespec='seconds')[:-6]}.{milliseconds:03d}Z"


def millis_of(stamped: str) -> Millis:
    """What `stamp` wrote, read back."""
    return round(datetime.fromisoformat(stamped).timestamp() * 1000)


def stamp_or_none(at: Millis | None) -> str | None:
    """`stamp`, or None."""
    return None if at is None else stamp(at)


class StaffRef(msgspec.Struct, frozen=True):
    """A member of staff, as colleagues see her."""

    staff_id: str
    display_name: str


class TopicRef(msgspec.Struct, frozen=True):
    """A topic and its name in every language."""

    topic_id: str
    name: Words


class Transfer(msgspec.Struct, frozen=True):
    """`Transfer` of CONTRACT.md section 5: how a conversation came to its queue or its holder, for staff."""

    by: StaffRef
    from_queue_id: str
    at: str
    internal_message: str


class Offer(msgspec.Struct, frozen=True):
    """`Offer` of CONTRACT.md section 5: a conversation offered to one professional; never for a customer.

    It holds no word of the customer's: she to whom it is offered has not taken it yet.
    """

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: str
    topic: TopicRef
    hand_overs: int
    by: StaffRef
    to: StaffRef
    offered_at: str
    lapses_at: str
    internal_message: str
    responsibility_version: int
    channel: str


class Identification(msgspec.Struct, frozen=True):
    """How a conversation stands with identification: asked, declined, or since which line."""

    asked_at: str | None
    declined_at: str | None
    after_seq: int | None
    earlier_lines: str | None


class Concern(msgspec.Struct, frozen=True):
    """`Concern` of CONTRACT.md section 5: a message that gives reason for it; never for a customer."""

    kind: str
    seq: int


class ProblemSituation(msgspec.Struct, frozen=True):
    """`ProblemSituation` of CONTRACT.md section 5: since when, and which steps are done."""

    began_at: str
    done: tuple[str, ...]


class ChosenPreInformation(msgspec.Struct, frozen=True):
    """What the customer chose before the chat; it never changes."""

    service_id: str
    topic: TopicRef
    finer_topic: TopicRef | None
    language: str


class PreInformationChange(msgspec.Struct, frozen=True):
    """Who refined or corrected it last, and when."""

    by: StaffRef
    at: str


class PreInformation(msgspec.Struct, frozen=True):
    """`PreInformation` of CONTRACT.md section 5: for staff, beside the head's topic and language."""

    chosen: ChosenPreInformation
    finer_topic: TopicRef | None
    detail: str
    refined: PreInformationChange | None
    corrected: PreInformationChange | None


class Head(msgspec.Struct, frozen=True):
    """`Head` of CONTRACT.md section 5: for staff."""

    conversation_id: str
    alias: str
    state: str
    queue_id: str
    language: str
    identity: str
    service_id: str
    topic: TopicRef
    pre_information: PreInformation
    opened_at: str
    waiting_since: str
    holder: StaffRef | None
    claimed_at: str | None
    ended_by: str | None
    responsibility_version: int
    hand_overs: int
    transfer: Transfer | None
    last_seq: int
    last_line: str
    last_by: str | None
    last_at: str | None
    customer_wrote_at: str | None
    read_by_customer: int
    read_by_counsellor: int
    identification: Identification
    concern: Concern | None
    language_barrier: str | None
    problem_situation: ProblemSituation | None
    channel: str
    due_at: str | None
    direction: str
    open_until: str | None


class HelpCall(msgspec.Struct, frozen=True):
    """`HelpCall` of CONTRACT.md section 5: what supervisors are told of a conversation they are called to."""

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: str
    topic: TopicRef
    by: StaffRef
    called_at: str
    cause: str
    about: str
    text: str
    helper: StaffRef | None
    joined_at: str | None
    language_barrier: str | None
    responsibility_version: int


class CustomerView(msgspec.Struct, frozen=True):
    """`CustomerView` of CONTRACT.md section 5: a customer's own conversation; names nobody of staff."""

    conversation_id: str
    state: str
    reason: str | None
    ended_by: str | None
    language: str
    service_id: str
    topic: TopicRef
    opened_at: str
    last_seq: int
    read_by_counsellor: int
    read_by_customer: int
    counsellor_role: Words | None
    transferred_to: Words | None
    is_continued: bool
    is_joined: bool
    identity: str
    identification: Identification
    channel: str
    due_at: str | None
    direction: str
    open_until: str | None


class ModelWords:
    """Puts the words of one service model on conversations.

    A service or topic that has left the model keeps its id and an empty name: the conversation goes on.
    """

    def __init__(self, model: ServiceModel) -> None:
        """Words are looked up once; `model` never changes."""
        self._queues: dict[str, Words] = {str(q.queue_id): _words(q.name.by_language()) for q in model.queues}
        self._services: dict[str, Service] = {str(s.service_id): s for s in model.services}
        self._topics: dict[tuple[str, str], Topic] = {
            (str(s.service_id), str(t.topic_id)): t for s in model.services for t in s.topics
        }
        self._finer: dict[tuple[str, str], FinerTopic] = {
            (str(s.service_id), str(finer.topic_id)): finer
            for s in model.services
            for t in s.topics
            for finer in t.finer_topics
        }

        self._codes: dict[tuple[str, str], Words] = {
            (str(s.service_id), str(code.code_id)): words_of(code.name)
            for s in model.services
            for code in (*s.contact_reasons, *s.outcomes)
        }

    def topic(self, service_id: str, topic_id: str) -> TopicRef:
        """The topic, named."""
        found = self._topics.get((service_id, topic_id))
        return TopicRef(topic_id, _words(found.name.by_language()) if found else _NO_WORDS)

    def finer_topic(self, service_id: str, topic_id: str | None) -> TopicRef | None:
        """The finer topic, named, if there is one."""
        if topic_id is None:
            return None
        found = self._finer.get((service_id, topic_id))
        return TopicRef(topic_id, _words(found.name.by_language()) if found else _NO_WORDS)

    def code(self, service_id: str, code_id: str) -> Words:
        """The name of a contact reason or an outcome of that service."""
        return self._codes.get((service_id, code_id), _NO_WORDS)

    def pre_information(self, of: Conversation) -> PreInformation:
        """What the customer chose, and what has become of it since."""
        return PreInformation(
            chosen=ChosenPreInformation(
                service_id=of.chosen_service_id,
                topic=self.topic(of.chosen_service_id, of.chosen_topic_id),
                finer_topic=self.finer_topic(of.chosen_service_id, of.chosen_finer_topic_id),
                language=of.chosen_language,
            ),
            finer_topic=self.finer_topic(of.service_id, of.finer_topic_id),
            detail=of.detail,
            refined=_change(of.refined_by_id, of.refined_by_name, of.refined_at),
            corrected=_change(of.corrected_by_id, of.corrected_by_name, of.corrected_at),
        )

    def role(self, service_id: str) -> Words:
        """What a customer is told of who answers."""
        found = self._services.get(service_id)
        return _words(found.counsellor_role.by_language()) if found else _NO_WORDS

    def queue(self, queue_id: str) -> Words:
        """What a queue is called."""
        return self._queues.get(queue_id, _NO_WORDS)

    def transfer(self, of: Conversation) -> Transfer | None:
        """Its last transfer, if there was one."""
        if of.transferred_by_id is None or of.transferred_at is None:
            return None
        return Transfer(
            by=StaffRef(of.transferred_by_id, of.transferred_by_name or ""),
            from_queue_id=of.transferred_from or of.queue_id,
            at=stamp(of.transferred_at),
            internal_message=of.internal_message or "",
        )

    def offer(self, of: Conversation) -> Offer | None:
        """What it is offered as now, if it is."""
        if of.offered_to_id is None or of.offered_at is None or of.offer_lapses_at is None:
            return None
        return Offer(
            conversation_id=of.conversation_id,
            alias=of.alias,
            queue_id=of.queue_id,
            language=of.language,
            identity=of.identity,
            topic=self.topic(of.service_id, of.topic_id),
            hand_overs=of.hand_overs,
            by=StaffRef(of.holder_id or "", of.holder_name or ""),
            to=StaffRef(of.offered_to_id, of.offered_to_name or ""),
            offered_at=stamp(of.offered_at),
            lapses_at=stamp(of.offer_lapses_at),
            internal_message=of.offer_message or "",
            responsibility_version=of.responsibility_version,
            channel=of.channel,
        )

    def help_call(self, of: Conversation) -> HelpCall:
        """What supervisors are told of it while help is called for."""
        return HelpCall(
            conversation_id=of.conversation_id,
            alias=of.alias,
            queue_id=of.queue_id,
            language=of.language,
            identity=of.identity,
            topic=self.topic(of.service_id, of.topic_id),
            by=StaffRef(of.holder_id or "", of.holder_name or ""),
            called_at=stamp(of.help_called_at or 0),
            cause="called" if of.help_text is not None else "holder_away",
            about=of.help_about or "question",
            text=of.help_text or "",
            helper=StaffRef(of.helper_id, of.helper_name or "") if of.helper_id else None,
            joined_at=stamp_or_none(of.joined_at),
            language_barrier=of.language_barrier,
            responsibility_version=of.responsibility_version,
        )

    def head(self, of: Conversation) -> Head:
        """The conversation as staff see it in a list."""
        holder = StaffRef(of.holder_id, of.holder_name or "") if of.holder_id else None
        of = _as_sealed(of) if is_sealed(of) else of
        return Head(
            conversation_id=of.conversation_id,
            alias=of.alias,
            state=of.state,
            queue_id=of.queue_id,
            language=of.language,
            identity=of.identity,
            service_id=of.service_id,
            topic=self.topic(of.service_id, of.topic_id),
            pre_information=self.pre_information(of),
            opened_at=stamp(of.opened_at),
            waiting_since=stamp(of.waiting_since),
            holder=holder,
            claimed_at=stamp_or_none(of.claimed_at),
            ended_by=of.ended_by,
            responsibility_version=of.responsibility_version,
            hand_overs=of.hand_overs,
            transfer=self.transfer(of),
            last_seq=of.last_seq,
            last_line=of.last_line if of.last_seq > of.shown_after_seq else "",
            last_by=of.last_by if of.last_seq > of.shown_after_seq else None,
            last_at=stamp_or_none(of.last_at),
            customer_wrote_at=stamp_or_none(of.customer_wrote_at),
            read_by_customer=of.read_by_customer,
            read_by_counsellor=of.read_by_counsellor,
            identification=identification_of(of),
            concern=None if of.concern is None else Concern(of.concern, of.concern_seq or 0),
            language_barrier=of.language_barrier,
            problem_situation=self.problem_situation(of),
            channel=of.channel,
            due_at=stamp_or_none(of.due_at),
            direction=of.direction,
            open_until=stamp_or_none(of.open_until),
        )

    def problem_situation(self, of: Conversation) -> ProblemSituation | None:
        """The problem situation its holder is in, if she is."""
        if of.problem_began_at is None:
            return None
        return ProblemSituation(stamp(of.problem_began_at), tuple((of.problem_steps or "").split()))

    def view(self, of: Conversation) -> CustomerView:
        """The conversation as its customer sees it."""
        return CustomerView(
            conversation_id=of.conversation_id,
            state=of.state,
            reason=of.closed_reason,
            ended_by=_ended_by(of),
            language=of.language,
            service_id=of.service_id,
            topic=self.topic(of.service_id, of.topic_id),
            opened_at=stamp(of.opened_at),
            last_seq=of.last_seq,
            read_by_counsellor=of.read_by_counsellor,
            read_by_customer=of.read_by_customer,
            counsellor_role=self.role(of.service_id) if of.holder_id else None,
            transferred_to=self.queue(of.queue_id) if of.transferred_from is not None else None,
            is_continued=_is_continued(of),
            is_joined=of.joined_at is not None,
            identity=of.identity,
            identification=identification_of(of),
            channel=of.channel,
            due_at=stamp_or_none(of.due_at),
            direction=of.direction,
            open_until=stamp_or_none(of.open_until),
        )


def identification_of(of: Conversation) -> Identification:
    """How it stands with identification."""
    return Identification(
        asked_at=stamp_or_none(of.asked_to_identify_at),
        declined_at=stamp_or_none(of.identification_declined_at),
        after_seq=of.identified_after_seq,
        earlier_lines=of.earlier_lines,
    )


def _change(by_id: str | None, by_name: str | None, at: Millis | None) -> PreInformationChange | None:
    if by_id is None or at is None:
        return None
    return PreInformationChange(StaffRef(by_id, by_name or ""), stamp(at))


def _as_sealed(of: Conversation) -> Conversation:
    """As those see it who serve the queue it has moved to by permission, until one of them opens it: that it
    waits, what it is about, and no word of the customer's or of who sent it (I11). A mark of concern about a
    line that would move stays: it says nothing of what was written, and somebody must come.
    """
    return of._replace(
        detail="",
        internal_message="",
        concern=None if is_mark_left_behind(of) else of.concern,
        last_seq=0,
        last_line="",
        last_by=None,
        last_at=None,
        customer_wrote_at=None,
        read_by_customer=0,
        read_by_counsellor=0,
    )


def _is_continued(of: Conversation) -> bool:
    """Whether its last move was from one counsellor to another, without a queue between."""
    return of.transferred_at is not None and of.transferred_from is None


def _ended_by(of: Conversation) -> str | None:
    """Who ended it: a counsellor ends by closing, and is then not noted as the one who ended."""
    if of.state == "closed" and of.closed_reason == "answered" and of.ended_by is None:
        return "counsellor"
    return of.ended_by


def words_of(wording: Wording) -> Words:
    """A wording as the contract writes it."""
    return _words(wording.by_language())


def stamp_moment(moment: datetime | None) -> str | None:
    """An aware moment as `stamp` writes it, or None."""
    return None if moment is None else stamp(round(moment.timestamp() * 1000))


def _words(by_language: Mapping[Language, str]) -> Words:
    return {str(language): text for language, text in by_language.items()}
