"""A counsellor who does not see the screen: keys only, and what her screen reader says (R149).

The workstation is the shipped program on a real X display; keys are real key events; what is heard comes over
AT-SPI, from the program's own process, by another program.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.backend import ROOT, RunningBackend, a_backend
from tests.support.caller import Caller
from tests.support.colleague import Colleague
from tests.support.desktop import a_session
from tests.support.screen_reader import ScreenReader, a_screen_reader
from tests.support.x_screen import XScreen, an_x_screen

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

ANSWER = "Hei! Täydentävää tukea haetaan meiltä, päätös tulee postissa."
MOMENT = "Hetki vain, selvitän asiaa. Tähän voi mennä muutama minuutti."
ALONG = "Perhepuolella tuttu asia, vauva 4 kk."
FIRST = "Mistä haen täydentävää toimeentulotukea?"
SECOND = "Vuokra on myöhässä, mitä nyt?"
BEHIND = "Oletko vielä siellä?"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where she sits: keys, ears, and the backend behind it."""

    backend: RunningBackend
    screen: XScreen
    reader: ScreenReader


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with ExitStack() as inside:
        backend = inside.enter_context(a_backend(tmp_path / "backend", counsellors=("aino", "maija")))
        screen = inside.enter_context(an_x_screen())
        session = inside.enter_context(a_session())
        reader = inside.enter_context(a_screen_reader(session))
        words = ("--server", backend.base_url, "--data-dir", str(tmp_path / "desk"))
        program = subprocess.Popen(
            [sys.executable, "-m", "app", *words], cwd=ROOT, env={**session, **screen.environment}
        )
        inside.callback(program.wait, 60)
        inside.callback(program.terminate)
        yield Seat(backend, screen, reader)


def _signs_in(seat: Seat) -> None:
    counsellor = seat.backend.counsellors[0]
    seat.screen.give_focus()
    seat.reader.hears(name="Käyttäjätunnus", role="text")
    seat.screen.type(counsellor.user_name + "\t")
    seat.reader.hears(name="Salasana", role="text")
    seat.screen.type(counsellor.password)
    seat.screen.press("enter")
    seat.reader.finds(name="Jonot", role="list")
    seat.screen.give_focus()


def test_a_chat_is_transferred_and_taken_where_it_went(seat: Seat) -> None:
    """R068, R074, R078: searched by a word, what awaits there is heard, the internal message goes along."""
    screen, reader = seat.screen, seat.reader
    with Caller(seat.backend.base_url) as customer:
        customer.open("Lapsi ei nuku öisin, mistä apua?")
        _signs_in(seat)
        waiting = reader.finds(name="ANONYYMI, Asiakas", role="list item")
        assert "odottanut" in waiting.name
        assert "Lapsi ei nuku" in waiting.name
        screen.press("F2")
        reader.hears(name="Viesti asiakkaalle", role="text")
        screen.press("F6")
        reader.hears(name="Hae jonoa", role="text")
        screen.type("seniori")
        reader.finds(name="Seniori-info, vain tunnistautuneille", role="list item")
        reader.finds(name="Tämä jono palvelee vain tunnistautuneita", role="label")
        assert "enabled" not in reader.finds(name=r"Siirrä \(Enter\)", role="push button").states
        screen.press("ctrl+a")
        screen.type("perhe")
        reader.finds(name="Perheasiat, avoinna.*1 paikalla · ei odottajia", role="list item")
        screen.press("enter")
        box = reader.hears(name="Sisäinen viesti, asiakas ei näe tätä", role="text")
        screen.type(ALONG)
        reader.reads(box, ALONG)
        screen.press("enter")
        reader.finds(name="Perheasiat: 1 odottaa", role="list item")
        assert customer.state == "waiting"
        assert customer.transferred_to == "Perheasiat"
        screen.press("F2")
        reader.finds(name=f"(?s)Aino siirsi klo .* ei näy asiakkaalle.*{ALONG}")
        reader.finds(name="Asiakas.*Lapsi ei nuku öisin", role="list item")
        assert customer.state == "held"


def test_of_two_chats_one_is_answered_and_transferred_and_the_other_closed(seat: Seat) -> None:
    """R068, R074, R089, R149: one sitting with two customers, by keys alone and by ear.

    A queue's count, wait and lateness, tabs with what is new behind them, which one is chosen, an offer and
    a banner while the keys are elsewhere: all is heard. An offer of a colleague's is accepted by its key.
    """
    with Caller(seat.backend.base_url) as sari, Caller(seat.backend.base_url) as sven:
        sari.open(FIRST)
        sven.open(SECOND, topic_id="asuminen")
        _signs_in(seat)
        seat.reader.finds(name=r"Aikuissosiaalityö: 2 odottaa, pisin \d+\.\d\d, ajallaan", role="list item")
        both_are_taken(seat)
        sari_comes_in_front_while_sven_writes_behind(seat, sven)
        sari_is_answered_with_a_canned_answer_and_transferred(seat, sari)
        sven_is_wrapped_up_by_numbers(seat, sven)
        an_offer_is_accepted_by_its_key(seat)


