"""Wiring, by hand: net, store and vault under the desk, the desk under the windows.

The window is shown before the desk, HTTP, SQL and the keyring are imported: they come with the
first sign-in, off the window's thread. What is made of Qt comes after them, on it, a part at a time.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import Config
from app.notifying.bus_notifications import BusNotifications
from app.sound.player import SoundPlayer

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.sign_in import SignIn
    from app.domain.problems import Problem
    from app.net.transport import HttpGate
    from app.papers.guarded_pages import GuardedPages
    from app.ports import CounsellorFile, SignedIn
    from app.store.first_process import FirstProcess
    from app.ui.application import Tour
    from app.vault.keyring_secrets import KeyringSecrets

_log = logging.getLogger("vuoro")


class ComputerClock:
    """`ports.Clock`: both clocks of this computer."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait that long."""
        await asyncio.sleep(max(0.0, seconds))


class Connection:
    """`desk.sign_in.Connect`: makes the edges at the first sign-in, and closes them after the last."""

    def __init__(self, *, server: str, config: Config) -> None:
        """``server`` is the address of the backend; nothing is opened or imported yet."""
        self._server = server
        self._config = config
        self._clock = ComputerClock()
        self._gate: HttpGate | None = None
        self._secrets: KeyringSecrets | None = None
        self._sign_in: SignIn | None = None
        self._first: FirstProcess | None = None
        self._pages: GuardedPages | None = None
        self._may_be_left_signed_in = False
        self._importing: asyncio.Task[None] | None = None
        # One after the other: a sign-in at the heels of a signing out must not lose its token to it.
        self._turn = asyncio.Lock()

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        """Sign in; see `Connect`."""
        async with self._turn:
            return await (await self._ready()).sign_in(user_name=user_name, password=password)

    async def choose_password(self, *, user_name: str, one_time: str, own: str) -> Desk | Problem:
        """Choose her own password with a one-time one; see `Connect`."""
        async with self._turn:
            ready = await self._ready()
            return await ready.choose_password(user_name=user_name, one_time=one_time, own=own)

    async def resume(self) -> Desk | Problem | None:
        """Go on as whoever was signed in when the program was killed; see `Connect`."""
        self._may_be_left_signed_in = True
        async with self._turn:
            return await (await self._ready()).resume()

    async def sign_out(self) -> None:
        """Sign out and close every edge; a sign-in afterwards makes them anew. See `Connect`."""
        async with self._turn:
            if self._may_be_left_signed_in:
                # Somebody else did not wait until it was looked whether a sign-in is left: it is forgotten.
                self._may_be_left_signed_in = False
                await self._made_ready()
            sign_in, gate, secrets, first = self._sign_in, self._gate, self._secrets, self._first
            pages, self._pages = self._pages, None
            self._sign_in = self._gate = self._secrets = self._first = None
            try:
                # Each is closed whatever becomes of the others; what was made last goes first.
                async with AsyncExitStack() as closing:
                    if pages is not None:
                        closing.callback(pages.close)
                    if first is not None:
                        closing.callback(first.close)
                    if secrets is not None:
                        closing.callback(secrets.close)
                    if gate is not None:
                        closing.push_async_callback(gate.close)
                    if sign_in is not None:
                        closing.push_async_callback(sign_in.sign_out)
            except Exception as failure:
                _hear(failure, what="signing out met a fault")

    async def _made_ready(self) -> None:
        try:
            await self._ready()
        except Exception as failure:
            _hear(failure, what="what was left signed in could not be looked for")

    async def _ready(self) -> SignIn:
        if self._sign_in is None:
            if self._importing is None:
                # Once, whoever stops waiting for it: two threads that import the same see halves of modules.
                self._importing = asyncio.get_running_loop().create_task(import_work(), name="imports")
            await asyncio.shield(self._importing)
            self._sign_in = self._wired()
        return self._sign_in

    def _wired(self) -> SignIn:
        from app.desk.attachments import Papers
        from app.desk.sign_in import SignIn
        from app.net.client import Line, open_client
        from app.net.transport import HttpGate
        from app.papers.guarded_pages import GuardedPages
        from app.papers.saved_files import SavedFiles
        from app.store.device_id import device_id
        from app.store.first_process import FirstProcess
        from app.vault.keyring_secrets import KeyringSecrets
        from app.vault.no_secrets import NoSecrets

        line = Line(
            self._server,
            ca_file=self._config.ca_file,
            uses_system_proxy=self._config.uses_system_proxy,
        )
        # First what can fail: the next try must find neither a lock nor a keyring's thread of this one.
        client = open_client(line)
        self._secrets = KeyringSecrets()
        self._first = FirstProcess(self._config.data_dir)
        self._gate = HttpGate(
            client,
            secrets=self._secrets if self._first.is_first else NoSecrets(),
            clock=self._clock,
            device_id=device_id(self._config.data_dir),
        )
        self._pages = GuardedPages()
        return SignIn(
            gate=self._gate,
            open_file=partial(self._open_file, self._secrets),
            clock=self._clock,
            chance=random.SystemRandom(),
            on_failure=_hear,
            papers=Papers(self._pages, SavedFiles()),
        )

    async def _open_file(self, secrets: KeyringSecrets, signed_in: SignedIn) -> CounsellorFile:
        """Her own file on this computer; without a keyring that may be trusted, memory only, and why."""
        from app.domain.memory_only import Cause
        from app.ports import SecretsUnavailable
        from app.store.sqlite_store import open_store
        from app.vault.file_key import file_key

        staff_id = signed_in.staff.staff_id
        key: bytes | None = None
        cause = Cause.NO_KEYRING
        try:
            key = await file_key(secrets, staff_id=staff_id, device_secret=signed_in.device_secret)
        except SecretsUnavailable as unavailable:
            cause = unavailable.cause
            _log.warning("drafts are kept in memory only: no keyring (%s)", unavailable)
        store = await open_store(
            self._config.data_dir, staff_id=staff_id, key=key, now=self._clock.now(), no_key=cause
        )
        if store.opening.quarantined is not None:
            _log.warning("an unreadable file was put aside as %s", store.opening.quarantined.name)
        if store.opening.memory_only is not None:
            _log.warning("drafts are kept in memory only: %s", store.opening.memory_only)
        return store


