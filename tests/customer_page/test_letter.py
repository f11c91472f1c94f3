"""The conversation by e-mail: wished for before, asked for during or at the end; where an address goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.customer_page.counsellor import Counsellor
from tests.customer_page.test_accessibility import findings
from tests.customer_page.test_with_backend import start, write
from tests.customer_page.visitor import Visitor
from tests.support.backend import RunningBackend, a_backend
from tests.support.chromium import WITHIN_MS
from tests.support.mail_sink import MailSink, a_mail_sink

ADDRESS = "asiakas@esimerkki.fi"


@pytest.fixture
def posting(open_visitor: object) -> Visitor:
    """A customer of a service that has a mail host, who has been answered."""
    visitor: Visitor = open_visitor(width=390)  # type: ignore[operator]
    visitor.wait_in_queue()
    (session,) = visitor.backend.sessions.values()
    session.letter = {"can_ask": True, "state": None}
    visitor.page.reload()
    expect(visitor.message).to_be_visible()
    return visitor


def form(visitor: Visitor) -> Locator:
    return visitor.page.locator(".letter")


def answered(visitor: Visitor) -> Visitor:
    visitor.backend.claim()
    visitor.backend.say("Saat hakea heti.")
    expect(visitor.lines).to_have_count(2)
    return visitor


def press(visitor: Visitor, address: str = ADDRESS) -> None:
    visitor.page.locator("#letter-address").fill(address)
    visitor.page.locator(".letter button[type=submit]").click()


def letters(visitor: Visitor) -> list[tuple[object, object, object]]:
    """What was asked for: address and both ends."""
    asked = [each for each in visitor.backend.commands if each["type"] == "RequestTranscript"]
    return [(each["address"], each["first_seq"], each["last_seq"]) for each in asked]


def test_it_is_had_during_the_conversation_whole(posting: Visitor):
    """R099, R101."""
    expect(posting.button("Sähköpostiin")).to_be_hidden()
    answered(posting).button("Sähköpostiin").click()
    expect(form(posting).get_by_label("Koko tämä keskustelu")).to_be_checked()
    press(posting)
    expect(form(posting)).to_contain_text("on matkalla sähköpostiisi")
    expect(posting.page.locator("#letter-address")).to_have_count(0)
    assert letters(posting) == [(ADDRESS, None, None)]
    assert ADDRESS not in posting.stored()


def test_the_page_asks_which_part(posting: Visitor):
    """R101: from one message to another, and never backwards."""
    answered(posting)
    posting.backend.say("Täytä hakemus verkossa.")
    expect(posting.lines).to_have_count(3)
    posting.button("Sähköpostiin").click()
    form(posting).get_by_label("Osa keskustelusta").check()
    posting.page.locator("#letter-first").select_option("3")
    posting.page.locator("#letter-last").select_option("2")
    press(posting)
    expect(form(posting)).to_contain_text("Viimeinen viesti on ennen ensimmäistä")
    assert letters(posting) == []
    posting.page.locator("#letter-first").select_option("2")
    posting.page.locator("#letter-last").select_option("3")
    press(posting)
    expect(form(posting)).to_contain_text("on matkalla")
    assert letters(posting) == [(ADDRESS, 2, 3)]


def test_a_wish_from_the_queue_opens_the_form_at_the_end(posting: Visitor):
    """R099: asked before, during or at the end."""
    posting.page.get_by_label("Haluan keskustelun lopuksi sähköpostiini.").check()
    posting.page.reload()
    expect(posting.page.locator("#letter-wish")).to_be_checked()
    answered(posting).end()
    expect(posting.title).to_have_text("Keskustelu on päättynyt")
    assert (
        form(posting).evaluate("each => each.compareDocumentPosition(document.querySelector('[role=log]'))")
        & 4
    )
    press(posting)
    expect(form(posting)).to_contain_text("on matkalla")


def test_an_address_typed_in_the_chat_goes_into_the_letters_field_instead(posting: Visitor):
    """R100: caught before sending; it goes nowhere until she presses."""
    answered(posting).write(f"Saanko tämän osoitteeseen {ADDRESS}?")
    posting.button("Lähetä keskustelu tähän osoitteeseen").click()
    expect(posting.page.locator("#letter-address")).to_have_value(ADDRESS)
    expect(posting.page.locator("#letter-address")).to_be_focused()
    expect(posting.message).to_have_value("Saanko tämän osoitteeseen?")
    assert letters(posting) == []
    assert not any("@" in text for text in posting.said())
    posting.page.locator(".letter button[type=submit]").click()
    expect(form(posting)).to_contain_text("on matkalla")
    assert letters(posting) == [(ADDRESS, None, None)]
    assert ADDRESS not in posting.stored()


def test_nothing_is_offered_without_a_mail_host(visitor: Visitor):
    visitor.talk()
    visitor.backend.say("Hei.")
    expect(visitor.lines).to_have_count(2)
    expect(visitor.button("Sähköpostiin")).to_be_hidden()
    visitor.write(f"Osoitteeni on {ADDRESS}")
    expect(visitor.button("Poista osoite")).to_be_visible()
    expect(visitor.button("Lähetä keskustelu tähän osoitteeseen")).to_have_count(0)
    visitor.button("Lähetä peitettynä").click()
    visitor.end()
    expect(form(visitor)).to_be_hidden()


def test_what_is_wrong_is_said_and_what_was_written_stays(posting: Visitor):
    answered(posting).button("Sähköpostiin").click()
    posting.page.locator(".letter button[type=submit]").click()
    expect(form(posting)).to_contain_text("Kirjoita sähköpostiosoite")
    press(posting, "minä täällä")
    expect(form(posting)).to_contain_text("Kirjoita vain yksi sähköpostiosoite")
    expect(posting.page.locator("#letter-address")).to_have_value("minä täällä")
    expect(posting.page.locator("#letter-address")).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("state", "can_ask", "words"),
    [
        ("sent", False, "Keskustelu on lähetetty"),
        ("failed", True, "ei saatu lähetettyä"),
        ("unknown", True, "emmekä tiedä"),
    ],
)
def test_how_it_went_is_said_and_she_may_press_again_where_it_did_not_arrive(
    posting: Visitor, state: str, can_ask: bool, words: str
):
    answered(posting).button("Sähköpostiin").click()
    press(posting)
    expect(form(posting)).to_contain_text("on matkalla")
    (session,) = posting.backend.sessions.values()
    session.letter = {"can_ask": can_ask, "state": state}
    posting.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(form(posting)).to_contain_text(words)
    expect(posting.page.locator("#letter-address")).to_have_count(int(can_ask))


def test_an_identified_customer_is_told_that_only_an_address_of_the_service_is_sent(posting: Visitor):
    answered(posting)
    posting.backend.conversation.view["identity"] = "identified"
    posting.page.reload()
    posting.button("Sähköpostiin").click()
    expect(form(posting)).to_contain_text("vain palvelun osoite, ei keskustelua")
    expect(form(posting)).not_to_contain_text("Henkilötiedot on peitetty")


def test_the_form_has_nothing_that_axe_finds(posting: Visitor):
    answered(posting).button("Sähköpostiin").click()
    form(posting).get_by_label("Osa keskustelusta").check()
    posting.page.locator(".letter button[type=submit]").click()
    expect(form(posting)).to_contain_text("Kirjoita sähköpostiosoite")
    assert findings(posting) == []
    overflow = posting.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with a_mail_sink() as made:
        yield made


@pytest.fixture
def with_mail(tmp_path: Path, sink: MailSink) -> Iterator[RunningBackend]:
    settings = (
        "mail.host=127.0.0.1",
        f"mail.port={sink.port}",
        "mail.security=none",
        "mail.sender=chat@palvelu.esimerkki.fi",
    )
    with a_backend(tmp_path / "backend", settings=settings) as backend:
        yield backend


@pytest.mark.journey
def test_from_the_press_on_the_page_to_the_mail_host(
    browser: Browser, with_mail: RunningBackend, sink: MailSink
):
    """R099, R102: page, backend process and mail host together."""
    counsellor = Counsellor(with_mail).sign_in()
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=with_mail.base_url)
    context.set_default_timeout(WITHIN_MS)
    page = context.new_page()
    start(page, "Vuokra on myöhässä")
    counsellor.claim()
    counsellor.say("Soita ensin vuokranantajalle.")
    expect(page.locator("[role=log]")).to_contain_text("Soita ensin")
    write(page, "Kiitos!")
    page.locator("#letter-link").click()
    page.locator("#letter-address").fill(ADDRESS)
    page.locator(".letter button[type=submit]").click()
    expect(page.locator(".letter-state")).to_contain_text("Keskustelu on lähetetty")
    (taken,) = sink.taken()
    assert taken.recipients == (ADDRESS,)
    lines = taken.text.splitlines()
    assert lines[0] == "Aihe: Chat keskustelu"
    assert [line for line in lines if line.startswith("Asiakaspalvelija ")]
    assert "Soita ensin vuokranantajalle." in lines
    context.close()
