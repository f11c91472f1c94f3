"""The archive as it crosses the wire (CONTRACT.md section 4, R138, R103): only ever to staff."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from server_stub.helpline.values import Millis
from server_stub.wire.heads import StaffRef, TopicRef, Words
from server_stub.wire.identifications import IdentifiedPerson
from server_stub.wire.notes import Note
from server_stub.wire.snapshots import Code, QueueRef

StepKind = Literal[
    "claimed", "transferred", "returned", "offer_accepted", "taken_over", "ended", "wrapped_up"
]
Voice = Literal["customer", "counsellor", "service"]


class ArchivedHead(msgspec.Struct, frozen=True):
    """A closed conversation as a list of the archive shows it: not a word of anybody's."""

    conversation_id: str
    alias: str
    queue: QueueRef
    language: str
    identity: str
    channel: str
    direction: str
    service_id: str
    topic: TopicRef
    finer_topic: TopicRef | None
    opened_at: str
    closed_at: str
    closed_reason: str
    holder: StaffRef | None
    hand_overs: int
    contact_reasons: tuple[Code, ...]
    outcome: Code | None
    is_test: bool


class ArchiveTotals(msgspec.Struct, frozen=True):
    """How many conversations have begun; tests left out."""

    today: int
    this_month: int
    this_year: int
    ever: int


class ArchivePage(msgspec.Struct, frozen=True):
    """Some of what was found, the newest closed first."""

    now: str
    found: tuple[ArchivedHead, ...]
    next_from: str | None
    looked_to: str | None
    totals: ArchiveTotals | None


class ArchiveStep(msgspec.Struct, frozen=True):
    """One step of responsibility."""

    at: str
    step: StepKind
    by: StaffRef | None
    queue: QueueRef | None
    internal_message: str


class ArchivedConversation(msgspec.Struct, frozen=True):
    """A closed conversation as its last holder read it, with its record."""

    head: ArchivedHead
    messages: tuple[msgspec.Raw, ...]
    has_older: bool
    notes: tuple[msgspec.Raw, ...]
    person: msgspec.Raw
    wrap_up_notes: str
    marks: tuple[str, ...]
    steps: tuple[ArchiveStep, ...]


class MaterialLine(msgspec.Struct, frozen=True):
    """One message without personal data."""

    by: Voice
    text: str


class ArchiveMaterial(msgspec.Struct, frozen=True):
    """A conversation without personal data, to be read through before it is kept."""

    language: str
    topic: TopicRef
    role: Words
    lines: tuple[MaterialLine, ...]
    has_older: bool


_encoder = msgspec.json.Encoder()


def encode(answer: ArchivePage | ArchivedConversation | ArchiveMaterial) -> bytes:
    """The bytes of an answer."""
    return _encoder.encode(answer)


# -------------------------------------------------------------------------- what is kept, read back


class _Line(msgspec.Struct, frozen=True):
    by: Voice
    text: str


class _Moved(msgspec.Struct, frozen=True):
    by: StaffRef
    internal_message: str


class _Step(msgspec.Struct, frozen=True):
    at: str
    queue_id: str | None = None
    holder: StaffRef | None = None
    by: StaffRef | str | None = None
    transfer: _Moved | None = None


class StoredStep(NamedTuple):
    """One step of responsibility, as its fact told it."""

    step: StepKind
    at: str
    by: StaffRef | None
    queue_id: str | None
    internal_message: str


_KINDS: Final[dict[str, StepKind]] = {
    "WaitingClaimed": "claimed",
    "ConversationTransferred": "transferred",
    "ConversationReturned": "returned",
    "OfferAccepted": "offer_accepted",
    "ConversationTakenOver": "taken_over",
    "ConversationEnded": "ended",
    "ConversationWrappedUp": "wrapped_up",
}
_line_decoder = msgspec.json.Decoder(_Line)
_step_decoder = msgspec.json.Decoder(_Step)
_person_decoder = msgspec.json.Decoder(IdentifiedPerson | None)
_note_decoder = msgspec.json.Decoder(Note)


def step_of(kind: str, body: bytes) -> StoredStep:
    """A step out of its stored fact; `kind` is the fact's."""
    told = _step_decoder.decode(body)
    by = told.holder or (told.transfer.by if told.transfer is not None else None)
    if by is None and isinstance(told.by, StaffRef):
        by = told.by
    message = told.transfer.internal_message if told.transfer is not None else ""
    return StoredStep(_KINDS[kind], told.at, by, told.queue_id, message)


def text_of(message: bytes) -> str:
    """The text of a `Message`."""
    return _line_decoder.decode(message).text


def lines_of(messages: Sequence[bytes]) -> tuple[MaterialLine, ...]:
    """Who said what in these `Message`s."""
    return tuple(MaterialLine(line.by, line.text) for line in map(_line_decoder.decode, messages))


def names_of(person: bytes) -> tuple[str, ...]:
    """The names in an `IdentifiedPerson`: hers, and of whom she acts for; none of null."""
    found = _person_decoder.decode(person)
    if found is None:
        return ()
    return (found.name, *(() if found.on_behalf_of is None else (found.on_behalf_of.name,)))


def writers_of(notes: Sequence[bytes]) -> tuple[str, ...]:
    """The names of those who wrote these notes."""
    return tuple(_note_decoder.decode(each).by.display_name for each in notes)


def place_of(text: str | None) -> tuple[Millis, str] | None:
    """After which conversation a page begins: when it was closed, and its id."""
    if text is None:
        return None
    at, _, conversation_id = text.partition(".")
    return int(at), conversation_id
