"""The main window: where the panes stand, and that they show how everything stands now."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.announcing import InView
from app.desk.callback_views import due_unopened
from app.desk.desk import Desk
from app.desk.help_views import help_cards, unanswered
from app.desk.joined_facts import joined_facts
from app.desk.panes import Header, StatusLine
from app.desk.situation_view import may_supervise
from app.desk.views import header, status_line
from app.domain.changes import Changes, Kind
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Message
from app.domain.ids import CallbackId, ConversationId, QueueId, note_slot
from app.domain.presence import Presence, SetPresence
from app.domain.problems import Problem
from app.domain.rules import cannot_note, check
from app.ui.announcing.sound_choice import SoundChoice
from app.ui.callbacks.callbacks_pane import CallbacksPane
from app.ui.callbacks.todays_callbacks import TodaysCallbacks
from app.ui.chat.chat_area import ChatArea
from app.ui.columns import Columns
from app.ui.customer_panel.customer_panel import CustomerPanel
from app.ui.feed_bridge import FeedBridge
from app.ui.folding import folding_of
from app.ui.icons import Icon
from app.ui.language import Language
from app.ui.palette.palette import Palette
from app.ui.person_menu import PersonMenu
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.rail import RailLabel
from app.ui.shift.presence_menu import PresenceMenu
from app.ui.shift.shift_panels import ShiftPanels
from app.ui.status.news_stack import NewsStack
from app.ui.status.practice_band import PracticeBand
from app.ui.status.standing_words import has_unfinished
from app.ui.status.status_bar import StatusBar
from app.ui.supervisor.situation_pane import SituationPane
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Colour, Length
from app.ui.top_bar import TopBar
from app.ui.words import in_language, problem_sentence
from app.ui.work_keys import CALLBACKS, SITUATION, WorkKeys

_TALL_ENOUGH = 780
"""px at 100 %: in a lower window the right column holds a note of one line."""
_SMALLEST = QSize(720, 450)
_USUAL = QSize(1440, 900)


class MainWindow(QWidget):
    """Layout and folding; the panes mirror the desk by themselves.

    ``changed``: the desk's ``Changes``, shown already · ``sign_out_confirmed`` · ``closed``: the window was
    closed · ``language_chosen``, ``theme_chosen``: names · ``rearranged``: where it stands, how large it is
    or how its columns stand has changed · ``looked``: she has come to the window, or left it ·
    ``silence_wanted``, ``sound_tried``, ``sound_chosen``: as it is kept.
    """

    changed = Signal(object)
    sign_out_confirmed = Signal()
    closed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    rearranged = Signal()
    looked = Signal()
    silence_wanted = Signal()
    sound_tried = Signal()
    sound_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        language: Language,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._theme = theme
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._now = now
        self._make_panes()
        self._lay_out()
        self._menu = self._made_menu()
        self._presence_menu = PresenceMenu(theme, parent=self)
        self._palette = Palette(theme, desk, language=self._language, can_do=self._keys.can_do, host=self)
        self._bridge = FeedBridge(desk, parent=self)
        self._connect(ticker)
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self.show_now()

    # --- for whoever drives the window ----------------------------------------------------------------------

    @property
    def chat(self) -> ChatArea:
        """The middle column."""
        return self._chat

    def open_conversation(self, conversation_id: ConversationId) -> None:
        """Bring a conversation to the front of the work view."""
        self._columns.show_view("")
        self._chat.open_conversation(conversation_id)

    def open_callback(self, callback_id: str) -> None:
        """Open a callback request in the view of calls; "" opens none of them."""
        self._columns.show_view(CALLBACKS)
        if callback_id:
            self._callbacks.choose(CallbackId(callback_id))
        self._callbacks.focus_list()

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue in the left column."""
        self._queue_pane.select_queue(queue_id)

    def show_keys(self) -> None:
        """Open the list of keys, or close it."""
        self._keys.show_list()

    def do(self, name: str) -> None:
        """Do a deed by its name, as its key does."""
        self._keys.action(name).trigger()

    def ask_to_sign_out(self) -> None:
        """List what is unsent and ask."""
        self._news.ask_to_sign_out()

    def focus_work(self) -> None:
        """Put the keys where the work is: on writing, else on the queues, or, folded, on taking."""
        front = self._chat.current
        if front is not None:
            front.composer.setFocus()
        elif self._queue_pane.isVisible():
            self._queue_pane.focus_queues()
        else:
            self._chat.focus_nobody()

    def come_forward(self) -> None:
        """Stand before the other windows, with the keys where the work is."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.focus_work()

    def in_view(self) -> InView:
        """What of the work is before her eyes just now."""
        if not self.isActiveWindow():
            return InView()
        front = self._chat.current
        is_read = front is not None and front.is_looked_at
        return InView(
            queues=self._queue_pane.isVisible(),
            callbacks=self._callbacks.isVisible() or self._todays_callbacks.isVisible(),
            situation=self._situation.isVisible(),
            offer=self._chat.offer.isVisible(),
            front=front.conversation_id if front is not None and is_read else None,
        )

    def show_calling(self, count: int) -> None:
        """Show how much sounds until it is seen."""
        self._top.show_calling(count)

    def show_sound(self, choice: SoundChoice, *, has_device: bool, has_tray: bool) -> None:
        """Show how new work is announced, and what this computer cannot do."""
        self._status.show_sound(has_device=has_device)
        if self._menu.sound is not None:
            self._menu.sound.show_choice(choice)
            self._menu.sound.show_means(has_device=has_device, has_tray=has_tray)

    def let_go(self) -> None:
        """Hear nothing more from the desk: the window is about to go."""
        self._bridge.close()

    def layout_state(self) -> bytes:
        """How the columns stand, to be remembered."""
        return self._columns.state()

    def restore_layout(self, state: bytes) -> None:
        """Have the columns stand as they did."""
        self._columns.restore(state)

    @property
    def hidden_columns(self) -> str:
        """Which columns she has hidden, to be remembered."""
        return self._columns.hidden

    def hide_columns(self, names: str) -> None:
        """Have these columns hidden, and the others shown."""
        self._columns.hide_columns(names)

    def show_now(self) -> None:
        """Show how everything stands now."""
        desk = self._desk
        seen, now = desk.seen, desk.now()
        status = self._status_line()
        self._band.setVisible(status.is_practice)
        self._frame_practice(is_practice=status.is_practice)
        self._top.show_service(in_language(seen.confirmed.organisation, self._language))
        self._top.show_load(status.load, status.capacity)
        self._top.presence.show_presence(seen.presence, is_under_way=seen.presence_meant is not None)
        self._top.show_person(status.display_name)
        self._columns.show_waiting(self._queue_pane.show_seen(seen, now=now))
        self._show_chat()
        self._show_customer()
        self._show_callbacks(now)
        self._show_situation()
        self._status.show_status(status, now=now)
        # The other views have no place for an offer, which must be answered in half a minute.
        offered = self._chat.offer.card if self._columns.view else None
        self._news.show_offered(offered.alias if offered is not None else None)
        self._news.show_now()
        self._shift.show_now()

    # --- Qt's own -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self.rearranged.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.rearranged.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.rearranged.emit()
        if event.type() is QEvent.Type.ActivationChange:
            front = self._chat.current
            if front is not None:
                front.mark_looked_at()
            self.looked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_practice = self._band.isVisibleTo(self)
        ground = Colour.PRAC if is_practice else Colour.BG
        painter.fillRect(QRect(0, 0, self.width(), self.height()), self._theme.colour(ground))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something is unfinished; closing again while being asked means yes."""
        saving = _is_session_ending()
        unfinished = has_unfinished(
            self._desk.seen, drafts=self._desk.drafts.all(), calls=self._desk.unrecorded
        )
        # What nobody has opened is told too, once; she may go all the same.
        unfinished = unfinished or bool(due_unopened(self._desk.seen, now=self._desk.now()))
        if unfinished and not saving and not self._news.is_signing_out:
            event.ignore()
            self._news.ask_to_sign_out()
            return
        self.let_go()
        event.accept()
        self.closed.emit()

    # --- making ---------------------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        theme, desk = self._theme, self._desk
        self._band = PracticeBand(theme, parent=self)
        self._top = TopBar(theme, parent=self)
        self._news = NewsStack(theme, desk, now=self._now, parent=self)
        self._queue_pane = QueuePane(theme, language=self._language, claim=self._claim)
        self._todays_callbacks = TodaysCallbacks(theme, language=self._language)
        self._queue_pane.add_below(self._todays_callbacks)
        self._callbacks = CallbacksPane(theme, desk, language=self._language)
        self._situation = SituationPane(theme, desk, self._tasks, language=self._language)
        self._chat = ChatArea(theme, desk, self._tasks, language=self._language)
        self._panel = CustomerPanel(theme, language=self._language)
        self._columns = Columns(
            theme, queues=self._queue_pane, chat=self._chat, customer=self._panel, parent=self
        )
        calls = RailLabel(CALLBACKS, self.tr("Calls"), Icon.PHONE)
        self._calls_item = self._columns.add_view(calls, self._callbacks)
        situation = RailLabel(SITUATION, self.tr("Situation"), Icon.SITUATION)
        self._situation_item = self._columns.add_view(situation, self._situation)
        self._status = StatusBar(theme, parent=self)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._band)
        outer.addWidget(self._top)
        outer.addWidget(self._news)
        outer.addWidget(self._columns, 1)
        outer.addWidget(self._status)

    def _made_menu(self) -> PersonMenu:
        self._shift = ShiftPanels(
            self._theme,
            self._desk,
            language=self._language,
            panel_over=partial(self._columns.panel_over, at_right=True),
            window=self,
        )
        self._keys = WorkKeys(
            self._theme,
            queues=self._queue_pane,
            chat=self._chat,
            columns=self._columns,
            news=self._news,
            callbacks=self._callbacks,
            situation=self._situation,
            top=self._top,
            shift=self._shift,
            window=self,
        )
        menu = PersonMenu(
            language=self._language,
            theme=self._theme,
            sign_out=self._keys.action("signOut"),
            keys=self._keys.action("showKeys"),
            shift=(self._keys.action("shiftQueues"), self._keys.action("endShift")),
            parent=self,
        )
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        self._keys.action("silence").triggered.connect(self.silence_wanted)
        if menu.sound is not None:
            menu.sound.chosen.connect(self.sound_chosen)
            menu.sound.tried.connect(self.sound_tried)
        return menu

    def _connect(self, ticker: Ticker) -> None:
        self._bridge.changed.connect(self._on_changed)
        ticker.ticked.connect(self.show_now)
        self._columns.rearranged.connect(self.rearranged)
        self._keys.action("goToNote").triggered.connect(self._on_to_note)
        self._panel.note.edited.connect(self._on_note_edited)
        self._panel.note.save_wanted.connect(self._on_note_saved)
        self._top.menu_wanted.connect(self._on_menu_wanted)
        self._top.silence_wanted.connect(self.silence_wanted)
        self._top.presence_wanted.connect(self._on_presence_wanted)
        self._shift.ended.connect(self.sign_out_confirmed)
        self._shift.callbacks_wanted.connect(self._on_callbacks_wanted)
        self._presence_menu.chosen.connect(self._on_presence_chosen)
        self._queue_pane.queue_chosen.connect(self.show_now)
        self._todays_callbacks.opened.connect(self.open_callback)
        self._columns.turned.connect(self.show_now)
        self._situation.taken.connect(self._on_taken_over)
        self._chat.joining_left.connect(self._on_joining_left)
        self._chat.take_wanted.connect(self._queue_pane.take_next)
        self._chat.turned.connect(self._show_customer)
        self._panel.insert_wanted.connect(self._on_insert_wanted)
        self._keys.action("openPalette").triggered.connect(self._on_palette_wanted)
        self._top.palette_wanted.connect(self._on_palette_wanted)
        self._palette.deed_wanted.connect(self.do)
        self._palette.conversation_wanted.connect(self._on_conversation_wanted)
        self._palette.answer_wanted.connect(self._on_answer_wanted)
        self._news.take_wanted.connect(self._queue_pane.take_next)
        self._news.offer_wanted.connect(self._on_offer_wanted)
        self._news.sign_out_confirmed.connect(self.sign_out_confirmed)
        self._news.someone_else_wanted.connect(self._on_someone_else)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        """Renew what the changes are about: a key pressed in a draft touches neither queues nor tabs."""
        if changes.are_only(Kind.DRAFTS):
            self._show_drafts()
        else:
            self.show_now()
        self.changed.emit(changes)

    def _show_drafts(self) -> None:
        """Show what is being written, and what counts or lists it."""
        self._chat.show_drafts()
        self._show_customer()
        if self._columns.view == CALLBACKS:
            self._callbacks.show_now()
        self._show_status()
        self._news.show_now()
        self._shift.show_now()

    def _show_status(self) -> None:
        self._status.show_status(self._status_line(), now=self._desk.now())

    def _status_line(self) -> StatusLine:
        desk = self._desk
        return status_line(
            desk.seen,
            desk.link,
            len(desk.drafts.all()),
            is_kept_on_disk=desk.is_kept_on_disk,
            now=desk.now(),
        )

    def _show_chat(self) -> None:
        """Show the conversations. A note that was being written lands nowhere when its customer has gone from
        under the fingers: by herself alone do the keys go on in the note of another.
        """
        before, was_noting = self._chat.current, self._panel.note.has_focus
        self._chat.show_now()
        now = self._chat.current
        if was_noting and now is not before and not (now is not None and now.composer.has_focus):
            self._chat.focus_tabs()

    def _show_customer(self) -> None:
        """Show in the right column who is in front."""
        front = self._chat.current
        head = None
        first: Message | None = None
        if front is not None:
            seen = self._desk.seen
            head = header(seen, front.conversation_id, now=self._desk.now())
            window = seen.confirmed.windows.get(front.conversation_id)
            is_whole = window is not None and not window.has_older and bool(window.messages)
            first = window.messages[0] if window is not None and is_whole else None
        reads = self._chat.joined_in_front
        joined = joined_facts(self._desk.seen, reads, now=self._desk.now()) if reads is not None else None
        self._panel.show_customer(head, first, self._desk.seen.confirmed.canned_answers, joined)
        self._show_note(head)

    def _show_note(self, head: Header | None) -> None:
        """Show the note being written about who is in front."""
        conversation_id = head.conversation_id if head is not None else None
        text = self._desk.drafts.text(note_slot(conversation_id)) if conversation_id is not None else ""
        problem = None
        if head is not None:
            problem = cannot_note(self._desk.seen, head.conversation_id, head.responsibility_version)
        self._panel.note.show_note(conversation_id, text, problem)

    def _on_to_note(self) -> None:
        """Put the keys on the note about who is in front."""
        if self._chat.current is not None:
            self._columns.show_view("")
            self._columns.show_customer()
            self._panel.note.focus()

    def _on_note_edited(self, conversation_id: str, text: str) -> None:
        self._desk.drafts.typed(note_slot(ConversationId(conversation_id)), text)
        self._show_customer()

    def _on_note_saved(self, conversation_id: str) -> None:
        answer = self._desk.note(ConversationId(conversation_id))
        self.show_now()
        if isinstance(answer, Problem):
            self._panel.note.show_refusal(answer)

    def _show_callbacks(self, now: datetime) -> None:
        """Today's block and the count on the rail always; the view while it is shown."""
        count = self._todays_callbacks.show_seen(self._desk.seen, now=now, calls=self._desk.unrecorded)
        self._calls_item.show_count(count)
        if self._columns.view == CALLBACKS:
            self._callbacks.show_now()

    def _show_situation(self) -> None:
        """For supervisors alone, and asked for only while it is shown."""
        is_hers = may_supervise(self._desk.seen)
        self._situation_item.setVisible(is_hers)
        self._situation_item.show_count(unanswered(help_cards(self._desk.seen, now=self._desk.now())))
        self._keys.action("goToSituation").setEnabled(is_hers)
        if self._columns.view == SITUATION:
            if is_hers:
                self._situation.show_now()
            else:
                self._columns.show_view("")

    def _frame_practice(self, *, is_practice: bool) -> None:
        """Leave a violet frame around everything while it is practice."""
        side = self._theme.length(Length.SPACE_3) if is_practice else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 0, side, side)

    def _fold(self) -> None:
        folding = folding_of(self._theme, width=self.width(), height=self.height())
        self._columns.fold(folding)
        self._chat.set_summary_shown(folding.right and not folding.low)
        self._chat.set_folded(is_narrow=folding.narrow, is_low=folding.low)
        self._queue_pane.set_dense(folding.dense)
        self._panel.note.set_low(is_low=self.height() < _TALL_ENOUGH * self._theme.length(Length.ICON) / 16)
        self._todays_callbacks.set_folded(folding.low)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _claim(self, conversation_id: ConversationId) -> None:
        """Take a waiting customer; her conversation comes to the front unless something is typed before."""
        answer = self._desk.submit(ClaimWaiting(conversation_id))
        if not isinstance(answer, Problem):
            self._chat.await_conversation(conversation_id)
            self._columns.close_queues()
        self.show_now()

    def _on_joining_left(self) -> None:
        """Back to where she was called from."""
        self._columns.show_view(SITUATION)
        self._situation.focus_list()

    def _on_taken_over(self, conversation_id: str) -> None:
        """To the work view, where it comes to the front as soon as it is hers."""
        self._columns.show_view("")
        self._chat.await_conversation(ConversationId(conversation_id))
        self.show_now()

    def _on_palette_wanted(self) -> None:
        front = self._chat.current
        self._palette.toggle(front.conversation_id if front is not None else None)

    def _on_conversation_wanted(self, conversation_id: str) -> None:
        self._columns.show_view("")
        self.open_conversation(ConversationId(conversation_id))
        self.focus_work()

    def _on_answer_wanted(self, conversation_id: str, text: str) -> None:
        """An answer found for one customer goes to no other who has come to the front meanwhile."""
        front = self._chat.current
        if front is not None and front.conversation_id == conversation_id:
            self._on_insert_wanted(text)

    def _on_insert_wanted(self, text: str) -> None:
        """Put a canned answer into the message of the conversation in front."""
        front = self._chat.current
        if front is not None:
            self._columns.close_one()
            front.composer.insert(text)

    def _on_offer_wanted(self) -> None:
        """To the work view, where it can be read and answered."""
        self._columns.show_view("")
        self.focus_work()

    def _on_callbacks_wanted(self) -> None:
        self.open_callback("")

    def _on_someone_else(self) -> None:
        """Make way; ask first only where something would be lost by it."""
        unfinished = has_unfinished(
            self._desk.seen, drafts=self._desk.drafts.all(), calls=self._desk.unrecorded
        )
        if unfinished and not self._desk.is_kept_on_disk:
            self._news.ask_to_sign_out()
        else:
            self.sign_out_confirmed.emit()

    def _on_presence_wanted(self) -> None:
        """Open the four words; they lie still while the connection is away."""
        seen = self._desk.seen
        problem = check(seen, SetPresence(seen.presence), self._desk.now())
        reason = problem_sentence(problem) if problem is not None else ""
        self._presence_menu.open_below(self._top.presence, presence=seen.presence, reason=reason)

    def _on_presence_chosen(self, value: str) -> None:
        presence = Presence(value)
        if presence is not self._desk.seen.presence:
            self._desk.submit(SetPresence(presence))
        self.show_now()

    def _on_menu_wanted(self) -> None:
        self._menu.open_below(self._top.person)


def _is_session_ending() -> bool:
    """Whether the system is ending the session, when nothing may be asked."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
