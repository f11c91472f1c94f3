"""Buttons, drawn from tokens: primary, plain, chip and link, with the key that does the same."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.icons import Icon
from app.ui.parts.marks import draw_mark, key_cap, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line, without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class Look(Enum):
    """How much a button asks for attention."""

    PRIMARY = auto()
    PLAIN = auto()
    CHIP = auto()
    LINK = auto()


class Button(QPushButton):
    """A push button. ``keys`` names its shortcut on a key cap; the shortcut itself belongs to an action."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        *,
        look: Look = Look.PLAIN,
        icon: Icon | None = None,
        keys: str = "",
        height: Length = Length.BUTTON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._look = look
        self._icon = icon
        self._keys = keys
        self._height = height
        self._words = ""
        self._is_hovered = False
        # Rows that fold where there is no room ask how broad a button is many times over.
        self._widths: dict[tuple[str, str, Icon | None, bool], float] = {}
        # Enter presses the button that has the focus, as Space does; Qt does so by itself in dialogs only.
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        theme.changed.connect(self._on_theme_changed)

    def set_words(self, words: str) -> None:
        """Say ``words`` from now on."""
        self._words = one_line(words)
        self.setText(without_mnemonics(words))
        spoken = f"{self._words} ({self._keys})" if self._keys else self._words
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def say(self, words: str, *, keys: str) -> None:
        """Say ``words`` and name this key from now on; "" names none."""
        if (words, keys) != (self._words, self._keys):
            self._keys = keys
            self.set_words(words)

    def set_look(self, look: Look, icon: Icon | None) -> None:
        """Ask for more or less attention from now on."""
        self._look, self._icon = look, icon
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon) -> None:
        """Show another icon of the same size."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        pad = 0 if self._look is Look.LINK else theme.length(Length.SPACE_6)
        width = self._content_width() + 2 * pad
        return QSize(round(width + 0.5), theme.length(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._is_hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        front = self._front()
        self._draw_body(painter)
        theme = self._theme
        left = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._icon is not None:
            side = theme.length(Length.ICON if self._words else Length.ICON_LARGE) * 0.9
            theme.draw_icon(painter, self._icon, front, QRectF(left, middle - side / 2, side, side))
            left += side + (theme.length(Length.SPACE_3) if self._words else 0)
        words = self._block(front)
        words.draw(painter, QPointF(left, middle - words.size.height() / 2))
        if self._keys:
            left += words.size.width() + theme.length(Length.SPACE_4)
            cap = key_cap(self._keys, front=front, outline=self._cap_outline())
            draw_mark(theme, painter, cap, QPointF(left, middle - mark_size(theme, cap).height() / 2))
        painter.end()

    def _draw_body(self, painter: QPainter) -> None:
        """Draw outline, fill and focus ring."""
        theme = self._theme
        is_chip = self._look is Look.CHIP
        radius = self.height() / 2 if is_chip else theme.length(Length.RADIUS_BUTTON)
        is_filled = self._look is Look.PRIMARY and self.isEnabled()
        if self._look is not Look.LINK:
            pen = theme.pen(self._outline())
            if theme.is_high_contrast and not self.isEnabled():
                pen.setStyle(Qt.PenStyle.DashLine)
            fill = self._fill()
            inset = pen.widthF() / 2
            painter.setPen(pen)
            painter.setBrush(theme.colour(fill))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
            )
        if self.hasFocus():
            width = theme.border(Length.BORDER_FOCUS)
            inset = width * 1.5 if is_filled else width / 2
            painter.setPen(QPen(theme.colour(Colour.ON_PRI if is_filled else Colour.FOCUS), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius - 1, radius - 1
            )

    def _front(self) -> Colour:
        """The colour of words and icon."""
        if not self.isEnabled():
            return Colour.MUT
        if self._look is Look.PRIMARY:
            return Colour.ON_PRI
        if self._look is Look.CHIP:
            return Colour.MUT
        return Colour.PRI if self._look is Look.LINK else Colour.INK

    def _fill(self) -> Colour:
        """The colour of the body."""
        if not self.isEnabled():
            return Colour.BG
        if self._look is Look.PRIMARY:
            return Colour.PRI
        return Colour.PRI_WEAK if self._is_hovered or self.isDown() else Colour.SURFACE

    def _outline(self) -> Colour:
        """The colour of the edge."""
        if not self.isEnabled():
            return Colour.LINE
        if self._look is Look.CHIP:
            return Colour.EDGE if self._is_hovered else Colour.LINE
        return Colour.PRI if self._look is Look.PRIMARY else Colour.EDGE

    def _cap_outline(self) -> Colour:
        """The colour of the key cap's edge."""
        return Colour.ON_PRI if self._look is Look.PRIMARY and self.isEnabled() else Colour.EDGE

    @property
    def _is_strong(self) -> bool:
        """Whether its words stand in a heavier weight."""
        return self._look is Look.PRIMARY and self.isEnabled()

    def _on_theme_changed(self) -> None:
        self._widths.clear()
        self.update()

    def _block(self, front: Colour) -> TextBlock:
        """The words laid out."""
        weight = 600 if self._is_strong else 400
        return TextBlock(self._theme, (Run(self._words, Type.CONTROL, front, weight),))

    def _content_width(self) -> float:
        """What icon, words and key cap take side by side, in px."""
        asked = (self._words, self._keys, self._icon, self._is_strong)
        known = self._widths.get(asked)
        if known is None:
            known = self._widths[asked] = self._measured_width()
        return known

    def _measured_width(self) -> float:
        theme = self._theme
        width = self._block(Colour.INK).size.width()
        if self._icon is not None:
            width += theme.length(Length.ICON if self._words else Length.ICON_LARGE) * 0.9
            width += theme.length(Length.SPACE_3) if self._words else 0
        if self._keys:
            width += theme.length(Length.SPACE_4) + mark_size(theme, key_cap(self._keys)).width()
        return width
