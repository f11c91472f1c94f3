"""Wrap-ups of conversations and of calls, and what they choose from."""

from __future__ import annotations

from msgspec import Struct

from app.wire.shapes.values import ByLanguage, Count, Person, Time


class Code(Struct, frozen=True):
    """A contact reason or an outcome."""

    code_id: str
    name: ByLanguage


class TopicReasons(Struct, frozen=True):
    """The likeliest contact reasons of a topic."""

    topic_id: str
    contact_reasons: tuple[str, ...]


class ServiceCodes(Struct, frozen=True):
    """What the wrap-up of one service chooses from."""

    service_id: str
    contact_reasons: tuple[Code, ...]
    outcomes: tuple[Code, ...]
    topics: tuple[TopicReasons, ...]


class ConversationWrappedUp(Struct, frozen=True):
    """What it was about and what came of it."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Person
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: Count
    is_test: bool = False
    marks: tuple[str, ...] = ()


class WrapUp(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """What it was about and what came of it."""

    command_id: str
    conversation_id: str
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    responsibility_version: int
    is_test: bool = False
    marks: tuple[str, ...] = ()


class CallWrapUp(Struct, frozen=True):
    """What a call was about."""

    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    is_test: bool = False
