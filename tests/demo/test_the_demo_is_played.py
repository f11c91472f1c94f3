"""`python -m app demo`, as anybody starts it: customers come and write back, and one asks to be called."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.backend import ROOT
from tests.support.desktop import a_session
from tests.support.screen_reader import ScreenReader, a_screen_reader
from tests.support.x_screen import XScreen, an_x_screen

# People take a minute and more to ask to be called. At ten times that it is still seen that they write.
PACE = "10"
pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


@pytest.fixture
def demo() -> Iterator[tuple[XScreen, ScreenReader]]:
    """The program on a screen of its own, heard from another process."""
    with ExitStack() as inside:
        screen = inside.enter_context(an_x_screen())
        session = inside.enter_context(a_session())
        reader = inside.enter_context(a_screen_reader(session))
        program = subprocess.Popen(
            [sys.executable, "-m", "app", "demo", "--pace", PACE],
            cwd=ROOT,
            env={**session, **screen.environment},
        )
        inside.callback(program.wait, 60)
        inside.callback(program.terminate)
        yield screen, reader


def test_customers_come_and_answer_and_one_asks_to_be_called(demo: tuple[XScreen, ScreenReader]):
    screen, reader = demo
    reader.finds(name="HARJOITUS")
    reader.finds(name="Jonot", role="list")
    screen.give_focus()
    for count in (1, 2):
        reader.finds(name=r"Ohjaus ja neuvonta.*: \d odottaa|\w+: \d odottaa", role="list item")
        screen.press("F2")
        reader.hears(name="Viesti asiakkaalle", role="text")
        tabs = [each for each in reader.everything() if each.role == "page tab"]
        assert len(tabs) == count
        screen.type("Hei! Kerro lisää.")
        screen.press("enter")
        reader.finds(name="Sinä.*Kerro lisää", role="list item")
        reader.finds(name="Asiakas.* kirjoittaa", role="label")
    # The count on the rail is of those to be called now: none at night. The list has them at any hour.
    screen.press("ctrl+5")
    reader.finds(name=".*yrityksiä 0/3", role="list item")
