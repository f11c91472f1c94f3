"""Permission to move a conversation: a question, what comes of it, and asking."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Person, Time

State = Literal["asked", "given", "refused", "replaced", "moved", "withdrawn", "opened"]
Language = Literal["fi", "sv", "en"]


class Consent(Struct, frozen=True):
    """One question, and what came of it."""

    number: Count
    state: State
    queue_id: str
    target: dict[str, str]
    register: str
    first_seq: Count
    text_version: Count
    purpose: dict[str, str]
    asked_by: Person
    language: Language | None
    asked_at: Time
    answered_at: Time | None
    moved_at: Time | None
    opened_at: Time | None
    withdrawn_at: Time | None


class StaffConsentAsked(Struct, frozen=True):
    """The page asks her."""

    at: Time
    caused_by: str | None
    conversation_id: str
    consent: Consent


class ConsentChanged(Struct, frozen=True):
    """It stands otherwise."""

    at: Time
    caused_by: str | None
    conversation_id: str
    number: Count
    state: State
    language: Language | None


class AskConsent(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask her."""

    command_id: str
    conversation_id: str
    queue_id: str
    first_seq: int
    responsibility_version: int
