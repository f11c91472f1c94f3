"""A counsellor's shift in one sitting, by keys wherever there are any: from choosing queues to signing out.

Two desks, one backend, customers over the page's own API; every process is its own and shipped as it is. Each
step asserts what the person sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.history.record import read_record
from tests.support.caller import Caller
from tests.support.desktop import Desktop, a_session
from tests.support.rig import PASSWORD, QUEUES, Account, Rig, a_new_rig

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

BOTH = (QUEUES["adults"], QUEUES["family"])
MAIJA = Account("maija", "Maija Lehtonen", BOTH)
JOHAN = Account("johan", "Johan Lindqvist", BOTH)
# Long enough for the other desk to show it, short enough to wait for.
OFFER_LAPSES_S = 6
FAMILY = "Lapsi ei nuku"
RENT = "Vuokra on myöhässä"
BILL = "Sähkölasku on maksamatta"
ALONG = "Jatkatko tästä?"
MOMENT = "Hetki vain, selvitän asiaa."
DRAFT = "Katsotaan yhdessä, mitä"
SENTENCE = (
    "Täydentävää toimeentulotukea haetaan kirjallisesti, ja päätös tulee postissa seitsemässä päivässä. "
)
LONG = (SENTENCE * 8).strip()


@dataclass(frozen=True, slots=True)
class House:
    """Everybody in it: the sitting is Maija's, Johan is offered a customer."""

    rig: Rig
    maija: Desktop
    johan: Desktop
    sari: Caller
    sven: Caller
    eeva: Caller


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as inside:
        rig = a_new_rig(tmp_path / "data", [MAIJA, JOHAN])
        rig.settings += (f"limits.offer_lapses_s={OFFER_LAPSES_S}",)
        rig.start()
        inside.callback(rig.kill)
        desks = []
        for account in (MAIJA, JOHAN):
            session = inside.enter_context(a_session())
            desk = Desktop(tmp_path / account.user_name, server=rig.url, session=session)
            desk.start()
            inside.callback(desk.close)
            desks.append(desk)
        for account, desk in zip((MAIJA, JOHAN), desks, strict=True):
            desk.come_in(account.user_name, PASSWORD)
        sari, sven, eeva = (inside.enter_context(Caller(rig.url)) for _ in range(3))
        yield House(rig, desks[0], desks[1], sari, sven, eeva)


def test_a_shift_is_begun_worked_and_ended(house: House):
    """R057, R060, R087, R089: her queues, her break, her answers, and an end that leaves nobody behind."""
    the_shift_begins_with_one_of_two_queues(house)
    a_customer_of_the_other_queue_is_not_offered(house)
    on_a_break_nobody_new_is_offered_and_afterwards_she_is(house)
    a_canned_answer_is_found_and_sent(house)
    a_long_answer_goes_in_parts(house)
    an_offer_lapses_and_both_read_it(house)
    a_conversation_goes_elsewhere_and_its_draft_stays_and_can_be_copied(house)
    the_shift_does_not_end_while_a_customer_is_hers(house)
    she_is_wrapped_up(house)
    the_shift_ends(house)
    everything_is_on_record(house)


def the_shift_begins_with_one_of_two_queues(house: House) -> None:
    maija = house.maija
    assert maija.look()["queues"] == [*BOTH]
    press(maija, "V", "ControlModifier|ShiftModifier")
    asked = maija.until(lambda seen: seen["shift_start"])
    assert [words[:2] for words in asked] == ["+ ", "+ "]
    maija.do("key", on="shiftQueues", key="Down")
    maija.do("key", on="shiftQueues", key="Space")
    left = maija.until(lambda seen: [each for each in seen["shift_start"] if each.startswith("- ")])
    assert left[0].startswith("- Perheasiat")
    maija.do("key", on="beginShift", key="Space")
    maija.until(lambda seen: not seen["shift_start"] and seen["queues"] == [QUEUES["adults"]])


