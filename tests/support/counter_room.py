"""The backend's middle on a real database, in this process: no HTTP, a clock that is set by hand."""

import json
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from server_stub.counter.callbacks import CallbackCounter, SentCallback
from server_stub.counter.consultations import ConsultationCounter, SentConsultation
from server_stub.counter.counter import Counter, Sent
from server_stub.counter.in_force import InForce
from server_stub.counter.shifts import SentShift, ShiftCounter
from server_stub.fanout.hub import Hub
from server_stub.helpline.actors import Actor, CustomerActor, StaffActor
from server_stub.helpline.callback_values import CallbackCommand
from server_stub.helpline.consultation_values import ConsultationCommand
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    OpenConversation,
    WriteMessage,
)
from server_stub.helpline.decisions import Command
from server_stub.helpline.limits import Limits
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.shift import ShiftCommand
from server_stub.helpline.values import Problem
from server_stub.ports import Points, pass_by
from server_stub.records import creation, tables
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.database import Database, Place, open_engine
from server_stub.records.group import Written
from server_stub.settings.days_off import days_off
from server_stub.settings.resources import find_resources
from server_stub.wire.answers import Accepted
from tests.support.read_once import example_model, shipped_concerns

# A Monday morning in Helsinki: the chat of the example model is open.
MORNING = int(datetime(2026, 11, 23, 8, 0, tzinfo=UTC).timestamp() * 1000)
DIGEST_KEY = b"k" * 32


class HandClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: int = MORNING) -> None:
        """`now` in milliseconds."""
        self.now = now

    def millis(self) -> int:
        """The present."""
        return self.now

    def advance(self, *, seconds: float) -> None:
        """Move on."""
        self.now += int(seconds * 1000)


class RandomDraw:
    """Identifiers as in real life."""

    def identifier(self) -> str:
        """32 hexadecimal digits."""
        return secrets.token_hex(16)

    def alias(self) -> str:
        """Four digits."""
        return f"{secrets.randbelow(10_000):04d}"


@dataclass
class Room:
    """Everything between a decoded command and the readers' hub."""

    database: Database
    groups: CommitGroups
    counter: Counter
    callbacks: CallbackCounter
    consultations: ConsultationCounter
    shifts: ShiftCounter
    hub: Hub
    model: ServiceModel
    clock: HandClock
    told: list[Written] = field(default_factory=list)
    _made: int = 0

    def command_id(self) -> str:
        """A new command id."""
        self._made += 1
        return f"{self.clock.now:012x}7{self._made:019x}"

    async def send(
        self, actor: Actor, command: Command, *, command_id: str | None = None
    ) -> Accepted | Problem:
        """Send a command as `actor`."""
        return await self.counter.handle(Sent(command_id or self.command_id(), command, actor))

    async def call(
        self, actor: Actor, command: CallbackCommand, *, command_id: str | None = None
    ) -> Accepted | Problem:
        """Send a command about a callback request as `actor`."""
        return await self.callbacks.handle(SentCallback(command_id or self.command_id(), command, actor))

    async def consult(
        self,
        actor: Actor,
        command: ConsultationCommand,
        *,
        command_id: str | None = None,
    ) -> Accepted | Problem:
        """Send a command about a consultation as `actor`."""
        return await self.consultations.handle(
            SentConsultation(command_id or self.command_id(), command, actor)
        )

    async def own(
        self, actor: StaffActor, command: ShiftCommand, *, command_id: str | None = None
    ) -> Accepted | Problem:
        """Send a command of staff about their own work."""
        return await self.shifts.handle(SentShift(command_id or self.command_id(), command, actor))

    def counsellor(
        self,
        name: str = "Neuvoja 1",
        *,
        capacity: int = 3,
        role: str = "advice_counsellor",
        lines: Sequence[str] = (),
    ) -> StaffActor:
        """A counsellor who serves every queue of customers, and these lines of consultations.

        She is in the database too, as her row is locked when she claims.
        """
        staff_id = secrets.token_hex(16)
        with self.database.writing() as connection:
            row = connection.execute(
                tables.staff.insert()
                .values(
                    staff_id=staff_id,
                    user_name=f"{name}-{staff_id}",
                    display_name=name,
                    password_hash="",
                    is_disabled=False,
                    capacity=capacity,
                    created_at=0,
                    entitled_from=0,
                )
                .returning(tables.staff.c.row)
            ).scalar_one()
            connection.execute(tables.staff_roles.insert().values(staff=row, role=role))
        queues = frozenset(str(queue.queue_id) for queue in self.model.queues).union(lines)
        return StaffActor(staff_id, name, frozenset({role}), queues, capacity)

    def stranger(self) -> CustomerActor:
        """A customer who has begun a session and nothing else."""
        with self.database.writing() as connection:
            row = connection.execute(
                tables.customer_sessions.insert()
                .values(
                    token_hash=secrets.token_bytes(32),
                    page_token=secrets.token_hex(16),
                    created_at=self.clock.now,
                    seen_at=self.clock.now,
                )
                .returning(tables.customer_sessions.c.row)
            ).scalar_one()
        return CustomerActor(row, None)

    def opening(self, text: str = "Mistä haen tukea?", *, language: str = "fi") -> OpenConversation:
        """How a customer begins."""
        service = self.model.services[0]
        return OpenConversation(
            str(service.service_id),
            str(service.topics[0].topic_id),
            language,
            text,
            self.model.notice.notice_version,
        )

    async def customer(self, text: str = "Mistä haen tukea?", *, language: str = "fi") -> CustomerActor:
        """A customer who waits."""
        stranger = self.stranger()
        answer = await self.send(stranger, self.opening(text, language=language))
        assert isinstance(answer, Accepted), answer
        return CustomerActor(stranger.session_row, answer.conversation_id)

    async def claimed(self, customer: CustomerActor, by: StaffActor) -> str:
        """`by` claims the customer; the conversation's id."""
        conversation_id = customer.conversation_id
        assert conversation_id is not None
        answer = await self.send(by, ClaimWaiting(conversation_id))
        assert isinstance(answer, Accepted), answer
        return conversation_id

    def kinds_told(self) -> Sequence[str]:
        """The types of all facts told so far, in order."""
        return [type(written.addressed.fact).__name__ for written in self.told]


