"""customer: One simulated customer, from the entry to the end: she waits, reads, thinks, writes, and goes.

arrives ──► waits ──claimed──► listens ──counsellor's message──► reads ─► thinks ─► writes ─┐
             │                   ▲  │                                                       │
             │ nobody comes      │  └──silence her scenario names──► writes ────────────────┤
             ▼                   └─ gone for a while │ leaves a callback request ◄──────────┘
           leaves                                    all said: ends it, lets it be ended, or vanishes
"""

import asyncio
import random
from collections.abc import Callable

from server_stub.robots.answers import Accepted, Refused, SignedOut, number_at
from server_stub.robots.caller import request_keys
from server_stub.robots.door import Door
from server_stub.robots.entry import CustomerEntry
from server_stub.robots.following import Following
from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.patience import delay_s
from server_stub.robots.scenario import CallbackForm, Identifying, Scenario
from server_stub.robots.script import Deed, Farewell, Nothing, Say, Script, Vanish
from server_stub.robots.sending import Known, deliver, make_command
from server_stub.robots.view import Heard

Tell = Callable[[str], None]
"""Takes a sentence for whoever runs the robots; never anybody's words."""

_LETS_FINISH_S = 30.0
_OVER = frozenset({"conversation_ended", "conversation_closed", "not_found"})


