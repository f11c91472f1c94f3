"""Guides to choose from: name, what it is and whose."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desk.handbook_view import GuideRow
from app.domain.queue import ByLanguage
from app.ui.handbook.handbook_words import name_words, under_words
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.drawing import draw_card, draw_line
from app.ui.parts.list_view import ListView
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class GuideList(ListView):
    """``language`` is that of the screen."""

    def __init__(self, theme: Theme, *, language: str, parent: QWidget) -> None:
        super().__init__(theme, "guideList", ground=Colour.BG, parent=parent)
        self._language = language
        self._front: ByLanguage | None = None
        self._rows: KeyedRows[GuideRow] = KeyedRows(key_of=_key_of, spoken_of=self._spoken_of, parent=self)
        self._delegate = _GuideDelegate(theme, language=language, parent=self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._rows)

    @property
    def row(self) -> GuideRow | None:
        """The guide that is chosen."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, GuideRow) else None

    @property
    def count(self) -> int:
        """How many the search has found."""
        return self._rows.rowCount()

    def show_guides(self, rows: tuple[GuideRow, ...], front: ByLanguage | None) -> None:
        """Show these; the one that was chosen stays chosen while it is among them."""
        self._front = self._delegate.front = front
        self._rows.show_rows(rows)
        if not self.currentIndex().isValid():
            self.choose_first()
        self.viewport().update()

    def choose_support(self) -> None:
        """Choose who helps with the program."""
        row = self._rows.row_of(_SUPPORT)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row, 0))

    def choose_first(self) -> None:
        """Choose the best, if there is any."""
        self.setCurrentIndex(self._rows.index(0, 0) if self.count else QModelIndex())
        self.scrollToTop()

    def _spoken_of(self, row: GuideRow) -> str:
        name = name_words(row, self._language)
        return f"{name}, {under_words(row, self._front, self._language)}"


_SUPPORT = ""
"""The row that is no guide."""


def _key_of(row: GuideRow) -> str:
    return row.guide_id


class _GuideDelegate(QStyledItemDelegate):
    """Name above, what it is below."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.front: ByLanguage | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        lines = theme.line_height(Type.BODY) + theme.line_height(Type.SMALL)
        return QSize(0, round(lines + 2 * theme.length(Length.SPACE_3) + theme.length(Length.SPACE_1)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, GuideRow):
            return
        theme = self._theme
        area = QRectF(option.rect).adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        painter.save()
        draw_card(
            theme,
            painter,
            area,
            radius=Length.RADIUS_BUTTON,
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )
        gap = theme.length(Length.SPACE_5)
        left, width = area.left() + gap, area.width() - 2 * gap
        top = area.top() + theme.length(Length.SPACE_3)
        name = name_words(row, self._language)
        draw_line(theme, painter, (Run(name, Type.BODY, Colour.INK),), QPointF(left, top), width)
        under = under_words(row, self.front, self._language)
        top += theme.line_height(Type.BODY)
        draw_line(theme, painter, (Run(under, Type.SMALL, Colour.MUT),), QPointF(left, top), width)
        painter.restore()
