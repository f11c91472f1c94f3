"""The middle with its postman, on a real database, a real mail host on loopback and a clock set by hand."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select

from server_stub.counter.in_force import InForce
from server_stub.counter.postman import Desk, Postman
from server_stub.counter.transcripts import LetterLimits, SentTranscript, TranscriptCounter
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.transcript import LetterState, RequestTranscript
from server_stub.helpline.values import Problem
from server_stub.letters.mail_host import MailHost, Security
from server_stub.ports import Points, pass_by
from server_stub.records import tables
from server_stub.records.database import Database
from server_stub.settings.days_off import days_off
from server_stub.settings.resources import find_resources
from server_stub.wire.answers import Accepted
from tests.support.counter_room import DIGEST_KEY, RandomDraw, Room, answers, room
from tests.support.doors_room import Events

ADDRESS = "asiakas@esimerkki.fi"
SENDER = "chat@palvelu.esimerkki.fi"
USUAL = LetterLimits(most=200, usual=20)
PAGE = "https://neuvonta.esimerkki.fi/"


@dataclass
class PostRoom:
    """A room, who decides on letters, who carries them, and what they say happened."""

    room: Room
    transcripts: TranscriptCounter
    host: MailHost
    events: Events

    async def answered(
        self, first: str = "Mistä haen tukea?", answer: str = "Autan mielelläni."
    ) -> CustomerActor:
        """A customer who has been answered."""
        customer, aino = await self.room.customer(first), self.room.counsellor()
        conversation_id = await self.room.claimed(customer, aino)
        said = await self.room.send(aino, answers(conversation_id, answer))
        assert isinstance(said, Accepted), said
        return customer

    async def asks(
        self,
        customer: CustomerActor,
        address: str = ADDRESS,
        *,
        part: tuple[int, int] | None = None,
        command_id: str | None = None,
    ) -> Accepted | Problem:
        """She presses."""
        first, last = part or (None, None)
        wish = RequestTranscript(customer.conversation_id or "", address, first, last)
        sent = SentTranscript(command_id or self.room.command_id(), wish, customer)
        return await self.transcripts.handle(sent)

    def postman(self, *, points: Points = pass_by) -> Postman:
        """One who has just begun to work, as after a start of the process."""
        model = self.room.model
        return Postman(
            self.room.database,
            self.room.groups,
            InForce(model, days_off([2026, 2027])),
            _masker(),
            desk=Desk(self.host, PAGE),
            clock=self.room.clock,
            alarm=self.events,
            points=points,
        )

    def letters(self) -> list[tuple[LetterState, str | None]]:
        """State and address of every letter, in the order they were asked for."""
        rows = tables.letters.c
        with self.room.database.reading() as connection:
            found = connection.execute(select(rows.state, rows.address).order_by(rows.row)).all()
        return [(LetterState(state), address) for state, address in found]

    def everything_kept(self) -> str:
        """Every cell of every table."""
        with self.room.database.reading() as connection:
            return "\n".join(
                repr(tuple(row))
                for table in tables.metadata.sorted_tables
                for row in connection.execute(select(table))
            )


def mail_host(port: int, *, timeout_s: int = 5) -> MailHost:
    """The mail host at that port of this computer."""
    return MailHost("127.0.0.1", port, Security.NONE, SENDER, "", timeout_s, "")


def _masker() -> Masker:
    path = find_resources() / "contract" / "v1" / "personal_data.json"
    return Masker(json.loads(path.read_text(encoding="utf-8")))


@asynccontextmanager
async def post_room(
    database: Database, port: int, *, limits: LetterLimits | None = USUAL, timeout_s: int = 5
) -> AsyncIterator[PostRoom]:
    """A room with a post office, until the block ends."""
    async with room(database) as made:
        events = Events()
        transcripts = TranscriptCounter(
            made.groups, limits=limits, draw=RandomDraw(), digest_key=DIGEST_KEY, alarm=events
        )
        yield PostRoom(made, transcripts, mail_host(port, timeout_s=timeout_s), events)
