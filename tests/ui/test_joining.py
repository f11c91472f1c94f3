"""Reading along on the screen: a tab of another kind, no way to write to the customer, notes, and leaving."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit, QWidget

from app.domain.commands import WriteNote
from app.domain.departed import departures
from app.domain.help_call import HelpCallEnded, HelpEnding, JoinConversation, LeaveConversation, TakeOver
from app.domain.ids import ConversationId
from app.ui.attachments.file_deeds import FileDeeds
from app.ui.chat.chat_tabs import ChatTabs
from app.ui.chat.composer import Composer
from app.ui.chat.departed_view import DepartedView
from app.ui.chat.transcript_view import TranscriptView
from app.ui.help.joined_view import JoinedView
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.parts.banner import Banner
from app.ui.parts.button import Button
from tests.support.example_data import a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.help_builders import ANNA, a_call, a_call_of_hers, reading_along
from tests.support.offer_builders import OFFERED
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.gallery_files import APPLICATION, application_page
from tests.ui.test_help_calls import at_work, called
from tests.ui.test_scaling import cut_words


def joined(screens: Screens) -> tuple[StillDesk, JoinedView]:
    """She presses Join in the situation view, and it comes."""
    desk, work = at_work(screens, help_calls=(a_call(),))
    section = called(screens, work)
    join = found(section, Button, "joinConversation")
    assert join.accessibleName() == "Liity"
    join.click()
    assert desk.submitted == [JoinConversation(OFFERED, 2)]
    desk.submitted.clear()
    desk.show(reading_along())
    screens.settle()
    return desk, found(work.window, JoinedView, "joined")


def test_joining_brings_the_conversation_to_the_front_with_its_messages_and_notes(screens: Screens):
    _, view = joined(screens)
    assert view.isVisible()
    lines = ListRobot(screens, found(view, QListView, "transcript")).spoken
    assert any("Joo, miten se tehdään?" in line for line in lines)
    assert any("Sovittu poliisin kanssa." in line for line in lines)
    assert any(line.startswith("Neuvoja 10.52") for line in lines)
    assert not any(line.startswith("Sinä") for line in lines)
    words = found(view, Banner, "joinedWords").words
    assert words is not None
    assert words.lead == "Olet mukana. Sari Nieminen vastaa asiakkaalle."


def test_there_is_no_way_to_write_to_the_customer(screens: Screens):
    """Exactly one answers (trust.md I5): who reads along has no composer, and her tab says so."""
    _, view = joined(screens)
    assert view.findChildren(Composer) == []
    tabs = found(view.window(), ChatTabs, "chatTabs")
    number = tabs.number_of(OFFERED)
    assert number is not None
    assert "olet mukana keskustelussa" in tabs.tabText(number)
    assert number == tabs.currentIndex()


def test_she_helps_by_a_note_and_it_is_kept_for_that_conversation(screens: Screens):
    desk, view = joined(screens)
    box = found(view, QPlainTextEdit, "joinedNote")
    assert box.hasFocus()
    box.insertPlainText("Kysy, missä hän on.")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.submitted == [WriteNote(OFFERED, "Kysy, missä hän on.", 2)]


def test_leaving_is_one_press_and_takes_the_window_away(screens: Screens):
    desk, view = joined(screens)
    tabs = found(view.window(), ChatTabs, "chatTabs")
    found(view, Button, "joinedWordsAction").click()
    assert desk.submitted == [LeaveConversation(OFFERED, 2)]
    desk.show(a_morning())
    screens.settle()
    assert tabs.number_of(OFFERED) is None


def test_older_messages_that_come_when_she_reads_along_no_more_wake_nobody(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
):
    desk, view = joined(screens)
    seen, come = reading_along(), asyncio.Event()
    window = seen.confirmed.windows[OFFERED]
    later = replace(window, messages=window.messages[1:])
    windows = {**seen.confirmed.windows, OFFERED: later}
    desk.show(replace(seen, confirmed=replace(seen.confirmed, windows=windows)))

    async def older(_conversation_id: ConversationId) -> bool:
        await come.wait()
        return True

    monkeypatch.setattr(desk.talk, "older", older)
    found(view, TranscriptView, "transcript").older_wanted.emit()
    screens.turn()
    assert screens.tasks.running + sum(each.running for each in screens.tasks._inner) > 0
    desk.show(a_morning())
    screens.settle()
    come.set()
    screens.turn()
    assert screens.failures == []


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        (
            HelpEnding.CONVERSATION_OVER,
            "Asiakkaan 4830 keskustelu, johon tulit avuksi, on päättynyt tai siirtynyt.",
        ),
        (HelpEnding.WITHDRAWN, "Sari Nieminen jatkaa yksin asiakkaan 4830 kanssa. Olit tullut avuksi."),
    ],
)
def test_what_somebody_else_ended_says_so_where_she_read_along(
    screens: Screens, ending: HelpEnding, words: str
):
    """It vanished under her eyes, and nothing said why."""
    desk, view = joined(screens)
    window = view.window()
    fact = HelpCallEnded(NINE_O_CLOCK, None, OFFERED, ending)
    after = a_morning()
    desk.departed_shown = departures(desk.seen.confirmed, after.confirmed, fact)
    desk.show(after)
    screens.settle()
    (left,) = [each for each in window.findChildren(DepartedView) if each.isVisible()]
    assert found(left, Banner, "departedWords").accessibleName().startswith(words)
    found(left, Button, "departedWordsAction").click()
    screens.settle()
    assert desk.departed == ()
    assert screens.failures == []


def test_who_has_no_customers_of_her_own_is_back_in_the_situation_view(screens: Screens):
    """She came from there, and an empty work view would tell her nothing."""
    seen = reading_along()
    heads = {OFFERED: seen.confirmed.heads[OFFERED]}
    windows = {OFFERED: seen.confirmed.windows[OFFERED]}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads, windows=windows)))
    window = screens.main_window(desk)
    found(found(window, JoinedView, "joined"), Button, "joinedWordsAction").click()
    assert found(window, QWidget, "situationPane").isVisible()


def test_who_has_customers_stays_with_them(screens: Screens):
    _, view = joined(screens)
    pane = found(view.window(), QWidget, "situationPane")
    found(view, Button, "joinedWordsAction").click()
    assert not pane.isVisible()


def test_taking_over_from_there_is_asked_once(screens: Screens):
    desk, view = joined(screens)
    found(view, Button, "joinedWordsSecond").click()
    assert desk.submitted == []
    screens.settle()
    found(view, Button, "confirmTakingJoinedAction").click()
    assert desk.submitted == [TakeOver(OFFERED, 2)]


def test_where_another_reads_along_it_is_said_and_can_only_be_taken_over(screens: Screens):
    call = a_call(helper=ANNA, joined_at=a_call().called_at)
    _, work = at_work(screens, help_calls=(call,))
    section = called(screens, work)
    assert not found(section, Button, "joinConversation").isEnabled()
    assert not found(section, Button, "answerHelp").isEnabled()
    assert found(section, Button, "takeOver").isEnabled()
    said = found(section, QWidget, "helpSectionTrouble")
    assert said.isVisible()


def test_the_holder_is_told_that_she_is_not_alone(screens: Screens):
    call = a_call_of_hers(helper=ANNA, joined_at=a_call().called_at)
    _, work = at_work(screens, help_calls=(call,))
    robot: WorkRobot = work
    assert robot.conversation.banner("sentCall").startswith("Anna Åberg on mukana keskustelussa.")
    assert found(robot.conversation.view, Button, "sentCallAction").isVisible()


def test_the_right_column_says_who_holds_it_and_why_she_was_called(screens: Screens):
    """It was empty, and the reason for the call stood only in the view she had left."""
    _, view = joined(screens)
    panel = found(view.window(), QWidget, "joinedPanel")
    assert panel.isVisible()
    assert not found(view.window(), QWidget, "nobodyInFront").isVisible()
    said = {
        name: found(panel, QLabel, f"joined{name}").text()
        for name in ("Holder", "Since", "Unanswered", "Called", "Reason", "Topic", "Question", "Notes")
    }
    assert said == {
        "Holder": "Sari Nieminen",
        "Since": said["Since"],
        "Unanswered": "1.10",
        "Called": "10.58",
        "Reason": "Asiakas uhkaa itseään <b>",
        "Topic": "Toimeentulotuki",
        "Question": "”Hei, milloin voi hakea ehkäisevää toimeentulotukea?”",
        "Notes": "Sari Nieminen 10.58: Sovittu poliisin kanssa.",
    }
    assert said["Since"].startswith("klo 10.")
    tabs = found(view.window(), ChatTabs, "chatTabs")
    tabs.setCurrentIndex(0)
    screens.settle()
    assert not panel.isVisible()


def test_of_a_vanished_counsellor_it_says_that_her_line_is_away(screens: Screens):
    seen = reading_along()
    call = seen.confirmed.help_calls[OFFERED]
    calls = {**seen.confirmed.help_calls, OFFERED: replace(call, is_holder_away=True, text="")}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, help_calls=calls)))
    window = screens.main_window(desk)
    window.open_conversation(OFFERED)
    screens.settle()
    assert found(window, QLabel, "joinedReason").text() == "Sari Nieminen: yhteys on poikki."


@pytest.mark.parametrize("language", list(Language))
def test_what_stands_in_the_right_column_is_read_whole_at_200_per_cent(screens: Screens, language: Language):
    window = screens.main_window(
        StillDesk(reading_along()), size=(1280, 720), text_scale=2.0, language=language
    )
    window.open_conversation(OFFERED)
    window.do("showCustomer")
    screens.settle()
    panel = found(window, QWidget, "joinedPanel")
    assert panel.isVisible()
    assert cut_words(panel) == []


@pytest.mark.parametrize("language", list(Language))
def test_taking_over_is_asked_whole_at_200_per_cent(screens: Screens, language: Language):
    window = screens.main_window(
        StillDesk(reading_along()), size=(1280, 720), text_scale=2.0, language=language
    )
    window.open_conversation(OFFERED)
    screens.settle()
    view = found(window, JoinedView, "joined")
    assert cut_words(view) == []
    found(view, Button, "joinedWordsSecond").click()
    screens.settle()
    assert found(view, Banner, "confirmTakingJoined").isVisible()
    assert cut_words(view) == []


def test_the_keys_of_files_are_hers_where_she_reads_along(screens: Screens):
    """R047, R048: the sheet names them, and Esc puts the file away."""
    desk, view = joined(screens)
    desk.attachments.shown = application_page
    seen = reading_along()
    window = seen.confirmed.windows[OFFERED]
    last = replace(window.messages[-1], text="hakemus.pdf", attachment=APPLICATION)
    windows = {**seen.confirmed.windows, OFFERED: replace(window, messages=(*window.messages[:-1], last))}
    desk.show(replace(seen, confirmed=replace(seen.confirmed, windows=windows)))
    screens.settle()
    main = view.window()
    assert isinstance(main, MainWindow)
    main.do("openAttachment")
    screens.turn()
    sheet = found(view, QWidget, "viewerSheet")
    assert sheet.isVisible()
    deeds = view.findChild(FileDeeds)
    assert deeds is not None
    asked: list[QObject] = []
    deeds.asking.connect(asked.append)
    for name in ("saveAttachment", "printAttachment"):
        main.do(name)
        screens.turn()
        asked[-1].reject()  # type: ignore[attr-defined]
        screens.turn()
    assert len(asked) == 2
    main.do("goBack")
    screens.turn()
    assert not sheet.isVisible()
    assert found(view, TranscriptView, "transcript").isVisible()
