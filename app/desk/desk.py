"""The desk: the one facade a screen talks to, slice by slice; intents are born here and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from app.desk.archiving import Archiving
from app.desk.attachments import Attachments, Papers
from app.desk.board import Board, OfferOver
from app.desk.call_wrap_ups import CallWrapUps
from app.desk.calling import Calling
from app.desk.calls import Calls
from app.desk.consenting import Consenting
from app.desk.drafts import DraftsDesk
from app.desk.feed import Feed
from app.desk.identifying import Identifying
from app.desk.intents import Intents
from app.desk.keeping import Keeping, KeptPreferences
from app.desk.notices import News, Notices, OftenNews
from app.desk.offer_news import news_of, still_tells
from app.desk.planning import Planning
from app.desk.pre_information import PreInformationDesk
from app.desk.read_marks import ReadMarks
from app.desk.supervising import Supervising
from app.desk.talk import Talk
from app.desk.transfers import Transfers
from app.desk.wrap_ups import WrapUps
from app.domain.changes import Changes, Kind
from app.domain.commands import Command, WriteMessage
from app.domain.conversation import Staff
from app.domain.departed import Departed
from app.domain.hand_overs import MovedOften
from app.domain.ids import (
    CommandId,
    ConversationId,
    new_command_id,
)
from app.domain.link import LinkState, LinkView
from app.domain.memory_only import MemoryOnly
from app.domain.moment import Moment
from app.domain.offer_facts import OfferAccepted
from app.domain.pending import Pending, Stage, unsent
from app.domain.problems import Problem
from app.domain.project import Seen, project
from app.domain.rules import check
from app.ports import Chance, Clock, CounsellorFile, Gate, Preferences
from app.sync.engine import Engine

OnFailure = Callable[[BaseException], None]
UNDO = timedelta(seconds=5)
"""How long a message is held back for undoing, unless she chose otherwise."""


class Desk:
    """What a counsellor can do and see. Everything returns at once; what takes time is heard of through
    ``subscribe``. What belongs to one part of her work is a slice: ``talk``, ``drafts``, ``wrap_ups``,
    ``transfers``, ``pre_information``, ``calling``, ``call_wrap_ups``, ``supervising``, ``planning``,
    ``archiving``, ``attachments``.

    One desk belongs to one counsellor and lives from her sign-in to her signing out, over any number of lost
    lines and expired tokens.
    """

    def __init__(
        self,
        *,
        me: Staff,
        gate: Gate,
        file: CounsellorFile,
        clock: Clock,
        chance: Chance,
        undo: timedelta = UNDO,
        on_failure: OnFailure | None = None,
        papers: Papers | None = None,
    ) -> None:
        self._gate = gate
        self._file = file
        self._clock = clock
        self._chance = chance
        self._undo = undo
        self._on_failure = on_failure
        self._feed = Feed()
        self._seen: Seen | None = None
        self._is_put_aside_read = False
        self._asks_who_she_is = False
        self._notices = Notices()
        self._keeping = Keeping(file=file, clock=clock, on_health=self._on_health)
        self._preferences = KeptPreferences(file.preferences, self._keeping)
        self.drafts = DraftsDesk(store=file.drafts, keeping=self._keeping, clock=clock, tell=self._tell)
        self._board = Board(
            me=me,
            clock=clock,
            tell=self._tell,
            on_causes=self._on_causes,
            on_link=self._on_link,
            on_caught_up=self._on_caught_up,
            on_offers_over=self._on_offers_over,
            on_moved_often=self._on_moved_often,
        )
        self._intents = Intents(
            store=file.outbox,
            keeping=self._keeping,
            drafts=self.drafts,
            notices=self._notices,
            clock=clock,
            undo=undo,
            confirmed=lambda: self._board.confirmed,
            tell=self._tell,
            wake=self._wake,
        )
        self._engine = Engine(gate=gate, clock=clock, chance=chance, reader=self._board, rows=self._intents)
        self.wrap_ups = WrapUps(
            seen=lambda: self.seen, submit=self.submit, drafts=self.drafts, tell=self._tell
        )
        self.call_wrap_ups = CallWrapUps(seen=lambda: self.seen, drafts=self.drafts, tell=self._tell)
        self._read_marks = ReadMarks(clock=clock, seen=lambda: self.seen, submit=self.submit)
        self.talk = Talk(
            seen=lambda: self.seen,
            now=self.now,
            submit=self.submit,
            born=self._born,
            intents=self._intents,
            drafts=self.drafts,
            read_marks=self._read_marks,
            gate=gate,
            hint=self._engine.typing,
            take_older=self._board.take_older,
        )
        self.transfers = Transfers(seen=lambda: self.seen, submit=self.submit, drafts=self.drafts, gate=gate)
        self.pre_information = PreInformationDesk(
            seen=lambda: self.seen, submit=self.submit, drafts=self.drafts
        )
        self.calling = Calling(
            seen=lambda: self.seen,
            now=self.now,
            submit=self.submit,
            calls=Calls(file.calls, soon=self._keeping.soon),
            wrap_ups=self.call_wrap_ups,
            tell=self._tell,
        )
        self.supervising = Supervising(gate)
        self.archiving = Archiving(gate)
        self.attachments = Attachments(gate=gate, papers=papers)
        self.planning = Planning(gate, chance, submit=self.submit)
        self.consenting = Consenting(seen=lambda: self.seen, submit=self.submit)
        self.identifying = Identifying(seen=lambda: self.seen, submit=self.submit, gate=gate)

    # --- what there is to see -------------------------------------------------------------------------------

    @property
    def seen(self) -> Seen:
        """What the screen shows: the outbox laid over the facts."""
        if self._seen is None:
            self._seen = project(self._board.confirmed, self._intents.all(), is_live=self._engine.is_live)
        return self._seen

    @property
    def link(self) -> LinkView:
        """How the workstation stands towards the backend."""
        return self._board.link

    @property
    def notices(self) -> tuple[News, ...]:
        """What there is to tell, oldest first, until dismissed or no longer so."""
        return tuple(each for each in self._notices.all() if still_tells(each, self._board.confirmed))

    @property
    def undo_s(self) -> float:
        """Seconds a message is held back for undoing."""
        return self._undo.total_seconds()

    @property
    def is_kept_on_disk(self) -> bool:
        """False: drafts and outbox are in memory only, and a banner must stand."""
        return self.memory_only is None

    @property
    def memory_only(self) -> MemoryOnly | None:
        """Why drafts and outbox are in memory only, if they are."""
        return self._file.memory_only

    @property
    def is_file_put_aside(self) -> bool:
        """Whether her earlier file could not be read: what it held is not here, and she must be told."""
        return self._file.is_put_aside and not self._is_put_aside_read

    @property
    def asks_who_she_is(self) -> bool:
        """Whether she came back without a password: whoever sits here must see whose desk this is."""
        return self._asks_who_she_is

    @property
    def preferences(self) -> Preferences:
        """What she has chosen on this computer: names and short texts (language, theme, columns)."""
        return self._preferences

    def now(self) -> datetime:
        """The backend's clock as well as this computer knows it; views take this."""
        return self._board.now()

    def mono_s(self) -> float:
        """The clock that never jumps; ``views.transcript`` takes this."""
        return self._clock.monotonic()

    def typing_by_customer(self, conversation_id: ConversationId) -> bool:
        """Whether the customer is writing just now."""
        return self._board.is_typing(conversation_id)

    @property
    def departed(self) -> tuple[Departed, ...]:
        """Conversations that went elsewhere and that she should see: with an unsent text, or moved by
        somebody else. What she moved herself with nothing left is simply gone.
        """
        written = self.drafts.conversations
        return tuple(
            each for each in self._board.departed() if not each.is_by_her or each.conversation_id in written
        )

    def let_go(self, conversation_id: ConversationId) -> None:
        """She has seen where a conversation went; its unsent text stays a draft."""
        self._board.let_go(conversation_id)

    def unsent(self) -> tuple[Pending, ...]:
        """Messages, endings, wrap-ups, notes and records of calls that are not known to be committed: what
        signing out must list.
        """
        return unsent(self._intents.all())

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear what changed from now on; call what is returned to stop."""
        return self._feed.subscribe(listener)

    # --- what there is to do --------------------------------------------------------------------------------

    def submit(self, command: Command) -> CommandId | Problem:
        """Mean it. Refused at once with a problem, or shown as under way in the same frame: here an intent is
        born.
        """
        problem = check(self.seen, command, self.now())
        if problem is not None:
            return problem
        row = self._born(command)
        self._intents.add(row)
        return row.command_id

    def _born(self, command: Command) -> Pending:
        """An intent with its id, held back for undoing if it is a message."""
        moment = Moment(self._clock.now(), self._clock.monotonic())
        command_id = new_command_id(
            unix_ms=int(moment.at.timestamp() * 1000), random_bits=self._chance.getrandbits(74)
        )
        is_held = isinstance(command, WriteMessage) and self._undo > timedelta(0)
        stage = Stage.HELD if is_held else Stage.QUEUED
        return Pending(command_id, command, stage, submitted=moment, staged=moment)

    def undo(self, command_id: CommandId) -> None:
        """Take back a held message: its text is a draft again. Too late is no error."""
        self._intents.undo(command_id)

    def answer_asking(self, command_id: CommandId, *, send: bool) -> None:
        """Answer for a message that asks before it goes: send it, or make it a draft again."""
        self._intents.answer_asking(command_id, send=send)

    def dismiss(self, notice_id: str) -> None:
        """She has read the notice."""
        if self._notices.dismiss(notice_id):
            self._tell(Changes.of(Kind.NOTICES, [notice_id]))

    def put_aside_read(self) -> None:
        """She has read that an earlier file could not be read."""
        self._is_put_aside_read = True

    def answer_who_she_is(self) -> None:
        """It is she."""
        self._asks_who_she_is = False

    def retry_now(self) -> None:
        """Do not wait for the next try of the link."""
        self._engine.try_now()

    # --- its life -------------------------------------------------------------------------------------------

    async def restore(self) -> None:
        """Take drafts, outbox and calls from her file, before anything else. Raises StoreFailed."""
        self.drafts.restore(await self._file.drafts.load())
        rows = await self._file.outbox.load()
        self._intents.restore(rows)
        self.calling.restore(await self._file.calls.load(), rows)

    def signed_in(self) -> None:
        """There is a good sign-in, the first or another: messages that have never left ask before they go."""
        self._asks_who_she_is = False
        self._intents.signed_in_anew()
        self._engine.signed_in()

    def came_back(self) -> None:
        """She has come back without a password, after a program that nobody signed out of."""
        self._asks_who_she_is = True

    async def run(self) -> None:
        """Be at work until cancelled.

        A fault of ours between here and the backend takes the link down and is told to ``on_failure``; what
        she types is still kept.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keeping.run())
            group.create_task(self.drafts.run())
            group.create_task(self._work_with_the_backend())

    async def _work_with_the_backend(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._read_marks.run())
                group.create_task(self._engine.run())
        except ExceptionGroup as failure:
            if self._on_failure is None:
                raise
            self._engine.stop()
            self._on_failure(failure)

    async def flush(self) -> None:
        """Have every draft and row on the disk before returning (before signing out or ending)."""
        self.drafts.save_all()
        await self._keeping.flush()

    # --- what comes from below ------------------------------------------------------------------------------

    def _tell(self, changes: Changes) -> None:
        # Drafts are not part of what is laid over the facts: a key pressed does not lay it anew.
        if not changes.are_only(Kind.DRAFTS):
            self._seen = None
        self._feed.tell(changes)
        if changes.ids(Kind.HEADS) or changes.ids(Kind.OUTBOX):
            self._read_marks.look_again()

    def _on_causes(self, causes: frozenset[CommandId]) -> None:
        self._intents.facts_came(causes)

    def _on_caught_up(self, since: Moment) -> None:
        self._intents.caught_up(since)

    def _on_offers_over(self, over: tuple[OfferOver, ...]) -> None:
        for offer, fact in over:
            if isinstance(fact, OfferAccepted) and offer.by.staff_id == self._board.confirmed.me.staff_id:
                self.transfers.accepted(offer)
            news = news_of(offer, fact, me=self._board.confirmed.me)
            if news is not None:
                self._notices.put(news)
                self._tell(Changes.of(Kind.NOTICES, [news.notice_id]))

    def _on_moved_often(self, often: MovedOften) -> None:
        news = OftenNews(f"often {often.conversation_id} {often.hand_overs}", often)
        self._notices.put(news)
        self._tell(Changes.of(Kind.NOTICES, [news.notice_id]))

    def _on_link(self) -> None:
        self._tell(Changes.of(Kind.LINK, ["link"]))
        self._wake()
        if self.link.state is LinkState.LIVE:
            self._read_marks.look_again()

    def _on_health(self) -> None:
        if self.is_kept_on_disk:
            self.drafts.caught_up()
        self._tell(Changes.of(Kind.LINK, ["link"]))

    def _wake(self) -> None:
        self._engine.wake()
