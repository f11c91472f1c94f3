"""The transfer sheet: where to, what awaits there, what goes along, and what is kept when it cannot be."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.commands import TransferConversation
from app.domain.conversation import Identity, Staff, Transfer
from app.domain.ids import QueueId, StaffId, internal_slot
from app.domain.passing_on import PassOnTarget
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from app.domain.transfer import LookAhead
from app.ui.chat.deeds_menu import DeedsMenu
from app.ui.parts.button import Button
from tests.desk.test_transfer_view import ADULTS, FAMILY, SENIOR
from tests.support.desk_builders import minutes_ago
from tests.support.example_data import FRONT, a_morning, a_pending_message
from tests.support.fakes import NINE_O_CLOCK
from tests.support.handbook_builders import the_example
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.gallery_files import APPLICATION, APPLICATIONS_AHEAD, WORKERS, with_files

WORDS = "Perhepuolella tuttu asia."


class Sheet:
    """The sheet of the conversation in front, opened with F6."""

    def __init__(self, screens: Screens, desk: StillDesk, ahead: LookAhead | None = None) -> None:
        desk.ahead = ahead or LookAhead(NINE_O_CLOCK, (SENIOR, ADULTS, FAMILY))
        self._screens = screens
        self.desk = desk
        self.work = WorkRobot(screens, screens.main_window(desk))
        self.open()

    def open(self) -> None:
        """Press F6, and have the queues told."""
        self.work.press(Qt.Key.Key_F6)
        screens = self._screens
        screens.turn()
        screens.settle()

    @property
    def widget(self) -> QWidget:
        """The sheet itself."""
        return found(self.work.conversation.view, QWidget, "transferSheet")

    @property
    def names(self) -> list[str]:
        """What a screen reader says of the rows."""
        view = found(self.widget, QListView, "transferTargets")
        model = view.model()
        return [
            str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(model.rowCount())
        ]

    @property
    def says(self) -> str:
        """The sentence at the bottom."""
        return found(self.widget, QLabel, "transferState").text()

    @property
    def can_move(self) -> bool:
        """Whether the button can be pressed."""
        return found(self.widget, Button, "transferMove").isEnabled()

    def search(self, words: str) -> None:
        """Type into the search field."""
        QTest.keyClicks(found(self.widget, QLineEdit, "transferSearch"), words)
        self._screens.settle()

    def write(self, words: str) -> QPlainTextEdit:
        """Enter in the search field leads to the internal message; write it."""
        QTest.keyClick(found(self.widget, QLineEdit, "transferSearch"), Qt.Key.Key_Return)
        box = found(self.widget, QPlainTextEdit, "internalMessage")
        assert box.hasFocus()
        box.insertPlainText(words)
        self._screens.settle()
        return box


def test_what_awaits_in_each_queue_is_heard(screens: Screens):
    sheet = Sheet(screens, StillDesk(a_morning()))
    assert sheet.names == [
        "Perheasiat, avoinna ympäri vuorokauden, 3 paikalla · 2 odottaa, pisin 4.00",
        "Aikuissosiaalityö, suljettu, nykyinen jono · 0 paikalla · ei odottajia",
        "Seniori-info, vain tunnistautuneille, 3 paikalla · 2 odottaa, pisin 4.00",
    ]
    assert sheet.says.startswith("Vastuu siirtyy jonolle Perheasiat.")


def test_while_a_message_is_on_its_way_the_sheet_opens_and_says_what_it_waits_for(screens: Screens):
    """The key did nothing for five seconds after every message, and no word said why."""
    held = a_pending_message("Hei! Katson ohjeen sinulle.", Stage.HELD)
    desk = StillDesk(a_morning(pending=(held,)))
    sheet = Sheet(screens, desk)
    assert sheet.widget.isVisible()
    assert sheet.says == "Viestisi on vielä matkalla. Siirrä, kun se on lähtenyt."
    assert not sheet.can_move
    desk.show(a_morning())
    screens.settle()
    assert sheet.can_move


def test_found_by_a_word_written_along_and_moved_by_enter(screens: Screens):
    """R074: the internal message goes along."""
    sheet = Sheet(screens, StillDesk(a_morning()))
    sheet.search("perhe")
    box = sheet.write(WORDS)
    QTest.keyClick(box, Qt.Key.Key_Return)
    version = sheet.desk.seen.confirmed.heads[FRONT].responsibility_version
    assert sheet.desk.submitted == [
        TransferConversation(FRONT, QueueId("#soshON_perheasiat_chat"), WORDS, version)
    ]
    assert not sheet.widget.isVisible()


def test_the_internal_message_begins_as_the_queue_wants_it(screens: Screens):
    """R074: a template for each queue; what she has written herself is never touched."""
    desk = StillDesk(a_morning())
    wanted = {"fi": "Omatyontekija: \nAihe: ", "sv": "Egen: ", "en": "Own: "}
    sheet = Sheet(screens, desk)
    desk.ahead = LookAhead(NINE_O_CLOCK, (replace(FAMILY, internal_message=wanted), ADULTS))
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.open()
    sheet.search("perhe")
    box = sheet.write("ei ole")
    assert box.toPlainText() == "Omatyontekija: ei ole\nAihe: "
    assert desk.drafts.text(internal_slot(FRONT)) == "Omatyontekija: ei ole\nAihe: "
    search = found(sheet.widget, QLineEdit, "transferSearch")
    search.clear()
    QTest.keyClicks(search, "aikuis")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert box.toPlainText() == "Omatyontekija: ei ole\nAihe: "


def test_a_beginning_nobody_touched_makes_way_for_another_queues(screens: Screens):
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    first = replace(FAMILY, internal_message={"fi": "Perhe: "})
    second = replace(ADULTS, internal_message={"fi": "Aikuinen: "})
    desk.ahead = LookAhead(NINE_O_CLOCK, (first, second))
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.open()
    search = found(sheet.widget, QLineEdit, "transferSearch")
    box = found(sheet.widget, QPlainTextEdit, "internalMessage")
    for words, begins in (("perhe", "Perhe: "), ("aikuis", "Aikuinen: ")):
        search.clear()
        QTest.keyClicks(search, words)
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert box.toPlainText() == begins
    sheet.work.press(Qt.Key.Key_Escape)
    assert desk.drafts.text(internal_slot(FRONT)) == ""


def test_another_service_line_is_refused_with_a_sentence_and_other_ways(screens: Screens):
    """R078: the conversation stays hers."""
    sheet = Sheet(screens, StillDesk(a_morning()))
    sheet.search("seniori")
    assert sheet.says.startswith("Tämä jono palvelee vain tunnistautuneita, ja asiakas on nimetön.")
    assert "puhelinnumero" in sheet.says
    assert not sheet.can_move
    box = sheet.write(WORDS)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert sheet.desk.submitted == []


def test_where_only_unlikely_queues_are_left_nothing_is_chosen_from_the_start(screens: Screens):
    """One tired Enter moves nobody back to where she was, nor to where another language is answered."""
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    own = replace(ADULTS, queue_id=desk.seen.confirmed.heads[FRONT].queue_id, is_open=True)
    swedish = replace(FAMILY, language="sv")
    desk.ahead = LookAhead(NINE_O_CLOCK, (own, swedish))
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.open()
    assert not sheet.can_move
    assert sheet.says == "Valitse, minne."
    sheet.search("perhe")
    assert sheet.can_move


def test_arrows_in_the_search_field_walk_through_the_queues(screens: Screens):
    sheet = Sheet(screens, StillDesk(a_morning()))
    QTest.keyClick(found(sheet.widget, QLineEdit, "transferSearch"), Qt.Key.Key_Down)
    assert found(sheet.widget, QListView, "transferTargets").currentIndex().row() == 1


def test_several_queues_are_in_sight_also_in_a_small_window(screens: Screens):
    desk = StillDesk(a_morning())
    desk.ahead = LookAhead(NINE_O_CLOCK, (SENIOR, ADULTS, FAMILY))
    work = WorkRobot(screens, screens.main_window(desk, size=(1280, 640)))
    work.conversation.type("kesken")
    work.press(Qt.Key.Key_F6)
    screens.turn()
    screens.settle()
    view = found(work.conversation.view, QListView, "transferTargets")
    assert view.height() >= 3 * view.sizeHintForRow(0)
    assert not work.conversation.view.composer.isVisible()
    work.press(Qt.Key.Key_Escape)
    assert work.conversation.view.composer.isVisible()
    assert work.conversation.text == "kesken"


def test_cancelling_keeps_what_was_written_along(screens: Screens):
    sheet = Sheet(screens, StillDesk(a_morning()))
    sheet.write(WORDS)
    sheet.work.press(Qt.Key.Key_Escape)
    assert not sheet.widget.isVisible()
    assert sheet.desk.drafts.text(internal_slot(FRONT)) == WORDS
    assert sheet.desk.drafts.text(FRONT) == ""
    sheet.open()
    assert found(sheet.widget, QPlainTextEdit, "internalMessage").toPlainText() == WORDS


def test_a_word_that_finds_nothing_says_so(screens: Screens):
    sheet = Sheet(screens, StillDesk(a_morning()))
    sheet.search("zzz")
    assert (sheet.names, sheet.says) == ([], "Sen nimistä jonoa ei ole. Kokeile toista sanaa.")
    assert not sheet.can_move


def test_while_the_line_is_away_the_sheet_says_why_and_keeps_the_text(screens: Screens):
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    sheet.write(WORDS)
    desk.show(a_morning(is_live=False))
    screens.settle()
    assert "Yhteys on poikki" in sheet.says or "yhteys" in sheet.says.lower()
    assert not sheet.can_move
    assert desk.drafts.text(internal_slot(FRONT)) == WORDS


def test_what_the_queues_have_may_be_unknown(screens: Screens):
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    sheet.work.press(Qt.Key.Key_Escape)
    desk.ahead = Problem(ProblemCode.NOT_LIVE)
    sheet.open()
    assert not sheet.can_move
    assert "yhtey" in sheet.says.lower()


@pytest.mark.parametrize("words", [WORDS, "", "<img src=x>\u202eabc"])
def test_whoever_takes_her_reads_what_was_written_along(screens: Screens, words: str):
    """R074: in a box that looks like nothing the customer sees, and as text."""
    seen = a_morning()
    by = Staff(StaffId("b" * 32), "Maija Lehtonen")
    transfer = Transfer(by, QueueId("#soshON_perheasiat_chat"), minutes_ago(4), words)
    head = replace(seen.confirmed.heads[FRONT], hand_overs=1, transfer=transfer)
    heads = {**seen.confirmed.heads, FRONT: head}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    work = WorkRobot(screens, screens.main_window(desk))
    note = found(work.conversation.view, QWidget, "internalNote")
    assert note.isVisible()
    said = note.accessibleName()
    assert (
        said.startswith("Maija Lehtonen siirsi klo 8.56 · ei näy asiakkaalle")
        or "Maija Lehtonen siirsi" in said
    )
    assert words.partition("\u202e")[0] in said
    assert "\u202e" not in said


def test_where_the_head_has_no_room_the_buttons_fold_into_one_menu(screens: Screens):
    desk = StillDesk(a_morning())
    window = screens.main_window(desk, size=(1440, 900), text_scale=2.0)
    view = WorkRobot(screens, window).conversation.view
    deeds = found(view, Button, "conversationDeeds")
    assert deeds.isVisible()
    assert not found(view, Button, "transferConversation").isVisible()
    menu = found(view, DeedsMenu, "deedsMenu")
    menu.renew()
    words = [action.text() for action in menu.actions()]
    assert words == ["Siirrä… (F6)", "Päätä keskustelu… (F9)", "Pyydä apua…"]
    menu.actions()[0].trigger()
    screens.turn()
    assert found(view, QWidget, "transferSheet").isVisible()
    window.resize(2560, 900)
    screens.settle()
    assert found(view, Button, "closeConversation").isVisible()
    assert not deeds.isVisible()


def test_a_professional_of_another_service_moves_an_identified_customer_on(screens: Screens):
    """R075, R078: she watches her service's queue, and may move an identified customer anywhere."""
    seen = a_morning()
    head = replace(seen.confirmed.heads[FRONT], identity=Identity.IDENTIFIED, queue_id=SENIOR.queue_id)
    heads = {**seen.confirmed.heads, FRONT: head}
    sheet = Sheet(screens, StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads))))
    assert sheet.work.queues.spoken[-2:] == ["Siirtojonot", "Siirto · Seniori-info: ei odottajia"]
    assert not [name for name in sheet.names if "vain tunnistautuneille" in name]
    sheet.search("perhe")
    box = sheet.write(WORDS)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert sheet.desk.submitted == [
        TransferConversation(FRONT, FAMILY.queue_id, WORDS, head.responsibility_version)
    ]


