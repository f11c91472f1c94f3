"""A conversation without personal data: what is covered, what stays; pure (R103)."""

import json

import pytest

from server_stub.helpline.good_practice import Said, without_personal_data
from server_stub.helpline.personal_data import Masker
from tests.support import contract

MASKER = Masker(json.loads((contract.CONTRACT / "personal_data.json").read_text(encoding="utf-8")))


def made(*texts: str) -> list[str]:
    lines = without_personal_data(
        [Said("customer", text) for text in texts],
        mask=lambda text: MASKER.mask(text).text,
        customers=["Pekka Virtanen"],
        professionals=["Maija Lehtonen"],
        title="Sosiaaliohjaaja",
    )
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("tunnukseni on 131052-308T", "tunnukseni on █████"),
        ("soita 040 123 4567 tai pekka@posti.fi", "soita █████ tai █████"),
        ("asun osoitteessa Kotikatu 5 b 12, 02600 Espoo", "asun osoitteessa █████"),
        ("pekan ja virtasen asia", "█████ ja █████ asia"),
        ("kiitos maija Lehtoselle", "kiitos Sosiaaliohjaaja"),
        ("muutin eilen Lohjalle ja haen tukea Kelasta", "muutin eilen █████ ja haen tukea Kelasta"),
        ("olin siellä 12.3.2026 klo 14.30", "olin siellä █████"),
        ("nimeni on matti meikäläinen", "nimeni on █████"),
        ("Kiitos!\nMatti Meikäläinen", "Kiitos!\n█████"),
        ("Laskusta puuttuu 12.50 euroa.", "Laskusta puuttuu 12.50 euroa."),
        ("Haen toimeentulotukea. Onko TE-toimisto auki?", "Haen toimeentulotukea. Onko TE-toimisto auki?"),
    ],
)
def test_what_rules_can_find_is_covered_and_the_rest_stays(said: str, kept: str):
    """R103."""
    assert made(said) == [kept]


def test_a_name_that_is_known_from_one_line_is_covered_where_it_begins_another():
    """R103."""
    assert made("minun poikani Kalle on sairas", "Kalle ei syö") == [
        "minun poikani █████ on sairas",
        "█████ ei syö",
    ]
