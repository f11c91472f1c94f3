"""Transfers to another queue."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Person, Time


class Transfer(Struct, frozen=True):
    """How a conversation came to its queue."""

    by: Person
    from_queue_id: str
    at: Time
    internal_message: str


class StaffConversationTransferred(Struct, frozen=True):
    """Another queue is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    queue_id: str
    responsibility_version: Count
    waiting_since: Time
    hand_overs: Count
    transfer: Transfer


class TransferConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Move to another queue."""

    command_id: str
    conversation_id: str
    queue_id: str
    internal_message: str
    responsibility_version: int
    passed_on_to: Literal["benefit_processing", "social_counsellor", "social_worker"] | None = None
