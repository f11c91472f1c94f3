"""Identification on the page: asked with two equal buttons, refused without harm, and said in a sentence.

R039, R043, R077. Going to a real provider and back is in tests/journeys.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.test_accessibility import findings
from tests.customer_page.visitor import Visitor

OUTCOMES = {
    "declined": "Et tunnistautunut.",
    "refused": "Tunnistautuminen ei onnistunut.",
    "unavailable": "Tunnistautumiseen ei saada nyt yhteyttä.",
    "expired": "Tunnistautumisen aika päättyi.",
    "other_browser": "Tunnistautuminen oli aloitettu toisessa ikkunassa",
    "other_person": "Tässä keskustelussa on jo tunnistautunut toinen henkilö.",
}


def talking(visitor: Visitor) -> Visitor:
    visitor.wait_in_queue()
    visitor.backend.claim()
    expect(visitor.page.locator("#status")).to_contain_text("Keskustelu käynnissä")
    return visitor


def asked(visitor: Visitor) -> Visitor:
    talking(visitor).backend.ask_identification()
    expect(visitor.page.locator(".ask")).to_be_visible()
    return visitor


def test_she_is_asked_why_with_two_buttons_of_equal_weight(visitor: Visitor):
    asked(visitor)
    card = visitor.page.locator(".ask")
    expect(card).to_contain_text("Tunnistautuminen on vapaaehtoista")
    expect(visitor.page.locator("#announcer")).to_have_text("Neuvoja pyytää sinua tunnistautumaan")
    yes, no = card.get_by_role("button").all()
    expect(yes).to_have_text("Tunnistaudu nyt")
    expect(no).to_have_text("Jatka nimettömänä")
    one, other = yes.bounding_box(), no.bounding_box()
    assert one is not None
    assert other is not None
    assert (one["width"], one["height"]) == (other["width"], other["height"])
    assert yes.get_attribute("class") == no.get_attribute("class")
    # Nothing is held up: she can write all the same.
    visitor.message.fill("Kysyn ensin jotain")
    visitor.message.press("Enter")
    expect(visitor.own).to_have_count(2)


def test_refusing_leaves_the_anonymous_chat_as_it_was(visitor: Visitor):
    asked(visitor)
    visitor.button("Jatka nimettömänä").click()
    expect(visitor.page.locator(".ask")).to_be_hidden()
    expect(visitor.page.locator("#notice")).to_contain_text("Nimetön keskustelu")
    visitor.message.fill("Jatketaan")
    visitor.message.press("Enter")
    expect(visitor.own).to_have_count(2)
    assert [each["type"] for each in visitor.backend.commands].count("DeclineIdentification") == 1


@pytest.mark.parametrize(("words", "joined"), [("Liitä viestit", True), ("Jätä nimettömiksi", False)])
def test_her_earlier_messages_are_asked_about_once_and_equally(visitor: Visitor, words: str, joined: bool):
    talking(visitor).backend.identify()
    card = visitor.page.locator(".ask")
    expect(card).to_contain_text("Liitetäänkö aiemmat viestisi tietoihisi?")
    one, other = (each.bounding_box() for each in card.get_by_role("button").all())
    assert one is not None
    assert other is not None
    assert (one["width"], one["height"]) == (other["width"], other["height"])
    visitor.button(words).click()
    expect(card).to_be_hidden()
    sent = next(each for each in visitor.backend.commands if each["type"] == "DecideEarlierLines")
    assert sent["are_joined"] is joined
    visitor.page.reload()
    expect(visitor.message).to_be_visible()
    expect(card).to_be_hidden()


def test_from_that_line_on_she_is_identified_and_nothing_is_covered(visitor: Visitor):
    talking(visitor).backend.identify()
    expect(visitor.page.locator("#notice.identified")).to_contain_text("Olet tunnistautunut.")
    visitor.message.fill("Numeroni on 040 123 4567")
    visitor.message.press("Enter")
    expect(visitor.own).to_have_count(2)
    expect(visitor.page.locator("#message-problem")).to_be_empty()
    order = visitor.page.locator("[role=log] > *").evaluate_all("all => all.map((each) => each.className)")
    assert [name.split()[0] for name in order] == ["line", "mark", "line"]


def test_before_it_personal_data_is_found_as_ever(visitor: Visitor):
    asked(visitor)
    visitor.message.fill("Numeroni on 040 123 4567")
    visitor.message.press("Enter")
    expect(visitor.page.locator("#message-problem")).to_contain_text("puhelinnumero")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_way_it_can_fail_has_a_sentence_and_leaves_no_trace_in_the_address(
    open_visitor: Any, outcome: str
):
    visitor: Visitor = open_visitor(f"/?lang=fi#identification={outcome}")
    expect(visitor.banner).to_contain_text(OUTCOMES[outcome])
    assert "#" not in visitor.page.url
    visitor.page.reload()
    expect(visitor.page.locator("#topic")).to_be_visible()
    expect(visitor.banner).to_be_empty()


def test_an_outcome_nobody_knows_says_nothing(open_visitor: Any):
    visitor: Visitor = open_visitor("/?lang=fi#identification=<b>soita 0600 123</b>")
    expect(visitor.page.locator("#topic")).to_be_visible()
    expect(visitor.banner).to_be_empty()


def test_a_provider_that_is_away_keeps_the_chat(visitor: Visitor):
    asked(visitor)
    visitor.backend.fail("/identification", "busy")
    visitor.button("Tunnistaudu nyt").click()
    expect(visitor.banner).to_contain_text("Tunnistautumiseen ei saada nyt yhteyttä.")
    expect(visitor.button("Tunnistaudu nyt")).to_be_enabled()
    expect(visitor.own).to_have_count(1)


def test_where_nobody_can_identify_nothing_offers_it(backend: PageBackend, open_visitor: Any):
    """R042: identity is then verified in another channel."""
    backend.entry["can_identify"] = False
    visitor: Visitor = open_visitor()
    expect(visitor.page.locator("#topic")).to_be_visible()
    expect(visitor.button("Tunnistaudu ennen keskustelua")).to_be_hidden()
    talking(visitor)
    expect(visitor.button("Tunnistaudu")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_in_the_questions(open_visitor: Any, language: str, scheme: str):
    visitor: Visitor = open_visitor(f"/?lang={language}", width=320, color_scheme=scheme)
    visitor.wait_in_queue().backend.claim()
    visitor.backend.ask_identification()
    expect(visitor.page.locator(".ask")).to_be_visible()
    assert findings(visitor) == []
    visitor.backend.identify()
    expect(visitor.page.locator(".mark")).to_be_visible()
    expect(visitor.page.locator(".ask")).to_be_visible()
    assert findings(visitor) == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_closed_to_who_has_not_identified_and_open_to_who_does(backend: PageBackend, open_visitor: Any):
    """R004, R005: an anonymous chat has hours of its own; the nearest way in is offered first."""
    service = backend.entry["services"][0]
    closed = {
        "is_open": False,
        "opens_at": "2026-11-24T07:00:00.000Z",
        "closes_at": None,
        "closes_soon": False,
    }
    words = {"fi": "arkisin klo 9–12", "sv": "", "en": ""}
    service["anonymous"] = {
        **closed,
        "hours_text": words,
        "closed_text": {"fi": "Suljettu.", "sv": "", "en": ""},
    }
    visitor: Visitor = open_visitor()
    expect(visitor.page.locator(".closed-notice")).to_contain_text("Suljettu. Avaamme ti 24.11. klo 9.00.")
    expect(visitor.page.locator("#screen")).to_contain_text("Tunnistautuneille chat on nyt auki.")
    expect(visitor.button("Tunnistaudu ennen keskustelua")).to_be_visible()
    assert findings(visitor) == []
    visitor.page.context.request.post(
        "/api/v1/customer/session", data={}, headers={"Origin": visitor.page.evaluate("location.origin")}
    )
    for session in backend.sessions.values():
        session.identity = "identified"
    visitor.page.reload()
    expect(visitor.button("Aloita chat tunnistautuneena")).to_be_visible()
    expect(visitor.page.locator(".closed-notice")).to_have_count(0)


def test_where_nobody_can_identify_a_closed_chat_offers_no_such_way(backend: PageBackend, open_visitor: Any):
    """R005: what cannot be done is not offered."""
    backend.entry["can_identify"] = False
    service = backend.entry["services"][0]
    parts = ("opens_at", "closes_at", "closes_soon", "hours_text", "closed_text")
    service["anonymous"] = {"is_open": False, **{part: service[part] for part in parts}}
    visitor: Visitor = open_visitor()
    expect(visitor.page.locator(".closed-notice")).to_be_visible()
    expect(visitor.page.locator(".identify-first")).to_have_count(0)
