"""One conversation as the customer meets it, from the first word to the thanks."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.page_http import PageServer
from tests.customer_page.visitor import Visitor


def test_the_entry_says_what_must_be_known_before_the_first_word(visitor: Visitor):
    """R017, R020: on being anonymous and on storing."""
    expect(visitor.title).to_have_text("Sosiaalipalvelujen neuvonta")
    expect(visitor.page.locator("#status")).to_have_text("Avoinna arkisin 8–16")
    expect(visitor.page.locator("#notice")).to_contain_text("Nimetön keskustelu. Yleistä neuvontaa.")
    expect(visitor.page.locator("#screen")).to_contain_text("Keskustelu tallennetaan")
    expect(visitor.page.locator("#screen")).to_contain_text("taloudelliset vaikeudet")
    expect(visitor.page.locator("#screen")).to_contain_text("Puhelinneuvonta 09 555 0120")
    expect(visitor.page.locator("#foot")).to_contain_text(
        "Jonossa nyt 3 · arvioitu odotus 5\u2060–\u20609\u00a0min"
    )
    assert visitor.page.get_by_role("link", name="09 555 0120").get_attribute("href") == "tel:095550120"


def test_a_topic_is_asked_for_and_first_words_are_not(visitor: Visitor):
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.page.locator("#topic-problem")).to_contain_text("Valitse ensin, mitä asiasi koskee.")
    expect(visitor.page.locator("#topic")).to_be_focused()
    visitor.page.locator("#topic").select_option("muu")
    expect(visitor.page.locator("#topic-problem")).to_be_empty()
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.title).to_have_text("Olet jonossa")
    expect(visitor.title).to_be_focused()
    [opened] = visitor.backend.commands
    assert (opened["topic_id"], opened["language"], opened["text"], opened["notice_version"]) == (
        "muu",
        "fi",
        "",
        1,
    )
    assert visitor.lines.count() == 0


def test_a_command_id_begins_with_the_time_and_is_of_version_seven(visitor: Visitor):
    before = visitor.page.evaluate("Date.now()")
    visitor.wait_in_queue()
    command_id = visitor.backend.commands[0]["command_id"]
    assert before <= int(command_id[:12], 16) <= visitor.page.evaluate("Date.now()")
    assert (len(command_id), command_id[12]) == (32, "7")
    assert command_id[16] in "89ab"


def test_waiting_shows_the_place_and_an_honest_range(visitor: Visitor):
    place = visitor.wait_in_queue().page.locator(".place")
    expect(place).to_contain_text("3")
    expect(place).to_contain_text("Arvioitu odotusaika 7\u2060–\u206011\u00a0min")
    expect(visitor.own).to_contain_text("tallennettu 9.05")
    visitor.backend.place(2, None, None)
    expect(place).to_contain_text("Odotusaikaa ei voi nyt arvioida luotettavasti.")
    expect(place).to_contain_text("2")
    expect(visitor.page.locator(".ways.card")).to_contain_text("Etkö halua odottaa?")


def test_an_estimate_that_grows_is_explained_until_it_falls(visitor: Visitor):
    place = visitor.wait_in_queue().page.locator(".place")
    visitor.backend.place(2, 8, 14)
    expect(place).to_contain_text("8\u2060–\u206014\u00a0min")
    expect(place).to_contain_text("Arvio piteni")
    expect(visitor.page.locator("#announcer")).to_have_text("Paikkasi jonossa 2")
    visitor.backend.place(2, 8, 14)
    visitor.backend.place(1, 3, 6)
    expect(place).to_contain_text("3\u2060–\u20606\u00a0min")
    expect(place).not_to_contain_text("Arvio piteni")


def test_one_may_write_while_waiting(visitor: Visitor):
    visitor.wait_in_queue("Hei").write("Kerron jo nyt lisää")
    expect(visitor.own.last).to_contain_text("tallennettu 9.05")
    assert visitor.texts() == ["Hei", "Kerron jo nyt lisää"]


def test_the_queue_can_be_left_after_a_question(visitor: Visitor):
    visitor.wait_in_queue().button("Poistu jonosta").click()
    question = visitor.page.locator(".question")
    expect(question.locator("h2")).to_be_focused()
    expect(question).to_contain_text("Menetät paikkasi.")
    visitor.page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(visitor.button("Poistu jonosta")).to_be_focused()
    visitor.button("Poistu jonosta").click()
    question.get_by_role("button", name="Poistu jonosta").click()
    expect(visitor.title).to_have_text("Poistuit jonosta")
    expect(visitor.title).to_be_focused()
    expect(visitor.page.locator("#screen")).to_contain_text("Voit aloittaa uuden keskustelun, kun haluat.")


def test_a_question_stays_open_in_another_language(visitor: Visitor):
    visitor.talk().button("Lopeta keskustelu").click()
    visitor.page.get_by_role("button", name="svenska").click()
    expect(visitor.page.locator(".question h2")).to_have_text("Ska samtalet avslutas?")
    expect(visitor.page.get_by_role("button", name="svenska")).to_be_focused()


def test_talking_shows_who_answers_and_what_has_been_seen(visitor: Visitor):
    visitor.talk("Hei")
    expect(visitor.title).to_have_text("Sosiaalipalvelujen neuvonta")
    expect(visitor.page.locator("#status")).to_have_text("Keskustelu käynnissä")
    expect(visitor.page.locator("#announcer")).to_have_text("Sosiaaliohjaaja tuli keskusteluun.")
    expect(visitor.own).to_contain_text("lähetetty 9.05")
    visitor.backend.read_all()
    expect(visitor.own).to_contain_text("nähty 9.05")
    visitor.backend.hint({"type": "Typing", "by": "counsellor"})
    expect(visitor.page.locator(".typing")).to_have_text("Sosiaaliohjaaja kirjoittaa…")
    visitor.backend.say("Hei! Kuinka voin auttaa?")
    expect(visitor.lines.last).to_contain_text("Sosiaaliohjaaja · 9.05")
    expect(visitor.page.locator(".typing")).to_be_empty()


def test_the_typing_mark_goes_out_by_itself(open_visitor: Any):
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.page.goto("/?lang=fi")
    visitor.talk().backend.hint({"type": "Typing", "by": "counsellor"})
    expect(visitor.page.locator(".typing")).not_to_be_empty()
    visitor.page.clock.fast_forward(6_000)
    expect(visitor.page.locator(".typing")).to_be_empty()


def test_what_has_been_on_the_screen_is_marked_read(visitor: Visitor):
    visitor.talk("Hei").backend.say("Hei! Kuinka voin auttaa?")
    expect(visitor.lines).to_have_count(2)
    visitor.until(lambda: visitor.backend.commands[-1]["type"] == "MarkRead")
    assert visitor.backend.commands[-1]["seq"] == 2


def test_typing_is_told_to_the_counsellor_at_most_every_other_second(visitor: Visitor):
    visitor.talk()
    began = time.monotonic()
    visitor.message.press_sequentially("Minulla on asiaa")
    visitor.until(lambda: "POST /api/v1/customer/hints" in visitor.backend.requests)
    told = visitor.backend.requests.count("POST /api/v1/customer/hints")
    # One may type for longer than two seconds.
    assert told <= 2 + (time.monotonic() - began) // 2
    assert told < len("Minulla on asiaa")


def test_nothing_is_told_of_typing_while_waiting(visitor: Visitor):
    visitor.wait_in_queue().message.press_sequentially("Minulla on asiaa")
    visitor.write("Tässä")
    expect(visitor.own).to_have_count(2)
    assert visitor.backend.hints == []


def test_the_customer_ends_after_a_question_and_may_begin_anew(visitor: Visitor):
    visitor.talk("Hei").end()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
    expect(visitor.title).to_be_focused()
    expect(visitor.page.locator(".thanks")).to_have_text("Kiitos, kun otit yhteyttä.")
    expect(visitor.page.locator("#status")).to_have_text("klo\u00a09.05\u2060–\u20609.05")
    assert visitor.texts() == ["Hei"]
    visitor.button("Aloita uusi keskustelu").click()
    expect(visitor.button("Aloita chat nimettömänä")).to_be_visible()
    visitor.page.reload()
    expect(visitor.button("Aloita chat nimettömänä")).to_be_visible()
    visitor.wait_in_queue("Toinen asia")
    assert visitor.texts() == ["Toinen asia"]
    assert [command["type"] for command in visitor.backend.commands].count("OpenConversation") == 2


def test_the_counsellor_ends(visitor: Visitor):
    visitor.talk("Hei").backend.close()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")


def test_a_place_given_up_by_absence_is_explained(visitor: Visitor):
    visitor.wait_in_queue().backend.close("abandoned")
    expect(visitor.title).to_have_text("Paikkasi jonossa vapautui")
    # Nobody was given it: it was kept, and is not said to have been sent.
    expect(visitor.own.last).to_contain_text("tallennettu")
    expect(visitor.page.locator(".thanks")).to_contain_text("poikki yli 10")


def test_a_counsellor_who_drops_out_sends_the_customer_back_to_her_place(visitor: Visitor):
    visitor.talk("Hei").backend.return_to_queue()
    visitor.backend.say("Neuvojan yhteys katkesi. Palasit omalle paikallesi jonoon.", by="service")
    expect(visitor.title).to_have_text("Olet jonossa")
    expect(visitor.lines.last).to_contain_text("Palvelu · 9.05")
    visitor.backend.place(1, 2, 4)
    expect(visitor.page.locator(".place")).to_contain_text("1")


def test_where_a_long_conversation_was_transferred_is_in_sight(visitor: Visitor):
    """R074: told where the customer looks, below all that was written before."""
    visitor.talk()
    for number in range(12):
        visitor.backend.say(f"Rivi {number}")
    expect(visitor.lines).to_have_count(13)
    queue = {"fi": "Perheasiat", "sv": "Familjefrågor", "en": "Family matters"}
    visitor.backend.transfer(queue)
    moved = visitor.page.locator(".transferred")
    expect(moved).to_contain_text("Perheasiat")
    expect(moved).to_be_in_viewport(ratio=1)
    visitor.page.reload()
    expect(moved).to_be_in_viewport(ratio=1)


def test_who_comes_back_to_the_queue_she_was_moved_to_hears_no_second_move(visitor: Visitor):
    """R074: a move is heard once; then that somebody came, and that she is in the queue again."""
    heard = visitor.page.locator("#announcer")
    visitor.talk()
    visitor.backend.transfer({"fi": "Perheasiat", "sv": "Familjefrågor", "en": "Family matters"})
    expect(heard).to_contain_text("Keskustelusi siirrettiin: Perheasiat.")
    visitor.backend.claim()
    expect(heard).to_contain_text("Sosiaaliohjaaja")
    visitor.backend.return_to_queue()
    expect(heard).to_have_text("Palasit jonoon.")
    visitor.backend.claim()
    expect(heard).to_contain_text("Sosiaaliohjaaja")
    visitor.backend.transfer({"fi": "Vammaispalvelut", "sv": "Funktionshinderservice", "en": "Disability"})
    expect(heard).to_contain_text("Keskustelusi siirrettiin: Vammaispalvelut.")


def test_older_messages_are_fetched_on_request(visitor: Visitor):
    visitor.talk("viesti 1")
    for number in range(2, 61):
        visitor.backend.say(f"viesti {number}")
    visitor.page.reload()
    expect(visitor.lines).to_have_count(50)
    visitor.button("Näytä aiemmat viestit").click()
    expect(visitor.lines).to_have_count(60)
    assert visitor.texts() == [f"viesti {number}" for number in range(1, 61)]
    expect(visitor.button("Näytä aiemmat viestit")).to_be_hidden()


def test_a_new_message_does_not_pull_the_page_from_under_a_reader(visitor: Visitor):
    visitor.talk("Hei")
    for number in range(20):
        visitor.backend.say(f"viesti {number}")
    expect(visitor.lines).to_have_count(21)
    visitor.until(lambda: visitor.backend.commands[-1].get("seq") == 21)
    visitor.page.locator("#scroller").hover()
    visitor.page.mouse.wheel(0, -2000)
    expect(visitor.lines.first).to_be_in_viewport()
    visitor.backend.say("uusi")
    expect(visitor.lines).to_have_count(22)
    expect(visitor.lines.first).to_be_in_viewport()
    visitor.button("Uusi viesti alempana").click()
    expect(visitor.lines.last).to_be_in_viewport()
    expect(visitor.button("Uusi viesti alempana")).to_be_hidden()
    visitor.until(lambda: visitor.backend.commands[-1].get("seq") == 22)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_notice_of_limits_stands_on_top_of_every_chat_screen(open_visitor: Any, language: str):
    """R019, R017: before the first word, in the queue, while asking for a callback, in talk, at the end."""
    visitor: Visitor = open_visitor(f"/?lang={language}")
    page = visitor.page
    personal, decisions = {
        "fi": ("Älä kirjoita henkilötietoja.", "Päätöksiä ei käydä läpi."),
        "sv": ("Skriv inga personuppgifter.", "Beslut behandlas inte."),
    }[language]

    def stands(where: str) -> None:
        expect(page.locator(where).first).to_be_visible()
        expect(page.locator("#notice")).to_be_in_viewport(ratio=1)
        expect(page.locator("#notice")).to_contain_text(personal)
        expect(page.locator("#notice")).to_contain_text(decisions)

    stands("#first-words")
    page.locator("#callback-offer").click()
    stands("#callback-phone")
    page.locator("#callback-back").click()
    visitor.wait_in_queue()
    stands(".place")
    page.locator("#callback-offer").click()
    stands("#callback-phone")
    visitor.backend.claim()
    stands("#message")
    visitor.backend.close()
    stands(".ended-next")
    page.locator("#callback-offer").click()
    stands("#callback-phone")


def test_the_notice_stays_on_top_while_reading_and_writing(visitor: Visitor):
    """R019."""
    visitor.talk("Hei")
    for number in range(20):
        visitor.backend.say(f"viesti {number}")
    expect(visitor.lines).to_have_count(21)
    expect(visitor.page.locator("#notice")).to_be_in_viewport(ratio=1)
    expect(visitor.message).to_be_in_viewport(ratio=1)
    expect(visitor.lines.last).to_be_in_viewport()


def test_hours_and_the_queue_are_asked_again_every_minute(open_visitor: Any):
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.page.goto("/?lang=fi")
    visitor.first_words.fill("Kesken")
    visitor.backend.entry["services"][0]["queue_now"] = {"waiting": 0, "low_min": None, "high_min": None}
    visitor.page.clock.fast_forward(61_000)
    expect(visitor.page.locator("#foot")).to_have_text(
        "Kaikki neuvojat ovat nyt varattuja.Jonossa ei ole nyt muita"
    )
    expect(visitor.first_words).to_have_value("Kesken")
    expect(visitor.first_words).to_be_focused()


def test_closed_names_the_service_and_says_when_it_opens(backend: PageBackend, open_visitor: Any):
    backend.entry["services"][0].update(is_open=False, opens_at="2026-11-23T06:00:00.000Z")
    visitor = open_visitor()
    expect(visitor.page.locator("#status")).to_have_text("Suljettu · avoinna arkisin 8–16")
    closed = visitor.page.locator(".closed-notice")
    expect(closed).to_have_text(
        "Sosiaalipalvelujen neuvonnan chat on suljettu. Avaamme ma 23.11. klo\u00a08.00."
    )
    expect(visitor.page.locator("#screen")).to_contain_text("Puhelinneuvonta 09 555 0120")
    expect(visitor.page.locator("#foot")).to_contain_text("112")
    expect(visitor.page.locator("form")).to_have_count(0)


def test_practice_is_said_and_stays_said(backend: PageBackend, open_visitor: Any):
    backend.entry["is_practice"] = True
    visitor = open_visitor()
    expect(visitor.page.locator("#practice")).to_contain_text("HARJOITUS")
    visitor.talk()
    expect(visitor.page.locator("#practice")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "start", "waiting", "send"),
    [
        ("sv", "Börja chatta anonymt", "Du är i kön", "Skicka"),
        ("en", "Start the chat anonymously", "You are in the queue", "Send"),
    ],
)
def test_the_whole_errand_in_other_languages(
    open_visitor: Any, language: str, start: str, waiting: str, send: str
):
    visitor: Visitor = open_visitor(f"/?lang={language}", language="fi")
    expect(visitor.button(start)).to_be_visible()
    expect(visitor.page.locator("html")).to_have_attribute("lang", language)
    visitor.wait_in_queue("Hej")
    expect(visitor.title).to_have_text(waiting)
    assert visitor.backend.commands[0]["language"] == language
    visitor.backend.claim()
    expect(visitor.button(send)).to_be_visible()


def test_the_language_is_remembered_and_changing_it_keeps_what_was_written(visitor: Visitor):
    visitor.first_words.fill("Hej, 150385-912E")
    visitor.page.get_by_role("button", name="svenska").click()
    expect(visitor.button("Börja chatta anonymt")).to_be_visible()
    expect(visitor.first_words).to_have_value("Hej, 150385-912E")
    expect(visitor.page.get_by_role("button", name="svenska")).to_be_focused()
    visitor.page.reload()
    expect(visitor.button("Börja chatta anonymt")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="svenska")).to_have_attribute("aria-current", "true")


def test_the_page_works_in_a_frame(server: PageServer, open_visitor: Any):
    visitor = open_visitor("/frame", width=1280)
    frame = visitor.page.frame_locator("iframe")
    frame.locator("#topic").select_option("muu")
    frame.get_by_role("button", name="Aloita chat nimettömänä").click()
    expect(frame.locator("#title")).to_have_text("Olet jonossa")
    assert visitor.page.frames[1].evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_the_enter_key_does_is_said_as_the_button_says_it(visitor: Visitor):
    hint = visitor.page.locator("#message-hint")
    visitor.wait_in_queue()
    expect(visitor.page.locator(".composer button")).to_have_text("Tallenna")
    expect(hint).to_contain_text("Enter tallentaa viestin.")
    visitor.backend.claim()
    expect(visitor.page.locator(".composer button")).to_have_text("Lähetä")
    expect(hint).to_contain_text("Enter lähettää viestin.")
