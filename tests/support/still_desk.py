"""A desk that stands still: it shows what a test puts on it and remembers what the screen asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from app.desk.archiving import Archiving
from app.desk.attachment_pages import PagePicture, WhyUnshowable
from app.desk.attachments import Attachments
from app.desk.call_wrap_ups import CallWrapUps
from app.desk.calling import Calling
from app.desk.calls import Calls, Write
from app.desk.consenting import Consenting
from app.desk.desk import Desk
from app.desk.drafts import DraftsDesk
from app.desk.file_saving import WhyUnsaved
from app.desk.identifying import Identifying
from app.desk.notices import News
from app.desk.planning import Planning
from app.desk.pre_information import PreInformationDesk
from app.desk.supervising import Supervising
from app.desk.talk import Talk
from app.desk.transfers import Transfers
from app.desk.wrap_ups import WrapUps
from app.domain.archive import Archived, ArchivePage, Material, Sought, Totals
from app.domain.changes import Changes, Kind
from app.domain.commands import Command, EndConversation, WriteMessage
from app.domain.conversation import Attachment, AttachmentKind, AttachmentUse
from app.domain.departed import Departed, departures
from app.domain.dialled import Dialled
from app.domain.draft import Draft
from app.domain.identification import IdentityCodes
from app.domain.ids import CommandId, ConversationId
from app.domain.link import LinkState, LinkView
from app.domain.memory_only import MemoryOnly
from app.domain.parts import readable_parts
from app.domain.pending import Pending, Stage, unsent
from app.domain.planned_shift import OwnPlan, PlannedDay, PlanRule
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.rules import check
from app.domain.situation import Situation
from app.domain.transfer import LookAhead
from tests.support.fakes import NINE_O_CLOCK, Disk, MemoryCalls, MemoryPreferences, Writes


def at_once(_write: Write, *, then: Callable[[], None] = lambda: None) -> None:
    """A file that has everything in the moment it is meant."""
    then()


class StillDrafts(DraftsDesk):
    """Drafts in a dictionary, saved at once."""

    def __init__(self, tell: Callable[[Changes], None]) -> None:
        self._drafts_by_id: dict[ConversationId, Draft] = {}
        self._problems: dict[ConversationId, Problem] = {}
        self._tell_desk = tell

    def text(self, conversation_id: ConversationId) -> str:
        draft = self._drafts_by_id.get(conversation_id)
        return "" if draft is None else draft.text

    def typed(self, conversation_id: ConversationId, text: str) -> None:
        if text == self.text(conversation_id):
            return
        self._drafts_by_id[conversation_id] = Draft(conversation_id, text, NINE_O_CLOCK)
        if not text:
            del self._drafts_by_id[conversation_id]
            self._problems.pop(conversation_id, None)
        self._tell_desk(Changes.of(Kind.DRAFTS, [conversation_id]))

    def saved_at(self, conversation_id: ConversationId) -> datetime | None:
        return NINE_O_CLOCK if self.text(conversation_id) else None

    def banner(self, conversation_id: ConversationId) -> Problem | None:
        return self._problems.get(conversation_id)

    def dismiss_banner(self, conversation_id: ConversationId) -> None:
        self._problems.pop(conversation_id, None)

    def all(self) -> tuple[Draft, ...]:
        return tuple(self._drafts_by_id.values())

    def give_back(self, conversation_id: ConversationId, text: str, problem: Problem) -> None:
        """A message has come back into this draft."""
        self.typed(conversation_id, text)
        self._problems[conversation_id] = problem


class StillTalk(Talk):
    """What is written is submitted at once, and what was looked at is remembered."""

    def __init__(self, desk: StillDesk) -> None:
        self._desk = desk
        self._seen, self._submit, self._drafts = desk.see, desk.submit, desk.drafts

    def write(self, conversation_id: ConversationId) -> CommandId | Problem:
        head = self._seen().confirmed.heads[conversation_id]
        text = self._drafts.text(conversation_id).rstrip()
        answer = self._submit(WriteMessage(conversation_id, text, head.responsibility_version))
        if not isinstance(answer, Problem):
            self._drafts.typed(conversation_id, "")
        return answer

    def write_in_parts(self, conversation_id: ConversationId) -> CommandId | Problem:
        head = self._seen().confirmed.heads[conversation_id]
        answers = [
            self._submit(WriteMessage(conversation_id, part, head.responsibility_version))
            for part in readable_parts(self._drafts.text(conversation_id))
        ]
        if not isinstance(answers[0], Problem):
            self._drafts.typed(conversation_id, "")
        return answers[0]

    def looked_at(self, conversation_id: ConversationId, seq: int) -> None:
        self._desk.looked.append((conversation_id, seq))

    def typing(self, conversation_id: ConversationId) -> None:
        return

    async def older(self, conversation_id: ConversationId) -> bool:
        return False


class StillTransfers(Transfers):
    """The queues are as a test says."""

    def __init__(self, desk: StillDesk) -> None:
        self._desk = desk
        self._seen, self._submit, self._drafts, self._sent_along = desk.see, desk.submit, desk.drafts, {}

    async def look_ahead(self) -> LookAhead | Problem:
        return self._desk.ahead


class StillSupervising(Supervising):
    """The service is as a test says."""

    def __init__(self, desk: StillDesk) -> None:
        self._desk = desk

    async def situation(self) -> Situation | Problem:
        self._desk.situations_asked += 1
        return self._desk.situation_shown


class StillPlanning(Planning):
    """Plans are as a test says; what a supervisor plans is submitted."""

    def __init__(self, desk: StillDesk) -> None:
        self._desk = desk
        self._chance = Random(1)
        self._submit = desk.submit

    async def own(self) -> OwnPlan | Problem:
        self._desk.plans_asked += 1
        return self._desk.own_plan_shown

    async def day(self, day: date) -> PlannedDay | Problem:
        self._desk.days_asked.append(day)
        return self._desk.planned_day_shown


class StillArchiving(Archiving):
    """The archive is as a test says, and what was asked is remembered."""

    def __init__(self) -> None:
        self.page: ArchivePage | Problem = ArchivePage((), None, None, Totals(0, 0, 0, 0))
        self.one: Archived | Problem = Problem(ProblemCode.NOT_FOUND)
        self.taken: Material | Problem = Problem(ProblemCode.NOT_FOUND)
        self.asked: list[tuple[Sought, str | None]] = []
        self._changed = {}

    async def search(self, sought: Sought, next_from: str | None = None) -> ArchivePage | Problem:
        self.asked.append((sought, next_from))
        return self.page

    async def opened(self, conversation_id: ConversationId) -> Archived | Problem:
        return self.one

    async def material(self, conversation_id: ConversationId) -> Material | Problem:
        return self.taken


class StillIdentifying(Identifying):
    """Customers are asked, and their codes are as a test says."""

    def __init__(self, desk: StillDesk) -> None:
        self._desk = desk
        self._seen = lambda: desk.seen
        self._submit = desk.submit

    async def codes(self, conversation_id: ConversationId) -> IdentityCodes | Problem:
        self._desk.codes_asked.append(conversation_id)
        return self._desk.codes


class StillAttachments(Attachments):
    """Files, and what their pages look like, are as a test says; what was fetched and saved is remembered."""

    def __init__(self) -> None:
        self.content: bytes | Problem = b"%PDF-"
        self.shown: Callable[[int, int, int], PagePicture | WhyUnshowable] = blank_page
        self.fetched_for: list[tuple[str, AttachmentUse]] = []
        self.asked: list[tuple[int, int, int]] = []
        self.saved: list[Path] = []
        self.unsaved: WhyUnsaved | None = None

    async def fetched(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes | Problem:
        self.fetched_for.append((attachment.attachment_id, use))
        return self.content

    async def page(
        self, content: bytes, kind: AttachmentKind, *, page: int, width: int, height: int
    ) -> PagePicture | WhyUnshowable:
        self.asked.append((page, width, height))
        return self.shown(page, width, height)

    async def save(
        self, conversation_id: ConversationId, attachment: Attachment, path: Path
    ) -> Problem | WhyUnsaved | None:
        self.saved.append(path)
        return self.unsaved


def blank_page(page: int, width: int, height: int) -> PagePicture:
    """Paper of A4, as large as it fits."""
    broad = max(1, min(width, height * 595 // 842))
    high = max(1, min(height, broad * 842 // 595))
    return PagePicture(page, 3, broad, high, b"\xff" * (4 * broad * high))


class StillDesk(Desk):
    """Everything a screen may ask of a desk, answered from fields a test sets."""

    drafts: StillDrafts
    attachments: StillAttachments

    def __init__(self, seen: Seen) -> None:
        self._shown = seen
        self._listeners: list[Callable[[Changes], None]] = []
        self.drafts = StillDrafts(self.tell)
        self.wrap_ups = WrapUps(seen=self.see, submit=self.submit, drafts=self.drafts, tell=self.tell)
        self.call_wrap_ups = CallWrapUps(seen=self.see, drafts=self.drafts, tell=self.tell)
        self.link_shown = LinkView(LinkState.LIVE, up_to_date_as_of=NINE_O_CLOCK)
        self.departed_shown: tuple[Departed, ...] = ()
        self.notices_shown: tuple[News, ...] = ()
        self.memory_only_shown: MemoryOnly | None = None
        self.put_aside_shown = False
        self.asks_shown = False
        self.clock_shown = NINE_O_CLOCK
        self.writing: set[ConversationId] = set()
        self.submitted: list[Command] = []
        self.looked: list[tuple[ConversationId, int]] = []
        self.dismissed: list[str] = []
        self.undone: list[CommandId] = []
        self.answered: list[tuple[CommandId, bool]] = []
        self.retried = 0
        self.ahead: LookAhead | Problem = LookAhead(NINE_O_CLOCK, ())
        self.situation_shown: Situation | Problem = Situation(NINE_O_CLOCK, (), ())
        self.situations_asked = 0
        self.own_plan_shown: OwnPlan | Problem = OwnPlan(NINE_O_CLOCK, PlanRule.INFORMS)
        self.plans_asked = 0
        self.planned_day_shown: PlannedDay | Problem = PlannedDay(
            NINE_O_CLOCK, NINE_O_CLOCK.date(), PlanRule.INFORMS
        )
        self.days_asked: list[date] = []
        self._being_written: list[Callable[[], None]] | None = None
        self.talk = StillTalk(self)
        self.transfers = StillTransfers(self)
        self.pre_information = PreInformationDesk(seen=self.see, submit=self.submit, drafts=self.drafts)
        self.supervising = StillSupervising(self)
        self.planning = StillPlanning(self)
        self.archiving = StillArchiving()
        self.attachments = StillAttachments()
        self.identifying = StillIdentifying(self)
        self.consenting = Consenting(seen=self.see, submit=self.submit)
        self.codes: IdentityCodes | Problem = IdentityCodes(None, None)
        self.codes_asked: list[ConversationId] = []
        self.calling = Calling(
            seen=self.see,
            now=self.now,
            submit=self.submit,
            calls=Calls(MemoryCalls(Writes(Disk())), soon=self._soon),
            wrap_ups=self.call_wrap_ups,
            tell=self.tell,
        )
        self.chosen = MemoryPreferences(Writes(Disk()))

    # --- what a test does -----------------------------------------------------------------------------------

    def show(self, seen: Seen) -> None:
        """From now on this is seen, and everybody is told that everything may have changed."""
        self.departed_shown += departures(self._shown.confirmed, seen.confirmed)
        self._shown = seen
        self.tell(Changes({kind: frozenset(["all"]) for kind in Kind}))

    def show_link(self, link: LinkView) -> None:
        """The link is like this now."""
        self.link_shown = link
        is_live = link.state is LinkState.LIVE
        self._shown = replace(self._shown, is_live=is_live)
        self.tell(Changes.of(Kind.LINK, ["link"]))

    def slow_down(self) -> None:
        """From now on her file takes its time over calls, until ``catch_up``."""
        self._being_written = []

    def catch_up(self) -> None:
        """Her file has every call now."""
        written, self._being_written = self._being_written or [], None
        for then in written:
            then()

    def _soon(self, write: Write, *, then: Callable[[], None] = lambda: None) -> None:
        if self._being_written is None:
            at_once(write, then=then)
        else:
            self._being_written.append(then)

    def restore_call(self, dialled: Dialled) -> None:
        """She had dialled before this desk began, and not recorded it."""
        self.calling.restore([dialled], ())

    def pass_time(self, seconds: float) -> None:
        """Let that much time pass."""
        self.clock_shown += timedelta(seconds=seconds)

    def _tell(self, changes: Changes) -> None:
        self.tell(changes)

    def tell(self, changes: Changes) -> None:
        """Tell every listener."""
        for listener in tuple(self._listeners):
            listener(changes)

    @property
    def listeners(self) -> int:
        """How many listen."""
        return len(self._listeners)

    # --- what a screen asks ---------------------------------------------------------------------------------

    @property
    def seen(self) -> Seen:
        return self._shown

    def see(self) -> Seen:
        """What is shown now."""
        return self._shown

    @property
    def link(self) -> LinkView:
        return self.link_shown

    @property
    def notices(self) -> tuple[News, ...]:
        return self.notices_shown

    @property
    def departed(self) -> tuple[Departed, ...]:
        written = self.drafts.conversations
        return tuple(
            each for each in self.departed_shown if not each.is_by_her or each.conversation_id in written
        )

    def let_go(self, conversation_id: ConversationId) -> None:
        self.departed_shown = tuple(
            each for each in self.departed_shown if each.conversation_id != conversation_id
        )
        self.tell(Changes.of(Kind.HEADS, [conversation_id]))

    @property
    def undo_s(self) -> float:
        return 5.0

    @property
    def memory_only(self) -> MemoryOnly | None:
        return self.memory_only_shown

    @property
    def asks_who_she_is(self) -> bool:
        return self.asks_shown

    def answer_who_she_is(self) -> None:
        self.asks_shown = False

    @property
    def is_file_put_aside(self) -> bool:
        return self.put_aside_shown

    def put_aside_read(self) -> None:
        self.put_aside_shown = False

    @property
    def preferences(self) -> MemoryPreferences:
        return self.chosen

    def now(self) -> datetime:
        return self.clock_shown

    def mono_s(self) -> float:
        return 1000.0 + (self.clock_shown - NINE_O_CLOCK).total_seconds()

    def typing_by_customer(self, conversation_id: ConversationId) -> bool:
        return conversation_id in self.writing

    def unsent(self) -> tuple[Pending, ...]:
        return unsent(self._shown.pending)

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self._listeners.append(listener)

        def stop() -> None:
            self._listeners.remove(listener)

        return stop

    def submit(self, command: Command) -> CommandId | Problem:
        problem = check(self._shown, command, self.now())
        if problem is not None:
            return problem
        self.submitted.append(command)
        if isinstance(command, EndConversation):
            # Seen as under way from now on: a wrap-up follows upon it.
            ending = self._shown.ending | {command.conversation_id}
            self._shown = replace(self._shown, ending=ending)
        return CommandId(f"{len(self.submitted):032x}")

    def undo(self, command_id: CommandId) -> None:
        self.undone.append(command_id)
        gone = [row for row in self._shown.pending if row.command_id == command_id]
        rest = [row for row in self._shown.pending if row.command_id != command_id]
        self._shown = project(self._shown.confirmed, rest, is_live=self._shown.is_live)
        for row in gone:
            if isinstance(row.command, WriteMessage) and row.stage is Stage.HELD:
                self.drafts.typed(row.command.conversation_id, row.command.text)

    def answer_asking(self, command_id: CommandId, *, send: bool) -> None:
        self.answered.append((command_id, send))

    def dismiss(self, notice_id: str) -> None:
        self.dismissed.append(notice_id)
        self.notices_shown = tuple(each for each in self.notices_shown if each.notice_id != notice_id)

    def retry_now(self) -> None:
        self.retried += 1
