"""The words of offers: how one ends, commands, facts."""

from dataclasses import dataclass
from enum import StrEnum

from server_stub.helpline.conversation_values import Conversation


class OfferEnding(StrEnum):
    """How an offer went, when it was not accepted (helpline/offer.py)."""

    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    RECEIVER_AWAY = "receiver_away"
    CONVERSATION_OVER = "conversation_over"


@dataclass(frozen=True, slots=True)
class OfferTransfer:
    """The holder offers the conversation to one professional; `text` is the internal message (R074)."""

    conversation_id: str
    staff_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """She to whom it was offered takes it."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """She to whom it was offered does not; `text` is why, for the holder."""

    conversation_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawOffer:
    """The holder takes her offer back."""

    conversation_id: str
    responsibility_version: int


OfferCommand = OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer


@dataclass(frozen=True, slots=True)
class TransferOffered:
    """The holder has offered it to one professional and stays responsible; the conversation after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """Responsibility moved to her to whom it was offered; the conversation as it is after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class OfferEnded:
    """The offer is gone and nothing has moved; `text` is why it was declined, else empty."""

    ending: OfferEnding
    text: str


OfferFact = TransferOffered | OfferAccepted | OfferEnded