def says(customer: CustomerActor, text: str) -> WriteMessage:
    """The customer writes."""
    return WriteMessage(customer.conversation_id, text, None)


def answers(conversation_id: str, text: str, *, version: int = 2) -> WriteMessage:
    """The holder writes."""
    return WriteMessage(conversation_id, text, version)


def closes(conversation_id: str, *, version: int = 2) -> CloseConversation:
    """The holder closes."""
    return CloseConversation(conversation_id, version)


def create(place: Place) -> Database:
    """A new database at `place`."""
    database = Database(open_engine(place))
    with database.writing() as connection:
        creation.create(connection)
    return database


@asynccontextmanager
async def room(
    database: Database,
    *,
    clock: HandClock | None = None,
    points: Points = pass_by,
    limits: Limits | None = None,
    model: ServiceModel | None = None,
) -> AsyncIterator[Room]:
    """The middle, running on `database` until the block ends; by the example model if no other is given."""
    model = model or example_model()
    hub, at = Hub(), clock or HandClock()
    told: list[Written] = []

    def tell(written: Sequence[Written]) -> None:
        told.extend(written)
        hub.tell([one.row for one in written if one.row is not None])

    groups = CommitGroups(database, at, tell, points=points)
    days = days_off([2026, 2027])
    in_force = InForce(model, days)
    masker = Masker(json.loads((find_resources() / "contract" / "v1" / "personal_data.json").read_text()))
    callbacks = CallbackCounter(
        database,
        groups,
        in_force,
        masker,
        limits=limits or Limits(),
        draw=RandomDraw(),
        digest_key=DIGEST_KEY,
        floor_of_leases=lambda: 0,
        days_off=lambda _: days,
    )
    consultations = ConsultationCounter(
        database,
        groups,
        in_force,
        masker,
        limits=limits or Limits(),
        draw=RandomDraw(),
        digest_key=DIGEST_KEY,
        days_off=lambda _: days,
    )
    counter = Counter(
        groups,
        in_force,
        masker,
        shipped_concerns(),
        limits=limits or Limits(),
        draw=RandomDraw(),
        digest_key=DIGEST_KEY,
        floor_of_leases=lambda: 0,
    )
    groups.start()
    try:
        shifts = ShiftCounter(groups, digest_key=DIGEST_KEY, return_claim=callbacks.release)
        yield Room(database, groups, counter, callbacks, consultations, shifts, hub, model, at, told)
    finally:
        await groups.stop()