def test_how_long_a_queue_is_open_is_seen_before_anybody_goes_there(screens: Screens):
    """R074: its closing time by the wall clock in Finland."""
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    closes_at = datetime(2026, 11, 23, 16, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
    desk.ahead = LookAhead(NINE_O_CLOCK, (replace(FAMILY, closes_at=closes_at),))
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.open()
    assert sheet.names == ["Perheasiat, avoinna klo 16.00 asti, 3 paikalla · 2 odottaa, pisin 4.00"]


def test_a_queue_that_is_always_open_says_so_and_a_day_ends_at_24(screens: Screens):
    """R074: "open until 0.00" would say of a queue round the clock that it has just closed."""
    desk = StillDesk(a_morning())
    sheet = Sheet(screens, desk)
    tonight = datetime(2026, 11, 24, 0, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
    for closes_at, word in (
        (None, "avoinna ympäri vuorokauden"),
        (tonight + timedelta(days=2), "avoinna ympäri vuorokauden"),
        (tonight, "avoinna klo 24.00 asti"),
    ):
        desk.ahead = LookAhead(NINE_O_CLOCK, (replace(FAMILY, closes_at=closes_at),))
        sheet.work.press(Qt.Key.Key_Escape)
        sheet.open()
        assert sheet.names == [f"Perheasiat, {word}, 3 paikalla · 2 odottaa, pisin 4.00"]


def moved_before() -> StillDesk:
    """A morning in which the customer in front has been handed over once already."""
    seen = a_morning()
    heads = {**seen.confirmed.heads, FRONT: replace(seen.confirmed.heads[FRONT], hand_overs=1)}
    return StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))


