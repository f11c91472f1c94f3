"""What the entry says before the first word, and what waiting, closing and ending say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.customer_page.county import Json, by_language, make_service
from tests.customer_page.page_backend import PageBackend
from tests.customer_page.page_http import PageServer
from tests.customer_page.test_accessibility import CUT, TARGETS, WIDE, findings
from tests.customer_page.visitor import Visitor
from tests.support.backend import MODEL, a_backend
from tests.support.chromium import CHROMIUM, FLAGS, WITHIN_MS

TEMPORARY = by_language(
    "Perustoimeentulotuki siirtyy Kelaan 1.1.",
    "Det grundläggande utkomststödet flyttas till FPA 1.1.",
    "Basic social assistance moves to Kela on 1 January.",
)
NEWS = by_language("Velkaneuvonta myös iltaisin.", "Skuldrådgivning även kvällstid.", "Evening counselling.")


def service_of(backend: PageBackend) -> Json:
    service: Json = backend.entry["services"][0]
    return service


def on_duty(backend: PageBackend, *duties: tuple[str, str, str]) -> None:
    """Who is there for each topic, in Finnish, Swedish and English."""
    for topic, duty in zip(service_of(backend)["topics"], duties, strict=True):
        topic["duty"] = by_language(*duty)


def two_units(backend: PageBackend, *, is_open: bool = True) -> None:
    """A second unit behind the same entry, with its own topics and hours."""
    other = make_service()
    other.update(
        service_id="nuoret",
        name=by_language("Nuorten palvelukeskus", "Servicecentret för unga", "Centre for young adults"),
        hours_text=by_language("arkisin 12–15", "vardagar 12–15", "weekdays 12–15"),
        is_open=is_open,
        opens_at=None if is_open else "2026-11-23T10:00:00.000Z",
        topics=[
            {
                "topic_id": "opinnot",
                "name": by_language("Opiskelu ja työ", "Studier och jobb", "Studies and work"),
                "duty": by_language("free", "free", "free"),
            }
        ],
    )
    backend.entry["services"].append(other)


# ---- what the entry says


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("language", "ask", "asked", "helps", "helped"),
    [
        ("fi", "Kysy meiltä", "laskut ja vuokra", "Autamme sinua", "toimeentulotuen hakemisessa"),
        ("sv", "Fråga oss", "räkningar och hyra", "Vi hjälper dig", "med utkomststöd"),
    ],
)
def test_what_to_ask_and_what_help_there_is(
    open_visitor: Any, width: int, language: str, ask: str, asked: str, helps: str, helped: str
):
    """R013, R014, R016, R032: in the box on a phone, beside it on a desktop."""
    visitor: Visitor = open_visitor(f"/?lang={language}", width=width)
    about = visitor.page.locator(".about:visible").first
    expect(about.get_by_role("heading", name=ask)).to_be_visible()
    expect(about).to_contain_text(asked)
    expect(about.get_by_role("heading", name=helps)).to_be_visible()
    expect(about).to_contain_text(helped)


@pytest.mark.parametrize(
    ("language", "name", "lead", "ways"),
    [
        ("fi", "Sosiaalipalvelujen neuvonta", "taloudelliset vaikeudet", "Muut tavat asioida"),
        ("sv", "Socialservicens rådgivning", "ekonomiska svårigheter", "Andra sätt att få hjälp"),
    ],
)
def test_on_a_desktop_the_service_and_the_other_ways_stand_beside_the_box(
    open_visitor: Any, language: str, name: str, lead: str, ways: str
):
    """R013, R025: what it is for and where else to go are seen without scrolling."""
    visitor: Visitor = open_visitor(f"/?lang={language}", width=1280, height=800)
    beside = visitor.page.locator("#aside")
    expect(beside.get_by_role("heading", name=name)).to_be_in_viewport(ratio=1)
    expect(beside.locator(".introduction")).to_contain_text(lead)
    expect(beside.get_by_role("group", name=ways)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("language", "title", "word"), [("fi", "Tiedote", "Ajankohtaista"), ("sv", "Meddelande", "Aktuellt")]
)
@pytest.mark.parametrize("is_open", [True, False])
def test_a_temporary_notice_and_news_are_shown_open_and_closed(
    backend: PageBackend, open_visitor: Any, language: str, title: str, word: str, is_open: bool
):
    """R034, R035."""
    service_of(backend).update(
        is_open=is_open,
        announcements=[{"kind": "temporary", "text": TEMPORARY}, {"kind": "news", "text": NEWS}],
    )
    visitor: Visitor = open_visitor(f"/?lang={language}")
    expect(visitor.page.locator(".temporary")).to_have_text(f"{title}{TEMPORARY[language]}")
    expect(visitor.page.locator(".temporary")).to_be_in_viewport()
    expect(visitor.page.locator("#screen .news")).to_have_text(f"{word}{NEWS[language]}")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_county_in_both_languages_and_who_pays(backend: PageBackend, open_visitor: Any, width: int):
    """R036, R037: the mark is a file of ours, and its words say the same."""
    backend.entry["funding"] = by_language(
        "Euroopan unionin rahoittama", "Finansieras av Europeiska unionen", "Funded by the European Union"
    )
    visitor: Visitor = open_visitor("/?lang=sv", width=width)
    foot = visitor.page.locator(".county-foot:visible")
    expect(foot.locator(".county")).to_have_text("Esimerkin hyvinvointialue · Exempels välfärdsområde")
    expect(foot.locator("[lang=fi]")).to_have_text("Esimerkin hyvinvointialue")
    expect(foot.locator(".funding")).to_have_text("Finansieras av Europeiska unionen")
    mark = foot.locator("img")
    visitor.until(lambda: mark.evaluate("(one) => one.complete && one.naturalWidth > 0"))


def test_nobody_pays_where_the_county_says_nothing(visitor: Visitor):
    expect(visitor.page.locator(".county").first).to_be_attached()
    expect(visitor.page.locator(".funding")).to_have_count(0)


def test_instructions_are_one_click_away_and_nothing_written_is_lost(visitor: Visitor):
    """R033: a page of its own with an address, and the browser's own way back."""
    visitor.page.locator("#topic").select_option("muu")
    visitor.first_words.fill("Kesken")
    visitor.page.get_by_role("link", name="Näin chat toimii").click()
    expect(visitor.title).to_have_text("Näin chat toimii")
    expect(visitor.title).to_be_focused()
    expect(visitor.page.get_by_role("heading", name="Kun odotat")).to_be_visible()
    link = visitor.page.locator(".instruction").get_by_role("link", name="09 555 0120")
    assert link.get_attribute("href") == "tel:095550120"
    visitor.page.reload()
    expect(visitor.title).to_have_text("Näin chat toimii")
    visitor.page.get_by_role("link", name="Takaisin").click()
    expect(visitor.first_words).to_have_value("Kesken")
    expect(visitor.page.locator("#topic")).to_have_value("muu")
    visitor.page.go_back()
    expect(visitor.title).to_have_text("Näin chat toimii")


