"""The views beside the work view: messages, calls, consultations, archive, situation; what is elsewhere."""

from PySide6.QtCore import QObject, Signal

from app.desk.archiving import may_read_archive
from app.desk.consultation_views import awaiting_us, may_consult
from app.desk.desk import Desk
from app.desk.help_views import help_cards, unanswered
from app.desk.message_views import owed
from app.desk.situation_view import may_supervise
from app.domain.ids import CallbackId, ConversationId
from app.ui.archive.archive_pane import ArchivePane
from app.ui.callbacks.callbacks_pane import CallbacksPane
from app.ui.callbacks.todays_callbacks import TodaysCallbacks
from app.ui.columns import Columns
from app.ui.consultations.consultations_pane import ConsultationsPane
from app.ui.icons import Icon
from app.ui.messages.messages_pane import MessagesPane
from app.ui.rail import RailLabel
from app.ui.supervisor.situation_pane import SituationPane
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme

MESSAGES = "railMessages"
"""The view of non-urgent messages, by the name of its item on the rail."""
CALLBACKS = "railCallbacks"
"""The view of callback requests, by the name of its item on the rail."""
CONSULTATIONS = "railConsultations"
"""The view of consultations, by the name of its item on the rail."""
SITUATION = "railSituation"
"""The situation view, by the name of its item on the rail."""
ARCHIVE = "railArchive"
"""The view of closed conversations, by the name of its item on the rail."""


class OtherViews(QObject):
    """Made before the columns that show them, and joined to these by ``add_to``.

    ``taken``: the conversation she has just taken over from the situation view.
    """

    taken = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, tasks: TaskScope, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.todays = TodaysCallbacks(theme, language=language)
        self.messages = MessagesPane(theme, desk, language=language)
        self.callbacks = CallbacksPane(theme, desk, language=language)
        self.consultations = ConsultationsPane(theme, desk, language=language)
        self.situation = SituationPane(theme, desk, tasks, language=language)
        self.archive = ArchivePane(theme, desk, tasks, language=language)
        self.todays.opened.connect(self.open_callback)
        self.situation.taken.connect(self.taken)

    def add_to(self, columns: Columns) -> None:
        """Put them on the rail."""
        self._columns = columns
        messages = RailLabel(MESSAGES, self.tr("Messages"), Icon.MAIL)
        self._messages_item = columns.add_view(messages, self.messages)
        calls = RailLabel(CALLBACKS, self.tr("Calls"), Icon.PHONE)
        self._calls_item = columns.add_view(calls, self.callbacks)
        consultations = RailLabel(CONSULTATIONS, self.tr("Consultations"), Icon.CONSULTATION)
        self._consultations_item = columns.add_view(consultations, self.consultations)
        archive = RailLabel(ARCHIVE, self.tr("Archive"), Icon.ARCHIVE)
        self._archive_item = columns.add_view(archive, self.archive)
        situation = RailLabel(SITUATION, self.tr("Situation"), Icon.SITUATION)
        self._situation_item = columns.add_view(situation, self.situation)

    def open_messages(self) -> None:
        """Go to the view of non-urgent messages."""
        self._columns.show_view(MESSAGES)
        self.messages.focus_list()

    def open_callback(self, callback_id: str) -> None:
        """Open a callback request in the view of calls; "" opens none of them."""
        self._columns.show_view(CALLBACKS)
        if callback_id:
            self.callbacks.choose(CallbackId(callback_id))
        self.callbacks.focus_list()

    def open_consultations(self) -> None:
        """Go to the view of consultations."""
        if self.may_consult:
            self._columns.show_view(CONSULTATIONS)
            self.consultations.focus_list()

    def ask_a_professional(self, about: ConversationId | None) -> None:
        """Begin a question there; ``about``: the conversation in front."""
        if self.may_consult:
            self._columns.show_view(CONSULTATIONS)
            self.consultations.ask(about)

    def ask_support(self, queue_id: str) -> None:
        """Begin a question to those who help with the program; no conversation goes along (R145)."""
        if self.may_consult:
            self._columns.show_view(CONSULTATIONS)
            self.consultations.ask(None, line=queue_id)

    def close_one(self) -> bool:
        """Take back a question or a message that is being written; whether there was one."""
        if self._columns.view == CALLBACKS:
            return self.callbacks.close_one()
        if self._columns.view == ARCHIVE:
            return self.archive.close_one()
        return self._columns.view == CONSULTATIONS and self.consultations.close_one()

    @property
    def may_consult(self) -> bool:
        """Whether the view of consultations is hers."""
        return may_consult(self._desk.seen)

    @property
    def may_read_archive(self) -> bool:
        """Whether the archive is hers."""
        return may_read_archive(self._desk.seen)

    def open_archive(self) -> None:
        """Go to the archive."""
        if self.may_read_archive:
            self._columns.show_view(ARCHIVE)
            self.archive.show_now()
            self.archive.focus_list()

    def open_situation(self) -> None:
        """Go to the situation view."""
        self._columns.show_view(SITUATION)
        self.situation.focus_list()

    @property
    def may_supervise(self) -> bool:
        """Whether the situation view is hers."""
        return may_supervise(self._desk.seen)

    def show_now(self) -> None:
        """Show how things stand."""
        self._show_messages()
        self._show_callbacks()
        self._show_consultations()
        self._show_situation()
        self._show_archive()

    def show_drafts(self) -> None:
        """Show what is being written about a call, or to a professional."""
        if self._columns.view == CALLBACKS:
            self.callbacks.show_now()
        if self._columns.view == CONSULTATIONS:
            self.consultations.show_now()

    def _show_messages(self) -> None:
        """The count on the rail is what waits for an answer; a message never calls for her otherwise."""
        self._messages_item.show_count(owed(self._desk.seen, now=self._desk.now()))
        if self._columns.view == MESSAGES:
            self.messages.show_now()

    def _show_callbacks(self) -> None:
        """Today's block and the count on the rail always; the view while it is shown."""
        desk = self._desk
        self._calls_item.show_count(
            self.todays.show_seen(desk.seen, now=desk.now(), calls=desk.calling.unrecorded)
        )
        if self._columns.view == CALLBACKS:
            self.callbacks.show_now()

    def _show_consultations(self) -> None:
        """For whoever may ask and answer, where there are lines; the count is what waits for an answer."""
        is_hers = self.may_consult
        self._consultations_item.setVisible(is_hers)
        self._consultations_item.show_count(awaiting_us(self._desk.seen, now=self._desk.now()))
        if self._columns.view == CONSULTATIONS:
            if is_hers:
                self.consultations.show_now()
            else:
                self._columns.show_view("")

    def _show_archive(self) -> None:
        """For whoever may read it; asked for when she asks."""
        is_hers = self.may_read_archive
        self._archive_item.setVisible(is_hers)
        if self._columns.view == ARCHIVE:
            if is_hers:
                self.archive.show_now()
            else:
                self._columns.show_view("")
        else:
            self.archive.leave()

    def _show_situation(self) -> None:
        """For supervisors alone, and asked for only while it is shown."""
        is_hers = self.may_supervise
        self._situation_item.setVisible(is_hers)
        self._situation_item.show_count(unanswered(help_cards(self._desk.seen, now=self._desk.now())))
        if self._columns.view == SITUATION:
            if is_hers:
                self.situation.show_now()
            else:
                self._columns.show_view("")
