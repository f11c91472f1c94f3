"""sending: A command on its way: made once, the same bytes and the same id until the outcome is known."""

import asyncio
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass

from server_stub.robots.answers import Accepted, Later, Refused, SignedOut, Unknown
from server_stub.robots.door import Door
from server_stub.robots.patience import delay_s

Known = Accepted | Refused | SignedOut


@dataclass(frozen=True, slots=True)
class Command:
    """An intent and the very bytes that carry it."""

    command_id: str
    body: bytes


def make_command(door: Door, kind: str, keys: Mapping[str, object]) -> Command:
    """What she has just decided to do."""
    command_id = door.new_command_id()
    told = {"type": kind, "command_id": command_id, **keys}
    return Command(command_id, json.dumps(told, ensure_ascii=False).encode())


async def deliver(door: Door, command: Command, chance: random.Random) -> Known:
    """Send until the outcome is known, however long the backend is away (CONTRACT.md section 3)."""
    failures = 0
    while True:
        outcome = await door.send(command.body, command.command_id)
        match outcome:
            case Accepted() | Refused() | SignedOut():
                return outcome
            case Later(seconds):
                await asyncio.sleep(delay_s(1, chance, asked_s=seconds))
            case Unknown():
                failures += 1
                await asyncio.sleep(delay_s(failures, chance))
