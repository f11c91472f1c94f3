"""The whole backend in this process, behind its gate, on a clock set by hand; requests without a socket."""

import itertools
import secrets
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from server_stub.bootstrap.opening import open_database
from server_stub.bootstrap.wiring import Address, Backend
from server_stub.console.setting_up import create_database, read_model
from server_stub.identity.passwords import Passwords
from server_stub.records import service_models, staff
from server_stub.records.database import Database
from server_stub.settings.resources import find_resources
from server_stub.settings.settings import Settings, read_settings
from tests.support.backend import MODEL, ORDINARY
from tests.support.counter_room import HandClock

ORIGIN = "http://127.0.0.1:8765"
DEVICE = "0123456789abcdef0123456789abcdef"
PASSWORD = "kolme hiljaista saunaa"
SOMEBODY_ELSE = "f" * 32
TOPIC_QUEUE = "#soshON_perheasiat_chat"
OF_A_CONVERSATION = {
    *("WriteMessage", "MarkRead", "EndConversation", "DeclineIdentification", "DecideEarlierLines"),
    *("AnswerConsent", "WithdrawConsent", "RequestTranscript", "SendAttachment"),
    "GiveFeedback",
}
OTHER_QUEUE = "#soshON_vammaispalvelut_chat"


@dataclass
class Events:
    """What the backend said happened."""

    lines: list[tuple[str, dict[str, str | int]]] = field(default_factory=list)

    def __call__(self, event: str, **ids: str | int) -> None:
        self.lines.append((event, ids))

    def named(self, event: str) -> list[dict[str, str | int]]:
        return [ids for name, ids in self.lines if name == event]


@dataclass
class Customer:
    """Somebody at the page: her browser's cookies and the page's token."""

    browser: httpx.AsyncClient
    page_token: str = ""
    conversation_id: str = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Origin": ORIGIN, "X-Page-Token": self.page_token}

    async def post(self, path: str, body: object, **headers: str) -> httpx.Response:
        return await self.browser.post(path, json=body, headers={**self.headers, **headers})

    async def command(self, kind: str, **keys: object) -> httpx.Response:
        """One command; of the conversation her window shows, where it is about one."""
        about = {"conversation_id": self.conversation_id} if kind in OF_A_CONVERSATION else {}
        body = {"type": kind, "command_id": secrets.token_hex(16), **about, **keys}
        return await self.post("/api/v1/customer/commands", body)


class DoorsRoom:
    """A backend, its clock, its database, and ways to come in."""

    def __init__(self, backend: Backend, database: Database, settings: Settings) -> None:
        self.backend = backend
        self.database = database
        self.settings = settings
        self.clock = HandClock()
        self.events = Events()
        self.passwords = Passwords(settings.passwords)
        self._names = itertools.count()
        self._browsers: list[httpx.AsyncClient] = []

    def browser(self) -> httpx.AsyncClient:
        """A client with cookies of its own."""
        transport = httpx.ASGITransport(app=self.backend.gate)  # type: ignore[arg-type]
        client = httpx.AsyncClient(transport=transport, base_url=ORIGIN)
        self._browsers.append(client)
        return client

    def account(
        self, *, roles: Iterable[str] = ("advice_counsellor",), queues: Iterable[str] = (TOPIC_QUEUE,)
    ) -> str:
        """A new account; its name."""
        name = f"neuvoja{next(self._names)}"
        with self.database.writing() as connection:
            staff.add(
                connection,
                staff.NewAccount(
                    staff_id=secrets.token_hex(16),
                    user_name=name,
                    display_name=name.capitalize(),
                    password_hash=self.passwords.hash_now(PASSWORD),
                    capacity=5,
                    roles=frozenset(roles),
                    queues=frozenset(queues),
                ),
                now=self.clock.millis(),
            )
        return name

    def disable(self, name: str) -> None:
        """Shut an account, as `user disable` does beside the running backend."""
        with self.database.writing() as connection:
            staff.disable(connection, name, now=self.clock.millis())

    def entitle(self, name: str, *, roles: Iterable[str], queues: Iterable[str]) -> None:
        """Other rights, as `user change` gives them."""
        with self.database.writing() as connection:
            staff.entitle(connection, name, roles=roles, queues=queues, capacity=5)

    async def sign_in(self, name: str, password: str = PASSWORD, *, device: str = DEVICE) -> httpx.Response:
        """An attempt to sign in."""
        body = {"user_name": name, "password": password, "device_id": device}
        return await self.browser().post("/api/v1/staff/sign-in", json=body)

    async def bearer(self, name: str) -> dict[str, str]:
        """The header of somebody who has signed in."""
        answer = await self.sign_in(name)
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    async def session(self) -> Customer:
        """A customer with a session."""
        browser = self.browser()
        answer = await browser.post("/api/v1/customer/session", json={}, headers={"Origin": ORIGIN})
        assert answer.status_code == 200, answer.text
        return Customer(browser, answer.json()["page_token"])

    async def waiting(self, text: str = "Mistä haen tukea?") -> Customer:
        """A customer who waits in `TOPIC_QUEUE`."""
        customer = await self.session()
        entry = (await customer.browser.get("/api/v1/customer/entry")).json()
        answer = await customer.command(
            "OpenConversation",
            service_id=entry["services"][0]["service_id"],
            topic_id="perhe",
            finer_topic_id=None,
            language="fi",
            text=text,
            notice_version=entry["services"][0]["notice"]["notice_version"],
        )
        assert answer.status_code == 200, answer.text
        customer.conversation_id = answer.json()["conversation_id"]
        return customer

    async def claimed(self, customer: Customer, headers: dict[str, str]) -> None:
        """A counsellor claims her."""
        answer = await self.staff_command(headers, "ClaimWaiting", conversation_id=customer.conversation_id)
        assert answer.status_code == 200, answer.text

    async def staff_command(self, headers: dict[str, str], kind: str, **keys: Any) -> httpx.Response:
        """One command of staff."""
        body = {"type": kind, "command_id": secrets.token_hex(16), **keys}
        return await self.browser().post("/api/v1/staff/commands", json=body, headers=headers)

    async def close(self) -> None:
        """Give the clients back."""
        for browser in self._browsers:
            await browser.aclose()
        self.passwords.close()


@asynccontextmanager
async def a_doors_room(
    folder: Path, *settings: str, template: Path | None = None
) -> AsyncIterator[DoorsRoom]:
    """The backend on a new SQLCipher file, or a copy of `template`'s; `settings` as for `--set`."""
    flags = dict(one.split("=", 1) for one in (*ORDINARY, *settings))
    made = read_settings(file=None, environment={}, flags={"database": str(folder / "vuoro.db"), **flags})
    assert isinstance(made, Settings), made
    if template is None:
        create_database(made, read_model(MODEL))
    else:
        shutil.copytree(template, folder, dirs_exist_ok=True)
    database = open_database(made)
    clock, events = HandClock(), Events()
    with database.writing() as connection:
        # It was made by the clock on the wall, and lives by another.
        service_models.activate(connection, 1, now=clock.millis())
    backend = Backend(
        made,
        database,
        resources=find_resources(),
        address=Address("127.0.0.1", 8765),
        alarm=events,
        clock=clock,
        monotonic=lambda: clock.millis() / 1000,
    )
    room = DoorsRoom(backend, database, made)
    room.clock, room.events = clock, events
    await backend.start()
    try:
        yield room
    finally:
        await room.close()
        await backend.stop()
        database.close()
