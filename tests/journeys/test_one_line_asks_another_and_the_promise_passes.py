"""A consultation from one line to another: asked about a customer, taken, a desk killed while it answers.

Then a further question, whose promise passes: the supervisor of another unit is told, and takes it over.
Everything is a process of its own and shipped as it is; the backend's clock alone is set by the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from server_stub.bootstrap.wiring import WallClock
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.working_days import is_working_day
from server_stub.settings.days_off import days_off
from tests.history.record import opened
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig
from tests.support.toll_line import Place, TollLine, a_toll_line

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

ADVICE, SCHOOL = "KONSULTAATIO_NEUVONTA", "KONSULTAATIO_PERUSOPETUS"
MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"], ADVICE))
TARJA = Account("tarja", "Rehtori Tarja", (SCHOOL,), role="line_professional")
PAIVI = Account("paivi", "Esihenkilö Päivi", (QUEUES["adults"],), role="supervisor")
FIRST = "Lapsi ei pääse kouluun"
SECRET = "Äidin nimi on salainen"
SUBJECT = "Lapsen kuljetus kouluun"
QUESTION = "Kuka päättää kuljetuksesta?"
ANSWER = "Perusopetus päättää."
FURTHER = "Entä loma-aikana?"


@dataclass(slots=True)
class House:
    """Everybody in it, and the clock on the backend's wall."""

    rig: Rig
    clock: Path
    monday: datetime
    maija: Desktop
    tarja: Desktop
    paivi: Desktop
    tarjas_line: TollLine
    sari: PageCustomer

    def is_now(self, day: int, hour: int, minute: int) -> None:
        """Set the clock: days since the Monday, and the time on a wall in Helsinki."""
        wanted = self.monday.replace(hour=hour, minute=minute) + timedelta(days=day)
        self.clock.write_text(str(round(wanted.timestamp() * 1000) - WallClock().millis()), encoding="ascii")

    def come_in(self, desk: Desktop, account: Account) -> None:
        """Sign in anew, as another day begins."""
        desk.close()
        desk.start()
        desk.come_in(account.user_name, PASSWORD, has_queues=account is not TARJA)


def a_monday_ahead() -> datetime:
    """A Monday to come, with four working days after it."""
    now = datetime.fromtimestamp(WallClock().millis() / 1000, HELSINKI)
    day = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=10)
    free = days_off([day.year, day.year + 1])
    while day.weekday() != 0 or not all(
        is_working_day((day + timedelta(days=n)).date(), free) for n in range(5)
    ):
        day += timedelta(days=1)
    return day


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, TARJA, PAIVI])
        line = inside.enter_context(a_toll_line(lambda: rig.port))
        tarjas_way = f"http://127.0.0.1:{line.port}"
        rig.settings += (f"public_origin={tarjas_way}",)
        clock = tmp_path / "clock"
        clock.write_text("0", encoding="ascii")
        rig.start("--clock", str(clock), module="tests.history.rigged")
        inside.callback(rig.kill)
        desks = []
        for account, way in ((MAIJA, rig.url), (TARJA, tarjas_way), (PAIVI, rig.url)):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=way, session=session)
            inside.callback(desk.close)
            desks.append(desk)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        house = House(rig, clock, a_monday_ahead(), desks[0], desks[1], desks[2], line, sari)
        house.is_now(0, 9, 0)
        for desk, account in ((house.maija, MAIJA), (house.tarja, TARJA)):
            desk.start()
            desk.come_in(account.user_name, PASSWORD, has_queues=account is not TARJA)
        yield house
        assert sari.errors == []


def test_one_line_asks_another_answers_come_and_a_promise_passes(house: House):
    """R123, R124, R126: two lines, one outside the county; a customer's page beside it knows nothing."""
    maija_asks_about_her_customer(house)
    tarja_takes_it_and_dies_while_the_answer_is_on_its_way(house)
    the_answer_is_there_once_and_maija_asks_further(house)
    the_promise_passes_and_the_supervisor_takes_it_over(house)
    nothing_of_it_was_ever_the_customers(house)
    promises_are_kept_in_the_books(house)


def maija_asks_about_her_customer(house: House) -> None:
    house.sari.enter("perhe", FIRST)
    house.maija.until(lambda seen: is_said(seen["waiting"], FIRST))
    house.maija.do("key", on="mainWindow", key="F2")
    house.maija.until(lambda seen: is_said(seen["front"]["lines"], FIRST))
    house.sari.type(SECRET)
    house.sari.send()
    house.maija.until(lambda seen: is_said(seen["front"]["lines"], SECRET))
    house.maija.do("key", on="mainWindow", key="N", modifier="ControlModifier")
    house.maija.until(lambda seen: seen["consultations"] and seen["consultations"]["is_asking"])
    house.maija.do("choose", list="linesToAsk", part="Perusopetus")
    house.maija.do("write", name="newConsultationText", text=QUESTION)
    house.maija.do("write", name="consultationSubjectText", text=SUBJECT)
    house.maija.do("press", name="linkConversation")
    house.maija.do("choose", list="attachedList", part=FIRST)
    house.maija.do("key", on="attachedList", key="Space")
    house.maija.do("press", name="sendConsultation")
    house.maija.until(lambda seen: is_said(seen["consultations"]["list"], SUBJECT))


