"""Text from people is text (trust.md I9, B01–B08): inert, readable, in its own place, and quick to show."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.hostile import corpus
from tests.customer_page.page_backend import PageBackend
from tests.customer_page.visitor import Visitor

ELEMENTS = "[...document.querySelectorAll('.log *')].map((element) => element.localName)"
OURS = {"div", "p", "span", "svg", "path"}


def test_no_text_of_the_corpus_becomes_more_than_text(visitor: Visitor):
    texts = corpus()
    assert len(texts) >= 300
    visitor.talk("Hei")
    for number, text in enumerate(texts):
        visitor.backend.say(text, by=("counsellor", "customer", "service")[number % 3])
    expect(visitor.lines).to_have_count(len(texts) + 1)
    shown = visitor.page.evaluate(
        "[...document.querySelectorAll('.log .words')].map((line) => line.textContent)"
    )
    assert shown[1:] == texts
    assert set(visitor.page.evaluate(ELEMENTS)) <= OURS
    assert visitor.page.evaluate("typeof window.wasRun") == "undefined"


@pytest.mark.parametrize("state", ["open", "closed", "instructions", "waiting", "ended"])
def test_texts_of_the_county_are_text_too(backend: PageBackend, open_visitor: Any, state: str):
    hostile = dict.fromkeys(("fi", "sv", "en"), '"><img src=x onerror="window.wasRun=1">. <script>1</script>')
    service = backend.entry["services"][0]
    service.update(name=hostile, about=[hostile], hours_text=hostile, closed_text=hostile)
    service.update(asks=[hostile], helps=[hostile])
    service["announcements"] = [{"kind": kind, "text": hostile} for kind in ("temporary", "news")]
    service["topics"][0]["name"] = hostile
    service["other_channels"][0].update(name=hostile, hours_text=hostile, number="javascript:alert(1)")
    backend.entry.update(organisation=hostile, emergency=hostile, funding=hostile)
    backend.entry["instructions"] = [{"heading": hostile, "text": hostile}]
    backend.entry["services"].append({**service, "service_id": "toinen"})
    for notice in (backend.entry["notice"], service["notice"]):
        notice.update(standing=hostile, storage=hostile)
    if state == "closed":
        service.update(is_open=False, opens_at=None)
    visitor = open_visitor("/#instructions" if state == "instructions" else "/", width=1280)
    shown = visitor.page.locator(".instruction h2") if state == "instructions" else visitor.title
    expect(shown).to_contain_text("<img")
    if state in {"waiting", "ended"}:
        visitor.wait_in_queue("Hei")
    if state == "ended":
        backend.close("left_queue")
        expect(visitor.title).to_have_text("Poistuit jonosta")
    # The mark of who pays is a picture of ours.
    assert visitor.page.locator("img:not([src='/page/eu.svg']), script:not([src])").count() == 0
    assert visitor.page.evaluate("typeof window.wasRun") == "undefined"
    for link in visitor.page.locator("a").all():
        href = link.get_attribute("href") or ""
        assert href.startswith("tel:") or href in {"#", "#instructions"}


def test_marks_that_turn_the_direction_are_shown_as_marks(visitor: Visitor):
    visitor.talk("Hei").backend.say("lasku_\u202efdp.exe ja \u2066piilo\u2069")
    expect(visitor.lines.last).to_contain_text("lasku_[U+202E]fdp.exe ja [U+2066]piilo[U+2069]")


def test_arabic_and_hebrew_read_as_they_should(visitor: Visitor):
    visitor.talk("Hei").write("مرحبا، أحتاج إلى مساعدة")
    words = visitor.own.last.locator(".words")
    expect(words).to_have_text("مرحبا، أحتاج إلى مساعدة")
    assert words.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
    assert (
        visitor.own.first.locator(".words").evaluate("(element) => getComputedStyle(element).direction")
        == "ltr"
    )


def test_invisible_characters_are_kept_but_hide_nothing(visitor: Visitor):
    visitor.talk("Hei").write("1503\u200b85-9\u206012E")
    expect(visitor.page.locator("#message-problem")).to_contain_text("henkilötunnus")
    visitor.write("perhe 👨\u200d👩\u200d👧 ja sana\u200bväli")
    visitor.until(lambda: visitor.said()[-1] == "perhe 👨\u200d👩\u200d👧 ja sana\u200bväli")


LONG = {
    "one word": "x" * 4000,
    "marks alone": "\u0301" * 3000,
    "marks on one letter": "e" + "\u0301" * 1000,
    "joined emoji": "\U0001f469\u200d\U0001f467" * 1300,
    "wide signs": "\ufdfd" * 4000,
    "lines": "a\n" * 2000,
    "tags": "<b>" * 1300,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_any_long_text_stays_in_its_bubble(open_visitor: Any, text: str):
    visitor: Visitor = open_visitor(width=320, height=640)
    visitor.talk("Hei").backend.say(text)
    visitor.backend.say("ja seuraava")
    expect(visitor.lines).to_have_count(3)
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.page.evaluate("document.querySelector('.scroller').scrollWidth <= innerWidth")
    boxes = [line.bounding_box() for line in visitor.lines.all()]
    assert all(box is not None and box["x"] + box["width"] <= 320 for box in boxes)
    # Nothing is painted over the next bubble: each one clips what does not fit.
    clips = visitor.page.evaluate(
        "[...document.querySelectorAll('.line')].map((l) => getComputedStyle(l).overflowY)"
    )
    assert set(clips) == {"clip"}
