"""entry_texts: What the entry page and the desk say of hours and notices, from the service model."""

from datetime import date, datetime

from server_stub.helpline.hours import closes_at, is_open
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


def queue_open_until(
    model: ServiceModel, queue_id: QueueId, at: datetime, *, days_off: frozenset[date]
) -> datetime | None:
    """When the last of the services that lead to a queue closes today (UTC); None when closed, or never
    closing.
    """
    services = [service for service in model.services if queue_id in service.queue_ids()]
    now_open = [service for service in services if is_open(service.hours, at, days_off=days_off)]
    ends = [closes_at(service.hours, at, days_off=days_off) for service in now_open]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None