def tarja_takes_it_and_dies_while_the_answer_is_on_its_way(house: House) -> None:
    house.tarja.do("key", on="mainWindow", key="7", modifier="ControlModifier")
    row = house.tarja.until(
        lambda seen: next((row for row in seen["consultations"]["list"] if SUBJECT in row), "")
    )
    assert "3 arkipäivää · 0 %" in row
    assert "ulkopuolinen" in row
    house.tarja.do("choose", list="consultationList", part=SUBJECT)
    thread = house.tarja.until(lambda seen: seen["consultations"]["thread"])
    assert QUESTION in thread[0]
    assert f"Asiakas: {FIRST}" in thread[0]
    assert SECRET not in str(house.tarja.everything_seen), "a line that was not ticked"
    house.tarja.do("press", name="claimConsultation")
    house.tarja.until(lambda seen: is_said(seen["consultations"]["list"], "sinulla"))
    house.tarja.do("write", name="consultationText", text=ANSWER)
    house.tarjas_line.stop("WriteToConsultation", Place.COMMITTED)
    house.tarja.do("press", name="sendToConsultation")
    house.tarjas_line.wait_until_stopped()
    house.tarja.kill()
    house.tarjas_line.let_go()


def the_answer_is_there_once_and_maija_asks_further(house: House) -> None:
    house.tarja.start()
    house.tarja.come_in(TARJA.user_name, PASSWORD, has_queues=False)
    house.tarja.do("key", on="mainWindow", key="7", modifier="ControlModifier")
    house.tarja.do("choose", list="consultationList", part=SUBJECT)
    house.tarja.until(lambda seen: sum(ANSWER in each for each in seen["consultations"]["thread"]) == 1)
    assert house.tarja.look()["consultations"]["written"] == ""
    house.maija.do("choose", list="consultationList", part=SUBJECT)
    house.maija.until(lambda seen: is_said(seen["consultations"]["thread"], ANSWER))
    house.maija.until(lambda seen: is_said(seen["consultations"]["list"], "vastattu, lupaus pidetty"))
    house.maija.do("write", name="consultationText", text=FURTHER)
    house.maija.do("press", name="sendToConsultation")
    house.tarja.until(lambda seen: is_said(seen["consultations"]["thread"], FURTHER))
    house.tarja.until(lambda seen: seen["consultations"]["promise"].startswith("Vastaus viimeistään to"))


def the_promise_passes_and_the_supervisor_takes_it_over(house: House) -> None:
    """Thursday at four it is due; at one minute past, somebody who serves neither line is told."""
    house.maija.close()
    house.tarja.close()
    house.is_now(3, 15, 59)
    house.paivi.start()
    house.paivi.come_in(PAIVI.user_name, PASSWORD)
    house.paivi.do("key", on="mainWindow", key="7", modifier="ControlModifier")
    house.paivi.until(lambda seen: seen["consultations"] is not None)
    assert SUBJECT not in str(house.paivi.everything_seen)
    house.is_now(3, 16, 1)
    house.paivi.until(lambda seen: is_said(seen["consultations"]["list"], "myöhässä, esihenkilöille"))
    house.paivi.do("choose", list="consultationList", part=SUBJECT)
    house.paivi.until(lambda seen: is_said(seen["consultations"]["thread"], FURTHER))
    house.paivi.do("press", name="claimConsultation")
    house.paivi.until(lambda seen: is_said(seen["consultations"]["list"], "sinulla"))
    house.come_in(house.tarja, TARJA)
    house.tarja.do("key", on="mainWindow", key="7", modifier="ControlModifier")
    house.tarja.until(lambda seen: is_said(seen["consultations"]["list"], PAIVI.display_name))


def nothing_of_it_was_ever_the_customers(house: House) -> None:
    page = house.sari.page.content()
    for word in (SUBJECT, QUESTION, ANSWER, FURTHER, "onsultaatio"):
        assert word not in page


def promises_are_kept_in_the_books(house: House) -> None:
    for desk in (house.maija, house.tarja, house.paivi):
        desk.close()
    house.rig.stop()
    assert house.rig.audit_verifies()
    query = "SELECT number, outcome FROM consultation_promises ORDER BY number"
    with opened(house.rig.database, house.rig.key_file) as connection:
        assert [tuple(row) for row in connection.execute(query)] == [(1, "kept"), (2, "broken")]


def is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)
