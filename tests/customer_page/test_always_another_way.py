"""The chat is never the only way in: every state of the page offers at least one other."""

from __future__ import annotations

from typing import Any

from tests.customer_page.county import by_language
from tests.customer_page.page_backend import PageBackend
from tests.customer_page.visitor import Visitor

NUMBERS = "a[href^='tel:']:not([href='tel:112']):visible"


def offers_another_way(visitor: Visitor, state: str) -> None:
    """A number that is not 112, to be pressed at once, or the button behind which the ways stand."""
    names = ("Muut tavat asioida", "Jätä soittopyyntö")
    ways = [visitor.page.locator(NUMBERS), *(visitor.button(name) for name in names)]
    assert any(way.first.is_visible() for way in ways), f"there is no way out of: {state}"


def test_every_state_offers_another_way(backend: PageBackend, open_visitor: Any):
    """R150, R025."""
    service = backend.entry["services"][0]
    visitor: Visitor = open_visitor("/?lang=fi")
    page = visitor.page

    def looks_again() -> None:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    def shows(words: str) -> None:
        visitor.until(lambda: words in page.locator("main").inner_text())
        offers_another_way(visitor, words)

    shows("Aloita chat nimettömänä")
    topic = service["topics"][0]
    topic.update(is_open=dict.fromkeys(("fi", "sv", "en"), False))
    looks_again()
    page.locator("#topic").select_option(topic["topic_id"])
    shows("chat ei ole nyt auki")
    service.update(is_open=False, opens_at="2026-11-24T06:00:00.000Z")
    looks_again()
    shows("chat on suljettu")
    service.update(is_open=True)
    looks_again()
    page.locator("#topic").select_option("muu")
    backend.fail("/customer/commands", "busy", times=50)
    visitor.button("Aloita chat nimettömänä").click()
    shows("Aloitetaan keskustelua…")
    backend.mend()
    visitor.until(lambda: visitor.message.is_visible())
    for duty, words in (
        ("free", "vastaa sinulle pian"),
        ("busy", "varattuja"),
        ("nobody", "Paikkasi jonossa säilyy"),
    ):
        backend.place(1, None, None, duty=duty)
        shows(words)
    backend.claim()
    backend.say("Hei, miten voin auttaa?")
    shows("miten voin auttaa")
    backend.transfer(by_language("Perheasiat", "Familjefrågor", "Family matters"))
    shows("Keskustelusi siirrettiin")
    backend.close("abandoned")
    shows("Paikkasi jonossa vapautui")
    page.route("**/api/v1/**", lambda route: route.abort())
    page.reload()
    shows("Chattiin ei saada nyt yhteyttä")
