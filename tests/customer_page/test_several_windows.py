"""Two windows of one browser, over the real backend: a line written in one lands in no other conversation.

Chromium goes through the provider's own pages.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.customer_page.test_left_messages import fits, identify, running, window
from tests.customer_page.test_with_backend import texts, write
from tests.support.backend import RunningBackend
from tests.support.openid_provider import AINO

pytestmark = pytest.mark.journey
__all__ = ["running"]

FIRST = "Ensimmäinen asia"
SECOND = "Toinen asia"
LINE = "Tämä kuuluu toiseen asiaan"


def leave(page: Page, topic: int, words: str) -> None:
    page.get_by_role("button", name="Jätä kiireetön viesti", exact=True).click()
    if page.locator("#message-identify").count():
        identify(page, "Tunnistaudu", AINO)
    page.locator("#topic").select_option(index=topic)
    page.locator("#first-words").fill(words)
    page.get_by_role("button", name="Jätä viesti", exact=True).click()
    expect(page.locator("[role=log] .words")).to_have_text([words])
    expect(page.locator("#to-start")).to_be_enabled()


def opens_the_first(page: Page) -> None:
    page.locator("#to-start").click()
    page.get_by_role("button", name="Avaa viesti: Toimeentulo", exact=False).click()
    expect(page.locator("[role=log] .words")).to_have_text([FIRST])


def deaf_to_what_it_shows(page: Page) -> None:
    """It opens anew, and hears nothing of the conversation it shows: as in the seconds before it does."""
    asked: list[str] = []

    def hold(route: Route) -> None:
        about = route.request.url.rpartition("conversation_id=")[2]
        asked.append(about)
        if about != asked[0]:
            route.continue_()

    page.route("**/api/v1/customer/facts*", hold)
    page.reload()
    expect(page.locator("[role=log] .words")).to_have_text([SECOND])


def test_a_line_is_given_back_when_another_window_has_gone_elsewhere(
    browser: Browser, running: RunningBackend
) -> None:
    """It is kept with the message it was written to, and the window says so."""
    context, one = window(browser, running)
    leave(one, 1, FIRST)
    one.locator("#to-start").click()
    leave(one, 2, SECOND)
    deaf_to_what_it_shows(one)
    two = context.new_page()
    two.goto("/?lang=fi")
    expect(two.locator("[role=log] .words")).to_have_text([SECOND])
    opens_the_first(two)
    write(one, LINE)
    expect(one.locator("[role=log] .words")).to_have_text([FIRST])
    expect(one.locator("#banner")).to_contain_text("Se on tallessa viestissä, johon kirjoitit sen")
    expect(one.locator("#message")).to_have_value("")
    fits(one)
    assert texts(two) == [FIRST]
    one.locator("#to-start").click()
    one.locator(".left-messages button").first.click()
    expect(one.locator("[role=log] .words")).to_have_text([SECOND])
    expect(one.locator("#message")).to_have_value(LINE)
    one.locator(".composer button[type=submit]").click()
    expect(one.locator("[role=log] .words")).to_have_text([SECOND, LINE])
    context.close()


def test_the_other_window_shows_where_the_session_has_gone(browser: Browser, running: RunningBackend) -> None:
    """What was being written there waits in its own message."""
    context, one = window(browser, running)
    leave(one, 1, FIRST)
    one.locator("#to-start").click()
    leave(one, 2, SECOND)
    one.locator("#message").fill(LINE)
    two = context.new_page()
    two.goto("/?lang=fi")
    opens_the_first(two)
    expect(one.locator("[role=log] .words")).to_have_text([FIRST])
    expect(one.locator("#banner")).to_contain_text("Se on tallessa viestissä, johon kirjoitit sen")
    expect(one.locator("#message")).to_have_value("")
    write(one, "Tämä kuuluu ensimmäiseen")
    expect(two.locator("[role=log] .words")).to_have_text([FIRST, "Tämä kuuluu ensimmäiseen"])
    context.close()
