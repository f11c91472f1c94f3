"""The waiting room: each waiting customer's place and an honest range, told when it changes (R024, B9)."""

from datetime import UTC, datetime
from typing import Final

from server_stub.counter.in_force import InForce
from server_stub.fanout.hub import Hub
from server_stub.fanout.outgoing import Outgoing
from server_stub.helpline.duty import duty_of
from server_stub.helpline.queue_hours import queue_closes_at
from server_stub.helpline.service_model import QueueId
from server_stub.helpline.values import customer_address
from server_stub.helpline.waiting_estimate import Range, estimate, steadied
from server_stub.ports import Clock
from server_stub.records.database import Database
from server_stub.records.snapshots import QueueMoment, queue_moment, queue_moments
from server_stub.wire.snapshots import Waiting, encode_waiting_hint

RANGE_EVERY_MS: Final = 15_000
_MOVES: Final = frozenset(
    {
        *("ConversationOpened", "WaitingClaimed", "ConversationClosed"),
        *("ConversationReturned", "ConversationTransferred", "PresenceChanged", "ShiftBegan", "ShiftEnded"),
    }
)


class WaitingRoom:
    """Works the ranges out anew at most every 15 seconds a queue; places as soon as they change."""

    def __init__(self, database: Database, hub: Hub, in_force: InForce, clock: Clock) -> None:
        self._database = database
        self._hub = hub
        self._in_force = in_force
        self._clock = clock
        self._has_moved = False
        self._told: dict[str, Waiting] = {}
        self._told_at = 0
        hub.watch(self._saw)

    def _saw(self, fact: Outgoing) -> None:
        if fact.kind in _MOVES:
            self._has_moved = True
            for address in fact.audience:
                # A page drops its place when its conversation moves: the same place is told again then.
                self._told.pop(address, None)

    async def tell_changed(self) -> None:
        """Tell every waiting customer of this process whose place or range is another than she was told."""
        now = self._clock.millis()
        if not self._has_moved and now - self._told_at < RANGE_EVERY_MS:
            return
        self._has_moved, self._told_at = False, now
        told: dict[str, Waiting] = {}
        for queue_id, moment in (await self.moments()).items():
            for index, conversation_id in enumerate(moment.waiting):
                address = customer_address(conversation_id)
                if self._hub.has_listener(address):
                    fresh = self.waiting(queue_id, moment, place=index + 1)
                    told[address] = _not_longer(self._told.get(address), fresh)
        for address, waiting in told.items():
            if self._told.get(address) != waiting:
                self._hub.hint(address, "waiting", encode_waiting_hint(waiting))
        self._told = told

    async def moment(self, queue_id: str) -> QueueMoment:
        """The queue now."""
        now = self._clock.millis()
        return await self._database.read(lambda connection: queue_moment(connection, queue_id, now=now))

    async def moments(self) -> dict[str, QueueMoment]:
        """Every queue of the service model now, in one reading."""
        now = self._clock.millis()
        queue_ids = [str(queue.queue_id) for queue in self._in_force.now.model.queues]
        return await self._database.read(lambda connection: queue_moments(connection, queue_ids, now=now))

    def waiting(self, queue_id: str, moment: QueueMoment, *, place: int) -> Waiting:
        """Place, duty and range of one place in a queue; no range where none can be given honestly, and never
        when nobody is on duty (R027).
        """
        present = self._in_force.now
        now = datetime.fromtimestamp(self._clock.millis() / 1000, UTC)
        until = queue_closes_at(present.model, QueueId(queue_id), now, days_off=present.days_off)
        rule = next((queue for queue in present.model.queues if queue.queue_id == queue_id), None)
        span = estimate(
            place,
            slots=moment.slots,
            handle_times_s=moment.handle_times_s,
            fallback_s=rule.handle_time_s if rule else 900,
            closes_in_s=(until - now).total_seconds() if until else None,
        )
        low, high = span if span else (None, None)
        duty = duty_of(place, on_duty=moment.on_duty, free=moment.free)
        return Waiting(place, duty, low, high)


def _not_longer(shown: Waiting | None, fresh: Waiting) -> Waiting:
    """A range once shown does not grow, unless the place did (domain.md B9: no jump without a reason)."""
    if shown is None or fresh.place > shown.place:
        return fresh
    span = steadied(_span(shown), _span(fresh))
    return Waiting(fresh.place, fresh.duty, *(span or (None, None)))


def _span(waiting: Waiting) -> Range | None:
    if waiting.low_min is None or waiting.high_min is None:
        return None
    return waiting.low_min, waiting.high_min
