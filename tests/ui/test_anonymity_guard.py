"""The guard of an anonymous chat at the composer: a calm hint before sending, never a lock (R041, R042)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.canned import CannedAnswer
from app.domain.commands import WriteMessage
from app.domain.desk_state import Capability
from app.domain.identification import AskIdentification
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.ui.parts.banner import Banner
from tests.support.example_data import FRONT, a_morning
from tests.support.identity_builders import identified
from tests.support.problem_builders import in_problem
from tests.support.screen_robots import ConversationRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

ASKS = "Mikä on nimesi ja osoitteesi?"


class Writing:
    """The composer in front."""

    def __init__(self, screens: Screens, seen: Seen, size: tuple[int, int] = (1920, 1080)) -> None:
        self.desk = StillDesk(seen)
        self.window = screens.main_window(self.desk, size=size)
        self.work = WorkRobot(screens, self.window)

    @property
    def chat(self) -> ConversationRobot:
        return self.work.conversation

    @property
    def hint(self) -> str:
        strip = self.chat.view.findChild(Banner, "anonymityGuard")
        return strip.accessibleName() if strip is not None and strip.isVisible() else ""

    def press(self, name: str) -> None:
        self.chat.answer(name)


def test_a_hint_says_what_was_noticed_why_and_what_else_can_be_done(screens: Screens):
    """R041, R042."""
    writing = Writing(screens, a_morning())
    writing.chat.type("Mikä on")
    assert writing.hint == ""
    writing.chat.type(" nimesi ja osoitteesi?")
    assert writing.hint == (
        "Viesti näyttää kysyvän nimeä ja osoitetta. Asiakas on nimetön: täällä neuvotaan yleisesti. "
        "Pyydä tunnistautumaan tai ohjaa soittamaan tai jättämään soittopyyntö."
    )


def test_it_blocks_nothing_and_changes_nothing(screens: Screens):
    """R041: Enter sends the very text, as always."""
    writing = Writing(screens, a_morning())
    writing.chat.type(ASKS)
    assert writing.hint
    assert writing.chat.text == ASKS
    writing.chat.send()
    assert writing.desk.submitted == [WriteMessage(FRONT, ASKS, 1)]
    assert writing.hint == ""


def test_sending_anyway_settles_it_for_that_text(screens: Screens):
    """R041: should that text come back, nothing is said of it again; of another, it is."""
    writing = Writing(screens, a_morning())
    writing.chat.type(ASKS)
    writing.press("anonymityGuardSecond")
    assert writing.desk.submitted == [WriteMessage(FRONT, ASKS, 1)]
    writing.desk.drafts.give_back(FRONT, ASKS, Problem(ProblemCode.UNAVAILABLE))
    writing.desk.show(writing.desk.seen)
    writing.chat.press(Qt.Key.Key_End)
    assert writing.chat.text == ASKS
    assert writing.hint == ""
    writing.chat.type(" Entä tilinumerosi?")
    assert "tilinumeroa" in writing.hint


def test_she_is_asked_to_identify_instead_and_the_text_stays(screens: Screens):
    """R042."""
    writing = Writing(screens, a_morning())
    writing.chat.type(ASKS)
    writing.press("anonymityGuardAction")
    assert writing.desk.submitted == [AskIdentification(FRONT, 1)]
    assert writing.chat.text == ASKS


def test_where_nobody_can_identify_other_channels_are_named(screens: Screens):
    """R042."""
    seen = a_morning()
    capabilities = seen.confirmed.capabilities - {Capability.IDENTIFY}
    seen = replace(seen, confirmed=replace(seen.confirmed, capabilities=capabilities))
    writing = Writing(screens, seen)
    writing.chat.type(ASKS)
    assert "Ohjaa soittamaan tai jättämään soittopyyntö." in writing.hint
    assert not found(writing.chat.view, QAbstractButton, "anonymityGuardAction").isVisible()


def test_her_own_case_is_hinted_at_as_well(screens: Screens):
    """R041."""
    writing = Writing(screens, a_morning())
    writing.chat.type("Käydään päätöksesi läpi yhdessä.")
    assert writing.hint.startswith("Viesti näyttää koskevan asiakkaan omaa asiaa.")


def test_what_a_canned_answer_says_is_not_hinted_at(screens: Screens):
    """R041."""
    seen = a_morning()
    answer = CannedAnswer("/x", {"fi": "X"}, {"fi": ASKS}, is_anonymous_only=False)
    answers = (*seen.confirmed.canned_answers, answer)
    writing = Writing(screens, replace(seen, confirmed=replace(seen.confirmed, canned_answers=answers)))
    writing.chat.type(f"Hei. {ASKS}")
    assert writing.hint == ""


@pytest.mark.parametrize("seen", [identified(), in_problem()], ids=["identified", "problem"])
def test_nothing_is_hinted_where_asking_is_right(screens: Screens, seen: Seen):
    """R041, R094: an identified customer may be asked, and where somebody is may save her."""
    writing = Writing(screens, seen)
    writing.chat.type(ASKS)
    assert writing.hint == ""


def test_in_a_low_window_it_says_the_one_thing(screens: Screens):
    writing = Writing(screens, a_morning(), size=(1280, 360))
    writing.chat.type(ASKS)
    assert writing.hint == "Viesti näyttää kysyvän nimeä ja osoitetta."
