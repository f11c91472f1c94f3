"""What gives reason to be concerned is marked, ordinary talk is not (domain.md B6, trust.md B05)."""

import json
from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.concern import ConcernKind, Concerns
from server_stub.settings.resources import find_resources

RULES: Final[Mapping[str, object]] = json.loads(
    (find_resources() / "contract/v1/concerns.json").read_text(encoding="utf-8")
)


def vectors() -> list[tuple[str, str | None]]:
    found = RULES["vectors"]
    assert isinstance(found, list)
    return [(vector["text"], vector["kind"]) for vector in found]


@pytest.fixture(scope="module")
def concerns() -> Concerns:
    return Concerns(RULES)


def with_rules(**changed: object) -> Mapping[str, object]:
    return {**RULES, **changed}


def test_every_vector_is_agreed_with(concerns: Concerns) -> None:
    disagreed = [(text, kind, concerns.of(text)) for text, kind in vectors() if concerns.of(text) != kind]
    assert disagreed == []


def test_there_are_enough_vectors_of_both_sorts() -> None:
    kinds = [kind for _, kind in vectors()]
    assert len(kinds) - kinds.count(None) >= 300
    assert kinds.count(None) >= 200


@pytest.mark.parametrize(
    "text",
    [
        "EN JAKSA ENÄÄ ELÄÄ",
        "en jaksa enaa elaa",
        "en jaksa enää elääääää",
        "en jaksa\u200b enää el\u00adää",
        "en jaksa ena\u0308a\u0308 ela\u0308a\u0308",
        "moi!! en jaksa enää elää, mitä teen",
    ],
    ids=["capitals", "without dots", "drawn out", "unseen characters", "marks apart", "among others"],
)
def test_a_text_is_known_however_it_is_written(concerns: Concerns, text: str) -> None:
    assert concerns.of(text) == ConcernKind.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Tappelen laskujen kanssa.",
        "Isän kuolinpesä on kesken.",
        "Nälkä tappaa.",
        "Meitä uhkaa häätö.",
        "En jaksa. Voisiko joku elää ilman näitä lomakkeita?",
        "Hän ei ole koskaan lyönyt minua.",
        "",
        "…",
    ],
)
def test_everyday_senses_and_denials_are_not_marked(concerns: Concerns, text: str) -> None:
    assert concerns.of(text) is None


def test_what_is_ordinary_hides_nothing_that_stands_beside_it(concerns: Concerns) -> None:
    assert concerns.of("Isän kuolinpesä on kesken ja haluan kuolla.") == ConcernKind.CRISIS


def test_a_life_goes_before_violence(concerns: Concerns) -> None:
    assert concerns.of("Mies lyö minua. En jaksa enää elää.") == ConcernKind.CRISIS


def test_who_leaves_dots_out_of_one_sentence_is_read_there_without_them(concerns: Concerns) -> None:
    assert concerns.of("Hei täällä. En jaksa enaa elaa") == ConcernKind.CRISIS


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    assert _SHARED.of(text) in (None, *ConcernKind)


@given(st.sampled_from([text for text, kind in vectors() if kind is not None]), st.booleans())
def test_words_around_a_sentence_take_no_mark_away(text: str, is_before: bool) -> None:
    around = f"Hei siellä. {text}" if is_before else f"{text}. Kiitos."
    assert _SHARED.of(around) is not None


@pytest.mark.parametrize(
    "rules",
    [
        with_rules(version=2),
        with_rules(families=[]),
        with_rules(crisis="kuol*"),
        with_rules(threat=["@nobody lyö"]),
        with_rules(ordinary=[".. kuolinpes*"]),
        with_rules(ordinary=["+x a b"]),
        with_rules(crisis=["ku*l"]),
    ],
    ids=["version", "families", "no list", "unknown family", "begins with a gap", "no window", "inner star"],
)
def test_rules_that_are_not_in_order_are_refused_with_a_sentence(rules: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match=r"concerns\.json"):
        Concerns(rules)


_SHARED: Final = Concerns(RULES)
