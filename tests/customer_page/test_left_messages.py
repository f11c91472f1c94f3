"""Non-urgent messages on the page, with the real backend and provider: left, kept, answered, found again.

R007, R105. Chromium goes through the provider's own pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_accessibility import ASK_AXE, RULES
from tests.customer_page.test_with_backend import texts, write
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS
from tests.support.openid_provider import AINO, ERIK, Person, an_openid_provider

pytestmark = pytest.mark.journey


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningBackend]:
    with (
        an_openid_provider() as provider,
        a_backend(tmp_path / "backend", settings=provider.settings(tmp_path)) as backend,
    ):
        yield backend


def window(browser: Browser, running: RunningBackend) -> tuple[BrowserContext, Page]:
    """A browser of somebody's own, on a small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=running.base_url)
    context.set_default_timeout(WITHIN_MS)
    page = context.new_page()
    page.goto("/?lang=fi")
    return context, page


def identify(page: Page, button: str, person: Person) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("button", name=person.label, exact=True).click()


def fits(page: Page) -> None:
    """Nothing stands out at the side of the smallest phone, and axe finds nothing."""
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(ASK_AXE, RULES) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_she_leaves_one_and_comes_back_to_the_answer(browser: Browser, running: RunningBackend) -> None:
    """R007, R105: identified, told by when, nothing lost on a reload; the answer is hers alone, and what she
    is writing in one message lands in no other.
    """
    counsellor = Counsellor(running).sign_in()
    context, page = window(browser, running)
    page.get_by_role("button", name="Jätä kiireetön viesti", exact=True).click()
    expect(page.locator("#title")).to_have_text("Kiireetön viesti")
    expect(page.locator("#screen")).to_contain_text("vastataan viimeistään")
    expect(page.locator(".ways.card")).to_contain_text("Puhelinneuvonta")
    fits(page)
    identify(page, "Tunnistaudu", AINO)
    page.locator("#topic").select_option(index=1)
    page.locator("#first-words").fill("Miten haen toimeentulotukea?")
    page.reload()
    expect(page.locator("#first-words")).to_have_value("Miten haen toimeentulotukea?")
    fits(page)
    page.get_by_role("button", name="Jätä viesti", exact=True).click()
    expect(page.locator(".talk")).to_contain_text("Vastaamme viimeistään")
    expect(page.locator(".place")).to_be_hidden()
    assert texts(page) == ["Miten haen toimeentulotukea?"]
    fits(page)
    page.reload()
    expect(page.locator(".talk")).to_contain_text("Voit sulkea sivun.")
    context.close()
    counsellor.claim()
    counsellor.say("Teen sinulle hakemuksen.")
    other, stranger = window(browser, running)
    identify(stranger, "Tunnistaudu ennen keskustelua", ERIK)
    expect(stranger.get_by_role("button", name="Aloita chat tunnistautuneena")).to_be_visible()
    expect(stranger.locator(".left-messages")).to_have_count(0)
    other.close()
    context, page = window(browser, running)
    identify(page, "Tunnistaudu ennen keskustelua", AINO)
    expect(page.locator(".left-messages")).to_contain_text("Uusi vastaus sinulle")
    fits(page)
    page.locator(".left-messages button").click()
    expect(page.locator("[role=log] .words")).to_have_text(
        ["Miten haen toimeentulotukea?", "Teen sinulle hakemuksen."]
    )
    expect(page.locator(".talk")).to_contain_text("Olemme vastanneet.")
    write(page, "Kiitos. Milloin se on valmis?")
    expect(page.locator(".talk")).to_contain_text("Vastaamme viimeistään")
    expect(page.locator("#to-start")).to_be_enabled()
    page.locator("#message").fill("Tämä on kesken")
    page.locator("#to-start").click()
    expect(page.locator(".left-messages")).to_contain_text("vastaamme viimeistään", ignore_case=True)
    page.get_by_role("button", name="Jätä kiireetön viesti", exact=True).click()
    expect(page.locator("#first-words")).to_have_value("")
    page.locator("#topic").select_option(index=2)
    page.locator("#first-words").fill("Toinen asia")
    page.get_by_role("button", name="Jätä viesti", exact=True).click()
    expect(page.locator("[role=log] .words")).to_have_text(["Toinen asia"])
    expect(page.locator("#message")).to_have_value("")
    expect(page.locator("#to-start")).to_be_enabled()
    page.locator("#to-start").click()
    page.reload()
    page.get_by_role("button", name="Avaa viesti: Toimeentulo", exact=False).click()
    expect(page.locator("[role=log] .words").first).to_have_text("Miten haen toimeentulotukea?")
    expect(page.locator("#message")).to_have_value("Tämä on kesken")
    context.close()
