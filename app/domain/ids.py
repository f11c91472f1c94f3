"""Names of things: opaque ids, and how a command's own id is made."""

from __future__ import annotations

from typing import NewType

ConversationId = NewType("ConversationId", str)
CommandId = NewType("CommandId", str)
QueueId = NewType("QueueId", str)
CallbackId = NewType("CallbackId", str)
ConsultationId = NewType("ConsultationId", str)
StaffId = NewType("StaffId", str)

NEW_CONSULTATION = ConversationId("consultation:new")
"""The slot and the lane of a question that has no consultation yet."""

_INTERNAL = ":internal"
_WRAP_UP = ":wrap_up"
_NOTE = ":note"
_HELP = ":help"
_CALL = ":call"
_DETAIL = ":detail"
_AGREED = ":agreed"

_CLOCK_BITS = 48
_RANDOM_BITS = 74


def new_command_id(*, unix_ms: int, random_bits: int) -> CommandId:
    """Make the idempotency key of one act, in the layout of RFC 9562 version 7.

    ``unix_ms`` is the sender's clock in milliseconds since 1970 and ``random_bits`` is 74 fresh random bits.
    The clock part only keeps the backend's ledger in order; nothing else is ever derived from it.
    Returns 32 lower-case hexadecimal digits. Raises ValueError when either number does not fit.
    """
    if not 0 <= unix_ms < 1 << _CLOCK_BITS:
        raise ValueError("unix_ms must fit in 48 bits")
    if not 0 <= random_bits < 1 << _RANDOM_BITS:
        raise ValueError("random_bits must fit in 74 bits")
    rand_a, rand_b = random_bits >> 62, random_bits & ((1 << 62) - 1)
    value = (unix_ms << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b
    return CommandId(f"{value:032x}")


def internal_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of the internal message that goes with a transfer: a draft of its own, not the composer's."""
    return ConversationId(f"{conversation_id}{_INTERNAL}")


def wrap_up_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of the notes that go with a wrap-up."""
    return ConversationId(f"{conversation_id}{_WRAP_UP}")


def note_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of the note that is being written."""
    return ConversationId(f"{conversation_id}{_NOTE}")


def help_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of what a call for help is about."""
    return ConversationId(f"{conversation_id}{_HELP}")


def call_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of what came of a call to whoever is on call."""
    return ConversationId(f"{conversation_id}{_CALL}")


def detail_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of the detail that refines pre-information."""
    return ConversationId(f"{conversation_id}{_DETAIL}")


def agreed_slot(conversation_id: ConversationId) -> ConversationId:
    """The slot of the agreed message that is being written from that contact."""
    return ConversationId(f"{conversation_id}{_AGREED}")


def conversation_of(slot: ConversationId) -> ConversationId:
    """The conversation a slot belongs to."""
    conversation_id: str = slot
    for ending in (_INTERNAL, _WRAP_UP, _NOTE, _HELP, _CALL, _DETAIL, _AGREED):
        conversation_id = conversation_id.removesuffix(ending)
    return ConversationId(conversation_id)
