"""The customer's facts on one line, for windows where the right column is folded."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk.panes import Header
from app.ui.identity_words import name_words
from app.ui.parts.ground import Edge, Ground
from app.ui.pre_information.topic_words import topic_words
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, length_of


class SummaryLine(Ground):
    """Name, topic and how long she waited, beside each other."""

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "summaryLine", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._language = language
        self._label = PlainLabel(theme, parent=self)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        room = theme.length(Length.SPACE_3)
        layout.setContentsMargins(side, room, side, room)
        layout.addWidget(self._label)
        layout.addStretch(1)

    def show_header(self, header: Header) -> None:
        """Show the facts of this conversation."""
        person = header.proof.person
        pairs = (
            *(((self.tr("Name"), name_words(person)),) if person is not None else ()),
            (self.tr("Topic"), topic_words(header.topic, header.pre_information.finer_topic, self._language)),
            (self.tr("Waited"), length_of(header.queued)),
            (self.tr("Queue"), one_line(in_language(header.queue_name, self._language))),
        )
        runs: list[Run] = []
        for name, value in pairs:
            runs.append(Run(f"{name}  ", Type.SMALL, Colour.MUT))
            runs.append(Run(f"{value}      ", Type.SMALL, Colour.INK))
        self._label.set_runs(tuple(runs))
