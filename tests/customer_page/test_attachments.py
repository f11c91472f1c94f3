"""Attachments on the page: who may send one, how it is chosen, taken back and sent, and why not.

Chromium at a phone's width, the real backend, a real OpenID Connect provider.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Route, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_with_backend import start
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS
from tests.support.openid_provider import AINO, RunningProvider, an_openid_provider
from tests.support.papers import PLACE, a_jpeg, a_pdf, exif

pytestmark = pytest.mark.journey
LEASE = FilePayload(name="Vuokrasopimus.pdf", mimeType="application/pdf", buffer=a_pdf(pages=2))
UPLOADS = "**/api/v1/customer/uploads?*"


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with an_openid_provider() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, provider: RunningProvider) -> Iterator[RunningBackend]:
    folder = tmp_path_factory.mktemp("attachments")
    settings = (*provider.settings(folder), "limits.attachment_bytes=200000")
    with a_backend(folder / "backend", settings=settings) as backend:
        yield backend


@pytest.fixture(scope="module")
def context(browser: Browser, running: RunningBackend) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=running.base_url, locale="fi"
    )
    context.set_default_timeout(WITHIN_MS)
    yield context
    context.close()


@pytest.fixture(scope="module")
def counsellor(running: RunningBackend) -> Counsellor:
    return Counsellor(running).sign_in()


@pytest.fixture(scope="module")
def talking(context: BrowserContext, counsellor: Counsellor) -> Iterator[Page]:
    """One chat for the whole file: anonymous at first."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    start(page, "Minulla on kysymys vuokrasta")
    counsellor.claim()
    yield page
    assert errors == []


@pytest.fixture
def identified(talking: Page) -> Page:
    """Identified in the middle of it, with the card open."""
    link = talking.locator(".foot-links").get_by_role("button", name="Tunnistaudu", exact=True)
    if link.is_visible():
        link.click()
        talking.get_by_role("button", name=AINO.label, exact=True).click()
        expect(talking.locator("#notice.identified")).to_be_visible()
    if not talking.locator(".attach").is_visible():
        talking.get_by_role("button", name="Lisää liite", exact=True).click()
    return talking


def chooses(page: Page, file: FilePayload) -> None:
    page.locator("#attachment").set_input_files(file)


def press(page: Page, name: str) -> None:
    page.locator(".attach").get_by_role("button", name=name, exact=True).click()


def test_who_is_anonymous_reads_why_and_where_else_and_chooses_nothing(talking: Page):
    """R040: not offered to who is anonymous."""
    page = talking
    page.get_by_role("button", name="Lisää liite", exact=True).click()
    card = page.locator(".attach")
    expect(card).to_contain_text("niiden lähettämiseen tarvitaan tunnistautuminen")
    expect(card.get_by_role("button", name="Tunnistaudu", exact=True)).to_be_visible()
    expect(card.get_by_role("button", name="Valitse tiedosto")).to_be_hidden()
    press(page, "Muut tavat asioida")
    expect(page.locator("#screen .card:focus .number").first).to_be_visible()
    page.get_by_role("button", name="Lisää liite", exact=True).click()


def test_one_is_chosen_removed_chosen_again_and_sent(identified: Page, counsellor: Counsellor):
    """R040, R047: nothing leaves the page before the press; then it is a line of the conversation."""
    asked: list[str] = []
    identified.on("request", lambda request: asked.append(request.url) if "uploads" in request.url else None)
    chooses(identified, LEASE)
    expect(identified.locator(".file-name")).to_have_text("Vuokrasopimus.pdf (1 kt)")
    press(identified, "Poista")
    expect(identified.get_by_role("button", name="Valitse tiedosto")).to_be_focused()
    assert asked == []
    chooses(identified, LEASE)
    press(identified, "Lähetä liite")
    line = identified.locator(".line.own").last
    expect(line.locator(".words")).to_have_text("Liite: Vuokrasopimus.pdf (PDF, 2 sivua, 1 kt)")
    expect(line.locator(".state")).to_contain_text("lähetetty")
    expect(identified.locator(".attach")).to_be_hidden()
    told = counsellor.window()[-1]
    assert (told["text"], told["attachment"]["pages"]) == ("Vuokrasopimus.pdf", 2)
    assert not any("Vuokra" in url for url in asked)


