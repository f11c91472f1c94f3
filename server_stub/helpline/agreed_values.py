"""agreed_values: The words of agreed messages: what one is for, how it was agreed on, the command."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

DAYS_OPEN: Final = 14
"""How many days an agreed message is open where the service model does not say (R120)."""
MOST_DAYS_OPEN: Final = 90


class Purpose(StrEnum):
    """The two things an agreed message is for (R119)."""

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
    """A professional writes to the customer of a contact of hers, as agreed (R117); the contact is a
    conversation, or else a callback request. `agreed_on` is a day in Helsinki. `is_one_way`: sent and closed
    in one act (R122).
    """

    conversation_id: str | None
    text: str
    purpose: Purpose
    agreed_how: AgreedHow
    agreed_on: date
    is_one_way: bool
    masked: tuple[str, ...] = ()
    callback_id: str | None = None
