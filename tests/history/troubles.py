"""What can go wrong during a day: the backend dies, the line is cut, requests are repeated and come late."""

import asyncio
import json
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import httpx

from tests.history.day import Day, Trouble
from tests.history.people import Counsellor, Customer
from tests.support.line import Way
from tests.support.rig import NotStarted

T = TypeVar("T")
LONGEST_CUT_S = 1.0
RIGGED = "tests.history.rigged"


async def nothing(day: Day) -> None:
    """A good day."""


def killed_at_points(*deaths: str, bug: str | None = None) -> Trouble:
    """The backend dies at each of these points in turn (POINT:N) and is started anew, `bug` and all.

    It was started with the first of them. In the end it has died as often as there are deaths.
    """
    rigging = ("--bug", bug) if bug else ()

    async def trouble(day: Day) -> None:
        for next_death in (*deaths[1:], None):
            await _until(day.rig.has_ended)
            day.faults += 1
            more = ("--die-at", next_death) if next_death else ()
            try:
                await asyncio.to_thread(day.rig.start, *rigging, *more, module=RIGGED)
            except NotStarted as failure:
                # People are at the door before it has said that it listens: it may die before it says so.
                if failure.status != -signal.SIGKILL:
                    raise

    return trouble


def cut(*ways: Way) -> Trouble:
    """The line goes dead this way and that, for a moment each, and comes back."""

    async def trouble(day: Day) -> None:
        for way in ways:
            await asyncio.sleep(0.05 + day.random.random() * 0.2)
            day.line.cut(way)
            day.faults += 1
            await asyncio.sleep(0.1 + day.random.random() * 0.3)
            day.line.mend()

    return trouble


def answers_lost(times: int) -> Trouble:
    """What is answered is swallowed until a message is stored and nobody has heard of it."""

    async def trouble(day: Day) -> None:
        while day.faults < times:
            await _found(lambda: next((c for c in day.customers if _is_talking(c)), None))
            day.line.cut("down")
            # Everybody may just be doing something else, and stays at it until answered: then once more.
            with suppress(TimeoutError):
                async with asyncio.timeout(LONGEST_CUT_S):
                    await _until(lambda: _has_accepted_a_message(bytes(day.line.lost)))
                day.faults += 1
            day.line.mend()

    return trouble


def reading_late(times: int, *, messages: int = 3) -> Trouble:
    """A customer hears nothing while she writes, and is told afterwards what she has missed."""

    async def trouble(day: Day) -> None:
        tried: list[Customer] = []
        while day.faults < times:
            # Each once: whoever was told late may go on believing that she can write.
            customer = await _found(lambda: next((c for c in day.customers if _may_try(c, tried)), None))
            tried.append(customer)
            await customer.stop_following()
            written = [await customer.write(day.words()) for _ in range(messages)]
            customer.follow()
            day.faults += all(operation.outcome == "ok" for operation in written)

    return trouble


def claimed_by_two(times: int) -> Trouble:
    """Two counsellors take the same customer at once."""

    async def trouble(day: Day) -> None:
        while day.faults < times:
            conversation_id, both = await _found(lambda: _waits_before_two(day))
            await asyncio.gather(*(counsellor.claim(conversation_id) for counsellor in both))
            day.faults += 1

    return trouble


def repeated_and_late(requests: int) -> Trouble:
    """Somebody's proxy sends each command again, at once or much later, also after others have gone by."""

    async def trouble(day: Day) -> None:
        kept: list[httpx.Request] = []

        async def keep(request: httpx.Request) -> None:
            if request.url.path.endswith("/commands"):
                kept.append(request)

        for person in (*day.staff, *day.customers):
            person.client.event_hooks["request"].append(keep)
        async with httpx.AsyncClient(timeout=5) as proxy:
            for _ in range(requests):
                await day.breathe(0.02)
                for person in day.customers:
                    if keep not in person.client.event_hooks["request"]:
                        person.client.event_hooks["request"].append(keep)
                if kept:
                    await _again(proxy, day.random.choice(kept), times=day.random.randint(1, 4))
                    day.faults += 1

    return trouble


async def _again(proxy: httpx.AsyncClient, request: httpx.Request, *, times: int) -> None:
    headers = {name: value for name, value in request.headers.items() if name != "content-length"}
    copies = (proxy.post(str(request.url), content=request.content, headers=headers) for _ in range(times))
    for answer in await asyncio.gather(*copies, return_exceptions=True):
        if isinstance(answer, BaseException) and not isinstance(answer, httpx.HTTPError):
            raise answer


def _has_accepted_a_message(answers: bytes) -> bool:
    """Whether one of the answers says that a message has its place in a conversation."""
    told = [json.loads(answer) for answer in re.findall(rb'{[^{}]*"outcome":"accepted"[^{}]*}', answers)]
    return any(answer["seq"] is not None for answer in told)


def _is_talking(customer: Customer) -> bool:
    """Whether she can write now."""
    return (customer.view.conversation or {}).get("state") in ("waiting", "held")


def _may_try(customer: Customer, tried: list[Customer]) -> bool:
    """Whether she can write and nothing has been tried with her."""
    return customer not in tried and _is_talking(customer)


def _waits_before_two(day: Day) -> tuple[str, list[Counsellor]] | None:
    """A waiting customer, and two who see her wait."""
    seen: dict[str, list[Counsellor]] = {}
    for counsellor in day.staff:
        for head in counsellor.waiting():
            seen.setdefault(head["conversation_id"], []).append(counsellor)
    return next(((found, both[:2]) for found, both in seen.items() if len(both) > 1), None)


async def _found(look: Callable[[], T | None]) -> T:
    """What is looked for, once it is there."""
    while (found := look()) is None:  # noqa: ASYNC110 (whoever comes next is not known yet)
        await asyncio.sleep(0.005)
    return found


async def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():  # noqa: ASYNC110 (a process tells nobody when it dies)
        await asyncio.sleep(0.01)
