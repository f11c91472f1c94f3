"""Asking to be called: at the entry, when closed, in the queue; a reload keeps it, the browser no number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.test_accessibility import findings, reach
from tests.customer_page.visitor import Visitor
from tests.support.backend import RunningBackend, a_backend

NUMBER = "040 123 4567"


def fill(page: Page, number: str = NUMBER, *, words: str = "") -> None:
    page.locator("#callback-topic").select_option(index=1)
    page.locator("#callback-phone").fill(number)
    page.locator("#callback-words").fill(words)


def send(page: Page) -> None:
    page.locator(".callback button[type=submit]").click()


def leave(visitor: Visitor, number: str = NUMBER) -> None:
    visitor.button("Jätä soittopyyntö").click()
    fill(visitor.page, number)
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")


def test_whoever_has_not_identified_herself_is_offered_a_chat_or_a_call(visitor: Visitor):
    """R109: exactly two ways, beside each other."""
    buttons = visitor.page.locator("#screen .primary, #screen .secondary").all_inner_texts()
    assert buttons == ["Aloita chat nimettömänä", "Jätä soittopyyntö"]


def test_a_request_is_left_and_a_reload_shows_it_again(visitor: Visitor):
    """R109: what happens next is said in words, and nothing is lost with the page."""
    leave(visitor)
    expect(visitor.title).to_have_text("Soittopyyntösi")
    expect(visitor.page.locator(".callback")).to_contain_text("enintään kolme kertaa")
    visitor.page.reload()
    expect(visitor.page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")
    visitor.button("Näytä soittopyyntö").click()
    visitor.button("Peru soittopyyntö").click()
    visitor.page.locator(".callback .card button").first.click()
    expect(visitor.page.locator(".callback-status")).to_contain_text("Perit soittopyynnön.")
    assert [command["type"] for command in visitor.backend.commands] == [
        "RequestCallback",
        "WithdrawCallback",
    ]


@pytest.mark.parametrize(
    ("reason", "attempts", "sentence"),
    [("not_reached", 3, "Emme tavoittaneet sinua"), ("lapsed", 0, "Emme ehtineet soittaa sinulle")],
)
def test_what_became_of_it_is_shown_when_the_page_is_looked_at_again(
    visitor: Visitor, reason: str, attempts: int, sentence: str
):
    """I7: the third miss, and that nobody called in time, are told on the page without a reload."""
    leave(visitor)
    (session,) = visitor.backend.sessions.values()
    assert session.callback is not None
    session.callback.update(state="closed", reason=reason, attempts=attempts)
    visitor.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(visitor.page.locator(".callback-status")).to_contain_text(sentence)
    expect(visitor.page.locator("#callback-phone")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "about", "options", "kept"),
    [
        (
            "suomi",
            "soitamme sinulle ma–to klo 9–15.",
            ["Koska vain ma–to klo 9–15", "Aamupäivällä klo 9–11.30", "Iltapäivällä klo 11.30–15"],
            "Soitamme ma–to aamupäivällä klo 9–11.30.",
        ),
        (
            "svenska",
            "ringer vi dig mån–tors kl. 9–15.",
            [
                "När som helst mån–tors kl. 9–15",
                "På förmiddagen kl. 9–11.30",
                "På eftermiddagen kl. 11.30–15",
            ],
            "Vi ringer mån–tors på förmiddagen kl. 9–11.30.",
        ),
    ],
)
def test_it_says_when_the_county_calls(
    visitor: Visitor, language: str, about: str, options: list[str], kept: str
):
    """R006: in the words of the service model, before a request is left and after; also when they change."""
    page, calling = visitor.page, visitor.backend.entry["calling"]
    page.get_by_role("button", name=language).click()
    page.locator("#callback-offer").click()
    expect(page.locator(".callback")).to_contain_text("8\u2060–\u206016.")
    fill(page, words="Kysyn vuokrasta")
    calling["days"] = {"fi": "ma–to", "sv": "mån–tors", "en": "Mon–Thu"}
    for part, span in (("whole", "9–15"), ("forenoon", "9–11.30"), ("afternoon", "11.30–15")):
        calling[part] = {"fi": f"klo {span}", "sv": f"kl. {span}", "en": span}
    page.locator("#callback-back").click()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.locator("#callback-offer").click()
    expect(page.locator(".callback")).to_contain_text(held(about))
    assert page.locator("#callback-wish option").all_inner_texts() == [held(each) for each in options]
    expect(page.locator("#callback-words")).to_have_value("Kysyn vuokrasta")
    fill(page)
    page.locator("#callback-wish").select_option("forenoon")
    send(page)
    expect(page.locator(".callback-status")).to_contain_text(held(kept))


def held(words: str) -> str:
    """A range as the page writes it: never in two lines."""
    return words.replace("–", "\u2060–\u2060")


def test_the_number_never_lies_in_the_browsers_storage(visitor: Visitor):
    visitor.button("Jätä soittopyyntö").click()
    fill(visitor.page, words="Kysyn vuokrasta")
    visitor.until(lambda: "vuokrasta" in visitor.stored())
    assert "4567" not in visitor.stored()
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_be_visible()
    assert "4567" not in visitor.stored()
    assert "vuokrasta" not in visitor.stored()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("", "Kirjoita puhelinnumero"),
        ("kotona", "Emme saa selvää numerosta."),
        ("0600 12345", "palvelunumero"),
    ],
)
def test_a_number_that_cannot_be_called_is_told_kindly_and_kept(visitor: Visitor, number: str, sentence: str):
    visitor.button("Jätä soittopyyntö").click()
    fill(visitor.page, number)
    send(visitor.page)
    expect(visitor.page.locator("#callback-problem")).to_contain_text(sentence)
    expect(visitor.page.locator("#callback-phone")).to_have_value(number)
    expect(visitor.page.locator("#callback-phone")).to_have_attribute("aria-invalid", "true")
    expect(visitor.page.locator("#callback-phone")).to_be_focused()
    visitor.page.locator("#callback-phone").fill(NUMBER)
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_be_visible()


def test_it_is_offered_when_the_chat_is_closed(backend: PageBackend, open_visitor: Any):
    """R008: the leaving time is not tied to the chat's hours."""
    backend.entry["services"][0].update(is_open=False, opens_at="2026-11-24T06:00:00.000Z")
    visitor = open_visitor()
    expect(visitor.page.locator(".closed-notice")).to_be_visible()
    # The first thing to do then, until it is done.
    expect(visitor.page.locator("#screen .primary")).to_have_text("Jätä soittopyyntö")
    leave(visitor)
    visitor.button("Takaisin").click()
    expect(visitor.page.locator("#screen .primary")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 860)])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_whole_form_is_in_sight_at_usual_sizes(open_visitor: Any, width: int, height: int, language: str):
    visitor: Visitor = open_visitor(f"/?lang={language}", width=width, height=height)
    visitor.page.locator("#callback-offer").click()
    expect(visitor.page.locator("#callback-topic")).to_be_in_viewport(ratio=1)
    expect(visitor.page.locator(".callback button[type=submit]")).to_be_in_viewport(ratio=1)


