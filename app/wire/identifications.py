"""Identification: its facts and who the customer is, from JSON; its command to JSON and back."""

from __future__ import annotations

from typing import Final

import msgspec

from app.domain.identification import (
    CustomerIdentified,
    EarlierLines,
    EarlierLinesDecided,
    Identification,
    IdentificationAsked,
    IdentificationDeclined,
    IdentificationFact,
    IdentifiedPerson,
    IdentityCodes,
    IdentityShown,
    Level,
    OnBehalfOf,
)
from app.domain.ids import ConversationId
from app.wire.reading import read
from app.wire.shapes import identifications as shapes
from app.wire.values import cause_of

IDENTIFICATION_FACTS: Final = frozenset(
    {
        *("IdentificationAsked", "IdentificationDeclined", "CustomerIdentified"),
        *("IdentityShown", "EarlierLinesDecided"),
    }
)


def decode_identification_fact(name: str, body: bytes | msgspec.Raw) -> IdentificationFact:
    """A fact of one of ``IDENTIFICATION_FACTS``. Raises WireError when it does not follow the contract."""
    match name:
        case "IdentificationAsked":
            asked = read(body, shapes.IdentificationAsked)
            about = ConversationId(asked.conversation_id)
            return IdentificationAsked(asked.at, cause_of(asked.caused_by), about)
        case "IdentificationDeclined":
            declined = read(body, shapes.IdentificationDeclined)
            about = ConversationId(declined.conversation_id)
            return IdentificationDeclined(declined.at, cause_of(declined.caused_by), about)
        case "CustomerIdentified":
            hers = read(body, shapes.CustomerIdentified)
            about = ConversationId(hers.conversation_id)
            earlier = EarlierLines(hers.earlier_lines) if hers.earlier_lines is not None else None
            return CustomerIdentified(hers.at, cause_of(hers.caused_by), about, hers.after_seq, earlier)
        case "IdentityShown":
            shown = read(body, shapes.IdentityShown)
            about = ConversationId(shown.conversation_id)
            return IdentityShown(shown.at, cause_of(shown.caused_by), about, person_shown(shown.person))
        case _:
            decided = read(body, shapes.EarlierLinesDecided)
            about, lines = ConversationId(decided.conversation_id), EarlierLines(decided.earlier_lines)
            return EarlierLinesDecided(decided.at, cause_of(decided.caused_by), about, lines)


def decode_identity_codes(body: bytes) -> IdentityCodes:
    """The answer to ``GET …/identity-code``. Raises WireError."""
    shape = read(body, shapes.IdentityCodes)
    return IdentityCodes(shape.identity_code, shape.on_behalf_of_identity_code)


def identification_of(shape: shapes.Identification) -> Identification:
    """How a conversation stands with identification."""
    earlier = shape.earlier_lines
    return Identification(
        asked_at=shape.asked_at,
        declined_at=shape.declined_at,
        after_seq=shape.after_seq,
        earlier_lines=EarlierLines(earlier) if earlier is not None else None,
    )


def person_shown(shape: shapes.IdentifiedPerson | None) -> IdentifiedPerson | None:
    """Who the customer is, None while nobody knows."""
    if shape is None:
        return None
    behalf = shape.on_behalf_of
    return IdentifiedPerson(
        name=shape.name,
        level=Level(shape.level),
        at=shape.at,
        has_identity_code=shape.has_identity_code,
        on_behalf_of=OnBehalfOf(behalf.name, behalf.has_identity_code) if behalf is not None else None,
    )
