"""A simulated customer who asks to be called: one request, looked at until it is closed, then she is gone."""

import asyncio
import json
import random
from typing import Any

import pytest

from server_stub.robots import caller
from server_stub.robots.answers import Accepted, Outcome, Refused, Told
from server_stub.robots.caller import Caller, NotTaken
from server_stub.robots.door import LineLost, SessionLost
from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.scenario import CallbackForm, CallScenario

SCENARIO = CallScenario(
    "koe", "sv", "neuvonta", "muu", CallbackForm("forenoon", may_leave_voicemail=True, text="En sak")
)
OPEN: Told = {"callback": {"state": "open"}}


class Requests:
    """A door that gives these answers when the page is looked at."""

    def __init__(self, *looks: Told | Exception, outcome: Outcome | None = None) -> None:
        self.sent: list[dict[str, Any]] = []
        self.looks = list(looks)
        self._outcome = outcome or Accepted({})

    def new_command_id(self) -> str:
        return f"{len(self.sent):032}"

    async def begin_session(self) -> None:
        """There is one."""

    async def send(self, body: bytes, command_id: str) -> Outcome:
        self.sent.append(json.loads(body))
        return self._outcome

    async def snapshot(self) -> Told:
        look = self.looks.pop(0)
        if isinstance(look, Exception):
            raise look
        return look


def visited(requests: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller, "LOOKS_EVERY_S", 0)
    chance = random.Random(1)
    pace = Pace(speed=1_000, chance=chance)
    person = Caller(SCENARIO, requests, pace=pace, chance=chance, numbers=MadeUpNumbers(chance))
    asyncio.run(person.visit())


def test_she_asks_once_and_looks_until_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = Requests(OPEN, LineLost(), {"callback": "?"}, OPEN, {"callback": {"state": "closed"}}, OPEN)
    visited(requests, monkeypatch)
    (sent,) = requests.sent
    assert sent.pop("phone").startswith("+46 70 174 06")
    del sent["command_id"]
    assert sent == {
        "type": "RequestCallback",
        "service_id": "neuvonta",
        "topic_id": "muu",
        "language": "sv",
        "wish": "forenoon",
        "may_leave_voicemail": True,
        "booked_from": None,
        "text": "En sak",
    }
    assert requests.looks == [OPEN]


@pytest.mark.parametrize("look", [{"callback": None}, SessionLost()])
def test_what_is_not_known_any_more_is_closed(look: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    requests = Requests(look)
    visited(requests, monkeypatch)
    assert requests.looks == []


def test_a_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotTaken, match="unknown_topic"):
        visited(Requests(outcome=Refused("unknown_topic")), monkeypatch)