def test_it_is_offered_to_whoever_waits_and_her_place_is_kept(visitor: Visitor):
    visitor.wait_in_queue()
    leave(visitor)
    visitor.button("Takaisin").click()
    expect(visitor.title).to_have_text("Olet jonossa")
    visitor.button("Näytä soittopyyntö").click()
    visitor.backend.claim()
    expect(visitor.message).to_be_visible()
    expect(visitor.page.locator(".callback")).to_have_count(0)


def test_a_lost_answer_is_asked_for_again_and_leaves_one_request(visitor: Visitor):
    visitor.button("Jätä soittopyyntö").click()
    fill(visitor.page)
    visitor.backend.fail("/commands", "cut_after")
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_be_visible()
    assert len(visitor.backend.commands) == 1


def test_another_language_keeps_what_was_written(visitor: Visitor):
    visitor.button("Jätä soittopyyntö").click()
    fill(visitor.page, words="Hej")
    visitor.page.locator("[data-language=sv]").click()
    expect(visitor.page.locator("#callback-phone")).to_have_value(NUMBER)
    expect(visitor.page.locator("#callback-words")).to_have_value("Hej")
    expect(visitor.title).to_have_text("Be oss ringa")


def test_it_goes_by_keyboard_alone(visitor: Visitor):
    press = visitor.page.keyboard.press
    reach(visitor, "Jätä soittopyyntö")
    press("Enter")
    expect(visitor.title).to_be_focused()
    reach(visitor, "callback-topic")
    press("ArrowDown")
    press("Tab")
    visitor.page.keyboard.type(NUMBER)
    press("Enter")
    expect(visitor.page.locator(".callback-status")).to_be_visible()
    expect(visitor.title).to_be_focused()
    reach(visitor, "Takaisin")
    press("Enter")
    expect(visitor.page.locator("#topic")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_and_nothing_sticks_out_of_a_small_screen(
    open_visitor: Any, language: str, scheme: str
):
    visitor: Visitor = open_visitor(f"/?lang={language}", width=320, height=640, color_scheme=scheme)
    offer = visitor.page.locator("#callback-offer")
    offer.click()
    found = {"form": findings(visitor)}
    send(visitor.page)
    expect(visitor.page.locator("#callback-problem .problem")).to_be_visible()
    found["refused"] = findings(visitor)
    wide = [visitor.page.evaluate("document.documentElement.scrollWidth")]
    fill(visitor.page)
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_be_visible()
    found["left"] = findings(visitor)
    wide.append(visitor.page.evaluate("document.documentElement.scrollWidth"))
    visitor.page.locator("#callback-back").click()
    found["entry"] = findings(visitor)
    assert {key: value for key, value in found.items() if value} == {}
    assert max(wide) <= 320


# ---- with the real backend


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningBackend]:
    with a_backend(tmp_path / "backend") as backend:
        yield backend


