"""entry_texts: What the entry page says of hours and notices, from the service model."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from server_stub.helpline.hours import OpeningHours, closes_at
from server_stub.helpline.hours_in_words import hours_in_words
from server_stub.helpline.service_model import Announcement, CannedAnswer, Notice, OtherChannel, Service
from server_stub.helpline.wording import LANGUAGES, Language, Wording, wording_of


def closed_text(service: Service, on: date, *, hours: OpeningHours | None = None) -> Wording:
    """The text of a closed service, with its name and hours in their places (R023); other hours than its own
    where they are given.
    """
    words = hours_in_words(hours or service.hours, on)
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


def channel_answers(service: Service, on: date) -> tuple[CannedAnswer, ...]:
    """Its other ways as texts for a counsellor's message, with the hours of that day (R009, R089)."""
    return tuple(
        CannedAnswer(channel.shortcut, channel.name, _channel_text(channel, on), is_anonymous_only=False)
        for channel in service.other_channels
        if channel.shortcut is not None
    )


def _channel_text(channel: OtherChannel, on: date) -> Mapping[Language, str]:
    hours = channel_hours_text(channel, on)
    return {
        language: " ".join(part for part in (channel.name.in_language(language), channel.number) if part)
        + f", {hours.in_language(language).rstrip('.')}."
        for language in LANGUAGES
    }


def announced(service: Service, at: datetime) -> tuple[Announcement, ...]:
    """The temporary notices and news that are shown at that moment (R034, R035)."""
    return tuple(each for each in service.announcements if each.starts_at <= at < each.ends_at)


def closes_soon(
    service: Service, at: datetime, *, days_off: frozenset[date], hours: OpeningHours | None = None
) -> bool:
    """Whether it is open, and closes so soon that it is said; who is in by then is served to the end."""
    closes = closes_at(hours or service.hours, at, days_off=days_off)
    return closes is not None and closes - at <= timedelta(minutes=service.closing_notice_min)