def test_a_county_without_instructions_has_no_link_to_them(backend: PageBackend, open_visitor: Any):
    backend.entry["instructions"] = []
    visitor: Visitor = open_visitor("/#instructions")
    expect(visitor.first_words).to_be_visible()
    expect(visitor.page.locator("#instructions-link")).to_have_count(0)


# ---- which unit


def test_the_customer_chooses_which_unit_serves_her(backend: PageBackend, open_visitor: Any):
    """R063, R015: its topics and hours come with it, a reload keeps the choice, no choice turns her away."""
    two_units(backend)
    visitor: Visitor = open_visitor()
    units = visitor.page.get_by_role("group", name="Valitse, kuka sinua palvelee")
    expect(units).to_contain_text("Ohjaamme asiasi oikeaan paikkaan.")
    expect(units.get_by_role("radio", name="Sosiaalipalvelujen neuvonta")).to_be_checked()
    units.get_by_role("radio", name="Nuorten palvelukeskus").check()
    expect(visitor.title).to_have_text("Nuorten palvelukeskus")
    expect(visitor.page.locator("#status")).to_have_text("Avoinna arkisin 12–15")
    visitor.page.reload()
    expect(units.get_by_role("radio", name="Nuorten palvelukeskus")).to_be_checked()
    visitor.wait_in_queue("Hei")
    assert (backend.commands[0]["service_id"], backend.commands[0]["topic_id"]) == ("nuoret", "opinnot")