def a_customer_of_the_other_queue_is_not_offered(house: House) -> None:
    """She has waited longer than the next, and is Johan's to take."""
    maija = house.maija
    house.sven.open(FAMILY, topic_id="perhe")
    house.johan.until(lambda seen: _is_said(seen["waiting"] + [seen["next"]], "Perheasiat"))
    house.sari.open(RENT)
    maija.until(lambda seen: _is_said(seen["waiting"], RENT))
    press(maija, "F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], RENT))
    press(maija, "F2")
    assert maija.until(lambda seen: not seen["waiting"] and len(seen["tabs"]) == 1)
    assert FAMILY not in str(maija.everything_seen)
    assert house.sven.state == "waiting"


def on_a_break_nobody_new_is_offered_and_afterwards_she_is(house: House) -> None:
    maija = house.maija
    say_presence(maija, downs=3)
    maija.until(lambda seen: seen["presence"] == "Tauolla")
    house.eeva.open(BILL)
    maija.until(lambda seen: _is_said(seen["waiting"], BILL))
    press(maija, "F2")
    told = maija.until(lambda seen: seen["next"])
    assert "tauolla" in told
    seen = maija.look()
    assert (seen["unseen"], len(seen["tabs"]), house.eeva.state) == (0, 1, "waiting")
    # Her own customer is answered all the same.
    send(maija, "Olen yhä tässä.")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], "Olen yhä tässä."))
    say_presence(maija, downs=1)
    maija.until(lambda seen: seen["presence"] == "Vapaa" and "Aikuissosiaalityö" in seen["next"])
    press(maija, "F2")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], BILL) and len(seen["tabs"]) == 2)


def a_canned_answer_is_found_and_sent(house: House) -> None:
    """It goes into what is written, in her customer's language."""
    maija = house.maija
    maija.do("write", name="cannedSearch", text="selvitän")
    maija.do("key", on="cannedSearch", key="Return")
    text = maija.until(lambda seen: seen["front"]["text"])
    assert text.startswith(MOMENT)
    maija.do("key", on="composer", key="Return")
    maija.until(lambda seen: seen["front"]["text"] == "" and _is_said(seen["front"]["lines"], MOMENT))


def a_long_answer_goes_in_parts(house: House) -> None:
    """Whole sentences, nothing lost between them."""
    maija = house.maija
    type_in(maija, LONG)
    maija.do("key", on="composer", key="Return", modifier="AltModifier")
    maija.until(lambda seen: seen["front"]["text"] == "")
    maija.until(lambda seen: len(_sent(seen["front"]["lines"], SENTENCE.strip())) > 1, within_s=90)
    parts = [each["text"] for each in house.eeva.messages if SENTENCE.strip() in each["text"]]
    assert len(parts) > 1
    assert " ".join(parts) == LONG
    assert all(part.endswith(".") for part in parts)
    assert MOMENT in [each["text"][: len(MOMENT)] for each in house.eeva.messages]


def an_offer_lapses_and_both_read_it(house: House) -> None:
    maija, johan = house.maija, house.johan
    press(maija, "F6")
    maija.do("key", on="transferToProfessional", key="Space")
    maija.until(lambda seen: _is_said(seen["targets"], "Johan Lindqvist, tilaa"))
    maija.do("write", name="internalMessage", text=ALONG)
    maija.do("key", on="internalMessage", key="Return")
    assert ALONG in johan.until(lambda seen: seen["offer"]["says"])
    maija.until(lambda seen: seen["strips"]["sentOffer"].startswith("Tarjottu: Johan Lindqvist."))
    mine = maija.until(lambda seen: seen["strips"]["notice"])
    assert "Johan Lindqvist ei vastannut tarjoukseen ajoissa" in mine
    assert "Keskustelu on edelleen sinulla." in mine
    his = johan.until(lambda seen: None if seen["offer"] else str(seen["strips"]["notice"]))
    assert his is not None
    assert "raukesi" in his
    assert "Maija Lehtonen" in his
    assert BILL not in str(johan.everything_seen)
    maija.do("press", name="noticeAction")


