"""Values of every slice, from JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.domain.conversation import Staff
from app.domain.ids import CallbackId, CommandId, ConversationId, StaffId
from app.wire.shapes import values as shapes


class _Happened(Protocol):
    @property
    def at(self) -> datetime: ...
    @property
    def caused_by(self) -> str | None: ...


class _OfConversation(_Happened, Protocol):
    @property
    def conversation_id(self) -> str: ...


class _OfCallback(_Happened, Protocol):
    @property
    def callback_id(self) -> str: ...


def about_conversation(shape: _OfConversation) -> tuple[datetime, CommandId | None, ConversationId]:
    """What every fact of a conversation begins with: when, from which command, which conversation."""
    return shape.at, cause_of(shape.caused_by), ConversationId(shape.conversation_id)


def about_callback(shape: _OfCallback) -> tuple[datetime, CommandId | None, CallbackId]:
    """What every fact of a callback request begins with: when, from which command, which request."""
    return shape.at, cause_of(shape.caused_by), CallbackId(shape.callback_id)


def cause_of(command_id: str | None) -> CommandId | None:
    """The command something came from."""
    return None if command_id is None else CommandId(command_id)


def person_of(shape: shapes.Person) -> Staff:
    """Somebody of staff."""
    return Staff(StaffId(shape.staff_id), shape.display_name)
