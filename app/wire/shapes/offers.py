"""Offers to one professional: the offer, what becomes of it, and what is meant to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.transfers import Transfer
from app.wire.shapes.values import Count, Person, Time, Topic


class Offer(Struct, frozen=True):
    """A conversation offered to one professional."""

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    topic: Topic
    hand_overs: Count
    by: Person
    to: Person
    offered_at: Time
    lapses_at: Time
    internal_message: str
    responsibility_version: Count
    channel: Literal["chat", "message"] = "chat"
    """Told of since messages are offered; what was told before was of a chat or is over."""


OfferEnding = Literal["declined", "withdrawn", "lapsed", "receiver_away", "conversation_over"]


class TransferOffered(Struct, frozen=True):
    """It is offered to one professional."""

    at: Time
    caused_by: str | None
    conversation_id: str
    offer: Offer


class StaffOfferAccepted(Struct, frozen=True):
    """Another professional is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer


class OfferEnded(Struct, frozen=True):
    """The offer is gone and nothing has moved."""

    at: Time
    caused_by: str | None
    conversation_id: str
    ending: OfferEnding
    reason: str


class OfferTransfer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Offer to one professional."""

    command_id: str
    conversation_id: str
    staff_id: str
    internal_message: str
    responsibility_version: int


class AcceptOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take what is offered."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class DeclineOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Do not take it, and why."""

    command_id: str
    conversation_id: str
    reason: str
    responsibility_version: int


class WithdrawOffer(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take an offer back."""

    command_id: str
    conversation_id: str
    responsibility_version: int


StaffOfferCommand = OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
