"""Identifying in practice: a page of made-up people in place of a provider, where all is practice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_accessibility import ASK_AXE, RULES
from tests.customer_page.test_with_backend import start
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS

pytestmark = pytest.mark.journey

PAGE = "/api/v1/customer/identification/practice"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningBackend]:
    people = ("identification.practice=yes", f"identification.key_file={tmp_path / 'people.key'}")
    with a_backend(tmp_path / "backend", settings=people) as backend:
        yield backend


@pytest.fixture
def page(browser: Browser, running: RunningBackend) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=running.base_url)
    context.set_default_timeout(WITHIN_MS)
    yield context.new_page()
    context.close()


def test_she_chooses_who_she_is_and_for_whom_she_acts(page: Page, running: RunningBackend):
    """R039, U19: the daughter is identified, and her mother stands beside her."""
    counsellor = Counsellor(running).sign_in()
    start(page, "Äitini on 84")
    counsellor.claim()
    counsellor.ask_identification()
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    expect(page.get_by_role("heading", name="Harjoittele tunnistautumista")).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(ASK_AXE, RULES) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Demo Omainen (asioi puolesta: Demo Äiti)").click()
    expect(page.locator("#notice.identified")).to_be_visible()
    person = counsellor.person()
    assert person is not None
    assert (person["name"], person["on_behalf_of"]["name"]) == ("Demo Omainen", "Demo Äiti")


def test_turning_back_keeps_the_chat(page: Page, running: RunningBackend):
    start(page, "Kysyn vain")
    page.get_by_role("button", name="Tunnistaudu", exact=True).click()
    page.get_by_role("link", name="Palaa tunnistautumatta").click()
    expect(page.locator("#banner")).to_contain_text("Et tunnistautunut.")


def test_hostile_words_in_the_address_are_words_and_nobody_is_made_up_on_the_way(running: RunningBackend):
    answer = httpx.get(
        f"{running.base_url}{PAGE}", params={"state": '"><script>x', "language": "<b>"}, timeout=60
    )
    assert "<script>" not in answer.text
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    stranger = httpx.get(f"{running.base_url}{PAGE}", params={"state": "x", "person": "asiakas"}, timeout=60)
    assert stranger.headers["Location"].endswith("#identification=expired")
    assert "Set-Cookie" not in stranger.headers


def test_where_it_is_not_practice_there_is_no_such_page(tmp_path: Path):
    with a_backend(tmp_path / "plain") as plain:
        assert httpx.get(f"{plain.base_url}{PAGE}", timeout=60).status_code == 404
