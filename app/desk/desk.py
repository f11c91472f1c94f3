"""The desk: the one facade a screen talks to; intents are born here and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from app.desk.board import Board, OfferOver
from app.desk.call_wrap_ups import CallWrapUps
from app.desk.callback_views import unrecorded
from app.desk.calls import Calls
from app.desk.drafts import DraftsDesk
from app.desk.feed import Feed
from app.desk.intents import Intents
from app.desk.keeping import Keeping, KeptPreferences
from app.desk.notices import News, Notices
from app.desk.offer_news import news_of
from app.desk.read_marks import ReadMarks
from app.desk.wrap_ups import WrapUps
from app.domain.callback import AttemptOutcome, unmet
from app.domain.callback_commands import RecordAttempt
from app.domain.callback_rules import problem_of
from app.domain.changes import Changes, Kind
from app.domain.commands import Command, TransferConversation, WriteMessage, WriteNote
from app.domain.conversation import ConversationState, Staff
from app.domain.departed import Departed
from app.domain.dialled import Dialled
from app.domain.ids import (
    CallbackId,
    CommandId,
    ConversationId,
    QueueId,
    StaffId,
    internal_slot,
    new_command_id,
    note_slot,
)
from app.domain.link import LinkState, LinkView
from app.domain.memory_only import MemoryOnly
from app.domain.moment import Moment
from app.domain.offer_commands import OfferTransfer
from app.domain.offer_facts import OfferAccepted
from app.domain.parts import readable_parts
from app.domain.pending import Pending, Stage, unsent
from app.domain.presence import Roster
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.rules import check
from app.domain.situation import Situation
from app.domain.transfer import LookAhead
from app.ports import Chance, Clock, CounsellorFile, Gate, LineTrouble, Preferences
from app.sync.engine import Engine

OnFailure = Callable[[BaseException], None]
_SEVERAL = 2
UNDO = timedelta(seconds=5)
"""How long a message is held back for undoing, unless she chose otherwise."""
OLDER_AT_ONCE = 100
"""How many older messages are fetched at once: two hundred long ones are laid out in a tenth of a second."""


class Desk:
    """What a counsellor can do and see. Everything returns at once; what takes time is heard of through
    ``subscribe``.

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
        self._sent_along: dict[ConversationId, str] = {}
        self._notices = Notices()
        self._keeping = Keeping(file=file, clock=clock, on_health=self._on_health)
        self._calls = Calls(file.calls, soon=self._keeping.soon)
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
        """What there is to tell, oldest first, until dismissed."""
        return self._notices.all()

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

    def write(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the conversation's draft as a message under its present responsibility: the draft becomes
        the message.
        """
        head = self.seen.confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self.drafts.text(conversation_id).rstrip()
        return self.submit(WriteMessage(conversation_id, text, head.responsibility_version))

    def write_in_parts(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the conversation's draft as several messages, readable one by one (R087); the id is the
        first one's. Refused whole if any of them cannot be: then nothing has left the draft.
        """
        head = self.seen.confirmed.heads.get(conversation_id)
        parts = readable_parts(self.drafts.text(conversation_id))
        if head is None or len(parts) < _SEVERAL:
            return self.write(conversation_id)
        version = head.responsibility_version
        messages = [WriteMessage(conversation_id, part, version) for part in parts]
        problems = (check(self.seen, message, self.now()) for message in messages)
        problem = next((each for each in problems if each is not None), None)
        if problem is not None:
            return problem
        ids = [self._write_part(message, messages[number:]) for number, message in enumerate(messages, 1)]
        return ids[0]

    def _write_part(self, message: WriteMessage, following: list[WriteMessage]) -> CommandId:
        """Let one part become a message; those that follow are the draft meanwhile, also after a crash."""
        row = self._born(message)
        if following:
            self._intents.add_part(row, rest="\n\n".join(each.text for each in following))
        else:
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

    def dial(self, callback_id: CallbackId) -> Dialled | Problem:
        """Note that she dials the number of a request of hers, now; outcomes can be recorded from here on.

        Nothing is dialled by the program.
        """
        callback = self.seen.confirmed.callbacks.get(callback_id)
        me = self.seen.confirmed.me.staff_id
        if not self.seen.is_live:
            return Problem(ProblemCode.NOT_LIVE)
        if callback is None or callback.holder is None or callback.holder.staff_id != me:
            return Problem(ProblemCode.NOT_HELD)
        broken = unmet(callback, self.now(), self.seen.confirmed.calling)
        if broken:
            return problem_of(broken[0])
        dialled = Dialled(callback_id, callback.responsibility_version, self.now())
        self._calls.note(dialled, then=lambda: self._tell(Changes.of(Kind.CALLBACKS, [callback_id])))
        return dialled

    def dialled(self, callback_id: CallbackId) -> Dialled | None:
        """The call of hers that is not recorded yet, or None."""
        return self._calls.of(callback_id)

    @property
    def unrecorded(self) -> tuple[Dialled, ...]:
        """Calls of hers of which she has still to say what came: what signing out must list."""
        return unrecorded(self.seen, self._calls.all())

    def record(self, callback_id: CallbackId, outcome: AttemptOutcome) -> CommandId | Problem:
        """Submit what came of the call she dialled, under the responsibility and at the moment of then; with
        what it was about, when it closes the request.
        """
        dialled = self._calls.of(callback_id)
        if dialled is None:
            return Problem(ProblemCode.NOT_HELD)
        said = self.call_wrap_ups.said(callback_id, outcome)
        answer = self.submit(
            RecordAttempt(callback_id, dialled.responsibility_version, outcome, dialled.at, said)
        )
        if not isinstance(answer, Problem):
            self._calls.forget(callback_id)
        return answer

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

    def looked_at(self, conversation_id: ConversationId, seq: int) -> None:
        """Everything up to ``seq`` has been on the screen; marks are sent at most every
        ``limits.read_every_s``.
        """
        self._read_marks.looked_at(conversation_id, seq)

    def typing(self, conversation_id: ConversationId) -> None:
        """A key was pressed in the composer; hints are sent at most every ``limits.typing_every_s``."""
        head = self.seen.confirmed.heads.get(conversation_id)
        if head is not None and head.state is ConversationState.HELD:
            self._engine.typing(conversation_id, every_s=self.seen.confirmed.limits.typing_every_s)

    async def older(self, conversation_id: ConversationId) -> bool:
        """Page further back into the window.

        True when messages came; False at the beginning, or when the line is away (the follower says so by
        itself).
        """
        window = self.seen.confirmed.windows.get(conversation_id)
        if window is None or not window.has_older:
            return False
        limit = min(OLDER_AT_ONCE, self.seen.confirmed.limits.page_messages)
        try:
            page = await self._gate.older(conversation_id, before=window.first_seq, limit=limit)
        except LineTrouble:
            return False
        return self._board.take_older(conversation_id, page.messages)

    async def look_ahead(self) -> LookAhead | Problem:
        """Where a conversation can be moved to, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.look_ahead()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def roster(self) -> Roster | Problem:
        """Who of staff is there, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.roster()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def situation(self) -> Situation | Problem:
        """Load by queue and by person, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.situation()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    def transfer(self, conversation_id: ConversationId, queue_id: QueueId) -> CommandId | Problem:
        """Move a conversation with the internal message in its slot, under its present responsibility. The
        slot is emptied when it has happened.
        """
        head = self.seen.confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self.drafts.text(internal_slot(conversation_id)).rstrip()
        return self.submit(TransferConversation(conversation_id, queue_id, text, head.responsibility_version))

    def offer(self, conversation_id: ConversationId, staff_id: StaffId) -> CommandId | Problem:
        """Offer a conversation to one professional with the internal message in its slot. The slot is emptied
        when she has accepted.
        """
        head = self.seen.confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self.drafts.text(internal_slot(conversation_id)).rstrip()
        answer = self.submit(OfferTransfer(conversation_id, staff_id, text, head.responsibility_version))
        if not isinstance(answer, Problem):
            # The backend masks identity codes: what comes back need not be what was written.
            self._sent_along[conversation_id] = text
        return answer

    def note(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit the note in its slot under the present responsibility: the draft becomes the note."""
        head = self.seen.confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        text = self.drafts.text(note_slot(conversation_id)).rstrip()
        return self.submit(WriteNote(conversation_id, text, head.responsibility_version))

    def retry_now(self) -> None:
        """Do not wait for the next try of the link."""
        self._engine.try_now()

    # --- its life -------------------------------------------------------------------------------------------

    async def restore(self) -> None:
        """Take drafts, outbox and calls from her file, before anything else. Raises StoreFailed."""
        self.drafts.restore(await self._file.drafts.load())
        rows = await self._file.outbox.load()
        self._intents.restore(rows)
        self._calls.restore(await self._file.calls.load(), rows)

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
                # It has arrived; until now it stood in its slot, so that a refusal loses nothing. What she
                # has written there since the offer was made went with nothing.
                sent = self._sent_along.pop(offer.conversation_id, offer.internal_message)
                self.drafts.arrived(internal_slot(offer.conversation_id), sent)
            news = news_of(offer, fact, me=self._board.confirmed.me)
            if news is not None:
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