def test_a_closed_unit_is_looked_at_by_the_arrow_keys_and_left_again(backend: PageBackend, open_visitor: Any):
    """R063, R023: one unit may be closed while the other is open; the focus stays on the choice."""
    two_units(backend, is_open=False)
    visitor: Visitor = open_visitor()
    visitor.page.locator("#unit-sosiaalineuvonta").focus()
    visitor.page.keyboard.press("ArrowDown")
    expect(visitor.page.locator(".closed-notice")).to_be_visible()
    expect(visitor.page.locator("#unit-nuoret")).to_be_focused()
    visitor.page.keyboard.press("ArrowUp")
    expect(visitor.first_words).to_be_visible()
    expect(visitor.page.locator("#unit-sosiaalineuvonta")).to_be_focused()


# ---- who is there


@pytest.mark.parametrize(
    ("language", "free", "busy", "nobody"),
    [
        ("fi", "Neuvoja on nyt paikalla.", "Neuvojat ovat paikalla.", "Paikalla ei ole juuri nyt neuvojaa"),
        ("sv", "En rådgivare är här nu.", "Rådgivarna är här.", "Ingen rådgivare är på plats just nu"),
    ],
)
def test_who_is_there_is_said_before_the_customer_writes(
    backend: PageBackend, open_visitor: Any, language: str, free: str, busy: str, nobody: str
):
    """R027, R024: of the topic she chose and in her language; without anybody, no range but a sentence."""
    other = {"fi": ("busy", "nobody", "busy"), "sv": ("nobody", "busy", "busy")}[language]
    on_duty(backend, ("free", "free", "free"), other)
    service_of(backend)["topics"].append(
        {"topic_id": "x", "name": by_language("X", "X", "X"), "duty": by_language(*(["nobody"] * 3))}
    )
    visitor: Visitor = open_visitor(f"/?lang={language}")
    greeting, foot = visitor.page.locator("#screen .greeting"), visitor.page.locator("#foot")
    expect(greeting).to_contain_text(free)
    expect(foot).to_contain_text("112")
    expect(foot).not_to_contain_text("5\u2060–\u20609")
    visitor.page.locator("#topic").select_option("muu")
    expect(greeting).to_contain_text(busy)
    expect(foot).to_contain_text("5\u2060–\u20609\u00a0min")
    visitor.page.locator("#topic").select_option("x")
    expect(greeting).to_be_hidden()
    expect(foot).to_contain_text(nobody)
    expect(foot).not_to_contain_text("min")


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (1280, 800)])
def test_the_place_stands_at_the_lower_edge_when_all_are_busy(open_visitor: Any, size: tuple[int, int]):
    """R024: below the messages, above the box to write in, always in sight."""
    visitor: Visitor = open_visitor(width=size[0], height=size[1])
    visitor.wait_in_queue()
    place = visitor.page.locator(".place")
    expect(place).to_be_in_viewport(ratio=1)
    below = visitor.page.evaluate(
        """() => { const top = (one) => document.querySelector(one).getBoundingClientRect();
            return [top('#scroller').bottom <= top('.place').top,
                top('.place').bottom <= top('.composer').top]; }"""
    )
    assert below == [True, True]
    expect(visitor.page.locator("#screen .greeting")).to_contain_text(
        "Neuvojat ovat paikalla, mutta kaikki ovat nyt varattuja."
    )


def test_while_somebody_has_room_no_place_is_shown_and_without_anybody_no_range(visitor: Visitor):
    """R024, R027: and that somebody came is heard."""
    visitor.wait_in_queue().backend.place(2, None, None, duty="nobody")
    place, words = visitor.page.locator(".place"), visitor.page.locator("#screen .greeting")
    expect(words).to_contain_text("Paikalla ei ole juuri nyt neuvojaa. Paikkasi jonossa säilyy.")
    expect(place).to_contain_text("Odotusaikaa ei voi nyt arvioida luotettavasti.")
    visitor.backend.place(1, 3, 7, duty="free")
    expect(words).to_contain_text("Neuvoja on paikalla ja vastaa sinulle pian.")
    expect(visitor.page.locator(".place-number")).to_have_count(0)
    expect(place).not_to_contain_text("min")


