"""A morning through the whole house: two browsers, two workstations, one backend, and what its log says.

Everything is a process of its own and shipped as it is: Chromium, the workstation over its keyring and
folder, the backend over its SQLCipher file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.history.record import read_record
from tests.support.audit_tampering import TAMPERINGS
from tests.support.caller import Caller
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig
from tests.support.toll_line import Place, TollLine, a_toll_line

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

SENIOR = "SIIRTO_SENIORI_INFO_CHAT"
MAIJA = Account(
    "maija",
    "Maija Lehtonen",
    (QUEUES["adults"], QUEUES["family"], QUEUES["disability"], QUEUES["fi"], SENIOR),
)
JOHAN = Account("johan", "Johan Lindqvist", (QUEUES["adults"], QUEUES["sv"]))
CODE = "150385-912E"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it. Johan's line to the backend can be slow."""

    rig: Rig
    maija: Desktop
    johan: Desktop
    johans_line: TollLine
    sari: PageCustomer
    sven: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        line = inside.enter_context(a_toll_line(lambda: rig.port))
        johans_way = f"http://127.0.0.1:{line.port}"
        rig.settings += (f"public_origin={johans_way}",)
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account, server in ((MAIJA, rig.url), (JOHAN, johans_way)):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=server, session=session)
            desk.start()
            inside.callback(desk.close)
            desks.append(desk)
        for desk, account in zip(desks, (MAIJA, JOHAN), strict=True):
            desk.come_in(account.user_name, PASSWORD)
        browser = inside.enter_context(a_browser())
        customers = [PageCustomer(browser, rig.url, language=language) for language in ("fi", "sv")]
        for customer in customers:
            inside.callback(customer.close)
        yield House(rig, desks[0], desks[1], line, customers[0], customers[1])
        assert [customer.errors for customer in customers] == [[], []]


def test_two_customers_and_two_counsellors_are_done_by_noon(house: House, tmp_path: Path):
    each_desk_shows_the_queues_it_serves_by_their_exact_names(house)
    whoever_comes_by_topic_and_language_waits_in_the_right_queue(house)
    who_does_not_serve_a_queue_sees_nobody_in_it(house)
    both_take_sari_and_one_gets_her_and_the_other_is_told_who(house)
    answers_typing_and_seen_marks_go_both_ways(house)
    sven_is_answered_in_swedish(house)
    an_identity_code_is_caught_on_the_page(house)
    an_identity_code_sent_past_the_page_reaches_no_desk(house)
    a_counsellor_closes_and_a_customer_ends(house)
    close_the_house(house)
    nothing_stored_holds_the_code(house)
    no_change_to_the_log_or_a_fact_goes_unnoticed(house, tmp_path)


def each_desk_shows_the_queues_it_serves_by_their_exact_names(house: House) -> None:
    for desk, account in ((house.maija, MAIJA), (house.johan, JOHAN)):
        served = desk.until(lambda seen: seen["queues"])
        assert sorted(served) == sorted(account.queues)


def whoever_comes_by_topic_and_language_waits_in_the_right_queue(house: House) -> None:
    house.sari.enter("toimeentulo", "Rahat ovat loppu")
    house.sven.enter("asuminen", "Hyran är försenad")
    for topic_id, words in (("perhe", "Lapsi"), ("vammaispalvelut", "Kuljetus"), ("muu", "Muuta")):
        with Caller(house.rig.url) as caller:
            caller.open(words, topic_id=topic_id)
    for desk, queue_id, words in (
        (house.maija, QUEUES["adults"], "Rahat ovat loppu"),
        (house.maija, QUEUES["family"], "Lapsi"),
        (house.maija, QUEUES["disability"], "Kuljetus"),
        (house.maija, QUEUES["fi"], "Muuta"),
        (house.johan, QUEUES["sv"], "Hyran är försenad"),
        (house.johan, QUEUES["adults"], "Rahat ovat loppu"),
    ):
        assert len(_waiting(desk, queue_id, until=words)) == 1


def who_does_not_serve_a_queue_sees_nobody_in_it(house: House) -> None:
    """All five have come, as the step before has seen: four are before Maija, two before Johan."""
    for desk, count, sees_sven in ((house.maija, 4, False), (house.johan, 2, True)):
        seen = [line for queue_id in desk.look()["queues"] for line in _waiting(desk, queue_id)]
        assert len(seen) == count
        assert _said(seen, "Hyran är försenad") is sees_sven


def both_take_sari_and_one_gets_her_and_the_other_is_told_who(house: House) -> None:
    """Both press before either is told. Johan's line is the slower one."""
    house.johans_line.stop("ClaimWaiting", Place.GOING)
    for desk in (house.maija, house.johan):
        _waiting(desk, QUEUES["adults"], until="Rahat ovat loppu")
        desk.do("choose", list="waitingList", part="Rahat ovat loppu")
    house.johan.do("key", on="waitingList", key="Return")
    house.johans_line.wait_until_stopped()
    house.maija.do("key", on="waitingList", key="Return")
    house.maija.until(lambda seen: _said(seen["front"]["lines"], "Rahat ovat loppu"))
    house.johans_line.let_go()
    told = house.johan.until(lambda seen: seen["strips"]["notice"])
    assert told.startswith("Maija Lehtonen ehti ottaa asiakkaan")
    assert house.johan.look()["tabs"] == []
    house.johan.do("press", name="noticeSecond")
    house.sari.sees("#status", "Keskustelu käynnissä")


