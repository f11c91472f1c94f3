"""Agreed messages: a professional writes to the customer of a contact, as agreed with her (R117–R122)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ids import CallbackId, ConversationId


class Purpose(StrEnum):
    """What one is for (R119)."""

    CONFIRMATION = "confirmation"
    INSTRUCTIONS = "instructions"


class AgreedHow(StrEnum):
    """Where the customer said that she wants it (R117)."""

    CHAT = "chat"
    MESSAGE = "message"
    PHONE = "phone"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class SendAgreedMessage:
    """Write to the customer of that contact. ``agreed_on`` is a day in Helsinki; ``is_one_way``: sent and
    closed in one act (R122).
    """

    conversation_id: ConversationId
    text: str
    purpose: Purpose
    agreed_how: AgreedHow
    agreed_on: date
    is_one_way: bool


@dataclass(frozen=True, slots=True)
class SendAfterCall:
    """The same to the customer she has reached by phone, who had identified when she asked to be called."""

    callback_id: CallbackId
    text: str
    purpose: Purpose
    agreed_how: AgreedHow
    agreed_on: date
    is_one_way: bool

    @property
    def conversation_id(self) -> ConversationId:
        """Its lane."""
        return ConversationId(self.callback_id)


AgreedCommand = SendAgreedMessage | SendAfterCall
