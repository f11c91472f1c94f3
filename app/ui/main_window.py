"""The main window: bars above and below the work, what is asked and told between them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.desk.announcing import InView
from app.desk.desk import Desk
from app.desk.panes import StatusLine
from app.desk.views import status_line
from app.domain.changes import Changes, Kind
from app.domain.ids import ConversationId, QueueId
from app.ui.announcing.sound_choice import SoundChoice
from app.ui.chat.chat_area import ChatArea
from app.ui.feed_bridge import FeedBridge
from app.ui.handbook.handbook_panel import HandbookPanel
from app.ui.language import Language
from app.ui.leaving import Leaving
from app.ui.palette.palette import Palette
from app.ui.person_menu import PersonMenu
from app.ui.problem.problem_panel import ProblemPanel
from app.ui.shift.plan_words import own_hours
from app.ui.shift.planned_today import PlannedToday
from app.ui.shift.presence_choice import PresenceChoice
from app.ui.shift.shift_panels import ShiftPanels
from app.ui.status.news_stack import NewsStack
from app.ui.status.practice_frame import PracticeFrame
from app.ui.status.status_bar import StatusBar
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Length
from app.ui.top_bar import TopBar
from app.ui.words import in_language
from app.ui.work import Work
from app.ui.work_keys import WorkKeys

_SMALLEST = QSize(720, 450)
_USUAL = QSize(1440, 900)


class MainWindow(PracticeFrame):
    """Layout; the parts mirror the desk by themselves.

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
        super().__init__(theme)
        self.setObjectName("mainWindow")
        self._desk = desk
        self._language = language
        self._make_parts(tasks, now)
        self._lay_out()
        self._menu = self._made_menu()
        self._presence = PresenceChoice(theme, desk, self._top.presence, window=self)
        self._palette = Palette(theme, desk, language=language, can_do=self._keys.can_do, host=self)
        self._bridge = FeedBridge(desk, parent=self)
        self._connect(ticker)
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self.show_now()

    # --- for whoever drives the window ----------------------------------------------------------------------

    @property
    def chat(self) -> ChatArea:
        """The middle column."""
        return self._work.chat

    def open_conversation(self, conversation_id: ConversationId) -> None:
        """Bring a conversation to the front of the work view."""
        self._work.open_conversation(conversation_id)

    def open_callback(self, callback_id: str) -> None:
        """Open a callback request in the view of calls; "" opens none of them."""
        self._work.others.open_callback(callback_id)

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue in the left column."""
        self._work.select_queue(queue_id)

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
        """Put the keys where the work is."""
        self._work.focus()

    def come_forward(self) -> None:
        """Stand before the other windows, with the keys where the work is."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.focus_work()

    def in_view(self) -> InView:
        """What of the work is before her eyes just now."""
        return self._work.in_view() if self.isActiveWindow() else InView()

    def show_calling(self, count: int) -> None:
        """Show how much sounds until it is seen."""
        self._top.show_calling(count)

    def show_sound(self, choice: SoundChoice, *, has_device: bool, has_tray: bool) -> None:
        """Show how new work is announced, and what this computer cannot do."""
        self._status.show_sound(has_device=has_device)
        self._menu.show_sound(choice, has_device=has_device, has_tray=has_tray)

    def let_go(self) -> None:
        """Hear nothing more from the desk: the window is about to go."""
        self._bridge.close()

    def layout_state(self) -> bytes:
        """How the columns stand, to be remembered."""
        return self._work.columns.state()

    def restore_layout(self, state: bytes) -> None:
        """Have the columns stand as they did."""
        self._work.columns.restore(state)

    @property
    def hidden_columns(self) -> str:
        """Which columns she has hidden, to be remembered."""
        return self._work.columns.hidden

    def hide_columns(self, names: str) -> None:
        """Have these columns hidden, and the others shown."""
        self._work.columns.hide_columns(names)

    def show_now(self) -> None:
        """Show how everything stands now."""
        desk = self._desk
        status = self._status_line()
        self.show_practice(is_practice=status.is_practice)
        self._top.show_service(in_language(desk.seen.confirmed.organisation, self._language))
        self._top.show_load(status.load, status.capacity)
        self._presence.show_now()
        self._keys.show_presence(desk.seen.presence, can_choose=self._presence.obstacle is None)
        self._top.show_person(status.display_name)
        self._work.show_now()
        self._keys.action("goToSituation").setEnabled(self._work.others.may_supervise)
        self._keys.action("goToArchive").setEnabled(self._work.others.may_read_archive)
        self._status.show_status(status, now=desk.now())
        # The other views have no place for an offer, which must be answered in half a minute.
        self._news.show_offered(self.chat.offer.card if self._work.columns.view else None)
        self._news.show_now()
        self._planned.show_now()
        self._show_planned()
        self._shift.show_now()
        self._problem.show_now()
        self._handbook.show_now()

    def _show_planned(self) -> None:
        self._top.show_planned(own_hours(self._planned.today))

    # --- Qt's own -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._work.fold()
        self.rearranged.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.rearranged.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.rearranged.emit()
        if event.type() is QEvent.Type.ActivationChange:
            front = self.chat.current
            if front is not None:
                front.mark_looked_at()
            self.looked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something is unfinished; closing again while being asked means yes."""
        if not self._leaving.may_close():
            event.ignore()
            return
        self.let_go()
        event.accept()
        self.closed.emit()

    # --- making ---------------------------------------------------------------------------------------------

    def _make_parts(self, tasks: TaskScope, now: Callable[[], datetime]) -> None:
        theme, desk = self._theme, self._desk
        self._top = TopBar(theme, parent=self)
        self._news = NewsStack(theme, desk, now=now, parent=self)
        self._leaving = Leaving(desk, self._news, parent=self)
        self._work = Work(theme, desk, tasks, language=self._language, window=self)
        self._status = StatusBar(theme, parent=self)
        self._planned = PlannedToday(desk, tasks, parent=self)
        self._shift = ShiftPanels(
            theme,
            desk,
            language=self._language,
            planned=self._planned,
            panel_over=partial(self._work.columns.panel_over, at_right=True),
            window=self,
        )
        self._problem = ProblemPanel(
            theme,
            desk,
            language=self._language,
            panel_over=partial(self._work.columns.panel_over, at_right=True),
            window=self,
        )
        self._handbook = HandbookPanel(
            theme,
            desk,
            language=self._language,
            front=lambda: self._work.front,
            panel=self._work.columns.panel_over("handbookPanel", Length.LEFT_DOCK, at_right=True),
            window=self,
        )
        self._keys = WorkKeys(
            theme,
            work=self._work,
            news=self._news,
            top=self._top,
            shift=self._shift,
            problem=self._problem,
            handbook=self._handbook,
            window=self,
        )

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.band)
        outer.addWidget(self._top)
        outer.addWidget(self._news)
        outer.addWidget(self._work.columns, 1)
        outer.addWidget(self._status)

    def _made_menu(self) -> PersonMenu:
        menu = PersonMenu(
            language=self._language,
            theme=self._theme,
            sign_out=self._keys.action("signOut"),
            keys=(self._keys.action("showHandbook"), self._keys.action("showKeys")),
            shift=(self._keys.action("shiftQueues"), self._keys.action("endShift")),
            parent=self,
        )
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        self._keys.action("silence").triggered.connect(self.silence_wanted)
        menu.sound_chosen.connect(self.sound_chosen)
        menu.sound_tried.connect(self.sound_tried)
        return menu

    def _connect(self, ticker: Ticker) -> None:
        self._bridge.changed.connect(self._on_changed)
        ticker.ticked.connect(self.show_now)
        self._planned.changed.connect(self._show_planned)
        self._work.stale.connect(self.show_now)
        self._work.columns.rearranged.connect(self.rearranged)
        self._problem.numbers_wanted.connect(self._on_numbers)
        self._handbook.ask_wanted.connect(self._work.others.ask_support)
        self._problem.closed.connect(self._work.go_to_work)
        self._top.menu_wanted.connect(self._on_menu_wanted)
        self._top.silence_wanted.connect(self.silence_wanted)
        self._top.presence_wanted.connect(self._presence.open)
        self._presence.chosen.connect(self.show_now)
        self._keys.presence_wanted.connect(self._presence.choose)
        self._shift.ended.connect(self.sign_out_confirmed)
        self._shift.callbacks_wanted.connect(self._on_callbacks_wanted)
        self._shift.consultations_wanted.connect(self._work.others.open_consultations)
        self._shift.messages_wanted.connect(self._work.others.open_messages)
        self._keys.action("openPalette").triggered.connect(self._on_palette_wanted)
        self._top.palette_wanted.connect(self._on_palette_wanted)
        self._palette.deed_wanted.connect(self.do)
        self._palette.conversation_wanted.connect(self._work.go_to_conversation)
        self._palette.answer_wanted.connect(self._work.insert_for)
        self._news.take_wanted.connect(self._work.queues.take_next)
        self._news.offer_wanted.connect(self._work.go_to_work)
        self._leaving.confirmed.connect(self.sign_out_confirmed)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _on_numbers(self, conversation_id: str, text: str) -> None:
        """Put the numbers into the message to that customer; she who answers sends it, or does not."""
        self.open_conversation(ConversationId(conversation_id))
        self._work.insert_for(conversation_id, text)

    def _on_changed(self, changes: Changes) -> None:
        """Renew what the changes are about: a key pressed in a draft touches neither queues nor tabs."""
        if changes.are_only(Kind.DRAFTS):
            self._show_drafts()
        else:
            self.show_now()
        self.changed.emit(changes)

    def _show_drafts(self) -> None:
        """Show what is being written, and what counts or lists it."""
        self._work.show_drafts()
        self._status.show_status(self._status_line(), now=self._desk.now())
        self._news.show_now()
        self._shift.show_now()

    def _status_line(self) -> StatusLine:
        desk = self._desk
        return status_line(
            desk.seen,
            desk.link,
            len(desk.drafts.all()),
            is_kept_on_disk=desk.is_kept_on_disk,
            now=desk.now(),
        )

    def _on_callbacks_wanted(self) -> None:
        self.open_callback("")

    def _on_palette_wanted(self) -> None:
        self._palette.toggle(self._work.front)

    def _on_menu_wanted(self) -> None:
        self._menu.open_below(self._top.person)