def test_that_somebody_came_on_duty_is_heard_while_waiting(visitor: Visitor):
    """R027."""
    visitor.wait_in_queue().backend.place(3, None, None, duty="nobody")
    expect(visitor.page.locator("#screen .greeting")).to_contain_text("Paikalla ei ole")
    visitor.backend.place(3, 7, 11, duty="busy")
    expect(visitor.page.locator("#announcer")).to_have_text(
        "Neuvojat ovat paikalla, mutta kaikki ovat nyt varattuja."
    )


# ---- closing and ending


@pytest.mark.parametrize(
    ("language", "soon", "waiting", "closed"),
    [
        (
            "fi",
            "Chat sulkeutuu klo\u00a016.00. Jos aloitat ennen sitä, palvelemme sinut loppuun.",
            "Olet jo jonossa, joten palvelemme sinut loppuun.",
            "Chat on jo suljettu uusilta asiakkailta.",
        ),
        (
            "sv",
            "Chatten stänger kl.\u00a016.00.",
            "Du är redan i kön, så vi betjänar dig till slut.",
            "Chatten är redan stängd för nya kunder.",
        ),
    ],
)
def test_closing_is_said_in_time_and_who_is_in_is_served_to_the_end(
    backend: PageBackend, open_visitor: Any, language: str, soon: str, waiting: str, closed: str
):
    """R023, R025."""
    service_of(backend)["closes_soon"] = True
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.page.goto(f"/?lang={language}")
    strip = visitor.page.locator("#closing")
    expect(strip).to_contain_text(soon)
    visitor.wait_in_queue()
    expect(strip).to_contain_text(waiting)
    service_of(backend).update(closes_soon=False, is_open=False)
    visitor.page.clock.fast_forward(61_000)
    expect(strip).to_contain_text(closed)
    expect(visitor.page.locator(".ways.card")).to_be_visible()
    expect(visitor.page.locator(".ways.card")).to_contain_text("09 555 0120")
    backend.claim()
    expect(strip).to_be_hidden()


def test_who_waits_at_closing_is_offered_a_callback_and_what_she_wrote_comes_along(
    backend: PageBackend, open_visitor: Any
):
    """R025: the rule stands before and after closing; her place stays, and she is told when she has asked."""
    service_of(backend).update(closes_soon=True, at_closing="offer_callback")
    visitor: Visitor = open_visitor("about:blank")
    visitor.page.clock.install()
    visitor.page.goto("/?lang=fi")
    strip, offer = visitor.page.locator("#closing"), visitor.page.locator("#closing-offer")
    expect(strip).to_contain_text("Jos emme ehdi vastata sinulle ennen sitä, voit jättää soittopyynnön.")
    expect(offer).to_be_hidden()
    visitor.wait_in_queue()
    expect(strip).to_contain_text("Kirjoittamasi säilyy.")
    service_of(backend).update(closes_soon=False, is_open=False)
    visitor.page.clock.fast_forward(61_000)
    expect(strip).to_contain_text("Chat on suljettu. Emme ehkä ehdi enää vastata täällä.")
    visitor.write("Lapsi on kipeä.")
    expect(visitor.own).to_have_count(2)
    offer.click()
    words = visitor.page.locator("#callback-words")
    expect(words).to_have_value("Vuokra on myöhässä, mistä saan apua?\nLapsi on kipeä.")
    visitor.page.locator("#callback-phone").fill("040 123 4567")
    visitor.button("Lähetä soittopyyntö").click()
    visitor.page.locator("#callback-back").click()
    expect(strip).to_contain_text("Soitamme sinulle, kuten pyysit.")
    expect(offer).to_be_hidden()
    expect(visitor.own).to_have_count(2)
    assert backend.conversation.view["state"] == "waiting"


@pytest.mark.parametrize(
    ("by", "words"), [("customer", "Lopetit keskustelun."), ("counsellor", "Neuvoja päätti keskustelun.")]
)
def test_who_ended_and_what_happens_next_is_said_also_after_a_reload(visitor: Visitor, by: str, words: str):
    """R025: other ways and a callback are offered here too."""
    visitor.talk("Hei")
    if by == "customer":
        visitor.end()
    else:
        visitor.backend.close()
    for _ in range(2):
        expect(visitor.page.locator(".ended-next")).to_have_text(
            f"{words} Sinun ei tarvitse tehdä muuta. Jos jokin jäi epäselväksi, "
            "voit aloittaa uuden keskustelun tai asioida muulla tavalla."
        )
        expect(visitor.page.locator(".ways.card")).to_be_visible()
        expect(visitor.page.locator(".ways.card")).to_contain_text("09 555 0120")
        expect(visitor.button("Jätä soittopyyntö")).to_be_visible()
        visitor.page.reload()


