"""A supervisor's quarter of an hour: one counsellor calls her, another vanishes, and she sees to both.

Three desks, one backend; the second counsellor's program is killed, and the backend's clock goes on a minute
while everybody else stays. What the situation view says of queues and people follows at every step.
"""

from __future__ import annotations

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

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

MAIJA = Account("maija", "Maija Lehtonen", (QUEUES["family"],))
JOHAN = Account("johan", "Johan Lindqvist", (QUEUES["family"],))
ANNA = Account("anna", "Anna Åberg", (QUEUES["adults"],), role="supervisor")
HERS, HIS = "Lapsi ei nuku", "Koulukyyti puuttuu"
ABOUT = "Uhkaava tilanne"
NOTE = "Kysy, onko hän yksin"
DRAFT = "Kyydistä päättää"
PAST_THE_LEASE_MS = 65_000


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it, and the file by which the backend's clock goes on."""

    rig: Rig
    clock: Path
    maija: Desktop
    johan: Desktop
    anna: Desktop
    sari: Caller
    sven: Caller


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig, clock = a_new_rig(tmp_path / "data", [MAIJA, JOHAN, ANNA]), tmp_path / "clock"
        clock.write_text("0", encoding="ascii")
        rig.start("--clock", str(clock), module="tests.history.rigged")
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, JOHAN, ANNA):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=rig.url, session=session)
            desk.start()
            inside.callback(desk.close)
            desks.append(desk)
        for account, desk in zip((MAIJA, JOHAN, ANNA), desks, strict=True):
            desk.come_in(account.user_name, PASSWORD)
        sari, sven = (inside.enter_context(Caller(rig.url)) for _ in range(2))
        yield House(rig, clock, desks[0], desks[1], desks[2], sari, sven)


def test_one_is_helped_and_the_customer_of_the_other_is_not_left_alone(house: House):
    """R091, R140: load by queue and person follows, and no word of a customer's before she is called."""
    both_have_a_customer(house)
    maija_calls_and_johan_vanishes(house)
    anna_reads_along_with_maija_and_leaves_again(house)
    anna_takes_johans_customer_over(house)
    johan_comes_back_to_what_he_had_written(house)
    everything_is_on_record(house)


def both_have_a_customer(house: House) -> None:
    anna = house.anna
    anna.do("key", on="mainWindow", key="9", modifier="ControlModifier")
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "odottaa 0", "palvellaan 0"))
    for desk, caller, words in ((house.maija, house.sari, HERS), (house.johan, house.sven, HIS)):
        _takes(desk, caller, words)
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "odottaa 0", "palvellaan 2"))
    for name in ("Maija Lehtonen", "Johan Lindqvist"):
        _is_available_with_one(anna, name)
    for _ in house.johan.type(DRAFT, [0.0] * len(DRAFT)):
        continue
    saved = house.johan.until(lambda seen: seen["front"]["text"] == DRAFT and seen["front"]["saved"])
    assert str(saved).startswith("Luonnos tallessa")


def maija_calls_and_johan_vanishes(house: House) -> None:
    """A call is there at once; a line that is away is one after a minute, and everybody else stays."""
    anna = house.anna
    house.maija.do("key", on="mainWindow", key="H", modifier="ControlModifier|ShiftModifier")
    house.maija.do("write", name="helpText", text=ABOUT)
    house.maija.do("press", name="callForHelp")
    anna.until(lambda seen: _says(seen, "helpCalls", "Maija Lehtonen pyytää apua", ABOUT))
    anna.until(lambda seen: _says(seen, "situationPeople", "Maija Lehtonen, pyytää apua", "1 / 3"))
    house.johan.kill()
    house.clock.write_text(str(PAST_THE_LEASE_MS), encoding="ascii")
    anna.until(lambda seen: _says(seen, "helpCalls", "Johan Lindqvist: yhteys on poikki"))
    anna.until(lambda seen: _says(seen, "situationPeople", "Johan Lindqvist, yhteys poikki: Poissa", "1 / 3"))
    anna.until(lambda seen: _says(seen, "situationPeople", "Maija Lehtonen, pyytää apua: Vapaa", "1 / 3"))
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "palvellaan 2", "paikalla 1"))
    assert not [words for words in (HERS, HIS) if words in str(anna.everything_seen)]


