"""entry_texts: What the entry page and the desk say of hours and notices, from the service model."""

from dataclasses import dataclass
from datetime import date, datetime

from server_stub.helpline.hours import closes_at, is_open, next_opening
from server_stub.helpline.hours_in_words import hours_in_words
from server_stub.helpline.service_model import Notice, OtherChannel, QueueId, Service, ServiceModel
from server_stub.helpline.wording import Wording, wording_of


def closed_text(service: Service, on: date) -> Wording:
    """The text of a closed service, with its name and hours in their places (R023)."""
    words = hours_in_words(service.hours, on)
    return wording_of(
        lambda language: (
            service.closed_text.in_language(language)
            .replace("{service}", service.name.in_language(language))
            .replace("{hours}", words.in_language(language))
        )
    )


def standing_notice(notice: Notice) -> Wording:
    """What stays on top of every anonymous chat (R017–R019), and that the line is not protected when it is
    not (R022).
    """
    if notice.is_connection_protected:
        return notice.standing
    return wording_of(
        lambda language: f"{notice.standing.in_language(language)} {notice.unprotected.in_language(language)}"
    )


def channel_hours_text(channel: OtherChannel, on: date) -> Wording:
    """When another channel serves and what else there is to know of it (R009, R010, R030, R031)."""
    hours = hours_in_words(channel.hours, on) if channel.hours else None
    parts = [part for part in (hours, channel.note) if part is not None]
    return wording_of(lambda language: ". ".join(part.in_language(language).rstrip(".") for part in parts))


@dataclass(frozen=True, slots=True)
class QueueHours:
    """Whether a queue is open; `open_until` is None while closed and when it never closes. Times are UTC."""

    is_open: bool
    open_until: datetime | None
    opens_at: datetime | None


_NEVER_CLOSING = QueueHours(is_open=True, open_until=None, opens_at=None)


def queue_hours(
    model: ServiceModel, queue_id: QueueId, at: datetime, *, days_off: frozenset[date]
) -> QueueHours:
    """The hours of a queue: those of all services that lead to it, together.

    A queue to which no service leads, a target of transfers (R056), is never closed to those who transfer.
    """
    services = [service for service in model.services if queue_id in service.queue_ids()]
    if not services:
        return _NEVER_CLOSING
    now_open = [service for service in services if is_open(service.hours, at, days_off=days_off)]
    ends = [closes_at(service.hours, at, days_off=days_off) for service in now_open]
    openings = [next_opening(service.hours, at, days_off=days_off) for service in services]
    return QueueHours(
        is_open=bool(now_open),
        open_until=None if None in ends else max((end for end in ends if end is not None), default=None),
        opens_at=min((opening for opening in openings if opening is not None), default=None),
    )
