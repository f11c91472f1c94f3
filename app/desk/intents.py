"""Intents: the outbox in memory, kept in step with the file, with the drafts and with what the facts say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from app.desk.drafts import DraftsDesk
from app.desk.keeping import Keeping
from app.desk.notices import Notice, Notices
from app.domain.agreed_message import AgreedCommand, SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.changes import Changes, Kind
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    Durability,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
    durability,
)
from app.domain.consent import AskConsent
from app.domain.consultation import question_draft
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.desk_state import DeskState
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    HelpCommand,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.identification import AskIdentification
from app.domain.ids import (
    NEW_CONSULTATION,
    CommandId,
    ConversationId,
    agreed_slot,
    call_slot,
    detail_slot,
    help_slot,
    internal_slot,
    note_slot,
    wrap_up_slot,
)
from app.domain.masking import MaskSpan
from app.domain.moment import Moment
from app.domain.offer_commands import (
    AcceptOffer,
    DeclineOffer,
    OfferCommand,
    OfferTransfer,
    WithdrawOffer,
)
from app.domain.pending import Ending, Happening, Patience, Pending, Stage, step
from app.domain.planned_shift import AllowOutsidePlan, PlanShift, RemovePlannedShift
from app.domain.pre_information import CorrectPreInformation, RefinePreInformation
from app.domain.presence import BeginShift, EndShift, SetPresence, ShiftCommand
from app.domain.problem_situation import BeginProblemSituation, EndProblemSituation, TickStep
from app.domain.problems import Problem, ProblemCode
from app.domain.wrap_up import CallWrapUp
from app.ports import Clock, Outbox


class Intents:
    """Rows of the outbox in the order the person acted. Every change of a row happens here."""

    def __init__(
        self,
        *,
        store: Outbox,
        keeping: Keeping,
        drafts: DraftsDesk,
        notices: Notices,
        clock: Clock,
        undo: timedelta,
        confirmed: Callable[[], DeskState],
        tell: Callable[[Changes], None],
        wake: Callable[[], None],
    ) -> None:
        self._store = store
        self._keeping = keeping
        self._drafts = drafts
        self._notices = notices
        self._clock = clock
        self._undo = undo
        self._confirmed = confirmed
        self._tell = tell
        self._wake = wake
        self._rows: dict[CommandId, Pending] = {}
        self._unkept: set[CommandId] = set()

    def all(self) -> tuple[Pending, ...]:
        """Every row, oldest first."""
        return tuple(self._rows.values())

    # --- for the desk ---------------------------------------------------------------------------------------

    def restore(self, rows: Iterable[Pending]) -> None:
        """Take what the file held when this desk opened, as after a crash.

        A row under way then has an unknown outcome: it is queued again, marked. What was only now or never is
        over, and what it did is in the snapshot.
        """
        moment = self._moment()
        over: list[CommandId] = []
        for row in rows:
            if durability(row.command) is Durability.NOW_OR_NEVER:
                over.append(row.command_id)
                continue
            stage = Stage.QUEUED if row.stage is Stage.IN_FLIGHT else row.stage
            submitted = replace(row.submitted, mono_s=moment.mono_s)
            self._rows[row.command_id] = replace(row, stage=stage, submitted=submitted, staged=moment)
        if over:
            self._keeping.soon(lambda: self._store.retire(tuple(over)))

    def add(self, row: Pending) -> None:
        """Enqueue an intent that has just been born. A message takes its text out of the draft, and a wrap-up
        its notes out of theirs, in one transaction.
        """
        self._rows[row.command_id] = row
        self._unkept.add(row.command_id)
        deletes: ConversationId | None = None
        written = _written(row.command)
        if written is not None and self._drafts.become_message(*written):
            deletes = written[0]
        self._keeping.soon(
            lambda: self._store.enqueue(row, deletes_draft=deletes),
            then=lambda: self._was_kept(row.command_id),
        )
        self._told(row)

    def add_part(self, row: Pending, *, rest: str) -> None:
        """Enqueue a message that is the first part of its draft; ``rest`` stays the draft, in one
        transaction.
        """
        self._rows[row.command_id] = row
        self._unkept.add(row.command_id)
        draft = self._drafts.become_part(row.command.conversation_id, rest)

        async def write() -> None:
            await self._drafts.kept(self._store.enqueue(row, deletes_draft=None, keeps_draft=draft), draft)

        self._keeping.soon(write, then=lambda: self._was_kept(row.command_id))
        self._told(row)

    def undo(self, command_id: CommandId) -> None:
        """Take a held message back into its draft."""
        self.move(command_id, Happening.UNDONE)

    def answer_asking(self, command_id: CommandId, *, send: bool) -> None:
        """Send what asked, or make it a draft again."""
        self.move(command_id, Happening.ANSWERED_SEND if send else Happening.ANSWERED_DRAFT)

    def signed_in_anew(self) -> None:
        """Make every message that has never left ask before it goes."""
        for row in self.all():
            self.move(row.command_id, Happening.SIGNED_IN_ANEW)

    def facts_came(self, causes: frozenset[CommandId]) -> None:
        """Retire the rows whose fact has come, and the accepted ones that can wait for none: see
        ``_is_covered``.
        """
        state = self._confirmed()
        over = [
            row for row in self._rows.values() if row.command_id in causes or self._is_covered(row, state)
        ]
        self._arrived(over)
        self._give_back_what_asks_in_vain(state)

    def _give_back_what_asks_in_vain(self, state: DeskState) -> None:
        """What asks is asked about in its conversation. Once that is not hers, a text would be in no place
        she can see: it becomes a draft, which is offered to her; an ending is over.
        """
        moved = Problem(ProblemCode.RESPONSIBILITY_MOVED)
        for rows in self.lanes().values():
            head = state.heads.get(rows[0].command.conversation_id)
            if head is not None and state.is_mine(head):
                continue
            asking = [row for row in rows if row.stage is Stage.ASKING]
            messages = [row for row in asking if isinstance(row.command, WriteMessage)]
            for row in asking:
                if row not in messages:
                    self._discard(row, moved)
            if messages:
                self._return(messages, problem=moved)

    def caught_up(self, since: Moment) -> None:
        """Retire what was accepted before: its facts were committed then, so all that were for us
        have come.
        """
        self._arrived([row for row in self._rows.values() if _was_accepted_before(row, since)])

    def _arrived(self, rows: list[Pending]) -> None:
        """These have happened. What went along stood in its slot until now, so that a refusal loses
        nothing.
        """
        for row in rows:
            match row.command:
                case TransferConversation(conversation_id=conversation_id, internal_message=text):
                    self._drafts.arrived(internal_slot(conversation_id), text)
                case CorrectPreInformation(conversation_id=conversation_id, internal_message=text):
                    self._drafts.arrived(internal_slot(conversation_id), text)
                case RefinePreInformation(conversation_id=conversation_id, detail=text):
                    self._drafts.arrived(detail_slot(conversation_id), text)
                case CallForHelp(conversation_id=conversation_id, text=text):
                    self._drafts.arrived(help_slot(conversation_id), text)
                case _:
                    pass
        self._retire(rows)

    def _is_covered(self, row: Pending, state: DeskState) -> bool:
        """Whether an accepted row's fact is behind us: taken, inside a snapshot, or never to come to this
        reader.

        The backend names the last fact the command led to, as this reader counts. Once our cursor is there,
        whatever of it was for us has come. A conversation that has left us takes its later facts with it.
        Nothing to wait for: a command that changed nothing.
        """
        if row.stage is not Stage.ACCEPTED:
            return False
        if row.accepted_cursor is None or state.cursor >= row.accepted_cursor:
            return True
        if isinstance(row.command, CallbackCommand):
            return row.command.callback_id not in state.callbacks
        if isinstance(row.command, ShiftCommand | OpenConsultation):
            return False
        if isinstance(row.command, ConsultationCommand):
            return row.command.consultation_id not in state.consultations
        if isinstance(row.command, AnswerHelpCall | TakeOver | JoinConversation | LeaveConversation):
            return row.command.conversation_id not in state.help_calls
        if isinstance(row.command, AcceptOffer | DeclineOffer):
            return row.command.conversation_id not in state.offers
        return row.command.conversation_id not in state.heads

    # --- for the courier (app.sync.courier.Rows) ------------------------------------------------------------

    def lanes(self) -> dict[ConversationId, tuple[Pending, ...]]:
        """Every row, by conversation, in the order the person acted."""
        lanes: dict[ConversationId, tuple[Pending, ...]] = {}
        for row in self._rows.values():
            conversation_id = row.command.conversation_id
            lanes[conversation_id] = (*lanes.get(conversation_id, ()), row)
        return lanes

    def patience(self) -> Patience:
        """How long rows may stay at a stage, by the backend's limits."""
        limits = self._confirmed().limits
        return Patience(
            undo=self._undo,
            ask_after=timedelta(seconds=limits.ask_after_s),
            now_or_never=timedelta(seconds=limits.now_or_never_s),
        )

    def is_kept(self, command_id: CommandId) -> bool:
        """Whether the row is on the disk, or cannot be."""
        return command_id not in self._unkept

    def move(self, command_id: CommandId, happening: Happening) -> None:
        """Let the happening lead the row where it does, if it means anything to it."""
        row = self._rows.get(command_id)
        to = None if row is None else step(row, happening, self._moment())
        if row is None or to is None:
            return
        match to:
            case Pending():
                self._put(to)
            case Ending.RETIRED:
                self._retire([row])
            case Ending.RETURNED:
                self._return([row], problem=None)
            case Ending.LAPSED:
                self._discard(row, Problem(ProblemCode.LAPSED))
            case Ending.REFUSED:
                raise ValueError("a refusal has a problem to tell: call refused")

    async def to_be_sent(self, command_id: CommandId) -> bytes | None:
        """Mark the row as in flight, on the disk before the first byte leaves, and give its bytes.

        None: it need not be sent any more, for its fact came while the disk was written.
        """
        self.move(command_id, Happening.SENT)
        row = self._rows.get(command_id)
        if row is None or row.stage is not Stage.IN_FLIGHT:
            return None
        await self._keeping.now(lambda: self._store.restage(row))
        try:
            body = await self._store.body_of(command_id)
        except KeyError:
            if command_id in self._rows:
                raise
            return None
        return body if command_id in self._rows else None

    def accepted(self, command_id: CommandId, cursor: int | None) -> None:
        """Note that it is committed; if its fact came before this answer, the row is gone already."""
        row = self._rows.get(command_id)
        if row is None:
            return
        moved = step(row, Happening.ACCEPTED, self._moment())
        if isinstance(moved, Pending):
            self._put(replace(moved, accepted_cursor=cursor))
            self.facts_came(frozenset())

    def refused(self, command_id: CommandId, problem: Problem) -> None:
        """Give a refused message back to its draft with all that was to follow it; discard anything else with
        a notice.
        """
        row = self._rows.get(command_id)
        if row is None or step(row, Happening.REFUSED, self._moment()) is not Ending.REFUSED:
            return
        if isinstance(row.command, WriteMessage):
            self._return([row, *self._followers_of(row)], problem=problem)
        elif isinstance(
            row.command,
            WrapUp
            | RecordAttempt
            | WriteNote
            | AgreedCommand
            | OpenConsultation
            | WriteToConsultation
            | RecordConsultationCall,
        ):
            self._return_notes(row, problem)
        else:
            self._discard(row, problem)

    def _followers_of(self, refused: Pending) -> list[Pending]:
        """Rows behind a refused message: they were written on top of it, so they come back with it, in order.

        None of them has been in flight: a lane has one command under way, and this was it.
        """
        lane = self.lanes()[refused.command.conversation_id]
        behind = lane[lane.index(refused) + 1 :]
        moment = self._moment()
        return [row for row in behind if step(row, Happening.REFUSED_BEFORE, moment) is Ending.REFUSED]

    # --- the steps ------------------------------------------------------------------------------------------

    def _put(self, row: Pending) -> None:
        self._rows[row.command_id] = row
        if row.stage is not Stage.IN_FLIGHT:
            self._keeping.soon(lambda: self._store.restage(row))
        self._told(row)

    def _retire(self, rows: Iterable[Pending]) -> None:
        over = tuple(rows)
        if not over:
            return
        command_ids = tuple(row.command_id for row in over)
        self._drop(command_ids)
        self._keeping.soon(lambda: self._store.retire(command_ids))
        self._told(*over)

    def _return(self, rows: list[Pending], *, problem: Problem | None) -> None:
        """Let messages become draft text again, in one transaction; other intents among them are
        discarded.
        """
        for row in rows:
            if isinstance(row.command, WrapUp | WriteNote | AgreedCommand):
                self._return_notes(row, Problem(ProblemCode.HELD_BACK))
        rows = [row for row in rows if not isinstance(row.command, WrapUp | WriteNote | AgreedCommand)]
        texts = [row.command.text for row in rows if isinstance(row.command, WriteMessage)]
        conversation_id = rows[0].command.conversation_id
        command_ids = tuple(row.command_id for row in rows)
        if not texts:
            self._retire(rows)
            return
        self._drop(command_ids)
        draft = self._drafts.come_back(conversation_id, "\n\n".join(texts), problem)

        async def write() -> None:
            await self._drafts.kept(self._store.give_back(command_ids, draft), draft)

        self._keeping.soon(write)
        for row in rows:
            if problem is not None and self._needs_notice(row):
                self._notify(row, Problem(ProblemCode.HELD_BACK) if row is not rows[0] else problem)
        self._told(*rows)

    def _return_notes(self, row: Pending, problem: Problem) -> None:
        """Let a note, or a wrap-up's notes, that were not taken be a draft again, and tell; codes are soon
        chosen.
        """
        written = _written(row.command)
        if written is None or not written[1]:
            self._discard(row, problem)
            return
        self._drop((row.command_id,))
        draft = self._drafts.come_back(*written, problem)

        async def write() -> None:
            await self._drafts.kept(self._store.give_back((row.command_id,), draft), draft)

        self._keeping.soon(write)
        self._notify(row, problem)
        self._told(row)

    def _discard(self, row: Pending, problem: Problem) -> None:
        self._retire([row])
        if not isinstance(row.command, MarkRead):
            self._notify(row, problem)

    def _needs_notice(self, row: Pending) -> bool:
        """A returned message is told of by its draft's banner, unless no tab shows that draft any more."""
        match row.command:
            case WriteMessage(conversation_id=conversation_id):
                head = self._confirmed().heads.get(conversation_id)
                return head is None or not self._confirmed().is_mine(head)
            case (
                CloseConversation()
                | EndConversation()
                | WrapUp()
                | WriteNote()
                | SendAgreedMessage()
                | SendAfterCall()
                | MaskSpan()
                | ClaimWaiting()
                | TransferConversation()
                | RefinePreInformation()
                | CorrectPreInformation()
                | ClaimCallback()
                | ReleaseCallback()
                | RecordAttempt()
                | ReturnToQueue()
                | SetPresence()
                | BeginShift()
                | EndShift()
                | PlanShift()
                | RemovePlannedShift()
                | AllowOutsidePlan()
                | OfferTransfer()
                | AcceptOffer()
                | DeclineOffer()
                | WithdrawOffer()
                | CallForHelp()
                | WithdrawHelpCall()
                | AnswerHelpCall()
                | TakeOver()
                | JoinConversation()
                | LeaveConversation()
                | OpenConsultation()
                | ClaimConsultation()
                | ReleaseConsultation()
                | WriteToConsultation()
                | RecordConsultationCall()
                | CloseConsultation()
                | WithdrawConsultation()
                | AskIdentification()
                | AskConsent()
                | BeginProblemSituation()
                | TickStep()
                | EndProblemSituation()
            ):
                return True
            case MarkRead():
                return False

    def _notify(self, row: Pending, problem: Problem) -> None:
        state, conversation_id = self._confirmed(), row.command.conversation_id
        known = (
            state.heads.get(conversation_id)
            or state.offers.get(conversation_id)
            or state.help_calls.get(conversation_id)
        )
        alias = None if known is None else known.alias
        self._notices.put(Notice(row.command_id, row.command, alias, problem, self._clock.now()))
        self._tell(Changes.of(Kind.NOTICES, [row.command_id]))

    def _drop(self, command_ids: Iterable[CommandId]) -> None:
        for command_id in command_ids:
            self._rows.pop(command_id, None)
            self._unkept.discard(command_id)

    def _was_kept(self, command_id: CommandId) -> None:
        self._unkept.discard(command_id)
        self._wake()

    def _told(self, *rows: Pending) -> None:
        changes = Changes()
        for row in rows:
            changes |= changes_of(row, self._confirmed())
        self._tell(changes)
        self._wake()

    def _moment(self) -> Moment:
        return Moment(self._clock.now(), self._clock.monotonic())


