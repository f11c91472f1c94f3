"""The dots of a callback request: one for each try."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.domain.callback import ATTEMPT_BUDGET
from app.ui.callbacks.callback_delegate import draw_dots
from app.ui.tokens import Colour, Length
from tests.support.screens import Screens


@pytest.mark.parametrize("used", range(ATTEMPT_BUDGET + 1))
def test_a_dot_is_full_for_each_try_used_and_a_ring_for_each_that_is_left(screens: Screens, used: int):
    theme = screens.theme()
    picture = QImage(80, 40, QImage.Format.Format_ARGB32)
    picture.fill(theme.colour(Colour.SURFACE))
    painter = QPainter(picture)
    draw_dots(theme, painter, used, QPointF(0, 20))
    painter.end()
    side, step = theme.length(Length.SPACE_5), theme.length(Length.SPACE_6)
    middles = [picture.pixelColor(number * step + side // 2, 20) for number in range(ATTEMPT_BUDGET)]
    full, empty = theme.colour(Colour.WAIT), theme.colour(Colour.SURFACE)
    assert middles == [full] * used + [empty] * (ATTEMPT_BUDGET - used)
