"""The page, the real backend and a SAML provider on a site of its own: there and back in one window.

R039, R043; trust.md U07, U17, U18. Chromium posts the provider's form and decides which cookies go along.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_with_backend import texts
from tests.customer_page.test_with_provider import asked, at_the_provider, named, sent
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS
from tests.support.saml_hostile import by_another_key, xsw1
from tests.support.saml_idp import SamlIdp
from tests.support.saml_sign_on import a_sign_on

pytestmark = pytest.mark.journey

ANSWERS = {
    "Aino": SamlIdp.answer,
    "Peruuta": SamlIdp.turned_back,
    "Kääritty": xsw1,
    "Toisella avaimella": by_another_key,
}


@pytest.fixture(scope="module")
def idp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SamlIdp]:
    with a_sign_on(tmp_path_factory.mktemp("idp"), ANSWERS) as made:
        yield made


@pytest.fixture
def running(tmp_path: Path, idp: SamlIdp) -> Iterator[RunningBackend]:
    with a_backend(tmp_path / "backend", settings=idp.settings(tmp_path)) as backend:
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


def away(page: Page, counsellor: Counsellor) -> None:
    asked(page, counsellor)
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)


def answered(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def test_asked_in_the_middle_she_comes_back_to_the_same_conversation(page: Page, counsellor: Counsellor):
    asked(page, counsellor)
    page.locator("#message").fill("Tämä on kesken")
    page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    # No cookie of ours goes along with a form from another site, and it goes along in the step after.
    with page.expect_request(lambda request: request.method == "POST" and "/saml" in request.url) as posting:
        answered(page, "Aino")
    expect(page.locator("#notice.identified")).to_contain_text("Olet tunnistautunut.")
    assert "vuoro_customer" not in posting.value.all_headers().get("cookie", "")
    assert texts(page) == ["Numeroni on peitetty"]
    expect(page.locator("#message")).to_have_value("Tämä on kesken")
    page.get_by_role("button", name="Liitä viestit", exact=True).click()
    page.locator("#message").fill("")
    sent(page, counsellor, "Numeroni on 040 123 4567")
    assert named(counsellor) == "Aino Esimerkki"


def test_one_who_turns_back_there_talks_on_anonymously(page: Page, counsellor: Counsellor):
    away(page, counsellor)
    answered(page, "Peruuta")
    expect(page.locator("#banner")).to_contain_text("Et tunnistautunut.")
    sent(page, counsellor, "Jatketaan")
    assert counsellor.person() is None


@pytest.mark.parametrize("label", ["Kääritty", "Toisella avaimella"])
def test_what_is_not_the_providers_own_word_leaves_the_chat_as_it_was(
    page: Page, counsellor: Counsellor, label: str
):
    away(page, counsellor)
    answered(page, label)
    expect(page.locator("#banner")).to_contain_text("Tunnistautuminen ei onnistunut")
    expect(page.locator(".ask")).to_be_visible()
    sent(page, counsellor, "Jatketaan")
    assert counsellor.person() is None


def test_an_address_sent_to_somebody_else_identifies_neither(
    page: Page, browser: Browser, running: RunningBackend, counsellor: Counsellor
):
    asked(page, counsellor)
    with page.expect_request(lambda request: "/sso?" in request.url) as leaving:
        page.get_by_role("button", name="Tunnistaudu nyt", exact=True).click()
    at_the_provider(page)
    page.go_back()
    other = browser.new_context(base_url=running.base_url, locale="fi-FI")
    victim = other.new_page()
    victim.goto(leaving.value.url)
    at_the_provider(victim)
    answered(victim, "Aino")
    expect(victim.locator("#banner")).to_contain_text("Tunnistautuminen oli aloitettu toisessa ikkunassa")
    assert counsellor.person() is None
    other.close()
