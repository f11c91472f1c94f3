"""Facts as they cross the wire (CONTRACT.md section 4), and their bytes."""

from collections.abc import Container, Sequence
from typing import assert_never

import msgspec

from server_stub.helpline import (
    consent_values,
    conversation_facts,
    conversation_values,
    decisions,
    help_values,
    identification_values,
    masking_values,
    offer_values,
    pre_information_values,
    problem_values,
)
from server_stub.helpline.values import Millis
from server_stub.wire.attachments import Attachment, attachment_of
from server_stub.wire.consents import Consent, CustomerConsent, consent_of, customer_consent_of
from server_stub.wire.heads import (
    CustomerView,
    Head,
    HelpCall,
    ModelWords,
    Offer,
    PreInformation,
    ProblemSituation,
    StaffRef,
    TopicRef,
    Transfer,
    stamp,
    stamp_or_none,
)
from server_stub.wire.problem_situations import Debrief, debrief_of

_encoder = msgspec.json.Encoder()


class WireFact(msgspec.Struct, frozen=True):
    """What every fact about a conversation carries."""

    at: str
    caused_by: str | None
    conversation_id: str


class ConversationOpened(WireFact, frozen=True, tag="ConversationOpened"):
    """A customer came; `head` for staff."""

    head: Head


class ConversationOpenedToCustomer(WireFact, frozen=True, tag="ConversationOpened"):
    """The customer's own copy."""

    customer: CustomerView


class MessageWritten(WireFact, frozen=True, tag="MessageWritten"):
    """One message; the same bytes for everybody."""

    seq: int
    by: str
    text: str
    masked: tuple[str, ...]
    attachment: Attachment | None = None


class AnswerPromised(WireFact, frozen=True, tag="AnswerPromised"):
    """By when a non-urgent message is answered; the same for everybody."""

    due_at: str


class SpanMasked(WireFact, frozen=True, tag="SpanMasked"):
    """What a message is from now on; the same bytes for everybody."""

    seq: int
    text: str
    masked: tuple[str, ...]


class ConcernMarked(WireFact, frozen=True, tag="ConcernMarked"):
    """A message gives reason to be concerned; for staff."""

    kind: str
    seq: int


class ProblemSituationBegan(WireFact, frozen=True, tag="ProblemSituationBegan"):
    """The holder is in one; for her."""

    problem_situation: ProblemSituation | None


class StepTicked(WireFact, frozen=True, tag="StepTicked"):
    """Who has done which step."""

    step_id: str
    is_done: bool
    by: StaffRef


class ProblemSituationEnded(WireFact, frozen=True, tag="ProblemSituationEnded"):
    """It is over; for her and the supervisors."""

    debrief: Debrief


class ReadMarked(WireFact, frozen=True, tag="ReadMarked"):
    """A side has seen everything up to `seq`."""

    by: str
    seq: int


class WaitingClaimed(WireFact, frozen=True, tag="WaitingClaimed"):
    """Taken, and by whom; for staff."""

    holder: StaffRef
    responsibility_version: int


class WaitingClaimedToCustomer(WireFact, frozen=True, tag="WaitingClaimed"):
    """Taken; a customer learns the role, not the person."""

    role: dict[str, str]


class ConversationEntered(WireFact, frozen=True, tag="ConversationEntered"):
    """The reader sees the conversation from here on; `messages` are filled at delivery."""

    head: Head
    up_to_seq: int
    person: None = None
    consents: tuple[()] = ()
    notes: tuple[()] = ()
    messages: tuple[()] = ()


class ConversationLeft(WireFact, frozen=True, tag="ConversationLeft"):
    """The reader forgets."""


class ConversationReturned(WireFact, frozen=True, tag="ConversationReturned"):
    """The queue is responsible again."""

    queue_id: str
    responsibility_version: int
    waiting_since: str
    reason: str


class ConversationTransferred(WireFact, frozen=True, tag="ConversationTransferred"):
    """Another queue is responsible; for staff."""

    queue_id: str
    responsibility_version: int
    waiting_since: str
    hand_overs: int
    transfer: Transfer | None
    passed_on_to: str | None


class ConversationTransferredToCustomer(WireFact, frozen=True, tag="ConversationTransferred"):
    """The customer's copy: where to, in words."""

    transferred_to: dict[str, str]
    channel: str
    due_at: str | None


