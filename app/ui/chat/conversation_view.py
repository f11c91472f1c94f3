"""One conversation: header, notice, transcript, composer, and what stands between them for a moment."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.canned_view import CannedRow, no_appointments
from app.desk.desk import Desk
from app.desk.panes import Delivery, Header, TranscriptRow
from app.desk.views import header, note_rows, transcript, with_notes
from app.domain.commands import CloseConversation, WriteMessage
from app.domain.conversation import Author, ConversationState
from app.domain.help_call import CallForHelp, WithdrawHelpCall
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId, help_slot, internal_slot
from app.domain.offer_commands import WithdrawOffer
from app.domain.pending import Pending, Stage
from app.domain.problems import Problem
from app.ui.chat.composer import Composer, ComposerState
from app.ui.chat.conversation_header import ConversationHeader
from app.ui.chat.conversation_words import (
    asking_words,
    closing_words,
    ended_words,
    ending_asks_words,
    returned_words,
)
from app.ui.chat.standing_notice import StandingNotice
from app.ui.chat.summary_line import SummaryLine
from app.ui.chat.transcript_rows import BubbleListRow, EndLine, OlderLine, StartLine
from app.ui.chat.transcript_view import TranscriptView
from app.ui.help.help_pane import HelpPane
from app.ui.parts.banner import Banner
from app.ui.parts.ground import Ground
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.internal_note import InternalNote
from app.ui.transfer.offer_words import sent_words
from app.ui.transfer.sheet import TransferSheet
from app.ui.words import problem_sentence
from app.ui.wrap_up.wrap_up_pane import WrapUpPane


class ConversationView(Ground):
    """Belongs to one conversation for good. Mirrors it; what is typed goes to its own draft at once.

    ``typed``: the counsellor is writing here.
    """

    typed = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        *,
        language: str,
        header: Header,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "conversation", Colour.SURFACE, parent=parent)
        self._desk = desk
        self._tasks = tasks
        self._alias = header.alias
        self._conversation_id = header.conversation_id
        self._trouble: Problem | None = None
        self._is_fetching = False
        self._is_low = False
        self._is_confirming = False
        self._held: CommandId | None = None
        self._asking: CommandId | None = None
        self._made_of: object = None
        self._make_parts(language)
        self._lay_out()
        self._connect()

    @property
    def conversation_id(self) -> ConversationId:
        """The conversation this view belongs to."""
        return self._conversation_id

    @property
    def composer(self) -> Composer:
        """Where the counsellor writes to this customer."""
        return self._composer

    def show_now(self) -> None:
        """Show how the conversation stands now."""
        desk = self._desk
        head = header(desk.seen, self._conversation_id, now=desk.now())
        if head is None:
            return
        self._header.show_header(head)
        self._notice.setVisible(head.has_standing_notice)
        self._internal.show_transfer(head.transfer)
        self._notice.show_header(head)
        self._summary.show_header(head)
        self._show_transcript(head)
        self._show_typing()
        self._show_confirming(head)
        if (sheet := self._open_sheet) is not None:
            sheet.show_now(head)
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.show_now(head, has_unsent_text=self._has_text)
        self._show_asking()
        self._show_composer(head)

    @property
    def is_looked_at(self) -> bool:
        """Whether its newest message is on the screen, in the window she works in."""
        return self.isVisible() and self.window().isActiveWindow() and self._transcript.is_at_end

    def mark_looked_at(self) -> None:
        """Say that the newest message has been on the screen, if it is."""
        if not self.is_looked_at:
            return
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        if window is not None and window.last_seq > self._desk.seen.read_up_to(self._conversation_id):
            self._desk.looked_at(self._conversation_id, window.last_seq)

    def ask_to_close(self) -> None:
        """Open the wrap-up; where nothing is to be chosen, ask in a strip whether to end the conversation."""
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if not self._header.can_close or head is None:
            return
        if head.asks_wrap_up:
            self._close_sheet()
            self._wrap_up.need().open(head, has_unsent_text=self._has_text)
        else:
            self._is_confirming = True
            self.show_now()
            # Enter by mistake must not end a conversation over a text that is still to be sent.
            if self._has_text:
                self._confirm.need().focus_second()
            else:
                self._confirm.need().focus_action()

    def ask_to_transfer(self) -> None:
        """Open the transfer sheet, and ask what the queues have before them."""
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is None or not self._header.can_transfer:
            return
        self._close_wrap_up()
        slot = internal_slot(self._conversation_id)
        self._sheet.need().open(head, internal_message=self._desk.drafts.text(slot))
        # New, it has no width yet, by which its words break: it is measured after it has its place.
        self._layout.activate()
        self._make_room_for_sheet()
        self._tasks.start(self._ask_ahead(), name="look ahead")

    def ask_for_help(self) -> None:
        """Ask what it is about, before the supervisors are called."""
        if self._composer.can_call_help:
            self._help.need().open(self._desk.drafts.text(help_slot(self._conversation_id)))
            self.show_now()

    @property
    def can_send_no_appointments(self) -> bool:
        """Whether there is such a notice for this customer, and she can be written to."""
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        return head is not None and head.cannot_write is None and self._no_appointments(head) is not None

    def send_no_appointments(self) -> None:
        """Send the notice that no appointments are booked through the chat (R018): a message of its own, with
        undo as always; where a text stands already it goes into that, and she sends it herself.
        """
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        notice = self._no_appointments(head) if head is not None else None
        if head is None or notice is None or not self._composer.isVisibleTo(self):
            return
        if self._has_text:
            self._composer.insert(notice.text)
            return
        command = WriteMessage(self._conversation_id, notice.text, head.responsibility_version)
        answer = self._desk.submit(command)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()
        self._transcript.scrollToBottom()

    def _no_appointments(self, head: Header) -> CannedRow | None:
        answers = self._desk.seen.confirmed.canned_answers
        return no_appointments(answers, language=head.language, identity=head.identity)

    def cancel_asking(self) -> None:
        """Take the question back (Esc); what was written for colleagues is kept."""
        self._close_wrap_up()
        if self._open_sheet is not None:
            self._close_sheet()
            self._composer.setFocus()
        if (help_pane := self._help.made) is not None and help_pane.is_open:
            help_pane.close_form()
            self.show_now()
            self._composer.setFocus()
        if self._is_confirming:
            self._is_confirming = False
            self.show_now()
            self._composer.setFocus()

    def focus_transcript(self) -> None:
        """Put the keys on the transcript, on the newest row."""
        self._transcript.focus_newest()

    def set_summary_shown(self, is_shown: bool) -> None:
        """Show the customer's facts on a line of their own, where the right column is folded."""
        self._summary.setVisible(is_shown)

    def set_folded(self, *, is_narrow: bool, is_low: bool) -> None:
        """Leave out what is only a hint, and in a low window whatever can be done without."""
        self._is_low = is_low
        self._composer.set_folded(is_narrow=is_narrow, is_low=is_low)
        self._make_room_for_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._composer.fit_into(self.height())
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.sheet.fit_into(self.height())
        self._make_room_for_sheet()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.mark_looked_at()

    def _make_parts(self, language: str) -> None:
        theme = self._theme
        self._language = language
        self._header = ConversationHeader(theme, parent=self)
        self._summary = SummaryLine(theme, language=language, parent=self)
        self._notice = StandingNotice(theme, language=language, parent=self)
        self._internal = InternalNote(theme, parent=self)
        self._offered = Seldom(self._made_offered)
        self._help = Seldom(self._made_help)
        self._confirm = Seldom(self._made_confirm)
        self._sheet = Seldom(self._made_sheet)
        self._wrap_up = Seldom(self._made_wrap_up)
        self._transcript = TranscriptView(theme, alias=self._alias, now=self._desk.now, parent=self)
        self._transcript.setAccessibleName(
            self.tr("Conversation with customer {alias}").format(alias=self._alias)
        )
        self._typing = PlainLabel(theme, wraps=True, alignment=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self._typing.setObjectName("customerTyping")
        self._typing.setMinimumHeight(theme.length(Length.TARGET_MIN))
        self._ask = Seldom(self._made_ask)
        self._returned = Seldom(self._made_returned)
        self._composer = Composer(theme, alias=self._alias, language=language, parent=self)
        self._composer.show_text(self._desk.drafts.text(self._conversation_id))

    def _lay_out(self) -> None:
        length = self._theme.length
        self._places = {name: QVBoxLayout() for name in ("help", "offered", "confirm", "ask", "returned")}
        strips = QVBoxLayout()
        side = length(Length.SPACE_7)
        strips.setContentsMargins(side, 0, side, 0)
        strips.setSpacing(length(Length.SPACE_4))
        for name in ("ask", "returned"):
            strips.addLayout(self._places[name])
        self._question = QVBoxLayout()
        for name in ("help", "offered", "confirm"):
            self._question.addLayout(self._places[name])
        typing = QVBoxLayout()
        typing.setContentsMargins(length(Length.SPACE_8), 0, side, 0)
        typing.addWidget(self._typing)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._summary)
        layout.addWidget(self._notice)
        layout.addWidget(self._internal)
        layout.addLayout(self._question)
        layout.addWidget(self._transcript, 1)
        layout.addLayout(typing)
        layout.addLayout(strips)
        layout.addSpacing(length(Length.SPACE_2))
        layout.addWidget(self._composer)
        self._summary.hide()

    def _connect(self) -> None:
        self._header.close_wanted.connect(self.ask_to_close)
        self._header.transfer_wanted.connect(self.ask_to_transfer)
        self._composer.help_wanted.connect(self.ask_for_help)
        self._transcript.older_wanted.connect(self._on_older_wanted)
        self._transcript.undo_wanted.connect(self._on_undo)
        self._transcript.end_reached.connect(self.mark_looked_at)
        self._composer.edited.connect(self._on_edited)
        self._composer.send_wanted.connect(self._on_send)
        self._composer.parts_wanted.connect(self._on_send_in_parts)
        self._composer.undo_wanted.connect(self._on_undo_last)
        self._composer.paged.connect(self._on_paged)

    # --- what is seldom seen: twenty conversations hold only what has been needed in them ------------------

    def _made_sheet(self) -> TransferSheet:
        sheet = TransferSheet(self._theme, language=self._language, parent=self)
        sheet.transfer_wanted.connect(self._on_transfer)
        sheet.offer_wanted.connect(self._on_offer)
        sheet.cancelled.connect(self.cancel_asking)
        sheet.edited.connect(self._on_internal_edited)
        self._put_before_transcript(sheet, sheet.stops)
        return sheet

    def _made_wrap_up(self) -> WrapUpPane:
        pane = WrapUpPane(self._theme, self._desk, self._conversation_id, language=self._language, view=self)
        pane.closed.connect(self._on_wrap_up_closed)
        pane.opened.connect(self._make_room_for_sheet)
        pane.sheet.fit_into(self.height())
        self._put_before_transcript(pane.sheet, pane.sheet.stops)
        return pane

    def _put_before_transcript(self, sheet: QWidget, stops: tuple[QWidget, ...]) -> None:
        self._layout.insertWidget(self._layout.indexOf(self._transcript), sheet)
        tab_after(self._last_question, stops)

    def _made_help(self) -> HelpPane:
        pane = HelpPane(self._theme, parent=self)
        pane.call_wanted.connect(self._on_call_for_help)
        pane.edited.connect(self._on_help_edited)
        pane.withdraw_wanted.connect(self._on_withdraw_call)
        pane.cancelled.connect(self.cancel_asking)
        self._places["help"].addWidget(pane)
        tab_after(self._header.last_stop, pane.stops)
        return pane

    def _made_offered(self) -> Banner:
        banner = self._made_banner("sentOffer", "offered", after=self._last_question)
        banner.acted.connect(self._on_withdraw)
        return banner

    def _made_confirm(self) -> Banner:
        banner = self._made_banner("confirmClosing", "confirm", after=self._last_question)
        banner.acted.connect(self._on_close_confirmed)
        banner.second_acted.connect(self.cancel_asking)
        return banner

    def _made_ask(self) -> Banner:
        banner = self._made_banner("askBeforeSending", "ask", after=self._transcript)
        banner.acted.connect(self._on_send_asked)
        banner.second_acted.connect(self._on_keep_asked)
        return banner

    def _made_returned(self) -> Banner:
        banner = self._made_banner("returnedText", "returned", after=self._transcript)
        banner.acted.connect(self._on_returned_read)
        return banner

    def _made_banner(self, name: str, place: str, *, after: QWidget) -> Banner:
        banner = Banner(self._theme, name, parent=self)
        self._places[place].addWidget(banner)
        tab_after(after, banner.stops)
        return banner

    @property
    def _last_question(self) -> QWidget:
        """Where the Tab key stops last of what is made below the header."""
        made = [each.made for each in (self._help, self._offered, self._confirm)]
        stops = [stop for each in made if each is not None for stop in each.stops]
        return stops[-1] if stops else self._header.last_stop

    @property
    def _open_sheet(self) -> TransferSheet | None:
        """The transfer sheet, while it stands over the conversation."""
        sheet = self._sheet.made
        return sheet if sheet is not None and sheet.isVisibleTo(self) else None

    def _close_wrap_up(self) -> None:
        if (wrap_up := self._wrap_up.made) is not None:
            wrap_up.close()

    def _show_transcript(self, head: Header) -> None:
        """Show what was said. Nothing in it runs by the clock but the seconds left to take a message back: a
        thousand rows are not made anew every second to find that they are the same.
        """
        desk, seen = self._desk, self._desk.seen
        made_of = (
            seen.confirmed.windows.get(self._conversation_id),
            seen.unsent.get(self._conversation_id),
            seen.notes.get(self._conversation_id),
            seen.confirmed.heads.get(self._conversation_id),
            seen.is_live,
            self._is_fetching,
        )
        if made_of == self._made_of and self._held is None:
            return
        self._made_of = made_of
        rows = transcript(seen, self._conversation_id, mono_s=desk.mono_s(), undo_s=desk.undo_s)
        self._transcript.show_rows(self._with_lines(rows, head))
        self._held = _last(rows, Delivery.HELD)

    def _with_lines(self, rows: tuple[TranscriptRow, ...], head: Header) -> tuple[BubbleListRow, ...]:
        """The bubbles with what is said about the conversation around them."""
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        has_older = window is not None and window.has_older
        first: BubbleListRow = OlderLine(self._is_fetching) if has_older else StartLine(head.opened_at)
        noted = with_notes(rows, note_rows(self._desk.seen, self._conversation_id))
        if head.state is ConversationState.ENDED:
            return (first, *noted, EndLine(ended_words(head)))
        return (first, *noted)

    def _show_typing(self) -> None:
        is_typing = self._desk.typing_by_customer(self._conversation_id)
        words = self.tr("The customer is writing…") if is_typing else ""
        self._typing.set_runs(runs_of(words, Type.SMALL, Colour.MUT))

    def _show_confirming(self, head: Header) -> None:
        self._is_confirming = self._is_confirming and head.cannot_close is None and not head.is_closing
        words = closing_words(head, has_draft=self._has_text) if self._is_confirming else None
        say(self._confirm, words)
        sent = sent_words(head.offer, is_short=self._is_low) if head.offer is not None else None
        say(self._offered, sent)
        side = self._theme.length(Length.SPACE_7)
        if head.help is not None or self._help.made is not None:
            self._help.need().show_call(head.help)
        has_help = self._help.made is not None and self._help.made.has_something
        no_help = head.cannot_call_help
        self._composer.show_help(problem_sentence(no_help) if no_help is not None else "")
        has_strip = self._is_confirming or head.offer is not None or has_help
        above = self._theme.length(Length.SPACE_4) if has_strip else 0
        self._question.setContentsMargins(side, above, side, 0)

    def _show_asking(self) -> None:
        """Ask about what asks before it goes, the oldest first: behind it all of this customer's waits."""
        asking = [row for row in self._desk.seen.pending if self._is_asking_here(row)]
        self._asking = asking[0].command_id if asking else None
        # One question at a time: the other waits behind it.
        if not asking or self._is_confirming:
            say(self._ask, None)
        elif isinstance(asking[0].command, WriteMessage):
            say(self._ask, asking_words(sum(isinstance(row.command, WriteMessage) for row in asking)))
        else:
            say(self._ask, ending_asks_words())

    def _is_asking_here(self, row: Pending) -> bool:
        return row.stage is Stage.ASKING and row.command.conversation_id == self._conversation_id

    @property
    def _has_text(self) -> bool:
        return bool(self._composer.text.strip())

    def _show_composer(self, head: Header) -> None:
        drafts = self._desk.drafts
        self._composer.show_text(drafts.text(self._conversation_id))
        returned = drafts.banner(self._conversation_id)
        say(self._returned, returned_words(returned) if returned is not None else None)
        answers = self._desk.seen.confirmed.canned_answers
        self._composer.show_answers(answers, language=head.language, identity=head.identity)
        cannot = head.cannot_write
        state = ComposerState(
            saved_at=drafts.saved_at(self._conversation_id),
            is_kept_on_disk=self._desk.is_kept_on_disk,
            is_returned=returned is not None,
            can_take_back=self._held is not None,
            limit=self._desk.seen.confirmed.limits.message_characters,
            obstacle=problem_sentence(cannot) if cannot is not None else "",
            trouble=problem_sentence(self._trouble) if self._trouble is not None else "",
        )
        self._composer.show_state(state)

    def _on_edited(self, text: str) -> None:
        self._trouble = None
        self._desk.drafts.typed(self._conversation_id, text)
        if text:
            self._desk.typing(self._conversation_id)
        self.typed.emit()

    def _on_send(self) -> None:
        answer = self._desk.write(self._conversation_id)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()
        self._transcript.scrollToBottom()

    def _on_send_in_parts(self) -> None:
        answer = self._desk.write_in_parts(self._conversation_id)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()
        self._transcript.scrollToBottom()

    def _on_undo(self, command_id: str) -> None:
        self._desk.undo(CommandId(command_id))
        self.show_now()
        self._composer.setFocus()

    def _on_undo_last(self) -> None:
        if self._held is not None:
            self._on_undo(self._held)

    def _on_paged(self, up: bool) -> None:
        self._transcript.page(up=up)

    def _on_send_asked(self) -> None:
        if self._asking is not None:
            self._desk.answer_asking(self._asking, send=True)
            self.show_now()

    def _on_keep_asked(self) -> None:
        if self._asking is not None:
            self._desk.answer_asking(self._asking, send=False)
            self.show_now()
            self._composer.setFocus()

    def _on_returned_read(self) -> None:
        self._desk.drafts.dismiss_banner(self._conversation_id)
        self.show_now()

    def _on_close_confirmed(self) -> None:
        self._is_confirming = False
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is not None:
            command = CloseConversation(self._conversation_id, head.responsibility_version)
            answer = self._desk.submit(command)
            self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()

    def _on_wrap_up_closed(self) -> None:
        self._make_room_for_sheet()
        self.show_now()
        self._composer.setFocus()

    def _on_internal_edited(self, text: str) -> None:
        self._desk.drafts.typed(internal_slot(self._conversation_id), text)

    def _on_transfer(self, queue_id: str) -> None:
        answer = self._desk.transfer(self._conversation_id, QueueId(queue_id))
        if isinstance(answer, Problem):
            self._sheet.need().show_trouble(answer)
        else:
            self._close_sheet()
        self.show_now()

    def _close_sheet(self) -> None:
        if (sheet := self._sheet.made) is not None:
            sheet.hide()
            sheet.forget_beginning()
        self._make_room_for_sheet()

    def _make_room_for_sheet(self) -> None:
        """The wrap-up, and where it would show too few queues the transfer sheet, take the place of the
        composer, whose draft is kept in the desk. The sheet shows as many queues as there is room for.
        """
        sheet, open_sheet = self._sheet.made, self._open_sheet
        has_wrap_up = self._wrap_up.made is not None and self._wrap_up.made.is_open
        self._composer.setVisible(not (has_wrap_up or (self._is_low and open_sheet is not None)))
        if sheet is None:
            return
        sheet.set_low(self._is_low)
        # Closed it is measured as well, so that it opens at the size it will have.
        self._measure(sheet)
        if open_sheet is None:
            return
        if not self._shows_enough_queues(sheet) and self._composer.isVisibleTo(self):
            self._composer.hide()
            self._measure(sheet)
            self._shows_enough_queues(sheet)

    def _measure(self, sheet: TransferSheet) -> None:
        """Have the layouts measured anew with the least of queues."""
        sheet.show_rows(0)
        for layout in (sheet.layout(), self._layout):
            if layout is not None:
                layout.invalidate()
        # What lies around it remembers what it needed before.
        sheet.updateGeometry()

    def _shows_enough_queues(self, sheet: TransferSheet) -> bool:
        """Have the sheet show the queues there is room for now; whether there are enough of them."""
        return sheet.show_rows(self.height() - self._layout.minimumSize().height())

    def _on_offer(self, staff_id: str) -> None:
        answer = self._desk.offer(self._conversation_id, StaffId(staff_id))
        if isinstance(answer, Problem):
            self._sheet.need().show_trouble(answer)
        else:
            self._close_sheet()
            self._composer.setFocus()
        self.show_now()

    def _on_help_edited(self, text: str) -> None:
        self._desk.drafts.typed(help_slot(self._conversation_id), text)

    def _on_call_for_help(self, text: str) -> None:
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is None:
            return
        answer = self._desk.submit(CallForHelp(self._conversation_id, text, head.responsibility_version))
        if isinstance(answer, Problem):
            self._help.need().say_trouble(problem_sentence(answer))
        else:
            self._help.need().close_form()
            self._composer.setFocus()
        self.show_now()

    def _on_withdraw_call(self) -> None:
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is not None and head.help is not None:
            command = WithdrawHelpCall(self._conversation_id, head.help.responsibility_version)
            answer = self._desk.submit(command)
            self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()

    def _on_withdraw(self) -> None:
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is not None and head.offer is not None:
            command = WithdrawOffer(self._conversation_id, head.offer.responsibility_version)
            answer = self._desk.submit(command)
            self._trouble = answer if isinstance(answer, Problem) else None
        self.show_now()

    async def _ask_ahead(self) -> None:
        self._sheet.need().show_ahead(await self._desk.look_ahead())

    def _on_older_wanted(self) -> None:
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        if self._is_fetching or window is None or not window.has_older:
            return
        self._is_fetching = True
        self.show_now()
        self._tasks.start(self._fetch_older(), name="older messages")

    async def _fetch_older(self) -> None:
        try:
            await self._desk.older(self._conversation_id)
        finally:
            self._is_fetching = False
        QTimer.singleShot(0, self, self.show_now)


def _last(rows: tuple[TranscriptRow, ...], delivery: Delivery) -> CommandId | None:
    """The newest message of ours at that point of its way."""
    found = [row.command_id for row in rows if row.delivery is delivery and row.by is Author.COUNSELLOR]
    return found[-1] if found else None
