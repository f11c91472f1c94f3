"""Booking a time to be called (R114): for who has identified, beside the halves of the day."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.test_accessibility import findings
from tests.customer_page.test_callback import fill, send
from tests.customer_page.visitor import Visitor

TEN = {"begins_at": "2026-11-24T08:00:00.000Z", "ends_at": "2026-11-24T09:00:00.000Z"}
ELEVEN = {"begins_at": "2026-11-24T09:00:00.000Z", "ends_at": "2026-11-24T10:00:00.000Z"}


def at_the_form(
    backend: PageBackend, open_visitor: Any, *, identity: str = "identified", **how: Any
) -> Visitor:
    """A customer with a session at the form; there are two times to book."""
    backend.entry["can_book_calls"] = True
    backend.windows = [TEN, ELEVEN]
    visitor: Visitor = open_visitor(**how)
    visitor.page.context.request.post(
        "/api/v1/customer/session", data={}, headers={"Origin": visitor.page.evaluate("location.origin")}
    )
    for session in backend.sessions.values():
        session.identity = identity
    visitor.page.reload()
    visitor.page.locator("#callback-offer").click()
    return visitor


def test_a_time_is_chosen_booked_and_shown_again_after_a_reload(backend: PageBackend, open_visitor: Any):
    """R114: the customer books herself, and reads when she is called."""
    visitor = at_the_form(backend, open_visitor)
    fill(visitor.page)
    when = visitor.page.locator("#callback-wish")
    expect(when.locator("optgroup").nth(1)).to_have_attribute("label", "Varaa aika")
    when.select_option(label="ti 24.11. klo 11.00–12.00")
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_contain_text(
        "Soitamme sinulle ti 24.11. klo 11.00–12.00."
    )
    assert backend.commands[-1]["booked_from"] == ELEVEN["begins_at"]
    visitor.page.reload()
    expect(visitor.page.locator(".callback-status")).to_contain_text("ti 24.11. klo 11.00–12.00")


def test_a_time_that_has_gone_is_told_and_the_rest_is_kept(backend: PageBackend, open_visitor: Any):
    """R114: another was quicker; number, topic and words stay, and what is left is offered."""
    visitor = at_the_form(backend, open_visitor)
    fill(visitor.page, words="Kysyn vuokrasta")
    visitor.page.locator("#callback-wish").select_option(label="ti 24.11. klo 10.00–11.00")
    backend.windows = [ELEVEN]
    send(visitor.page)
    expect(visitor.page.locator("#callback-problem")).to_contain_text(
        "Valitsemaasi aikaa ei voi enää varata."
    )
    expect(visitor.page.locator("#callback-wish option", has_text="10.00–11.00")).to_have_count(0)
    expect(visitor.page.locator("#callback-phone")).to_have_value("040 123 4567")
    expect(visitor.page.locator("#callback-words")).to_have_value("Kysyn vuokrasta")
    visitor.page.locator("#callback-wish").select_option(label="ti 24.11. klo 11.00–12.00")
    send(visitor.page)
    expect(visitor.page.locator(".callback-status")).to_contain_text("klo 11.00–12.00")


def test_who_has_not_identified_is_told_that_she_could_book(backend: PageBackend, open_visitor: Any):
    """R109, R114: two ways stay two ways; a time is for who has identified."""
    visitor = at_the_form(backend, open_visitor, identity="anonymous")
    fill(visitor.page)
    expect(visitor.page.locator("#callback-wish optgroup")).to_have_count(0)
    expect(visitor.page.locator(".callback")).to_contain_text(
        "Kun tunnistaudut, voit myös varata ajan soitolle."
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_and_nothing_sticks_out_of_a_small_screen(
    backend: PageBackend, open_visitor: Any, language: str
):
    visitor = at_the_form(backend, open_visitor, path=f"/?lang={language}", width=320, height=640)
    fill(visitor.page)
    visitor.page.locator("#callback-wish").select_option(index=4)
    assert findings(visitor) == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