def answers_typing_and_seen_marks_go_both_ways(house: House) -> None:
    _type(house.maija, "Hei! Kerro lisää.")
    house.sari.sees(".typing", "kirjoittaa…")
    house.maija.do("key", on="composer", key="Return")
    house.sari.sees(".line.counsellor", "Hei! Kerro lisää.")
    house.maija.until(lambda seen: _said(seen["front"]["lines"], "Hei! Kerro lisää.", "(nähty)"))
    house.sari.type("Vuokra on")
    house.maija.until(lambda seen: seen["front"]["customer_typing"] == "Asiakas kirjoittaa…")
    house.sari.type(" kaksi kuukautta myöhässä")
    house.sari.send()
    house.maija.until(lambda seen: _said(seen["front"]["lines"], "Vuokra on kaksi kuukautta myöhässä"))
    house.sari.sees(".line.own", "nähty")


def sven_is_answered_in_swedish(house: House) -> None:
    _waiting(house.johan, QUEUES["sv"], until="Hyran är försenad")
    house.johan.do("key", on="mainWindow", key="F2")
    house.johan.until(lambda seen: _said(seen["front"]["lines"], "Hyran är försenad"))
    _type(house.johan, "Hej! Berätta mera.")
    house.johan.do("press", name="send")
    house.sven.sees(".line.counsellor", "Hej! Berätta mera.")


def an_identity_code_is_caught_on_the_page(house: House) -> None:
    house.sari.type(f"Tunnukseni on {CODE}")
    house.sari.send()
    house.sari.sees("#message-problem", "Viestissä näyttää olevan henkilötunnus.")
    house.sari.press("Poista tunnus")
    house.sari.type(" salaisuus")
    house.sari.send()
    house.maija.until(lambda seen: _said(seen["front"]["lines"], "Tunnukseni on", "salaisuus"))


def an_identity_code_sent_past_the_page_reaches_no_desk(house: House) -> None:
    for customer, desk in ((house.sari, house.maija), (house.sven, house.johan)):
        customer.send_past_the_page(f"Se on {CODE}, siis")
        desk.until(lambda seen: _said(seen["front"]["lines"], "Se on [peitetty], siis"))
        assert CODE not in json.dumps(desk.everything_seen, ensure_ascii=False)


def a_counsellor_closes_and_a_customer_ends(house: House) -> None:
    _wraps_up(house.maija, "Täydentävä toimeentulotuki")
    house.sari.sees("#title", "Keskustelu on päättynyt")
    house.sven.end("Avsluta samtalet")
    house.sven.sees("#title", "Samtalet är avslutat")
    house.johan.until(lambda seen: _said(seen["front"]["lines"], "Asiakas on päättänyt keskustelun"))
    assert "päättäminen kesken" in house.johan.look()["tabs"][0]
    _wraps_up(house.johan, "Asuminen ja vuokrarästit")
    for desk in (house.maija, house.johan):
        desk.until(lambda seen: seen["tabs"] == [])


def _wraps_up(desk: Desktop, suggested: str) -> None:
    """The reason is there from the topic she chose; the outcome takes one key, Enter finishes."""
    desk.do("key", on="mainWindow", key="F9")
    reasons = desk.until(lambda seen: seen["wrap_up"] and seen["wrap_up"]["reasons"])
    assert reasons[0] == f"{suggested}, yhteydenoton syy, valittu (1)"
    desk.do("key", on="contactReasons", key="2", modifier="AltModifier")
    desk.do("key", on="contactReasons", key="Return")


def close_the_house(house: House) -> None:
    """Everybody goes home; the backend ends in order."""
    for desk in (house.maija, house.johan):
        desk.close()
    house.rig.stop()


def nothing_stored_holds_the_code(house: House) -> None:
    record = read_record(house.rig.database, house.rig.key_file)
    assert CODE not in json.dumps([[fact.body, fact.customer_body] for fact in record.facts])
    assert record.is_whole


def no_change_to_the_log_or_a_fact_goes_unnoticed(house: House, tmp_path: Path) -> None:
    assert house.rig.audit_verifies()
    for number, (name, tamper) in enumerate(TAMPERINGS.items()):
        changed = house.rig.copy(tmp_path / f"changed{number}")
        positions = tamper(changed)
        verified = changed.run("audit", "verify")
        assert (name, verified.returncode) == (name, 1)
        for position in positions:
            assert f"position {position}: " in verified.stdout, (name, verified.stdout)


def _waiting(desk: Desktop, queue_id: str, *, until: str = "") -> list[str]:
    """Choose a queue by its exact name; who waits there, once somebody says `until`."""
    desk.do("choose_queue", queue_id=queue_id)
    desk.until(lambda seen: seen["queue"] == queue_id and (not until or _said(seen["waiting"], until)))
    waiting: list[str] = desk.look()["waiting"]
    return waiting


def _type(desk: Desktop, text: str) -> None:
    """At the speed of a quick typist."""
    for _ in desk.type(text, [0.03] * len(text)):
        continue


def _said(lines: list[str], *parts: str) -> bool:
    return any(all(part in line for part in parts) for line in lines)
