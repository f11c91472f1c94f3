"""Who an identified customer is: name, how surely, for whom she acts; her code when it is asked for (R039).

The code stands covered: that somebody asked to see it is in the audit log (Tietosuojalaki 29 §), and it is
covered again as soon as somebody else is in front.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.identification import IdentifiedPerson, IdentityCodes
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.identity_words import COVERED_CODE, level_words, name_words
from app.ui.parts.button import Button, Look
from app.ui.safe_text import PlainLabel, plain_tooltip
from app.ui.text_runs import Run, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import problem_sentence


class IdentityBox(QWidget):
    """``codes_wanted``: the holder asks to see the codes of this conversation."""

    codes_wanted = Signal(str)

    def __init__(self, theme: Theme, *, name_column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identityBox")
        self._theme = theme
        self._conversation_id: ConversationId | None = None
        self._person: IdentifiedPerson | None = None
        self._codes: IdentityCodes | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.length(Length.SPACE_5))
        self._grid.setVerticalSpacing(theme.length(Length.SPACE_4))
        self._column = name_column
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[PlainLabel, PlainLabel]] = []
        self._name = self._line("customerFullName", self.tr("Name"))
        self._level = self._line("identityLevel", self.tr("Identification"))
        self._code = self._line("identityCode", self.tr("Identity code"))
        self._behalf = self._line("onBehalfOf", self.tr("On behalf of"))
        self._behalf_code = self._line("onBehalfOfCode", self.tr("Identity code"))
        self._show = Button(theme, "showIdentityCode", "", look=Look.LINK, parent=self)
        self._show.clicked.connect(self._on_show)
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        row = self._grid.rowCount()
        self._grid.addWidget(self._show, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self._trouble, row + 1, 0, 1, 2)
        self.show_person(None, None)

    def show_person(self, conversation_id: ConversationId | None, person: IdentifiedPerson | None) -> None:
        """Show who is in front; with somebody else the codes are covered again."""
        if conversation_id != self._conversation_id or person is None:
            self._codes = None
            self._trouble.set_runs(())
            self._trouble.hide()
        self._conversation_id, self._person = conversation_id, person
        self.setVisible(person is not None)
        if person is not None:
            self._show_all(person)

    def show_codes(self, conversation_id: str, codes: IdentityCodes | Problem) -> None:
        """What came of asking, if the same customer is still in front."""
        if conversation_id != self._conversation_id or self._person is None:
            return
        if isinstance(codes, Problem):
            words = problem_sentence(codes)
            self._trouble.set_runs((Run(words, Type.SMALL, Colour.BAD),))
        else:
            self._codes = codes
        self._trouble.setVisible(isinstance(codes, Problem))
        self._show_all(self._person)

    def _show_all(self, person: IdentifiedPerson) -> None:
        codes, behalf = self._codes, person.on_behalf_of
        self._say(self._name, name_words(person), weight=600)
        self._say(self._level, level_words(person))
        self._say(self._code, self._code_words(person.has_identity_code, codes.own if codes else None))
        self._say(self._behalf, visible(behalf.name) if behalf is not None else None, weight=600)
        has_behalf_code = behalf is not None and behalf.has_identity_code
        behalf_code = codes.on_behalf_of if codes else None
        self._say(self._behalf_code, self._code_words(has_behalf_code, behalf_code) if behalf else None)
        self._show.setVisible(person.has_identity_code or has_behalf_code)
        self._show.set_words(self.tr("Cover the code") if codes else self.tr("Show the code"))
        why = "" if codes else self.tr("That it was shown is written into the log of use.")
        self._show.setAccessibleDescription(why)
        plain_tooltip(self._show, why)

    def _code_words(self, has_code: bool, code: str | None) -> str:
        if not has_code:
            return self.tr("none")
        return visible(code) if code is not None else COVERED_CODE

    def _on_show(self) -> None:
        if self._codes is not None:
            self._codes = None
            if self._person is not None:
                self._show_all(self._person)
        elif self._conversation_id is not None:
            self.codes_wanted.emit(self._conversation_id)

    def _line(self, name: str, words: str) -> tuple[PlainLabel, PlainLabel]:
        left = PlainLabel(self._theme, (Run(words, Type.BODY, Colour.MUT),), wraps=True, parent=self)
        left.setFixedWidth(self._column)
        right = PlainLabel(self._theme, wraps=True, parent=self)
        right.setObjectName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignTop)
        return left, right

    def _say(self, line: tuple[PlainLabel, PlainLabel], words: str | None, *, weight: int = 400) -> None:
        left, right = line
        for label in line:
            label.setVisible(words is not None)
        if words is None:
            return
        right.set_runs((Run(words, Type.BODY, Colour.INK, weight),))
        # A covered code is said to be covered, and not read out dot by dot.
        heard = self.tr("covered") if words == COVERED_CODE else words
        right.setAccessibleName(f"{left.shown}: {heard}")
