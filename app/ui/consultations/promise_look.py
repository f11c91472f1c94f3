"""How a promise looks: a bar with its two thresholds, an icon and a colour for each lateness."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.desk.consultation_views import ConsultationRow
from app.domain.consultation import AMBER, AWAITED, RED, ConsultationState, Lateness, Urgency
from app.ui.icons import Icon
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length

_BY_LATENESS = {
    Lateness.ON_TIME: (Icon.CLOCK, Colour.MUT),
    Lateness.HALF_USED: (Icon.TRIANGLE, Colour.WAIT),
    Lateness.URGENT: (Icon.LATE, Colour.BAD),
    Lateness.LATE: (Icon.LATE, Colour.BAD),
}


def promise_look(row: ConsultationRow) -> tuple[Icon, Colour]:
    """A shape and a colour; the word beside them says the same."""
    if row.state is ConsultationState.ANSWERED:
        return Icon.CHECK, Colour.OK
    if row.state not in AWAITED:
        return Icon.CHECK, Colour.MUT
    if row.urgency is Urgency.URGENT:
        return Icon.PHONE, Colour.BAD
    return _BY_LATENESS[row.lateness]


def look_of(lateness: Lateness) -> tuple[Icon, Colour]:
    """The shape and the colour of a lateness alone."""
    return _BY_LATENESS[lateness]


def draw_promise_bar(theme: Theme, painter: QPainter, row: ConsultationRow, area: QRectF) -> None:
    """Draw how much of a consultation's working time has gone."""
    _, colour = promise_look(row)
    draw_bar(theme, painter, area, row.used if row.state in AWAITED else 1.0, colour)


def draw_bar(theme: Theme, painter: QPainter, area: QRectF, used: float, colour: Colour) -> None:
    """Draw a bar filled to ``used``, with a stroke at half and one at nine tenths."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = area.height() / 2
    painter.setPen(theme.pen(Colour.EDGE))
    painter.setBrush(theme.colour(Colour.SURFACE))
    painter.drawRoundedRect(area, corner, corner)
    if used > 0:
        filled = QRectF(area.left(), area.top(), max(area.width() * used, area.height()), area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colour))
        painter.drawRoundedRect(filled, corner, corner)
    painter.setPen(theme.pen(Colour.INK))
    reach = theme.length(Length.SPACE_1)
    for threshold in (AMBER, RED):
        middle = area.left() + area.width() * threshold
        painter.drawLine(QPointF(middle, area.top() - reach), QPointF(middle, area.bottom() + reach))
