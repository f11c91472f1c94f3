"""entry_at: The entry at one moment; what customers see and what is previewed are made here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from server_stub.helpline.calling_time import Calling
from server_stub.helpline.duty import Duty
from server_stub.helpline.entry_texts import (
    announced,
    channel_hours_text,
    closed_text,
    closes_soon,
    standing_notice,
)
from server_stub.helpline.hours import HELSINKI, closes_at, is_open, next_opening
from server_stub.helpline.hours_in_words import days_in_words, hours_in_words, span_in_words
from server_stub.helpline.limits import Limits
from server_stub.helpline.model_on import model_on
from server_stub.helpline.promise import due_at
from server_stub.helpline.queue_doors import is_open_to
from server_stub.helpline.routing import queue_for
from server_stub.helpline.service_model import Notice, OtherChannel, Service, ServiceModel, Topic
from server_stub.helpline.wording import LANGUAGES, Language
from server_stub.wire import entry as wire
from server_stub.wire.heads import TopicRef, stamp, stamp_moment, words_of


@dataclass(frozen=True, slots=True)
class QueueSeen:
    """A queue as a customer would find it who came now."""

    now: wire.QueueNow
    duty: Duty


UNSEEN: Final = QueueSeen(wire.QueueNow(0, None, None), "nobody")
"""A queue of which nothing is known: nobody waits, and nobody is on duty."""


def entry_at(
    model: ServiceModel,
    at: datetime,
    *,
    days_off: frozenset[date],
    queues: Mapping[str, QueueSeen],
    limits: Limits,
    is_practice: bool,
    can_identify: bool,
) -> wire.CustomerEntry:
    """What the page shows at `at`; `queues` by id, those that are not known are as good as empty."""
    model = model_on(model, at.astimezone(HELSINKI).date())
    return wire.CustomerEntry(
        now=stamp_moment(at) or "",
        is_practice=is_practice,
        can_identify=can_identify,
        can_book_calls=can_identify and model.callback_booking is not None,
        organisation=words_of(model.organisation),
        limits=limits,
        notice=_notice(model.notice),
        emergency=words_of(model.emergency),
        calling=_calling(model, at.astimezone(HELSINKI).date()),
        services=tuple(_service(service, model, at, days_off, queues) for service in model.services),
        instructions=tuple(
            wire.Instruction(words_of(each.heading), words_of(each.text)) for each in model.instructions
        ),
        funding=words_of(model.funding) if model.funding is not None else None,
        pages=tuple(
            wire.SitePage(page.page_id, str(page.service_id), page.opens_by_itself) for page in model.pages
        ),
    )


def _notice(notice: Notice) -> wire.Notice:
    return wire.Notice(
        notice_version=notice.notice_version,
        standing=words_of(standing_notice(notice)),
        storage=words_of(notice.storage),
    )


def _calling(model: ServiceModel, today: date) -> wire.CallingWords:
    hours = Calling(model.calling_times, frozenset()).hours_of(today)
    return wire.CallingWords(
        days=words_of(days_in_words(hours.weekdays)),
        whole=words_of(span_in_words(hours.opens, hours.closes)),
        forenoon=words_of(span_in_words(hours.opens, hours.turns)),
        afternoon=words_of(span_in_words(hours.turns, hours.closes)),
    )


def _service(
    service: Service,
    model: ServiceModel,
    at: datetime,
    days_off: frozenset[date],
    queues: Mapping[str, QueueSeen],
) -> wire.EntryService:
    today = at.astimezone(HELSINKI).date()
    return wire.EntryService(
        service_id=str(service.service_id),
        name=words_of(service.name),
        notice=_notice(model.notice_of(service)),
        about=tuple(words_of(line) for line in service.about),
        asks=tuple(words_of(line) for line in service.asks),
        helps=tuple(words_of(line) for line in service.helps),
        announcements=tuple(
            wire.Announcement(each.kind, words_of(each.text)) for each in announced(service, at)
        ),
        is_open=is_open(service.hours, at, days_off=days_off),
        opens_at=stamp_moment(next_opening(service.hours, at, days_off=days_off)),
        closes_at=stamp_moment(closes_at(service.hours, at, days_off=days_off)),
        closes_soon=closes_soon(service, at, days_off=days_off),
        at_closing=service.at_closing,
        hours_text=words_of(hours_in_words(service.hours, today)),
        closed_text=words_of(closed_text(service, today)),
        topics=tuple(_topic(service, topic, model, queues, today) for topic in service.topics),
        other_channels=tuple(_channel(channel, at, days_off) for channel in service.other_channels),
        queue_now=all_of(queues.get(queue, UNSEEN).now for queue in service.queue_ids()),
        message_due_at=_message_due_at(service, at, days_off),
        anonymous=_anonymous(service, at, days_off),
    )


def _anonymous(service: Service, at: datetime, days_off: frozenset[date]) -> wire.EntryHours | None:
    hours, today = service.anonymous_hours, at.astimezone(HELSINKI).date()
    if hours is None:
        return None
    return wire.EntryHours(
        is_open=is_open(hours, at, days_off=days_off),
        opens_at=stamp_moment(next_opening(hours, at, days_off=days_off)),
        closes_at=stamp_moment(closes_at(hours, at, days_off=days_off)),
        closes_soon=closes_soon(service, at, days_off=days_off, hours=hours),
        hours_text=words_of(hours_in_words(hours, today)),
        closed_text=words_of(closed_text(service, today, hours=hours)),
    )


def _message_due_at(service: Service, at: datetime, days_off: frozenset[date]) -> str | None:
    if service.messages is None:
        return None
    return stamp(due_at(round(at.timestamp() * 1000), service.messages.promise_days, days_off))


def _topic(
    service: Service, topic: Topic, model: ServiceModel, queues: Mapping[str, QueueSeen], today: date
) -> wire.EntryTopic:
    def queue(language: Language) -> str:
        queue_id = queue_for(
            model, service_id=service.service_id, topic_id=topic.topic_id, language=language, on=today
        )
        return queue_id or ""

    def duty(language: Language) -> Duty:
        return queues.get(queue(language), UNSEEN).duty

    def is_open(language: Language) -> bool:
        rule = model.queue(queue(language))
        return rule is None or is_open_to(rule, on_duty=0 if duty(language) == "nobody" else 1)

    return wire.EntryTopic(
        str(topic.topic_id),
        words_of(topic.name),
        {language: duty(language) for language in LANGUAGES},
        {language: is_open(language) for language in LANGUAGES},
        tuple(TopicRef(str(each.topic_id), words_of(each.name)) for each in topic.finer_topics),
    )


def all_of(queues: Iterable[wire.QueueNow]) -> wire.QueueNow:
    """Several queues as one: all who wait, and the range that holds for whichever topic is chosen."""
    known = tuple(queues)
    lows = [queue.low_min for queue in known if queue.low_min is not None]
    highs = [queue.high_min for queue in known if queue.high_min is not None]
    is_honest = bool(known) and len(lows) == len(highs) == len(known)
    return wire.QueueNow(
        waiting=sum(queue.waiting for queue in known),
        low_min=min(lows) if is_honest else None,
        high_min=max(highs) if is_honest else None,
    )


def _channel(channel: OtherChannel, at: datetime, days_off: frozenset[date]) -> wire.OtherChannel:
    hours = channel.hours
    return wire.OtherChannel(
        name=words_of(channel.name),
        number=channel.number or "",
        hours_text=words_of(channel_hours_text(channel, at.astimezone(HELSINKI).date())),
        is_open=is_open(hours, at, days_off=days_off) if hours is not None else None,
        opens_at=stamp_moment(next_opening(hours, at, days_off=days_off)) if hours is not None else None,
        closes_at=stamp_moment(closes_at(hours, at, days_off=days_off)) if hours is not None else None,
    )
