"""Messages that a professional sends as agreed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct


class SendAgreedMessage(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Write to the customer of that contact."""

    command_id: str
    conversation_id: str
    text: str
    purpose: Literal["confirmation", "instructions"]
    agreed_how: Literal["chat", "message", "phone", "visit"]
    agreed_on: date
    is_one_way: bool


class SendAfterCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Write to the customer of that callback request."""

    command_id: str
    callback_id: str
    text: str
    purpose: Literal["confirmation", "instructions"]
    agreed_how: Literal["chat", "message", "phone", "visit"]
    agreed_on: date
    is_one_way: bool