def test_an_answer_that_is_lost_sends_no_second_file(identified: Page, counsellor: Counsellor):
    """R047: the file has come, its answer has not; the page asks again under the same id."""
    asked: list[str] = []
    before = [each["text"] for each in counsellor.window()].count("Vuokrasopimus.pdf")
    own = identified.locator(".line.own").count()

    def loses(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    identified.route(UPLOADS, loses)
    chooses(identified, LEASE)
    press(identified, "Lähetä liite")
    expect(identified.locator(".line.own")).to_have_count(own + 1)
    expect(identified.locator(".line.own .words").last).to_contain_text("Liite: Vuokrasopimus.pdf")
    assert (len(asked), len(set(asked))) == (2, 1)
    assert [each["text"] for each in counsellor.window()].count("Vuokrasopimus.pdf") == before + 1
    identified.unroute(UPLOADS)


def test_where_a_picture_was_taken_stays_with_her(identified: Page, counsellor: Counsellor):
    """R047."""
    picture = a_jpeg(parts=exif(6))
    chooses(identified, FilePayload(name="kuva.jpg", mimeType="image/jpeg", buffer=picture))
    press(identified, "Lähetä liite")
    expect(identified.locator(".line.own .words").last).to_contain_text("Liite: kuva.jpg (JPEG, 1 kt)")
    assert counsellor.window()[-1]["attachment"]["bytes"] < len(picture) - len(PLACE)


REFUSED = {
    "another kind": ("kirje.docx", b"PK\x03\x04", "Tätä tiedostoa ei voi lähettää."),
    "another kind by its content": ("kirje.pdf", b"<html></html>", "Tätä tiedostoa ei voi lähettää."),
    "too large": ("kuva.png", bytes(200_001), "Tiedosto on liian suuri, joten sitä ei lähetetty."),
    "cut off": ("kirje.pdf", a_pdf()[:-60], "Tiedosto on vioittunut tai jäi kesken"),
    "active": (
        "lomake.pdf",
        a_pdf(b"<< /S /JavaScript /JS (x) >>", catalog=b"/OpenAction 4 0 R"),
        "Tiedostossa on toimintoja tai toisia tiedostoja",
    ),
}


def test_each_refusal_is_a_sentence_and_the_next_file_can_be_chosen(identified: Page, counsellor: Counsellor):
    """R047: what happened, and what to do."""
    before = counsellor.window()
    for name, content, sentence in REFUSED.values():
        chooses(identified, FilePayload(name=name, mimeType="application/pdf", buffer=content))
        send = identified.locator(".attach").get_by_role("button", name="Lähetä liite", exact=True)
        if send.is_visible():
            send.click()
        expect(identified.locator(".attach .problem")).to_contain_text(sentence)
        press(identified, "Poista")
        expect(identified.locator(".attach .problem")).to_have_count(0)
    assert counsellor.window() == before


def test_in_each_language_it_fits_a_phone(identified: Page):
    """R047."""
    for language, title in (("sv", "Bilaga"), ("en", "Attachment"), ("fi", "Liite")):
        identified.locator(f"[data-language={language}]").click()
        expect(identified.locator("#attach-title")).to_contain_text(title)
        chooses(identified, FilePayload(name="x" * 90 + ".pdf", mimeType="", buffer=a_pdf()))
        card = identified.locator(".attach")
        assert card.evaluate("(card) => card.scrollWidth <= card.clientWidth")
        assert identified.evaluate("document.documentElement.scrollWidth <= innerWidth")
