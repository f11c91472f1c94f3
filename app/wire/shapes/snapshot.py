"""A snapshot: all that a reader of staff may see, slice by slice."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from app.wire.shapes.callbacks import Callback
from app.wire.shapes.consultations import ConsultationQueue, ConsultationThread, PromisesKept
from app.wire.shapes.conversations import Head, Window
from app.wire.shapes.help_calls import HelpCall
from app.wire.shapes.offers import Offer
from app.wire.shapes.problem_situations import Debrief
from app.wire.shapes.service_model import CallingHours, Queue, StaffTexts
from app.wire.shapes.shifts import Shift
from app.wire.shapes.values import ContractVersion, Count, Cursor, Person, Time


class Limits(Struct, frozen=True):
    """The numbers both sides go by."""

    message_characters: Count
    message_bytes: Count
    typing_every_s: Count
    read_every_s: Count
    hold_lapses_s: Count
    waiting_lapses_s: Count
    offer_lapses_s: Count
    page_messages: Count
    window_messages: Count
    ask_after_s: Count
    now_or_never_s: Count
    attachment_bytes: Count
    attachments_per_conversation: Count


class StaffSnapshot(Struct, frozen=True):
    """Everything a reader of staff may see, at a cursor."""

    cursor: Cursor
    now: Time
    contract: ContractVersion
    staff: Person
    capabilities: tuple[str, ...]
    is_practice: bool
    capacity: Count
    service_model_version: Count
    limits: Limits
    days_off: tuple[date, ...]
    calling_times: Annotated[tuple[CallingHours, ...], Meta(min_length=1)]
    callbacks_close_after_days: Count
    queues: tuple[Queue, ...]
    heads: tuple[Head, ...]
    texts: StaffTexts
    windows: tuple[Window, ...]
    callbacks: tuple[Callback, ...]
    shift: Shift
    offers: tuple[Offer, ...]
    help_calls: tuple[HelpCall, ...]
    consultation_queues: tuple[ConsultationQueue, ...]
    consultations: tuple[ConsultationThread, ...]
    promises_kept: PromisesKept
    debriefs: tuple[Debrief, ...]
