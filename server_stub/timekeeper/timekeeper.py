"""The one task that lives by the clock: beats, leases, due acts, the waiting room, the model in force."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from server_stub.counter.callbacks import CallbackCounter
from server_stub.counter.counter import Counter, Sent
from server_stub.counter.presence import Presence
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.fanout.hub import Hub
from server_stub.helpline.actors import ClockActor
from server_stub.helpline.conversation_commands import LookAtHolder, TimedAct
from server_stub.helpline.conversation_values import DueKind
from server_stub.ports import Alarm, Clock
from server_stub.records.commit_groups import WriteFailed
from server_stub.records.database import Database
from server_stub.records.due_acts import DueAct, due_acts, to_look_at

TICK_S: Final = 1.0
LEASES_EVERY: Final = 30
MODEL_EVERY: Final = 2
HOLDERS_EVERY: Final = 5
TIDY_EVERY: Final = 3_600


class Timekeeper:
    """Ticks once a second. What fails is told by name and tried again at the next tick."""

    def __init__(
        self,
        *,
        database: Database,
        counter: Counter,
        callbacks: CallbackCounter,
        hub: Hub,
        presence: Presence,
        waiting_room: WaitingRoom,
        clock: Clock,
        alarm: Alarm,
        refresh_model: Callable[[], Awaitable[None]],
        tidy: Callable[[], Awaitable[None]],
    ) -> None:
        """`refresh_model` switches to the active service model; `tidy` forgets what is out of date."""
        self._database = database
        self._counter = counter
        self._callbacks = callbacks
        self._hub = hub
        self._presence = presence
        self._waiting_room = waiting_room
        self._clock = clock
        self._alarm = alarm
        self._refresh_model = refresh_model
        self._tidy = tidy
        self._second = 0

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await asyncio.sleep(TICK_S)
            await self.tick()

    async def tick(self) -> None:
        """Everything that one second brings."""
        self._second += 1
        self._hub.beat(self._second)
        await self._safely("due_acts_failed", self.act)
        await self._safely("waiting_room_failed", self._waiting_room.tell_changed)
        if self._second % LEASES_EVERY == 0 or self._presence.has_departures:
            await self._safely("leases_failed", self._presence.renew)
        if self._second % HOLDERS_EVERY == 0:
            await self._safely("holders_failed", self.look_at_holders)
        if self._second % MODEL_EVERY == 0:
            await self._safely("service_model_failed", self._refresh_model)
        if self._second % TIDY_EVERY == 0:
            await self._safely("tidy_failed", self._tidy)

    async def act(self) -> None:
        """Do what is due. If another process was first, the act is no longer due and nothing happens."""
        now = self._clock.millis()
        for due in await self._database.read(lambda connection: due_acts(connection, now)):
            await self._counter.handle(_command(due))
        await self._callbacks.look(now)

    async def look_at_holders(self) -> None:
        """Call for help for those whose line is away. The first process acts, others find it done."""
        now = self._clock.millis()
        for about in await self._database.read(lambda connection: to_look_at(connection, now=now)):
            await self._counter.handle(Sent(f"holder:{now}", LookAtHolder(about), ClockActor(), b""))

    async def _safely(self, event: str, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except WriteFailed as error:
            self._alarm(event, error=str(error))
        except self._database.errors as error:
            self._alarm(event, error=type(error).__name__)


def _command(due: DueAct) -> Sent:
    act = TimedAct(due.conversation_id, DueKind(due.kind), due.at)
    return Sent(f"{due.kind}:{due.at}", act, ClockActor(), b"")