def test_moved_once_more_the_internal_message_says_why(screens: Screens):
    """R079: the second transfer waits for a reason, and says so."""
    sheet = Sheet(screens, moved_before())
    sheet.search("perhe")
    assert sheet.says.startswith("Asiakas on siirretty jo aiemmin. Kirjoita sisäiseen viestiin, miksi")
    assert not sheet.can_move
    sheet.write("Asia koskee lasta, ei toimeentuloa.")
    assert sheet.can_move


def test_a_queue_is_found_by_what_it_takes_and_says_so(screens: Screens):
    """R082: one set of rules for who takes what, where it is decided."""
    sheet = Sheet(screens, StillDesk(a_morning(handbook=the_example())))
    sheet.search("huoli lapsesta")
    assert [name.partition(",")[0] for name in sheet.names] == ["Perheasiat"]
    assert sheet.says.startswith("Ottaa: Vanhemmuus ja huoli lapsesta. Vastuu siirtyy jonolle Perheasiat.")


# --- an application is passed on (R049) ---------------------------------------------------------------------


def an_applicant(screens: Screens, *, has_files: bool = True) -> Sheet:
    """An identified customer in front; what the queues have before them is told when the sheet opens."""
    files = (("hakemus.pdf", APPLICATION),) if has_files else ()
    return Sheet(screens, StillDesk(with_files(*files)), APPLICATIONS_AHEAD)


