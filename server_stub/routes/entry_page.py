"""entry_page: What the customer page shows before there is a session: hours, notice, topics, queues."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from server_stub.counter.in_force import InForce, Model
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.helpline.entry_texts import channel_hours_text, closed_text, standing_notice
from server_stub.helpline.hours import HELSINKI, closes_at, is_open, next_opening
from server_stub.helpline.hours_in_words import hours_in_words
from server_stub.helpline.limits import Limits
from server_stub.helpline.service_model import Notice, OtherChannel, Service
from server_stub.helpline.values import Millis
from server_stub.ports import Clock
from server_stub.wire import entry as wire
from server_stub.wire.heads import TopicRef, stamp, stamp_moment, words_of
from server_stub.wire.snapshots import Waiting

_QUEUES_EVERY_MS = 5_000


class EntryPage:
    """Makes the entry. Everybody may ask, so queues are looked at once in five seconds at most."""

    def __init__(
        self, in_force: InForce, waiting_room: WaitingRoom, *, limits: Limits, clock: Clock, is_practice: bool
    ) -> None:
        self._in_force = in_force
        self._waiting_room = waiting_room
        self._limits = limits
        self._clock = clock
        self._is_practice = is_practice
        self._queues: dict[str, wire.QueueNow] = {}
        self._queues_at: Millis | None = None

    async def as_json(self) -> bytes:
        """`CustomerEntry` as it is now."""
        now, model = self._clock.millis(), self._in_force.now
        queues = await self._queues_now(now)
        at = datetime.fromtimestamp(now / 1000, UTC)
        return wire.encode(
            wire.CustomerEntry(
                now=stamp(now),
                is_practice=self._is_practice,
                organisation=words_of(model.model.organisation),
                limits=self._limits,
                notice=_notice(model.model.notice),
                emergency=words_of(model.model.emergency),
                services=tuple(_service(service, model, at, queues) for service in model.model.services),
            )
        )

    async def _queues_now(self, now: Millis) -> dict[str, wire.QueueNow]:
        if self._queues_at is None or not 0 <= now - self._queues_at < _QUEUES_EVERY_MS:
            fresh = {}
            for queue in self._in_force.now.model.queues:
                moment = await self._waiting_room.moment(queue.queue_id)
                waiting = len(moment.waiting)
                fresh[str(queue.queue_id)] = _queue_now(
                    waiting, self._waiting_room.waiting(queue.queue_id, moment, place=waiting + 1)
                )
            self._queues, self._queues_at = fresh, now
        return self._queues


def _queue_now(waiting: int, next_place: Waiting) -> wire.QueueNow:
    return wire.QueueNow(waiting, next_place.low_min, next_place.high_min)


def _notice(notice: Notice) -> wire.Notice:
    return wire.Notice(
        notice_version=notice.notice_version,
        standing=words_of(standing_notice(notice)),
        storage=words_of(notice.storage),
    )


def _service(
    service: Service, model: Model, at: datetime, queues: dict[str, wire.QueueNow]
) -> wire.EntryService:
    today = at.astimezone(HELSINKI).date()
    return wire.EntryService(
        service_id=str(service.service_id),
        name=words_of(service.name),
        notice=_notice(model.model.notice_of(service)),
        about=tuple(words_of(line) for line in service.about),
        is_open=is_open(service.hours, at, days_off=model.days_off),
        opens_at=stamp_moment(next_opening(service.hours, at, days_off=model.days_off)),
        closes_at=stamp_moment(closes_at(service.hours, at, days_off=model.days_off)),
        hours_text=words_of(hours_in_words(service.hours, today)),
        closed_text=words_of(closed_text(service, today)),
        topics=tuple(TopicRef(str(topic.topic_id), words_of(topic.name)) for topic in service.topics),
        other_channels=tuple(_channel(channel, today) for channel in service.other_channels),
        queue_now=all_of(queues[queue] for queue in service.queue_ids() if queue in queues),
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


def _channel(channel: OtherChannel, today: date) -> wire.OtherChannel:
    return wire.OtherChannel(
        words_of(channel.name), channel.number or "", words_of(channel_hours_text(channel, today))
    )
