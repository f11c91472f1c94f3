"""A list of canned answers that a search narrows down."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.desk.canned_view import CannedRow, canned_rows
from app.domain.canned import CannedAnswer
from app.domain.conversation import Identity
from app.ui.canned.canned_delegate import CannedDelegate
from app.ui.canned.canned_words import spoken_answer
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.list_view import ListView
from app.ui.theme import Theme
from app.ui.tokens import Colour


class CannedList(ListView):
    """The answers there are for one customer, in her language; ``language`` is that of the screen."""

    def __init__(self, theme: Theme, name: str, *, language: str, ground: Colour, parent: QWidget) -> None:
        super().__init__(theme, name, ground=ground, parent=parent)
        self._language = language
        self._answers: tuple[CannedAnswer, ...] = ()
        self._customers = ""
        self._identity = Identity.ANONYMOUS
        self._searched = ""
        self._rows: KeyedRows[CannedRow] = KeyedRows(key_of=_key_of, spoken_of=self._spoken_of, parent=self)
        self.setItemDelegate(CannedDelegate(theme, language=language, parent=self))
        self.setModel(self._rows)

    @property
    def row(self) -> CannedRow | None:
        """The answer that is chosen now."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, CannedRow) else None

    @property
    def count(self) -> int:
        """How many the search has found."""
        return self._rows.rowCount()

    def show_answers(self, answers: tuple[CannedAnswer, ...], *, language: str, identity: Identity) -> None:
        """Show those for a customer of that language and identity."""
        if (answers, language, identity) != (self._answers, self._customers, self._identity):
            self._answers, self._customers, self._identity = answers, language, identity
            self._show()

    def search(self, searched: str, *, from_top: bool) -> None:
        """Show what the search finds; ``from_top`` chooses the best of it."""
        self._searched = searched
        self._show()
        if from_top or not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0) if self.count else QModelIndex())
            self.scrollToTop()

    def _show(self) -> None:
        self._rows.show_rows(
            canned_rows(
                self._answers, searched=self._searched, language=self._customers, identity=self._identity
            )
        )

    def _spoken_of(self, row: CannedRow) -> str:
        return spoken_answer(row, self._language)


def _key_of(row: CannedRow) -> str:
    return row.shortcut
