"""Signing in opens a counsellor's own desk over her own file; the next one sees nothing of it."""

import asyncio

import pytest

from app.desk.desk import Desk
from app.desk.sign_in import SignIn
from app.domain.commands import ClaimWaiting
from app.domain.ids import CommandId
from app.domain.link import LinkState
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from app.ports import SignedIn, StoreFailed
from app.wire.commands import encode_command
from tests.support.counter_model import Counter, ModelGate
from tests.support.desk_builders import JOHAN, MAIJA, ROBIN, a_row
from tests.support.fakes import Disk, FakeClock, MemoryFile, seeded_chance, settle

pytestmark = pytest.mark.asyncio


class FrontDoor:
    """Everything ``SignIn`` is given, and what became of it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.counter = Counter(MAIJA, JOHAN)
        self.gate = ModelGate(self.counter, MAIJA, now=self.clock.now)
        self.disks: dict[str, Disk] = {}
        self.files: list[MemoryFile] = []
        self.failures: list[BaseException] = []
        self.sign_in = SignIn(
            gate=self.gate,
            open_file=self._open_file,
            clock=self.clock,
            chance=seeded_chance(),
            on_failure=self.failures.append,
        )

    async def _open_file(self, signed_in: SignedIn) -> MemoryFile:
        file = MemoryFile(self.disks.setdefault(signed_in.staff.staff_id, Disk()))
        self.files.append(file)
        return file

    async def enter(self) -> Desk:
        desk = await self.sign_in.sign_in(user_name="maija", password="salasana")
        assert isinstance(desk, Desk)
        await settle()
        return desk


async def test_a_desk_is_live_after_signing_in() -> None:
    door = FrontDoor()
    desk = await door.enter()
    assert desk.seen.is_live
    assert desk.seen.confirmed.me == MAIJA
    await door.sign_in.sign_out()


@pytest.mark.parametrize(
    "code", [ProblemCode.SIGN_IN_REFUSED, ProblemCode.UPDATE_NEEDED, ProblemCode.THROTTLED]
)
async def test_a_refusal_is_a_reason_and_no_desk(code: ProblemCode) -> None:
    door = FrontDoor()
    door.gate.sign_in_problem = Problem(code, attempts_left=3)
    assert await door.sign_in.sign_in(user_name="maija", password="väärä") == Problem(code, attempts_left=3)
    assert door.files == []


async def test_the_same_person_again_gets_the_same_desk() -> None:
    door = FrontDoor()
    desk = await door.enter()
    desk.drafts.typed(ROBIN, "kesken")
    assert await door.enter() is desk
    assert desk.drafts.text(ROBIN) == "kesken"
    await door.sign_in.sign_out()


async def test_another_person_gets_her_own_desk_and_sees_nothing_of_the_first() -> None:
    door = FrontDoor()
    first = await door.enter()
    first.drafts.typed(ROBIN, "Maijan luonnos")
    door.gate.me = JOHAN
    second = await door.enter()
    assert second is not first
    assert second.drafts.all() == ()
    assert second.seen.confirmed.me == JOHAN
    assert door.files[0].is_closed
    assert door.disks[MAIJA.staff_id].drafts[ROBIN].text == "Maijan luonnos"
    await door.sign_in.sign_out()


async def test_signing_out_keeps_the_last_key_and_ends_the_work() -> None:
    door = FrontDoor()
    desk = await door.enter()
    desk.drafts.typed(ROBIN, "M")
    await settle()
    desk.drafts.typed(ROBIN, "Maija kirjoitti tämän")
    before = asyncio.all_tasks()
    await door.sign_in.sign_out()
    assert door.disks[MAIJA.staff_id].drafts[ROBIN].text == "Maija kirjoitti tämän"
    assert door.gate.signed_out_times == 1
    assert asyncio.all_tasks() < before
    again = await door.enter()
    assert again.drafts.text(ROBIN) == "Maija kirjoitti tämän"
    await door.sign_in.sign_out()


async def test_a_file_that_cannot_be_read_is_a_reason_and_not_an_empty_desk() -> None:
    door = FrontDoor()

    class Unreadable(MemoryFile):
        def __init__(self) -> None:
            super().__init__()
            self.outbox.load = self._fail  # type: ignore[method-assign]

        async def _fail(self) -> tuple[()]:
            raise StoreFailed

    async def open_unreadable(signed_in: SignedIn) -> MemoryFile:
        door.files.append(Unreadable())
        return door.files[-1]

    sign_in = SignIn(
        gate=door.gate,
        open_file=open_unreadable,
        clock=door.clock,
        chance=seeded_chance(),
        on_failure=door.failures.append,
    )
    assert await sign_in.sign_in(user_name="maija", password="s") == Problem(ProblemCode.STORE_FAILED)
    assert door.files[0].is_closed


async def test_a_killed_program_goes_on_without_a_password_and_asks_for_what_had_not_left() -> None:
    door = FrontDoor()
    door.gate.may_resume = True
    door.counter.customer_opens(ROBIN)
    door.counter.handle(MAIJA.staff_id, CommandId("c" * 32), ClaimWaiting(ROBIN))
    door.disks[MAIJA.staff_id] = Disk()
    door.disks[MAIJA.staff_id].rows[a_row().command_id] = (
        a_row(),
        encode_command(a_row().command, a_row().command_id),
    )
    desk = await door.sign_in.resume()
    assert isinstance(desk, Desk)
    await settle()
    assert [row.stage for row in desk.seen.pending] == [Stage.ASKING]
    await door.sign_in.sign_out()


async def test_where_nobody_was_signed_in_nobody_goes_on() -> None:
    door = FrontDoor()
    assert await door.sign_in.resume() is None
    assert door.files == []


@pytest.mark.parametrize("code", [ProblemCode.SIGNED_OUT, ProblemCode.UPDATE_NEEDED])
async def test_a_sign_in_that_is_no_longer_good_is_a_reason_and_no_desk(code: ProblemCode) -> None:
    door = FrontDoor()
    door.gate.resume_problem = Problem(code)
    assert await door.sign_in.resume() == Problem(code)
    assert door.files == []


async def test_without_a_line_she_is_told_when_to_try_again_and_the_waits_grow() -> None:
    door = FrontDoor()
    door.gate.may_resume = True
    door.gate.is_cut = True
    waits = []
    for _ in range(8):
        answer = await door.sign_in.resume()
        assert isinstance(answer, Problem)
        assert answer.code is ProblemCode.LINE_LOST
        assert answer.retry_after_s is not None
        waits.append(answer.retry_after_s)
    assert door.files == []
    assert 1 <= waits[0] <= 2
    assert 30 <= waits[-1] <= 90
    door.gate.mend()
    desk = await door.sign_in.resume()
    assert isinstance(desk, Desk)
    await settle()
    assert desk.seen.is_live
    await door.sign_in.sign_out()


async def test_who_comes_back_without_a_password_is_asked_who_she_is_until_she_has_said_it() -> None:
    door = FrontDoor()
    door.gate.may_resume = True
    desk = await door.sign_in.resume()
    assert isinstance(desk, Desk)
    before = desk.asks_who_she_is
    assert before
    desk.answer_who_she_is()
    assert not desk.asks_who_she_is
    await door.sign_in.sign_out()


async def test_a_password_says_who_she_is() -> None:
    door = FrontDoor()
    desk = await door.enter()
    assert not desk.asks_who_she_is
    desk.came_back()
    assert await door.enter() is desk
    assert not desk.asks_who_she_is
    await door.sign_in.sign_out()


async def test_a_file_still_being_opened_when_she_goes_away_is_closed_again() -> None:
    door = FrontDoor()
    door.gate.may_resume = True
    may_open = asyncio.Event()

    async def open_slowly(signed_in: SignedIn) -> MemoryFile:
        await may_open.wait()
        return await door._open_file(signed_in)

    sign_in = SignIn(
        gate=door.gate,
        open_file=open_slowly,
        clock=door.clock,
        chance=seeded_chance(),
        on_failure=door.failures.append,
    )
    async with asyncio.TaskGroup() as group:
        resuming = group.create_task(sign_in.resume())
        await settle()
        resuming.cancel()
        await settle()
        may_open.set()
    assert resuming.cancelled()
    assert [file.is_closed for file in door.files] == [True]
    await sign_in.sign_out()


async def test_her_choices_are_in_her_own_file() -> None:
    door = FrontDoor()
    desk = await door.enter()
    await desk.preferences.keep("language", "sv")
    assert door.disks[MAIJA.staff_id].preferences == {"language": "sv"}
    await door.sign_in.sign_out()


async def test_signing_out_without_a_desk_is_no_error() -> None:
    door = FrontDoor()
    await door.sign_in.sign_out()
    assert door.gate.signed_out_times == 1


async def test_a_fault_of_ours_takes_the_link_down_and_what_she_types_is_still_kept() -> None:
    door = FrontDoor()
    desk = await door.enter()
    door.gate.stray(RuntimeError("a fault of ours"))
    await settle()
    assert desk.link.state is LinkState.OFFLINE
    assert desk.link.problem == Problem(ProblemCode.UNKNOWN)
    assert not desk.seen.is_live
    assert len(door.failures) == 1
    desk.drafts.typed(ROBIN, "kirjoitan silti")
    await settle()
    assert door.disks[MAIJA.staff_id].drafts[ROBIN].text == "kirjoitan silti"
    await door.sign_in.sign_out()


async def test_a_file_that_will_not_close_does_not_keep_the_tokens() -> None:
    door = FrontDoor()
    await door.enter()
    fault = RuntimeError("a fault of ours")

    async def close() -> None:
        raise fault

    door.files[0].close = close  # type: ignore[method-assign]
    await door.sign_in.sign_out()
    assert door.gate.signed_out_times == 1
    assert door.failures == [fault]