def test_a_queue_that_was_left_offers_other_ways_and_a_callback(visitor: Visitor):
    """R025."""
    visitor.wait_in_queue().backend.close("abandoned")
    expect(visitor.page.locator(".ended-next")).to_have_count(0)
    expect(visitor.page.locator(".ways.card")).to_be_visible()
    expect(visitor.page.locator(".ways.card")).to_contain_text("09 555 0120")
    visitor.button("Jätä soittopyyntö").click()
    expect(visitor.page.locator("#callback-phone")).to_be_visible()


def test_a_line_that_is_down_offers_the_ways_it_knew(visitor: Visitor):
    """R025: after a reload that finds nobody at the other end."""
    visitor.page.route("**/api/v1/**", lambda route: route.abort())
    visitor.page.reload()
    expect(visitor.page.locator("#screen")).to_contain_text("Chattiin ei saada nyt yhteyttä.")
    expect(visitor.page.locator(".ways.card")).to_be_visible()
    expect(visitor.page.locator(".ways.card")).to_contain_text("Puhelinneuvonta 09 555 0120")
    expect(visitor.page.locator(".ways.card")).to_be_visible()
    expect(visitor.page.locator(".ways.card")).to_contain_text("112")


def test_a_beginning_that_does_not_get_through_offers_other_ways(visitor: Visitor):
    """R025."""
    visitor.page.route("**/customer/commands", lambda route: route.abort())
    visitor.page.locator("#topic").select_option("muu")
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.page.locator("#screen")).to_contain_text("Aloitetaan keskustelua…")
    expect(visitor.page.locator(".ways.card")).to_be_visible(timeout=20_000)
    expect(visitor.page.locator(".ways.card")).to_contain_text("09 555 0120")


@pytest.mark.parametrize(
    "problem",
    [
        {"code": "service_closed", "opens_at": "2026-11-24T06:00:00.000Z"},
        {"code": "notice_changed", "notice_version": 1},
        {"code": "unknown_topic"},
        {"code": "conversation_exists"},
        {"code": "a_code_of_the_future"},
    ],
    ids=lambda problem: problem["code"],
)
def test_a_beginning_that_is_refused_offers_other_ways(visitor: Visitor, problem: Json):
    """R025: a number to call and a callback, whatever the reason."""
    visitor.backend.fail("/customer/commands", "problem", problem=problem)
    visitor.page.locator("#topic").select_option("muu")
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.banner).not_to_be_empty()
    expect(visitor.page.locator("#screen .ways")).to_be_visible()
    expect(visitor.page.locator("#screen .ways")).to_contain_text("09 555 0120")
    expect(visitor.button("Jätä soittopyyntö")).to_be_visible()


def test_a_beginning_that_has_to_wait_offers_other_ways(visitor: Visitor):
    """R025: where too many come at once, she need not wait for her turn to try."""
    visitor.backend.fail("/customer/commands", "busy", times=50)
    visitor.page.locator("#topic").select_option("muu")
    visitor.button("Aloita chat nimettömänä").click()
    expect(visitor.page.locator("#screen")).to_contain_text("Aloitetaan keskustelua…")
    expect(visitor.page.locator(".ways.card")).to_be_visible()
    expect(visitor.page.locator(".ways.card")).to_contain_text("09 555 0120")
    visitor.backend.mend()
    expect(visitor.message).to_be_visible()


def test_a_reload_shows_what_was_covered_and_why(visitor: Visitor):
    """R017: the covered place is a word, not a row of blocks, and its reason stands below."""
    visitor.backend.cover = lambda text: (text.replace("150385-912E", "█████"), ["identity_code"])
    visitor.talk("Hei")
    visitor.backend.write(
        visitor.backend.conversation, "Tunnus on 150385-912E", by="customer", caused_by=None
    )
    for _ in range(2):
        expect(visitor.own.last).to_contain_text("Tunnus on peitetty")
        expect(visitor.own.last).to_contain_text(
            "Peitimme viestistä henkilötietoja, koska keskustelu on nimetön."
        )
        visitor.page.reload()


# ---- the county's own pages


