"""What the bars of the list mean: a bar, a shape and words for each lateness."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.consultation import AMBER, RED, Lateness
from app.ui.consultation_words import lateness_word
from app.ui.consultations.promise_look import draw_bar, look_of
from app.ui.parts.drawing import draw_line
from app.ui.safe_text import DrawnLabel
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_SHOWN = ((Lateness.ON_TIME, 0.3), (Lateness.HALF_USED, 0.7), (Lateness.URGENT, 0.95))


class PromiseLegend(DrawnLabel):
    """Three lines under the list."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__("promiseLegend", parent=parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(". ".join(legend_words(lateness) for lateness, _ in _SHOWN))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.RAIL), round(len(_SHOWN) * self._line()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, side = theme.length(Length.SPACE_3), theme.length(Length.ICON_SMALL)
        thick, wide = float(theme.length(Length.SPACE_3)), float(theme.length(Length.RAIL)) * 0.7
        high = theme.line_height(Type.SMALL)
        for number, (lateness, used) in enumerate(_SHOWN):
            icon, colour = look_of(lateness)
            middle = number * self._line() + high / 2
            bar = QRectF(0, middle - thick / 2, wide, thick)
            draw_bar(theme, painter, bar, used, colour)
            left = bar.right() + gap
            theme.draw_icon(painter, icon, colour, QRectF(left, middle - side / 2, side, side))
            left += side + gap
            words = (Run(legend_words(lateness), Type.SMALL, Colour.MUT),)
            draw_line(theme, painter, words, QPointF(left, middle - high / 2), self.width() - left)
        painter.end()

    def _line(self) -> float:
        return self._theme.line_height(Type.SMALL) + self._theme.length(Length.SPACE_2)


def legend_words(lateness: Lateness) -> str:
    """``pitkittyy, yli 50 % työajasta``."""
    share = AMBER
    if lateness is Lateness.ON_TIME:
        words = QCoreApplication.translate(
            "consultations", "{word}, less than {share} % of working time used"
        )
    elif lateness is Lateness.HALF_USED:
        words = QCoreApplication.translate("consultations", "{word}, over {share} %")
    else:
        share = RED
        words = QCoreApplication.translate(
            "consultations", "{word}, over {share} % · late ones go to the supervisors"
        )
    return words.format(word=lateness_word(lateness), share=round(100 * share))
