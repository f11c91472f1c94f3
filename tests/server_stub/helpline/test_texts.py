"""Texts are cleaned as the contract says, whatever comes (trust.md A7 B05–B08)."""

import unicodedata
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.texts import TextLimits, TextProblem, clean, composed

LIMITS: Final = TextLimits(characters=4_000, bytes=16_384)
# Marks of many classes, in and out of order, with those that hide marks inside.
MARKS: Final = "\u0300\u0301\u0315\u0323\u0327\u0344\u05b0\u0f71\u0f72\u0f73\u0f75\u0f81\u3099\u1d165"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Hei!", "Hei!"),
        ("Hei!  \n\n ", "Hei!"),
        ("  sisennys", "  sisennys"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("o\u0308ljy", "öljy"),
        ("Lapsi👨\u200d👩\u200d👧", "Lapsi👨\u200d👩\u200d👧"),
        ("nolla\u200bleveä", "nolla\u200bleveä"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_a_text_is_kept_as_it_was_meant(written: str, kept: str):
    assert clean(written, LIMITS) == kept


@pytest.mark.parametrize(
    "written", ["", " ", "\n\t \r\n", "\u200b", "\ufeff\u2060 \u00ad", "\u3164", "\u202e"]
)
def test_a_text_that_shows_nothing_is_empty(written: str):
    assert clean(written, LIMITS) is TextProblem.EMPTY


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x0B, 0x7F, 0x85, 0x9B, 0xD800, 0xDFFF])
def test_controls_and_lone_surrogates_are_unreadable(code: int):
    character = chr(code)
    assert clean(f"a{character}b", LIMITS) is TextProblem.UNREADABLE


@pytest.mark.parametrize(
    ("written", "is_kept"),
    [
        ("x" * 4_000, True),
        ("x" * 4_001, False),
        ("x" * 4_000 + "\n" * 100, True),
        ("o\u0308" * 4_000, True),
        ("😊" * 4_000, True),
        ("€" * 4_000, True),
    ],
)
def test_length_is_counted_in_code_points_after_cleaning(written: str, is_kept: bool):
    assert (clean(written, LIMITS) is not TextProblem.TOO_LONG) is is_kept


def test_bytes_are_counted_as_well():
    assert clean("😊" * 5, TextLimits(characters=10, bytes=20)) == "😊" * 5
    assert clean("😊" * 5 + "x", TextLimits(characters=10, bytes=20)) is TextProblem.TOO_LONG


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(MARKS + "aäö가\r\n")))
def test_composing_is_normalising_to_nfc(text: str):
    assert composed(text) == unicodedata.normalize("NFC", text)


@given(st.text(alphabet=MARKS + "ao"))
def test_composing_orders_marks_as_unicode_does(text: str):
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("run", ["\u0315\u0323", "\u0f73\u0300", "\u0344\u0327"])
def test_marks_in_the_wrong_order_do_not_hold_anybody_up(run: str):
    """200,000 of them: a second; ordered by insertion, as CPython does it, over a minute."""
    assert len(composed("a" + run * 100_000)) >= 200_000


@given(st.text(alphabet=st.characters()))
def test_what_is_kept_is_clean_and_stays_as_it_is(text: str):
    kept = clean(text, LIMITS)
    if isinstance(kept, TextProblem):
        return
    assert clean(kept, LIMITS) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert "\r" not in kept
    assert len(kept.encode()) <= LIMITS.bytes