def anna_reads_along_with_maija_and_leaves_again(house: House) -> None:
    maija, anna = house.maija, house.anna
    anna.do("choose", list="helpCalls", part="Maija Lehtonen")
    anna.do("key", on="joinConversation", key="Space")
    anna.until(lambda seen: _is_said(seen["joined"], HERS))
    anna.do("write", name="joinedNote", text=NOTE)
    anna.do("key", on="joinedNote", key="Return")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], NOTE))
    maija.until(lambda seen: seen["strips"]["sentCall"].startswith("Anna Åberg on mukana"))
    assert NOTE not in str(house.sari.messages)
    anna.do("press", name="joinedWordsAction")
    maija.until(lambda seen: seen["window"] == "work" and "sentCall" not in seen["strips"])
    anna.until(lambda seen: not seen["joined"] and not seen["tabs"])
    assert house.sari.state == "held"


def anna_takes_johans_customer_over(house: House) -> None:
    anna = house.anna
    anna.do("key", on="mainWindow", key="9", modifier="ControlModifier")
    anna.until(lambda seen: seen["situation"] and not _says(seen, "helpCalls", "Maija Lehtonen"))
    anna.do("choose", list="helpCalls", part="Johan Lindqvist")
    anna.do("key", on="takeOver", key="Space")
    anna.until(lambda seen: seen["strips"]["confirmTaking"])
    anna.do("press", name="confirmTakingAction")
    anna.until(lambda seen: _is_said(seen["front"]["lines"], HIS))
    for _ in anna.type("Anna jatkaa.", [0.0] * 12):
        continue
    anna.do("key", on="composer", key="Return")
    anna.until(lambda _seen: _has_gone(house))
    anna.do("key", on="mainWindow", key="9", modifier="ControlModifier")
    anna.until(lambda seen: seen["situation"]["helpCalls"] == [])
    anna.until(lambda seen: _says(seen, "situationPeople", "Anna Åberg: Vapaa", "1 / 3"))
    anna.until(lambda seen: _says(seen, "situationPeople", "Johan Lindqvist: Poissa", "0 / 3"))
    anna.until(lambda seen: _says(seen, "situationQueues", "Perheasiat", "palvellaan 2"))


def johan_comes_back_to_what_he_had_written(house: House) -> None:
    """The customer is somebody else's, and what he wrote has reached nobody."""
    house.johan.start()
    house.johan.come_in(JOHAN.user_name, PASSWORD)
    left = house.johan.until(lambda seen: str(seen["strips"].get("leftText") or seen["departed"] or ""))
    assert DRAFT in left
    assert DRAFT not in str(house.sven.messages)
    house.anna.until(lambda seen: _says(seen, "situationPeople", "Johan Lindqvist: Vapaa", "0 / 3"))


def everything_is_on_record(house: House) -> None:
    for desk in (house.maija, house.johan, house.anna):
        desk.close()
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    kinds = [
        fact.kind for fact in record.facts if fact.kind.startswith(("Help", "Join", "ConversationTaken"))
    ]
    assert kinds.count("HelpCalled") == 2
    assert kinds.count("ConversationTakenOver") == 1
    assert kinds.index("JoiningEnded") < kinds.index("ConversationTakenOver")
    assert house.rig.audit_verifies()


def _takes(desk: Desktop, caller: Caller, words: str) -> None:
    caller.open(words, topic_id="perhe")
    desk.until(lambda seen: _is_said(seen["waiting"], words))
    desk.do("key", on="mainWindow", key="F2")
    desk.until(lambda seen: _is_said(seen["front"]["lines"], words))


def _is_available_with_one(anna: Desktop, name: str) -> None:
    anna.until(lambda seen: _says(seen, "situationPeople", f"{name}: Vapaa", "1 / 3"))


def _has_gone(house: House) -> bool:
    return any(each["text"] == "Anna jatkaa." for each in house.sven.messages)


def _says(seen: dict[str, Any], name: str, *parts: str) -> bool:
    """Whether one row of that list of the situation view says all of it."""
    return any(all(part in row for part in parts) for row in seen["situation"].get(name, []))


def _is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)
