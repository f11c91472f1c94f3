"""A gate to a small real server, with a clock set by hand and a keyring in memory."""

from collections.abc import AsyncIterator

import pytest_asyncio

from app.net.client import Line, open_client
from app.net.stream import Patience
from app.net.transport import HttpGate
from app.ports import SignedIn
from tests.net.loopback import Loopback, answer, example
from tests.support.fakes import FakeClock

DEVICE = "d" * 32


class MemorySecrets:
    """A keyring of the test's own."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        return self.kept.get(name)

    async def put(self, name: str, value: str) -> None:
        self.kept[name] = value

    async def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class Workstation:
    """A gate and what stands around it."""

    def __init__(self, backend: Loopback) -> None:
        self.backend = backend
        self.clock = FakeClock()
        self.secrets = MemorySecrets()
        self.gates: list[HttpGate] = []
        self.gate = self.start()

    def start(self, *, patience: Patience | None = None, answer_s: float = 60.0) -> HttpGate:
        """The program starts; what is in the keyring is there still.

        Patience is real time: short in a test only where the thing waited for never comes.
        """
        line = Line(self.backend.url, uses_system_proxy=False, answer_s=answer_s)
        self.gate = HttpGate(
            open_client(line),
            secrets=self.secrets,
            clock=self.clock,
            device_id=DEVICE,
            patience=patience or Patience(first_event_s=60.0, silence_s=60.0, poll_answer_s=60.0),
        )
        self.gates.append(self.gate)
        return self.gate

    async def sign_in(self) -> SignedIn:
        signed_in = await self.gate.sign_in("maija", "a password")
        assert isinstance(signed_in, SignedIn)
        return signed_in


@pytest_asyncio.fixture
async def backend() -> AsyncIterator[Loopback]:
    async with Loopback() as running:
        running.plan("/api/v1/version", answer(example("Version")))
        running.plan("/api/v1/staff/sign-in", answer(example("SignedIn")))
        yield running


@pytest_asyncio.fixture
async def workstation(backend: Loopback) -> AsyncIterator[Workstation]:
    station = Workstation(backend)
    yield station
    for gate in station.gates:
        await gate.close()
