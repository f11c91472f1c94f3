"""In the middle of a chat a customer is asked to identify, does, and can go to another service line.

Page, provider, backend and two desks are processes of their own, shipped as they are (R039, R043, R044, R077,
R078; trust.md U07, U18). She goes through the provider's own pages in the window she chats in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.openid_provider import AINO, an_openid_provider
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

SENIORS = "SIIRTO_SENIORI_INFO_CHAT"
MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
JOHAN = Account("johan", "Johan Lindqvist", (SENIORS,), role="line_professional")
FIRST = "Äiti ei pärjää kotona"
SECOND = "Äitini numero on 040 765 4321"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    rig: Rig
    maija: Desktop
    johan: Desktop
    sari: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        provider = inside.enter_context(an_openid_provider())
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        rig.settings += provider.settings(tmp_path)
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, JOHAN):
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


def test_asked_identified_and_transferred_where_only_identified_customers_go(house: House):
    maija_answers_an_anonymous_customer(house)
    she_is_asked_and_identifies_in_the_same_window(house)
    maija_sees_who_she_is_and_from_which_line_on(house)
    what_she_writes_now_is_not_covered(house)
    her_code_is_shown_when_it_is_asked_for(house)
    she_can_be_transferred_now_and_johan_knows_her(house)
    house.rig.kill()
    assert house.rig.audit_verifies()


def maija_answers_an_anonymous_customer(house: House) -> None:
    house.sari.enter("perhe", FIRST)
    house.maija.until(lambda seen: seen["waiting"])
    house.maija.do("key", on="mainWindow", key="F2")
    identity = house.maija.until(lambda seen: seen["front"] and seen["identity"])
    assert "Anonyymi chat" in identity["notice"]
    assert "customerFullName" not in identity


def she_is_asked_and_identifies_in_the_same_window(house: House) -> None:
    house.maija.do("press", name="askIdentification")
    house.maija.until(lambda seen: "Pyydetty tunnistautumaan" in seen["identity"]["notice"])
    house.sari.sees(".ask", "Neuvoja pyytää sinua tunnistautumaan")
    house.sari.press("Tunnistaudu nyt")
    page = house.sari.page
    expect(page.get_by_role("heading", name="Koetunnistus")).to_be_visible()
    house.sari.press(AINO.label)
    house.sari.sees("#notice", "Olet tunnistautunut.")
    house.sari.sees("[role=log]", FIRST)
    house.sari.press("Jätä nimettömiksi")


def maija_sees_who_she_is_and_from_which_line_on(house: House) -> None:
    identity = house.maija.until(_identity)
    assert identity["customerFullName"] == "Nimi: Aino Esimerkki"
    assert identity["identityCode"] == "Henkilötunnus: peitetty"
    assert identity["notice"] == ""
    house.maija.until(lambda seen: _is_said(seen, "tästä eteenpäin · aiemmat viestit jäävät nimettömiksi"))
    house.maija.until(lambda seen: _is_said(seen, FIRST))


def what_she_writes_now_is_not_covered(house: House) -> None:
    house.sari.type(SECOND)
    house.sari.send()
    house.maija.until(lambda seen: _is_said(seen, SECOND))


def her_code_is_shown_when_it_is_asked_for(house: House) -> None:
    house.maija.do("press", name="showIdentityCode")
    house.maija.until(lambda seen: AINO.identity_code in seen["identity"]["identityCode"])


def she_can_be_transferred_now_and_johan_knows_her(house: House) -> None:
    house.maija.do("key", on="mainWindow", key="F6")
    house.maija.until(lambda seen: any("Seniori" in target for target in seen["targets"]))
    house.maija.do("choose", list="transferTargets", part="Seniori-info")
    house.maija.do("press", name="transferMove")
    house.johan.until(lambda seen: seen["waiting"])
    # Of her name nothing is told before somebody has taken her.
    assert "Esimerkki" not in str(house.johan.everything_seen)
    house.johan.do("key", on="mainWindow", key="F2")
    house.johan.until(lambda seen: seen["front"])
    identity = house.johan.until(_identity)
    assert identity["customerFullName"] == "Nimi: Aino Esimerkki"
    house.maija.until(lambda seen: not seen["front"] or "customerFullName" not in seen["identity"])


def _identity(seen: dict[str, Any]) -> dict[str, str]:
    """What stands of an identified customer in front; nothing of an anonymous one."""
    identity: dict[str, str] = seen["identity"]
    return identity if "customerFullName" in identity else {}


def _is_said(seen: dict[str, object], words: str) -> bool:
    front = seen["front"]
    return isinstance(front, dict) and any(words in line for line in front["lines"])
