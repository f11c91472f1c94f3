"""The shipped example service model in a real backend, as a customer sees it before her first word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.support.chromium import WITHIN_MS
from tests.support.county_in_time import CountyInTime, a_county_in_time, look_until
from tests.support.rig import MODEL

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

FI = {
    "Kysy meiltä": (
        "taloudelliset vaikeudet",
        "elämäntilanteet",
        "arjen hankaluudet",
        "päihdeongelmat",
        "muu hankala elämäntilanne",
    ),
    "Autamme sinua": ("toimeentulotuen hakemiseen liittyvissä kysymyksissä",),
    "about": (
        "yleisluontoisia neuvoja sosiaalipalveluista",
        "täydentävän ja ehkäisevän toimeentulotuen hakemiseen",
        "Jos et tiedä, kuuluuko asiasi hyvinvointialueelle vai Kelalle, kysy silti.",
        "Chat on maksuton, eikä asuinpaikkaasi kysytä.",
    ),
    "notice": (
        "Älä kirjoita henkilötietoja",
        "Päätöksiä ei käydä läpi",
        "eikä chatin kautta voi varata aikaa",
    ),
    "storage": ("Keskustelu tallennetaan", "palvelun kehittämiseen"),
}
SV = {
    "Fråga oss": (
        "ekonomiska svårigheter",
        "livssituationer",
        "problem i vardagen",
        "rusmedelsproblem",
        "någon annan svår livssituation",
    ),
    "Vi hjälper dig": ("i frågor som gäller ansökan om utkomststöd",),
    "about": (
        "allmänna råd om socialservice",
        "kompletterande och förebyggande utkomststöd",
        "Fråga även om du inte vet om ditt ärende hör till välfärdsområdet eller FPA.",
        "Chatten är avgiftsfri och vi frågar inte var du bor.",
    ),
    "notice": ("Skriv inga personuppgifter", "Beslut gås inte igenom", "inte att boka tid via chatten"),
    "storage": ("Samtalet sparas", "utveckla tjänsten"),
}
RESIDENCE = (
    "municipality",
    "residence",
    "address",
    "postal",
    "kunta",
    "asuin",
    "osoite",
    "kommun",
    "domicile",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CountyInTime]:
    with a_county_in_time(tmp_path_factory.mktemp("county")) as made:
        yield made


@pytest.fixture
def page(browser: Browser, county: CountyInTime) -> Iterator[Page]:
    county.is_now(county.monday, time(12, 0))
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=county.rig.url)
    context.set_default_timeout(WITHIN_MS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("language", "words"), [("fi", FI), ("sv", SV)])
def test_all_that_must_be_said_is_seen_before_the_first_word(
    page: Page, language: str, words: dict[str, tuple[str, ...]], width: int
):
    """R013, R014, R016, R017, R018, R019, R020, R028, R029: on a phone and a desktop."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"/?lang={language}")
    expect(page.locator("#first-words")).to_be_visible()
    ask, helps = list(words)[:2]
    for heading in (ask, helps):
        items = page.locator(f".about:visible h2:text-is('{heading}') + ul li")
        shown = [text.strip() for text in items.all_inner_texts()]
        assert shown[: len(words[heading])] == list(words[heading])
    about = " ".join(page.locator(".about:visible, .introduction:visible").all_inner_texts())
    for part in words["about"]:
        assert part in about
    for part in words["notice"]:
        expect(page.locator("#notice")).to_contain_text(part)
    expect(page.locator("#notice")).to_be_in_viewport(ratio=1)
    for part in words["storage"]:
        expect(page.locator("#screen form")).to_contain_text(part)


def test_she_who_does_not_know_whose_matter_it_is_is_not_turned_away(page: Page):
    """R015, R028: chosen on the page, and she is in the queue, without an account and without a fee."""
    page.goto("/?lang=fi")
    page.locator("#topic").select_option(label="En tiedä, kenelle asiani kuuluu")
    page.locator("#first-words").fill("Kela vai hyvinvointialue?")
    page.locator("form button[type=submit]").click()
    expect(page.locator("#title")).to_have_text("Olet jonossa")
    expect(page.locator("#notice")).to_contain_text("Älä kirjoita henkilötietoja")
    expect(page.locator(".ways.card")).to_be_visible()
    expect(page.locator(".ways.card")).to_contain_text("Puhelinneuvonta")
    page.get_by_role("button", name="Poistu jonosta", exact=True).click()
    page.locator(".question button").first.click()
    expect(page.locator("#title")).to_have_text("Poistuit jonosta")
    expect(page.locator(".ways.card")).to_be_visible()
    expect(page.locator(".ways.card")).to_contain_text("09 555 0120")


def test_nothing_on_the_way_in_asks_where_she_lives(page: Page):
    """R029: what it is about, more exactly where the topic has more, and what she writes; what is sent has no
    other either.
    """
    sent: list[dict[str, Any]] = []

    def saw(asked: Request) -> None:
        if asked.url.endswith("/commands"):
            sent.append(dict(asked.post_data_json or {}))

    page.on("request", saw)
    page.goto("/?lang=fi")
    expect(page.locator("#first-words")).to_be_visible()
    fields = page.locator("input, select, textarea").evaluate_all("(all) => all.map((one) => one.id)")
    assert sorted(fields) == ["finer-topic", "first-words", "topic"]
    expect(page.locator("#finer-topic")).to_be_hidden()
    page.locator("#topic").select_option("muu")
    page.locator("#first-words").fill("Hei")
    page.locator("form button[type=submit]").click()
    expect(page.locator("#message")).to_be_visible()
    keys = set(sent[0])
    assert keys == {
        *("type", "command_id", "service_id", "topic_id", "language", "text", "notice_version"),
        "finer_topic_id",
    }
    assert not [key for key in keys for part in RESIDENCE if part in key]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("is_open", [True, False])
def test_every_number_is_one_of_the_models_in_its_one_spelling(
    county: CountyInTime, page: Page, language: str, is_open: bool
):
    """R038, R025: 112, the crisis line and the advice line, open and closed, in every place of the page."""
    county.is_now(county.monday, time(12, 0) if is_open else time(18, 0))
    page.goto(f"/?lang={language}")
    look_until(page, "#screen", "112" if not is_open else "09 555")
    spellings = {"112", "09 555 0120", "09 555 0121", "09 555 0100"}
    links = page.locator("a[href^='tel:']")
    # Within a sentence a number is not broken over two lines; to the eye its spaces are the same.
    shown = {text.replace("\xa0", " ").strip() for text in links.all_inner_texts() if text.strip()}
    assert {"112", "09 555 0100"} <= shown
    assert shown <= spellings
    for link in links.all():
        assert link.get_attribute("href") == "tel:" + "".join((link.text_content() or "").split())
    emergency = {
        "fi": "Hätätilanteessa soita 112. Sosiaali- ja kriisipäivystys",
        "sv": "Ring 112",
    }
    expect(page.locator(".emergency").first).to_contain_text(emergency[language])


def test_a_county_that_changes_a_number_in_one_place_changes_it_everywhere(county: CountyInTime, page: Page):
    """R038: the entry, open or closed, has the new spelling alone."""
    source = MODEL.read_text(encoding="utf-8")
    county.use(source.replace("advice_line: 09 555 0120", "advice_line: 09 555 0177", 1))
    page.goto("/?lang=fi")
    look_until(page, ".ways", "09 555 0177")
    entry = page.evaluate("fetch('/api/v1/customer/entry').then((answer) => answer.text())")
    assert "0120" not in entry
    assert json.loads(entry)["services"][0]["other_channels"][0]["number"] == "09 555 0177"
    county.use(source)
