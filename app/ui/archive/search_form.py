"""What is looked for in the archive: words, a name, a period, and what it was about."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.archive import Sought
from app.domain.desk_state import DeskState
from app.domain.ids import QueueId
from app.ui.archive.archive_words import first_day
from app.ui.archive.filter_choice import FilterChoice
from app.ui.parts.button import Button, Look
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.words import in_language

_MOST_CHARACTERS = 200


class SearchForm(QWidget):
    """``wanted``: she wants to search with what stands in it."""

    wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._services: dict[str, str] = {}
        self._words = self._field("archiveWords", self.tr("Words said in the conversation"))
        self._who = self._field("archiveWho", self.tr("Customer's number or who answered"))
        every = self.tr("all")
        self._period = FilterChoice(theme, "archivePeriod", self.tr("Closed"), every=every, parent=self)
        self._period.offer(
            {
                "today": self.tr("today"),
                "week": self.tr("in the last 7 days"),
                "month": self.tr("this month"),
                "year": self.tr("this year"),
            }
        )
        self._queue = FilterChoice(theme, "archiveQueue", self.tr("Queue"), every=every, parent=self)
        self._topic = FilterChoice(theme, "archiveTopic", self.tr("Topic"), every=every, parent=self)
        self._reason = FilterChoice(theme, "archiveReason", self.tr("Reason"), every=every, parent=self)
        self._outcome = FilterChoice(theme, "archiveOutcome", self.tr("Outcome"), every=every, parent=self)
        self._search = Button(theme, "archiveSearch", self.tr("Search"), look=Look.PRIMARY, parent=self)
        self._lay_out()
        for choice in (self._period, self._queue, self._topic, self._reason, self._outcome):
            choice.chosen.connect(self.wanted)
        self._search.clicked.connect(self.wanted)
        self.setFocusProxy(self._words)

    def show_choices(self, state: DeskState) -> None:
        """What can be chosen, by the service model in force."""
        said = self._language
        self._queue.offer(
            {str(each.queue_id): in_language(each.name, said) for each in state.queues.values()}
        )
        topics: dict[str, str] = {}
        for service in state.services:
            for each in service.topics:
                topics[f"{service.service_id} {each.topic.topic_id}"] = in_language(each.topic.name, said)
        self._topic.offer(topics)
        codes = state.wrap_ups.values()
        self._reason.offer(
            {code.code_id: in_language(code.name, said) for each in codes for code in each.contact_reasons}
        )
        self._outcome.offer(
            {code.code_id: in_language(code.name, said) for each in codes for code in each.outcomes}
        )

    def sought(self, now: datetime) -> Sought:
        """What stands in it."""
        service_id, _, topic_id = self._topic.value.partition(" ")
        return Sought(
            closed_from=first_day(self._period.value, now),
            queue_id=QueueId(self._queue.value) if self._queue.value else None,
            service_id=service_id or None,
            topic_id=topic_id or None,
            outcome=self._outcome.value or None,
            contact_reason=self._reason.value or None,
            who=self._who.text().strip(),
            words=self._words.text().strip(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field searches."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _field(self, name: str, hint: str) -> LineField:
        field = LineField(self._theme, name, hint, parent=self)
        field.setPlaceholderText(hint)
        field.setMaxLength(_MOST_CHARACTERS)
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        theme, gap = self._theme, self._theme.length(Length.SPACE_3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        for field in (self._words, self._who):
            frame = InputFrame(theme, f"{field.objectName()}Frame", field, side=Length.SPACE_4, parent=self)
            frame.setFixedHeight(theme.length(Length.BUTTON))
            layout.addWidget(frame)
        for row in ((self._period, self._queue), (self._topic, self._reason), (self._outcome, self._search)):
            line = QHBoxLayout()
            line.setSpacing(gap)
            for widget in row:
                line.addWidget(widget)
            line.addStretch(1)
            layout.addLayout(line)
