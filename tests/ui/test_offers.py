"""Offers on the screen: the sheet's other way, the panel with a countdown, the strip of her own offer."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.desk.notices import OfferNews
from app.domain.ids import internal_slot
from app.domain.offer import OfferEnding
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.transfer import LookAhead
from app.ui.parts.button import Button
from tests.desk.test_transfer_view import FAMILY
from tests.support.example_data import FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.offer_builders import OFFERED, SARI, an_offer, an_offer_of_hers, professionals
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def at_work(screens: Screens, **what: Any) -> tuple[StillDesk, WorkRobot]:
    desk = StillDesk(a_morning(**what))
    desk.ahead = LookAhead(NINE_O_CLOCK, (FAMILY,), professionals())
    return desk, WorkRobot(screens, screens.main_window(desk))


def panel(work: WorkRobot) -> QWidget:
    return found(work.window, QWidget, "offerPanel")


def opened_sheet(screens: Screens, work: WorkRobot) -> QWidget:
    work.press(Qt.Key.Key_F6)
    screens.turn()
    screens.settle()
    sheet = found(work.conversation.view, QWidget, "transferSheet")
    found(sheet, Button, "transferToProfessional").click()
    screens.settle()
    return sheet


def heard(sheet: QWidget) -> list[str]:
    model = found(sheet, QListView, "transferTargets").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_who_is_there_is_heard_with_her_load(screens: Screens):
    _, work = at_work(screens)
    sheet = opened_sheet(screens, work)
    assert heard(sheet) == [
        "Sari Nieminen, tilaa, keskusteluja 1 / 3",
        "Anna Åberg, ei tilaa nyt, keskusteluja 3 / 3",
        "Seija Linjalla, vain tunnistautuneille, keskusteluja 0 / 3",
    ]
    says = found(sheet, QLabel, "transferState").text()
    assert says.startswith("Vastuu on sinulla, kunnes Sari Nieminen ottaa vastaan.")


def test_offered_with_what_was_written_along_which_stays_until_it_is_accepted(screens: Screens):
    """R074: the internal message goes along; a decline loses nothing of it."""
    desk, work = at_work(screens)
    sheet = opened_sheet(screens, work)
    QTest.keyClick(found(sheet, QLineEdit, "transferSearch"), Qt.Key.Key_Return)
    box = found(sheet, QPlainTextEdit, "internalMessage")
    box.insertPlainText("Ehditkö?")
    QTest.keyClick(box, Qt.Key.Key_Return)
    version = desk.seen.confirmed.heads[FRONT].responsibility_version
    assert desk.submitted == [OfferTransfer(FRONT, SARI.staff_id, "Ehditkö?", version)]
    assert not sheet.isVisible()
    assert desk.drafts.text(internal_slot(FRONT)) == "Ehditkö?"


def test_nobody_there_is_said_with_another_way(screens: Screens):
    desk, work = at_work(screens)
    desk.ahead = LookAhead(NINE_O_CLOCK, (FAMILY,))
    sheet = opened_sheet(screens, work)
    says = found(sheet, QLabel, "transferState").text()
    assert says == "Muita ammattilaisia ei ole nyt paikalla. Siirrä keskustelu jonoon."


def test_an_offer_is_shown_with_its_message_and_who_is_responsible(screens: Screens):
    _, work = at_work(screens, offers=(an_offer(),))
    shown = panel(work)
    assert shown.isVisible()
    assert shown.accessibleName().startswith("Siirtotarjous sinulle · Sari Nieminen · Perheasiat.")
    note = found(shown, QWidget, "internalNote")
    assert "ei näy asiakkaalle" in note.accessibleName()
    assert "stöd för närståendevård" in note.accessibleName()
    assert found(shown, QLabel, "offerState").text().startswith("1. siirto. Jos et vastaa, keskustelu jää")


def test_accepted_by_its_key_without_leaving_what_is_being_written(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    work.conversation.type("Hetki, olen")
    work.press(Qt.Key.Key_Y, CTRL)
    assert desk.submitted == [AcceptOffer(OFFERED, 2)]
    assert work.conversation.text == "Hetki, olen"


def test_declined_with_a_reason_and_not_without(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    work.press(Qt.Key.Key_Y, CTRL | SHIFT)
    reason = found(panel(work), QLineEdit, "declineReason")
    assert reason.hasFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert desk.submitted == []
    assert "Lähetettävää ei vielä ole" in found(panel(work), QLabel, "offerState").text()
    QTest.keyClicks(reason, "Olen menossa")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert desk.submitted == [DeclineOffer(OFFERED, "Olen menossa", 2)]


def test_escape_takes_the_question_for_a_reason_back(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    work.press(Qt.Key.Key_Y, CTRL | SHIFT)
    QTest.keyClick(found(panel(work), QLineEdit, "declineReason"), Qt.Key.Key_Escape)
    assert not found(panel(work), QLineEdit, "declineReason").isVisible()
    assert panel(work).isVisible()
    assert desk.submitted == []


def test_a_full_desk_says_why_it_cannot_be_accepted(screens: Screens):
    _, work = at_work(screens, offers=(an_offer(),), capacity=2)
    assert not found(panel(work), Button, "acceptOffer").isEnabled()
    assert found(panel(work), Button, "declineOffer").isEnabled()
    assert "2 keskustelua" in found(panel(work), QLabel, "offerState").text()


def test_an_offer_of_hers_can_be_withdrawn_while_she_answers_on(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer_of_hers(),))
    assert work.conversation.banner("sentOffer").startswith("Tarjottu: Sari Nieminen.")
    assert not panel(work).isVisible()
    work.conversation.type("Hetki vain")
    work.conversation.send()
    assert desk.drafts.text(FRONT) == ""
    found(work.conversation.view, Button, "sentOfferAction").click()
    assert desk.submitted[-1] == WithdrawOffer(FRONT, 1)


def test_what_was_typed_as_a_reason_does_not_go_with_another_offer(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    work.press(Qt.Key.Key_Y, CTRL | SHIFT)
    QTest.keyClicks(found(panel(work), QLineEdit, "declineReason"), "Olen menossa")
    another = replace(an_offer(), conversation_id=FRONT, alias="4899")
    desk.show(a_morning(offers=(another,)))
    screens.settle()
    assert found(panel(work), QLineEdit, "declineReason").text() == ""


@pytest.mark.parametrize(
    ("ending", "is_mine", "words"),
    [
        (OfferEnding.ACCEPTED, True, "Sari Nieminen otti asiakkaan 4812 vastaan."),
        (OfferEnding.DECLINED, True, "Sari Nieminen kieltäytyi asiakkaasta 4812: ”{kiire} <b>”. "),
        (OfferEnding.LAPSED, True, "Sari Nieminen ei vastannut tarjoukseen ajoissa."),
        (OfferEnding.RECEIVER_AWAY, True, "Sari Nieminen ei ole enää paikalla"),
        (OfferEnding.WITHDRAWN, False, "Sari Nieminen perui tarjouksen asiakkaasta 4830."),
        (OfferEnding.LAPSED, False, "Tarjous asiakkaasta 4830 raukesi"),
        (OfferEnding.CONVERSATION_OVER, False, "Tarjous asiakkaasta 4830 päättyi"),
    ],
)
def test_how_an_offer_went_is_told(screens: Screens, ending: OfferEnding, is_mine: bool, words: str):
    desk, work = at_work(screens)
    offer = an_offer_of_hers() if is_mine else an_offer()
    desk.notices_shown = (OfferNews("offer", offer, ending, "{kiire} <b>", is_mine),)
    desk.show(a_morning())
    screens.settle()
    assert work.banner("notice").startswith(words)


def test_declined_with_nothing_open_the_keys_are_on_nothing_that_enter_sets_off(screens: Screens):
    seen = a_morning(offers=(an_offer(),))
    waiting = {id_: head for id_, head in seen.confirmed.heads.items() if head.holder is None}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=waiting, windows={})))
    work = WorkRobot(screens, screens.main_window(desk))
    QTest.keyClick(work.window, Qt.Key.Key_Y, CTRL | SHIFT)
    reason = found(panel(work), QLineEdit, "declineReason")
    QTest.keyClicks(reason, "Olen menossa")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert [type(each) for each in desk.submitted] == [DeclineOffer]
    desk.show(replace(seen, confirmed=replace(seen.confirmed, heads=waiting, windows={}, offers={})))
    screens.settle()
    assert not panel(work).isVisible()
    assert QApplication.focusWidget() is found(work.window, QWidget, "nobodyView")


def test_in_another_view_an_offer_is_told_of_and_not_answered_blindly(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    work.press(Qt.Key.Key_5, CTRL)
    assert "Asiakasta 4830 tarjotaan sinulle." in work.banner("offered")
    work.press(Qt.Key.Key_Y, CTRL)
    assert desk.submitted == []
    work.button("offeredAction").click()
    screens.settle()
    assert panel(work).isVisible()
    assert work.banner("offered") == ""
    work.press(Qt.Key.Key_Y, CTRL)
    assert desk.submitted == [AcceptOffer(OFFERED, 2)]


def test_in_another_view_a_message_that_is_offered_is_not_said_to_lapse_soon(screens: Screens):
    """R106: it stands for days."""
    _, work = at_work(screens, offers=(an_offer(is_message=True),))
    work.press(Qt.Key.Key_5, CTRL)
    assert work.banner("offered").startswith("Asiakkaan 4830 viestiä tarjotaan sinulle.")
    assert "Tarjous on voimassa ma 23.11. klo 11.01 asti." in work.banner("offered")


def test_an_offer_is_in_view_only_where_its_panel_is(screens: Screens):
    _, work = at_work(screens, offers=(an_offer(),))
    work.window.activateWindow()
    screens.settle()
    assert work.window.in_view().offer
    work.press(Qt.Key.Key_5, CTRL)
    assert not work.window.in_view().offer


def test_while_she_declines_nothing_says_that_she_accepts(screens: Screens):
    desk, work = at_work(screens, offers=(an_offer(),))
    desk.show(replace(desk.seen, offering=frozenset({OFFERED})))
    screens.settle()
    assert found(work.window, Button, "acceptOffer").text().startswith("Ota vastaan")
    desk.show(replace(desk.seen, accepting=frozenset({OFFERED})))
    screens.settle()
    assert not found(work.window, Button, "acceptOffer").text().startswith("Ota vastaan")