def from_the_file(screens: Screens) -> Sheet:
    """The file is open, and she passes it on."""
    sheet = an_applicant(screens)
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.work.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    screens.turn()
    sheet.open()
    return sheet


def test_from_the_file_three_stand_by_name_and_none_is_chosen_for_her(screens: Screens):
    """R049: who decides of it is at her discretion; why it belongs there is told with each."""
    sheet = from_the_file(screens)
    names = [name.split(", ")[0] for name in sheet.names]
    assert names == ["Etuuskäsittely", "Sosiaaliohjaaja", "Sosiaalityöntekijä"]
    assert sheet.names[2].endswith("Vaatii harkintaa: tilanne on arvioitava")
    assert (sheet.says, sheet.can_move) == ("Valitse, minne.", False)
    assert found(sheet.widget, QListView, "transferTargets").hasFocus()
    assert not found(sheet.widget, QLineEdit, "transferSearch").isVisible()


def test_chosen_and_confirmed_by_enter_it_goes_there_as_an_application(screens: Screens):
    """R049: with its internal message, and with whom it was passed on to."""
    sheet = from_the_file(screens)
    targets = found(sheet.widget, QListView, "transferTargets")
    for _ in range(3):
        QTest.keyClick(targets, Qt.Key.Key_Down)
    assert sheet.says.startswith(
        "Vaatii harkintaa: tilanne on arvioitava. Vastuu siirtyy jonolle Sosiaalityö."
    )
    QTest.keyClick(targets, Qt.Key.Key_Return)
    box = found(sheet.widget, QPlainTextEdit, "internalMessage")
    assert box.hasFocus()
    box.insertPlainText(WORDS)
    QTest.keyClick(box, Qt.Key.Key_Return)
    version = sheet.desk.seen.confirmed.heads[FRONT].responsibility_version
    assert sheet.desk.submitted == [
        TransferConversation(FRONT, WORKERS.queue_id, WORDS, version, PassOnTarget.SOCIAL_WORKER)
    ]
    assert not sheet.widget.isVisible()


