"""Choosing reasons and an outcome: what each press leads to, and what pre-information fills in."""

import pytest

from app.domain.wrap_up import Choice, prefilled
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