def with_pages(backend: PageBackend) -> None:
    backend.entry["pages"] = [
        {"page_id": "auki", "service_id": "sosiaalineuvonta", "opens_by_itself": True},
        {"page_id": "kiinni", "service_id": "sosiaalineuvonta", "opens_by_itself": False},
    ]


def test_the_box_opens_by_itself_on_a_page_that_says_so(backend: PageBackend, open_visitor: Any):
    """R026: and it does not take the focus from the page around it."""
    with_pages(backend)
    visitor: Visitor = open_visitor("/?page=auki")
    expect(visitor.first_words).to_be_visible()
    assert visitor.page.evaluate("document.activeElement === document.body")


def test_the_box_waits_folded_elsewhere_and_stays_open_once_opened(backend: PageBackend, open_visitor: Any):
    """R026."""
    with_pages(backend)
    visitor: Visitor = open_visitor("/?page=kiinni")
    expect(visitor.title).to_have_text("Sosiaalipalvelujen neuvonta")
    expect(visitor.first_words).to_have_count(0)
    visitor.button("Avaa chat").click()
    expect(visitor.first_words).to_be_visible()
    expect(visitor.title).to_be_focused()
    visitor.page.reload()
    expect(visitor.first_words).to_be_visible()


# ---- for everybody


def everything(backend: PageBackend) -> None:
    """An entry that says all that an entry can say."""
    two_units(backend)
    with_pages(backend)
    service_of(backend).update(
        closes_soon=True,
        announcements=[{"kind": "temporary", "text": TEMPORARY}, {"kind": "news", "text": NEWS}],
    )
    backend.entry["funding"] = by_language(
        "Euroopan unionin rahoittama", "Finansieras av Europeiska unionen", "Funded by the European Union"
    )


def states(visitor: Visitor, path: str = "/?lang=sv") -> Any:
    """Every new state, one after the other."""
    page = visitor.page
    page.goto(f"{path}&page=kiinni")
    expect(page.locator("#open-box")).to_be_visible()
    yield "folded"
    page.locator("#open-box").click()
    expect(page.locator("#first-words")).to_be_visible()
    yield "open"
    page.locator("#instructions-link").click()
    expect(page.locator("#instructions-back")).to_be_visible()
    yield "instructions"
    page.locator("#instructions-back").click()
    visitor.wait_in_queue("Hej")
    yield "waiting, closing soon"
    visitor.backend.place(1, None, None, duty="nobody")
    expect(page.locator(".place-number")).to_have_text("1")
    yield "nobody"
    visitor.backend.place(1, 3, 7, duty="free")
    expect(page.locator(".place-number")).to_have_count(0)
    yield "free"
    visitor.backend.claim()
    visitor.backend.close()
    expect(page.locator(".ended-next")).to_be_visible()
    yield "ended"


@pytest.mark.timeout(120)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_every_target_is_large_enough(
    backend: PageBackend, open_visitor: Any, width: int, scheme: str
):
    """R032."""
    everything(backend)
    visitor: Visitor = open_visitor("about:blank", width=width, height=800, color_scheme=scheme)
    for state in states(visitor):
        assert (state, findings(visitor)) == (state, [])
        small = [found for found in visitor.page.evaluate(TARGETS) if found]
        assert (state, small) == (state, [])
        assert not visitor.page.evaluate(WIDE), state


@pytest.mark.timeout(120)
@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_fits_and_nothing_is_cut(
    browser: Browser, backend: PageBackend, server: PageServer, width: int
):
    """R032."""
    everything(backend)
    large = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    try:
        context = large.new_context(viewport={"width": width, "height": 640}, base_url=server.address)
        context.set_default_timeout(WITHIN_MS)
        visitor = Visitor(context.new_page(), server)
        for state in states(visitor):
            assert not visitor.page.evaluate(WIDE), state
            assert (state, visitor.page.evaluate(CUT)) == (state, [])
    finally:
        large.close()


# ---- with the real backend


