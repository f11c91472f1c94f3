"""What the page finds before sending is what the backend finds before storing."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from playwright.sync_api import expect

from server_stub.helpline.personal_data import Masker
from tests.customer_page.page_http import RESOURCES
from tests.customer_page.visitor import Visitor

RULES: dict[str, Any] = json.loads((RESOURCES / "contract/v1/personal_data.json").read_bytes())

MASK_ALL = """async (texts) => {
    const { Masker } = await import("/page/personal_data.js");
    const rules = await (await fetch("/page/personal_data.json")).json();
    return texts.map(({ text, allow }) => new Masker(rules, allow).mask(text));
}"""

# What personal data and its look-alikes are made of, to be thrown together.
PIECES = [
    "150385-912E", "010594Y9032", "0105", "94", "Y", "903", "2", "-", "–", "\u2212", "\u200b", "\u00ad", " ",
    "  ", "\n", "\n\n", "\r\n", "\t", ".", ",", "hetu", "ÄÖ", "å", "\U0001d7d8\U0001d7d9", "\uff11\uff15",
    "\u0660\u0664", "\u096f", "\ufdfd", "e\u0301", "\U0001f469\u200d\U0001f467", "\u202e", "040 123 4567",
    "+358", "00358", "401234567", "09 555 0120", "112", "116 117", "FI21 1234 5600 0007 85", "FI",
    "matti@esimerkki.fi", "@", "(at)", "piste fi", "23.11.2026", "1 200 euroa", "█████", "a", "E",
]  # fmt: skip


def masked_by_page(visitor: Visitor, texts: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    found = visitor.page.evaluate(MASK_ALL, texts)
    return [(one["text"], one["kinds"]) for one in found]


def test_the_page_finds_every_vector_of_the_contract(visitor: Visitor):
    vectors = RULES["vectors"]
    texts = [{"text": vector["text"], "allow": vector.get("allow", [])} for vector in vectors]
    expected = [(vector["masked"], vector["kinds"]) for vector in vectors]
    assert masked_by_page(visitor, texts) == expected


def test_the_page_and_the_backend_cover_the_same_places_in_any_text(visitor: Visitor):
    chance = random.Random(20261123)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(1500)]
    masker = Masker(RULES)
    allow = ["09 555 0120"]
    expected = [masker.mask(text, frozenset(allow)) for text in texts]
    seen = masked_by_page(visitor, [{"text": text, "allow": allow} for text in texts])
    assert seen == [(one.text, list(one.kinds)) for one in expected]
    assert {kind for _, kinds in seen for kind in kinds} == {
        "identity_code",
        "phone",
        "email",
        "account_number",
    }


FOUND = [
    ("Tunnukseni on 150385-912E, näettekö?", "henkilötunnus", "Poista tunnus", "Tunnukseni on, näettekö?"),
    ("Soita 040 123 4567 kiitos", "puhelinnumero", "Poista numero", "Soita kiitos"),
    ("Osoite matti@esimerkki.fi", "sähköpostiosoite", "Poista osoite", "Osoite"),
    ("Tili FI21 1234 5600 0007 85.", "tilinumero", "Poista tilinumero", "Tili."),
]


@pytest.mark.parametrize(("text", "word", "button", "left"), FOUND)
def test_it_is_found_before_sending_and_can_be_removed(
    visitor: Visitor, text: str, word: str, button: str, left: str
):
    visitor.talk().write(text)
    expect(visitor.page.locator("#message-problem")).to_contain_text(
        f"Viestissä näyttää olevan {word}. Viestiä ei lähetetty."
    )
    expect(visitor.message).to_be_focused()
    expect(visitor.message).to_have_attribute("aria-invalid", "true")
    assert visitor.page.locator(".marks mark").count() == 1
    visitor.button(button).click()
    expect(visitor.message).to_have_value(left)
    expect(visitor.message).to_be_focused()
    visitor.page.keyboard.press("Enter")
    visitor.until(lambda: visitor.said()[1:] == [left])


def test_several_kinds_are_named_together_and_can_be_sent_covered(visitor: Visitor):
    visitor.talk().write("Olen 150385-912E ja numeroni on 040 123 4567")
    expect(visitor.page.locator("#message-problem")).to_contain_text("näyttää olevan henkilötietoja")
    visitor.button("Lähetä peitettynä").click()
    expect(visitor.own.last).to_contain_text("Olen peitetty ja numeroni on peitetty")
    expect(visitor.message).to_have_value("")
    visitor.until(lambda: visitor.said()[-1] == "Olen █████ ja numeroni on █████")


def test_public_numbers_pass(visitor: Visitor):
    visitor.talk().write("Soitinko 112 vai 116 117 vai 09 555 0120?")
    expect(visitor.own.last).to_contain_text("Soitinko 112 vai 116 117 vai 09 555 0120?")


def test_it_is_found_in_the_first_words_too(visitor: Visitor):
    visitor.page.locator("#topic").select_option("muu")
    visitor.first_words.fill("Hetuni 150385-912E")
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.page.locator("#first-words-problem")).to_contain_text("henkilötunnus")
    assert visitor.backend.commands == []
    visitor.button("Lähetä peitettynä").click()
    expect(visitor.own).to_contain_text("Hetuni peitetty")


def test_what_the_backend_covered_is_what_is_shown(visitor: Visitor):
    visitor.backend.cover = lambda text: (text.replace("Matti", "█████"), ["phone"])
    visitor.talk("Hei").write("Nimeni on Matti")
    expect(visitor.own.last).to_contain_text("Nimeni on peitetty")
    expect(visitor.own.last).to_contain_text("Peitimme viestistä henkilötietoja, koska")
    expect(visitor.own.last).not_to_contain_text("Matti")


def test_nothing_uncovered_lies_in_the_browsers_storage(visitor: Visitor):
    visitor.talk()
    visitor.message.fill("Tunnukseni on 150385-912E")
    visitor.until(lambda: "█████" in visitor.stored())
    visitor.button("Lähetä").click()
    visitor.server.stop()
    visitor.button("Lähetä peitettynä").click()
    visitor.until(lambda: "outbox" in visitor.stored())
    assert "█████" in visitor.stored()
    assert "912E" not in visitor.stored()
