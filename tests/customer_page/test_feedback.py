"""How did it go: asked when the conversation is over, answered once and only if she wants to."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.customer_page.test_accessibility import findings
from tests.customer_page.visitor import Visitor


def form(visitor: Visitor) -> Locator:
    return visitor.page.locator(".feedback")


def given(visitor: Visitor) -> list[tuple[object, object]]:
    return [
        (each["score"], each["text"]) for each in visitor.backend.commands if each["type"] == "GiveFeedback"
    ]


def press(visitor: Visitor) -> None:
    form(visitor).locator("button[type=submit]").click()


def test_a_score_and_words_go_once_with_personal_data_covered(visitor: Visitor):
    """R139."""
    visitor.talk()
    expect(form(visitor)).to_have_count(0)
    visitor.end()
    expect(form(visitor)).to_be_visible()
    press(visitor)
    expect(form(visitor)).to_contain_text("Valitse arvio tai kirjoita muutama sana.")
    assert given(visitor) == []
    form(visitor).get_by_label("Hyvin", exact=True).check()
    visitor.page.locator("#feedback-words").fill("Kiitos! 150385-912E")
    press(visitor)
    visitor.button("Lähetä peitettynä").click()
    expect(form(visitor)).to_contain_text("Kiitos palautteesta")
    expect(form(visitor)).to_be_focused()
    ((score, text),) = given(visitor)
    assert score == 4
    assert "912E" not in str(text)
    visitor.page.reload()
    expect(visitor.page.locator(".thanks")).to_be_visible()
    expect(form(visitor)).to_be_hidden()
    assert "Kiitos!" not in visitor.stored()


def test_nobody_is_asked_who_was_not_answered(visitor: Visitor):
    visitor.wait_in_queue()
    visitor.page.locator(".foot-links button").last.click()
    visitor.page.locator(".question button").first.click()
    expect(visitor.page.locator(".thanks")).to_be_visible()
    expect(form(visitor)).to_be_hidden()


def test_what_was_written_stays_when_it_does_not_get_through(visitor: Visitor):
    visitor.talk().end()
    visitor.page.locator("#feedback-words").fill("Sain avun.")
    visitor.page.reload()
    expect(visitor.page.locator("#feedback-words")).to_have_value("Sain avun.")
    press(visitor)
    expect(form(visitor)).to_contain_text("Kiitos palautteesta")
    assert given(visitor) == [(None, "Sain avun.")]


def test_the_form_has_nothing_that_axe_finds(visitor: Visitor):
    visitor.talk().end()
    expect(form(visitor)).to_be_visible()
    press(visitor)
    assert findings(visitor) == []
    overflow = visitor.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0


def test_the_form_comes_also_where_the_line_was_away_when_it_was_over(visitor: Visitor):
    """R139: whether she may is asked again until it is known."""
    visitor.talk()
    asked: list[Route] = []

    def away(route: Route) -> None:
        asked.append(route)
        if len(asked) <= 2:
            route.abort()
        else:
            route.continue_()

    visitor.page.route("**/api/v1/customer/snapshot", away)
    visitor.end()
    expect(form(visitor)).to_be_visible()
    assert len(asked) > 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("feedback_not_open", "Palautetta tästä keskustelusta ei voi nyt antaa."),
        ("not_found", "Tätä keskustelua ei enää löydy"),
    ],
)
def test_each_refusal_is_a_sentence_and_her_words_stay(visitor: Visitor, code: str, words: str):
    visitor.talk().end()

    def refuse(route: Route) -> None:
        sent = json.loads(route.request.post_data or "{}")
        answer = {"outcome": "refused", "command_id": sent["command_id"], "problem": {"code": code}}
        route.fulfill(status=404 if code == "not_found" else 409, json=answer)

    visitor.page.route("**/api/v1/customer/commands", refuse)
    visitor.page.locator("#feedback-words").fill("Sain avun.")
    press(visitor)
    expect(form(visitor)).to_contain_text(words)
    expect(visitor.page.locator("#feedback-words")).to_have_value("Sain avun.")
