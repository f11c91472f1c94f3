"""Colours and sizes come from one file, and the colours can be told apart."""

import ast
import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from app.ui.theme import ThemeChoice
from app.ui.tokens import Colour, ThemeName, read_tokens
from tests.support.screens import RESOURCES, Screens

SCREENS_FOLDER = Path(__file__).resolve().parents[2] / "app" / "ui"
TOKENS = read_tokens(RESOURCES / "theme" / "tokens.json")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", list(ThemeName))
def test_every_pair_of_colours_is_far_enough_apart(theme: ThemeName):
    colours = TOKENS.colours[theme]
    assert len(TOKENS.pairs) > 50
    for pair in TOKENS.pairs:
        ratio = contrast(colours[pair.front], colours[pair.back])
        assert ratio >= pair.minimum, f"{pair.front} on {pair.back}: {ratio:.2f}"


def test_a_pair_that_is_too_near_is_caught():
    assert contrast("#777777", "#888888") < 3


TEXTS = (Colour.INK, Colour.MUT, Colour.PRI, Colour.WAIT, Colour.BAD, Colour.OK, Colour.PRAC)
"""What words may be written in, on any ground."""
GROUNDS = (
    *(Colour.SURFACE, Colour.BG, Colour.NOTE, Colour.ME),
    *(Colour.PRI_WEAK, Colour.WAIT_WEAK, Colour.BAD_WEAK, Colour.OK_WEAK, Colour.PRAC_WEAK),
)
"""What lies under words. Nothing is written on anything else, save what is ``ON`` it."""
ON = {
    Colour.ON_PRI: Colour.PRI,
    Colour.ON_WAIT: Colour.WAIT,
    Colour.ON_BAD: Colour.BAD,
    Colour.ON_OK: Colour.OK,
    Colour.ON_MASK: Colour.MASK,
}
STROKES = frozenset((Colour.LINE, Colour.EDGE, Colour.NOTE_EDGE, Colour.ME_EDGE, Colour.FOCUS, Colour.MASK))
READABLE = 4.5


@pytest.mark.parametrize("theme", list(ThemeName))
def test_words_can_be_read_on_every_ground_in_every_theme(theme: ThemeName):
    """R149: 4.5 or more for whatever is written on whatever, so that no pair can be forgotten."""
    colours = TOKENS.colours[theme]
    pairs = [*((front, back) for front in TEXTS for back in GROUNDS), *ON.items()]
    near = [(front, back) for front, back in pairs if contrast(colours[front], colours[back]) < READABLE]
    assert near == []


def test_every_colour_is_a_text_a_ground_a_stroke_or_on_one_of_them():
    """A new colour has to be said what for, and so is in the test above."""
    assert {*TEXTS, *GROUNDS, *ON, *STROKES} == set(Colour)


def _written_in(source: str) -> set[str]:
    """Names of colours that are handed to runs of text."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS:
            for part in (*node.args, *(each.value for each in node.keywords)):
                found |= {
                    each.attr
                    for each in ast.walk(part)
                    if isinstance(each, ast.Attribute)
                    and isinstance(each.value, ast.Name)
                    and each.value.id == "Colour"
                }
    return found


RUNS = ("Run", "runs_of")


def test_no_words_are_written_in_the_colour_of_a_ground_or_a_stroke():
    # The practice band is the one strong ground: its words are as far from it as its own are from them.
    may = {colour.name for colour in (*TEXTS, *ON, Colour.PRAC_WEAK)}
    wrong = {
        file.name: names
        for file in SCREENS_FOLDER.rglob("*.py")
        if (names := _written_in(file.read_text(encoding="utf-8")) - may)
    }
    assert wrong == {}
    assert _written_in("Run('x', Type.BODY, Colour.LINE)") == {"LINE"}


def test_every_name_in_the_code_is_in_the_file_and_every_value_is_a_colour():
    document = json.loads((RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8"))
    assert {colour.value for colour in Colour} <= set(document["colour"])
    for theme in ThemeName:
        assert all(QColor(TOKENS.colours[theme][colour]).isValid() for colour in Colour)


LITERAL = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|QColor\(\s*[\d"']|Qt\.GlobalColor\.(?!transparent)""")


def test_no_colour_is_written_down_in_the_screens():
    found = [
        f"{file.name}: {line.strip()}"
        for file in SCREENS_FOLDER.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if LITERAL.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("planted", ['QColor("#ff0000")', "QColor(255, 0, 0)", "Qt.GlobalColor.red"])
def test_a_colour_written_down_would_be_caught(planted: str):
    assert LITERAL.search(planted)


def test_a_choice_is_used_at_once_and_told(screens: Screens, qtbot):
    theme = screens.theme(ThemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK, screens.app.styleHints())
    assert theme.colour(Colour.SURFACE).name() == TOKENS.colours[ThemeName.DARK][Colour.SURFACE]
    window = theme.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    assert window.name() == TOKENS.colours[ThemeName.DARK][Colour.BG]


def test_borders_are_thick_in_high_contrast(screens: Screens):
    assert screens.theme(ThemeChoice.HIGH_CONTRAST).border() == TOKENS.high_contrast_border
    assert screens.theme(ThemeChoice.LIGHT).border() == 1
