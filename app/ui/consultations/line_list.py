"""The lines that can be asked, as a list: name, what it promises, whether it is outside, who is on call."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.consultation_views import Line
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language


def line_key(line: Line) -> str:
    """The name a row keeps."""
    return line.queue_id


def promise_words(days: int) -> str:
    """``vastaa 3 arkipäivässä``."""
    return QCoreApplication.translate("consultations", "answers within %n working day(s)", "", days)


def spoken_line(line: Line, language: str) -> str:
    """What a screen reader says of a line."""
    parts = [one_line(in_language(line.name, language)), promise_words(line.promise_days)]
    if line.is_outside:
        parts.append(QCoreApplication.translate("consultations", "outside"))
    if line.has_on_call:
        parts.append(QCoreApplication.translate("consultations", "somebody is on call"))
    return ", ".join(parts)


class LineDelegate(QStyledItemDelegate):
    """One line a row."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.length(Length.ROW_DENSE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW_ROLE)
        if not isinstance(line, Line):
            return
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        draw_card(
            theme,
            painter,
            area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1)),
            radius=Length.RADIUS_BUTTON,
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )
        gap = theme.length(Length.SPACE_5)
        middle = area.center().y()
        words = promise_words(line.promise_days)
        if line.is_outside:
            words = f"{QCoreApplication.translate('consultations', 'outside')} · {words}"
        top = middle - theme.line_height(Type.SMALL) / 2
        right = draw_right(
            theme, painter, (Run(words, Type.SMALL, Colour.MUT),), QPointF(area.right() - gap, top)
        )
        name = (Run(one_line(in_language(line.name, self._language)), Type.BODY, Colour.INK),)
        top = middle - theme.line_height(Type.BODY) / 2
        draw_line(theme, painter, name, QPointF(area.left() + gap, top), right - area.left() - 2 * gap)
        painter.restore()
