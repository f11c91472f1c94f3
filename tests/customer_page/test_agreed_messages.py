"""Messages that a professional sent, on the page, with the real backend and provider: found, read, answered.

Chromium goes through the provider's own pages, on the smallest phone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_left_messages import fits, identify, window
from tests.customer_page.test_with_backend import write
from tests.support.backend import RunningBackend, a_backend
from tests.support.openid_provider import AINO, ERIK, an_openid_provider

pytestmark = pytest.mark.journey

TEXT = "Aika on varattu: tiistaina klo 10. <b>Kirkkokatu</b> 2."
PICTURES = os.environ.get("VUORO_PICTURES")
"""A folder for pictures of the page, to look at."""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningBackend]:
    with (
        an_openid_provider() as provider,
        a_backend(tmp_path / "backend", settings=provider.settings(tmp_path)) as backend,
    ):
        yield backend


def looked_at(page: Page, name: str) -> None:
    fits(page)
    if PICTURES is not None:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def test_she_finds_what_was_agreed_and_answers_only_where_she_can(
    browser: Browser, running: RunningBackend
) -> None:
    """R118, R120, R121, R122: that a professional sent it, until when she can answer, and where to turn when
    it is closed; nobody else is shown it.
    """
    counsellor = Counsellor(running).sign_in()
    context, page = window(browser, running)
    identify(page, "Tunnistaudu ennen keskustelua", AINO)
    page.locator("#topic").select_option(index=1)
    page.locator("#first-words").fill("Miten saan ajan?")
    page.get_by_role("button", name="Aloita chat tunnistautuneena", exact=True).click()
    expect(page.locator("#message")).to_be_visible()
    counsellor.claim()
    counsellor.send_agreed(TEXT, is_one_way=True)
    counsellor.send_agreed("Ota mukaan päätös.", is_one_way=False)
    context.close()
    other, stranger = window(browser, running)
    identify(stranger, "Tunnistaudu ennen keskustelua", ERIK)
    expect(stranger.get_by_role("button", name="Aloita chat tunnistautuneena")).to_be_visible()
    expect(stranger.locator(".left-messages")).to_have_count(0)
    other.close()
    context, page = window(browser, running)
    identify(page, "Tunnistaudu ennen keskustelua", AINO)
    listed = page.locator(".left-messages li")
    expect(listed).to_have_count(2)
    expect(listed.first).to_contain_text("Uusi viesti sinulle · Voit vastata")
    expect(listed.last).to_contain_text("Uusi viesti sinulle · Vain luettavaksi")
    looked_at(page, "agreed-list")
    listed.first.get_by_role("button").click()
    expect(page.locator("#title")).to_have_text("Viesti sinulle")
    expect(page.locator(".talk")).to_contain_text("Ammattilainen lähetti sinulle tämän viestin")
    expect(page.locator(".talk")).to_contain_text("Sitten viesti sulkeutuu.")
    expect(page.locator("[role=log] .words")).to_have_text(["Ota mukaan päätös."])
    looked_at(page, "agreed-open")
    write(page, "Kiitos, otan.")
    expect(page.locator(".talk")).to_contain_text("Vastaamme viimeistään")
    expect(page.locator("#to-start")).to_be_enabled()
    page.locator("#to-start").click()
    listed.last.get_by_role("button").click()
    expect(page.locator("#title")).to_have_text("Viesti sinulle")
    expect(page.locator("#screen")).to_contain_text("Tähän viestiin ei voi enää vastata.")
    expect(page.locator("[role=log] .words")).to_have_text([TEXT])
    expect(page.locator("#message")).to_have_count(0)
    looked_at(page, "agreed-closed")
    context.close()
