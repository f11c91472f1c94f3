"""Identity at the desk: asking, what comes of it, who the customer is, and her code when it is asked for.

R039, R043, R077; trust.md U19.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.conversation import Identity
from app.domain.desk_state import Capability
from app.domain.identification import AskIdentification, EarlierLines, Identification, IdentityCodes
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.ui.chat.standing_notice import StandingNotice
from app.ui.safe_text import PlainLabel
from tests.support.example_data import FRONT, a_morning
from tests.support.identity_builders import AINO, FOR_ONNI, asked, declined, identified
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


class Room:
    """The work view over one desk."""

    def __init__(self, screens: Screens, seen: Seen, size: tuple[int, int] = (1920, 1080)) -> None:
        self.screens = screens
        self.desk = StillDesk(seen)
        self.window = screens.main_window(self.desk, size=size)
        self.work = WorkRobot(screens, self.window)

    @property
    def notice(self) -> StandingNotice:
        return found(self.work.conversation.view, StandingNotice, "standingNotice")

    def button(self, name: str) -> QAbstractButton:
        return found(self.window, QAbstractButton, name)

    @property
    def ask_button(self) -> QAbstractButton:
        return found(self.work.conversation.view, QAbstractButton, "askIdentification")

    def heard(self, name: str) -> str:
        return found(self.window, PlainLabel, name).accessibleName()

    def lines(self) -> list[str]:
        model = self.work.conversation.transcript.view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_the_customer_is_asked_by_a_button_and_by_a_key(screens: Screens):
    room = Room(screens, a_morning())
    version = room.desk.seen.confirmed.heads[FRONT].responsibility_version
    room.ask_button.click()
    room.work.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert room.desk.submitted == [AskIdentification(FRONT, version)] * 2


def test_in_a_low_window_the_notice_keeps_to_its_words_and_the_key_asks(screens: Screens):
    """The question before an ending was cut at 1280×720 and 200 % by the second line the button made."""
    room = Room(screens, a_morning(), size=(1280, 360))
    assert not room.ask_button.isVisible()
    room.work.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [type(command) for command in room.desk.submitted] == [AskIdentification]


def test_while_she_is_asked_it_says_so_and_asks_no_second_time(screens: Screens):
    room = Room(screens, asked())
    assert "Pyydetty tunnistautumaan klo 10.59" in room.notice.accessibleName()
    assert not room.ask_button.isVisible()
    room.window.do("askIdentification")
    assert room.desk.submitted == []


def test_one_who_declined_can_be_asked_again_and_stays_anonymous(screens: Screens):
    room = Room(screens, declined())
    assert "Ei halunnut tunnistautua (10.59)" in room.notice.accessibleName()
    assert room.ask_button.isEnabled()
    assert room.desk.seen.confirmed.heads[FRONT].identity is Identity.ANONYMOUS


def test_where_nobody_can_identify_nothing_offers_it(screens: Screens):
    """R042: she is guided to a channel where identity is verified."""
    seen = a_morning()
    capabilities = seen.confirmed.capabilities - {Capability.IDENTIFY}
    room = Room(screens, replace(seen, confirmed=replace(seen.confirmed, capabilities=capabilities)))
    assert not room.ask_button.isVisible()


def test_an_identified_customer_is_marked_and_named_where_she_is(screens: Screens):
    room = Room(screens, identified())
    assert not room.notice.isVisible()
    assert room.heard("customerFullName") == "Nimi: Aino Esimerkki"
    assert room.heard("identityCode") == "Henkilötunnus: peitetty"
    assert not found(room.window, QWidget, "onBehalfOf").isVisible()


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        (EarlierLines.UNDECIDED, "aiemmat viestit ovat nimettömiä, kunnes asiakas päättää"),
        (EarlierLines.JOINED, "aiemmat viestit liitetään hänen tietoihinsa"),
        (EarlierLines.APART, "aiemmat viestit jäävät nimettömiksi"),
    ],
)
def test_the_transcript_says_from_which_line_on_and_what_of_those_before(
    screens: Screens, earlier: EarlierLines, words: str
):
    room = Room(screens, identified(stands=Identification(after_seq=2, earlier_lines=earlier)))
    spoken = room.lines()
    at = next(index for index, line in enumerate(spoken) if "tunnistautunut tästä eteenpäin" in line)
    assert words in spoken[at]
    # The beginning and two messages stand before it.
    assert at == 3


def test_who_acts_for_another_is_shown_with_both(screens: Screens):
    room = Room(screens, identified(FOR_ONNI))
    assert room.heard("customerFullName") == "Nimi: Aino Esimerkki"
    assert room.heard("onBehalfOf") == "Puolesta: Onni Esimerkki"
    assert room.heard("onBehalfOfCode") == "Henkilötunnus: peitetty"


def test_the_code_is_asked_for_shown_and_covered_again(screens: Screens):
    room = Room(screens, identified())
    room.desk.codes = IdentityCodes("010190-999W", None)
    show = room.button("showIdentityCode")
    assert show.accessibleDescription() == "Näyttämisestä jää merkintä käyttölokiin."
    show.click()
    screens.turn()
    assert room.desk.codes_asked == [FRONT]
    assert room.heard("identityCode") == "Henkilötunnus: 010190-999W"
    show.click()
    assert room.heard("identityCode") == "Henkilötunnus: peitetty"
    assert room.desk.codes_asked == [FRONT]


def test_with_somebody_else_in_front_the_code_is_covered(screens: Screens):
    room = Room(screens, identified())
    room.desk.codes = IdentityCodes("010190-999W", None)
    room.button("showIdentityCode").click()
    screens.turn()
    room.window.do("nextTab")
    room.window.do("previousTab")
    assert room.heard("identityCode") == "Henkilötunnus: peitetty"


def test_a_code_that_cannot_be_had_is_said_in_a_sentence(screens: Screens):
    room = Room(screens, identified())
    room.desk.codes = Problem(ProblemCode.NOT_LIVE)
    room.button("showIdentityCode").click()
    screens.turn()
    assert room.heard("identityCode") == "Henkilötunnus: peitetty"
    labels = found(room.window, QWidget, "identityBox").findChildren(PlainLabel)
    assert any(label.isVisible() and "yhte" in label.shown.lower() for label in labels)


def test_a_name_is_text_and_nothing_else(screens: Screens):
    hostile = replace(AINO, name='<img src="/etc/hostname">Aino & \u202eomiA')
    room = Room(screens, identified(hostile))
    assert "<img" in found(room.window, PlainLabel, "customerFullName").shown
