"""A customer writes that she cannot go on: one key, and nobody is alone with it (R092, R094).

Two desks, one backend. What the customer is told of it is nothing; what is recorded holds no word of hers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.history.record import read_record
from tests.support.caller import Caller
from tests.support.desktop import Desktop, a_session
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
ANNA = Account("anna", "Anna Åberg", (QUEUES["adults"],), role="supervisor")
FIRST, GRAVE = "Hei, en oikein tiedä", "En jaksa enää elää."
NEXT = "Koulukyyti puuttuu"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    rig: Rig
    maija: Desktop
    anna: Desktop
    sari: Caller
    sven: Caller


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, ANNA])
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, ANNA):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=rig.url, session=session)
            desk.start()
            inside.callback(desk.close)
            desks.append(desk)
        for account, desk in zip((MAIJA, ANNA), desks, strict=True):
            desk.come_in(account.user_name, PASSWORD)
        sari, sven = (inside.enter_context(Caller(rig.url)) for _ in range(2))
        yield House(rig, desks[0], desks[1], sari, sven)


def test_one_key_and_nobody_is_alone_with_it(house: House):
    sari_is_taken_and_writes_what_is_grave(house)
    one_key_shows_the_numbers_and_calls(house)
    the_numbers_wait_in_the_message(house)
    no_new_customer_comes_to_maija(house)
    a_step_is_recorded_and_it_is_over(house)
    what_is_recorded_holds_no_word_of_the_customers(house)


def sari_is_taken_and_writes_what_is_grave(house: House) -> None:
    maija, sari = house.maija, house.sari
    sari.open(FIRST, topic_id="perhe")
    maija.until(lambda seen: _is_said(seen["waiting"], FIRST))
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], FIRST))
    sari.write(GRAVE)
    maija.until(lambda seen: _is_said(seen["front"]["lines"], GRAVE))


def one_key_shows_the_numbers_and_calls(house: House) -> None:
    maija, anna = house.maija, house.anna
    anna.do("key", on="mainWindow", key="9", modifier="ControlModifier")
    maija.do("key", on="mainWindow", key="F12")
    numbers = maija.until(_numbers_once_called)
    assert numbers is not None
    assert any(row.startswith("09 555 0100, Sosiaali- ja kriisipäivystys") for row in numbers)
    assert not any("ruotsiksi" in row for row in numbers)
    anna.until(lambda seen: _says(seen, "helpCalls", "Maija Lehtonen on ongelmatilanteessa"))
    anna.do("choose", list="helpCalls", part="Maija Lehtonen")
    anna.do("key", on="answerHelp", key="Space")
    maija.until(lambda seen: _is_said(seen["problem"]["happened"], "Anna Åberg on tulossa"))


def the_numbers_wait_in_the_message(house: House) -> None:
    maija, sari = house.maija, house.sari
    before = len(sari.messages)
    maija.do("press", name="putNumbers")
    maija.until(lambda seen: "112" in seen["front"]["text"])
    assert len(sari.messages) == before
    maija.do("key", on="composer", key="Return")
    maija.until(lambda _seen: any("09 555 0100" in each["text"] for each in sari.messages))


def no_new_customer_comes_to_maija(house: House) -> None:
    maija, sven = house.maija, house.sven
    sven.open(NEXT, topic_id="perhe")
    maija.until(lambda seen: _is_said(seen["waiting"], NEXT))
    maija.until(lambda seen: "ongelmatilanteessa" in seen["next"])
    maija.do("key", on="mainWindow", key="F2")
    assert maija.until(lambda seen: seen["tabs"]) is not None
    assert sven.state == "waiting"


def a_step_is_recorded_and_it_is_over(house: House) -> None:
    maija, anna = house.maija, house.anna
    maija.do("key", on="mainWindow", key="F12")
    maija.do("choose", list="problemSteps", part="Pysy keskustelussa")
    maija.do("key", on="problemSteps", key="Space")
    maija.until(lambda seen: _is_said(seen["problem"]["steps"], "vastaa lyhyesti, tehty"))
    maija.do("press", name="problemOver")
    maija.do("press", name="debriefWanted")
    maija.until(lambda seen: "ongelmatilanteessa" not in seen["next"])
    anna.until(lambda seen: _says(seen, "debriefs", "Maija Lehtonen haluaa jälkipurun"))
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], NEXT))


def what_is_recorded_holds_no_word_of_the_customers(house: House) -> None:
    for desk in (house.maija, house.anna):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    about_it = [fact for fact in record.facts if fact.kind in _ABOUT_IT]
    assert [fact.kind for fact in about_it] == list(_ABOUT_IT)
    for fact in about_it:
        assert "elää" not in json.dumps(fact.body, ensure_ascii=False, default=str)
    assert house.rig.audit_verifies()


def _numbers_once_called(seen: dict[str, Any]) -> list[str]:
    called = _is_said(seen["problem"].get("happened", []), "kutsuttu klo")
    return list(seen["problem"]["numbers"]) if called else []


_ABOUT_IT = ("ConcernMarked", "ProblemSituationBegan", "StepTicked", "ProblemSituationEnded")


def _says(seen: dict[str, Any], name: str, *parts: str) -> bool:
    return any(all(part in row for part in parts) for row in seen["situation"].get(name, []))


def _is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)
