"""A block of text keeps within its width, whatever it is made of."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.text_block import TextBlock
from app.ui.text_runs import MASK, Run, masked_runs
from app.ui.tokens import Colour, Type
from tests.support.screens import Screens

DIFFICULT = [
    "a" * 400,
    "👩‍👩‍👧" * 60,
    "e" + "\u0301" * 400,
    "﷽" * 60,
    "שלום עולם " * 20,
    "sana " * 80,
    "",
    " ",
]


@pytest.mark.parametrize("text", DIFFICULT)
def test_wrapped_text_is_no_wider_than_told(screens: Screens, text: str):
    block = TextBlock(screens.theme(), (Run(text),), width=240)
    assert block.size.width() <= 242


@pytest.mark.parametrize("text", DIFFICULT)
def test_a_single_line_is_cut_to_fit(screens: Screens, text: str):
    theme = screens.theme()
    block = TextBlock(theme, (Run(text), Run(" ja loput", Type.SMALL, Colour.MUT)), width=120, max_lines=1)
    assert block.size.width() <= 122
    assert block.size.height() == theme.line_height(Type.BODY)


def test_a_quotation_cut_short_has_one_ellipsis_and_its_closing_mark(screens: Screens):
    theme = screens.theme()
    words = "”Minulla ei ole rahaa. Voinko silti hakea tukea?”"
    told = set()
    for width in range(60, 500):
        block = TextBlock(theme, (Run(words),), width=width, max_lines=1)
        assert block.size.width() <= width + 2
        told.add(block._layout.text())
    assert words in told
    assert "”Minulla ei ole rahaa…”" in told
    assert all(line.endswith("”") and ".…" not in line for line in told)


def test_lines_stand_as_far_apart_as_the_tokens_say(screens: Screens):
    theme = screens.theme()
    assert TextBlock(theme, (Run("a\nb\nc"),)).size.height() == 3 * theme.line_height(Type.BODY)


def test_a_masked_stretch_is_covered_by_a_bar(screens: Screens):
    theme = screens.theme()
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(theme.colour(Colour.SURFACE))
    painter = QPainter(image)
    runs = masked_runs(f"{MASK}", mask_word="peitetty")
    block = TextBlock(theme, runs)
    block.draw(painter, QPointF(0, 0))
    painter.end()
    left_end = image.pixelColor(3, round(block.size.height() / 2))
    assert left_end.name() == theme.colour(Colour.MASK).name()


def test_a_mask_among_emoji_is_where_it_belongs(screens: Screens):
    theme = screens.theme()
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(theme.colour(Colour.SURFACE))
    painter = QPainter(image)
    before = TextBlock(theme, (Run("👍👍👍 "),)).size.width()
    TextBlock(theme, masked_runs(f"👍👍👍 {MASK} 👍", mask_word="peitetty")).draw(painter, QPointF(0, 0))
    painter.end()
    dark = QColor(theme.colour(Colour.MASK)).name()
    assert image.pixelColor(round(before) + 3, 10).name() == dark
    assert image.pixelColor(round(before) - 3, 10).name() != dark
