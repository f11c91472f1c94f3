"""What a counsellor's text asks an anonymous customer for: the lines it was tuned on, and lines it was not.

R041. The rules were written against the first half alone: 92 of 92 asking lines, 0 of 304 ordinary ones. The
second half, looked at once: 53 of 89 and 2 of 302. Then the rules were mended by what was missed there:
82 of 89 and 0 of 302, which is no figure for lines nobody has seen. Expect six of ten of those, and more as
the rules grow (decision 47).
"""

from pathlib import Path
from typing import Final

import pytest
import yaml

from app.domain.anonymity_guard import Noticed, noticed, own_words
from app.domain.canned import CannedAnswer

LINES: Final = Path(__file__).parent / "guard_lines"
MISSED_AT_MOST: Final = {"tuned": 0, "held_out": 7}


def asking(half: str) -> list[tuple[Noticed, str]]:
    read = yaml.load((LINES / f"asking_{half}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [(Noticed(kind), line) for kind, lines in read.items() for line in lines]


def ordinary(half: str) -> list[str]:
    return (LINES / f"ordinary_{half}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_what_asks_is_noticed_by_its_kind(half: str):
    """R041."""
    missed = [line for kind, line in asking(half) if kind not in noticed(line)]
    assert len(missed) <= MISSED_AT_MOST[half], missed


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_of_ordinary_lines_nothing_is_said(half: str):
    """R041: a hint that stands for nothing is soon not read."""
    assert [line for line in ordinary(half) if noticed(line)] == []


def test_there_are_lines_enough():
    assert len(asking("tuned")) + len(asking("held_out")) >= 150
    assert len({*ordinary("tuned"), *ordinary("held_out")}) >= 590


def test_every_kind_is_asked_in_finnish_swedish_and_english():
    assert {kind for kind, _ in asking("tuned")} == set(Noticed)


def test_a_refusal_spares_its_own_clause_alone():
    assert noticed("Nimeä ei tarvita, mutta anna henkilötunnuksesi.") == (Noticed.IDENTITY_CODE,)


def test_letters_written_with_marks_apart_are_the_same_letters():
    assert noticed("Mika\u0308 on henkilo\u0308tunnuksesi?") == (Noticed.IDENTITY_CODE,)


def test_several_are_told_in_one_order_each_once():
    text = "Anna puhelinnumerosi ja nimesi. Siis nimesi?"
    assert noticed(text) == (Noticed.NAME, Noticed.PHONE)


HELLO = CannedAnswer(
    "/tiedot",
    {"fi": "Tiedot"},
    {"fi": "Voit antaa nimesi ja numerosi lomakkeella: {osoite}. Kerro sitten osoitteesi.", "sv": "Hej"},
    is_anonymous_only=False,
)


@pytest.mark.parametrize("filled", ["{osoite}", "esimerkki.fi/lomake", ""])
def test_what_a_canned_answer_says_is_not_hers(filled: str):
    """R041: the service model's own words are never warned of, nor what fills their blanks."""
    said = HELLO.text["fi"].replace("{osoite}", filled)
    assert noticed(said)
    assert noticed(own_words(f"Hei! {said} Kiitos.", [HELLO])) == ()
    assert noticed(own_words(f"{said} Mikä on tilinumerosi?", [HELLO])) == (Noticed.ACCOUNT,)
