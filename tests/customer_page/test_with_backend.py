"""The page and the real backend process together, kills included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.customer_page.counsellor import Counsellor
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS

pytestmark = pytest.mark.journey


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningBackend]:
    with a_backend(tmp_path / "backend") as backend:
        yield backend


@pytest.fixture
def counsellor(running: RunningBackend) -> Counsellor:
    return Counsellor(running).sign_in()


@pytest.fixture
def page(browser: Browser, running: RunningBackend) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=running.base_url)
    context.set_default_timeout(WITHIN_MS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def start(page: Page, words: str, *, language: str = "fi", topic: int = 1) -> None:
    page.goto(f"/?lang={language}")
    page.locator("#topic").select_option(index=topic)
    page.locator("#first-words").fill(words)
    page.locator("form button[type=submit]").click()
    expect(page.locator("#message")).to_be_visible(timeout=15_000)


def write(page: Page, text: str) -> None:
    page.locator("#message").fill(text)
    page.locator(".composer button[type=submit]").click()


def texts(page: Page) -> list[str]:
    return page.locator("[role=log] .words").all_inner_texts()


def test_one_conversation_there_and_back(page: Page, counsellor: Counsellor):
    """R028: without an account, from the first word to the end."""
    start(page, "Vuokra on myöhässä")
    expect(page.locator("#practice")).to_contain_text("HARJOITUS")
    expect(page.locator(".place-number")).to_have_text("1")
    counsellor.claim()
    expect(page.locator("#status")).to_have_text("Keskustelu käynnissä")
    counsellor.say("Hei! Kerro lisää.")
    expect(page.locator(".line.counsellor")).to_contain_text("Hei! Kerro lisää.")
    write(page, "Kahden kuun vuokra")
    expect(page.locator(".line.own").last).to_contain_text("lähetetty")
    counsellor.read_all()
    expect(page.locator(".line.own").last).to_contain_text("nähty")
    counsellor.typing()
    expect(page.locator(".typing")).to_contain_text("kirjoittaa…")
    counsellor.close()
    expect(page.locator("#title")).to_have_text("Keskustelu on päättynyt")
    page.get_by_role("button", name="Aloita uusi keskustelu").click()
    expect(page.locator("#first-words")).to_have_value("")
    start(page, "Toinen asia")
    assert texts(page) == ["Toinen asia"]


def test_a_swedish_customer_comes_to_the_swedish_queue(page: Page, counsellor: Counsellor):
    start(page, "Hej!", language="sv", topic=1)
    expect(page.locator("#title")).to_have_text("Du är i kön")
    head = counsellor.head()
    assert (head["language"], head["queue_id"]) == ("sv", "#soshON_ohjaus_ja_neuvonta_sv_chat")


def test_the_customer_ends_and_may_begin_anew_before_the_wrap_up(page: Page, counsellor: Counsellor):
    start(page, "Hei")
    counsellor.claim()
    expect(page.locator("#status")).to_have_text("Keskustelu käynnissä")
    page.get_by_role("button", name="Lopeta keskustelu").click()
    page.locator(".question button").first.click()
    expect(page.locator("#title")).to_have_text("Keskustelu on päättynyt")
    assert counsellor.head()["state"] == "ended"
    page.get_by_role("button", name="Aloita uusi keskustelu").click()
    start(page, "Toinen asia")
    assert sorted(head["state"] for head in counsellor.heads()) == ["ended", "waiting"]


def test_what_the_page_let_through_the_backend_covers(page: Page, counsellor: Counsellor):
    # As from a page of before the rules: the text goes past the box, through the page's own way of sending.
    page.route("**/page/personal_data.json", lambda route: route.fulfill(json=rules_that_find_nothing(route)))
    start(page, "Hei")
    counsellor.claim()
    write(page, "Tunnukseni on 150385-912E")
    expect(page.locator(".line.own").last).to_contain_text("Tunnukseni on peitetty")
    expect(page.locator(".line.own").last).to_contain_text("Peitimme viestistä henkilötietoja, koska")
    assert counsellor.window()[-1]["text"] == "Tunnukseni on █████"


def rules_that_find_nothing(route: object) -> dict[str, object]:
    rules = route.fetch().json()  # type: ignore[attr-defined]
    return {**rules, "rules": []}


@pytest.mark.timeout(240)
def test_a_backend_killed_while_both_write_loses_and_doubles_nothing(
    page: Page, counsellor: Counsellor, running: RunningBackend
):
    start(page, "viesti 0")
    counsellor.claim()
    for number in range(1, 6):
        write(page, f"viesti {number}")
        if number % 2:
            running.restart()
    expected = [f"viesti {number}" for number in range(6)]
    expect(page.locator(".line.own").last).to_contain_text("lähetetty")
    counsellor.say("Kaikki tuli perille")
    expect(page.locator(".line")).to_have_count(7)
    assert [message["text"] for message in counsellor.window()] == [*expected, "Kaikki tuli perille"]
    assert texts(page) == [*expected, "Kaikki tuli perille"]
    page.reload()
    expect(page.locator(".line")).to_have_count(7)
    assert texts(page) == [*expected, "Kaikki tuli perille"]


def test_a_backend_killed_while_a_conversation_opens_opens_one(
    page: Page, counsellor: Counsellor, running: RunningBackend
):
    page.goto("/?lang=fi")
    page.locator("#topic").select_option(index=1)
    page.locator("#first-words").fill("Hei")
    running.kill()
    page.locator("form button[type=submit]").click()
    expect(page.locator("#screen")).to_contain_text("Aloitetaan keskustelua…")
    running.start()
    expect(page.locator(".line.own")).to_have_count(1)
    assert [head["last_line"] for head in counsellor.heads()] == ["Hei"]


def test_a_finer_topic_is_asked_for_only_where_there_is_one(page: Page, counsellor: Counsellor):
    """R069: within disability services; what was chosen there is let go with its topic."""
    page.goto("/?lang=fi")
    finer = page.locator("#finer-topic")
    expect(finer).to_be_hidden()
    page.locator("#topic").select_option("vammaispalvelut")
    finer.select_option(label="Henkilökohtainen apu")
    page.locator("#topic").select_option("perhe")
    expect(finer).to_be_hidden()
    page.locator("#topic").select_option("vammaispalvelut")
    expect(finer).to_have_value("")
    finer.select_option("vp_liikkuminen")
    page.reload()
    expect(finer).to_have_value("vp_liikkuminen")
    page.locator("#first-words").fill("Pääsenkö töihin?")
    page.locator("form button[type=submit]").click()
    expect(page.locator("#message")).to_be_visible()
    head = counsellor.head()
    assert head["topic"]["topic_id"] == "vammaispalvelut"
    assert head["pre_information"]["chosen"]["finer_topic"]["topic_id"] == "vp_liikkuminen"


def test_a_corrected_language_is_the_pages_from_then_on(page: Page, counsellor: Counsellor):
    """R068: she is told in her own language where she was moved, with her place; what she wrote is kept."""
    start(page, "Hej, pratar ni svenska?")
    counsellor.claim()
    expect(page.locator("#status")).to_have_text("Keskustelu käynnissä")
    page.locator("#message").fill("Jag vill gärna")
    counsellor.correct("muu", "sv", "Salainen syy")
    moved = page.locator(".transferred")
    expect(moved).to_contain_text("Ditt samtal flyttades till: Rådgivning · svenska.")
    expect(page.locator(".place-number")).to_have_text("1")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.locator("#message")).to_have_value("Jag vill gärna")
    page.reload()
    expect(moved).to_contain_text("Ditt samtal flyttades till")
    assert texts(page) == ["Hej, pratar ni svenska?"]
    assert "Salainen" not in page.content()
    assert counsellor.head()["language"] == "sv"


def test_a_transferred_customer_is_told_where_and_nothing_else(page: Page, counsellor: Counsellor):
    """R074: the customer learns where she went, also after a reload, and never what was written along."""
    start(page, "Lapsi ei nuku")
    counsellor.claim()
    expect(page.locator("#status")).to_have_text("Keskustelu käynnissä")
    counsellor.transfer("#soshON_perheasiat_chat", "Salainen huoli lapsesta")
    moved = page.locator(".transferred")
    expect(moved).to_contain_text("Keskustelusi siirrettiin: Perheasiat.")
    expect(page.locator(".place-number")).to_have_text("1")
    page.reload()
    expect(moved).to_contain_text("Kaikki kirjoittamasi on tallessa")
    assert texts(page) == ["Lapsi ei nuku"]
    assert "Salainen" not in page.content()
    counsellor.claim()
    expect(moved).to_be_hidden()
