"""Choosing reasons and an outcome: what each press leads to, and what pre-information fills in."""

import pytest

from app.domain.canned import CannedAnswer, was_said
from app.domain.contact_marks import ContactMark
from app.domain.wrap_up import Choice, prefilled, with_what_was_said
from tests.support.desk_builders import some_codes

FULL = ("muu", "perhe", "haato")


def test_pre_information_chooses_the_likeliest_reason_and_puts_the_others_next():
    codes = some_codes()
    assert prefilled(codes, "toimeentulo") == Choice(main="ttt_ehk")
    assert prefilled(codes, "muu") == Choice()
    assert [code.code_id for code in codes.reasons_for("toimeentulo")][:3] == ["ttt_ehk", "ttt_tayd", "velka"]
    assert [code.code_id for code in codes.reasons_for("muu")][:2] == ["ttt_tayd", "ttt_ehk"]


@pytest.mark.parametrize(
    ("before", "pressed", "after"),
    [
        (Choice(), "velka", ("velka",)),
        (Choice("velka"), "muu", ("muu",)),
        (Choice("velka", is_adding=True), "muu", ("velka", "muu")),
        (Choice("velka", is_adding=True), "velka", ("velka",)),
        (Choice("velka", ("muu",)), "muu", ("velka",)),
        (
            Choice("velka", ("muu", "perhe", "haato"), is_adding=True),
            "paihde",
            ("velka", "muu", "perhe", "haato"),
        ),
    ],
)
def test_a_reason_is_the_main_one_or_one_more(before: Choice, pressed: str, after: tuple[str, ...]):
    chosen = before.with_reason(pressed)
    assert chosen.contact_reasons == after
    assert not chosen.is_adding


def test_adding_needs_a_main_reason_and_room():
    assert not Choice().adding().is_adding
    assert Choice("velka").adding().is_adding
    assert not Choice("velka").adding().adding().is_adding
    assert not Choice("velka", ("a", "b", "c")).adding().is_adding


def test_what_has_left_the_lists_is_not_chosen_any_more():
    chosen = Choice("poistettu", ("velka",), outcome="vanha")
    assert chosen.within(some_codes()) == Choice("velka")


def directing(outcome: str | None, mark: ContactMark | None = None) -> CannedAnswer:
    """An answer that means something at the wrap-up."""
    text = {"fi": "Soita {numero}.", "sv": "Ring {nummer}."}
    return CannedAnswer("/x", {"fi": "X"}, text, is_anonymous_only=False, outcome=outcome, mark=mark)


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Hei! Soita 09 123 4567. Hyvää päivää!", True),
        ("Ring 09 123 4567.", True),
        ("Soita {numero}.", True),
        ("Soita", False),
        ("", False),
    ],
)
def test_an_answer_was_said_also_with_words_around_it_and_its_blank_filled(text: str, is_said: bool):
    assert was_said(directing("puhelin"), text) == is_said


def test_what_was_said_chooses_the_outcome_and_the_mark():
    """R090, R093: one step in the chat, and nothing to look for at the end; the last word stands."""
    said = (directing("puhelin"), directing(None, ContactMark.CALL_OFFERED), directing("kaynti"))
    choice = with_what_was_said(Choice("velka"), said)
    assert choice == Choice("velka", outcome="kaynti", marks=(ContactMark.CALL_OFFERED,))
    assert with_what_was_said(choice, said) == choice
