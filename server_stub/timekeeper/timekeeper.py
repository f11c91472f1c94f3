"""The one task that lives by the clock: beats, leases, due acts, the waiting room, the model in force."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from server_stub.counter.callbacks import CallbackCounter
from server_stub.counter.consultations import ConsultationCounter
from server_stub.counter.counter import Counter, Sent
from server_stub.counter.presence import Presence
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.fanout.hub import Hub
from server_stub.helpline.actors import ClockActor
from server_stub.helpline.conversation_commands import LookAtHolder, TimedAct
from server_stub.helpline.conversation_values import DueKind
from server_stub.ports import Alarm, Clock, place_of
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
        consultations: ConsultationCounter,
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
        self._consultations = consultations
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
        # Leases first: whoever has a stream is there, whatever becomes of all else.
        if self._second % LEASES_EVERY == 0 or self._presence.has_departures:
            await self._safely("leases_failed", self._presence.renew)
        if self._second % HOLDERS_EVERY == 0:
            await self._safely("holders_failed", self.look_at_holders)
        await self._safely("due_acts_failed", self.act)
        await self._safely("waiting_room_failed", self._waiting_room.tell_changed)
        if self._second % MODEL_EVERY == 0:
            await self._safely("service_model_failed", self._refresh_model)
        if self._second % TIDY_EVERY == 0:
            await self._safely("tidy_failed", self._tidy)

    async def act(self) -> None:
        """Do what is due. If another process was first, the act is no longer due and nothing happens."""
        now, unwritten = self._clock.millis(), list[str]()
        for due in await self._database.read(lambda connection: due_acts(connection, now)):
            about = {"kind": due.kind, "conversation": due.conversation_id}
            await self._apart(partial(self._do, due), unwritten, about)
        for callback_id, at in await self._callbacks.due(now):
            about = {"kind": "claim_returns", "callback": callback_id}
            await self._apart(partial(self._callbacks.look, callback_id, at), unwritten, about)
        for callback_id in await self._callbacks.lapsing(now):
            about = {"kind": "request_lapses", "callback": callback_id}
            await self._apart(partial(self._callbacks.lapse, callback_id), unwritten, about)
        for consultation_id, at in await self._consultations.due(now):
            about = {"kind": "promise_broken", "consultation": consultation_id}
            note = partial(self._consultations.note_overdue, consultation_id, at)
            await self._apart(note, unwritten, about)
        self._tell_unwritten(unwritten)

    async def _do(self, due: DueAct) -> None:
        await self._send(_command(due))

    async def _send(self, sent: Sent) -> None:
        await self._counter.handle(sent)

    def _tell_unwritten(self, unwritten: list[str]) -> None:
        """Once for all: it is the database that is full or away, and the next second asks again."""
        if unwritten:
            self._alarm("due_acts_failed", error=unwritten[0], acts=len(unwritten))

    async def _apart(
        self, act: Callable[[], Awaitable[None]], unwritten: list[str], about: dict[str, str]
    ) -> None:
        """One act with a fault never keeps the others from theirs."""
        try:
            await act()
        except WriteFailed as error:
            unwritten.append(str(error))
        except Exception as error:
            self._alarm("due_act_failed", **about, error=type(error).__name__, at=place_of(error))

    async def look_at_holders(self) -> None:
        """Call for help for those whose line is away. The first process acts, others find it done."""
        now, unwritten = self._clock.millis(), list[str]()
        for conversation_id in await self._database.read(lambda connection: to_look_at(connection, now=now)):
            sent = Sent(f"holder:{now}", LookAtHolder(conversation_id), ClockActor())
            about = {"kind": "holder", "conversation": conversation_id}
            await self._apart(partial(self._send, sent), unwritten, about)
        self._tell_unwritten(unwritten)

    async def _safely(self, event: str, step: Callable[[], Awaitable[None]]) -> None:
        """A step that fails, for whatever reason, never keeps the next from its turn."""
        try:
            await step()
        except WriteFailed as error:
            self._alarm(event, error=str(error))
        except Exception as error:
            self._alarm(event, error=type(error).__name__, at=place_of(error))


def _command(due: DueAct) -> Sent:
    act = TimedAct(due.conversation_id, DueKind(due.kind), due.at)
    return Sent(f"{due.kind}:{due.at}", act, ClockActor())
