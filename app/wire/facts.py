"""Facts, hints and beats from JSON: an unknown type becomes a value that only moves the cursor."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.domain.conversation import Author
from app.domain.facts import Beat, Fact, Hint, Streamed, TypingHint, UnknownFact, UnknownHint
from app.domain.ids import ConversationId
from app.wire.callbacks import CALLBACK_FACTS, decode_callback_fact
from app.wire.consents import CONSENT_FACTS, decode_consent_fact
from app.wire.consultations import CONSULTATION_FACTS, decode_consultation_fact
from app.wire.conversations import CONVERSATION_FACTS, decode_conversation_fact
from app.wire.help_calls import HELP_FACTS, decode_help_fact
from app.wire.identifications import IDENTIFICATION_FACTS, decode_identification_fact
from app.wire.offers import OFFER_FACTS, decode_offer_fact
from app.wire.pre_information import PRE_INFORMATION_FACTS, decode_pre_information_fact
from app.wire.problem_situations import PROBLEM_FACTS, decode_problem_fact
from app.wire.reading import read
from app.wire.service_model import decode_activated
from app.wire.shapes import stream as shapes
from app.wire.shifts import SHIFT_FACTS, decode_shift_fact
from app.wire.situation import decode_moved_often
from app.wire.values import cause_of

_Bytes = bytes | msgspec.Raw


def decode_streamed(cursor: int, after: int, body: bytes) -> Streamed:
    """One server-sent fact: its ``id``, its first ``data`` line and its second. Raises WireError."""
    return Streamed(cursor, after, decode_fact(body))


def decode_facts(body: bytes) -> tuple[tuple[Streamed, ...], tuple[Hint, ...], datetime]:
    """A long-polling answer: facts, hints and the backend's clock. Raises WireError."""
    page = read(body, shapes.StaffFacts)
    facts = tuple(Streamed(each.cursor, each.after, decode_fact(each.fact)) for each in page.facts)
    return facts, tuple(decode_hint(hint) for hint in page.hints), page.now


def decode_beat(body: bytes) -> Beat:
    """A heartbeat. Raises WireError."""
    beat = read(body, shapes.Beat)
    return Beat(beat.now, beat.cursor)


def decode_hint(body: _Bytes) -> Hint:
    """A hint. Raises WireError."""
    name = read(body, shapes.AnyHint).type
    if name != "Typing":
        return UnknownHint(name)
    typing = read(body, shapes.StaffTypingHint)
    return TypingHint(ConversationId(typing.conversation_id), Author(typing.by))


def decode_fact(body: _Bytes) -> Fact:
    """A fact of any type. Raises WireError for one of a known type that does not follow the contract."""
    about = read(body, shapes.AnyFact)
    match about.type:
        case "ServiceModelActivated":
            return decode_activated(body)
        case "MovedOften":
            return decode_moved_often(body)
        case name if name in CONVERSATION_FACTS:
            return decode_conversation_fact(name, body)
        case name if name in HELP_FACTS:
            return decode_help_fact(name, body)
        case name if name in CONSENT_FACTS:
            return decode_consent_fact(name, body)
        case name if name in IDENTIFICATION_FACTS:
            return decode_identification_fact(name, body)
        case name if name in PROBLEM_FACTS:
            return decode_problem_fact(name, body)
        case name if name in OFFER_FACTS:
            return decode_offer_fact(name, body)
        case name if name in PRE_INFORMATION_FACTS:
            return decode_pre_information_fact(name, body)
        case name if name in CALLBACK_FACTS:
            return decode_callback_fact(name, body)
        case name if name in CONSULTATION_FACTS:
            return decode_consultation_fact(name, body)
        case name if name in SHIFT_FACTS:
            return decode_shift_fact(name, body)
        case unknown:
            return UnknownFact(unknown, cause_of(about.caused_by))
