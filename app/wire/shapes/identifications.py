"""Identification: how a conversation stands with it, who the customer is, what happens, what is meant to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Time


class Identification(Struct, frozen=True):
    """How a conversation stands with identification."""

    asked_at: Time | None
    declined_at: Time | None
    after_seq: Count | None
    earlier_lines: Literal["undecided", "joined", "apart"] | None


class OnBehalfOf(Struct, frozen=True):
    """For whom she acts."""

    name: str
    has_identity_code: bool


class IdentifiedPerson(Struct, frozen=True):
    """Who the customer is."""

    name: str
    level: Literal["substantial", "high"]
    at: Time
    has_identity_code: bool
    on_behalf_of: OnBehalfOf | None


class IdentityCodes(Struct, frozen=True):
    """What was asked to be shown."""

    identity_code: str | None
    on_behalf_of_identity_code: str | None


class IdentificationAsked(Struct, frozen=True):
    """The page asks her."""

    at: Time
    caused_by: str | None
    conversation_id: str


class IdentificationDeclined(Struct, frozen=True):
    """She goes on anonymously."""

    at: Time
    caused_by: str | None
    conversation_id: str


class CustomerIdentified(Struct, frozen=True):
    """She is identified from after that line on."""

    at: Time
    caused_by: str | None
    conversation_id: str
    after_seq: Count
    earlier_lines: Literal["undecided", "joined", "apart"] | None


class IdentityShown(Struct, frozen=True):
    """Who she is."""

    at: Time
    caused_by: str | None
    conversation_id: str
    person: IdentifiedPerson | None


class EarlierLinesDecided(Struct, frozen=True):
    """What she answered about her earlier lines."""

    at: Time
    caused_by: str | None
    conversation_id: str
    earlier_lines: Literal["joined", "apart"]


class AskIdentification(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask her to identify."""

    command_id: str
    conversation_id: str
    responsibility_version: int
