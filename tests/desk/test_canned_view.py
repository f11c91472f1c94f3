"""Canned answers as a counsellor finds them: the best first, and honest about the language (R089)."""

import pytest

from app.desk.canned_view import canned_rows
from app.domain.canned import blanks_in
from app.domain.conversation import Identity
from tests.support.example_data import the_answers


def found(searched: str, *, language: str = "fi", identity: Identity = Identity.ANONYMOUS) -> list[str]:
    rows = canned_rows(the_answers(), searched=searched, language=language, identity=identity)
    return [row.shortcut for row in rows]


@pytest.mark.parametrize(
    ("searched", "shortcuts"),
    [
        ("", ["/112", "/ehk", "/tunn", "/soitto"]),
        ("/", ["/112", "/ehk", "/tunn", "/soitto"]),
        ("/so", ["/soitto", "/ehk", "/112"]),
        ("EHKAISEVA lapsi", []),
        ("ehkaiseva TOIMEENTULO", ["/ehk"]),
        ("begaran", ["/soitto"]),
        ("harkinnanvaraista", ["/ehk"]),
        ("zzz", []),
    ],
)
def test_by_shortcut_and_by_words_of_any_language(searched: str, shortcuts: list[str]):
    assert found(searched) == shortcuts


def test_a_shortcut_goes_before_a_name_and_a_name_before_a_text():
    assert found("t") == ["/tunn", "/112", "/ehk", "/soitto"]
    assert found("tunnista") == ["/tunn"]


def test_what_is_for_anonymous_customers_only_is_for_them_only():
    assert "/tunn" not in found("", identity=Identity.IDENTIFIED)


def test_a_text_in_another_language_is_told_apart():
    rows = canned_rows(the_answers(), searched="", language="en", identity=Identity.ANONYMOUS)
    assert [(row.language, row.is_fallback) for row in rows] == [
        ("en", False),
        ("fi", True),
        ("fi", True),
        ("en", False),
    ]


def test_blanks_are_those_of_the_answers_in_every_language_and_no_other_braces():
    text = "a {b} {rådgivningens nummer} {neuvonnan puhelinnumero"
    assert [(blank.words, text[blank.begins : blank.ends]) for blank in blanks_in(text, the_answers())] == [
        ("{rådgivningens nummer}", "{rådgivningens nummer}")
    ]
    assert blanks_in(text, ()) == ()
