"""robots: Simulated customers at a backend's door, until SIGTERM or the end of standard input."""

import argparse
import asyncio
import os
import random
import signal
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from server_stub.bootstrap.opening import Refused
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.setting_up import FileWrong, as_line
from server_stub.robots.door import Address
from server_stub.robots.room import Room
from server_stub.robots.scenario import AnyScenario
from server_stub.settings.scenario_file import read_folder

Say = Callable[[str], None]

_STANDARD_INPUT: Final = 0


def let_come(options: argparse.Namespace, tell: Say, *, resources: Path) -> None:
    """Let customers come until told to stop. Raises `Refused`, `FileWrong`."""
    scenarios = _scenarios(options.scenarios or resources / "scenarios")
    room = Room(
        _address(options.address),
        scenarios,
        customers=options.customers,
        speed=options.pace,
        chance=random.Random(options.seed),  # noqa: S311 (who comes when guards nothing)
        now_ms=WallClock().millis,
        tell=tell,
    )
    if not asyncio.run(_until_told(room)):
        raise Refused(
            "No scenario names a service and a topic that this backend has, so nobody comes. "
            "Write scenarios for its service model, and name their folder with --scenarios."
        )


async def _until_told(room: Room) -> bool:
    """Run until SIGTERM, Ctrl-C or the end of standard input: then everybody just closes her browser.

    False when nobody was left to come before that.
    """
    loop = asyncio.get_running_loop()
    told = asyncio.Event()

    def stop(*_: object) -> None:
        with suppress(RuntimeError):  # the loop may have ended by itself
            loop.call_soon_threadsafe(told.set)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    threading.Thread(target=_at_end_of_input, args=(stop,), name="end of input", daemon=True).start()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(room.run())
        waiting = tasks.create_task(told.wait())
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        running.cancel()
        waiting.cancel()
    return told.is_set()


def _at_end_of_input(stop: Callable[[], None]) -> None:
    # Read past Python's own buffer, whose lock a thread must not hold when the program ends.
    with suppress(OSError):
        while os.read(_STANDARD_INPUT, 4_096):
            pass
    stop()


def _address(text: str) -> Address:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise Refused(f"--address {text}: the address of a backend is expected, http://127.0.0.1:8765.")
    return Address(f"{parts.scheme}://{parts.netloc}", ssl.create_default_context())


def _scenarios(folder: Path) -> tuple[AnyScenario, ...]:
    read = read_folder(folder)
    if isinstance(read, tuple):
        return read
    raise FileWrong("\n".join(as_line(wrong.path, error) for wrong in read for error in wrong.errors))
