"""One customer, two desks: offered, declined, offered again over a crash of the sender, accepted.

The talk goes on where it went.

Everything is a process of its own and shipped as it is (R074, R079; trust.md I5, I6).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.history.record import read_record
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig
from tests.support.toll_line import Place, TollLine, a_toll_line

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
JOHAN = Account("johan", "Johan Lindqvist", (QUEUES["adults"],))
FIRST = "Lapsi ei nuku"
ALONG = "Tuttu asia, jatkatko?"
NOTE = "Soitettu etuuteen"
WHY = "Olen menossa palaveriin"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it. Maija's line to the backend can be stopped."""

    rig: Rig
    maija: Desktop
    johan: Desktop
    maijas_line: TollLine
    sari: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        line = inside.enter_context(a_toll_line(lambda: rig.port))
        maijas_way = f"http://127.0.0.1:{line.port}"
        rig.settings += (f"public_origin={maijas_way}",)
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account, server in ((MAIJA, maijas_way), (JOHAN, rig.url)):
            desk = Desktop(
                tmp_path / account.user_name, server=server, session=inside.enter_context(a_session())
            )
            desk.start()
            inside.callback(desk.close)
            desk.come_in(account.user_name, PASSWORD)
            desks.append(desk)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        yield House(rig, desks[0], desks[1], line, sari)
        assert sari.errors == []


def test_offered_declined_offered_again_over_a_crash_and_accepted(house: House):
    maija_has_the_customer(house)
    it_is_offered_and_the_other_sees_no_word_of_the_customers(house)
    it_is_declined_and_maija_reads_why_and_still_has_what_she_wrote_along(house)
    maija_dies_with_an_offer_committed_and_unanswered(house)
    johan_accepts_and_the_customer_is_told_and_goes_on(house)
    maija_comes_back_without_the_conversation_and_with_her_text(house)
    exactly_one_was_responsible_all_the_while(house)


def maija_has_the_customer(house: House) -> None:
    house.sari.enter("perhe", FIRST)
    house.maija.until(lambda seen: _is_said(seen["waiting"], FIRST))
    house.maija.do("key", on="mainWindow", key="F2")
    house.maija.until(lambda seen: _is_said(seen["front"]["lines"], FIRST))
    house.maija.do("write", name="noteText", text=NOTE)
    house.maija.do("press", name="saveNote")
    house.maija.until(lambda seen: _is_said(seen["front"]["lines"], NOTE))


def it_is_offered_and_the_other_sees_no_word_of_the_customers(house: House) -> None:
    house.maija.do("key", on="mainWindow", key="F6")
    house.maija.do("press", name="transferToProfessional")
    house.maija.until(lambda seen: _is_said(seen["targets"], "Johan Lindqvist, tilaa"))
    house.maija.do("write", name="internalMessage", text=ALONG)
    house.maija.do("press", name="transferMove")
    house.maija.until(lambda seen: seen["strips"]["sentOffer"].startswith("Tarjottu: Johan Lindqvist."))
    says = house.johan.until(lambda seen: seen["offer"]["says"])
    assert says.startswith("Siirtotarjous sinulle · Maija Lehtonen")
    assert ALONG in says
    assert FIRST not in str(house.johan.everything_seen)
    house.sari.sees("#status", "Keskustelu käynnissä")


def it_is_declined_and_maija_reads_why_and_still_has_what_she_wrote_along(house: House) -> None:
    house.johan.do("press", name="declineOffer")
    house.johan.until(lambda seen: seen["offer"]["asks_why"])
    house.johan.do("write", name="declineReason", text=WHY)
    house.johan.do("press", name="sendDecline")
    house.johan.until(lambda seen: seen["window"] == "work" and seen["offer"] is None)
    told = house.maija.until(lambda seen: seen["strips"]["notice"])
    assert told.startswith("Johan Lindqvist kieltäytyi asiakkaasta")
    assert WHY in told
    assert "Keskustelu on edelleen sinulla." in told
    house.maija.do("press", name="noticeAction")
    for _ in house.maija.type("Olen yhä tässä.", [0.02] * 15):
        continue
    house.maija.do("key", on="composer", key="Return")
    house.sari.sees(".line.counsellor", "Olen yhä tässä.")


def maija_dies_with_an_offer_committed_and_unanswered(house: House) -> None:
    """What she wrote along stands in the sheet as it was; the answer to the offer never reaches her."""
    house.maija.do("key", on="mainWindow", key="F6")
    house.maija.do("press", name="transferToProfessional")
    house.maija.until(lambda seen: _is_said(seen["targets"], "Johan Lindqvist, tilaa"))
    house.maijas_line.stop("OfferTransfer", Place.COMMITTED)
    house.maija.do("press", name="transferMove")
    house.maijas_line.wait_until_stopped()
    house.maija.kill()
    house.maijas_line.let_go()
    says = house.johan.until(lambda seen: seen["offer"]["says"])
    assert ALONG in says


def johan_accepts_and_the_customer_is_told_and_goes_on(house: House) -> None:
    house.johan.do("press", name="acceptOffer")
    house.johan.until(lambda seen: _is_said(seen["front"]["lines"], FIRST))
    house.johan.until(lambda seen: _is_said(seen["front"]["lines"], "Olen yhä tässä."))
    house.johan.until(lambda seen: _is_said(seen["front"]["lines"], f"ei näy asiakkaalle: {NOTE}"))
    house.sari.sees(".transferred", "Keskusteluasi jatkaa toinen neuvoja.")
    house.sari.page.reload()
    house.sari.sees(".transferred", "Keskusteluasi jatkaa toinen neuvoja.")
    for _ in house.johan.type("Johan jatkaa.", [0.02] * 13):
        continue
    house.johan.do("key", on="composer", key="Return")
    house.sari.sees(".line.counsellor", "Johan jatkaa.")
    assert ALONG not in house.sari.page.content()
    assert NOTE not in house.sari.page.content()
    assert "Johan Lindqvist" not in house.sari.page.content()


def maija_comes_back_without_the_conversation_and_with_her_text(house: House) -> None:
    house.maija.start()
    house.maija.come_in(MAIJA.user_name, PASSWORD)
    left = house.maija.until(lambda seen: seen["strips"]["leftText"])
    assert ALONG in left
    assert house.maija.look()["tabs"] == []


def exactly_one_was_responsible_all_the_while(house: House) -> None:
    for desk in (house.maija, house.johan):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    kinds = [fact.kind for fact in record.facts if fact.kind.startswith(("Offer", "TransferOffered"))]
    assert kinds == ["TransferOffered", "OfferEnded", "TransferOffered", "OfferAccepted"]
    assert house.rig.audit_verifies()


def _is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)