def a_conversation_goes_elsewhere_and_its_draft_stays_and_can_be_copied(house: House) -> None:
    """What was meant for this customer can reach no other, and is not lost."""
    maija = house.maija
    press(maija, "PageUp", "ControlModifier")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], RENT))
    type_in(maija, DRAFT)
    press(maija, "F6")
    maija.do("key", on="transferToQueue", key="Space")
    maija.do("write", name="transferSearch", text="perhe")
    maija.until(lambda seen: _is_said(seen["targets"], "Perheasiat, avoinna"))
    maija.do("key", on="transferSearch", key="Return")
    maija.do("write", name="internalMessage", text=ALONG)
    maija.do("key", on="internalMessage", key="Return")
    left = maija.until(lambda seen: seen["strips"]["departedWords"])
    assert "siirrettiin" in left
    assert "Perheasiat" in left
    seen = maija.look()
    assert seen["departed"] == DRAFT
    assert [tab for tab in seen["tabs"] if "siirretty" in tab]
    assert house.sari.transferred_to == "Perheasiat"
    assert DRAFT not in str(house.sari.messages)
    maija.do("key", on="departedWordsSecond", key="Space")
    assert maija.do("clipboard") == DRAFT
    maija.do("key", on="departedWordsAction", key="Space")
    maija.until(lambda seen: _is_said(seen["front"]["lines"], BILL) and len(seen["tabs"]) == 1)
    assert maija.look()["front"]["text"] == ""


def the_shift_does_not_end_while_a_customer_is_hers(house: House) -> None:
    """What is left stands there, and why it cannot end."""
    maija = house.maija
    press(maija, "L", "ControlModifier|ShiftModifier")
    ending = maija.until(lambda seen: seen["shift_end"])
    assert ending["says"].startswith("Sinulla on vielä keskusteluja.")
    assert not ending["can_end"]
    # Unsent: what was meant for Sari, and what was written along with the offer that lapsed.
    assert (ending["left"][1], ending["left"][4]) == ("1", "2")
    press(maija, "Escape")
    maija.until(lambda seen: seen["window"] == "work" and seen["shift_end"] is None)


def she_is_wrapped_up(house: House) -> None:
    maija = house.maija
    press(maija, "F9")
    maija.until(lambda seen: _is_said(seen["wrap_up"]["outcomes"], "Neuvottu, asia selvä"))
    maija.do("key", on="contactReasons", key="1")
    maija.do("key", on="contactReasons", key="1", modifier="AltModifier")
    maija.do("key", on="contactReasons", key="Return")
    maija.until(lambda seen: seen["window"] == "work" and not seen["tabs"])
    assert house.eeva.state == "closed"


def the_shift_ends(house: House) -> None:
    maija = house.maija
    press(maija, "L", "ControlModifier|ShiftModifier")
    ending = maija.until(lambda seen: seen["shift_end"] if seen["shift_end"]["can_end"] else None)
    assert ending is not None
    # The drafts are kept for her and are no wall.
    assert ending["left"][:5] == ["0", "0", "0", "0", "2"]
    maija.do("key", on="endShiftNow", key="Space")
    maija.until(lambda seen: seen["window"] == "sign in")


def everything_is_on_record(house: House) -> None:
    for desk in (house.maija, house.johan):
        desk.close()
        # Said by an imagined screen of itself.
        assert [line for line in desk.complaints if not line.startswith("This plugin does not")] == []
    house.rig.stop()
    record = read_record(house.rig.database, house.rig.key_file)
    assert record.is_whole
    kinds = [fact.kind for fact in record.facts if fact.kind.startswith(("TransferOffered", "Offer"))]
    assert kinds == ["TransferOffered", "OfferEnded"]
    assert house.rig.audit_verifies()


def press(desk: Desktop, key: str, modifier: str = "NoModifier") -> None:
    """A key anywhere in the window."""
    desk.do("key", on="mainWindow", key=key, modifier=modifier)


def say_presence(desk: Desktop, *, downs: int) -> None:
    press(desk, "F7")
    for _ in range(downs):
        desk.do("key", on="presenceMenu", key="Down")
    desk.do("key", on="presenceMenu", key="Return")


def type_in(desk: Desktop, text: str) -> None:
    for _ in desk.type(text, [0.0] * len(text)):
        continue
    desk.until(lambda seen: seen["front"]["text"] == text)


def send(desk: Desktop, text: str) -> None:
    type_in(desk, text)
    desk.do("key", on="composer", key="Return")


def _is_said(lines: list[str], part: str) -> bool:
    return any(part in line for line in lines)


def _sent(lines: list[str], part: str) -> list[str]:
    """The lines with that part which have gone to the customer."""
    return [line for line in lines if part in line and ("(lähetetty)" in line or "(nähty)" in line)]
