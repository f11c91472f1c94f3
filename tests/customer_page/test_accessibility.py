"""WCAG 2.2 AA as far as a machine can tell, the keyboard alone, large text, small screens, forced colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.page_http import PageServer
from tests.customer_page.visitor import Visitor
from tests.support.chromium import CHROMIUM, FLAGS, WITHIN_MS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK_AXE = """async (rules) => (await axe.run({ runOnly: rules, resultTypes: ["violations"] })).violations
    .flatMap(({ id, nodes }) => nodes.map((node) =>
        `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`))"""


def findings(visitor: Visitor) -> list[str]:
    """What axe-core has to say of the page as it is now."""
    if visitor.page.evaluate("typeof axe") == "undefined":
        visitor.page.evaluate(AXE_SCRIPT)
    return list(visitor.page.evaluate(ASK_AXE, RULES))


def errand(visitor: Visitor) -> Iterator[str]:
    """Every state of the page, one after the other."""
    backend = visitor.backend
    yield "open"
    visitor.page.locator("form button[type=submit]").click()
    yield "topic asked for"
    visitor.wait_in_queue("Hei, milloin voi hakea ehkäisevää toimeentulotukea?")
    yield "waiting"
    backend.claim()
    backend.say("Hei! Ensin tarvitaan perustoimeentulotuen päätös Kelasta.")
    backend.say("Palvelu kertoo jotakin.", by="service")
    backend.hint({"type": "Typing", "by": "counsellor"})
    visitor.write("Kiitos")
    expect(visitor.lines).to_have_count(4)
    yield "talking"
    visitor.write("Tunnukseni on 150385-912E, näettekö?")
    yield "found"
    visitor.page.locator(".problem-slot .secondary").nth(1).click()
    expect(visitor.own).to_have_count(3)
    visitor.server.stop()
    visitor.write("Katkolla")
    expect(visitor.page.locator(".banner")).to_be_visible()
    yield "line lost"
    visitor.server.start()
    visitor.page.locator(".retry button").click()
    expect(visitor.page.locator(".banner")).to_have_count(0)
    visitor.page.locator(".foot-links button").last.click()
    yield "asked to end"
    visitor.page.locator(".question button").first.click()
    expect(visitor.page.locator(".thanks")).to_be_visible()
    yield "ended"


@pytest.mark.timeout(240)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state_or_language(open_visitor: Any, width: int, scheme: str):
    visitor: Visitor = open_visitor("/?lang=fi", width=width, height=800, color_scheme=scheme)
    # Colours and sizes are looked at in every language where the words are longest; the rest once.
    languages = ["sv", "en", "fi"] if (width, scheme) in {(320, "light"), (1280, "dark")} else ["fi"]
    expect(visitor.page.locator("#topic")).to_be_visible()
    found = {}
    for state in errand(visitor):
        for language in languages:
            if len(languages) > 1 and state != "found":
                visitor.page.locator(f"[data-language={language}]").click()
            found[state, language] = findings(visitor)
    assert {key: value for key, value in found.items() if value} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_closed_or_in_practice(backend: PageBackend, open_visitor: Any, scheme: str):
    backend.entry["services"][0].update(is_open=False, opens_at="2026-11-24T06:00:00.000Z")
    backend.entry["is_practice"] = True
    visitor = open_visitor(color_scheme=scheme)
    expect(visitor.page.locator(".closed-notice")).to_be_visible()
    assert findings(visitor) == []


def test_axe_would_find_a_planted_fault(visitor: Visitor):
    visitor.page.evaluate("document.querySelector('label').remove()")
    assert any(finding.startswith(("label", "select-name")) for finding in findings(visitor))


def test_the_whole_errand_goes_by_keyboard(visitor: Visitor):
    press = visitor.page.keyboard.press
    reach(visitor, "topic")
    press("ArrowDown")
    press("Tab")
    visitor.page.keyboard.type("Hei")
    press("Tab")
    press("Enter")
    expect(visitor.title).to_have_text("Olet jonossa")
    expect(visitor.title).to_be_focused()
    visitor.backend.claim()
    reach(visitor, "message")
    visitor.page.keyboard.type("Rivi")
    press("Shift+Enter")
    visitor.page.keyboard.type("toinen")
    press("Enter")
    expect(visitor.own).to_have_count(2)
    expect(visitor.message).to_be_focused()
    reach(visitor, "Lopeta keskustelu")
    press("Enter")
    reach(visitor, "Lopeta keskustelu")
    press("Enter")
    expect(visitor.title).to_have_text("Keskustelu on päättynyt")
    expect(visitor.title).to_be_focused()
    visitor.until(lambda: visitor.said() == ["Hei", "Rivi\ntoinen"])


def reach(visitor: Visitor, name: str) -> None:
    """Tabs until the focus is on the control with this id or these words, seeing that the focus shows."""
    for _ in range(40):
        visitor.page.keyboard.press("Tab")
        at = visitor.page.evaluate(
            """() => { const on = document.activeElement; const style = getComputedStyle(on);
                return [on.id, on.textContent, style.outlineStyle, parseFloat(style.outlineWidth)]; }"""
        )
        assert (at[2], at[3] >= 2) == ("solid", True), f"the focus does not show on {at[:2]}"
        if name in at[:2]:
            return
    raise AssertionError(f"{name} cannot be reached")


def test_writing_is_not_interrupted_when_the_counsellor_comes(visitor: Visitor):
    visitor.wait_in_queue().message.fill("Kirjoitan juuri")
    visitor.backend.claim()
    expect(visitor.page.locator("#announcer")).to_contain_text("tuli keskusteluun")
    expect(visitor.message).to_be_focused()
    expect(visitor.message).to_have_value("Kirjoitan juuri")


TARGETS = """() => [...document.querySelectorAll('button, select, textarea, a')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent, one.getBoundingClientRect().width, one.getBoundingClientRect().height])
    .filter(([, width, height]) => width < 43.9 || height < 43.9)"""


@pytest.mark.parametrize("width", [320, 1280])
def test_every_target_is_large_enough(open_visitor: Any, width: int):
    visitor: Visitor = open_visitor(width=width, height=800)
    expect(visitor.page.locator("#topic")).to_be_visible()
    small = {state: visitor.page.evaluate(TARGETS) for state in errand(visitor)}
    assert {state: found for state, found in small.items() if found} == {}


WIDE = "document.documentElement.scrollWidth > innerWidth"
CUT = """() => [...document.querySelectorAll('h1, p, button, label, strong')]
    .filter((one) => one.checkVisibility() && !one.closest('.unseen, .composer .label'))
    .filter((one) => getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent)"""


def fits(visitor: Visitor) -> None:
    expect(visitor.page.locator("#topic")).to_be_visible()
    for state in errand(visitor):
        assert not visitor.page.evaluate(WIDE), state
        assert visitor.page.evaluate(CUT) == [], state


@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_fits_and_nothing_is_cut(browser: Browser, server: PageServer, width: int):
    large = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    try:
        context = large.new_context(viewport={"width": width, "height": 640}, base_url=server.address)
        context.set_default_timeout(WITHIN_MS)
        page = context.new_page()
        page.goto("/?lang=fi")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        fits(Visitor(page, server))
    finally:
        large.close()


def test_text_enlarged_by_a_style_of_the_readers_own_fits_too(open_visitor: Any):
    visitor: Visitor = open_visitor(width=390, height=640)
    visitor.page.evaluate("document.documentElement.style.fontSize = '200%'")
    fits(visitor)


def test_nothing_moves_by_itself(visitor: Visitor):
    visitor.talk()
    moving = visitor.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);
            return style.animationName !== 'none' || style.transitionDuration !== '0s'; }).length"""
    )
    assert moving == 0