def test_a_transfer_of_files_is_no_application_unless_she_says_so(screens: Screens):
    """F6 over the conversation moves it as ever; the third way is there to choose."""
    sheet = an_applicant(screens)
    assert sheet.names[0].startswith("Sosiaalityö, ")
    way = found(sheet.widget, Button, "passOnApplication")
    assert way.isVisible()
    way.click()
    assert len(sheet.names) == 3
    assert found(sheet.widget, Button, "transferMove").text().startswith("Välitä")
    found(sheet.widget, Button, "transferToQueue").click()
    box = sheet.write("")
    QTest.keyClick(box, Qt.Key.Key_Return)
    [command] = sheet.desk.submitted
    assert isinstance(command, TransferConversation)
    assert command.passed_on_to is None


def test_without_a_file_or_without_anywhere_to_nothing_is_offered(screens: Screens):
    assert not found(an_applicant(screens, has_files=False).widget, Button, "passOnApplication").isVisible()
    nowhere = Sheet(screens, StillDesk(with_files(("hakemus.pdf", APPLICATION))))
    assert not found(nowhere.widget, Button, "passOnApplication").isVisible()


def test_an_answer_that_comes_late_takes_no_keys_from_her(screens: Screens, monkeypatch: pytest.MonkeyPatch):
    """R049: what she has begun to look for meanwhile stays under her fingers."""
    desk = StillDesk(with_files(("hakemus.pdf", APPLICATION)))
    come = asyncio.Event()

    async def late() -> LookAhead:
        await come.wait()
        return APPLICATIONS_AHEAD

    sheet = Sheet(screens, desk, APPLICATIONS_AHEAD)
    sheet.work.press(Qt.Key.Key_Escape)
    sheet.work.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    screens.turn()
    monkeypatch.setattr(desk.transfers, "look_ahead", late)
    sheet.open()
    search = found(sheet.widget, QLineEdit, "transferSearch")
    search.setFocus()
    QTest.keyClicks(search, "sos")
    come.set()
    screens.turn()
    screens.settle()
    assert search.isVisible()
    assert search.hasFocus()
    assert search.text() == "sos"
