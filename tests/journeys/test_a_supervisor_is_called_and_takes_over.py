"""One customer, two desks: the counsellor calls for help, a supervisor comes, reads along or takes over.

The talk goes on where it went. Everything is a process of its own and shipped as it is (trust.md I5, I6).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.history.record import read_record
from tests.support.chromium import a_browser
from tests.support.desktop import Desktop, a_session
from tests.support.page_customer import PageCustomer
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
ANNA = Account("anna", "Anna Åberg", (QUEUES["adults"],), role="supervisor")
FIRST = "Lapsi ei nuku"
ABOUT = "Uhkaava tilanne"
NOTE = "Kysy, onko hän yksin"
DRAFT = "Hetki, olen"


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it."""

    rig: Rig
    maija: Desktop
    anna: Desktop
    sari: PageCustomer


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, ANNA])
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, ANNA):
            desk = Desktop(
                tmp_path / account.user_name, server=rig.url, session=inside.enter_context(a_session())
            )
            desk.start()
            inside.callback(desk.close)
            desk.come_in(account.user_name, PASSWORD)
            desks.append(desk)
        sari = PageCustomer(inside.enter_context(a_browser()), rig.url, language="fi")
        inside.callback(sari.close)
        yield House(rig, desks[0], desks[1], sari)
        assert sari.errors == []


def test_called_answered_and_taken_over(house: House):
    """R140: a supervisor sees a conversation when she is called to it, and not before."""
    maija, anna, sari = house.maija, house.anna, house.sari
    sari.enter("perhe", FIRST)
    maija.until(lambda seen: _is_said(seen["waiting"], FIRST))
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], FIRST))
    for _ in maija.type(DRAFT, [0.02] * len(DRAFT)):
        continue
    maija.do("press", name="helpConversation")
    maija.do("write", name="helpText", text=ABOUT)
    maija.do("press", name="callForHelp")
    maija.until(lambda seen: seen["strips"].get("sentCall", "").startswith("Esihenkilöt kutsuttiin"))
    anna.do("press", name="railSituation")
    anna.until(lambda seen: _tried(anna, "answerHelp"))
    maija.until(lambda seen: seen["strips"].get("sentCall", "").startswith("Anna Åberg tulee avuksi."))
    assert FIRST not in str(anna.everything_seen)
    anna.until(lambda seen: _tried(anna, "takeOver"))
    anna.until(lambda seen: "confirmTaking" in seen["strips"])
    anna.do("press", name="confirmTakingAction")
    anna.until(lambda seen: seen["front"] is not None and _is_said(seen["front"]["lines"], FIRST))
    sari.sees(".transferred", "Keskusteluasi jatkaa toinen neuvoja.")
    for _ in anna.type("Anna jatkaa.", [0.02] * 12):
        continue
    anna.do("key", on="composer", key="Return")
    sari.sees(".line.counsellor", "Anna jatkaa.")
    assert ABOUT not in sari.page.content()
    left = maija.until(lambda seen: seen["strips"].get("departedWords"))
    assert "Anna Åberg" in left
    for desk in (maija, anna):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    kinds = [fact.kind for fact in record.facts if fact.kind.startswith(("Help", "ConversationTaken"))]
    assert kinds == ["HelpCalled", "HelpAnswered", "HelpCallEnded", "ConversationTakenOver"]
    assert house.rig.audit_verifies()


