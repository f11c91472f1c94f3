"""From advice to the line and on to her own worker, who comes later, answers and closes (R075, R076).

Page, provider, backend and desks are processes of their own, shipped as they are. The three professionals are
at their desks one after the other: a message waits for whoever is to have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.openid_provider import AINO, an_openid_provider
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

LINE = "SIIRTO_SENIORI_INFO_KIIREETON"
MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],))
SEIJA = Account("seija", "Seija Virta", (LINE,), role="line_professional")

EILA = Account("eila", "Eila Salonen", (LINE,), capacity=1, role="line_professional")
FIRST = "Milloin hoitaja tulee?"
ALONG = "Omatyontekija: Eila Salonen"
ANSWER = "Tulen tiistaina."


@dataclass(frozen=True, slots=True)
class House:
    """The backend, the customer at her page, and where desks are begun."""

    rig: Rig
    aino: PageCustomer
    folder: Path
    inside: ExitStack

    def desk(self, account: Account) -> Desktop:
        """Somebody comes to her desk."""
        session = self.inside.enter_context(a_session())
        desk = Desktop(self.folder / account.user_name, server=self.rig.url, session=session)
        desk.start()
        self.inside.callback(desk.close)
        desk.come_in(account.user_name, PASSWORD)
        return desk


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        provider = inside.enter_context(an_openid_provider())
        rig = a_new_rig(tmp_path / "data", [MAIJA, SEIJA, EILA])
        rig.settings += provider.settings(tmp_path)
        rig.start()
        inside.callback(rig.kill)
        aino = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(aino.close)
        yield House(rig, aino, tmp_path, inside)
        assert aino.errors == []


def test_the_line_sends_it_on_to_her_own_worker_who_answers_and_closes(house: House) -> None:
    she_asks_as_herself(house.aino)
    advice_moves_it_onward(house)
    the_line_sends_it_on_to_who_is_away(house)
    her_own_worker_finds_it_answers_and_closes(house)
    house.rig.stop()
    assert kept_in(house.rig) == [("Eila Salonen", LINE)]
    assert house.rig.audit_verifies()


def she_asks_as_herself(aino: PageCustomer) -> None:
    aino.page.goto("/?lang=fi")
    aino.press("Tunnistaudu ennen keskustelua")
    aino.press(AINO.label)
    expect(aino.page.get_by_role("button", name="Aloita chat tunnistautuneena")).to_be_visible()
    aino.page.locator("#topic").select_option("toimeentulo")
    aino.page.locator("#first-words").fill(FIRST)
    aino.press("Aloita chat tunnistautuneena")
    expect(aino.page.locator("#message")).to_be_visible()


def advice_moves_it_onward(house: House) -> None:
    maija = house.desk(MAIJA)
    maija.until(lambda seen: seen["waiting"])
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: seen["front"])
    maija.do("key", on="mainWindow", key="F6")
    maija.until(lambda seen: any("Seniori-info (kiireetön)" in target for target in seen["targets"]))
    maija.do("choose", list="transferTargets", part="Seniori-info (kiireetön)")
    maija.do("write", name="internalMessage", text=ALONG)
    maija.do("press", name="transferMove")
    maija.until(lambda seen: not seen["front"])
    maija.close()


def the_line_sends_it_on_to_who_is_away(house: House) -> None:
    """R075: who receives it takes it from her queue and sends it on; its new holder has not come yet."""
    seija = house.desk(SEIJA)
    seija.do("key", on="mainWindow", key="8", modifier="ControlModifier")
    seija.do("choose", list="messageList", part="Asiakas")
    seija.do("press", name="takeMessage")
    seija.until(lambda seen: seen["front"] and said(seen["front"]["lines"], FIRST))
    seija.do("key", on="mainWindow", key="F6")
    seija.do("press", name="transferToProfessional")
    seija.until(lambda seen: said(seen["targets"], "Eila Salonen"))
    seija.do("choose", list="transferTargets", part="Eila Salonen")
    seija.do("write", name="internalMessage", text=ALONG)
    seija.do("press", name="transferMove")
    seija.until(lambda seen: seen["strips"]["sentOffer"].startswith("Tarjottu: Eila Salonen."))
    seija.close()


def her_own_worker_finds_it_answers_and_closes(house: House) -> None:
    """R076."""
    eila = house.desk(EILA)
    eila.until(lambda seen: ALONG in seen["offer"]["says"])
    eila.do("press", name="acceptOffer")
    eila.until(lambda seen: seen["front"] and said(seen["front"]["lines"], FIRST))
    eila.do("write", name="composer", text=ANSWER)
    eila.do("key", on="composer", key="Return")
    house.aino.sees("[role=log]", ANSWER)
    eila.do("key", on="mainWindow", key="F9")
    eila.until(lambda seen: seen["wrap_up"] and seen["wrap_up"]["reasons"])
    eila.do("key", on="contactReasons", key="2", modifier="AltModifier")
    eila.do("key", on="contactReasons", key="Return")
    house.aino.sees("#title", "Keskustelu on päättynyt")
    eila.until(lambda seen: seen["tabs"] == [] and eila.do("unsent") == [])
    eila.close()


def kept_in(rig: Rig) -> list[tuple[str, str]]:
    """Who wrapped it up, and in which queue; a row for each."""
    query = "SELECT s.display_name, w.queue_id FROM wrap_ups w JOIN staff s ON s.staff_id = w.staff_id"
    with opened(rig.database, rig.key_file) as connection:
        return [tuple(row) for row in connection.execute(query)]


def said(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)
