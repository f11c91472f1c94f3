"""A refresh whose answer is lost signs nobody out: the workstation's own line and renewal, a whole backend.

The backend runs in this process behind its gate; the line loses answers after the backend has given them.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from app.domain.problems import Problem, ProblemCode
from app.net.credentials import REFRESH_PATH
from app.net.transport import HttpGate
from app.ports import LineLost, SignedIn
from app.sync.renewal import Renewal
from tests.support.doors_room import DEVICE, ORIGIN, PASSWORD, DoorsRoom, a_doors_room
from tests.support.fakes import FakeClock

pytestmark = [pytest.mark.journey, pytest.mark.asyncio]


class LosingLine(httpx.AsyncBaseTransport):
    """Carries every request to the backend, and loses the answers to the next refreshes."""

    def __init__(self, room: DoorsRoom) -> None:
        self._to_backend = httpx.ASGITransport(app=room.backend.gate)  # type: ignore[arg-type]
        self.answers_to_lose = 0
        self.refreshes = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._to_backend.handle_async_request(request)
        if request.url.path == REFRESH_PATH:
            self.refreshes += 1
            if self.answers_to_lose:
                self.answers_to_lose -= 1
                raise httpx.ReadError("cut", request=request)
        return answer


@dataclass
class Keyring:
    """What this computer's keyring holds."""

    kept: dict[str, str] = field(default_factory=dict)

    async def get(self, name: str) -> str | None:
        return self.kept.get(name)

    async def put(self, name: str, value: str) -> None:
        self.kept[name] = value

    async def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class Desk:
    """Maija's workstation as far as the line goes, and the backend at the other end."""

    def __init__(self, room: DoorsRoom) -> None:
        self.room = room
        self.line = LosingLine(room)
        self.clock = FakeClock(datetime.fromtimestamp(room.clock.millis() / 1000, UTC))
        self.keyring = Keyring()
        self.gates: list[HttpGate] = []
        self.gate = self.start()

    def start(self, keyring: Keyring | None = None) -> HttpGate:
        """The program starts; what is in the keyring is there still."""
        client = httpx.AsyncClient(transport=self.line, base_url=ORIGIN)
        secrets = keyring or self.keyring
        self.gates.append(HttpGate(client, secrets=secrets, clock=self.clock, device_id=DEVICE))
        return self.gates[-1]

    async def pass_time(self, seconds: float) -> None:
        """On both sides."""
        self.room.clock.advance(seconds=seconds)
        await self.clock.advance(seconds)

    def is_theft_told(self) -> bool:
        return bool(self.room.events.named("refresh_token_used_twice"))


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with a_doors_room(tmp_path) as room:
        made = Desk(room)
        assert isinstance(await made.gate.sign_in(room.account(), PASSWORD), SignedIn)
        yield made
        for gate in made.gates:
            await gate.close()


async def test_one_lost_answer_is_asked_for_again_at_once(desk: Desk) -> None:
    desk.line.answers_to_lose = 1
    assert await Renewal(desk.gate).renew(0)
    assert desk.line.refreshes == 2
    assert not desk.is_theft_told()
    await desk.pass_time(20 * 60)
    await desk.gate.snapshot()


async def test_lost_answers_while_the_line_is_bad_are_made_good_when_it_is_better(desk: Desk) -> None:
    renewal = Renewal(desk.gate)
    desk.line.answers_to_lose = 4
    for _ in range(2):
        with pytest.raises(LineLost):
            await renewal.renew(0)
        await desk.pass_time(20)
    assert await renewal.renew(0)
    await desk.gate.snapshot()
    assert not desk.is_theft_told()


async def test_a_token_that_ran_out_while_its_answer_was_lost_is_renewed_by_the_next_request(
    desk: Desk,
) -> None:
    await desk.pass_time(14 * 60 + 30)
    desk.line.answers_to_lose = 2
    await desk.gate.snapshot()
    await desk.pass_time(40)
    await desk.gate.snapshot()
    assert not desk.is_theft_told()


async def test_a_program_that_dies_before_it_has_the_answer_goes_on_as_her(desk: Desk) -> None:
    desk.line.answers_to_lose = 2
    with pytest.raises(LineLost):
        await desk.gate.refresh()
    again = desk.start()
    assert isinstance(await again.resume(), SignedIn)
    await again.snapshot()
    assert not desk.is_theft_told()


async def test_a_copied_token_still_ends_everything_once_its_successor_is_seen(desk: Desk) -> None:
    thief = desk.start(Keyring(dict(desk.keyring.kept)))
    assert await desk.gate.refresh()
    await desk.gate.snapshot()
    refused = await thief.resume()
    assert isinstance(refused, Problem)
    assert refused.code is ProblemCode.SIGNED_OUT
    assert desk.is_theft_told()
    assert await desk.gate.refresh() is False