async def import_work() -> None:
    """Import what the work needs: what takes long off this thread, then what is made of Qt on it."""
    await asyncio.to_thread(_import_edges)
    from app.ui.work_imports import STEPS

    for step in STEPS:
        step()
        await asyncio.sleep(0)


def _import_edges() -> None:
    """What takes long and knows nothing of Qt."""
    import app.desk.announcing
    import app.desk.sign_in
    import app.desk.views
    import app.net.transport
    import app.papers.guarded_pages
    import app.papers.saved_files
    import app.store.first_process
    import app.store.sqlite_store
    import app.vault.file_key
    import app.vault.no_secrets  # noqa: F401


def run_windows(
    config: Config, *, server: str, resources: Path, tour: Tour | None = None, resumes: bool = True
) -> int:
    """Show the windows over this backend until the last is closed; the exit code.

    ``tour`` drives them instead of a person. ``resumes``: go on first where a killed program stopped. Raises
    `UntrustedAuthority` (`net.trust`) before anything is shown.
    """
    from app.net.trust import check_authorities
    from app.ui.application import run

    if config.ca_file is not None:
        check_authorities(config.ca_file)

    clock = ComputerClock()
    return run(
        sys.argv[:1],
        connect=Connection(server=server, config=config),
        now=clock.now,
        resources=resources,
        server=server,
        sounds=SoundPlayer(resources / "sounds"),
        notifications=BusNotifications(program="Vuoro", icon=resources / "icons" / "vuoro.svg"),
        language=config.language,
        theme=config.theme,
        tour=tour,
        resumes=resumes,
    )


def practise(
    config: Config, *, resources: Path, pictures: Path | None, pace: float = 1.0, model: Path | None = None
) -> int:
    """A practice backend with simulated customers, and the windows over it; the exit code.

    ``pace``: how many times as fast as people the customers are; a tour has a pace of its own.
    ``model``: a service model to try before it is used (R143). Nobody is simulated then: whoever tries it
    writes as a customer on its page, whose address is told.
    With ``pictures`` nobody is at the desk: it is played through and pictures are saved there. Raises
    `PracticeFailed`.
    """
    from app.demo.backend import PracticeBackend
    from app.demo.cast import at_pace
    from app.demo.screen import imagined_screen
    from app.demo.sitting_down import sit_down
    from app.demo.tour import PictureTour

    backend = PracticeBackend()
    try:
        practice = backend.start(model=model)
        mine = replace(config, data_dir=backend.folder / "desk", uses_system_proxy=False, ca_file=None)
        drive: Tour
        if pictures is None:
            if model is None:
                backend.let_customers_in(practice, words=at_pace(pace))
            else:
                _say(f"The customer page: {practice.address}/")
            drive = partial(sit_down, practice=practice)
        else:
            # Pictures are made without a screen, also where there is one.
            os.environ["QT_QPA_PLATFORM"] = imagined_screen(backend.folder)
            drive = PictureTour(
                practice, pictures=pictures, backend=backend, scenarios=resources / "scenarios", tell=_say
            ).play
        # A practice begins afresh: nobody's work was left behind in it.
        return run_windows(mine, server=practice.address, resources=resources, tour=drive, resumes=False)
    finally:
        backend.stop()


def _say(line: str) -> None:
    print(line, flush=True)


def _hear(failure: BaseException, *, what: str = "the desk stopped working") -> None:
    """A fault of ours. Its text may hold what somebody wrote: only its kind is told."""
    _log.error("%s: %s", what, type(failure).__name__)
