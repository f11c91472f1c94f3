"""A counsellor who does not see the screen: keys only, and what her screen reader says (R149).

The workstation is the shipped program on a real X display; keys are real key events; what is heard comes over
AT-SPI, from the program's own process, by another program.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.backend import ROOT, RunningBackend, a_backend
from tests.support.caller import Caller
from tests.support.desktop import a_session
from tests.support.screen_reader import ScreenReader, a_screen_reader
from tests.support.x_screen import XScreen, an_x_screen

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

ANSWER = "Hei! Täydentävää tukea haetaan meiltä, päätös tulee postissa."
MOMENT = "Hetki vain, selvitän asiaa. Tähän voi mennä muutama minuutti."
ALONG = "Perhepuolella tuttu asia, vauva 4 kk."


@dataclass(frozen=True, slots=True)
class Seat:
    """Where she sits: keys, ears, and the backend behind it."""

    backend: RunningBackend
    screen: XScreen
    reader: ScreenReader


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with ExitStack() as inside:
        backend = inside.enter_context(a_backend(tmp_path / "backend", counsellors=("aino",)))
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


def test_a_chat_is_taken_answered_and_closed(seat: Seat) -> None:
    """R089, R149: names and states are heard, a canned answer is chosen by ear, nothing needs a mouse."""
    screen, reader = seat.screen, seat.reader
    with Caller(seat.backend.base_url) as customer:
        customer.open("Mistä haen täydentävää toimeentulotukea?")
        _signs_in(seat)
        waiting = reader.finds(name="ANONYYMI, Asiakas", role="list item")
        assert "odottanut" in waiting.name
        assert "Mistä haen" in waiting.name

        screen.press("F2")
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

        customer.write("Kiitos, äsken löysin lomakkeen.")
        reader.finds(name="Asiakas.*äsken löysin lomakkeen", role="list item")
        reader.finds(name="Kaikki lähetetty", role="label")
        screen.press("F9")
        reader.hears(name="Täydentävä toimeentulotuki, yhteydenoton syy, valittu", role="list item")
        screen.press("alt+1")
        reader.finds(name="Neuvottu, asia selvä, lopputulos, valittu", role="list item")
        screen.press("enter")
        reader.finds(name="Jonossa ei ole nyt ketään", role="label")
        assert customer.state == "closed"


def test_a_chat_is_transferred_and_taken_where_it_went(seat: Seat) -> None:
    """R068, R074, R078: searched by a word, what awaits there is heard, the internal message goes along."""
    screen, reader = seat.screen, seat.reader
    with Caller(seat.backend.base_url) as customer:
        customer.open("Lapsi ei nuku öisin, mistä apua?")
        _signs_in(seat)
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
        reader.finds(name="Perheasiat, avoinna.*1 vuorossa · ei odottajia", role="list item")
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
