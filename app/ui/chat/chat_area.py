"""The middle column: tabs, and behind each its conversation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.help_views import joined_card
from app.desk.offer_views import offer_cards
from app.desk.panes import Tab
from app.desk.views import header, queue_rows, tabs
from app.domain.ids import ConversationId
from app.domain.offer_commands import AcceptOffer, DeclineOffer
from app.domain.problems import Problem
from app.domain.queue import hours_of_all
from app.ui.chat.awaited import Awaited, is_writing
from app.ui.chat.chat_tabs import ChatTabs
from app.ui.chat.conversation_view import ConversationView
from app.ui.chat.departed_view import DepartedView
from app.ui.chat.nobody_view import NobodyView
from app.ui.chat.pages import Pages
from app.ui.chat.tab_strip import TabStrip
from app.ui.help.joined_view import JoinedView
from app.ui.parts.ground import Ground
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour
from app.ui.transfer.offer_panel import OfferPanel


class ChatArea(Ground):
    """``take_wanted``: take the next customer · ``turned``: another conversation is in front ·
    ``joining_left``: she read along, and has no conversation of her own to go back to.
    """

    take_wanted = Signal()
    turned = Signal()
    joining_left = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, tasks: TaskScope, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "chatArea", Colour.SURFACE, parent=parent)
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._views: dict[ConversationId, ConversationView] = {}
        self._scopes: dict[QWidget, TaskScope] = {}
        self._left: dict[ConversationId, DepartedView] = {}
        self._joined: dict[ConversationId, JoinedView] = {}
        self._awaited = Awaited(desk, parent=self)
        self._is_summary_shown = False
        self._is_narrow = False
        self._is_low = False
        self._tabs = ChatTabs(theme, parent=self)
        self._strip = TabStrip(theme, self._tabs, parent=self)
        self._stack = Pages(self)
        self._nobody = NobodyView(theme, parent=self)
        self._stack.addWidget(self._nobody)
        self._offer = OfferPanel(theme, language=language, parent=self)
        self._offer.accept_wanted.connect(self._on_accept)
        self._offer.decline_wanted.connect(self._on_decline)
        self._offer.done.connect(self._on_answered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._offer)
        layout.addWidget(self._strip)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_turned)
        self._nobody.take_wanted.connect(self.take_wanted)

    @property
    def current(self) -> ConversationView | None:
        """The conversation in front."""
        front = self._tabs.conversation_id
        return self._views.get(front) if front is not None else None

    @property
    def in_front(self) -> ConversationView | JoinedView | None:
        """The conversation in front, hers or one in which she reads along."""
        return self.current or self._joined_in_front

    def composer_height(self) -> int:
        """How many px at the bottom the composer in front takes."""
        front = self.current
        # Where there is hardly any height, what opens for a moment may take all of it.
        return front.composer.height() if front is not None and not front.is_tight else 0

    def show_now(self) -> None:
        """Show the conversations as they are now."""
        seen, now = self._desk.seen, self._desk.now()
        mine = tabs(seen, now=now, departed=self._desk.departed)
        had_focus = self._has_focus
        front_before = self._tabs.conversation_id
        self._offer.show_cards(offer_cards(seen, now=now))
        self._make_views(mine)
        self._make_departed(mine)
        self._make_joined(mine)
        self._tabs.show_tabs(mine)
        self._strip.setVisible(bool(mine))
        self._drop_views(mine)
        has_come = self._open_awaited()
        self._show_front()
        # The one she has just taken is where she means to write next: its composer keeps the keys.
        if not has_come:
            self._keep_focus(had_focus=had_focus, front_before=front_before)
        front = self.current
        left = self._left.get(self._tabs.conversation_id) if self._tabs.conversation_id else None
        if front is not None:
            front.show_now()
            front.mark_looked_at()
        elif left is not None:
            left.show_texts(self._desk.drafts.written_about(left.conversation_id))
        elif (joined := self._joined_in_front) is not None:
            joined.show_now()
        else:
            rows = queue_rows(seen, now=now)
            count = sum(row.waiting for row in rows)
            is_known = seen.is_live or bool(seen.confirmed.queues)
            hours = hours_of_all(seen.confirmed.queues.values(), now)
            self._nobody.show_waiting(count, hours=hours, now=now, is_known=is_known)

    def show_drafts(self) -> None:
        """Show what is being written to whoever is in front: nothing else changes by it."""
        if self._left:
            # A text that went nowhere may be gone now, and its tab with it.
            self.show_now()
        elif (front := self.current) is not None:
            front.show_now()

    def open_conversation(self, conversation_id: ConversationId) -> None:
        """Bring a conversation to the front, if it is there."""
        number = self._tabs.number_of(conversation_id)
        if number is not None:
            self._tabs.setCurrentIndex(number)

    def await_conversation(self, conversation_id: ConversationId) -> None:
        """Bring it to the front when it comes, unless something is typed before, wherever it is."""
        self._awaited.expect(conversation_id)

    def focus_tabs(self) -> None:
        """Put the keys where letters go nowhere."""
        (self._tabs if self._tabs.isVisible() else self).setFocus()

    def focus_nobody(self) -> None:
        """Put the keys on what is shown while no conversation is open."""
        self._nobody.focus_take()

    def turn(self, step: int) -> None:
        """Bring the next (1) or the previous (-1) conversation to the front."""
        count = self._tabs.count()
        if count:
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % count)

    @property
    def offer(self) -> OfferPanel:
        """What is offered to her."""
        return self._offer

    def set_summary_shown(self, is_shown: bool) -> None:
        """Show each customer's facts on a line of their own."""
        self._is_summary_shown = is_shown
        for view in self._views.values():
            view.set_summary_shown(is_shown)

    def set_folded(self, *, is_narrow: bool, is_low: bool) -> None:
        """Leave out what is only a hint, and in a low window whatever can be done without."""
        self._is_narrow, self._is_low = is_narrow, is_low
        self._offer.set_low(is_low=is_low)
        for view in self._views.values():
            view.set_folded(is_narrow=is_narrow, is_low=is_low)
        for joined in self._joined.values():
            joined.set_folded(is_low=is_low)

    def _make_views(self, mine: tuple[Tab, ...]) -> None:
        """Make a view for each conversation that has come."""
        for tab in mine:
            head = header(self._desk.seen, tab.conversation_id, now=self._desk.now())
            if head is None or tab.conversation_id in self._views:
                continue
            scope = self._tasks.inner()
            view = ConversationView(
                self._theme, self._desk, scope, language=self._language, header=head, parent=self
            )
            view.set_summary_shown(self._is_summary_shown)
            view.set_folded(is_narrow=self._is_narrow, is_low=self._is_low)
            self._views[tab.conversation_id] = view
            self._scopes[view] = scope
            self._stack.addWidget(view)

    def _make_departed(self, mine: tuple[Tab, ...]) -> None:
        """Make a view for each conversation that went elsewhere: it says where, and sends nothing."""
        for tab in mine:
            departed = tab.departed
            if departed is None or tab.conversation_id in self._left:
                continue
            view = DepartedView(self._theme, departed, language=self._language, parent=self)
            view.closed.connect(self._on_let_go)
            self._left[tab.conversation_id] = view
            self._stack.addWidget(view)

    def _make_joined(self, mine: tuple[Tab, ...]) -> None:
        """Make a view for a conversation in which she reads along."""
        for tab in mine:
            card = joined_card(self._desk.seen, tab.conversation_id, now=self._desk.now())
            if card is None or not tab.is_joined or tab.conversation_id in self._joined:
                continue
            scope = self._tasks.inner()
            view = JoinedView(self._theme, self._desk, scope, language=self._language, card=card, parent=self)
            view.taken.connect(self._on_taken_over)
            view.left.connect(self._on_joining_left)
            view.set_folded(is_low=self._is_low)
            self._joined[tab.conversation_id] = view
            self._scopes[view] = scope
            self._stack.addWidget(view)

    @property
    def joined_in_front(self) -> ConversationId | None:
        """The conversation in front, if she reads along there."""
        front = self._tabs.conversation_id
        return front if front is not None and front in self._joined else None

    @property
    def _joined_in_front(self) -> JoinedView | None:
        front = self._tabs.conversation_id
        return self._joined.get(front) if front is not None else None

    def _on_joining_left(self) -> None:
        if not self._views:
            self.joining_left.emit()

    def _on_taken_over(self, conversation_id: str) -> None:
        self.await_conversation(ConversationId(conversation_id))

    def _drop_views(self, mine: tuple[Tab, ...]) -> None:
        """Let go of the views of conversations that have left the desk. Their drafts stay in the desk."""
        held = {tab.conversation_id for tab in mine if tab.departed is None and not tab.is_joined}
        joined = {tab.conversation_id for tab in mine if tab.is_joined}
        gone = {tab.conversation_id for tab in mine if tab.departed is not None}
        dropped: list[QWidget] = []
        dropped += [self._views.pop(each) for each in set(self._views) - held]
        dropped += [self._joined.pop(each) for each in set(self._joined) - joined]
        # What it asked for ends with it: nothing wakes up on a view that is gone.
        for view in dropped:
            self._scopes.pop(view).cancel()
        dropped += [self._left.pop(each) for each in set(self._left) - gone]
        for view in dropped:
            self._stack.removeWidget(view)
            view.deleteLater()

    @property
    def _has_focus(self) -> bool:
        """Whether the keys are on a conversation now."""
        focused: QWidget | None = self.focusWidget()
        return focused is not None and self._stack.isAncestorOf(focused) and self.isActiveWindow()

    def _keep_focus(self, *, had_focus: bool, front_before: ConversationId | None) -> None:
        """What is being typed must land nowhere when its conversation has gone under the fingers: the keys go
        to the tabs, never by themselves into the text of another.
        """
        front = self._tabs.conversation_id
        if not had_focus or front_before is None:
            return
        left = self._left.get(front) if front is not None else None
        if left is not None and front == front_before:
            left.setFocus()
        elif front != front_before:
            self._tabs.setFocus()

    def _open_awaited(self) -> bool:
        """Bring the conversation that was claimed to the front; whether it has come."""
        awaited = self._awaited.conversation_id
        if awaited is None or (awaited not in self._views and awaited not in self._joined):
            return False
        if awaited in self._joined and awaited in self._desk.seen.helping:
            return False
        self._awaited.forget()
        if is_writing(QApplication.focusWidget()):
            # Half a sentence is about somebody else: its other half must not land here. The tab says it came.
            return False
        self.open_conversation(awaited)
        if awaited in self._views:
            self._views[awaited].composer.setFocus()
        else:
            self._joined[awaited].show_now()
            self._joined[awaited].focus()
        return True

    def _show_front(self) -> None:
        front = self._tabs.conversation_id
        widget: QWidget = self._nobody
        if front is not None:
            held = self._views.get(front) or self._joined.get(front)
            widget = held or self._left.get(front) or self._nobody
        if self._stack.currentWidget() is not widget:
            self._stack.setCurrentWidget(widget)

    def _on_turned(self, _number: int) -> None:
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and self._stack.isAncestorOf(focused)
        self._show_front()
        front = self.current
        if front is not None:
            front.show_now()
            front.mark_looked_at()
            if had_focus:
                front.composer.setFocus()
        elif (joined := self._joined_in_front) is not None:
            joined.show_now()
        self.turned.emit()

    def _on_let_go(self, conversation_id: str) -> None:
        self._desk.let_go(ConversationId(conversation_id))

    def _on_accept(self) -> None:
        """Take what is offered; it comes to the front unless something is typed before."""
        card = self._offer.card
        if card is None:
            return
        answer = self._desk.submit(AcceptOffer(card.conversation_id, card.responsibility_version))
        if isinstance(answer, Problem):
            self._offer.show_trouble(answer)
        else:
            self.await_conversation(card.conversation_id)
            self.show_now()

    def _on_decline(self, reason: str) -> None:
        card = self._offer.card
        if card is None:
            return
        command = DeclineOffer(card.conversation_id, reason.strip(), card.responsibility_version)
        answer = self._desk.submit(command)
        if isinstance(answer, Problem):
            self._offer.show_trouble(answer)
        else:
            self.show_now()
            self._on_answered()

    def _on_answered(self) -> None:
        front = self.current
        if front is not None:
            front.composer.setFocus()
        elif (joined := self._joined_in_front) is not None:
            joined.focus()
        else:
            # Qt would hand them to the rail, where a second Enter opens another view.
            self._nobody.setFocus()
