"""caller: One simulated customer who asks to be called, and looks now and then what has become of it.

leaves a request ──► looks at her page ──open──► later again
                          │
                          └── reached · not reached · wrong number · declined ──► closes it
"""

import asyncio
import random
from typing import Final

from server_stub.robots.answers import Accepted, Refused, SignedOut, Unreadable, as_told
from server_stub.robots.door import Door, LineLost, SessionLost
from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.patience import delay_s
from server_stub.robots.scenario import AnyScenario, CallbackForm, CallScenario
from server_stub.robots.sending import deliver, make_command

LOOKS_EVERY_S: Final = 60.0
"""A person looks seldom; the pace of practice has no part in it, so that no room asks all the time."""


class NotTaken(Exception):
    """The request was refused; `code` is the problem's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Caller:
    """Leaves one request, from one browser."""

    def __init__(
        self,
        scenario: CallScenario,
        door: Door,
        *,
        pace: Pace,
        chance: random.Random,
        numbers: MadeUpNumbers,
    ) -> None:
        self._scenario = scenario
        self._door = door
        self._pace = pace
        self._chance = chance
        self._numbers = numbers

    async def visit(self) -> None:
        """From leaving the request until it is closed. Raises `NotTaken`, `LineLost`."""
        await asyncio.sleep(self._pace.writing_s(self._scenario.callback.text))
        await self._leave()
        while True:
            # A page is looked at again now and then: customers have no stream about their requests.
            await asyncio.sleep(LOOKS_EVERY_S)
            if not await self._is_open():
                return

    async def _leave(self) -> None:
        keys = request_keys(self._scenario, self._scenario.callback, phone=self._numbers.draw())
        command = make_command(self._door, "RequestCallback", keys)
        while True:
            await self._door.begin_session()
            match await deliver(self._door, command, self._chance):
                case Accepted():
                    return
                case Refused(code):
                    raise NotTaken(code)
                case SignedOut():
                    await asyncio.sleep(delay_s(1, self._chance))

    async def _is_open(self) -> bool:
        """Whether nobody has reached her yet; a line that is lost says nothing."""
        try:
            request = (await self._door.snapshot()).get("callback")
            return request is not None and as_told(request).get("state") == "open"
        except SessionLost:
            return False
        except (LineLost, Unreadable):
            return True


def request_keys(scenario: AnyScenario, form: CallbackForm, *, phone: str) -> dict[str, object]:
    """A callback request as the page sends it (CONTRACT.md section 3)."""
    return {
        "service_id": scenario.service_id,
        "topic_id": scenario.topic_id,
        "language": scenario.language,
        "phone": phone,
        "wish": form.wish,
        "may_leave_voicemail": form.may_leave_voicemail,
        "booked_from": None,
        "text": form.text,
    }
