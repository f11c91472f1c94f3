"""A customer of social care permits a part of her conversation to go to home nursing, and once takes it back.

Page, provider, backend and two desks are processes of their own, shipped as they are (R070, R071, I11). She
refuses first, then permits and takes it back before anybody there has opened it, and permits again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.openid_provider import AINO, an_openid_provider
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

NURSING = "SIIRTO_KOTISAIRAANHOITO_CHAT"
MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
HANNA = Account("hanna", "Hanna Hoitaja", (NURSING,), role="line_professional")
EARLIER = "Juon liikaa enkä haluaisi että lääkäri näkee"
SUMMARY = "Yhteenveto: kädet tärisevät aamuisin."
ALONG = "Vieroitusoireet, kysyy hoitoa."
NOTE = "Etuusasia on kesken"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    rig: Rig
    maija: Desktop
    hanna: Desktop
    sari: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        provider = inside.enter_context(an_openid_provider())
        rig = a_new_rig(tmp_path / "data", [MAIJA, HANNA])
        rig.settings += provider.settings(tmp_path)
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, HANNA):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=rig.url, session=session)
            desk.start()
            inside.callback(desk.close)
            desk.come_in(account.user_name, PASSWORD)
            desks.append(desk)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        yield House(rig, desks[0], desks[1], sari)
        assert sari.errors == []


def test_refused_permitted_taken_back_and_permitted_again(house: House):
    """R070, R071."""
    maija_talks_with_an_identified_customer(house)
    without_permission_it_cannot_be_moved(house)
    she_is_asked_about_a_part_of_it_and_refuses(house)
    she_permits_it_and_takes_it_back_before_it_is_opened(house)
    it_is_home_again_and_hanna_has_seen_no_word(house)
    she_permits_it_again_and_hanna_opens_it(house)
    hanna_reads_what_was_released_and_nothing_else(house)
    she_reads_in_her_conversation_what_she_permitted(house)
    house.rig.kill()
    assert house.rig.audit_verifies()


def maija_talks_with_an_identified_customer(house: House) -> None:
    house.sari.enter("perhe", EARLIER)
    house.maija.until(lambda seen: seen["waiting"])
    house.maija.do("key", on="mainWindow", key="F2")
    house.maija.until(lambda seen: seen["front"])
    house.maija.do("press", name="askIdentification")
    house.sari.press("Tunnistaudu nyt")
    expect(house.sari.page.get_by_role("heading", name="Koetunnistus")).to_be_visible()
    house.sari.press(AINO.label)
    house.sari.press("Liitä viestit")
    house.maija.until(lambda seen: "customerFullName" in seen["identity"])
    house.maija.do("write", name="noteText", text=NOTE)
    house.maija.do("press", name="saveNote")
    say(house.maija, SUMMARY)
    house.sari.sees(".line.counsellor", SUMMARY)


def without_permission_it_cannot_be_moved(house: House) -> None:
    open_the_transfer(house)
    house.maija.until(lambda seen: "Tarvitaan asiakkaan lupa" in seen["consent"])
    with pytest.raises(AssertionError, match="transferMove cannot be pressed"):
        house.maija.do("press", name="transferMove")


def she_is_asked_about_a_part_of_it_and_refuses(house: House) -> None:
    choose_the_summary(house)
    house.maija.do("press", name="askConsent")
    house.sari.sees(".consent", "kotisairaanhoitoon (terveydenhuolto)")
    house.sari.sees(".consent", "jotta asiasi hoituu sujuvammin")
    house.sari.sees(".consent", SUMMARY)
    house.sari.press("En anna lupaa")
    house.maija.until(lambda seen: "Asiakas ei antanut lupaa" in seen["consent"])
    house.maija.until(
        lambda seen: seen["strips"]["consentStrip"].startswith("Asiakas ei antanut lupaa siirtoon")
    )


def she_permits_it_and_takes_it_back_before_it_is_opened(house: House) -> None:
    house.maija.do("press", name="askConsent")
    house.sari.press("Annan luvan")
    house.maija.until(lambda seen: seen["strips"]["consentStrip"].startswith("Lupa annettu"))
    transfer(house)
    house.hanna.until(lambda seen: seen["waiting"])
    house.sari.sees(".consent", "Sitä ei ole vielä avattu.")
    house.sari.type("Tämä ei ole teille.")
    house.sari.send()
    house.sari.press("Peru lupa")


def it_is_home_again_and_hanna_has_seen_no_word(house: House) -> None:
    house.hanna.until(lambda seen: not seen["waiting"])
    house.maija.until(lambda seen: seen["waiting"])
    everything = str(house.hanna.everything_seen)
    for secret in (EARLIER, SUMMARY, ALONG, NOTE, "Tämä ei ole teille."):
        assert secret not in everything
    house.maija.do("key", on="mainWindow", key="F2")
    house.maija.until(lambda seen: _is_said(seen, "Tämä ei ole teille."))


def she_permits_it_again_and_hanna_opens_it(house: House) -> None:
    open_the_transfer(house)
    choose_the_summary(house)
    house.maija.do("press", name="askConsent")
    house.sari.press("Annan luvan")
    house.maija.until(lambda seen: seen["strips"]["consentStrip"].startswith("Lupa annettu"))
    transfer(house)
    house.hanna.until(lambda seen: seen["waiting"])
    house.hanna.do("key", on="mainWindow", key="F2")
    house.hanna.until(lambda seen: _is_said(seen, SUMMARY))


def hanna_reads_what_was_released_and_nothing_else(house: House) -> None:
    say(house.hanna, "Hei, täällä kotisairaanhoito.")
    house.sari.sees(".line.counsellor", "Hei, täällä kotisairaanhoito.")
    everything = str(house.hanna.everything_seen)
    assert ALONG in everything
    assert EARLIER not in everything
    assert NOTE not in everything


def she_reads_in_her_conversation_what_she_permitted(house: House) -> None:
    house.sari.sees("[role=log]", "Keskustelu on avattu siellä, minne annoit luvan siirtää sen")
    house.sari.page.reload()
    for words in ("Et antanut lupaa", "Peruit luvan", "lupaa ei voi enää perua"):
        house.sari.sees("[role=log]", words)


def open_the_transfer(house: House) -> None:
    house.maija.do("key", on="mainWindow", key="F6")
    house.maija.until(lambda seen: any("Kotisairaanhoito" in target for target in seen["targets"]))
    house.maija.do("choose", list="transferTargets", part="Kotisairaanhoito")


def choose_the_summary(house: House) -> None:
    house.maija.do("press", name="consentScope")
    house.maija.do("trigger", name="consentScope2")


def transfer(house: House) -> None:
    house.maija.do("write", name="internalMessage", text=ALONG)
    house.maija.do("press", name="transferMove")


def say(desk: Desktop, text: str) -> None:
    for _ in desk.type(text, [0.01] * len(text)):
        continue
    desk.do("key", on="composer", key="Return")


def _is_said(seen: dict[str, object], words: str) -> bool:
    front = seen["front"]
    return isinstance(front, dict) and any(words in line for line in front["lines"])