def test_called_joined_and_left(house: House):
    """R140: two read and one answers; the customer knows it, and nothing written between them reaches her."""
    maija, anna, sari = house.maija, house.anna, house.sari
    sari.enter("perhe", FIRST)
    maija.until(lambda seen: _is_said(seen["waiting"], FIRST))
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], FIRST))
    maija.do("press", name="helpConversation")
    maija.do("write", name="helpText", text=ABOUT)
    maija.do("press", name="callForHelp")
    anna.do("press", name="railSituation")
    anna.until(lambda seen: _tried(anna, "joinConversation"))
    sari.sees(".transferred", "Keskustelussa on mukana toinen ammattilainen.")
    maija.until(lambda seen: seen["strips"].get("sentCall", "").startswith("Anna Åberg on mukana"))
    anna.until(lambda seen: seen["strips"].get("joinedWords", "").startswith("Olet mukana."))
    anna.until(lambda seen: _is_said(seen["joined"], FIRST))
    anna.do("write", name="joinedNote", text=NOTE)
    anna.do("key", on="joinedNote", key="Return")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], NOTE))
    for _ in maija.type("Missä olet?", [0.02] * 11):
        continue
    maija.do("key", on="composer", key="Return")
    sari.sees(".line.counsellor", "Missä olet?")
    anna.until(lambda seen: _is_said(seen["joined"], "Missä olet?"))
    anna.do("press", name="joinedWordsAction")
    anna.until(lambda seen: "joinedWords" not in seen["strips"] and not seen["joined"] and not seen["tabs"])
    maija.until(lambda seen: "sentCall" not in seen["strips"])
    sari.page.locator(".transferred").wait_for(state="hidden")
    for secret in (ABOUT, NOTE, "Anna"):
        assert secret not in sari.page.content()
    for desk in (maija, anna):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    kinds = [fact.kind for fact in record.facts if fact.kind.startswith(("Help", "Join", "ConversationJ"))]
    assert kinds == ["HelpCalled", "HelpAnswered", "ConversationJoined", "JoiningEnded", "HelpCallEnded"]
    assert house.rig.audit_verifies()


def test_the_load_by_queue_and_by_person_in_real_numbers(house: House):
    """R091, R140: what the view says is what the log holds, the delay of the reply to the second included."""
    maija, anna, sari = house.maija, house.anna, house.sari
    anna.do("press", name="railSituation")
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "odottaa 0", "tänään –"))
    sari.enter("perhe", FIRST)
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "odottaa 1", "palvellaan 0"))
    maija.until(lambda seen: _is_said(seen["waiting"], FIRST))
    maija.do("key", on="mainWindow", key="F2")
    maija.until(lambda seen: seen["front"] and _is_said(seen["front"]["lines"], FIRST))
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "odottaa 0", "palvellaan 1"))
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "ajoissa tänään 100 %"))
    anna.until(lambda seen: _says(seen, "situationPeople", "Maija Lehtonen: Vapaa", "keskusteluja 1 / 3"))
    anna.until(lambda seen: "Vastattu ajoissa tänään: 100 %, ajoissa 1 / 1" in seen["situation"]["figures"])
    for _ in maija.type("Hei!", [0.02] * 4):
        continue
    maija.do("key", on="composer", key="Return")
    sari.sees(".line.counsellor", "Hei!")
    shown = anna.until(lambda seen: _delay(seen, "Perheasiat"))
    assert FIRST not in str(anna.everything_seen)
    for desk in (maija, anna):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    wrote = [fact.body for fact in record.facts if fact.kind == "MessageWritten"]
    asked, replied = (datetime.fromisoformat(body["at"]) for body in wrote)
    minutes, seconds = divmod(int((replied - asked).total_seconds()), 60)
    assert shown == f"{minutes}.{seconds:02d}"


def _says(seen: dict[str, Any], name: str, *parts: str) -> bool:
    """Whether one row of that list of the situation view says all of it."""
    return any(all(part in row for part in parts) for row in seen["situation"].get(name, []))


def _delay(seen: dict[str, Any], queue: str) -> str | None:
    """Today's delay of a reply in that queue, once there is one."""
    rows = [row for row in seen["situation"].get("situationQueues", []) if row.startswith(queue)]
    delay = rows[0].rpartition("vastausväli tänään ")[2] if rows else "–"
    return None if delay == "–" else delay


def _tried(desk: Desktop, name: str) -> bool:
    """Whether that button could be pressed."""
    try:
        desk.do("press", name=name)
    except AssertionError:
        return False
    return True


def _is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)
