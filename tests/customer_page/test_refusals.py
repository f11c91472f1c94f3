"""Every refusal is a sentence: what happened, what was kept, what to do. The text is always given back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.visitor import Visitor

COMMANDS = "/customer/commands"


def start(visitor: Visitor, text: str = "Vuokra on myöhässä") -> None:
    visitor.page.locator("#topic").select_option("muu")
    visitor.first_words.fill(text)
    visitor.page.locator("form button[type=submit]").click()


def test_a_service_that_closed_meanwhile_says_so_and_keeps_the_text(visitor: Visitor):
    """R023."""
    visitor.backend.entry["services"][0].update(is_open=False, opens_at="2026-11-24T06:00:00.000Z")
    start(visitor)
    expect(visitor.banner).to_contain_text("Chat ehti sulkeutua")
    expect(visitor.page.locator(".closed-notice")).to_contain_text("Avaamme ti 24.11. klo\u00a08.00.")
    visitor.backend.entry["services"][0].update(is_open=True)
    visitor.page.reload()
    expect(visitor.first_words).to_have_value("Vuokra on myöhässä")


def test_a_changed_notice_is_shown_before_trying_again(visitor: Visitor):
    notice = visitor.backend.entry["services"][0]["notice"]
    notice.update(notice_version=2, standing=dict.fromkeys(("fi", "sv", "en"), "Uusi ohje. Lue tämä."))
    start(visitor)
    expect(visitor.banner).to_contain_text("Ohje tällä sivulla on muuttunut.")
    expect(visitor.page.locator("#notice")).to_contain_text("Uusi ohje. Lue tämä.")
    expect(visitor.first_words).to_have_value("Vuokra on myöhässä")
    visitor.page.locator("form button[type=submit]").click()
    expect(visitor.title).to_have_text("Olet jonossa")
    expect(visitor.banner).to_be_empty()


def test_changed_words_on_storing_are_shown_before_trying_again(visitor: Visitor):
    """R021."""
    notice = visitor.backend.entry["services"][0]["notice"]
    words = "Keskustelu tallennetaan kehittämistä ja tutkimusta varten."
    notice.update(notice_version=1_000_002, storage=dict.fromkeys(("fi", "sv", "en"), words))
    start(visitor)
    expect(visitor.page.locator("form")).to_contain_text(words)
    visitor.page.locator("form button[type=submit]").click()
    expect(visitor.title).to_have_text("Olet jonossa")


def test_a_topic_that_was_taken_away_is_asked_for_again(visitor: Visitor):
    visitor.backend.entry["services"][0]["topics"].pop()
    start(visitor)
    expect(visitor.banner).to_contain_text("Valitsemasi aihe on poistunut.")
    expect(visitor.page.locator("#topic")).to_have_value("")
    expect(visitor.first_words).to_have_value("Vuokra on myöhässä")


def test_a_conversation_still_being_closed_is_explained(visitor: Visitor):
    visitor.backend.fail(COMMANDS, "problem", problem={"code": "conversation_exists"})
    start(visitor)
    expect(visitor.banner).to_contain_text("Edellistä keskustelua päätetään vielä.")
    expect(visitor.first_words).to_have_value("Vuokra on myöhässä")


@pytest.mark.parametrize("code", ["text_unreadable", "not_allowed", "a_code_of_the_future"])
def test_a_refused_message_goes_back_into_the_box_above_what_is_being_written(visitor: Visitor, code: str):
    visitor.talk("Hei").backend.fail(COMMANDS, "late", times=0)
    visitor.server.stop()
    visitor.write("Ensimmäinen")
    visitor.message.fill("Toinen, kesken")
    visitor.backend.fail(COMMANDS, "problem", problem={"code": code})
    visitor.server.start()
    expect(visitor.message).to_have_value("Ensimmäinen\n\nToinen, kesken")
    expect(visitor.banner).not_to_be_empty()
    expect(visitor.own).to_have_count(1)


def test_a_message_that_came_too_late_is_shown_as_not_sent(visitor: Visitor):
    visitor.talk("Hei")
    visitor.server.stop()
    visitor.write("Vielä yksi asia")
    visitor.backend.close()
    visitor.server.start()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
    unsent = visitor.page.locator("[role=group] .line.returned")
    expect(unsent).to_contain_text("Vielä yksi asia")
    expect(unsent).to_contain_text("ei lähetetty")
    assert visitor.texts() == ["Hei"]


def test_too_long_is_said_before_sending_and_nothing_is_cut(visitor: Visitor):
    visitor.talk("Hei")
    text = "ä" * 4001
    visitor.message.fill(text)
    expect(visitor.page.locator("#message-left")).to_have_text("Merkkejä jäljellä -1")
    visitor.button("Lähetä").click()
    expect(visitor.page.locator("#message-problem")).to_contain_text(
        "Viestissä on 4001 merkkiä. Enintään 4000"
    )
    expect(visitor.message).to_have_value(text)
    visitor.write("ä" * 4000)
    expect(visitor.own).to_have_count(2)


def test_characters_are_counted_as_the_backend_counts_them(visitor: Visitor):
    visitor.talk("Hei").write("😀" * 4000)
    visitor.until(lambda: len(visitor.said()[-1]) == 4000)


def test_nothing_but_space_is_not_a_message(visitor: Visitor):
    visitor.talk("Hei").write("  \n ")
    expect(visitor.page.locator("#message-problem")).to_contain_text(
        "Viesti on tyhjä. Kirjoita ensin asiasi."
    )
    expect(visitor.own).to_have_count(1)


def test_text_is_cleaned_as_the_backend_will_store_it(visitor: Visitor):
    visitor.talk("Hei")
    visitor.page.evaluate(
        """() => { const box = document.getElementById("message");
            box.value = "a\\u0308iti\\u0000 \\u0007soitti\\ud800   \\n";
            box.dispatchEvent(new Event("input")); }"""
    )
    visitor.button("Lähetä").click()
    visitor.until(lambda: visitor.said()[-1] == "äiti soitti\ufffd")


def test_a_busy_service_says_when_it_tries_again(visitor: Visitor):
    visitor.talk("Hei").backend.fail(COMMANDS, "busy", times=1)
    visitor.write("Yksi")
    expect(visitor.banner).to_contain_text("Palvelussa on nyt ruuhkaa. Viestisi on tallessa.")
    expect(visitor.banner).to_be_empty()
    assert visitor.said() == ["Hei", "Yksi"]


@pytest.mark.parametrize(
    ("language", "wait_s", "said"),
    [
        ("fi", 20, "Lähetämme sen uudelleen 20 sekunnin kuluttua."),
        ("fi", 456, "Lähetämme sen uudelleen noin 8 minuutin kuluttua."),
        ("sv", 456, "Vi skickar det på nytt om cirka 8 minuter."),
        ("en", 456, "We will send it again in about 8 minutes."),
    ],
)
def test_a_long_wait_is_told_in_minutes(open_visitor: Any, language: str, wait_s: int, said: str):
    visitor: Visitor = open_visitor(f"/?lang={language}").talk("Hei")
    visitor.backend.fail(COMMANDS, "busy", problem={"retry_after_s": wait_s})
    visitor.write("Yksi")
    expect(visitor.banner).to_contain_text(said)


def test_every_problem_of_the_contract_that_can_reach_a_customer_has_a_sentence(open_visitor: Any):
    visitor: Visitor = open_visitor()
    words = visitor.page.evaluate("import('/page/words/fi.js').then((module) => module.fi)")
    reach = (
        "conversation_ended conversation_closed conversation_exists service_closed notice_changed "
        "unknown_topic text_empty text_too_long text_unreadable throttled signed_out"
    )
    assert [code for code in reach.split() if f"problem_{code}" not in words] == []
