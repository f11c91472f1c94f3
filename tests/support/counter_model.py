"""A backend in a hundred lines: a pure model of the counter in memory, and a line to it that can fail in
every way.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Any

from app.domain.archive import Archived, ArchivePage, Material, Sought, Totals
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    Command,
    EndConversation,
    MarkRead,
    WrapUp,
    WriteMessage,
)
from app.domain.conversation import (
    Attachment,
    AttachmentUse,
    Author,
    ConversationState,
    Head,
    Message,
    Staff,
)
from app.domain.desk_state import Snapshot
from app.domain.facts import (
    Beat,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationWrappedUp,
    Fact,
    Hint,
    MessageWritten,
    ReadMarked,
    ServiceModelActivated,
    Streamed,
    UnknownFact,
    WaitingClaimed,
)
from app.domain.identification import IdentityCodes
from app.domain.ids import CommandId, ConversationId, StaffId
from app.domain.outcomes import Accepted, Later, Outcome, Refused, SignedOutOutcome, Unknown
from app.domain.planned_shift import OwnPlan, PlannedDay, PlanRule
from app.domain.presence import Roster
from app.domain.problems import Problem, ProblemCode
from app.domain.queue import Queue
from app.domain.reduce import reduce
from app.domain.situation import Situation
from app.domain.transfer import LookAhead
from app.ports import Gone, LineLost, OlderPage, SignedIn, SignedOut
from app.wire.commands import decode_command
from tests.support.desk_builders import ADULTS, MAIJA, a_head, a_queue, a_snapshot, a_state
from tests.support.fakes import NINE_O_CLOCK

WINDOW = 50


@dataclass
class Matter:
    """One conversation as the backend knows it."""

    head: Head
    messages: list[Message] = field(default_factory=list)
    is_closed: bool = False


class Counter:
    """Decides and remembers, all at once: what it has answered is committed. Staff are told what concerns
    them.
    """

    def __init__(self, *staff: Staff, capacity: int = 3) -> None:
        self.staff = staff or (MAIJA,)
        self.capacity = capacity
        self.now = NINE_O_CLOCK
        self.queues: tuple[Queue, ...] = (a_queue(),)
        self.service_model_version = 1
        self.matters: dict[ConversationId, Matter] = {}
        self.log: list[tuple[int, frozenset[StaffId], Fact]] = []
        self.ledger: dict[tuple[StaffId, CommandId], Outcome] = {}
        self.wrapped_up: list[WrapUp] = []
        self.refuses_wrap_ups = False
        self.dedupes = True
        self.floor = 0
        self._listeners: list[Callable[[], None]] = []

    # --- the log --------------------------------------------------------------------------------------------

    @property
    def cursor(self) -> int:
        """The number of the last fact."""
        return self.log[-1][0] if self.log else 0

    def listen(self, listener: Callable[[], None]) -> None:
        """Be woken at every fact."""
        self._listeners.append(listener)

    def _tell(self, audience: frozenset[StaffId], fact: Fact) -> None:
        self.log.append((self.cursor + 1, audience, fact))
        for listener in tuple(self._listeners):
            listener()

    def facts_for(self, reader: StaffId, after: int) -> tuple[Streamed, ...]:
        """Everything for that reader since, each naming the one before it."""
        if after < self.floor or after > self.cursor:
            raise Gone
        streamed = []
        for cursor, audience, fact in self.log:
            if cursor > after and reader in audience:
                streamed.append(Streamed(cursor, after, fact))
                after = cursor
        return tuple(streamed)

    def snapshot_for(self, reader: StaffId) -> Snapshot:
        """What the reader may see, made from the records and not from the facts."""
        me = next(staff for staff in self.staff if staff.staff_id == reader)
        seen = [matter for matter in self.matters.values() if self._may_see(reader, matter)]
        return a_snapshot(
            *(matter.head for matter in seen),
            cursor=self.cursor,
            now=self.now,
            me=me,
            capacity=self.capacity,
            queues=self.queues,
            service_model_version=self.service_model_version,
            windows={
                matter.head.conversation_id: tuple(matter.messages[-WINDOW:])
                for matter in seen
                if matter.head.holder is not None
            },
        )

    def _may_see(self, reader: StaffId, matter: Matter) -> bool:
        holder = matter.head.holder
        return not matter.is_closed and (holder is None or holder.staff_id == reader)

    @property
    def _everybody(self) -> frozenset[StaffId]:
        return frozenset(staff.staff_id for staff in self.staff)

    def _who_sees(self, matter: Matter) -> frozenset[StaffId]:
        holder = matter.head.holder
        return self._everybody if holder is None else frozenset({holder.staff_id})

    # --- customers ------------------------------------------------------------------------------------------

    def customer_opens(self, conversation_id: ConversationId, text: str = "") -> None:
        """Somebody comes to the queue."""
        head = a_head(conversation_id, opened_at=self.now, waiting_since=self.now, queue_id=ADULTS)
        self.matters[conversation_id] = Matter(head)
        self._tell(self._everybody, ConversationOpened(self.now, None, conversation_id, head))
        if text:
            self.customer_writes(conversation_id, text)

    def customer_writes(self, conversation_id: ConversationId, text: str) -> None:
        """The customer says something, if she still can."""
        matter = self.matters[conversation_id]
        if not matter.is_closed and matter.head.state is not ConversationState.ENDED:
            self._write(matter, Author.CUSTOMER, text, None)

    def customer_reads(self, conversation_id: ConversationId) -> None:
        """The customer has seen everything."""
        matter = self.matters[conversation_id]
        if not matter.is_closed and matter.head.last_seq > matter.head.read_by_customer:
            self._mark(matter, Author.CUSTOMER, matter.head.last_seq, None)

    def customer_ends(self, conversation_id: ConversationId) -> None:
        """The customer leaves."""
        matter = self.matters[conversation_id]
        if matter.is_closed or matter.head.state is ConversationState.ENDED:
            return
        if matter.head.state is ConversationState.WAITING:
            self._close(matter, "left_queue", None)
            return
        self._end(matter, Author.CUSTOMER, None)

    def counsellor_away(self, conversation_id: ConversationId, *, reason: str = "counsellor_away") -> None:
        """Responsibility goes back to the queue, and everybody there may see the conversation again."""
        matter = self.matters[conversation_id]
        if matter.is_closed or matter.head.state is not ConversationState.HELD:
            return
        former = self._who_sees(matter)
        version = matter.head.responsibility_version + 1
        matter.head = replace(
            matter.head,
            state=ConversationState.WAITING,
            holder=None,
            claimed_at=None,
            responsibility_version=version,
        )
        returned = ConversationReturned(
            at=self.now,
            caused_by=None,
            conversation_id=conversation_id,
            queue_id=matter.head.queue_id,
            responsibility_version=version,
            waiting_since=matter.head.waiting_since,
            reason=reason,
        )
        self._tell(former, returned)
        self._enter(matter, self._everybody - former, None)

    def activate_service_model(self) -> None:
        """Another version is in force."""
        self.service_model_version += 1
        self.queues = (replace(self.queues[0], target=self.queues[0].target + timedelta(minutes=1)),)
        fact = ServiceModelActivated(
            self.now, None, self.service_model_version, self.queues, a_snapshot().organisation
        )
        self._tell(self._everybody, fact)

    def something_new(self) -> None:
        """A fact of a later contract."""
        self._tell(self._everybody, UnknownFact("SomethingNew", None))

    # --- staff ----------------------------------------------------------------------------------------------

    def handle(self, actor: StaffId, command_id: CommandId, command: Command) -> Outcome:
        """Answer a command: the first result again for the same key."""
        known = self.ledger.get((actor, command_id))
        if known is not None and self.dedupes:
            return known
        before = self.cursor
        problem = self._decide(actor, command_id, command)
        outcome: Outcome
        if problem is None:
            led_to = [cursor for cursor, _, fact in self.log if cursor > before]
            outcome = Accepted(command_id, led_to[-1] if led_to else None)
        else:
            outcome = Refused(problem)
        self.ledger[(actor, command_id)] = outcome
        return outcome

    def _decide(self, actor: StaffId, command_id: CommandId, command: Command) -> Problem | None:
        matter = self.matters.get(command.conversation_id)
        if matter is None:
            return Problem(ProblemCode.NOT_FOUND)
        if isinstance(command, ClaimWaiting):
            return self._claim(actor, command_id, matter)
        problem = _not_hers(actor, matter, command)
        if problem is not None:
            return problem
        match command:
            case WriteMessage(text=text):
                if matter.head.state is ConversationState.ENDED:
                    return Problem(ProblemCode.CONVERSATION_ENDED)
                self._write(matter, Author.COUNSELLOR, text, command_id)
            case MarkRead(seq=seq):
                if seq > matter.head.read_by_counsellor:
                    self._mark(matter, Author.COUNSELLOR, seq, command_id)
            case CloseConversation():
                self._close(matter, "answered", command_id)
            case EndConversation():
                if matter.head.state is not ConversationState.ENDED:
                    self._end(matter, Author.COUNSELLOR, command_id)
            case WrapUp():
                return self._wrap_up(matter, command, command_id)
        return None

    def _claim(self, actor: StaffId, command_id: CommandId, matter: Matter) -> Problem | None:
        holder = matter.head.holder
        if matter.is_closed:
            return Problem(ProblemCode.CONVERSATION_CLOSED)
        if holder is not None:
            return Problem(ProblemCode.ALREADY_CLAIMED, by_name=holder.display_name)
        held = [each for each in self.matters.values() if _holds(actor, each)]
        if len(held) >= self.capacity:
            return Problem(ProblemCode.CAPACITY_FULL, capacity=self.capacity)
        me = next(staff for staff in self.staff if staff.staff_id == actor)
        version = matter.head.responsibility_version + 1
        matter.head = replace(
            matter.head,
            state=ConversationState.HELD,
            holder=me,
            claimed_at=self.now,
            responsibility_version=version,
        )
        id_ = matter.head.conversation_id
        self._tell(self._everybody, WaitingClaimed(self.now, command_id, id_, me, version))
        self._enter(matter, frozenset({actor}), command_id)
        self._tell(self._everybody - {actor}, ConversationLeft(self.now, command_id, id_))
        return None

    # --- what facts do to records ---------------------------------------------------------------------------

    def _enter(self, matter: Matter, who: frozenset[StaffId], command_id: CommandId | None) -> None:
        entered = ConversationEntered(
            at=self.now,
            caused_by=command_id,
            conversation_id=matter.head.conversation_id,
            head=matter.head,
            up_to_seq=matter.head.last_seq,
            messages=tuple(matter.messages[-WINDOW:]),
        )
        self._tell(who, entered)

    def _write(self, matter: Matter, by: Author, text: str, command_id: CommandId | None) -> None:
        seq = matter.head.last_seq + 1
        id_ = matter.head.conversation_id
        fact = MessageWritten(self.now, command_id, id_, seq, by, text, ())
        matter.messages.append(Message(seq, by, self.now, text, (), command_id))
        matter.head = _head_after(matter.head, fact)
        self._tell(self._who_sees(matter), fact)

    def _mark(self, matter: Matter, by: Author, seq: int, command_id: CommandId | None) -> None:
        fact = ReadMarked(self.now, command_id, matter.head.conversation_id, by, seq)
        matter.head = _head_after(matter.head, fact)
        self._tell(self._who_sees(matter), fact)

    def _end(self, matter: Matter, by: Author, command_id: CommandId | None) -> None:
        matter.head = replace(matter.head, state=ConversationState.ENDED, ended_by=by)
        fact = ConversationEnded(self.now, command_id, matter.head.conversation_id, by)
        self._tell(self._who_sees(matter), fact)

    def _wrap_up(self, matter: Matter, command: WrapUp, command_id: CommandId) -> Problem | None:
        if self.refuses_wrap_ups:
            return Problem(ProblemCode.CODE_NOT_LISTED)
        if matter.head.state is not ConversationState.ENDED:
            return Problem(ProblemCode.CONVERSATION_NOT_ENDED)
        assert matter.head.holder is not None
        fact = ConversationWrappedUp(
            at=self.now,
            caused_by=command_id,
            conversation_id=command.conversation_id,
            by=matter.head.holder,
            contact_reasons=command.contact_reasons,
            outcome=command.outcome,
            notes=command.notes,
            service_model_version=command.service_model_version,
            is_test=command.is_test,
            marks=command.marks,
        )
        self._tell(self._who_sees(matter), fact)
        self.wrapped_up.append(command)
        self._close(matter, "answered", command_id)
        return None

    def _close(self, matter: Matter, reason: str, command_id: CommandId | None) -> None:
        who, id_ = self._who_sees(matter), matter.head.conversation_id
        matter.is_closed = True
        self._tell(who, ConversationClosed(self.now, command_id, id_, reason))
        self._tell(who, ConversationLeft(self.now, command_id, id_))


def _holds(actor: StaffId, matter: Matter) -> bool:
    head = matter.head
    is_hers = head.holder is not None and head.holder.staff_id == actor
    return is_hers and not matter.is_closed and head.state is ConversationState.HELD


def _not_hers(actor: StaffId, matter: Matter, command: Command) -> Problem | None:
    if matter.is_closed:
        return Problem(ProblemCode.CONVERSATION_CLOSED)
    holder = matter.head.holder
    version = getattr(command, "responsibility_version", matter.head.responsibility_version)
    if holder is None or holder.staff_id != actor or version != matter.head.responsibility_version:
        return Problem(ProblemCode.RESPONSIBILITY_MOVED)
    return None


def _head_after(head: Head, fact: Fact) -> Head:
    """What a fact does to a head. The reducer is asked: what it must do is tested by hand in tests/domain."""
    state, _ = reduce(a_state(head), Streamed(101, 100, fact))
    return state.heads[head.conversation_id]


class Fault(Enum):
    """What may become of one request."""

    NONE = auto()
    REQUEST_LOST = auto()
    ANSWER_LOST = auto()
    TWICE = auto()
    LATER = auto()
    SIGNED_OUT = auto()


class ModelGate:
    """The port ``Gate`` over a Counter, for one reader. What fails, and when, is set from outside."""

    def __init__(self, counter: Counter, me: Staff = MAIJA, *, now: Callable[[], datetime]) -> None:
        self.counter = counter
        self.me = me
        self.is_cut = False
        self.is_deaf = False
        self.loses_a_fact = False
        self.is_signed_out = False
        self.may_refresh = True
        self.may_resume = False
        self.resume_problem: Problem | None = None
        self.faults: list[Fault] = []
        self.sent: list[tuple[CommandId, Command, bytes]] = []
        self.hints: list[ConversationId] = []
        self.snapshots = 0
        self.refreshes = 0
        self.signed_out_times = 0
        self.answer_turns = 0
        self.sign_in_problem: Problem | None = None
        self._now = now
        self._news = asyncio.Event()
        self._to_stream: list[Any] = []
        counter.listen(self._news.set)

    # --- faults ---------------------------------------------------------------------------------------------

    def cut(self) -> None:
        """The line goes; streams end."""
        self.is_cut = True
        self._news.set()

    def mend(self) -> None:
        """The line is back."""
        self.is_cut = self.is_deaf = False

    def one_way(self) -> None:
        """Requests and answers go through; the stream says nothing any more."""
        self.is_deaf = True

    def expire(self, *, may_refresh: bool = True) -> None:
        """The access token runs out."""
        self.is_signed_out = True
        self.may_refresh = may_refresh
        self._news.set()

    def hint_comes(self, hint: Hint) -> None:
        """A hint for this reader."""
        self._to_stream.append(hint)
        self._news.set()

    def beat(self) -> None:
        """A heartbeat now; the stream puts in the cursor it has come to."""
        self._to_stream.append(Beat(self._now(), 0))
        self._news.set()

    def stray(self, streamed: Streamed | Exception) -> None:
        """Something comes on the stream that should not."""
        self._to_stream.append(streamed)
        self._news.set()

    def _check(self) -> None:
        if self.is_cut:
            raise LineLost
        if self.is_signed_out:
            raise SignedOut

    # --- the port -------------------------------------------------------------------------------------------

    async def sign_in(self, user_name: str, password: str) -> SignedIn | Problem:
        if self.is_cut:
            return Problem(ProblemCode.LINE_LOST)
        if self.sign_in_problem is not None:
            return self.sign_in_problem
        self.is_signed_out = False
        self.may_refresh = True
        return SignedIn(self.me, "ab" * 32)

    async def choose_password(self, user_name: str, one_time: str, own: str) -> SignedIn | Problem:
        return await self.sign_in(user_name, own)

    async def resume(self) -> SignedIn | Problem | None:
        if self.is_cut:
            raise LineLost
        if self.resume_problem is not None:
            return self.resume_problem
        return SignedIn(self.me, "ab" * 32) if self.may_resume else None

    async def refresh(self) -> bool:
        await asyncio.sleep(0)
        if self.is_cut:
            raise LineLost
        self.refreshes += 1
        if self.may_refresh:
            self.is_signed_out = False
        return self.may_refresh

    async def sign_out(self) -> None:
        self.signed_out_times += 1

    async def snapshot(self) -> Snapshot:
        await asyncio.sleep(0)
        self._check()
        self.snapshots += 1
        return self.counter.snapshot_for(self.me.staff_id)

    async def catch_up(self, cursor: int) -> tuple[Streamed, ...]:
        await asyncio.sleep(0)
        self._check()
        return self.counter.facts_for(self.me.staff_id, cursor)[:1000]

    async def stream(self, cursor: int) -> AsyncGenerator[Streamed | Hint | Beat, None]:
        while True:
            self._check()
            facts = () if self.is_deaf else self.counter.facts_for(self.me.staff_id, cursor)
            for streamed in facts:
                cursor = streamed.cursor
                if self.loses_a_fact:
                    self.loses_a_fact = False
                    continue
                yield streamed
                self._check()
            while self._to_stream:
                item = self._to_stream.pop(0)
                if isinstance(item, Exception):
                    raise item
                yield replace(item, cursor=cursor) if isinstance(item, Beat) else item
            self._news.clear()
            await self._news.wait()

    async def older(self, conversation_id: ConversationId, *, before: int, limit: int) -> OlderPage:
        self._check()
        messages = self.counter.matters[conversation_id].messages
        return OlderPage(tuple(m for m in messages if m.seq < before)[-limit:], 1)

    async def attachment(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes:
        """Nobody has sent one."""
        self._check()
        raise Gone

    async def identity_codes(self, conversation_id: ConversationId) -> IdentityCodes:
        """Nobody has one."""
        return IdentityCodes(None, None)

    async def look_ahead(self) -> LookAhead:
        self._check()
        return LookAhead(self._now(), ())

    async def roster(self) -> Roster:
        self._check()
        return Roster(self._now(), ())

    async def situation(self) -> Situation:
        """Nobody and nothing."""
        return Situation(self._now(), (), ())

    async def own_plan(self) -> OwnPlan:
        """Nothing is planned."""
        return OwnPlan(self._now(), PlanRule.INFORMS)

    async def planned_day(self, day: date) -> PlannedDay:
        """Nobody is planned."""
        return PlannedDay(self._now(), day, PlanRule.INFORMS)

    async def search_archive(self, sought: Sought, next_from: str | None) -> ArchivePage:
        """Nothing is closed."""
        return ArchivePage((), None, None, Totals(0, 0, 0, 0))

    async def archived(self, conversation_id: ConversationId) -> Archived:
        """None is there."""
        raise Gone

    async def archive_material(self, conversation_id: ConversationId) -> Material:
        """None is there."""
        raise Gone

    async def send(self, body: bytes) -> Outcome:
        command_id, command = decode_command(body)
        self.sent.append((command_id, command, body))
        await asyncio.sleep(0)
        fault = self.faults.pop(0) if self.faults else Fault.NONE
        if self.is_cut or fault is Fault.REQUEST_LOST:
            return Unknown()
        if self.is_signed_out or fault is Fault.SIGNED_OUT:
            return SignedOutOutcome()
        if fault is Fault.LATER:
            return Later(3.0)
        outcome = self.counter.handle(self.me.staff_id, command_id, command)
        if fault is Fault.TWICE:
            outcome = self.counter.handle(self.me.staff_id, command_id, command)
        for _ in range(self.answer_turns):
            await asyncio.sleep(0)
        return Unknown() if fault is Fault.ANSWER_LOST else outcome

    async def hint(self, conversation_id: ConversationId) -> None:
        self.hints.append(conversation_id)