class NoteWritten(WireFact, frozen=True, tag="NoteWritten"):
    """A note for professionals."""

    number: int
    after_seq: int
    by: StaffRef
    text: str


class TransferOffered(WireFact, frozen=True, tag="TransferOffered"):
    """Offered to one professional; the holder stays responsible."""

    offer: Offer | None


class OfferAccepted(WireFact, frozen=True, tag="OfferAccepted"):
    """Another professional is responsible; for staff."""

    holder: StaffRef
    responsibility_version: int
    hand_overs: int
    transfer: Transfer | None


class OfferAcceptedToCustomer(WireFact, frozen=True, tag="OfferAccepted"):
    """The customer's copy: somebody else goes on; her role, not her name."""

    role: dict[str, str]


class OfferEnded(WireFact, frozen=True, tag="OfferEnded"):
    """The offer is gone and nothing has moved; `reason` is why it was declined, else empty."""

    ending: str
    reason: str


class HelpCalled(WireFact, frozen=True, tag="HelpCalled"):
    """The holder calls the supervisors and stays responsible."""

    call: HelpCall


class HelpAnswered(WireFact, frozen=True, tag="HelpAnswered"):
    """A supervisor comes."""

    helper: StaffRef


class HelperGone(WireFact, frozen=True, tag="HelperGone"):
    """She who said that she comes does not; the call stands."""

    helper: StaffRef


class HelpCallEnded(WireFact, frozen=True, tag="HelpCallEnded"):
    """The call is over, and how."""

    ending: str


class ConversationJoined(WireFact, frozen=True, tag="ConversationJoined"):
    """A supervisor reads along; for staff."""

    helper: StaffRef


class ConversationJoinedToCustomer(WireFact, frozen=True, tag="ConversationJoined"):
    """The customer's copy: that there are two now, and not who."""


class JoiningEnded(WireFact, frozen=True, tag="JoiningEnded"):
    """Nobody reads along any more."""


class ConversationTakenOver(WireFact, frozen=True, tag="ConversationTakenOver"):
    """A supervisor is responsible; for staff."""

    holder: StaffRef
    responsibility_version: int
    hand_overs: int
    transfer: Transfer | None


class ConversationTakenOverToCustomer(WireFact, frozen=True, tag="ConversationTakenOver"):
    """The customer's copy: somebody else goes on; her role, not her name."""

    role: dict[str, str]


class PreInformationRefined(WireFact, frozen=True, tag="PreInformationRefined"):
    """What it is about is said more exactly."""

    pre_information: PreInformation


class PreInformationCorrected(WireFact, frozen=True, tag="PreInformationCorrected"):
    """Topic or language was put right; for staff."""

    service_id: str
    topic: TopicRef
    language: str
    pre_information: PreInformation


class PreInformationCorrectedToCustomer(WireFact, frozen=True, tag="PreInformationCorrected"):
    """The customer's copy: what it is about now, and in which language."""

    service_id: str
    topic: TopicRef
    language: str


class ConversationEnded(WireFact, frozen=True, tag="ConversationEnded"):
    """The talk is over."""

    by: str


class ConversationWrappedUp(WireFact, frozen=True, tag="ConversationWrappedUp"):
    """What it was about and what came of it; for staff."""

    by: StaffRef
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    is_test: bool
    marks: tuple[str, ...]


class ConversationClosed(WireFact, frozen=True, tag="ConversationClosed"):
    """Over, with a reason."""

    reason: str


class IdentificationAsked(WireFact, frozen=True, tag="IdentificationAsked"):
    """The page asks the customer to identify."""


class IdentificationDeclined(WireFact, frozen=True, tag="IdentificationDeclined"):
    """She goes on anonymously."""


class CustomerIdentified(WireFact, frozen=True, tag="CustomerIdentified"):
    """She is identified from after that line on; names nobody."""

    after_seq: int
    earlier_lines: str | None


class IdentityShown(WireFact, frozen=True, tag="IdentityShown"):
    """Who she is; filled at delivery, for those who read the conversation then."""

    person: None = None


class ConsentAsked(WireFact, frozen=True, tag="ConsentAsked"):
    """The page asks the customer for permission; for staff."""

    consent: Consent


class ConsentAskedToCustomer(WireFact, frozen=True, tag="ConsentAsked"):
    """Her copy: every word she is told."""

    consent: CustomerConsent


