"""today: The day's count of how customers were answered, carried on from where it was last asked for."""

import asyncio
from collections.abc import Mapping

from server_stub.counter.in_force import InForce
from server_stub.helpline.calling_time import day_begins
from server_stub.helpline.service_today import ServiceToday
from server_stub.helpline.values import Millis
from server_stub.records import today
from server_stub.records.database import Database


class Today:
    """Counts the facts that came since the last asking; a new day begins with nothing.

    Nothing is kept but the log: a process that starts counts the day anew.
    """

    def __init__(self, database: Database, in_force: InForce) -> None:
        self._database = database
        self._in_force = in_force
        self._day: Millis | None = None
        self._cursor = 0
        self._count = ServiceToday()
        self._one_at_a_time = asyncio.Lock()

    async def so_far(self, now: Millis) -> ServiceToday:
        """The count up to the head of the log."""
        async with self._one_at_a_time:
            day = day_begins(now)
            if day != self._day:
                self._cursor = await self._database.read(lambda connection: today.before(connection, day))
                self._day, self._count = day, ServiceToday()
            targets_ms = {str(q.queue_id): q.target_s * 1000 for q in self._in_force.now.model.queues}
            while await self._carry_on(targets_ms):
                pass
            return self._count

    async def _carry_on(self, targets_ms: Mapping[str, Millis]) -> bool:
        """Count the next part; whether there was one."""
        cursor = self._cursor
        events, self._cursor = await self._database.read(
            lambda connection: today.events_after(connection, cursor)
        )
        self._count.take(events, targets_ms=targets_ms)
        return self._cursor != cursor
