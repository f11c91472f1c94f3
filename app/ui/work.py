"""The work: which panes stand in the columns, how one comes to each, and that they show how it stands now."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.announcing import InView
from app.desk.desk import Desk
from app.domain.commands import ClaimWaiting
from app.domain.ids import ConversationId, QueueId
from app.domain.problems import Problem
from app.ui.chat.chat_area import ChatArea
from app.ui.columns import Columns
from app.ui.customer_panel.customer_pane import CustomerPane
from app.ui.folding import Folding, folding_of
from app.ui.other_views import OtherViews
from app.ui.pre_information.sheet import Act
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Length

_TALL_ENOUGH = 780
"""px at 100 %: in a lower window the right column holds a note of one line."""


class Work(QObject):
    """Queues, conversations and the customer in ``columns``, and the views beside them.

    ``stale``: what is shown is to be shown anew.
    """

    stale = Signal()

    def __init__(self, theme: Theme, desk: Desk, tasks: TaskScope, *, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._folded: tuple[Folding, bool, int] | None = None
        self._desk = desk
        self._window = window
        self.queues = QueuePane(theme, language=language, claim=self._claim)
        self.others = OtherViews(theme, desk, tasks, language=language, parent=self)
        self.queues.add_below(self.others.todays)
        self.chat = ChatArea(theme, desk, tasks, language=language)
        self.customer = CustomerPane(theme, desk, tasks, self.chat, language=language, parent=self)
        self.columns = Columns(
            theme, queues=self.queues, chat=self.chat, customer=self.customer.panel, parent=window
        )
        self.others.add_to(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.queues.queue_chosen.connect(self.stale)
        self.columns.turned.connect(self.stale)
        self.customer.noted.connect(self.stale)
        self.customer.panel.insert_wanted.connect(self.insert)
        self.customer.panel.refine_wanted.connect(self._on_refine)
        self.customer.panel.correct_wanted.connect(self._on_correct)
        self.others.taken.connect(self._on_taken_over)
        self.others.messages.take_wanted.connect(self._on_take_message)
        self.others.messages.open_wanted.connect(self.go_to_conversation)
        self.chat.joining_left.connect(self.others.open_situation)
        self.chat.take_wanted.connect(self.queues.take_next)

    # --- how one comes to it --------------------------------------------------------------------------------

    @property
    def front(self) -> ConversationId | None:
        """The conversation in front."""
        return self.chat.current.conversation_id if self.chat.current is not None else None

    def open_conversation(self, conversation_id: str) -> None:
        """Bring a conversation to the front of the work view."""
        self.columns.show_view("")
        self.chat.open_conversation(ConversationId(conversation_id))

    def go_to_conversation(self, conversation_id: str) -> None:
        """Bring a conversation to the front, with the keys on writing."""
        self.open_conversation(conversation_id)
        self.focus()

    def go_to_work(self) -> None:
        """To the work view, where what is offered can be read and answered."""
        self.columns.show_view("")
        self.focus()

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue in the left column."""
        self.queues.select_queue(queue_id)

    def focus(self) -> None:
        """Put the keys where the work is: on writing, else on the queues, or, folded, on taking."""
        front = self.chat.current
        if front is not None:
            front.composer.setFocus()
        elif self.queues.isVisible():
            self.queues.focus_queues()
        else:
            self.chat.focus_nobody()

    def insert(self, text: str) -> None:
        """Put a canned answer into the message of the conversation in front."""
        front = self.chat.current
        if front is not None:
            self.columns.close_one()
            front.composer.insert(text)

    def insert_for(self, conversation_id: str, text: str) -> None:
        """An answer found for one customer goes to no other who has come to the front meanwhile."""
        if self.front == conversation_id:
            self.insert(text)

    def in_view(self) -> InView:
        """What of the work is on the screen just now, in a window she works in."""
        front = self.chat.current
        is_read = front is not None and front.is_looked_at
        return InView(
            queues=self.queues.isVisible(),
            callbacks=self.others.callbacks.isVisible() or self.others.todays.isVisible(),
            consultations=self.others.consultations.isVisible(),
            situation=self.others.situation.isVisible(),
            offer=self.chat.offer.isVisible(),
            front=front.conversation_id if front is not None and is_read else None,
        )

    # --- mirroring ------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show how the work stands."""
        self.columns.show_waiting(self.queues.show_seen(self._desk.seen, now=self._desk.now()))
        self._show_chat()
        self.customer.show_now()
        self.others.show_now()

    def show_drafts(self) -> None:
        """Show what is being written, and what lists it."""
        self.chat.show_drafts()
        self.customer.show_now()
        self.others.show_drafts()

    def _show_chat(self) -> None:
        """Show the conversations. A note that was being written lands nowhere when its customer has gone from
        under the fingers: by herself alone do the keys go on in the note of another.
        """
        before, was_noting = self.chat.current, self.customer.panel.note.has_focus
        self.chat.show_now()
        now = self.chat.current
        if was_noting and now is not before and not (now is not None and now.composer.has_focus):
            self.chat.focus_tabs()

    def fold(self) -> None:
        """Fold and unfold as the size of the window asks."""
        width, height = self._window.width(), self._window.height()
        folding = folding_of(self._theme, width=width, height=height)
        is_low = height < _TALL_ENOUGH * self._theme.length(Length.ICON) / 16
        # Most steps of dragging an edge fold nothing, and there may be twenty conversations to tell.
        wanted = (folding, is_low, self._theme.length(Length.INPUT))
        if wanted == self._folded:
            return
        self._folded = wanted
        self.columns.fold(folding)
        self.chat.set_summary_shown(folding.right and not folding.low)
        self.chat.set_folded(is_narrow=folding.narrow, is_low=folding.low)
        self.queues.set_dense(folding.dense)
        self.customer.panel.note.set_low(is_low=is_low)
        self.others.todays.set_folded(folding.low)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _claim(self, conversation_id: ConversationId) -> None:
        """Take a waiting customer; her conversation comes to the front unless something is typed before."""
        answer = self._desk.submit(ClaimWaiting(conversation_id))
        if isinstance(answer, Problem):
            self.queues.say_refused(answer)
        else:
            self.chat.await_conversation(conversation_id)
            self.columns.close_queues()
        self.stale.emit()

    def _on_take_message(self, conversation_id: str) -> None:
        """Take a non-urgent message; it comes to the front of the work view as soon as it is hers."""
        answer = self._desk.submit(ClaimWaiting(ConversationId(conversation_id)))
        if isinstance(answer, Problem):
            self.others.messages.say_refused(answer)
        else:
            self._on_taken_over(conversation_id)

    def _on_refine(self) -> None:
        self.ask_about_pre_information(Act.REFINE)

    def _on_correct(self) -> None:
        self.ask_about_pre_information(Act.CORRECT)

    def ask_about_pre_information(self, act: Act) -> None:
        """Open the sheet that refines or corrects what the customer in front chose."""
        front = self.chat.current
        if front is not None:
            self.columns.show_view("")
            front.ask_about_pre_information(act)

    def _on_taken_over(self, conversation_id: str) -> None:
        """To the work view, where it comes to the front as soon as it is hers."""
        self.columns.show_view("")
        self.chat.await_conversation(ConversationId(conversation_id))
        self.stale.emit()