class ConsentChanged(WireFact, frozen=True, tag="ConsentChanged"):
    """The permission of that number stands otherwise; the same for everybody."""

    number: int
    state: str
    language: str | None


class EarlierLinesDecided(WireFact, frozen=True, tag="EarlierLinesDecided"):
    """What she answered about her earlier lines."""

    earlier_lines: str


class MovedOften(WireFact, frozen=True, tag="MovedOften"):
    """Handed over so often that supervisors look at it."""

    alias: str
    queue_id: str
    topic: TopicRef
    hand_overs: int
    by: StaffRef


class ServiceModelActivated(msgspec.Struct, frozen=True, tag="ServiceModelActivated"):
    """Another numbered service model is in force."""

    at: str
    caused_by: str | None
    service_model_version: int
    queues: msgspec.Raw
    texts: msgspec.Raw


class Message(msgspec.Struct, frozen=True):
    """A message as snapshots and pages hold it."""

    seq: int
    by: str
    at: str
    text: str
    masked: tuple[str, ...]
    caused_by: str | None
    attachment: Attachment | None


_written_decoder = msgspec.json.Decoder(MessageWritten)


def bodies(
    fact: decisions.Fact,
    about: conversation_values.Conversation,
    *,
    at: Millis,
    caused_by: str | None,
    words: ModelWords,
) -> tuple[bytes, bytes | None]:
    """`(body, customer_body)` of a fact about a conversation.

    `customer_body` is None where the customer's copy is the same bytes. `words` are the service model's.
    """
    common = (stamp(at), caused_by, about.conversation_id)
    match fact:
        case conversation_facts.MessageWritten(seq, by, text, masked, attachment):
            sent = attachment_of(attachment) if attachment is not None else None
            return _encoder.encode(MessageWritten(*common, seq, by, text, masked, sent)), None
        case conversation_facts.AnswerPromised(due_at):
            return _encoder.encode(AnswerPromised(*common, stamp(due_at))), None
        case conversation_facts.ConcernMarked(kind, seq):
            return _encoder.encode(ConcernMarked(*common, kind, seq)), None
        case problem_values.ProblemSituationBegan(after):
            return _encoder.encode(ProblemSituationBegan(*common, words.problem_situation(after))), None
        case problem_values.StepTicked(step_id, is_done, by_id, by_name):
            return _encoder.encode(StepTicked(*common, step_id, is_done, StaffRef(by_id, by_name))), None
        case problem_values.ProblemSituationEnded(debrief):
            return _encoder.encode(ProblemSituationEnded(*common, debrief_of(debrief))), None
        case conversation_facts.ReadMarked(by, seq):
            return _encoder.encode(ReadMarked(*common, by, seq)), None
        case conversation_facts.ConversationOpened(conversation):
            staff = ConversationOpened(*common, words.head(conversation))
            customer = ConversationOpenedToCustomer(*common, words.view(conversation))
            return _encoder.encode(staff), _encoder.encode(customer)
        case conversation_facts.WaitingClaimed(holder_id, holder_name, version):
            staff_copy = WaitingClaimed(*common, StaffRef(holder_id, holder_name), version)
            customer_copy = WaitingClaimedToCustomer(*common, words.role(about.service_id))
            return _encoder.encode(staff_copy), _encoder.encode(customer_copy)
        case conversation_facts.ConversationEntered(conversation):
            entered = ConversationEntered(*common, words.head(conversation), conversation.last_seq)
            return _encoder.encode(entered), None
        case conversation_facts.ConversationLeft():
            return _encoder.encode(ConversationLeft(*common)), None
        case conversation_facts.ConversationReturned(queue_id, version, since, reason):
            returned = ConversationReturned(*common, queue_id, version, stamp(since), reason)
            return _encoder.encode(returned), None
        case conversation_facts.ConversationTransferred(moved, passed_on_to):
            return _transferred(moved, passed_on_to, common, words)
        case conversation_facts.NoteWritten(number, after_seq, by_id, by_name, text):
            note = NoteWritten(*common, number, after_seq, StaffRef(by_id, by_name), text)
            return _encoder.encode(note), None
        case offer_values.TransferOffered(after):
            return _encoder.encode(TransferOffered(*common, words.offer(after))), None
        case offer_values.OfferAccepted(after):
            return _handed_over(OfferAccepted, OfferAcceptedToCustomer, after, common, words)
        case offer_values.OfferEnded(ending, text):
            return _encoder.encode(OfferEnded(*common, ending, text)), None
        case help_values.HelpCalled(after):
            return _encoder.encode(HelpCalled(*common, words.help_call(after))), None
        case help_values.HelpAnswered(helper_id, helper_name):
            return _encoder.encode(HelpAnswered(*common, StaffRef(helper_id, helper_name))), None
        case help_values.HelperGone(helper_id, helper_name):
            return _encoder.encode(HelperGone(*common, StaffRef(helper_id, helper_name))), None
        case help_values.HelpCallEnded(how):
            return _encoder.encode(HelpCallEnded(*common, how)), None
        case help_values.ConversationJoined(helper_id, helper_name):
            joined = ConversationJoined(*common, StaffRef(helper_id, helper_name))
            return _encoder.encode(joined), _encoder.encode(ConversationJoinedToCustomer(*common))
        case help_values.JoiningEnded():
            return _encoder.encode(JoiningEnded(*common)), None
        case help_values.ConversationTakenOver(after):
            return _handed_over(ConversationTakenOver, ConversationTakenOverToCustomer, after, common, words)
        case masking_values.SpanMasked(seq, text, masked):
            return _encoder.encode(SpanMasked(*common, seq, text, masked)), None
        case pre_information_values.PreInformationRefined(after):
            return _encoder.encode(PreInformationRefined(*common, words.pre_information(after))), None
        case pre_information_values.PreInformationCorrected(after):
            return _corrected(after, common, words)
        case conversation_facts.ConversationEnded(by):
            return _encoder.encode(ConversationEnded(*common, by)), None
        case conversation_facts.ConversationWrappedUp():
            return _encoder.encode(
                ConversationWrappedUp(
                    *common,
                    StaffRef(fact.by_id, fact.by_name),
                    fact.contact_reasons,
                    fact.outcome,
                    fact.notes,
                    fact.service_model_version,
                    fact.is_test,
                    tuple(mark.value for mark in fact.marks),
                )
            ), None
        case conversation_facts.ConversationClosed(reason):
            return _encoder.encode(ConversationClosed(*common, reason)), None
        case identification_values.IdentificationAsked():
            return _encoder.encode(IdentificationAsked(*common)), None
        case identification_values.IdentificationDeclined():
            return _encoder.encode(IdentificationDeclined(*common)), None
        case identification_values.CustomerIdentified(after_seq, earlier_lines):
            return _encoder.encode(CustomerIdentified(*common, after_seq, earlier_lines)), None
        case identification_values.IdentityShown():
            return _encoder.encode(IdentityShown(*common)), None
        case identification_values.EarlierLinesDecided(earlier_lines):
            return _encoder.encode(EarlierLinesDecided(*common, earlier_lines)), None
        case consent_values.ConsentAsked(question):
            consent = ConsentAsked(*common, consent_of(question, asked_at=stamp(at)))
            told = ConsentAskedToCustomer(*common, customer_consent_of(question, asked_at=stamp(at)))
            return _encoder.encode(consent), _encoder.encode(told)
        case consent_values.ConsentChanged(number, state, language):
            return _encoder.encode(ConsentChanged(*common, number, state, language)), None
        case decisions.MovedOften(after):
            return _moved_often(after, common, words), None
        case decisions.ServiceModelActivated():
            raise ValueError("a fact about no conversation: see activated_body")
        case _:
            assert_never(fact)


