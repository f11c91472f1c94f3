"""A customer whose page closes in the middle: nothing is open while she is gone; then she goes on."""

import asyncio
import json
import random
from collections.abc import AsyncGenerator
from typing import Any

from server_stub.robots.answers import Accepted, Told
from server_stub.robots.customer import Customer
from server_stub.robots.door import Event, StreamedFact
from server_stub.robots.entry import CustomerEntry
from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.scenario import Ending, Scenario, Turn

ENTRY = CustomerEntry(
    typing_every_s=1,
    read_every_s=0,
    topics={},
    notice_versions={"neuvonta": 1},
    is_open=frozenset({"neuvonta"}),
)
SCENARIO = Scenario(
    "koe",
    "fi",
    "neuvonta",
    "muu",
    "Hei",
    (Turn("Tulin takaisin", after_silence_s=20, gone_for_s=240),),
    Ending("customer", "Kiitos"),
)


class OneConversation:
    """A door behind which a counsellor has claimed her already; what happens is written down."""

    def __init__(self) -> None:
        self.happened: list[str] = []
        self._cursor = 1
        self._facts: asyncio.Queue[Event] = asyncio.Queue()

    def new_command_id(self) -> str:
        return f"{len(self.happened):032}"

    async def begin_session(self) -> None:
        """There is one."""

    async def tell_typing(self, conversation_id: str) -> None:
        """Nobody looks."""

    async def snapshot(self) -> Told:
        conversation = {"conversation_id": "c", "state": "held", "last_seq": 1, "read_by_customer": 1}
        conversation |= {"identification": {"earlier_lines": None}}
        return {"cursor": 1, "conversation": conversation, "messages": [], "consents": []}

    async def send(self, body: bytes, command_id: str) -> Accepted:
        sent: dict[str, Any] = json.loads(body)
        self.happened.append(f"{sent['type']} {sent.get('text', '')}".strip())
        seq = self._cursor + 1
        if sent["type"] == "WriteMessage":
            self._tell({"type": "MessageWritten", "by": "customer", "seq": seq})
            if sent["text"] == "Tulin takaisin":
                self._tell({"type": "MessageWritten", "by": "counsellor", "seq": seq + 1, "text": "Hyvä"})
        if sent["type"] == "EndConversation":
            self._tell({"type": "ConversationEnded"})
        return Accepted({"seq": seq})

    async def events(self, cursor: int) -> AsyncGenerator[Event, None]:
        self.happened.append("the page is open")
        try:
            while True:
                yield await self._facts.get()
        finally:
            self.happened.append("the page is closed")

    def _tell(self, fact: dict[str, Any]) -> None:
        before, self._cursor = self._cursor, self._cursor + 1
        self._facts.put_nowait(StreamedFact(self._cursor, before, {"conversation_id": "c", **fact}))


def test_her_page_is_closed_while_she_is_gone_and_then_she_goes_on() -> None:
    door: Any = OneConversation()
    chance = random.Random(1)
    customer = Customer(
        SCENARIO,
        door,
        pace=Pace(speed=10_000, chance=chance),
        chance=chance,
        numbers=MadeUpNumbers(chance),
        tell=print,
    )
    asyncio.run(customer.visit(ENTRY))
    deeds = [one for one in door.happened if not one.startswith("MarkRead")]
    assert deeds == [
        "OpenConversation Hei",
        "the page is open",
        "the page is closed",
        "the page is open",
        "WriteMessage Tulin takaisin",
        "WriteMessage Kiitos",
        "EndConversation",
        "the page is closed",
    ]
