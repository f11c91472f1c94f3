"""The main window: where the panes stand, which of them fold, and which key reaches what."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.views import header, queue_rows, status_line
from app.domain.changes import Changes
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Message
from app.domain.ids import ConversationId, QueueId
from app.domain.problems import Problem
from app.ui.actions import make_actions
from app.ui.chat.chat_area import ChatArea
from app.ui.customer_panel.customer_panel import CustomerPanel
from app.ui.feed_bridge import FeedBridge
from app.ui.folded_panel import FoldedPanel
from app.ui.folding import folding_of
from app.ui.icons import Icon
from app.ui.key_list import KeyList
from app.ui.language import Language
from app.ui.parts.ground import Edge
from app.ui.person_menu import PersonMenu
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.rail import Rail, RailEntry
from app.ui.splitter import PaneSplitter
from app.ui.status.news_stack import NewsStack
from app.ui.status.practice_band import PracticeBand
from app.ui.status.standing_words import has_unfinished
from app.ui.status.status_bar import StatusBar
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Colour, Length
from app.ui.top_bar import TopBar
from app.ui.words import in_language

_SMALLEST = QSize(720, 450)
_USUAL = QSize(1440, 900)


class MainWindow(QWidget):
    """Layout, folding and keys; the panes mirror the desk by themselves.

    ``sign_out_confirmed`` · ``closed``: the window was closed · ``language_chosen``, ``theme_chosen``: names.
    """

    sign_out_confirmed = Signal()
    closed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

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
        self._is_panel_hidden = False
        self._is_folded_right = False
        self._is_folded_left = False
        self._make_panes()
        self._lay_out()
        self._menu = self._made_menu()
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
        """Bring a conversation to the front."""
        self._chat.open_conversation(conversation_id)

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue in the left column."""
        self._queue_pane.select_queue(queue_id)

    def show_keys(self) -> None:
        """Open the list of keys, or close it."""
        self._keys.toggle()

    def ask_to_sign_out(self) -> None:
        """List what is unsent and ask."""
        self._news.ask_to_sign_out()

    def focus_work(self) -> None:
        """Put the keys where the work is: on writing, else on the queues."""
        front = self._chat.current
        if front is not None:
            front.composer.setFocus()
        else:
            self._queue_pane.focus_queues()

    def let_go(self) -> None:
        """Hear nothing more from the desk: the window is about to go."""
        self._bridge.close()

    def layout_state(self) -> bytes:
        """How the columns stand, to be remembered."""
        return bytes(self._columns.saveState().data())

    def restore_layout(self, state: bytes) -> None:
        """Have the columns stand as they did."""
        self._columns.restoreState(QByteArray(state))

    def show_now(self) -> None:
        """Show how everything stands now."""
        desk = self._desk
        seen, now = desk.seen, desk.now()
        drafts = len(desk.drafts.all())
        status = status_line(seen, desk.link, drafts, is_kept_on_disk=desk.is_kept_on_disk, now=now)
        self._band.setVisible(status.is_practice)
        self._frame_practice(is_practice=status.is_practice)
        self._top.show_service(in_language(seen.confirmed.organisation, self._language))
        self._top.show_load(status.load, status.capacity)
        self._top.show_person(status.display_name)
        self._queue_pane.show_seen(seen, now=now)
        waiting = sum(row.waiting for row in queue_rows(seen, now=now))
        self._rail.items[0].show_count(waiting)
        self._chat.show_now()
        self._show_customer()
        self._status.show_status(status, now=now)
        self._news.show_now()

    # --- Qt's own -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        front = self._chat.current if event.type() is QEvent.Type.ActivationChange else None
        if front is not None:
            front.mark_looked_at()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_practice = self._band.isVisibleTo(self)
        ground = Colour.PRAC if is_practice else Colour.BG
        painter.fillRect(QRect(0, 0, self.width(), self.height()), self._theme.colour(ground))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something is unfinished; closing again while being asked means yes."""
        saving = _is_session_ending()
        unfinished = has_unfinished(self._desk.seen, drafts=self._desk.drafts.all())
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
        work = RailEntry("railWork", self.tr("Work view"), Icon.WORK_VIEW)
        self._rail = Rail(theme, "rail", (work,), edges=Edge.RIGHT, parent=self)
        self._columns = PaneSplitter(theme, "columns", parent=self)
        self._queue_pane = QueuePane(theme, language=self._language, claim=self._claim)
        self._chat = ChatArea(theme, desk, self._tasks, language=self._language)
        self._panel = CustomerPanel(theme, language=self._language)
        facts = RailEntry("railCustomer", self.tr("Customer"), Icon.USER)
        self._right_rail = Rail(theme, "rightRail", (facts,), edges=Edge.LEFT, parent=self)
        self._status = StatusBar(theme, parent=self)

    def _lay_out(self) -> None:
        length = self._theme.length
        for pane in (self._queue_pane, self._chat, self._panel):
            self._columns.addWidget(pane)
        self._columns.setStretchFactor(1, 1)
        self._queue_pane.setMinimumWidth(length(Length.LEFT_DOCK) * 4 // 5)
        self._panel.setMinimumWidth(length(Length.RIGHT_DOCK) * 9 // 10)
        wide = [length(Length.LEFT_DOCK), length(Length.CENTRE_MIN) * 2, length(Length.RIGHT_DOCK)]
        self._columns.setSizes(wide)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self._columns, 1)
        middle.addWidget(self._right_rail)
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._band)
        outer.addWidget(self._top)
        outer.addWidget(self._news)
        outer.addLayout(middle, 1)
        outer.addWidget(self._status)
        self._rail.items[0].setChecked(True)
        self._over_left = self._panel_over("foldedLeft", Length.LEFT_DOCK_FOLDED, at_right=False)
        self._over_right = self._panel_over("foldedRight", Length.RIGHT_DOCK, at_right=True)
        self._keys = self._panel_over("keysPanel", Length.LEFT_DOCK, at_right=True)
        self._keys.take(KeyList(self._theme))

    def _panel_over(self, name: str, width: Length, *, at_right: bool) -> FoldedPanel:
        """What a folded column opens in, over the conversation."""
        return FoldedPanel(
            self._theme,
            name,
            width=self._theme.length(width),
            at_right=at_right,
            host=self._chat,
            spared=self._chat.composer_height,
        )

    def _made_menu(self) -> PersonMenu:
        self._actions = make_actions(self)
        menu = PersonMenu(
            language=self._language,
            theme=self._theme,
            sign_out=self._actions["signOut"],
            keys=self._actions["showKeys"],
            parent=self,
        )
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        return menu

    def _connect(self, ticker: Ticker) -> None:
        self._bridge.changed.connect(self._on_changed)
        ticker.ticked.connect(self.show_now)
        self._top.menu_wanted.connect(self._on_menu_wanted)
        self._queue_pane.queue_chosen.connect(self.show_now)
        self._chat.take_wanted.connect(self._queue_pane.take_next)
        self._chat.turned.connect(self._show_customer)
        self._news.take_wanted.connect(self._queue_pane.take_next)
        self._news.sign_out_confirmed.connect(self.sign_out_confirmed)
        self._rail.items[0].clicked.connect(self._on_rail_clicked)
        self._right_rail.items[0].clicked.connect(self._on_facts_clicked)
        for name, slot in (
            ("takeNext", self._queue_pane.take_next),
            ("closeCurrent", self._on_close_current),
            ("nextTab", self._on_next_tab),
            ("previousTab", self._on_previous_tab),
            ("goToQueues", self._queue_pane.focus_queues),
            ("goToWaiting", self._queue_pane.focus_waiting),
            ("goToTranscript", self._on_to_transcript),
            ("goToComposer", self._on_to_composer),
            ("showCustomer", self._on_facts_clicked),
            ("showKeys", self.show_keys),
            ("goBack", self._on_back),
            ("signOut", self.ask_to_sign_out),
        ):
            self._actions[name].triggered.connect(slot)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _on_changed(self, _changes: Changes) -> None:
        self.show_now()

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
        self._panel.show_customer(head, first)

    def _frame_practice(self, *, is_practice: bool) -> None:
        """Leave a violet frame around everything while it is practice."""
        side = self._theme.length(Length.SPACE_3) if is_practice else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 0, side, side)

    def _fold(self) -> None:
        folding = folding_of(self._theme, width=self.width(), height=self.height())
        if folding.left != self._is_folded_left:
            self._is_folded_left = folding.left
            self._move(self._queue_pane, self._over_left, 0, is_folded=folding.left)
        if folding.right != self._is_folded_right:
            self._is_folded_right = folding.right
            self._move(self._panel, self._over_right, self._columns.count(), is_folded=folding.right)
        self._right_rail.setVisible(folding.right)
        self._panel.setVisible(folding.right or not self._is_panel_hidden)
        self._chat.set_summary_shown(folding.right and not folding.low)
        self._chat.set_folded(is_narrow=folding.narrow, is_low=folding.low)
        self._queue_pane.set_dense(folding.dense)

    def _move(self, pane: QWidget, over: FoldedPanel, place: int, *, is_folded: bool) -> None:
        """Put a column beside the conversation, or into the panel that opens over it."""
        over.hide()
        if is_folded:
            over.take(pane)
        else:
            self._columns.insertWidget(place, pane)
            self._columns.setStretchFactor(self._columns.indexOf(self._chat), 1)
            pane.show()

    # --- deeds ----------------------------------------------------------------------------------------------

    def _claim(self, conversation_id: ConversationId) -> None:
        """Take a waiting customer; her conversation comes to the front unless something is typed before."""
        answer = self._desk.submit(ClaimWaiting(conversation_id))
        if not isinstance(answer, Problem):
            self._chat.await_conversation(conversation_id)
            self._over_left.hide()
        self.show_now()

    def _on_menu_wanted(self) -> None:
        self._menu.open_below(self._top.person)

    def _on_rail_clicked(self) -> None:
        self._rail.items[0].setChecked(True)
        if self._is_folded_left:
            self._over_left.toggle()

    def _on_facts_clicked(self) -> None:
        """Open the folded column, or show and hide the one beside the conversation."""
        self._right_rail.items[0].setChecked(False)
        if self._is_folded_right:
            self._over_right.toggle()
            return
        self._is_panel_hidden = not self._is_panel_hidden
        self._panel.setVisible(not self._is_panel_hidden)

    def _on_close_current(self) -> None:
        front = self._chat.current
        if front is not None:
            front.ask_to_close()

    def _on_next_tab(self) -> None:
        self._chat.turn(1)

    def _on_previous_tab(self) -> None:
        self._chat.turn(-1)

    def _on_to_transcript(self) -> None:
        front = self._chat.current
        if front is not None:
            front.focus_transcript()

    def _on_to_composer(self) -> None:
        front = self._chat.current
        if front is not None:
            front.composer.setFocus()

    def _on_back(self) -> None:
        """Take back whatever is being asked, the newest first."""
        for panel in (self._keys, self._over_right, self._over_left):
            if panel.isVisible():
                panel.hide()
                return
        if self._news.is_signing_out:
            self._news.cancel_signing_out()
            return
        front = self._chat.current
        if front is not None:
            front.cancel_asking()


def _is_session_ending() -> bool:
    """Whether the system is ending the session, when nothing may be asked."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
