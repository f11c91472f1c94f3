"""Callback requests on the screen: the list, the number, dialling, what came of it, by keyboard alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QPlainTextEdit, QWidget

from app.desk.call_wrap_ups import notes_slot
from app.desk.notices import Notice
from app.domain.callback import AttemptOutcome, Callback, CallbackReason, CallbackState
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.calling_time import Wish
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId
from app.domain.link import LinkState, LinkView
from app.domain.problems import Problem, ProblemCode
from app.domain.wrap_up import CallWrapUp
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.theme import ThemeChoice
from tests.support.callback_builders import FIRST, ONE_MISS, SECOND, TWO_MISSES, a_callback, mine
from tests.support.desk_builders import JOHAN, NINE_O_CLOCK, some_codes, what_is_seen
from tests.support.screen_robots import ListRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


class CallsRobot:
    """Hands and eyes on the view of callback requests."""

    def __init__(self, screens: Screens, desk: StillDesk, **how: object) -> None:
        self.screens, self.desk = screens, desk
        self.window: MainWindow = screens.main_window(desk, **how)  # type: ignore[arg-type]
        self.list = ListRobot(screens, found(self.window, QListView, "callbackList"))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = self.screens.app.focusWidget() or self.window
        QTest.keyClick(focused, key, modifiers)
        self.screens.settle()

    def open(self) -> None:
        self.key(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)

    def says(self, name: str) -> str:
        label = found(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def button(self, name: str) -> QAbstractButton:
        return found(self.window, QAbstractButton, name)

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.screens.settle()


def calls(screens: Screens, *callbacks: Callback, **how: object) -> CallsRobot:
    robot = CallsRobot(screens, StillDesk(what_is_seen(callbacks=callbacks)), **how)
    robot.open()
    return robot


def test_requests_are_heard_under_their_headings_with_tries_wish_and_whose_they_are(screens: Screens):
    """R113: all of them are in sight, the last tries first; nothing waits unopened unnoticed."""
    robot = calls(
        screens,
        a_callback(SECOND, attempts=TWO_MISSES, wish=Wish.FORENOON),
        mine(),
        a_callback(_id(3), due_at=NINE_O_CLOCK + timedelta(days=1), attempts=ONE_MISS),
        a_callback(
            _id(4), state=CallbackState.CLOSED, closed_reason=CallbackReason.REACHED, closed_at=NINE_O_CLOCK
        ),
        a_callback(
            _id(5),
            state=CallbackState.CLOSED,
            closed_reason=CallbackReason.REACHED,
            closed_at=NINE_O_CLOCK - timedelta(days=1),
        ),
        a_callback(_id(6), state=CallbackState.CLAIMED, holder=JOHAN),
    )
    assert robot.list.spoken == [
        "Viimeinen yritys",
        "040 ––– ––21, Toimeentulotuki, suomi, yrityksiä 2/3, toive klo 8–12, nyt, vapaa",
        "Tänään",
        "040 ––– ––21, Toimeentulotuki, suomi, yrityksiä 0/3, toive koska vain, nyt, Johan Lindqvist",
        "040 123 4521, Toimeentulotuki, suomi, yrityksiä 0/3, toive koska vain, nyt, sinulla",
        "Huomenna ja myöhemmin",
        "040 ––– ––21, Toimeentulotuki, suomi, yrityksiä 1/3, toive koska vain, ti 24.11. klo 11.00, vapaa",
        "Käsitelty tänään",
        "040 ––– ––21, Toimeentulotuki, suomi, yrityksiä 0/3, toive koska vain, tavoitettu 11.00, ",
    ]


def test_a_request_is_taken_dialled_and_recorded_by_keyboard_alone(screens: Screens):
    """R110, R111: claim with Enter, F8 when she dials, a number key for the outcome, Enter records."""
    robot = calls(screens, a_callback())
    robot.key(Qt.Key.Key_Return)
    assert robot.desk.submitted == [ClaimCallback(FIRST)]
    robot.desk.show(what_is_seen(callbacks=(mine(),)))
    robot.screens.settle()
    assert robot.says("callbackNumber") == "040 123 4521"
    assert not robot.button("outcome_no_answer").isEnabled()
    robot.key(Qt.Key.Key_F8)
    robot.key(Qt.Key.Key_2)
    assert "Seuraavaa yritystä ehdotetaan: ma 23.11. klo 12.00" in robot.says("callbackConsequence")
    robot.key(Qt.Key.Key_Return)
    assert robot.desk.submitted[1:] == [RecordAttempt(FIRST, 2, AttemptOutcome.NO_ANSWER, NINE_O_CLOCK)]


def test_the_number_is_whole_only_when_it_is_hers_and_can_be_copied(screens: Screens):
    robot = calls(screens, a_callback())
    assert robot.says("callbackNumber") == "040 ••• ••21"
    assert robot.says("callbackMasked") == "Numero näkyy kokonaan, kun otat pyynnön vastaan."
    assert not robot.button("copyNumber").isVisible()
    robot.desk.show(what_is_seen(callbacks=(mine(),)))
    robot.screens.settle()
    robot.press("copyNumber")
    assert QGuiApplication.clipboard().text() == "0401234521"


def test_outcomes_unlock_after_dialling_and_all_six_are_there(screens: Screens):
    robot = calls(screens, mine())
    names = [f"outcome_{outcome}" for outcome in AttemptOutcome]
    assert [robot.button(name).text() for name in names] == [
        *("Tavoitettu", "Ei vastannut", "Varattu", "Vastaaja", "Väärä numero", "Ei halua puhelua")
    ]
    assert not any(robot.button(name).isEnabled() for name in names)
    assert not robot.button("recordAttempt").isEnabled()
    robot.press("dial")
    assert all(robot.button(name).isEnabled() for name in names)
    assert not robot.button("recordAttempt").isEnabled()


def test_the_last_attempt_says_that_it_is_and_offers_no_next_time(screens: Screens):
    """R111: a fourth is not offered; the third miss closes, and this is said before it is recorded."""
    robot = calls(screens, mine(attempts=TWO_MISSES))
    assert robot.says("callbackConsequence").startswith("Kolmas yritys on viimeinen.")
    robot.press("dial")
    robot.press("outcome_busy")
    assert "Uutta aikaa ei valita." in robot.says("callbackConsequence")
    assert robot.button("recordAttempt").text() == "Kirjaa yritys ja päätä"
    robot.press("recordAttempt")
    assert isinstance(robot.desk.submitted[-1], RecordAttempt)
    closed = a_callback(
        attempts=TWO_MISSES,
        state=CallbackState.CLOSED,
        closed_reason=CallbackReason.NOT_REACHED,
        closed_at=NINE_O_CLOCK,
    )
    robot.desk.show(what_is_seen(callbacks=(closed,)))
    robot.screens.settle()
    assert robot.says("callbackConsequence") == "ei tavoitettu, päättyi"
    for name in ("dial", "claimCallback", "recordAttempt", "releaseCallback"):
        assert not robot.button(name).isVisible(), name


@pytest.mark.parametrize(
    ("callback", "hours", "sentence"),
    [
        (mine(), 6, "Soitetaan arkisin klo 8–16."),
        (mine(wish=Wish.AFTERNOON), 0, "Asiakas toivoi soittoa muuhun aikaan päivästä."),
        (
            mine(attempts=(replace(ONE_MISS[0], at=NINE_O_CLOCK - timedelta(minutes=59)),)),
            0,
            "Edellisestä yrityksestä on alle 60 minuuttia.",
        ),
        (
            mine(
                attempts=tuple(
                    replace(each, at=NINE_O_CLOCK - timedelta(minutes=minutes))
                    for each, minutes in zip(TWO_MISSES, (170, 70), strict=True)
                )
            ),
            0,
            "Molemmat yritykset olivat tämän saman puolipäivän aikana. Tee viimeinen muuhun aikaan.",
        ),
    ],
)
def test_a_rule_that_is_not_met_stands_as_a_sentence_and_nothing_can_be_dialled(
    screens: Screens, callback: Callback, hours: int, sentence: str
):
    """R112: out of calling time, out of the wish or too soon, the key is off and the reason stands there."""
    robot = calls(screens, callback)
    robot.desk.pass_time(hours * 3600)
    robot.window.show_now()
    robot.screens.settle()
    assert robot.says("callbackConditions") == sentence
    assert not robot.button("dial").isEnabled()
    robot.key(Qt.Key.Key_F8)
    assert not robot.button("outcome_reached").isEnabled()


def test_a_call_dialled_before_four_is_recorded_after_its_claim_went_back(screens: Screens):
    robot = calls(screens, mine())
    robot.desk.pass_time(4 * 3600 + 59 * 60)
    robot.window.show_now()
    robot.press("dial")
    dialled_at = robot.desk.now()
    robot.desk.pass_time(300)
    robot.desk.show(what_is_seen(callbacks=(a_callback(responsibility_version=3),)))
    robot.screens.settle()
    robot.press("outcome_reached")
    robot.press("recordAttempt")
    said = CallWrapUp((), None, "", robot.desk.seen.confirmed.service_model_version)
    assert robot.desk.submitted == [RecordAttempt(FIRST, 2, AttemptOutcome.REACHED, dialled_at, said)]


def test_without_a_line_nothing_is_taken_and_nothing_dialled(screens: Screens):
    robot = calls(screens, mine(), a_callback(SECOND))
    robot.desk.show_link(LinkView(LinkState.OFFLINE))
    robot.screens.settle()
    robot.press("dial")
    assert robot.says("callbackRefusal")
    assert not robot.button("outcome_reached").isEnabled()
    assert not robot.button("takeNextCallback").isEnabled()


def test_a_key_that_can_do_nothing_says_why_in_the_words_of_calls(screens: Screens):
    robot = calls(screens, a_callback())
    robot.key(Qt.Key.Key_F8)
    assert robot.says("callbackRefusal") == "Ota pyyntö ensin vastaan, niin numero näkyy ja voit soittaa."
    tomorrow = a_callback(due_at=NINE_O_CLOCK + timedelta(days=1))
    robot = calls(screens, tomorrow)
    assert not robot.button("takeNextCallback").isEnabled()
    robot.key(Qt.Key.Key_F2)
    assert robot.says("callbackRefusal") == "Yhtään soittopyyntöä ei voi ottaa vastaan juuri nyt."
    robot.desk.show(what_is_seen(callbacks=(a_callback(SECOND), tomorrow)))
    robot.screens.settle()
    assert robot.says("callbackRefusal") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FINNISH, "Neuvoja 7 soittaa samaan numeroon. Ota sillä välin toinen pyyntö."),
        (Language.SWEDISH, "Neuvoja 7 ringer samma nummer. Ta en annan begäran så länge."),
    ],
)
def test_a_number_that_another_calls_is_told_as_a_sentence_over_the_requests(
    screens: Screens, language: Language, said: str
):
    """R112: whoever took the second request of one number is told who calls it."""
    robot = calls(screens, a_callback(FIRST), language=language)
    robot.press("takeNextCallback")
    assert robot.desk.submitted == [ClaimCallback(FIRST)]
    refused = Problem(ProblemCode.NUMBER_IN_USE, by_name="Neuvoja 7")
    robot.desk.notices_shown = (Notice("n1", ClaimCallback(FIRST), None, refused, NINE_O_CLOCK),)
    robot.desk.show(robot.desk.seen)
    screens.settle()
    assert found(robot.window, QListView, "callbackList").isVisible()
    shown = [each.text() for each in robot.window.findChildren(QLabel) if each.isVisible()]
    assert [words for words in shown if said in words], shown


@pytest.mark.parametrize(
    ("language", "late", "ends", "lapsed"),
    [
        (
            Language.FINNISH,
            "myöhässä, pe 20.11.",
            "päättyy ke 25.11.",
            "ei ehditty, päättyi 11.00",
        ),
        (
            Language.SWEDISH,
            "försenad, fr 20.11.",
            "avslutas on 25.11.",
            "hanns inte ringas 11.00",
        ),
    ],
)
def test_a_request_that_nobody_calls_is_late_then_says_when_it_closes_and_that_it_has(
    screens: Screens, language: Language, late: str, ends: str, lapsed: str
):
    """I7, R113: none is dropped silently."""
    left = NINE_O_CLOCK - timedelta(days=28)
    seen = what_is_seen(
        callbacks=(
            a_callback(FIRST, due_at=NINE_O_CLOCK - timedelta(days=3)),
            a_callback(SECOND, requested_at=left, due_at=left),
            a_callback(
                _id(3),
                state=CallbackState.CLOSED,
                closed_reason=CallbackReason.LAPSED,
                closed_at=NINE_O_CLOCK,
            ),
        )
    )
    robot = CallsRobot(screens, StillDesk(seen), language=language)
    robot.open()
    spoken = " | ".join(robot.list.spoken)
    assert [words for words in (late, ends, lapsed) if words not in spoken] == [], spoken
    # The first of today's is the one that has waited longest: opened, it says to the minute when it ends.
    assert "11.00, " in robot.says("callbackAbout").splitlines()[-1]


def test_giving_back_and_taking_the_next(screens: Screens):
    robot = calls(screens, mine(), a_callback(SECOND))
    robot.press("releaseCallback")
    robot.key(Qt.Key.Key_F2)
    assert robot.desk.submitted == [ReleaseCallback(FIRST, 2), ClaimCallback(SECOND)]


def test_signing_out_says_what_becomes_of_requests_in_her_hands(screens: Screens):
    """R113: nothing of hers stays unopened past the shift unnoticed."""
    robot = calls(screens, mine(), a_callback(SECOND))
    robot.window.ask_to_sign_out()
    robot.screens.settle()
    words = [label.text() for label in robot.window.findChildren(QLabel) if label.isVisible()]
    assert any("1 soittopyyntösi palaa listalle." in text for text in words), words


def test_signing_out_and_closing_name_due_requests_that_nobody_has_opened_once(screens: Screens):
    """R113, R060: she may go all the same."""
    robot = calls(screens, a_callback(SECOND), mine(due_at=NINE_O_CLOCK, holder=JOHAN))
    assert not robot.window.close()
    robot.screens.settle()
    words = [label.text() for label in robot.window.findChildren(QLabel) if label.isVisible()]
    said = "1 soittopyyntö, jonka aika on ja jota kukaan ei ole avannut (040 ••• ••21): se jää luetteloon."
    assert any(said in text for text in words), words
    assert robot.window.close()


def test_a_call_without_an_outcome_is_asked_about_and_listed_at_sign_out(screens: Screens):
    """R111, R113: also by a desk that was killed after she had dialled; the call opens by itself."""
    desk = StillDesk(what_is_seen(callbacks=(a_callback(SECOND), mine())))
    desk.restore_call(Dialled(FIRST, 2, NINE_O_CLOCK))
    robot = CallsRobot(screens, desk)
    today = ListRobot(screens, found(robot.window, QListView, "todaysCallbackList"))
    assert today.spoken[0].endswith("soitit: mitä siitä tuli?")
    robot.window.close()
    robot.screens.settle()
    words = [label.text() for label in robot.window.findChildren(QLabel) if label.isVisible()]
    assert any("1 puhelu, jonka tulosta et ole kirjannut (040 ••• ••21)." in text for text in words), words
    robot.open()
    assert robot.says("callbackNumber") == "040 123 4521"
    robot.press("outcome_busy")
    robot.press("recordAttempt")
    assert desk.submitted == [RecordAttempt(FIRST, 2, AttemptOutcome.BUSY, NINE_O_CLOCK)]
    assert desk.calling.unrecorded == ()


def test_todays_requests_stand_under_the_queues_and_open_the_view(screens: Screens):
    robot = CallsRobot(
        screens, StillDesk(what_is_seen(callbacks=(a_callback(), a_callback(SECOND), a_callback(_id(3)))))
    )
    block = found(robot.window, QWidget, "todaysCallbacks")
    assert block.isVisible()
    today = ListRobot(screens, found(robot.window, QListView, "todaysCallbackList"))
    assert len(today.spoken) == 2
    assert robot.button("moreCallbacks").text() == "1 muu tänään"
    assert robot.button("railCallbacks").accessibleName() == "Soitot 3"
    today.choose("040")
    today.press_enter()
    assert robot.list.view.isVisible()
    assert not block.isVisible()
    robot.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert block.isVisible()


@pytest.mark.parametrize("language", [Language.FINNISH, Language.SWEDISH])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_no_button_is_cut_at_any_size(
    screens: Screens, language: Language, scale: float, choice: ThemeChoice
):
    robot = calls(screens, mine(attempts=TWO_MISSES), language=language, text_scale=scale, choice=choice)
    robot.press("dial")
    robot.press("outcome_declined")
    detail = found(robot.window, QWidget, "callbackDetail")
    assert robot.button("takeNextCallback").width() >= robot.button("takeNextCallback").sizeHint().width()
    for name in ("dial", "recordAttempt", "releaseCallback", "outcome_declined"):
        button = robot.button(name)
        assert button.width() >= button.sizeHint().width(), name
        assert button.mapTo(detail, QPoint(button.width(), 0)).x() <= detail.width(), name


def _id(number: int) -> CallbackId:
    return CallbackId(f"{number:032x}")


def closing(screens: Screens, **how: object) -> CallsRobot:
    """Her call was answered, by a customer of a service that has reasons and outcomes to choose from."""
    seen = what_is_seen(callbacks=(mine(),))
    lists = {"neuvonta": some_codes("neuvonta")}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, wrap_ups=lists)))
    robot = CallsRobot(screens, desk, **how)
    robot.open()
    robot.key(Qt.Key.Key_F8)
    return robot


def pane_of(robot: CallsRobot) -> QWidget:
    """The view of callback requests."""
    return found(robot.window, QWidget, "callbacksPane")


def said_of(robot: CallsRobot) -> CallWrapUp | None:
    """What went with the last record."""
    record = robot.desk.submitted[-1]
    assert isinstance(record, RecordAttempt)
    return record.wrap_up


def test_a_call_that_closes_is_wrapped_up_by_number_keys_with_the_same_record(screens: Screens):
    """R127, R130: outcome of the attempt, contact reason, outcome, Enter; notes are in a draft till then."""
    robot = closing(screens)
    robot.key(Qt.Key.Key_1)
    sheet = found(pane_of(robot), QWidget, "wrapUp")
    assert sheet.isVisible()
    assert found(sheet, QAbstractButton, "wrapUpFinish").text() == "Kirjaa yritys ja päätä"
    robot.key(Qt.Key.Key_2)
    robot.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    found(sheet, QPlainTextEdit, "wrapUpNotes").setPlainText("Neuvottu liitteet.")
    codes = some_codes("neuvonta")
    reason = codes.reasons_for("toimeentulo")[1].code_id
    assert robot.desk.drafts.text(notes_slot(FIRST)) == "Neuvottu liitteet."
    robot.key(Qt.Key.Key_Return)
    said = said_of(robot)
    assert said is not None
    assert (said.contact_reasons, said.outcome) == ((reason,), codes.outcomes[0].code_id)
    assert said.notes == "Neuvottu liitteet."
    assert not sheet.isVisible()


def test_a_call_that_was_a_test_is_marked_by_a_press(screens: Screens):
    """R104: as a conversation is; nothing else has to be chosen."""
    robot = closing(screens)
    robot.key(Qt.Key.Key_1)
    mark = found(pane_of(robot), QAbstractButton, "markTest")
    assert mark.isVisible()
    mark.click()
    robot.screens.settle()
    assert "merkitty" in mark.accessibleName()
    found(pane_of(robot), QAbstractButton, "wrapUpFinish").click()
    robot.screens.settle()
    said = said_of(robot)
    assert said is not None
    assert said.is_test


def test_a_number_is_never_kept_for_want_of_a_reason(screens: Screens):
    """R127: nothing has to be chosen, and Esc leaves the sheet with the keys on recording."""
    robot = closing(screens)
    robot.key(Qt.Key.Key_5)
    robot.key(Qt.Key.Key_Escape)
    robot.key(Qt.Key.Key_Return)
    said = said_of(robot)
    assert said is not None
    assert (said.outcome, said.notes) == (None, "")


def test_a_call_after_which_the_request_goes_on_is_not_asked_about(screens: Screens):
    robot = closing(screens)
    sheet = found(pane_of(robot), QWidget, "wrapUp")
    robot.key(Qt.Key.Key_1)
    assert sheet.isVisible()
    robot.press("outcome_no_answer")
    assert not sheet.isVisible()
    robot.press("recordAttempt")
    assert said_of(robot) is None


PARTS: tuple[tuple[type[QWidget], str], ...] = (
    (QListView, "contactReasons"),
    (QListView, "wrapUpOutcomes"),
    (QWidget, "codeSearchFrame"),
    (QWidget, "wrapUpNotesFrame"),
    (QAbstractButton, "wrapUpFinish"),
)
"""From above to below."""


@pytest.mark.parametrize("language", [Language.FINNISH, Language.SWEDISH])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_of_a_call_is_not_cut_at_any_size(screens: Screens, language: Language, scale: float):
    robot = closing(screens, language=language, text_scale=scale)
    robot.key(Qt.Key.Key_1)
    sheet = found(pane_of(robot), QWidget, "wrapUp")
    for name in ("wrapUpFinish", "wrapUpCancel"):
        button = found(sheet, QAbstractButton, name)
        assert button.width() >= button.sizeHint().width(), name
        assert button.height() >= button.sizeHint().height(), name
    parts = [found(sheet, kind, name) for kind, name in PARTS]
    tops = [part.mapTo(sheet, QPoint(0, 0)).y() for part in parts]
    for part, top, following in zip(parts, tops, tops[1:], strict=False):
        assert top + part.height() <= following, part.objectName()


def test_the_list_shows_all_her_own_or_those_to_be_called_now(screens: Screens):
    """R113: each choice says how many there are, so that none is out of sight unnoticed."""
    later = a_callback(_id(3), due_at=NINE_O_CLOCK + timedelta(hours=1))
    robot = calls(screens, mine(), a_callback(SECOND), later)
    names = ("callbacks_all", "callbacks_mine", "callbacks_due")
    assert [robot.button(name).text() for name in names] == ["Kaikki · 3", "Omat · 1", "Nyt soitettavat · 1"]
    robot.press("callbacks_mine")
    assert [row[:12] for row in robot.list.spoken] == ["Tänään", "040 123 4521"]
    robot.press("callbacks_due")
    assert len(robot.list.spoken) == 2
    assert robot.list.spoken[1].endswith("nyt, vapaa")
    robot.press("callbacks_all")
    assert len(robot.list.spoken) == 4


def test_a_request_taken_stays_open_when_it_leaves_the_list(screens: Screens):
    """In *to be called now* a taken request is no more: the list moves on, what is opened does not."""
    robot = calls(screens, a_callback(FIRST), a_callback(SECOND, due_at=NINE_O_CLOCK - timedelta(minutes=1)))
    robot.press("callbacks_due")
    robot.list.view.setCurrentIndex(robot.list.view.model().index(2, 0))
    robot.list.press_enter()
    (claim,) = robot.desk.submitted
    assert claim == ClaimCallback(SECOND)
    robot.desk.show(what_is_seen(callbacks=(a_callback(FIRST), mine(SECOND))))
    robot.screens.settle()
    assert robot.says("callbackNumber") == "040 123 4521"
    assert not robot.list.view.currentIndex().isValid()


def test_while_no_request_is_chosen_there_is_nothing_to_press(screens: Screens):
    window = screens.main_window(StillDesk(what_is_seen()), size=(800, 750))
    window.do("goToCallbacks")
    screens.settle()
    detail = found(window, QWidget, "callbackDetail")
    assert [each.objectName() for each in detail.findChildren(QAbstractButton) if each.isVisible()] == []


def test_a_booked_time_stands_where_the_wish_stands_and_is_waited_for(screens: Screens):
    """R114: whom nobody may call before, from when until when, and that she has identified."""
    tomorrow = NINE_O_CLOCK + timedelta(days=1)
    booked = (tomorrow, tomorrow + timedelta(hours=1))
    robot = calls(screens, mine(booked=booked, due_at=tomorrow, is_identified=True))
    (spoken,) = [words for words in robot.list.spoken if "040" in words]
    assert spoken.startswith("TUNNISTAUTUNUT, ")
    assert "toive varattu ti 24.11. klo 11.00–12.00" in spoken
    robot.open()
    assert "varattu ti 24.11. klo 11.00–12.00" in robot.says("callbackAbout")
    assert "Asiakkaan varaama aika ei ole vielä alkanut." in robot.says("callbackConditions")


def test_after_the_first_try_the_booked_time_is_over(screens: Screens):
    """R114: then she is called as anybody is."""
    begun = NINE_O_CLOCK - timedelta(hours=1)
    robot = calls(screens, mine(booked=(begun, NINE_O_CLOCK), attempts=ONE_MISS, is_identified=True))
    assert any("toive koska vain" in words for words in robot.list.spoken)