def _transferred(
    moved: conversation_values.Conversation,
    passed_on_to: str | None,
    common: tuple[str, str | None, str],
    words: ModelWords,
) -> tuple[bytes, bytes]:
    staff = ConversationTransferred(
        *common,
        moved.queue_id,
        moved.responsibility_version,
        stamp(moved.waiting_since),
        moved.hand_overs,
        words.transfer(moved),
        passed_on_to,
    )
    customer = ConversationTransferredToCustomer(
        *common, words.queue(moved.queue_id), moved.channel, stamp_or_none(moved.due_at)
    )
    return _encoder.encode(staff), _encoder.encode(customer)


def _moved_often(
    after: conversation_values.Conversation, common: tuple[str, str | None, str], words: ModelWords
) -> bytes:
    by = StaffRef(after.transferred_by_id or "", after.transferred_by_name or "")
    topic = words.topic(after.service_id, after.topic_id)
    return _encoder.encode(MovedOften(*common, after.alias, after.queue_id, topic, after.hand_overs, by))


def _corrected(
    after: conversation_values.Conversation, common: tuple[str, str | None, str], words: ModelWords
) -> tuple[bytes, bytes]:
    now = (after.service_id, words.topic(after.service_id, after.topic_id), after.language)
    staff = PreInformationCorrected(*common, *now, words.pre_information(after))
    return _encoder.encode(staff), _encoder.encode(PreInformationCorrectedToCustomer(*common, *now))


