"""Offers: their facts from JSON, their commands to JSON and back."""

from __future__ import annotations

from typing import Final, assert_never

import msgspec

from app.domain.conversation import Identity, Topic
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.domain.offer import Offer, OfferEnding
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferCommand, OfferTransfer, WithdrawOffer
from app.domain.offer_facts import OfferAccepted, OfferEnded, OfferFact, TransferOffered
from app.wire.conversations import transfer_of
from app.wire.reading import read
from app.wire.shapes import offers as shapes
from app.wire.values import about_conversation, person_of

OFFER_FACTS: Final = frozenset({"TransferOffered", "OfferAccepted", "OfferEnded"})


def decode_offer_fact(name: str, body: bytes | msgspec.Raw) -> OfferFact:
    """A fact of one of ``OFFER_FACTS``. Raises WireError when it does not follow the contract."""
    match name:
        case "TransferOffered":
            offered = read(body, shapes.TransferOffered)
            return TransferOffered(*about_conversation(offered), offer_of(offered.offer))
        case "OfferAccepted":
            accepted = read(body, shapes.StaffOfferAccepted)
            return OfferAccepted(
                *about_conversation(accepted),
                person_of(accepted.holder),
                accepted.responsibility_version,
                accepted.hand_overs,
                transfer_of(accepted.transfer),
            )
        case _:
            ended = read(body, shapes.OfferEnded)
            return OfferEnded(*about_conversation(ended), OfferEnding(ended.ending), ended.reason)


def offer_shape_of(command: OfferCommand, command_id: CommandId) -> shapes.StaffOfferCommand:
    """A command as it is sent."""
    match command:
        case OfferTransfer(about, staff_id, internal_message, version):
            return shapes.OfferTransfer(command_id, about, staff_id, internal_message, version)
        case AcceptOffer(about, version):
            return shapes.AcceptOffer(command_id, about, version)
        case DeclineOffer(about, reason, version):
            return shapes.DeclineOffer(command_id, about, reason, version)
        case WithdrawOffer(about, version):
            return shapes.WithdrawOffer(command_id, about, version)
    assert_never(command)


def offer_command_of(shape: shapes.StaffOfferCommand) -> OfferCommand:
    """A command as it was kept."""
    about, version = ConversationId(shape.conversation_id), shape.responsibility_version
    match shape:
        case shapes.OfferTransfer():
            return OfferTransfer(about, StaffId(shape.staff_id), shape.internal_message, version)
        case shapes.AcceptOffer():
            return AcceptOffer(about, version)
        case shapes.DeclineOffer():
            return DeclineOffer(about, shape.reason, version)
        case shapes.WithdrawOffer():
            return WithdrawOffer(about, version)
    assert_never(shape)


def offer_of(shape: shapes.Offer) -> Offer:
    """An offer."""
    return Offer(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        identity=Identity(shape.identity),
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        hand_overs=shape.hand_overs,
        by=person_of(shape.by),
        to=person_of(shape.to),
        offered_at=shape.offered_at,
        lapses_at=shape.lapses_at,
        internal_message=shape.internal_message,
        responsibility_version=shape.responsibility_version,
        is_message=shape.channel == "message",
    )
