"""Robots as a process at a real backend, scenarios of the test's own, and a counsellor who answers them."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO, Any

import httpx

from tests.history.operations import OperationLog
from tests.history.people import Counsellor
from tests.support.backend import ROOT, RunningBackend

ENDS_WITHIN_S = 10
SHORT = """\
format: 1
id: {name}
title: {{fi: Koe, sv: Prov, en: Trial}}
language: {language}
service: neuvonta
topic: {topic}
first_words: {first_words}
turns: {turns}
ending: {ending}
patience_min: {patience_min}
"""


def a_scenario(
    folder: Path,
    name: str = "koe",
    *,
    first_words: str = "Hei, yksi asia",
    turns: tuple[str, ...] = ("Vastaus",),
    ending: str = "{by: customer, text: Kiitos}",
    language: str = "fi",
    more: str = "",
    patience_min: int = 240,
    topic: str = "toimeentulo",
) -> None:
    """Write a scenario file."""
    folder.mkdir(exist_ok=True)
    listed = "[" + ", ".join(f'"{turn}"' for turn in turns) + "]"
    text = SHORT.format(
        name=name,
        language=language,
        first_words=first_words,
        turns=listed,
        ending=ending,
        patience_min=patience_min,
        topic=topic,
    )
    (folder / f"{name}.yaml").write_text(text + more, encoding="utf-8")


CALL = """\
format: 1
id: soitto
title: {{fi: Koe, sv: Prov, en: Trial}}
language: sv
service: neuvonta
topic: perhe
callback: {{wish: {wish}, may_leave_voicemail: yes, text: "{text}"}}
"""


def a_call_scenario(folder: Path, *, wish: str = "forenoon", text: str = "Om skolan") -> None:
    """Write the file of somebody who only asks to be called."""
    folder.mkdir(exist_ok=True)
    (folder / "soitto.yaml").write_text(CALL.format(wish=wish, text=text), encoding="utf-8")


async def requests_left(counsellor: Counsellor, count: int) -> list[dict[str, Any]]:
    """The callback requests left since she signed in, as soon as there are so many."""

    def left() -> list[dict[str, Any]]:
        facts = [taken.fact for taken in counsellor.view.taken if taken.fact["type"] == "CallbackRequested"]
        return [fact["callback"] for fact in facts] if len(facts) >= count else []

    return await counsellor.until(left)


@contextmanager
def robots(
    address: str, scenarios: Path, *, customers: int = 1, pace: int = 200
) -> Iterator["subprocess.Popen[str]"]:
    """Robots at this address; killed at the end if they still run."""
    words = ["robots", "--address", address, "--scenarios", str(scenarios), "--seed", "7"]
    process = subprocess.Popen(
        [sys.executable, "-m", "server_stub", *words, "--customers", str(customers), "--pace", str(pace)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=ENDS_WITHIN_S)
        for pipe in (process.stdin, process.stdout, process.stderr):
            _close(pipe)


def _close(pipe: IO[str] | None) -> None:
    if pipe is not None:
        pipe.close()


def said_by(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Close its standard input; what it had said on standard output and standard error when it ended."""
    return process.communicate(timeout=ENDS_WITHIN_S)


@asynccontextmanager
async def a_counsellor(backend: RunningBackend) -> AsyncIterator[Counsellor]:
    """The first counsellor of the backend, signed in and following."""
    account = backend.counsellors[0]
    client = httpx.AsyncClient(base_url=backend.base_url, trust_env=False, timeout=60)
    counsellor = Counsellor(
        account.display_name,
        client,
        OperationLog(),
        user_name=account.user_name,
        password=account.password,
    )
    await counsellor.begin()
    try:
        yield counsellor
    finally:
        await counsellor.leave()


async def claims(counsellor: Counsellor, first_words: str) -> str:
    """Claim whoever has come with these words, as soon as somebody has; the conversation's id."""
    return await claims_somebody(counsellor, lambda head: head["last_line"] == first_words)


async def claims_somebody(counsellor: Counsellor, is_she: Callable[[dict[str, Any]], bool]) -> str:
    """Claim whoever this is said of, as soon as somebody has come; the conversation's id."""
    waiting = await counsellor.until(lambda: [head for head in counsellor.waiting() if is_she(head)])
    conversation_id = str(waiting[0]["conversation_id"])
    operation = await counsellor.claim(conversation_id)
    assert operation.outcome == "ok", operation
    await counsellor.until(lambda: conversation_id in counsellor.view.windows)
    return conversation_id


def waits_with(counsellor: Counsellor, first_words: str) -> list[dict[str, Any]]:
    """Those who wait and have said this."""
    return [head for head in counsellor.waiting() if head["last_line"] == first_words]


async def hears(counsellor: Counsellor, conversation_id: str, lines: int) -> list[dict[str, Any]]:
    """The customer's messages, as soon as there are so many."""

    def said() -> list[dict[str, Any]]:
        window = counsellor.view.windows.get(conversation_id, {})
        own = [window[seq] for seq in sorted(window) if window[seq]["by"] == "customer"]
        return own if len(own) >= lines else []

    return await counsellor.until(said)


async def answers(counsellor: Counsellor, conversation_id: str, text: str) -> None:
    """Write to the customer."""
    operation = await counsellor.write(counsellor.view.heads[conversation_id], text)
    assert operation.outcome == "ok", operation


async def sees_it_end(counsellor: Counsellor, conversation_id: str) -> dict[str, Any]:
    """The head, once the customer has ended the conversation."""

    def ended() -> dict[str, Any] | None:
        head = counsellor.view.heads[conversation_id]
        return head if head["state"] == "ended" else None

    head = await counsellor.until(ended)
    assert head is not None
    return head


async def in_thread(deed: Any) -> Any:
    """A deed that blocks, such as starting a backend, beside the stream that goes on."""
    return await asyncio.to_thread(deed)
