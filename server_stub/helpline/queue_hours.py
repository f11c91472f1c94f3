"""queue_hours: When a queue is open: as long as any of the services that lead to it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from server_stub.helpline.hours import OpeningHours, joined_openings, last_closes_at, midnight_of
from server_stub.helpline.model_on import queue_successions
from server_stub.helpline.queue_doors import takes_new_until
from server_stub.helpline.service_model import AtClosing, QueueId, Service, ServiceModel
from server_stub.helpline.succession import forebears

DAYS_TOLD: Final = 14
"""How many days of openings staff are told, the first one included."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of a queue; `closes_at` is None when it goes on past what is told. Times are UTC."""

    opens_at: datetime
    closes_at: datetime | None


@dataclass(frozen=True, slots=True)
class QueueHours:
    """Every opening that begins before `known_until`, in order; nothing is said of what comes after it."""

    openings: tuple[Opening, ...]
    known_until: datetime


def queue_hours(model: ServiceModel, queue_id: QueueId, on: date, *, days_off: frozenset[date]) -> QueueHours:
    """The openings of a queue from the beginning of a day on, those of all its services together.

    A queue to which no service leads, a target of transfers (R056), is never closed to those who transfer.
    """
    first, known_until = midnight_of(on), midnight_of(on + timedelta(days=DAYS_TOLD))
    hours = _hours_of(model, queue_id)
    if not hours:
        return QueueHours((Opening(first, None),), known_until)
    begins, ends = _begins(model, queue_id), min(known_until, _ends(model, queue_id))
    # One day more is looked at, to see whether the last opening goes on past what is told.
    spans = joined_openings(hours, on, DAYS_TOLD + 1, days_off=days_off)
    openings = tuple(
        # What goes on past what is told has no end here; a pilot's end is one.
        Opening(max(opens, begins), None if closes > known_until == ends else min(closes, ends))
        for opens, closes in spans
        if opens < ends and closes > begins
    )
    return QueueHours(openings, known_until)


def queue_closes_at(
    model: ServiceModel, queue_id: QueueId, at: datetime, *, days_off: frozenset[date]
) -> datetime | None:
    """When the queue's opening that `at` falls into ends; None when closed at `at`, or when it goes on for a
    fortnight.
    """
    return last_closes_at(_hours_of(model, queue_id), at, days_off=days_off)


def at_closing(model: ServiceModel, queue_id: QueueId) -> AtClosing:
    """What becomes of those who wait in a queue when it closes.

    Where one of its services promises that they are served, staff are told so: nobody in the queue may find
    that promise broken.
    """
    rules = {service.at_closing for service in _services_of(model, queue_id)}
    return "offer_callback" if rules == {"offer_callback"} else "serve"


def _begins(model: ServiceModel, queue_id: QueueId) -> datetime:
    """When a queue that follows others takes its first customer (R062); for the rest, ever."""
    rule = model.queue(queue_id)
    follows = rule.succeeds if rule is not None else None
    return midnight_of(follows.since) if follows is not None else datetime.min.replace(tzinfo=UTC)


def _ends(model: ServiceModel, queue_id: QueueId) -> datetime:
    """When a pilot is over (R065), or another queue follows (R062); the end of time for the rest."""
    rule = model.queue(queue_id)
    last = takes_new_until(rule) if rule is not None else None
    return midnight_of(last + timedelta(days=1)) if last is not None else datetime.max.replace(tzinfo=UTC)


def _hours_of(model: ServiceModel, queue_id: QueueId) -> tuple[OpeningHours, ...]:
    return tuple(hours for service in _services_of(model, queue_id) for hours in service.every_hours())


def _services_of(model: ServiceModel, queue_id: QueueId) -> tuple[Service, ...]:
    """Those that lead to it, or to a queue that it follows."""
    led_to = {queue_id, *forebears(queue_successions(model), queue_id)}
    return tuple(service for service in model.services if not led_to.isdisjoint(service.queue_ids()))
