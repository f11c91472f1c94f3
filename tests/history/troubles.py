"""What can go wrong during a day: the backend dies, the line is cut, requests are repeated and come late."""

import asyncio
from collections.abc import Callable

import httpx

from tests.history.day import Day, Trouble
from tests.support.line import Way

RIGGED = "tests.history.rigged"


async def nothing(day: Day) -> None:
    """A good day."""


def killed_at_points(*deaths: str, bug: str | None = None) -> Trouble:
    """The backend dies at each of these points in turn (POINT:N) and is started anew, `bug` and all."""
    rigging = ("--bug", bug) if bug else ()

    async def trouble(day: Day) -> None:
        for next_death in (*deaths[1:], None):
            await _until(day.rig.has_ended, unless=lambda: day.is_over)
            if not day.rig.has_ended():
                return
            more = ("--die-at", next_death) if next_death else ()
            await asyncio.to_thread(day.rig.start, *rigging, *more, module=RIGGED)

    return trouble


def killed_sometimes(times: int, *, bug: str | None = None) -> Trouble:
    """SIGKILL at moments of no importance, and a new start each time."""
    rigging = ("--bug", bug) if bug else ()

    async def trouble(day: Day) -> None:
        for _ in range(times):
            await asyncio.sleep(0.05 + day.random.random() * 0.4)
            if day.is_over:
                return
            await asyncio.to_thread(day.rig.kill)
            day.faults += 1
            await asyncio.to_thread(day.rig.start, *rigging, module=RIGGED)

    return trouble


def cut(*ways: Way) -> Trouble:
    """The line goes dead this way and that, for a moment each, and comes back."""

    async def trouble(day: Day) -> None:
        for way in ways:
            await asyncio.sleep(0.05 + day.random.random() * 0.2)
            if day.is_over:
                return
            day.line.cut(way)
            day.faults += 1
            await asyncio.sleep(0.1 + day.random.random() * 0.3)
            day.line.mend()

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
                if day.is_over:
                    return
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


async def _until(is_so: Callable[[], bool], *, unless: Callable[[], bool]) -> None:
    while not is_so() and not unless():  # noqa: ASYNC110 (a process tells nobody when it dies)
        await asyncio.sleep(0.01)
