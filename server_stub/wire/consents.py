"""Permission to move a conversation, as it crosses the wire (CONTRACT.md section 5)."""

import msgspec

from server_stub.helpline.consent_values import Question
from server_stub.wire.command_parts import Command, Id, Language, Name, Seq
from server_stub.wire.heads import StaffRef, Words, words_of


class AskConsent(Command, frozen=True, tag="AskConsent"):
    """The holder asks whether the conversation may move."""

    conversation_id: Id
    queue_id: Name
    first_seq: Seq
    responsibility_version: Seq


class AnswerConsent(Command, frozen=True, tag="AnswerConsent"):
    """The customer answers."""

    conversation_id: Id
    number: Seq
    is_given: bool
    language: Language


class WithdrawConsent(Command, frozen=True, tag="WithdrawConsent"):
    """The customer takes it back."""

    conversation_id: Id
    number: Seq


ConsentCommand = AskConsent | AnswerConsent | WithdrawConsent


class Consent(msgspec.Struct, frozen=True):
    """`Consent` of CONTRACT.md section 5: one question and what came of it, for staff."""

    number: int
    state: str
    queue_id: str
    target: Words
    register: str
    first_seq: int
    text_version: int
    purpose: Words
    asked_by: StaffRef
    language: str | None
    asked_at: str
    answered_at: str | None
    moved_at: str | None
    opened_at: str | None
    withdrawn_at: str | None


class CustomerConsent(msgspec.Struct, frozen=True):
    """`CustomerConsent` of CONTRACT.md section 5: the same for its customer; names nobody of staff."""

    number: int
    state: str
    target: Words
    register: str
    first_seq: int
    text_version: int
    starts_on: str
    purpose: Words
    moves: Words
    refusing: Words
    withdrawing: Words
    after_opening: Words
    language: str | None
    asked_at: str
    answered_at: str | None
    moved_at: str | None
    opened_at: str | None
    withdrawn_at: str | None


class Asked(msgspec.Struct, frozen=True):
    """What was asked in its words, as it is recorded."""

    target: Words
    purpose: Words
    moves: Words
    refusing: Words
    withdrawing: Words
    after_opening: Words


_encoder = msgspec.json.Encoder()
_asked_decoder = msgspec.json.Decoder(Asked)


def asked_of(question: Question) -> Asked:
    """A question's words, as the contract writes them."""
    texts = question.texts
    return Asked(
        target=words_of(question.target),
        purpose=words_of(texts.purpose),
        moves=words_of(texts.moves),
        refusing=words_of(texts.refusing),
        withdrawing=words_of(texts.withdrawing),
        after_opening=words_of(texts.after_opening),
    )


def consent_of(question: Question, *, asked_at: str) -> Consent:
    """A question that has just been asked, for staff."""
    return Consent(
        number=question.number,
        state="asked",
        queue_id=question.queue_id,
        target=words_of(question.target),
        register=question.register,
        first_seq=question.first_seq,
        text_version=question.texts.version,
        purpose=words_of(question.texts.purpose),
        asked_by=StaffRef(question.asked_by_id, question.asked_by_name),
        language=None,
        asked_at=asked_at,
        answered_at=None,
        moved_at=None,
        opened_at=None,
        withdrawn_at=None,
    )


def customer_consent_of(question: Question, *, asked_at: str) -> CustomerConsent:
    """The same for its customer."""
    asked = asked_of(question)
    return CustomerConsent(
        number=question.number,
        state="asked",
        target=asked.target,
        register=question.register,
        first_seq=question.first_seq,
        text_version=question.texts.version,
        starts_on=question.texts.starts_on.isoformat(),
        purpose=asked.purpose,
        moves=asked.moves,
        refusing=asked.refusing,
        withdrawing=asked.withdrawing,
        after_opening=asked.after_opening,
        language=None,
        asked_at=asked_at,
        answered_at=None,
        moved_at=None,
        opened_at=None,
        withdrawn_at=None,
    )


def encode_asked(question: Question) -> bytes:
    """A question's words as they are recorded."""
    return _encoder.encode(asked_of(question))


def decode_asked(recorded: bytes) -> Asked:
    """What `encode_asked` wrote."""
    return _asked_decoder.decode(recorded)


def encode_consent(consent: Consent) -> bytes:
    """Its bytes."""
    return _encoder.encode(consent)
