"""What to do in an emergency: always whole, and its numbers are links that never break over a line."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.county import by_language
from tests.customer_page.page_backend import PageBackend
from tests.customer_page.visitor import Visitor

EMERGENCY = by_language(
    "Hätätilanteessa soita 112. Sosiaali- ja kriisipäivystys 09 555 0100 vastaa ympäri vuorokauden.",
    "Ring 112 i en nödsituation. Social- och krisjouren 09 555 0100 svarar dygnet runt.",
    "In an emergency call 112. Social and crisis emergency services 09 555 0100 answer around the clock.",
)
LONG = by_language(
    "Saat neuvoja sosiaalipalveluista ja toimeentulotuen hakemisesta. Avoinna 2026 klo 08.00–16.00.",
    "Du får råd om socialservice och om att ansöka om utkomststöd. Öppet 2026 kl. 08.00–16.00.",
    "You get advice on social services and on applying for social assistance.",
)

# How many whole pixels of the sentence's end and start the window, and whatever scrolls, cuts off.
# Scrolling stops at whole ones, so that a part of one is left over.
CUT = """() => [...document.querySelectorAll('.emergency')].filter((one) => one.checkVisibility())
.map((one) => {
    const cut = (end) => {
        const at = one.getBoundingClientRect();
        let most = end === 'end' ? at.bottom - innerHeight : -at.top;
        for (let up = one.parentElement; up !== document.body; up = up.parentElement) {
            if (getComputedStyle(up).overflowY === 'visible') continue;
            const edge = up.getBoundingClientRect();
            most = Math.max(most, end === 'end' ? at.bottom - edge.bottom : edge.top - at.top);
        }
        return Math.max(0, Math.floor(most));
    };
    return ['end', 'start'].map((end) => {
        SCROLL;
        return cut(end);
    });
})"""
CUT_AS_OPENED = CUT.replace("SCROLL;", "")
CUT_SCROLLED_TO = CUT.replace("SCROLL", "one.scrollIntoView({ block: end })")
LINES = """() => [...document.querySelectorAll('.number')].filter((one) => one.checkVisibility())
    .map((one) => { const range = document.createRange(); range.selectNodeContents(one);
        return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; })"""


def crowd(backend: PageBackend) -> None:
    """A county with much to say beside the box."""
    backend.entry["emergency"] = EMERGENCY
    backend.entry["services"][0]["about"] = [LONG] * 6


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (320, 568)])
@pytest.mark.parametrize("text_size", ["100%", "200%"])
def test_it_is_whole_in_every_window(
    backend: PageBackend, open_visitor: Any, size: tuple[int, int], language: str, text_size: str
):
    crowd(backend)
    visitor: Visitor = open_visitor(f"/?lang={language}", width=size[0], height=size[1])
    expect(visitor.page.locator("#topic")).to_be_visible()
    visitor.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text_size)
    assert visitor.page.evaluate(CUT_SCROLLED_TO) == [[0, 0]]
    assert set(visitor.page.evaluate(LINES)) == {1}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_beside_the_box_it_is_whole_without_scrolling(backend: PageBackend, open_visitor: Any, language: str):
    crowd(backend)
    visitor: Visitor = open_visitor(f"/?lang={language}", width=1280, height=800)
    expect(visitor.page.locator("#topic")).to_be_visible()
    assert visitor.page.evaluate(CUT_AS_OPENED) == [[0, 0]]


def test_its_numbers_can_be_called_and_years_and_hours_cannot(backend: PageBackend, visitor: Visitor):
    backend.entry["emergency"] = by_language(
        f"{EMERGENCY['fi']} Vuonna 2026 klo 08.00–16.00: 116 117 tai +358 9 555 0100.", "", ""
    )
    visitor.page.reload()
    expect(visitor.page.locator("#topic")).to_be_visible()
    links = visitor.page.locator(".narrow-only .emergency a")
    called = links.evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert called == ["tel:112", "tel:095550100", "tel:116117", "tel:+35895550100"]


def test_a_number_in_any_text_of_the_county_stays_on_one_line(backend: PageBackend, visitor: Visitor):
    told = "Kiireellisissä asioissa soita 09 555 0100."
    backend.entry["services"][0]["about"] = [by_language(told, told, told)]
    visitor.page.reload()
    shown = visitor.page.locator(".narrow-only.about li").first.text_content()
    assert shown == told.replace("09 555 0100", "09\u00a0555\u00a00100")