def test_forced_colours_keep_every_border(open_visitor: Any):
    visitor: Visitor = open_visitor(forced_colors="active")
    visitor.talk("Hei").backend.say("Moi")
    expect(visitor.lines).to_have_count(2)
    for line in visitor.lines.all():
        assert line.evaluate("(one) => parseFloat(getComputedStyle(one).borderTopWidth)") >= 1
    assert visitor.page.evaluate("matchMedia('(forced-colors: active)').matches")


def test_the_transcript_is_a_log_and_a_confirmed_message_is_not_read_twice(visitor: Visitor):
    visitor.talk("Hei").backend.fail("/customer/commands", "cut_before")
    visitor.write("Kerran vain")
    line = visitor.own.last
    line.evaluate("(one) => { one.isTheSame = true; }")
    expect(line).to_contain_text("lähetetty")
    assert line.evaluate("(one) => one.isTheSame")
    log = visitor.page.get_by_role("log", name="Keskustelun viestit")
    expect(log).to_have_count(1)


def test_an_unseen_message_is_told_in_the_window_title_without_its_words(visitor: Visitor):
    visitor.talk("Hei")
    visitor.page.evaluate(
        """() => { Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
            Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
            document.dispatchEvent(new Event("visibilitychange")); }"""
    )
    visitor.backend.say("Salainen asia")
    expect(visitor.page).to_have_title("Uusi viesti – Sosiaalipalvelujen neuvonta")
    assert "MarkRead" not in [command["type"] for command in visitor.backend.commands]
