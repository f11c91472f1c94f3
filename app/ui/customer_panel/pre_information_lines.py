"""Pre-information in the right column: what it is about now, and what she chose where that differs."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.panes import Header
from app.ui.parts.button import Button, Look
from app.ui.pre_information.topic_words import (
    change_words,
    chosen_words,
    is_other_than_chosen,
    topic_words,
)
from app.ui.safe_text import PlainLabel, plain_tooltip
from app.ui.text_runs import quoted
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.words import problem_sentence

_DETAIL_CHARACTERS = 200
Line = tuple[PlainLabel, PlainLabel]


class PreInformationLines(QWidget):
    """``refine_wanted`` · ``correct_wanted``. A line that has nothing to say is not shown."""

    refine_wanted = Signal()
    correct_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        add_line: Callable[[QVBoxLayout, str], Line],
        say: Callable[[Line, str], None],
        *,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preInformationLines")
        self._language = language
        self._say = say
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_4))
        self._topic = add_line(layout, self.tr("Topic"))
        self._detail = add_line(layout, self.tr("Detail"))
        self._chosen = add_line(layout, self.tr("She chose"))
        self._refined = add_line(layout, self.tr("Refined"))
        self._corrected = add_line(layout, self.tr("Corrected"))
        self._refine = Button(
            theme,
            "refinePreInformation",
            self.tr("Refine…"),
            look=Look.LINK,
            parent=self,
        )
        self._correct = Button(
            theme,
            "correctPreInformation",
            self.tr("Correct…"),
            look=Look.LINK,
            parent=self,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.length(Length.SPACE_3))
        buttons.addWidget(self._refine)
        buttons.addWidget(self._correct)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._refine.clicked.connect(self.refine_wanted)
        self._correct.clicked.connect(self.correct_wanted)

    def show_header(self, header: Header) -> None:
        """Show how it stands."""
        now, language = header.pre_information, self._language
        self._say(self._topic, topic_words(header.topic, now.finer_topic, language))
        self._show(self._detail, quoted(now.detail, limit=_DETAIL_CHARACTERS) if now.detail else "")
        is_other = now.chosen is not None and is_other_than_chosen(header)
        self._show(self._chosen, chosen_words(now.chosen, language) if is_other and now.chosen else "")
        self._show(self._refined, change_words(now.refined) if now.refined is not None else "")
        self._show(self._corrected, change_words(now.corrected) if now.corrected is not None else "")
        for button, problem in ((self._refine, header.cannot_refine), (self._correct, header.cannot_move)):
            why = problem_sentence(problem) if problem is not None else ""
            button.setEnabled(problem is None)
            button.setAccessibleDescription(why)
            plain_tooltip(button, why)

    def _show(self, line: Line, words: str) -> None:
        for label in line:
            label.setVisible(bool(words))
        if words:
            self._say(line, words)
