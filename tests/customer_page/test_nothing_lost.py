"""Whatever breaks, and wherever: nothing the customer wrote is lost, and nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.visitor import Visitor

COMMANDS = "/customer/commands"
EVENTS = "/customer/facts events"
FACTS = "GET /api/v1/customer/facts"
SNAPSHOT = "GET /api/v1/customer/snapshot"


def sent_ids(visitor: Visitor) -> list[str]:
    return [command["command_id"] for command in visitor.backend.commands]


def has_asked(visitor: Visitor, times: int) -> bool:
    """Whether the stream has been asked for this often, by events or by polling."""
    return visitor.backend.requests.count(FACTS) == times


# ---- a lost answer, at every place


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "error", "portal", "busy"])
def test_a_message_whose_answer_is_lost_arrives_once(visitor: Visitor, fault: str):
    visitor.talk("Hei").backend.fail(COMMANDS, fault)
    visitor.write("Yksi").write("Kaksi")
    expect(visitor.own.last).to_contain_text("lähetetty")
    visitor.until(lambda: visitor.said() == ["Hei", "Yksi", "Kaksi"])
    assert visitor.texts() == ["Hei", "Yksi", "Kaksi"]
    assert len(sent_ids(visitor)) == len(set(sent_ids(visitor)))


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "portal"])
def test_a_conversation_whose_opening_is_lost_opens_once(visitor: Visitor, fault: str):
    visitor.backend.fail(COMMANDS, fault)
    visitor.wait_in_queue("Hei")
    expect(visitor.own).to_contain_text("tallennettu")
    assert len(visitor.backend.sessions) == 1
    assert visitor.said() == ["Hei"]


@pytest.mark.parametrize("fault", ["cut_before", "cut_after"])
def test_an_opening_survives_a_reload_before_its_answer(visitor: Visitor, fault: str):
    visitor.backend.fail(COMMANDS, fault, times=99)
    visitor.page.locator("#topic").select_option("muu")
    visitor.first_words.fill("Hei")
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.page.locator("#screen")).to_contain_text("Aloitetaan keskustelua…")
    visitor.until(lambda: "POST /api/v1/customer/commands" in visitor.backend.requests)
    visitor.page.reload()
    visitor.backend.mend()
    expect(visitor.title).to_have_text("Olet jonossa")
    expect(visitor.own).to_have_count(1)
    assert (visitor.said(), len(visitor.backend.sessions)) == (["Hei"], 1)


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "late"])
def test_a_message_survives_a_reload_before_its_answer(visitor: Visitor, fault: str):
    visitor.talk("Hei").backend.fail(COMMANDS, fault, times=99)
    visitor.write("Tärkeä asia")
    visitor.until(lambda: visitor.backend.requests.count("POST /api/v1/customer/commands") > 1)
    visitor.page.reload()
    expect(visitor.own).to_have_count(2)
    visitor.backend.mend()
    visitor.until(lambda: visitor.said() == ["Hei", "Tärkeä asia"])
    expect(visitor.own.last).to_contain_text("lähetetty 9.05")
    assert visitor.texts() == ["Hei", "Tärkeä asia"]


def test_the_same_bytes_go_again(visitor: Visitor):
    bodies: list[str | None] = []
    visitor.page.on(
        "request", lambda request: bodies.append(request.post_data) if COMMANDS in request.url else None
    )
    visitor.talk("Hei").backend.fail(COMMANDS, "cut_before", times=2)
    visitor.write("Ääkkösiä ja 😀")
    expect(visitor.own.last).to_contain_text("lähetetty")
    tries = [body for body in bodies if body and "WriteMessage" in body]
    assert (len(tries), len(set(tries))) == (3, 1)


# ---- reload in every state


def in_queue(visitor: Visitor) -> None:
    visitor.wait_in_queue("Hei")


def talking(visitor: Visitor) -> None:
    visitor.talk("Hei").backend.say("Hei hei")
    expect(visitor.lines).to_have_count(2)


def asked_to_end(visitor: Visitor) -> None:
    talking(visitor)
    visitor.button("Lopeta keskustelu").click()


def ended(visitor: Visitor) -> None:
    talking(visitor)
    visitor.end()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")


@pytest.mark.parametrize("reach", [in_queue, talking, asked_to_end, ended])
def test_a_reload_shows_the_same_conversation(visitor: Visitor, reach: Callable[[Visitor], None]):
    reach(visitor)
    title, texts = visitor.title.inner_text(), visitor.texts()
    visitor.page.reload()
    expect(visitor.title).to_have_text(title)
    expect(visitor.lines).to_have_count(len(texts))
    assert visitor.texts() == texts
    assert [command["type"] for command in visitor.backend.commands].count("OpenConversation") == 1


def test_a_reload_keeps_the_first_words_and_the_topic(visitor: Visitor):
    visitor.page.locator("#topic").select_option("muu")
    visitor.first_words.fill("Vuokra on myöhässä")
    visitor.until(lambda: "Vuokra on" in visitor.stored())
    visitor.page.reload()
    expect(visitor.first_words).to_have_value("Vuokra on myöhässä")
    expect(visitor.page.locator("#topic")).to_have_value("muu")


def test_a_reload_keeps_what_is_being_written(visitor: Visitor):
    visitor.talk().message.fill("Puolikas lause ja")
    visitor.page.reload()
    expect(visitor.message).to_have_value("Puolikas lause ja")


def test_what_was_sent_does_not_come_back_as_a_draft(visitor: Visitor):
    visitor.talk().write("Lähti jo")
    expect(visitor.own).to_have_count(2)
    visitor.page.reload()
    expect(visitor.message).to_have_value("")


# ---- a lost line


def test_a_restarted_backend_is_found_again_and_nothing_is_lost(visitor: Visitor):
    visitor.talk("Hei")
    visitor.server.stop()
    visitor.write("Kirjoitin katkon aikana")
    expect(visitor.banner).to_contain_text("Yhteys katkesi. Viestisi ovat tallessa tässä ikkunassa")
    expect(visitor.own.last).to_contain_text("lähtee, kun yhteys palaa")
    expect(visitor.page.locator(".retry")).to_contain_text("Voit myös soittaa: 09 555 0120")
    visitor.backend.say("Neuvoja vastasi sillä välin")
    visitor.server.start()
    visitor.button("Yritä nyt uudelleen").click()
    expect(visitor.banner).to_be_empty()
    expect(visitor.page.locator("#announcer")).to_have_text("Yhteys palasi.")
    expect(visitor.lines).to_have_count(3)
    assert visitor.texts() == ["Hei", "Neuvoja vastasi sillä välin", "Kirjoitin katkon aikana"]


def test_the_line_comes_back_by_itself(visitor: Visitor):
    visitor.talk("Hei")
    visitor.server.stop()
    expect(visitor.banner).to_contain_text("Yhteys katkesi.")
    visitor.backend.say("Moi")
    visitor.server.start()
    expect(visitor.lines).to_have_count(2)
    expect(visitor.banner).to_be_empty()


def test_while_waiting_it_is_said_how_long_the_place_is_kept(visitor: Visitor):
    visitor.wait_in_queue()
    visitor.server.stop()
    expect(visitor.banner).to_contain_text("Paikkasi säilyy 10\u00a0minuuttia.")


def test_a_lost_network_is_noticed_at_once_and_its_return_too(visitor: Visitor):
    visitor.talk("Hei")
    visitor.page.context.set_offline(True)
    visitor.server.cut_streams()
    visitor.write("Tunnelissa")
    expect(visitor.own.last).to_contain_text("lähtee, kun yhteys palaa")
    visitor.page.context.set_offline(False)
    expect(visitor.own.last).to_contain_text("lähetetty")
    assert visitor.said() == ["Hei", "Tunnelissa"]


def test_a_short_break_says_nothing(visitor: Visitor):
    visitor.talk("Hei")
    visitor.server.cut_streams()
    visitor.backend.say("Moi")
    expect(visitor.lines).to_have_count(2)
    expect(visitor.banner).to_be_empty()


def test_the_entry_is_reached_when_the_backend_comes_up(backend: PageBackend, open_visitor: Any):
    backend.fail("/customer/entry", "error", times=2)
    visitor = open_visitor()
    expect(visitor.page.locator("#screen")).to_contain_text("Chattiin ei saada nyt yhteyttä.")
    expect(visitor.button("Aloita chat nimettömänä")).to_be_visible()


def test_a_proxys_page_is_not_taken_for_an_entry(backend: PageBackend, open_visitor: Any):
    backend.fail("/customer/", "portal", times=2)
    visitor = open_visitor()
    expect(visitor.button("Aloita chat nimettömänä")).to_be_visible()


# ---- facts repeated, left out, held back


def test_a_fact_told_twice_is_shown_once(visitor: Visitor):
    visitor.wait_in_queue("Hei").backend.fail(EVENTS, "repeat", times=1)
    visitor.server.cut_streams()
    visitor.backend.claim()
    visitor.backend.say("Kerran")
    expect(visitor.lines).to_have_count(2)
    visitor.backend.say("Toisen")
    expect(visitor.lines).to_have_count(3)
    assert visitor.texts() == ["Hei", "Kerran", "Toisen"]


def test_a_hole_in_the_facts_leads_to_a_fresh_snapshot(visitor: Visitor):
    visitor.talk("Hei").backend.fail(EVENTS, "hole", times=1)
    visitor.server.cut_streams()
    visitor.until(lambda: not visitor.backend.faults[0].times)
    before = visitor.backend.requests.count(SNAPSHOT)
    visitor.backend.read_all()
    visitor.backend.say("Sen jälkeen")
    expect(visitor.own).to_contain_text("nähty")
    expect(visitor.lines).to_have_count(2)
    assert visitor.backend.requests.count(SNAPSHOT) == before + 1


def test_a_last_fact_that_was_lost_is_noticed_at_the_next_beat(visitor: Visitor):
    visitor.talk("Hei").backend.fail(EVENTS, "hole", times=1)
    visitor.server.cut_streams()
    visitor.until(lambda: not visitor.backend.faults[0].times)
    before = visitor.backend.requests.count(SNAPSHOT)
    visitor.backend.read_all()
    visitor.backend.hint({"type": "Beat"})
    expect(visitor.own).to_contain_text("nähty")
    assert visitor.backend.requests.count(SNAPSHOT) == before + 1


def test_a_cursor_the_backend_no_longer_knows_leads_to_a_fresh_snapshot(visitor: Visitor):
    visitor.talk("Hei").backend.fail("/customer/facts", "gone", times=2)
    visitor.server.cut_streams()
    visitor.backend.say("Yhä täällä")
    expect(visitor.lines).to_have_count(2)
    visitor.write("Minäkin")
    expect(visitor.lines).to_have_count(3)


def test_a_stream_that_is_opened_too_often_waits_as_long_as_it_is_told(visitor: Visitor):
    visitor.talk("Hei").backend.fail("/customer/facts", "busy", times=2)
    visitor.server.cut_streams()
    visitor.until(lambda: not any(fault.times for fault in visitor.backend.faults))
    visitor.backend.say("Yhä täällä")
    expect(visitor.lines).to_have_count(2)


def test_behind_a_proxy_that_holds_events_back_polling_goes_on(open_visitor: Any):
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.backend.fail(EVENTS, "silent", times=99)
    visitor.page.goto("/?lang=fi")
    visitor.wait_in_queue("Hei")
    asked = 1
    for more in (2, 2):
        visitor.until(partial(has_asked, visitor, asked))
        visitor.page.clock.fast_forward(46_000)
        visitor.page.clock.run_for(1_000)
        asked += more
    visitor.until(partial(has_asked, visitor, asked))
    visitor.backend.claim()
    visitor.backend.say("Kuuluuko?")
    expect(visitor.lines).to_have_count(2)
    visitor.backend.say("Kuuluu!")
    expect(visitor.lines).to_have_count(3)


def test_silence_of_forty_five_seconds_is_a_dead_line(open_visitor: Any):
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.page.goto("/?lang=fi")
    visitor.talk("Hei")
    before = visitor.backend.requests.count(FACTS)
    visitor.page.clock.fast_forward(46_000)
    visitor.page.clock.run_for(1_000)
    visitor.until(lambda: visitor.backend.requests.count(FACTS) == before + 2)
    visitor.backend.say("Jatketaan")
    expect(visitor.lines).to_have_count(2)


ONE_LINE_IS_OPEN = """async () => {
  const { Stream } = await import("/page/stream.js");
  const opened = [];
  window.EventSource = class extends EventSource {
    constructor(url) { super(url); opened.push(this); }
  };
  const api = { facts: async () => ({ kind: "ok", body: { facts: [], hints: [] } }) };
  const stream = new Stream(api, { link() {}, hint() {}, gone() {}, signedOut() {}, fact: () => true });
  stream.follow(0);
  opened[0].dispatchEvent(new Event("error"));
  stream.follow(0);
  stream.tryNow();
  for (let turn = 0; turn < 10; turn += 1) await null;
  const open = opened.filter((line) => line.readyState !== EventSource.CLOSED).length;
  stream.stop();
  return [open, opened.filter((line) => line.readyState !== EventSource.CLOSED).length];
}"""


def test_trying_now_on_a_line_that_was_begun_anew_opens_no_second_one(visitor: Visitor):
    assert visitor.page.evaluate(ONE_LINE_IS_OPEN) == [1, 0]


NOTE_WHAT_IS_ASKED = """window.asked = [];
window.EventSource = class extends EventSource {
  constructor(url) { super(url); window.asked.push(this); }
};
const plainFetch = window.fetch;
window.fetch = (url, ...more) => {
  if (String(url).includes("/customer/facts")) window.asked.push(url);
  return plainFetch(url, ...more);
};"""


@pytest.mark.parametrize("cuts", [1, 2])
def test_a_conversation_whose_closing_was_brought_by_asking_is_followed_no_further(
    open_visitor: Any, cuts: int
):
    """After one break events would be tried again, after two it would be asked for ever."""
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.add_init_script(NOTE_WHAT_IS_ASKED)
    visitor.backend.fail(EVENTS, "silent", times=99)
    visitor.page.goto("/?lang=fi")
    visitor.wait_in_queue("Hei")
    for earlier in range(cuts - 1):
        visitor.until(partial(has_asked, visitor, 1 + 2 * earlier))
        visitor.server.cut_streams()
    visitor.until(partial(has_asked, visitor, 2 * cuts - 1))
    visitor.backend.claim()
    visitor.backend.close()
    visitor.server.cut_streams()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
    assert visitor.page.evaluate("asked.length") == 2 * cuts
    open_lines = "asked.filter((each) => each instanceof EventSource && each.readyState !== 2).length"
    assert visitor.page.evaluate(open_lines) == 0


# ---- two windows, and a session that has run out


def test_two_windows_of_one_customer_show_the_same(visitor: Visitor):
    visitor.talk("Hei")
    other = Visitor(visitor.page.context.new_page(), visitor.server)
    other.page.goto("/?lang=fi")
    expect(other.lines).to_have_count(1)
    other.write("Toisesta ikkunasta")
    expect(visitor.lines).to_have_count(2)
    visitor.write("Ensimmäisestä")
    expect(other.lines).to_have_count(3)
    assert visitor.texts() == other.texts() == ["Hei", "Toisesta ikkunasta", "Ensimmäisestä"]


def test_a_second_window_does_not_begin_a_second_conversation(visitor: Visitor):
    other = Visitor(visitor.page.context.new_page(), visitor.server)
    other.page.goto("/?lang=fi")
    expect(other.first_words).to_be_visible()
    visitor.wait_in_queue("Hei")
    other.page.locator("#topic").select_option("muu")
    other.first_words.fill("Toinen ikkuna")
    other.button("Aloita chat nimettömänä").click()
    expect(other.title).to_have_text("Olet jonossa")
    expect(other.message).to_have_value("Toinen ikkuna")
    expect(other.banner).to_be_empty()
    assert other.texts() == ["Hei"]
    assert len(visitor.backend.sessions) == 1


@pytest.mark.parametrize("fault", ["cut_after", "busy"])
def test_a_lost_session_answer_opens_one_conversation(visitor: Visitor, fault: str):
    visitor.backend.fail("/customer/session", fault)
    visitor.wait_in_queue("Hei")
    assert visitor.texts() == ["Hei"]
    assert [command["type"] for command in visitor.backend.commands].count("OpenConversation") == 1


def test_unsent_text_of_a_conversation_that_has_run_out_is_given_back(visitor: Visitor):
    visitor.talk("Hei")
    visitor.message.fill("Kesken jäi")
    visitor.backend.sessions.clear()
    visitor.server.cut_streams()
    expect(visitor.banner).to_contain_text("Keskustelun voimassaolo päättyi")
    expect(visitor.first_words).to_have_value("Kesken jäi")
    visitor.wait_in_queue("Kesken jäi, jatkan")
    assert visitor.said() == ["Kesken jäi, jatkan"]


def test_an_ended_conversation_stays_to_be_read_when_its_session_runs_out(visitor: Visitor):
    visitor.talk("Hei").end()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
    visitor.backend.sessions.clear()
    with visitor.page.expect_response(lambda response: response.status == 401):
        visitor.server.cut_streams()
    visitor.page.locator("[data-language=sv]").click()
    expect(visitor.title).to_have_text("Samtalet är avslutat")
    expect(visitor.banner).to_be_empty()
    assert visitor.texts() == ["Hei"]


def test_an_ending_is_carried_over_a_break(visitor: Visitor):
    visitor.talk("Hei")
    visitor.server.stop()
    visitor.end()
    expect(visitor.button("Lopetetaan…")).to_be_disabled()
    visitor.server.start()
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
