"""A machine that works at a desk while everything goes wrong: nothing is lost, nothing doubled, every draft
is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.commands import ClaimWaiting, CloseConversation, WriteMessage
from app.domain.conversation import ConversationState, Message
from app.domain.desk_state import DeskState, state_of
from app.domain.ids import CommandId, ConversationId
from app.domain.pending import Stage
from app.domain.problems import Problem
from tests.support.counter_model import Counter, Fault
from tests.support.desk_builders import JOHAN, MAIJA
from tests.support.desk_room import DeskRoom
from tests.support.fakes import settle

which = st.integers(0, 5)
MEANWHILE = ["nothing", "sixty lines", "counsellor_away", "customer_ends"]
FAULTS = st.lists(st.sampled_from(list(Fault)), min_size=1, max_size=4)


class DeskMachine(RuleBasedStateMachine):
    """Maija works, Johan competes, customers come and go; the line, the sign-in and the process fail.

    Everything she types carries a mark of its own (``«7»``), so that wherever a text has gone it is found by
    its marks.
    """

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.room = self._do(self._a_room())
        self.marks: list[str] = []
        self.sent_order: list[CommandId] = []

    async def _a_room(self) -> DeskRoom:
        return DeskRoom(counter=Counter(MAIJA, JOHAN), undo_s=5)

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self._do(self.room.begin())
        self._served(0)

    def _served(self, number: int) -> ConversationId | None:
        """One of the conversations she holds; a new one, if she holds none and can take one."""
        confirmed = self.room.desk.seen.confirmed
        held = sorted(
            head.conversation_id
            for head in confirmed.heads.values()
            if head.state is ConversationState.HELD and confirmed.is_mine(head)
        )
        if held:
            return held[number % len(held)]
        who = ConversationId(f"{len(self.room.counter.matters) + 1:032x}")
        self._do(self.room.serve_if_possible(who))
        return who if who in self.room.desk.seen.confirmed.windows else None

    def _somebody(self, number: int) -> ConversationId:
        known = sorted(self.room.counter.matters)
        return known[number % len(known)]

    # --- customers and a colleague --------------------------------------------------------------------------

    @rule()
    def another_customer_is_served(self) -> None:
        who = ConversationId(f"{len(self.room.counter.matters) + 1:032x}")
        self._do(self.room.serve_if_possible(who))

    @rule(number=which, many=st.sampled_from([1, 1, 1, 60]))
    def a_customer_writes(self, number: int, many: int) -> None:
        for _ in range(many):
            self.room.counter.customer_writes(self._somebody(number), "Kysyn vielä")
        self._do(settle())

    @rule(number=which, what=st.sampled_from(["customer_reads", "customer_ends", "counsellor_away"]))
    def something_happens(self, number: int, what: str) -> None:
        getattr(self.room.counter, what)(self._somebody(number))
        self._do(settle())

    @rule(number=which)
    def johan_takes_whoever_waits(self, number: int) -> None:
        command_id = CommandId(f"{len(self.room.counter.ledger):032x}")
        self.room.counter.handle(JOHAN.staff_id, command_id, ClaimWaiting(self._somebody(number)))
        self._do(settle())

    @rule(what=st.sampled_from(["activate_service_model", "something_new"]))
    def the_backend_has_news(self, what: str) -> None:
        getattr(self.room.counter, what)()
        self._do(settle())

    # --- Maija ----------------------------------------------------------------------------------------------

    @rule(number=which)
    def she_claims(self, number: int) -> None:
        self._do(self.room.claim(self._somebody(number)))

    @rule(number=which, faults=FAULTS)
    def she_writes(self, number: int, faults: list[Fault]) -> None:
        self._send(number, faults)
        self._do(settle())

    @rule(number=which, many=st.integers(2, 4))
    def she_writes_one_after_another(self, number: int, many: int) -> None:
        for _ in range(many):
            self._send(number, [])
        self._do(settle())

    @rule(number=which)
    def she_types(self, number: int) -> None:
        who = self._served(number)
        if who is not None:
            self._type(who)

    def _type(self, who: ConversationId) -> None:
        """A mark more in the draft, and a second for it to be saved: what is younger may be lost in a
        crash.
        """
        mark = f"«{len(self.marks)}»"
        drafts = self.room.desk.drafts
        drafts.typed(who, f"{drafts.text(who)} {mark}".strip())
        self._do(self.room.clock.advance(1.1))
        self.marks.append(mark)

    def _send(self, number: int, faults: list[Fault]) -> None:
        who = self._served(number)
        if who is None:
            return
        self._type(who)
        self.room.gate.faults = list(faults)
        submitted = self.room.desk.talk.write(who)
        if not isinstance(submitted, Problem):
            self.sent_order.append(submitted)

    @rule(number=which)
    def she_undoes(self, number: int) -> None:
        held = [row for row in self.room.desk.seen.pending if row.stage is Stage.HELD]
        if held:
            self.room.desk.undo(held[number % len(held)].command_id)
            self._do(settle())

    @rule(number=which, send=st.booleans())
    def she_answers_what_asks(self, number: int, send: bool) -> None:
        asking = [row for row in self.room.desk.seen.pending if row.stage is Stage.ASKING]
        if asking:
            self.room.desk.answer_asking(asking[number % len(asking)].command_id, send=send)
            self._do(settle())

    @rule(number=which)
    def she_closes(self, number: int) -> None:
        who = self._somebody(number)
        head = self.room.desk.seen.confirmed.heads.get(who)
        if head is not None:
            self.room.desk.submit(CloseConversation(who, head.responsibility_version))
            self._do(settle())

    @rule(number=which)
    def she_looks(self, number: int) -> None:
        who = self._somebody(number)
        head = self.room.desk.seen.confirmed.heads.get(who)
        if head is not None:
            self.room.desk.talk.looked_at(who, head.last_seq)
            self._do(settle())

    @rule(seconds=st.sampled_from([0.5, 3, 6, 20, 50, 130, 700]))
    def time_passes(self, seconds: float) -> None:
        self._do(self.room.clock.advance(seconds))

    # --- everything goes wrong ------------------------------------------------------------------------------

    @rule(faults=FAULTS)
    def requests_will_fail(self, faults: list[Fault]) -> None:
        self.room.gate.faults = list(faults)

    @rule(how=st.sampled_from(["cut", "one_way", "mend", "mend", "mend"]))
    def the_line(self, how: str) -> None:
        getattr(self.room.gate, how)()
        self._do(settle())

    @rule()
    def a_fact_will_get_lost_on_the_way(self) -> None:
        self.room.gate.loses_a_fact = True

    @rule()
    def the_backend_forgets_its_old_facts(self) -> None:
        self.room.counter.floor = self.room.counter.cursor
        self._do(settle())

    @rule(may_refresh=st.booleans())
    def the_sign_in_runs_out(self, may_refresh: bool) -> None:
        self.room.gate.expire(may_refresh=may_refresh)
        self._do(settle())

    @precondition(lambda self: self.room.gate.is_signed_out)
    @rule()
    def she_signs_in_again(self) -> None:
        self._do(self._sign_in())

    async def _sign_in(self) -> None:
        signed_in = await self.room.gate.sign_in("maija", "salasana")
        if not isinstance(signed_in, Problem):
            self.room.desk.signed_in()
        await settle()

    @rule()
    def the_workstation_dies_and_comes_back(self) -> None:
        self._do(self._die())

    @rule(
        number=which,
        turns=st.integers(0, 15),
        held_s=st.sampled_from([0, 4.9, 5, 5]),
        meanwhile=st.sampled_from(MEANWHILE),
        send=st.booleans(),
    )
    def it_dies_in_the_middle_of_sending(
        self, number: int, turns: int, held_s: float, meanwhile: str, send: bool
    ) -> None:
        """Somewhere between the key and the answer; and when she is back, what was sent may be out of her
        sight.
        """
        who = self._served(number)
        if who is None:
            return
        self._send(number, [])
        self._do(self.room.clock.advance_without_settling(held_s))
        self._do(self._go_on_for(turns))
        self._do(self.room.crash())
        self._meanwhile(who, meanwhile)
        self._do(self._come_back())
        self._answer_all(send)

    @rule(number=which, faults=FAULTS, meanwhile=st.sampled_from(MEANWHILE), send=st.booleans())
    def answers_and_facts_are_lost_and_then_the_line(
        self, number: int, faults: list[Fault], meanwhile: str, send: bool
    ) -> None:
        """What she sent may be committed, and for ten minutes nothing tells her."""
        who = self._served(number)
        if who is None:
            return
        self.room.gate.one_way()
        self._send(number, faults)
        self._do(self.room.clock.advance(6))
        self.room.gate.cut()
        self._meanwhile(who, meanwhile)
        self._do(self.room.clock.advance(700))
        self._answer_all(send)
        self.room.gate.mend()

    def _meanwhile(self, who: ConversationId, what: str) -> None:
        if what == "sixty lines":
            for _ in range(60):
                self.room.counter.customer_writes(who, "Oletko siellä?")
        elif what != "nothing":
            getattr(self.room.counter, what)(who)

    def _answer_all(self, send: bool) -> None:
        for row in self.room.desk.seen.pending:
            self.room.desk.answer_asking(row.command_id, send=send)
        self._do(settle())

    async def _go_on_for(self, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)

    async def _die(self) -> None:
        await self.room.crash()
        await self._come_back()

    async def _come_back(self) -> None:
        self.room.gate.mend()
        self.room.gate.answer_turns = 0
        self.room.gate.is_signed_out = False
        self.room.gate.may_refresh = True
        await self.room.come_back()

    # --- what always holds ----------------------------------------------------------------------------------

    def _drafts(self) -> str:
        return " ".join(draft.text for draft in self.room.desk.drafts.all())

    def _outbox(self) -> str:
        rows = self.room.desk.seen.pending
        return " ".join(row.command.text for row in rows if isinstance(row.command, WriteMessage))

    def _committed(self) -> list[Message]:
        return [message for matter in self.room.counter.matters.values() for message in matter.messages]

    @invariant()
    def nothing_is_lost_and_nothing_doubled(self) -> None:
        drafts, outbox = self._drafts(), self._outbox()
        committed = " ".join(message.text for message in self._committed())
        for mark in self.marks:
            at_hand = drafts.count(mark) + outbox.count(mark)
            assert at_hand <= 1, f"{mark} is in draft and outbox: {drafts!r} {outbox!r}"
            assert committed.count(mark) <= 1, f"{mark} was sent twice"
            assert at_hand + committed.count(mark) >= 1, f"{mark} is nowhere"
            assert not (mark in drafts and mark in committed), f"{mark} was sent and is a draft too"

    @invariant()
    def the_disk_has_it_in_one_place_too(self) -> None:
        drafts = " ".join(draft.text for draft in self.room.disk.drafts.values())
        rows = [row.command for row, _ in self.room.disk.rows.values()]
        outbox = " ".join(command.text for command in rows if isinstance(command, WriteMessage))
        for mark in self.marks:
            assert drafts.count(mark) + outbox.count(mark) <= 1, f"{mark} is twice on the disk"

    @invariant()
    def nothing_is_on_the_screen_twice(self) -> None:
        for who in self.room.desk.seen.confirmed.heads:
            shown = " ".join(text for text, _ in self.room.bubbles(who))
            assert all(shown.count(mark) <= 1 for mark in self.marks), shown

    @invariant()
    def messages_stand_in_the_order_they_were_sent(self) -> None:
        place = {command_id: number for number, command_id in enumerate(self.sent_order)}
        for matter in self.room.counter.matters.values():
            hers = [place[m.caused_by] for m in matter.messages if m.caused_by in place]
            assert hers == sorted(hers)

    # --- and in the end -------------------------------------------------------------------------------------

    def teardown(self) -> None:
        try:
            self._do(self._come_to_rest())
            self.nothing_is_lost_and_nothing_doubled()
        finally:
            self._do(self.room.end())
            self.loop.close()

    async def _come_to_rest(self) -> None:
        """Mend everything and wait: what is seen is what is confirmed, and that is what the backend has."""
        room = self.room
        room.gate.faults = []
        room.gate.loses_a_fact = False
        room.gate.mend()
        await self._sign_in()
        for _ in range(30):
            await room.clock.advance(15)
            room.gate.beat()
            for row in room.desk.seen.pending:
                room.desk.answer_asking(row.command_id, send=True)
        room.counter.something_new()
        await settle()
        seen = room.desk.seen
        assert seen.pending == (), seen.pending
        assert room.disk.rows == {}
        assert {d.conversation_id: d.text for d in room.desk.drafts.all()} == {
            id_: draft.text for id_, draft in room.disk.drafts.items()
        }
        fresh = state_of(room.counter.snapshot_for(MAIJA.staff_id))
        assert _comparable(seen.confirmed) == _comparable(fresh)


def _comparable(state: DeskState) -> object:
    """All but the cursor, and of each window the newest stretch: a desk may hold more than a snapshot
    brings.
    """
    windows = {id_: window.messages[-50:] for id_, window in state.windows.items()}
    return state.heads, windows, state.queues, state.service_model_version


TestNothingLostNothingDoubled = DeskMachine.TestCase
TestNothingLostNothingDoubled.settings = settings(stateful_step_count=40, max_examples=30)