@pytest.mark.journey
def test_hours_that_change_beside_the_running_backend_reach_an_open_page(browser: Browser, tmp_path: Path):
    """R011, R023: loaded and activated by the console, without a restart; what was written is kept."""
    source = MODEL.read_text(encoding="utf-8")
    weekly = "weekly: {mon-fri: 8-16}"
    assert weekly in source
    with a_backend(tmp_path / "backend", settings=("is_practice=no",)) as running:
        pid = running.pid

        def use(hours: str, number: int) -> None:
            file = tmp_path / f"{number}.yaml"
            file.write_text(source.replace(weekly, hours, 1), encoding="utf-8")
            assert running.say("model", "load", str(file)).returncode == 0
            assert running.say("model", "activate", str(number)).returncode == 0

        use('weekly: {mon-sun: "0-24"}\n      open_on_days_off: yes', 2)
        page = browser.new_page(base_url=running.base_url, viewport={"width": 390, "height": 844})
        try:
            page.goto("/?lang=fi")
            looked_until(page, "#first-words")
            page.locator("#first-words").fill("Kesken")
            use("weekly: {mon: closed}", 3)
            looked_until(page, ".closed-notice")
            expect(page.locator(".closed-notice")).to_contain_text("chat on suljettu tällä hetkellä")
            expect(page.locator(".ways").first).to_contain_text("09 555 0120")
            use('weekly: {mon-sun: "0-24"}\n      open_on_days_off: yes', 4)
            looked_until(page, "#first-words")
            expect(page.locator("#first-words")).to_have_value("Kesken")
            assert running.pid == pid
        finally:
            page.close()


def looked_until(page: Page, what: str) -> None:
    """The customer comes back to the window now and then, until it shows."""
    for _ in range(200):
        if page.locator(what).count():
            return
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_timeout(100)
    raise AssertionError(f"{what} did not come")


# ---- other ways now, and a topic that needs staff


@pytest.mark.parametrize(
    ("language", "chat_is_open", "is_open", "words"),
    [
        ("fi", True, True, "Auki nyt, sulkeutuu klo 14.00"),
        ("fi", False, False, "Suljettu nyt, aukeaa ti 24.11. klo 9.00"),
        ("sv", True, False, "Stängt nu, öppnar tis 24.11. kl. 9.00"),
        ("en", False, True, "Open now, closes at 14.00"),
    ],
)
def test_another_way_says_whether_it_serves_just_now(
    backend: PageBackend, open_visitor: Any, language: str, chat_is_open: bool, is_open: bool, words: str
):
    """R009, R025: while the chat is open and while it is closed; nothing is said where nothing is known."""
    phone = service_of(backend)["other_channels"][0]
    phone.update(is_open=is_open, opens_at="2026-11-24T07:00:00.000Z", closes_at="2026-11-23T12:00:00.000Z")
    service_of(backend)["is_open"] = chat_is_open
    visitor: Visitor = open_visitor(f"/?lang={language}")
    rows = visitor.page.locator("#screen .channels li")
    expect(rows.first.locator(".now")).to_have_text(words)
    expect(rows.last.locator(".now")).to_be_empty()
    expect(rows.last.locator(".now")).to_be_hidden()


def test_a_topic_that_needs_staff_says_what_else_there_is_and_opens_by_itself(
    backend: PageBackend, open_visitor: Any
):
    """R064, R025: what she has written stays, and she may choose another topic meanwhile."""
    topic = service_of(backend)["topics"][0]
    topic.update(duty=by_language(*["nobody"] * 3), is_open=dict.fromkeys(("fi", "sv", "en"), False))
    visitor: Visitor = open_visitor("/?lang=fi")
    start, shut = visitor.button("Aloita chat nimettömänä"), visitor.page.locator("#screen .shut")
    expect(start).to_be_visible()
    visitor.page.locator("#topic").select_option("toimeentulo")
    expect(shut).to_contain_text("Toimeentulo ja raha-asiat: chat ei ole nyt auki")
    expect(shut).to_contain_text("09 555 0120")
    expect(start).to_be_hidden()
    expect(visitor.page.locator("#foot")).not_to_contain_text("Voit silti aloittaa")
    expect(visitor.button("Jätä soittopyyntö")).to_be_visible()
    visitor.first_words.fill("Kesken")
    visitor.page.locator("#topic").select_option("muu")
    expect(start).to_be_visible()
    visitor.page.locator("#topic").select_option("toimeentulo")
    expect(start).to_be_hidden()
    topic.update(duty=by_language(*["free"] * 3), is_open=dict.fromkeys(("fi", "sv", "en"), True))
    expect(start).to_be_visible()
    expect(shut).to_have_count(0)
    expect(visitor.first_words).to_have_value("Kesken")
