"""The page, the real backend and a real OpenID Connect provider: there and back in one window.

R039, R043, R044, R077; trust.md U07, U18. Chromium goes through the provider's own pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_with_backend import start, texts, write
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS
from tests.support.openid_provider import AINO, RunningProvider, an_openid_provider

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with an_openid_provider() as running:
        yield running


@pytest.fixture
def running(tmp_path: Path, provider: RunningProvider) -> Iterator[RunningBackend]:
    with a_backend(tmp_path / "backend", settings=provider.settings(tmp_path)) as backend:
        yield backend


@pytest.fixture
def counsellor(running: RunningBackend) -> Counsellor:
    return Counsellor(running).sign_in()


@pytest.fixture
def context(browser: Browser, running: RunningBackend) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=running.base_url)
    context.set_default_timeout(WITHIN_MS)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def at_the_provider(page: Page) -> None:
    expect(page.get_by_role("heading", name="Koetunnistus")).to_be_visible()


def named(counsellor: Counsellor) -> str:
    person = counsellor.person()
    assert person is not None
    return str(person["name"])


def sent(page: Page, counsellor: Counsellor, text: str) -> None:
    write(page, text)
    expect(page.locator(".line.own .state").last).to_contain_text("lähetetty")
    assert counsellor.window()[-1]["text"] == text


def asked(page: Page, counsellor: Counsellor) -> None:
    start(page, "Numeroni on peitetty")
    counsellor.claim()
    counsellor.ask_identification()
    expect(page.locator(".ask")).to_be_visible()


def test_asked_in_the_middle_she_comes_back_to_the_same_conversation(page: Page, counsellor: Counsellor):
    asked(page, counsellor)
    page.locator("#message").fill("Tämä on kesken")
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    page.get_by_role("button", name=AINO.label, exact=True).click()
    expect(page.locator("#notice.identified")).to_contain_text("Olet tunnistautunut.")
    assert texts(page) == ["Numeroni on peitetty"]
    expect(page.locator("#message")).to_have_value("Tämä on kesken")
    page.get_by_role("button", name="Liitä viestit", exact=True).click()
    expect(page.locator(".ask")).to_be_hidden()
    page.locator("#message").fill("")
    sent(page, counsellor, "Numeroni on 040 123 4567")
    assert named(counsellor) == "Aino Esimerkki"
    counsellor.say("Kiitos, Aino")
    expect(page.locator("[role=log] .words").last).to_have_text("Kiitos, Aino")


def test_one_who_turns_back_there_talks_on_anonymously(page: Page, counsellor: Counsellor):
    asked(page, counsellor)
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    page.get_by_role("button", name="Peruuta", exact=True).click()
    expect(page.locator("#banner")).to_contain_text("Et tunnistautunut.")
    expect(page.locator(".ask")).to_be_visible()
    sent(page, counsellor, "Jatketaan")
    assert counsellor.person() is None


def test_the_browsers_own_way_back_keeps_the_chat(page: Page, counsellor: Counsellor):
    asked(page, counsellor)
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    page.go_back()
    expect(page.get_by_role("button", name="Tunnistaudu nyt", exact=True)).to_be_enabled()
    sent(page, counsellor, "Palasin")


def test_before_the_first_word_she_opens_an_identified_chat(page: Page, counsellor: Counsellor):
    """R058: she arrives in the queue of her topic as anybody does, marked as identified."""
    page.goto("/?lang=fi")
    page.get_by_role("button", name="Tunnistaudu ennen keskustelua", exact=True).click()
    at_the_provider(page)
    page.get_by_role("button", name=AINO.label, exact=True).click()
    expect(page.get_by_role("button", name="Aloita chat tunnistautuneena", exact=True)).to_be_visible()
    page.locator("#topic").select_option(index=1)
    page.locator("#first-words").fill("Numeroni on 040 123 4567")
    page.locator("form button[type=submit]").click()
    expect(page.locator("#message")).to_be_visible()
    assert texts(page) == ["Numeroni on 040 123 4567"]
    assert counsellor.head()["identity"] == "identified"
    counsellor.claim()
    assert named(counsellor) == "Aino Esimerkki"


def test_identified_she_books_a_time_and_the_counsellor_sees_it(page: Page, counsellor: Counsellor):
    """R114: there and back at the provider, then a time of her own choosing."""
    page.goto("/?lang=fi")
    page.get_by_role("button", name="Tunnistaudu ennen keskustelua", exact=True).click()
    at_the_provider(page)
    page.get_by_role("button", name=AINO.label, exact=True).click()
    page.locator("#callback-offer").click()
    page.locator("#callback-topic").select_option(index=1)
    page.locator("#callback-phone").fill("040 123 4567")
    times = page.locator("#callback-wish optgroup").nth(1).locator("option")
    chosen = times.nth(2).inner_text()
    page.locator("#callback-wish").select_option(label=chosen)
    page.locator(".callback button[type=submit]").click()
    expect(page.locator(".callback-status")).to_contain_text(f"Soitamme sinulle {chosen}.")
    (request,) = counsellor.callbacks()
    assert request["is_identified"]
    assert request["due_at"] == request["booked_from"]


def test_an_address_sent_to_somebody_else_identifies_neither(
    page: Page, browser: Browser, running: RunningBackend, counsellor: Counsellor
):
    asked(page, counsellor)
    with page.expect_request(lambda request: "/auth?" in request.url) as leaving:
        page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    page.go_back()
    other = browser.new_context(base_url=running.base_url, locale="fi-FI")
    victim = other.new_page()
    victim.goto(leaving.value.url)
    at_the_provider(victim)
    victim.get_by_role("button", name=AINO.label, exact=True).click()
    expect(victim.locator("#banner")).to_contain_text("Tunnistautuminen oli aloitettu toisessa ikkunassa")
    kept = other.cookies(f"{running.base_url}/api/v1/customer/snapshot")
    assert "vuoro_customer" not in [cookie["name"] for cookie in kept]
    assert counsellor.person() is None
    other.close()