@pytest.mark.journey
def test_the_real_backend_keeps_it_over_a_reload(browser: Browser, running: RunningBackend):
    context = browser.new_context(base_url=running.base_url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/?lang=fi")
    page.locator("#callback-offer").click()
    fill(page, "12", words="Kysyn vuokrasta")
    send(page)
    expect(page.locator("#callback-problem")).to_contain_text("Emme saa selvää numerosta.")
    fill(page, words="Kysyn vuokrasta")
    send(page)
    expect(page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")
    page.reload()
    expect(page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")
    context.close()


@pytest.mark.journey
def test_a_second_conversation_leaves_the_request_where_she_can_take_it_back(
    browser: Browser, running: RunningBackend
):
    """R109: left before the first chat, seen after the second has begun, and withdrawn from there."""
    context = browser.new_context(base_url=running.base_url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    try:
        page.goto("/?lang=fi")
        page.locator("#callback-offer").click()
        fill(page)
        send(page)
        page.locator("#callback-back").click()
        for words in ("Ensimmäinen asia", "Toinen asia"):
            page.locator("#topic").select_option(index=1)
            page.locator("#first-words").fill(words)
            page.locator("form button[type=submit]").click()
            expect(page.locator("[role=log] .words")).to_have_text([words])
            expect(page.locator(".callback-status")).to_contain_text("Soitamme numeroon 040 ••• ••67.")
            if words == "Ensimmäinen asia":
                page.get_by_role("button", name="Poistu jonosta", exact=True).click()
                page.locator(".question button").first.click()
                page.get_by_role("button", name="Aloita uusi keskustelu").click()
        page.reload()
        page.get_by_role("button", name="Näytä soittopyyntö").click()
        page.get_by_role("button", name="Peru soittopyyntö").click()
        page.locator(".callback .card button").first.click()
        expect(page.locator(".callback-status")).to_contain_text("Perit soittopyynnön.")
    finally:
        context.close()