def _handed_over(
    staff: type[OfferAccepted | ConversationTakenOver],
    customer: type[OfferAcceptedToCustomer | ConversationTakenOverToCustomer],
    after: conversation_values.Conversation,
    common: tuple[str, str | None, str],
    words: ModelWords,
) -> tuple[bytes, bytes]:
    """From one holder to another: who and why for staff, a role for the customer."""
    told = staff(
        *common,
        StaffRef(after.holder_id or "", after.holder_name or ""),
        after.responsibility_version,
        after.hand_overs,
        words.transfer(after),
    )
    return _encoder.encode(told), _encoder.encode(customer(*common, words.role(after.service_id)))


def activated_body(version: int, *, at: Millis, queues: bytes, texts: bytes) -> bytes:
    """The body of `ServiceModelActivated`. `queues` and `texts` are JSON already."""
    return _encoder.encode(
        ServiceModelActivated(
            at=stamp(at),
            caused_by=None,
            service_model_version=version,
            queues=msgspec.Raw(queues),
            texts=msgspec.Raw(texts),
        )
    )


def with_slice(
    entered: bytes,
    *,
    messages: Sequence[bytes],
    notes: Sequence[bytes],
    consents: Sequence[Consent] = (),
    person: bytes = b"null",
) -> bytes:
    """A stored `ConversationEntered` with its messages, notes, consents and person filled in, at delivery.

    They are the last keys, so they are put in as bytes, without decoding the rest.
    """
    empty = b'"person":null,"consents":[],"notes":[],"messages":[]}'
    if not entered.endswith(empty):
        raise ValueError("not a ConversationEntered as stored")
    filled = b'"person":%s,"consents":%s,"notes":[%s],"messages":[%s]}' % (
        *(person, _encoder.encode(consents)),
        *(b",".join(notes), b",".join(messages)),
    )
    return entered[: -len(empty)] + filled


def with_person(shown: bytes, person: bytes) -> bytes:
    """A stored `IdentityShown` with who she is filled in, at delivery."""
    empty = b'"person":null}'
    if not shown.endswith(empty):
        raise ValueError("not an IdentityShown as stored")
    return shown[: -len(empty)] + b'"person":%s}' % person


def with_queues_of(activated: bytes, served: Container[str]) -> bytes:
    """A stored `ServiceModelActivated` with only the queues its reader serves, at delivery."""
    fact = _activated_decoder.decode(activated)
    queues = (
        raw for raw in _raws_decoder.decode(fact.queues) if _queue_decoder.decode(raw).queue_id in served
    )
    return _encoder.encode(
        msgspec.structs.replace(fact, queues=msgspec.Raw(b"[" + b",".join(map(bytes, queues)) + b"]"))
    )


def message_of(body: bytes) -> bytes:
    """The `Message` (CONTRACT.md section 4) inside a stored `MessageWritten`."""
    written = _written_decoder.decode(body)
    return _encoder.encode(
        Message(
            written.seq,
            written.by,
            written.at,
            written.text,
            written.masked,
            written.caused_by,
            written.attachment,
        )
    )


def decode_message_written(body: bytes) -> MessageWritten:
    """A stored `MessageWritten`, read back."""
    return _written_decoder.decode(body)


class _QueueNamed(msgspec.Struct):
    queue_id: str


_activated_decoder = msgspec.json.Decoder(ServiceModelActivated)
_raws_decoder = msgspec.json.Decoder(tuple[msgspec.Raw, ...])
_queue_decoder = msgspec.json.Decoder(_QueueNamed)


class _About(msgspec.Struct):
    conversation_id: str


_about_decoder = msgspec.json.Decoder(_About)


def conversation_of(body: bytes) -> str:
    """Which conversation a stored fact is about."""
    return _about_decoder.decode(body).conversation_id