def both_are_taken(seat: Seat) -> None:
    for count, words in ((1, FIRST), (2, SECOND)):
        seat.screen.press("F2")
        seat.reader.finds(name=f"Asiakas.*{re.escape(words)}", role="list item")
        seat.reader.hears(name="Viesti asiakkaalle", role="text")
        tabs = [each for each in seat.reader.everything() if each.role == "page tab"]
        assert len(tabs) == count
        assert [each.name.partition(",")[0] for each in tabs] == ["ANONYYMI"] * count
        assert [("selected" in each.states) for each in tabs] == [False] * (count - 1) + [True]


def sari_comes_in_front_while_sven_writes_behind(seat: Seat, sven: Caller) -> None:
    screen, reader = seat.screen, seat.reader
    screen.press("ctrl+Prior")
    reader.finds(name=f"Asiakas.*{re.escape(FIRST)}", role="list item")
    sven.write(BEHIND)
    behind = reader.finds(name=r"ANONYYMI, Asiakas \d{4}, 1 uusi, odottanut \d+\.\d\d", role="page tab")
    assert "selected" not in behind.states
    front = reader.finds(name=r"ANONYYMI, Asiakas \d{4}, odottanut", role="page tab")
    assert "selected" in front.states


def sari_is_answered_with_a_canned_answer_and_transferred(seat: Seat, sari: Caller) -> None:
    screen, reader = seat.screen, seat.reader
    box = reader.hears(name="Viesti asiakkaalle", role="text")
    assert {"editable", "focused"} <= box.states
    screen.type(ANSWER)
    reader.reads(box, ANSWER)
    screen.press("enter")
    reader.finds(name="Sinä.*Täydentävää tukea haetaan meiltä", role="list item")
    # The keys stay in the text: which canned answer is chosen is said, with its place and its words.
    screen.type("/hetki")
    reader.is_told("/hetki, Hetki, selvitän, suomi: Hetki vain.*, 1 / ")
    screen.press("enter")
    reader.reads(box, MOMENT)
    screen.press("enter")
    reader.finds(name="Sinä.*Hetki vain, selvitän asiaa", role="list item")
    reader.finds(name="Kaikki lähetetty", role="label")
    screen.press("F6")
    reader.hears(name="Hae jonoa", role="text")
    screen.type("perhe")
    reader.finds(name="Perheasiat, avoinna", role="list item")
    screen.press("enter")
    reader.hears(name="Sisäinen viesti, asiakas ei näe tätä", role="text")
    screen.type(ALONG)
    screen.press("enter")
    reader.finds(name="Perheasiat: 1 odottaa", role="list item")
    assert sari.state == "waiting"
    assert sari.messages[-1]["text"] == MOMENT
    assert sari.transferred_to == "Perheasiat"


def sven_is_wrapped_up_by_numbers(seat: Seat, sven: Caller) -> None:
    """What was new behind is in front now, and read; his chat is the only one left."""
    screen, reader = seat.screen, seat.reader
    reader.finds(name=f"Asiakas.*{re.escape(BEHIND)}", role="list item")
    only = reader.finds(name=r"ANONYYMI, Asiakas \d{4}, odottanut", role="page tab")
    assert "selected" in only.states
    screen.press("F9")
    reader.hears(name="Asuminen ja vuokrarästit, yhteydenoton syy, valittu", role="list item")
    screen.press("plus")
    screen.press("2")
    reader.finds(name=r".*, yhteydenoton syy, valittu lisäsyyksi \(2\)", role="list item")
    screen.press("alt+1")
    reader.finds(name="Neuvottu, asia selvä, lopputulos, valittu", role="list item")
    screen.press("enter")
    reader.finds(name="Sinulla ei ole avointa keskustelua", role="label")
    assert sven.state == "closed"


def an_offer_is_accepted_by_its_key(seat: Seat) -> None:
    """It is heard while the keys are elsewhere; so is what becomes of one that is withdrawn."""
    aino, maija = seat.backend.counsellors
    with (
        Caller(seat.backend.base_url) as eeva,
        Colleague(seat.backend.base_url, maija.user_name, maija.password) as colleague,
    ):
        eeva.open("Saanko apua lomakkeen kanssa?")
        colleague.claim()
        colleague.offer(aino.staff_id, ALONG)
        seat.reader.is_told(f"Siirtotarjous sinulle · Maija · Aikuissosiaalityö. {re.escape(ALONG)}")
        colleague.withdraw()
        seat.reader.is_told(r"Maija perui tarjouksen asiakkaasta \d{4}")
        colleague.offer(aino.staff_id, ALONG)
        seat.reader.is_told("Siirtotarjous sinulle")
        assert "enabled" in seat.reader.finds(name=r"Ota vastaan \(Ctrl Y\)", role="push button").states
        seat.screen.press("ctrl+y")
        seat.reader.finds(name="Asiakas.*Saanko apua lomakkeen kanssa", role="list item")
        seat.reader.finds(name=r"ANONYYMI, Asiakas \d{4}, odottanut", role="page tab")
        assert eeva.state == "held"
