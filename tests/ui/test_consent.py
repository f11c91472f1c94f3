"""Permission at the desk: asked for where she transfers, seen as it stands, needed before anything moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.consent import AskConsent, Consent, ConsentState
from app.domain.project import Seen
from app.ui.parts.banner import Banner
from app.ui.parts.button import Button
from tests.support.consent_builders import AHEAD, HOME, NURSING, QUESTION, answered, with_consents
from tests.support.example_data import FRONT
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


class Sheet:
    """The transfer sheet with home nursing chosen."""

    def __init__(self, screens: Screens, seen: Seen) -> None:
        self.desk = StillDesk(seen)
        self.desk.ahead = AHEAD
        self.work = WorkRobot(screens, screens.main_window(self.desk))
        self.work.press(Qt.Key.Key_F6)
        screens.turn()
        self.widget = found(self.work.conversation.view, QWidget, "transferSheet")
        QTest.keyClicks(found(self.widget, QLineEdit, "transferSearch"), "kotisai")
        screens.settle()
        self.part = found(self.widget, QWidget, "transferConsent")

    @property
    def can_move(self) -> bool:
        return found(self.widget, Button, "transferMove").isEnabled()

    @property
    def ask(self) -> Button:
        return found(self.widget, Button, "askConsent")


def version(desk: StillDesk) -> int:
    return desk.seen.confirmed.heads[FRONT].responsibility_version


def test_it_is_asked_for_about_the_queue_that_is_chosen(screens: Screens):
    """R070: nothing moves before the customer has permitted it; the whole unless a part is chosen."""
    sheet = Sheet(screens, with_consents())
    assert "Tarvitaan asiakkaan lupa" in sheet.part.accessibleName()
    assert not sheet.can_move
    sheet.ask.click()
    assert sheet.desk.submitted == [AskConsent(FRONT, NURSING.queue_id, 1, version(sheet.desk))]


def test_a_part_is_chosen_by_the_message_it_begins_with(screens: Screens):
    """I11: whole, or from message n."""
    sheet = Sheet(screens, with_consents())
    found(sheet.widget, Button, "consentScope").click()
    window = sheet.work.conversation.view.window()
    items = [item for item in window.findChildren(QAction) if item.objectName().startswith("consentScope")]
    assert items[0].text() == "Koko keskustelu"
    second = next(item for item in items if item.objectName() == "consentScope2")
    assert " · neuvoja · ”Hei! Ensin tarvitaan" in second.text()
    second.trigger()
    screens.settle()
    assert found(sheet.widget, Button, "consentScope").accessibleName().startswith("Siirtyy: klo ")
    sheet.ask.click()
    assert sheet.desk.submitted == [AskConsent(FRONT, NURSING.queue_id, 2, version(sheet.desk))]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ConsentState.ASKED, "Asiakas ei ole vielä vastannut."),
        (ConsentState.REFUSED, "Asiakas ei antanut lupaa"),
        (ConsentState.WITHDRAWN, "Asiakas perui luvan"),
    ],
)
def test_without_a_yes_it_cannot_be_moved(screens: Screens, state: ConsentState, words: str):
    """R070."""
    sheet = Sheet(screens, with_consents(answered(state)))
    assert words in sheet.part.accessibleName()
    assert not sheet.can_move


def test_given_it_can_be_moved_there(screens: Screens):
    """R070."""
    sheet = Sheet(screens, with_consents(answered(ConsentState.GIVEN)))
    assert "Annettu klo" in sheet.part.accessibleName()
    assert "kunnes vastaanottaja avaa keskustelun" in sheet.part.accessibleName()
    assert sheet.can_move


def test_given_for_another_queue_it_is_no_permission(screens: Screens):
    """I11: for that very queue."""
    elsewhere = replace(answered(ConsentState.GIVEN), queue_id=HOME.queue_id)
    assert not Sheet(screens, with_consents(elsewhere)).can_move


def test_a_yes_that_comes_while_the_sheet_is_open_lets_it_move_and_a_withdrawal_stops_it(screens: Screens):
    sheet = Sheet(screens, with_consents(QUESTION))
    for consent, can_move in (
        (answered(ConsentState.GIVEN), True),
        (answered(ConsentState.WITHDRAWN), False),
    ):
        sheet.desk.show(with_consents(consent))
        screens.settle()
        assert sheet.can_move is can_move


def strip(screens: Screens, *consents: Consent) -> tuple[WorkRobot, StillDesk, Banner]:
    desk = StillDesk(with_consents(*consents))
    work = WorkRobot(screens, screens.main_window(desk))
    screens.settle()
    return work, desk, found(work.conversation.view, Banner, "consentStrip")


def test_an_answer_stands_above_the_conversation_until_it_is_read(screens: Screens):
    _, desk, banner = strip(screens, answered(ConsentState.REFUSED))
    assert banner.accessibleName().startswith("Asiakas ei antanut lupaa siirtoon: kotisairaanhoitoon.")
    found(banner, Button, "consentStripAction").click()
    screens.settle()
    assert banner.isHidden()
    desk.show(with_consents(answered(ConsentState.REFUSED)))
    screens.settle()
    assert banner.isHidden()


def test_a_yes_leads_to_the_transfer(screens: Screens):
    work, desk, banner = strip(screens, answered(ConsentState.GIVEN))
    desk.ahead = AHEAD
    found(banner, Button, "consentStripAction").click()
    screens.turn()
    assert found(work.conversation.view, QWidget, "transferSheet").isVisible()


def test_all_of_it_stands_in_the_right_column(screens: Screens):
    """R070: recorded, and seen by whoever holds it."""
    refused = answered(ConsentState.REFUSED)
    again = replace(answered(ConsentState.GIVEN), number=2, first_seq=1)
    work, _, _ = strip(screens, refused, again)
    panel = found(work.conversation.view.window(), QWidget, "customerPanel")
    said = [label.accessibleName() for label in panel.findChildren(QWidget)]
    lines = next(each for each in said if each.startswith("Lupa: "))
    assert "ei annettu" in lines
    assert lines.endswith("koko keskustelu")
