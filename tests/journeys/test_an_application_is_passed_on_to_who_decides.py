"""An application comes as a file, is read, passed on by discretion, and read where it went (R047–R049).

Page, provider, backend and desks are processes of their own, shipped as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.openid_provider import AINO, an_openid_provider
from tests.support.page_customer import PageCustomer
from tests.support.papers import a_pdf
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

WORKERS = "SIIRTO_SOSIAALITYO_KIIREETON"
MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["adults"],), role="guidance_staff")
SEIJA = Account("seija", "Seija Virta", (WORKERS,), role="line_professional")
FIRST = "Tassa on hakemukseni"
APPLICATION = FilePayload(name="Hakemus.pdf", mimeType="application/pdf", buffer=a_pdf(pages=2))
ALONG = "Tilanne on muuttunut"


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
        rig = a_new_rig(tmp_path / "data", [MAIJA, SEIJA])
        rig.settings += provider.settings(tmp_path)
        rig.start()
        inside.callback(rig.kill)
        aino = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(aino.close)
        yield House(rig, aino, tmp_path, inside)
        assert aino.errors == []


def test_guidance_reads_an_application_and_a_social_worker_is_given_it(house: House) -> None:
    she_applies_as_herself(house.aino)
    guidance_reads_it_and_passes_it_on(house)
    the_social_worker_reads_it_where_it_went(house)
    house.rig.stop()
    assert kept_in(house.rig) == [("neuvonta", "social_worker", WORKERS)]
    assert looks_in(house.rig) == 2
    assert house.rig.audit_verifies()


def she_applies_as_herself(aino: PageCustomer) -> None:
    aino.page.goto("/?lang=fi")
    aino.press("Tunnistaudu ennen keskustelua")
    aino.press(AINO.label)
    expect(aino.page.get_by_role("button", name="Aloita chat tunnistautuneena")).to_be_visible()
    aino.page.locator("#topic").select_option("toimeentulo")
    aino.page.locator("#first-words").fill(FIRST)
    aino.press("Aloita chat tunnistautuneena")
    expect(aino.page.locator("#message")).to_be_visible()
    aino.press("Lisää liite")
    aino.page.locator("#attachment").set_input_files(APPLICATION)
    aino.press("Lähetä liite")
    aino.sees("[role=log]", "Hakemus.pdf")


def guidance_reads_it_and_passes_it_on(house: House) -> None:
    """R049: three by name, none chosen for her."""
    maija = house.desk(MAIJA)
    maija.until(lambda seen: seen["waiting"])
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: seen["front"] and said(seen["front"]["lines"], "Hakemus.pdf"))
    reads_the_file(maija)
    maija.do("press", name="viewerPassOn")
    three = ["Etuuskäsittely", "Sosiaaliohjaaja", "Sosiaalityöntekijä"]
    maija.until(lambda seen: [target.split(", ")[0] for target in seen["targets"]] == three)
    with pytest.raises(AssertionError, match="cannot be pressed"):
        maija.do("press", name="transferMove")
    maija.do("choose", list="transferTargets", part="Sosiaalityöntekijä")
    maija.do("write", name="internalMessage", text=ALONG)
    maija.do("press", name="transferMove")
    maija.until(lambda seen: not seen["front"])
    maija.close()


def the_social_worker_reads_it_where_it_went(house: House) -> None:
    """The file has gone along with its conversation, and so has what was written of it."""
    seija = house.desk(SEIJA)
    seija.do("key", on="mainWindow", key="8", modifier="ControlModifier")
    seija.do("choose", list="messageList", part="Asiakas")
    seija.do("press", name="takeMessage")
    seija.until(lambda seen: seen["front"] and said(seen["front"]["lines"], "Hakemus.pdf"))
    seija.until(lambda seen: ALONG in seen["front"]["along"])
    reads_the_file(seija)
    seija.close()


def reads_the_file(desk: Desktop) -> None:
    """Its first page is on the screen, drawn by the guarded process."""
    desk.do("key", on="mainWindow", key="O", modifier="ControlModifier")
    desk.until(lambda seen: seen["file"] and seen["file"]["has_page"])
    assert desk.look()["file"]["count"] == "Sivu 1 / 2"


def kept_in(rig: Rig) -> list[tuple[str, str, str]]:
    """What is counted of applications that were passed on."""
    with opened(rig.database, rig.key_file) as connection:
        query = "SELECT service_id, target, queue_id FROM passed_on"
        return [tuple(row) for row in connection.execute(query)]


def looks_in(rig: Rig) -> int:
    """How often the audit log says that the file was looked at."""
    with opened(rig.database, rig.key_file) as connection:
        entries = [bytes(row[0]).decode() for row in connection.execute("SELECT entry FROM audit")]
    return sum(" look" in entry for entry in entries)


def said(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)
