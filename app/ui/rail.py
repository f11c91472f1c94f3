"""The rails: what the program can do now at the left, folded columns at the right."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.drawing import draw_focus
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.marks import Mark, draw_mark, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


@dataclass(frozen=True, slots=True)
class RailLabel:
    """What an item of a rail is called and drawn as."""

    name: str
    words: str
    icon: Icon


class RailItem(QAbstractButton):
    """An icon over a word, with a count; checked while its view is shown. ``chosen`` gives its name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, label: RailLabel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(label.name)
        self.setText(without_mnemonics(label.words))
        self.setAccessibleName(label.words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._label = label
        self._count = 0
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Show how many wait there; nothing for none."""
        if count != self._count:
            self._count = count
            spoken = f"{self._label.words} {count}" if count else self._label.words
            self.setAccessibleName(spoken)
            self.update()

    def _on_clicked(self) -> None:
        self.chosen.emit(self._label.name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.RAIL), self._theme.length(Length.RAIL_ITEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses it as Space does, like every other button.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.length(Length.SPACE_1)
        area = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
        front = Colour.PRI if self.isChecked() else Colour.MUT
        corner = theme.length(Length.RADIUS_CARD)
        if self.isChecked():
            painter.setPen(theme.pen(Colour.PRI) if theme.is_high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.PRI_WEAK))
            painter.drawRoundedRect(area, corner, corner)
            bar = theme.length(Length.BORDER_SELECT)
            high = area.height() * 0.7
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.PRI))
            painter.drawRect(QRectF(0, area.center().y() - high / 2, bar, high))
        if self.hasFocus():
            draw_focus(theme, painter, area, corner)
        self._paint_words(painter, area, front)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, front: Colour) -> None:
        theme = self._theme
        side = theme.length(Length.ICON_LARGE)
        weight = 650 if self.isChecked() else None
        run = Run(self._label.words, Type.RAIL, front, weight)
        words = TextBlock(theme, (run,), width=area.width(), max_lines=1)
        gap = theme.length(Length.SPACE_2)
        top = area.center().y() - (side + gap + words.size.height()) / 2
        square = QRectF(area.center().x() - side / 2, top, side, side)
        theme.draw_icon(painter, self._label.icon, front, square)
        words.draw(painter, QPointF(area.center().x() - words.size.width() / 2, top + side + gap))
        if self._count:
            count = Mark(
                str(self._count), Type.TAG, Colour.ON_WAIT, back=Colour.WAIT, side=Length.SPACE_3, weight=700
            )
            size = mark_size(theme, count)
            right = min(square.right() + size.width() * 0.8, area.right() - gap)
            draw_mark(theme, painter, count, QPointF(right - size.width() + gap, top - gap))


class Rail(Ground):
    """A column of items."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        labels: tuple[RailLabel, ...],
        *,
        edges: Edge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, Colour.SURFACE, edges=edges, parent=parent)
        self.items = tuple(RailItem(theme, label, parent=self) for label in labels)
        self._made_for = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.length(Length.SPACE_5), 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_2))
        for item in self.items:
            layout.addWidget(item)
        layout.addStretch(1)
        self._items = layout
        self.setFixedWidth(theme.length(Length.RAIL))

    def add(self, label: RailLabel) -> RailItem:
        """Another item, under those there are."""
        item = RailItem(self._made_for, label, parent=self)
        self._items.insertWidget(len(self.items), item)
        self.items = (*self.items, item)
        return item
