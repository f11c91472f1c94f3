"""What the service model in force gives a desk: queues and texts."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.wire.shapes.handbook import Handbook
from app.wire.shapes.pre_information import ServiceTopics
from app.wire.shapes.problem_situations import ProblemGuide
from app.wire.shapes.values import ByLanguage, ClockTime, Count, Time
from app.wire.shapes.wrap_ups import ServiceCodes


class Opening(Struct, frozen=True):
    """When a queue is open."""

    opens_at: Time
    closes_at: Time | None


class Pilot(Struct, frozen=True):
    """A queue is tried out until a day."""

    until: date
    decision: Literal["open", "goes_on", "ends"]


class Queue(Struct, frozen=True):
    """One queue of the service model in force."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    target_s: Count
    openings: tuple[Opening, ...]
    hours_known_until: Time
    at_closing: Literal["serve", "offer_callback"]
    pilot: Pilot | None


class CallingHours(Struct, frozen=True):
    """When customers are called from a day on; 1 is Monday."""

    starts_on: date | None
    weekdays: tuple[Annotated[int, Meta(ge=1, le=7)], ...]
    opens: ClockTime
    turns: ClockTime
    closes: ClockTime


class CannedText(Struct, frozen=True):
    """The text of a canned answer; English where it is given."""

    fi: str
    sv: str
    en: str | None


class CannedAnswer(Struct, frozen=True):
    """A text to put into a message."""

    shortcut: str
    name: ByLanguage
    text: CannedText
    is_anonymous_only: bool
    outcome: str | None = None
    mark: str | None = None


class StaffTexts(Struct, frozen=True):
    """Texts of the service model that the workstation shows."""

    organisation: ByLanguage
    unprotected: ByLanguage | None
    wrap_ups: tuple[ServiceCodes, ...]
    services: tuple[ServiceTopics, ...]
    canned_answers: tuple[CannedAnswer, ...]
    problem_guide: ProblemGuide
    handbook: Handbook
    reason_from: Count


class ServiceModelActivated(Struct, frozen=True):
    """Another version of the service model is in force."""

    at: Time
    caused_by: str | None
    service_model_version: Count
    queues: tuple[Queue, ...]
    texts: StaffTexts
