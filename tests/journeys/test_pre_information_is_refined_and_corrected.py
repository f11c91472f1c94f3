"""What a customer chose is refined, then corrected: she is moved, told in her language, and both are kept."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(420)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["disability"],))
JOHAN = Account("johan", "Johan Lindqvist", (QUEUES["sv"],))
WORDS = "Hej, kan jag få hjälp på svenska?"
DETAIL = "Avustaja töihin."
WRITTEN_ALONG = "Puhuu ruotsia."


def test_a_finer_topic_is_refined_and_the_language_corrected(tmp_path: Path):
    """R066, R067, R068, R069: two real desks and a real browser; what she chose is kept as well."""
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        rig.start()
        inside.callback(rig.kill)
        session = inside.enter_context(a_session())
        maija = _come_in(inside, tmp_path, rig, session, MAIJA)
        johan = _come_in(inside, tmp_path, rig, session, JOHAN)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        sari.page.goto("/?lang=fi")
        sari.page.locator("#topic").select_option("vammaispalvelut")
        sari.page.locator("#finer-topic").select_option("vp_asuminen")
        sari.page.locator("#first-words").fill(WORDS)
        sari.page.locator("form button[type=submit]").click()
        expect(sari.page.locator("#message")).to_be_visible()

        maija.until(lambda seen: any(WORDS in line for line in seen["waiting"]))
        maija.do("key", on="mainWindow", key="F2")
        maija.until(lambda seen: "Aihe: Vammaispalvelut · Asuminen ja asunnon muutostyöt" in seen["topic"])
        maija.do("key", on="mainWindow", key="T", modifier="ControlModifier|ShiftModifier")
        maija.do("key", on="preInformationTopics", key="Home")
        maija.do("key", on="preInformationTopics", key="Down")
        maija.do("write", name="preInformationText", text=DETAIL)
        maija.do("press", name="preInformationDo")
        refined = maija.until(lambda seen: _changed(seen["topic"], "Tarkennettu: Maija Lehtonen"))
        assert "Aihe: Vammaispalvelut · Henkilökohtainen apu" in refined
        assert "Asiakas valitsi: Vammaispalvelut · Asuminen ja asunnon muutostyöt · suomi" in refined
        assert f"Lisätieto: ”{DETAIL}”" in refined

        maija.do("key", on="mainWindow", key="O", modifier="ControlModifier|ShiftModifier")
        maija.do("press", name="preInformationLanguage_sv")
        maija.do("write", name="preInformationText", text=WRITTEN_ALONG)
        maija.do("press", name="preInformationDo")
        sari.sees(".transferred", "Ditt samtal flyttades till: Rådgivning · svenska.")
        sari.sees("#dock", "Det är strax din tur.")
        assert sari.page.locator("html").get_attribute("lang") == "sv"
        assert DETAIL not in sari.page.content()
        maija.until(lambda seen: not seen["tabs"])

        johan.until(lambda seen: any(WORDS in line for line in seen["waiting"]))
        johan.do("key", on="mainWindow", key="F2")
        corrected = johan.until(lambda seen: _changed(seen["topic"], "Oikaistu: Maija Lehtonen"))
        assert "Aihe: Vammaispalvelut · Henkilökohtainen apu" in corrected
        assert any(WORDS in line for line in johan.look()["front"]["lines"])
        assert _kept_in(rig) == [
            ("refined", "vp_apu", "fi", "vp_asuminen", "fi", QUEUES["sv"]),
            ("corrected", "vp_apu", "sv", "vp_asuminen", "fi", QUEUES["sv"]),
        ]
        assert sari.errors == []


def _come_in(
    inside: ExitStack, folder: Path, rig: Rig, session: Mapping[str, str], account: Account
) -> Desktop:
    desk = Desktop(folder / account.user_name, server=rig.url, session=session)
    desk.start()
    inside.callback(desk.close)
    desk.come_in(account.user_name, PASSWORD)
    return desk


def _changed(lines: list[str], beginning: str) -> list[str]:
    return lines if any(line.startswith(beginning) for line in lines) else []


def _kept_in(rig: Rig) -> list[tuple[str, ...]]:
    """Each act as it left it, beside what she chose and where the conversation is now."""
    query = (
        "SELECT a.act, a.finer_topic_id, a.language, c.chosen_finer_topic_id, c.chosen_language, c.queue_id"
        " FROM pre_information_acts a JOIN conversations c ON c.row = a.conversation ORDER BY a.fact_number"
    )
    with opened(rig.database, rig.key_file) as connection:
        return [tuple(row) for row in connection.execute(query)]
