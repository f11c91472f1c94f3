"""Permission to move a conversation: asked with two equal buttons, refused without harm, and taken back.

R070, R071. The way from a real desk over a real backend to health care is in tests/journeys.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.customer_page.test_accessibility import findings
from tests.customer_page.test_identification import talking
from tests.customer_page.visitor import Visitor


def card_of(visitor: Visitor) -> Locator:
    return visitor.page.locator(".consent")


def asked(visitor: Visitor, *, first_seq: int = 1) -> Locator:
    talking(visitor).backend.ask_consent(first_seq=first_seq)
    card = card_of(visitor)
    expect(card).to_be_visible()
    return card


def marks(visitor: Visitor) -> list[str]:
    return [text.strip() for text in visitor.page.locator("[role=log] .mark").all_inner_texts()]


def test_the_question_says_where_to_what_why_and_until_when_with_two_equal_buttons(visitor: Visitor):
    """R070, R071: the purpose is part of it; every word is the service model's."""
    card = asked(visitor)
    for words in (
        *("Saammeko siirtää keskustelun?", "kotisairaanhoitoon (terveydenhuolto)"),
        *("Tämä keskustelu alusta asti.", "Vastaanottaja näkee lisäksi, mitä asiasi koskee."),
        *("jotta asiasi hoituu sujuvammin", "Voit perua luvan, kunnes vastaanottaja avaa keskustelun."),
        *("Jos et anna lupaa, keskustelu jatkuu tässä.", "Luvan teksti 1 · suomi · voimassa 1.9.2026 alkaen"),
    ):
        expect(card).to_contain_text(words)
    expect(visitor.page.locator("#announcer")).to_have_text("Saammeko siirtää keskustelun?")
    yes, no = card.get_by_role("button").all()
    expect(yes).to_have_text("Annan luvan")
    expect(no).to_have_text("En anna lupaa")
    one, other = yes.bounding_box(), no.bounding_box()
    assert one is not None
    assert other is not None
    assert (one["width"], one["height"]) == (other["width"], other["height"])
    assert yes.get_attribute("class") == no.get_attribute("class")
    # Nothing is held up: she can write all the same.
    visitor.message.fill("Mitä ne sitten näkisivät?")
    visitor.message.press("Enter")
    expect(visitor.own).to_have_count(2)
    expect(card.get_by_role("button")).to_have_count(2)


def test_a_part_of_it_is_named_by_the_message_it_begins_with(visitor: Visitor):
    """I11: whole, or from message n."""
    talking(visitor).backend.say("Yhteenveto: tarvitset apua haavan hoitoon.")
    expect(visitor.lines).to_have_count(2)
    visitor.backend.ask_consent(first_seq=2)
    expect(card_of(visitor)).to_contain_text("”Yhteenveto: tarvitset apua haavan hoitoon.”")
    expect(card_of(visitor)).to_contain_text("Aiemmat viestit eivät siirry.")


def test_refusing_leaves_the_chat_as_it_was(visitor: Visitor):
    """R070."""
    card = asked(visitor)
    visitor.button("En anna lupaa").click()
    expect(card).to_be_hidden()
    sent = next(each for each in visitor.backend.commands if each["type"] == "AnswerConsent")
    assert (sent["number"], sent["is_given"], sent["language"]) == (1, False, "fi")
    visitor.message.fill("Jatketaan")
    visitor.message.press("Enter")
    expect(visitor.own).to_have_count(2)
    assert [mark.split(":")[0] for mark in marks(visitor)] == [
        *("Lupaa siirtää keskustelu kysyttiin", "Et antanut lupaa siirtää keskustelua"),
    ]


def test_given_it_can_be_taken_back_until_it_is_opened_also_after_a_reload(visitor: Visitor):
    """I11."""
    card = asked(visitor)
    visitor.button("Annan luvan").click()
    expect(card).to_contain_text("Annoit luvan siirtää keskustelun: kotisairaanhoitoon")
    visitor.backend.consent("moved")
    visitor.backend.transfer({"fi": "Kotisairaanhoito", "sv": "", "en": ""})
    expect(card).to_contain_text("Sitä ei ole vielä avattu.")
    visitor.page.reload()
    expect(card).to_contain_text("Sitä ei ole vielä avattu.")
    visitor.button("Peru lupa").click()
    expect(card).to_be_hidden()
    assert marks(visitor)[-1].startswith("Peruit luvan siirtää keskustelun: kotisairaanhoitoon.")


def test_opened_it_stands_in_the_conversation_that_it_cannot_be_taken_back(visitor: Visitor):
    """I11."""
    card = asked(visitor)
    visitor.button("Annan luvan").click()
    expect(card).to_contain_text("Annoit luvan")
    visitor.backend.consent("moved")
    visitor.backend.consent("opened")
    expect(card).to_be_hidden()
    expect(visitor.page.locator(".mark").last).to_contain_text("lupaa ei voi enää perua")


def test_an_answer_that_came_too_late_changes_nothing_and_says_so(visitor: Visitor):
    card = asked(visitor)
    visitor.backend.is_consent_over = True
    visitor.button("Annan luvan").click()
    expect(visitor.banner).to_contain_text("Kysymys ei ole enää voimassa.")
    expect(card).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_and_nothing_is_cut(open_visitor: Any, language: str, scheme: str):
    visitor: Visitor = open_visitor(f"/?lang={language}", width=320, color_scheme=scheme)
    visitor.wait_in_queue().backend.claim()
    visitor.backend.ask_consent()
    expect(card_of(visitor)).to_be_visible()
    assert findings(visitor) == []
    card_of(visitor).get_by_role("button").first.click()
    expect(card_of(visitor).get_by_role("button")).to_have_count(1)
    assert findings(visitor) == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