class NotLetIn(Exception):
    """The conversation was not opened; `code` is the problem's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Over(Exception):
    """The conversation has ended, whatever she was doing."""


class Customer:
    """Plays one scenario once, in one browser."""

    def __init__(
        self,
        scenario: Scenario,
        door: Door,
        *,
        pace: Pace,
        chance: random.Random,
        numbers: MadeUpNumbers,
        tell: Tell,
    ) -> None:
        """`numbers` gives the number she is called at, should her scenario have her ask for that."""
        self._scenario = scenario
        self._door = door
        self._pace = pace
        self._chance = chance
        self._numbers = numbers
        self._tell = tell
        self._following = Following(door, chance)
        self._considered_seq = 0
        self._answered = 0
        self._next_mark_s = 0.0
        self._next_hint_s = 0.0

    async def visit(self, entry: CustomerEntry) -> None:
        """From asking for a conversation to its end. Raises `NotLetIn`, `LineLost`."""
        await self._open(entry)
        async with asyncio.TaskGroup() as tasks:
            self._page = tasks.create_task(self._following.run())
            answering = tasks.create_task(self._answer_for_permission())
            try:
                await self._converse(entry, tasks)
            except _Over:
                pass
            finally:
                self._page.cancel()
                answering.cancel()

    async def _open(self, entry: CustomerEntry) -> None:
        """A session first, so that a lost answer can be asked for again by the same person."""
        scenario = self._scenario
        keys = {
            "service_id": scenario.service_id,
            "topic_id": scenario.topic_id,
            "finer_topic_id": scenario.finer_topic_id,
            "language": scenario.language,
            "text": scenario.first_words,
            "notice_version": entry.notice_versions[scenario.service_id],
        }
        command = make_command(self._door, "OpenConversation", keys)
        while True:
            await self._door.begin_session()
            if scenario.identified_as is not None:
                await self._door.identify(scenario.identified_as.person_id, language=scenario.language)
            match await deliver(self._door, command, self._chance):
                case Accepted():
                    return
                case Refused(code):
                    raise NotLetIn(code)
                case SignedOut():
                    await asyncio.sleep(delay_s(1, self._chance))

    async def _converse(self, entry: CustomerEntry, tasks: asyncio.TaskGroup) -> None:
        script = Script(self._scenario)
        is_staying = True
        while is_staying:
            deed, script = await self._next(script, entry)
            if isinstance(deed, Say) and deed.gone_for_s is not None:
                await self._be_gone(deed.gone_for_s, tasks)
            if isinstance(deed, Say) and deed.identifies is not None:
                await self._identify(deed.identifies, tasks)
            is_staying = await self._do(deed, entry)

    # ---------------------------------------------------------------- when it is her turn

    async def _next(self, script: Script, entry: CustomerEntry) -> tuple[Deed, Script]:
        """What she does next, as soon as it is time. Raises `_Over`."""
        patience_s = self._pace.scripted_s(self._scenario.patience_s)
        if self._state() != "held" and not await self._wait_for(lambda: self._state() == "held", patience_s):
            return Farewell(""), script
        silence = script.silence_s()
        waits_s = patience_s if silence is None else self._pace.scripted_s(silence)
        if await self._wait_for(lambda: self._is_her_turn() or self._state() != "held", waits_s):
            return await self._answer(script, entry)
        return (Farewell(""), script) if silence is None else script.after_silence()

    async def _answer(self, script: Script, entry: CustomerEntry) -> tuple[Deed, Script]:
        """Read, let the counsellor finish, think. Returned to the queue meanwhile: do nothing, wait again."""
        if not self._is_her_turn():
            return Nothing(), script
        await self._read(entry)
        await self._let_finish()
        await self._pass(self._pace.thinking_s())
        await self._read(entry)
        heard = self._new()
        self._considered_seq = max((message.seq for message in heard), default=self._considered_seq)
        return script.answer([message.text for message in heard])

    async def _read(self, entry: CustomerEntry) -> None:
        """Read what is there and say so: one mark in `read_every_s` at most."""
        view = self._following.view
        if view is None or view.last_seq <= view.read_up_to:
            return
        unread = [message.text for message in view.heard if message.seq > view.read_up_to]
        await self._pass(self._pace.reading_s("\n".join(unread)))
        now_s = asyncio.get_running_loop().time()
        await self._pass(max(0.0, self._next_mark_s - now_s))
        self._next_mark_s = asyncio.get_running_loop().time() + entry.read_every_s
        await self._about_hers("MarkRead", {"seq": view.last_seq})

    async def _let_finish(self) -> None:
        """Somebody who is writing is not interrupted, within reason."""
        gives_up_s = asyncio.get_running_loop().time() + _LETS_FINISH_S
        while (typing_s := self._following.counsellor_typing_s()) > 0:
            if asyncio.get_running_loop().time() >= gives_up_s:
                return
            await self._pass(typing_s)

    # ---------------------------------------------------------------- what she does

    async def _do(self, deed: Deed, entry: CustomerEntry) -> bool:
        """Whether she stays."""
        match deed:
            case Say(text, callback=form):
                if form is not None:
                    await self._ask_to_be_called(form)
                if deed.takes_permission_back:
                    await self._take_permission_back()
                await self._write(text, entry)
                return True
            case Nothing():
                return True
            case Vanish():
                await self._pass(self._pace.thinking_s())
                return False
            case Farewell(text):
                if text:
                    await self._write(text, entry)
                    await self._pass(self._pace.thinking_s())
                await self._about_hers("EndConversation", {})
                return False

    async def _be_gone(self, seconds: int, tasks: asyncio.TaskGroup) -> None:
        """Close the page without a word, and open it again later: what came meanwhile is read then."""
        self._page.cancel()
        await asyncio.sleep(self._pace.scripted_s(seconds))
        self._page = tasks.create_task(self._following.run())

    async def _identify(self, whom: Identifying, tasks: asyncio.TaskGroup) -> None:
        """Go to the provider and come back; the page is another one then, and the conversation the same."""
        self._page.cancel()
        await asyncio.sleep(self._pace.thinking_s())
        await self._door.identify(whom.person_id, language=self._scenario.language)
        self._page = tasks.create_task(self._following.run())
        following = self._following
        if await following.until(self._asks_about_earlier_lines, within_s=_LETS_FINISH_S):
            await self._about_hers("DecideEarlierLines", {"are_joined": whom.earlier_lines == "join"})

    async def _answer_for_permission(self) -> None:
        """Whenever the page asks her: read, think, and press one of the two buttons."""
        answers = list(self._scenario.permissions)
        while True:
            await self._following.until(self._is_asked, within_s=float("inf"))
            await asyncio.sleep(self._pace.thinking_s())
            self._answered = self._question() or self._answered
            answer = answers.pop(0) if answers else "refuse"
            keys = {
                "conversation_id": self._conversation_id(),
                "number": self._answered,
                "is_given": answer == "give",
                "language": self._scenario.language,
            }
            await deliver(self._door, make_command(self._door, "AnswerConsent", keys), self._chance)

    async def _take_permission_back(self) -> None:
        view = self._following.view
        permission = view.permission if view is not None else None
        if permission is not None and permission.state in ("given", "moved"):
            await self._about_hers("WithdrawConsent", {"number": permission.number})

    async def _ask_to_be_called(self, form: CallbackForm) -> None:
        """Fill in the form beside the conversation, and leave it."""
        await self._pass(self._pace.writing_s(form.text))
        await self._send("RequestCallback", request_keys(self._scenario, form, phone=self._numbers.draw()))

    async def _write(self, text: str, entry: CustomerEntry) -> None:
        """Write it, with the hints that a page gives, and send it."""
        left_s = self._pace.writing_s(text)
        while left_s > 0:
            now_s = asyncio.get_running_loop().time()
            if now_s >= self._next_hint_s:
                self._next_hint_s = now_s + entry.typing_every_s
                await self._door.tell_typing(self._conversation_id())
            step_s = min(left_s, float(entry.typing_every_s))
            await self._pass(step_s)
            left_s -= step_s
        known = await self._about_hers("WriteMessage", {"text": text})
        if isinstance(known, Accepted):
            # The fact changes what she sees, not this answer; until it is there she would speak again.
            seq = number_at(known.told, "seq")
            await self._following.until(lambda: self._has_come(seq), within_s=float("inf"))

    async def _about_hers(self, kind: str, keys: dict[str, object]) -> Known:
        """Deliver a command about the conversation her page shows. Raises `_Over` as `_send` does."""
        return await self._send(kind, {"conversation_id": self._conversation_id(), **keys})

    async def _send(self, kind: str, keys: dict[str, object]) -> Known:
        """Deliver a command. Raises `_Over` when there is nothing left to write to."""
        known = await deliver(self._door, make_command(self._door, kind, keys), self._chance)
        match known:
            case SignedOut():
                raise _Over
            case Refused(code) if code in _OVER:
                raise _Over
            case Refused(code):
                self._tell(f"{self._scenario.scenario_id}: {kind} was refused: {code}.")
        return known

    # ---------------------------------------------------------------- what she sees

    def _state(self) -> str:
        view = self._following.view
        return "" if view is None else view.state

    def _conversation_id(self) -> str:
        view = self._following.view
        return "" if view is None else view.conversation_id

    def _new(self) -> list[Heard]:
        view = self._following.view
        return [] if view is None else [one for one in view.heard if one.seq > self._considered_seq]

    def _is_her_turn(self) -> bool:
        view = self._following.view
        return view is not None and any(one.seq > view.spoke_at_seq for one in self._new())

    def _question(self) -> int | None:
        """The number of a question for permission that she has not answered."""
        view = self._following.view
        permission = view.permission if view is not None else None
        if permission is None or permission.state != "asked" or permission.number <= self._answered:
            return None
        return permission.number

    def _is_asked(self) -> bool:
        return self._question() is not None

    def _asks_about_earlier_lines(self) -> bool:
        view = self._following.view
        return self._following.is_over or (view is not None and view.asks_about_earlier_lines)

    def _has_come(self, seq: int) -> bool:
        view = self._following.view
        return self._following.is_over or (view is not None and view.spoke_at_seq >= seq)

    async def _wait_for(self, is_so: Callable[[], bool], within_s: float) -> bool:
        """Whether it became so in that time. Raises `_Over`."""
        following = self._following
        became = await following.until(lambda: following.is_over or is_so(), within_s=within_s)
        if following.is_over:
            raise _Over
        return became

    async def _pass(self, seconds: float) -> None:
        """Let time pass. Raises `_Over` as soon as the conversation has ended."""
        await self._wait_for(lambda: False, seconds)