def _written(command: object) -> tuple[ConversationId, str] | None:
    """The slot whose text an intent takes along, and that text: it is in the one or in the other."""
    match command:
        case WriteMessage(conversation_id=conversation_id, text=text):
            return conversation_id, text
        case WrapUp(conversation_id=conversation_id, notes=notes):
            return wrap_up_slot(conversation_id), notes
        case RecordAttempt(wrap_up=CallWrapUp(notes=notes)) if isinstance(command, RecordAttempt):
            return wrap_up_slot(command.conversation_id), notes
        case SendAgreedMessage(text=text) | SendAfterCall(text=text):
            return agreed_slot(command.conversation_id), text
        case WriteNote(conversation_id=conversation_id, text=text):
            return note_slot(conversation_id), text
        case OpenConsultation(subject=subject, text=text):
            return NEW_CONSULTATION, question_draft(subject, text)
        case WriteToConsultation(text=text) if isinstance(command, WriteToConsultation):
            return command.conversation_id, text
        case RecordConsultationCall(text=text) if isinstance(command, RecordConsultationCall):
            return call_slot(command.conversation_id), text
        case _:
            return None


def _was_accepted_before(row: Pending, since: Moment) -> bool:
    return row.stage is Stage.ACCEPTED and row.staged.mono_s <= since.mono_s


def changes_of(row: Pending, state: DeskState) -> Changes:
    """What a pane must renew when a row comes, moves or goes."""
    conversation_id = row.command.conversation_id
    changes = Changes.of(Kind.OUTBOX, [row.command_id])
    if isinstance(row.command, CallbackCommand):
        return changes | Changes.of(Kind.CALLBACKS, [row.command.callback_id])
    if isinstance(row.command, ConsultationCommand):
        return changes | Changes.of(Kind.CONSULTATIONS, [conversation_id])
    if isinstance(row.command, ShiftCommand):
        return changes | Changes.of(Kind.ME, ["me"])
    if isinstance(row.command, WriteMessage | WriteNote):
        return changes | Changes.of(Kind.MESSAGES, [conversation_id])
    if isinstance(row.command, HelpCommand):
        changes |= Changes.of(Kind.HELP, [conversation_id])
    if isinstance(row.command, OfferCommand):
        changes |= Changes.of(Kind.OFFERS, [conversation_id])
    changes |= Changes.of(Kind.HEADS, [conversation_id])
    head = state.heads.get(conversation_id)
    return changes if head is None else changes | Changes.of(Kind.QUEUES, [head.queue_id])
