"""entry_page: What the customer page shows before there is a session, as it is now."""

import asyncio
from datetime import UTC, datetime

from server_stub.counter.in_force import InForce
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.helpline.limits import Limits
from server_stub.helpline.values import Millis
from server_stub.ports import Clock
from server_stub.routes.entry_at import QueueSeen, entry_at
from server_stub.wire import entry as wire

_QUEUES_EVERY_MS = 5_000
_DUTY_EVERY_MS = 1_000
"""Where a queue opens with whoever comes on duty for it (R064)."""


class EntryPage:
    """Makes the entry. Everybody may ask, so queues are looked at once in five seconds at most."""

    def __init__(
        self,
        in_force: InForce,
        waiting_room: WaitingRoom,
        *,
        limits: Limits,
        clock: Clock,
        is_practice: bool,
        can_identify: bool = False,
    ) -> None:
        self._in_force = in_force
        self._waiting_room = waiting_room
        self._limits = limits
        self._clock = clock
        self._is_practice = is_practice
        self._can_identify = can_identify
        self._queues: dict[str, QueueSeen] = {}
        self._queues_at: Millis | None = None
        self._queues_of = 0
        self._looking = asyncio.Lock()

    async def as_json(self) -> bytes:
        """`CustomerEntry` as it is now."""
        now, present = self._clock.millis(), self._in_force.now
        queues = await self._queues_now(now)
        entry = entry_at(
            present.model,
            datetime.fromtimestamp(now / 1000, UTC),
            days_off=present.days_off,
            queues=queues,
            limits=self._limits,
            is_practice=self._is_practice,
            can_identify=self._can_identify,
        )
        return wire.encode(entry)

    async def _queues_now(self, now: Millis) -> dict[str, QueueSeen]:
        # At opening time a hundred pages ask at once: one looks, and the others take what it has seen.
        async with self._looking:
            model = self._in_force.now.model
            needs_staff = any(queue.opens_only_with_staff for queue in model.queues)
            every_ms = _DUTY_EVERY_MS if needs_staff else _QUEUES_EVERY_MS
            is_fresh = self._queues_at is not None and 0 <= now - self._queues_at < every_ms
            if not is_fresh or self._queues_of != model.version:
                fresh = {str(queue.queue_id): await self._seen(queue.queue_id) for queue in model.queues}
                self._queues, self._queues_at, self._queues_of = fresh, now, model.version
            return self._queues

    async def _seen(self, queue_id: str) -> QueueSeen:
        moment = await self._waiting_room.moment(queue_id)
        waiting = len(moment.waiting)
        following = self._waiting_room.waiting(queue_id, moment, place=waiting + 1)
        return QueueSeen(wire.QueueNow(waiting, following.low_min, following.high_min), following.duty)
