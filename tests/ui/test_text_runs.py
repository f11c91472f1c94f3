"""Text is data: bidi tricks are seen, lines are bounded, masked stretches are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.text_runs import (
    LINE_LIMIT,
    MASK,
    Run,
    Shape,
    masked_runs,
    one_line,
    plain,
    visible,
    without_mnemonics,
)

OVERRIDES = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C]


@pytest.mark.parametrize("code", OVERRIDES)
def test_a_bidi_override_is_shown_as_a_mark(code: int):
    shown = visible(f"lasku_{chr(code)}fdp.exe")
    assert chr(code) not in shown
    assert "\u2039" in shown
    assert shown.endswith("fdp.exe")


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "Привет", "äöå ÄÖÅ", "👩‍👩‍👧 👍🏽"])
def test_letters_of_any_script_are_left_alone(text: str):
    assert visible(text) == text


def test_what_would_ask_for_an_embedded_object_or_ring_a_bell_is_replaced():
    shown = visible("a\ufffcb\x00c\x07d\x1b[31me")
    assert "\ufffc" not in shown
    assert not any(ord(character) < 32 for character in shown)


@given(st.text(max_size=200))
def test_whatever_the_text_nothing_hidden_reaches_the_screen(text: str):
    shown = visible(text)
    assert not any(chr(code) in shown for code in (*OVERRIDES, 0xFFFC, 0x2028, 0x2029))
    assert all(character == "\n" or ord(character) >= 32 for character in shown)


def test_a_line_is_broken_by_us_before_qt_would_choke():
    lines = visible("x" * (3 * LINE_LIMIT)).split("\n")
    assert [len(line) for line in lines] == [LINE_LIMIT] * 3
    assert visible("y" * LINE_LIMIT) == "y" * LINE_LIMIT


def test_an_ampersand_is_no_shortcut():
    assert without_mnemonics("Vuokra & velat") == "Vuokra && velat"


def test_a_text_for_one_line_has_one():
    assert one_line("  a\n\n b\u2028c ") == "a b c"


def test_a_masked_stretch_is_a_run_of_its_own():
    runs = masked_runs(f"tunnus {MASK}, puh {MASK}", mask_word="peitetty")
    assert [run.shape for run in runs] == [Shape.WORDS, Shape.MASKED, Shape.WORDS, Shape.MASKED]
    assert plain(runs) == "tunnus peitetty, puh peitetty"


def test_full_blocks_that_are_no_mask_stay_as_they_are():
    short = MASK[:-1]
    assert masked_runs(short, mask_word="peitetty") == (Run(short),)
