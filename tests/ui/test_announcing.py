"""New work is heard until it is seen, marked on the task bar, and told of in words that tell nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.desk.announcing import Cause
from app.desk.sounds import Sound
from app.domain.conversation import Author, Head
from app.domain.link import LinkState, LinkView
from app.domain.marks import Concern, ConcernKind
from app.domain.project import Seen, project
from app.ui.announcing.announcement_words import announcement
from app.ui.announcing.sound_choice import REPEATS_S, VOLUMES, SoundChoice, from_words, in_words
from app.ui.announcing.tray import Tray
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.workstation import Workstation
from tests.support.desk_builders import a_held_head, a_message, what_is_seen
from tests.support.example_data import BEHIND, FRONT, a_morning, someone_waiting, the_queues
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_workstation import StillConnect, sign_in

NEWCOMER = someone_waiting("4899", 1, "Minun nimeni on Aino Virtanen ja asia on arka.")


def a_quiet_morning(*, lines_behind: int = 0, lines_front: int = 0) -> Seen:
    """Two conversations of hers, all read, and nobody waits; then as many lines of each customer."""
    counts = {FRONT: lines_front, BEHIND: lines_behind}
    heads = [
        a_held_head(each, alias=each[-4:], last_seq=count, last_by=Author.CUSTOMER)
        for each, count in counts.items()
    ]
    windows = {each: tuple(a_message(seq + 1) for seq in range(count)) for each, count in counts.items()}
    return what_is_seen(*heads, windows=windows, queues=the_queues())


def with_newcomer(seen: Seen) -> Seen:
    heads = {**seen.confirmed.heads, NEWCOMER.conversation_id: NEWCOMER}
    return replace(seen, confirmed=replace(seen.confirmed, heads=heads))


class AtWork:
    """A counsellor who has signed in, what she hears and what is told to whoever passes by."""

    def __init__(self, screens: Screens, workstation: Workstation, desk: StillDesk) -> None:
        self.screens = screens
        self.workstation = workstation
        self.desk = desk

    @property
    def window(self) -> MainWindow:
        assert self.workstation.main_window is not None
        return self.workstation.main_window

    @property
    def heard(self) -> list[Sound]:
        return [sound for sound, _volume in self.screens.sounds.heard]

    @property
    def told(self) -> list[str]:
        return self.screens.notifications.told

    @property
    def count(self) -> int:
        return self.workstation._announcer._tray._count

    def action(self, name: str) -> QAction:
        action = self.window.findChild(QAction, name)
        assert action is not None
        return action

    def turn(self) -> None:
        """What has come is shown, and what that started is done and shown."""
        self.screens.settle()
        self.screens.turn()

    def show(self, seen: Seen) -> None:
        self.desk.show(seen)
        self.turn()

    def pass_time(self, seconds: int) -> None:
        for _ in range(seconds):
            self.desk.pass_time(1)
            self.workstation._ticker.ticked.emit()
            self.turn()

    def look_elsewhere(self) -> QWidget:
        """Another program comes before the window."""
        other = QWidget()
        self.screens.windows.append(other)
        other.show()
        other.activateWindow()
        self.turn()
        assert not self.window.isActiveWindow()
        return other

    def come_back(self) -> None:
        self.window.activateWindow()
        self.turn()


@pytest.fixture
def at_work(screens: Screens) -> Iterator[AtWork]:
    desk = StillDesk(a_quiet_morning())
    connect = StillConnect(desk)
    workstation = screens.workstation(connect)
    workstation.open()
    # Time passes when the test says so.
    workstation._ticker.stop()
    screens.settle()
    made = AtWork(screens, workstation, desk)
    sign_in(screens, workstation)
    made.window.resize(1440, 900)
    made.turn()
    assert made.heard == []
    yield made
    workstation.end()
    screens.turn()
    assert screens.sounds.is_closed
    assert screens.notifications.is_closed


def test_a_customer_who_comes_is_heard_once_by_whoever_looks_at_the_queues(at_work: AtWork):
    at_work.show(with_newcomer(a_quiet_morning()))
    at_work.pass_time(70)
    assert at_work.heard == [Sound.WORK]
    assert at_work.told == []
    assert at_work.count == 0


def test_a_customer_who_comes_is_heard_again_and_again_until_she_looks(at_work: AtWork):
    at_work.look_elsewhere()
    at_work.show(with_newcomer(a_quiet_morning()))
    assert (at_work.heard, at_work.count) == ([Sound.WORK], 1)
    at_work.pass_time(19)
    assert at_work.heard == [Sound.WORK]
    at_work.pass_time(1)
    assert at_work.heard == [Sound.WORK] * 2
    at_work.pass_time(20)
    assert at_work.heard == [Sound.WORK] * 3
    at_work.come_back()
    assert at_work.count == 0
    at_work.look_elsewhere()
    at_work.pass_time(60)
    assert at_work.heard == [Sound.WORK] * 3


def test_with_the_queues_folded_a_customer_calls_until_she_opens_them(at_work: AtWork):
    at_work.window.resize(900, 560)
    at_work.show(with_newcomer(a_quiet_morning()))
    at_work.pass_time(20)
    assert at_work.heard == [Sound.WORK] * 2
    found(at_work.window, QAbstractButton, "railWork").click()
    at_work.pass_time(40)
    assert (at_work.heard, at_work.count) == ([Sound.WORK] * 2, 0)


def test_a_line_behind_another_conversation_calls_until_she_turns_to_it(at_work: AtWork):
    at_work.show(a_quiet_morning(lines_behind=1))
    assert (at_work.heard, at_work.count) == ([Sound.MESSAGE], 1)
    at_work.pass_time(20)
    assert at_work.heard == [Sound.MESSAGE] * 2
    at_work.window.open_conversation(BEHIND)
    at_work.pass_time(40)
    assert (at_work.heard, at_work.count) == ([Sound.MESSAGE] * 2, 0)


def test_a_line_in_the_conversation_before_her_eyes_is_not_heard(at_work: AtWork):
    front = at_work.window.chat.current
    assert front is not None
    assert front.conversation_id == FRONT
    at_work.show(a_quiet_morning(lines_front=1))
    at_work.pass_time(60)
    assert at_work.heard == []
    at_work.look_elsewhere()
    at_work.show(a_quiet_morning(lines_front=2))
    assert at_work.heard == [Sound.MESSAGE]


def test_a_notification_says_that_there_is_something_and_nothing_else(at_work: AtWork):
    at_work.look_elsewhere()
    at_work.show(with_newcomer(a_quiet_morning()))
    at_work.show(with_newcomer(a_quiet_morning(lines_behind=1)))
    at_work.pass_time(60)
    assert at_work.told == ["Uusi asiakas odottaa", "Uusi viesti"]


@pytest.mark.parametrize("language", list(Language))
def test_every_cause_has_neutral_words_of_its_own(screens: Screens, language: Language):
    screens.speak(language)
    # Of a customer whose words give reason to look at once no more is told than of any who waits.
    assert announcement(Cause.CONCERN) == announcement(Cause.WAITING)
    words = [announcement(cause) for cause in Cause if cause is not Cause.CONCERN]
    assert len(set(words)) == len(words)
    assert not any("%" in each or "{" in each for each in words)


def test_where_the_desktop_shows_no_notifications_the_icon_tells(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
):
    by_icon: list[str] = []
    monkeypatch.setattr(Tray, "tell", lambda _tray, words: by_icon.append(words))
    at_work.screens.notifications.is_served = False
    at_work.look_elsewhere()
    at_work.show(with_newcomer(a_quiet_morning()))
    assert (at_work.told, by_icon) == ([], ["Uusi asiakas odottaa"])


@pytest.mark.parametrize("what", ["notification", "icon"])
def test_clicking_the_notification_or_the_icon_brings_the_window_forward(
    at_work: AtWork, what: str, monkeypatch: pytest.MonkeyPatch
):
    at_work.look_elsewhere()
    if what == "notification":
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
        at_work.screens.notifications.press("of this click")
    else:
        at_work.workstation._announcer._tray.pressed.emit()
    at_work.turn()
    if what == "notification":
        assert os.environ["XDG_ACTIVATION_TOKEN"] == "of this click"
    assert at_work.window.isActiveWindow()
    focused = at_work.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "composerText"


def test_silencing_by_key_or_button_holds_until_something_new_comes(at_work: AtWork):
    at_work.show(a_quiet_morning(lines_behind=1))
    button = found(at_work.window, QAbstractButton, "silenceSound")
    assert button.isVisible()
    assert button.text() == "1 uusi · hiljennä"
    work = WorkRobot(at_work.screens, at_work.window)
    work.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not button.isVisible()
    at_work.pass_time(60)
    assert at_work.heard == [Sound.MESSAGE]
    at_work.show(a_quiet_morning(lines_behind=2))
    assert at_work.heard == [Sound.MESSAGE] * 2
    button.click()
    at_work.pass_time(60)
    assert at_work.heard == [Sound.MESSAGE] * 2


def test_what_she_chooses_of_the_sound_is_used_and_remembered(at_work: AtWork):
    at_work.action(f"volume {VOLUMES[2]}").trigger()
    at_work.action(f"repeat {REPEATS_S[3]}").trigger()
    at_work.show(a_quiet_morning(lines_behind=1))
    at_work.pass_time(70)
    assert at_work.screens.sounds.heard == [(Sound.MESSAGE, 1.0)]
    assert at_work.desk.chosen._disk.preferences["sound"] == "on 100 0"
    at_work.action("soundOn").trigger()
    at_work.show(a_quiet_morning(lines_behind=2))
    assert len(at_work.heard) == 1
    at_work.window.sign_out_confirmed.emit()
    at_work.turn()
    sign_in(at_work.screens, at_work.workstation)
    assert not at_work.action("soundOn").isChecked()
    assert at_work.heard == [Sound.MESSAGE]


def test_she_can_hear_how_it_sounds(at_work: AtWork):
    at_work.action("trySound").trigger()
    at_work.turn()
    assert at_work.screens.sounds.heard == [(Sound.WORK, SoundChoice().loudness)]


def test_a_computer_without_a_sound_device_says_so_and_goes_on(at_work: AtWork):
    missing = found(at_work.window, QLabel, "soundMissing")
    assert missing.text() == ""
    at_work.screens.sounds.has_device = False
    at_work.show(a_quiet_morning(lines_behind=1))
    assert missing.text() == "Ei äänilaitetta: uusi työ näkyy, mutta ei kuulu"
    assert at_work.action("noSoundDevice").isVisible()
    assert at_work.count == 1
    at_work.screens.sounds.has_device = True
    at_work.pass_time(20)
    assert missing.text() == ""
    assert at_work.heard == [Sound.MESSAGE]


def test_a_missing_device_is_told_at_once_at_sign_in_and_not_to_whoever_wants_no_sound(at_work: AtWork):
    at_work.screens.sounds.has_device = False
    at_work.window.sign_out_confirmed.emit()
    at_work.turn()
    sign_in(at_work.screens, at_work.workstation)
    missing = found(at_work.window, QLabel, "soundMissing")
    assert missing.text()
    at_work.action("soundOn").trigger()
    at_work.turn()
    assert missing.text() == ""


def test_a_desktop_without_a_notification_area_is_told_in_the_menu(at_work: AtWork):
    assert not at_work.workstation._announcer._tray.is_there
    assert at_work.action("noTray").isVisible()


def test_another_language_announces_nothing_anew(at_work: AtWork):
    at_work.show(with_newcomer(a_quiet_morning(lines_behind=1)))
    heard = list(at_work.heard)
    at_work.workstation.show_language("sv")
    at_work.pass_time(5)
    assert at_work.heard == heard
    assert found(at_work.window, QAbstractButton, "silenceSound").text() == "1 ny · tysta"


def test_while_the_line_is_away_nothing_sounds_and_nothing_is_forgotten(at_work: AtWork):
    at_work.show(a_quiet_morning(lines_behind=1))
    at_work.desk.show_link(LinkView(LinkState.OFFLINE))
    at_work.pass_time(60)
    assert at_work.heard == [Sound.MESSAGE]
    at_work.desk.show_link(LinkView(LinkState.LIVE))
    at_work.pass_time(1)
    assert at_work.heard == [Sound.MESSAGE] * 2


def test_signing_out_leaves_no_number_behind(at_work: AtWork):
    at_work.show(a_quiet_morning(lines_behind=1))
    assert at_work.count == 1
    at_work.window.sign_out_confirmed.emit()
    at_work.turn()
    assert at_work.count == 0


def test_the_number_is_drawn_over_the_sign(screens: Screens, qapp):
    tray = Tray(screens.theme(), qapp)
    plain = tray.picture().toImage()
    tray.show_count(3)
    three = tray.picture().toImage()
    tray.show_count(12)
    assert len({bytes(each.constBits()) for each in (plain, three, tray.picture().toImage())}) == 3
    tray.hide()
    assert tray.picture().toImage() == plain


@pytest.mark.parametrize("volume", VOLUMES)
@pytest.mark.parametrize("repeat_s", REPEATS_S)
def test_a_choice_is_read_as_it_was_kept(volume: int, repeat_s: int):
    for is_on in (True, False):
        choice = SoundChoice(is_on, volume, repeat_s)
        for each in (choice, replace(choice, for_concern=False)):
            assert from_words(in_words(each)) == each


@pytest.mark.parametrize(
    "words", ["", "on", "on 55", "on 55 7", "on 99 20", "loud 55 20", "on 55 20 1", "on a b"]
)
def test_what_cannot_be_read_is_not_chosen(words: str):
    assert from_words(words) is None


def test_a_busy_morning_is_announced_by_the_most_urgent(at_work: AtWork):
    at_work.look_elsewhere()
    at_work.show(a_morning())
    assert at_work.heard == [Sound.MESSAGE]
    assert at_work.told == ["Uusi viesti"]
    waiting = sum(1 for head in a_morning().confirmed.heads.values() if head.holder is None)
    assert at_work.count == waiting + 1


def test_while_the_line_is_away_no_number_of_long_ago_stands_on_the_tray(at_work: AtWork):
    at_work.show(with_newcomer(a_quiet_morning()))
    at_work.look_elsewhere()
    at_work.show(a_quiet_morning(lines_behind=2))
    assert at_work.count > 0
    at_work.show(replace(a_quiet_morning(lines_behind=2), is_live=False))
    assert at_work.count == 0


def test_a_concern_is_heard_where_there_is_no_room_unless_she_does_not_want_it(at_work: AtWork):
    """The words on the screen of another program tell nothing of what is the matter."""
    at_work.look_elsewhere()
    at_work.show(full_with(replace(NEWCOMER, concern=Concern(ConcernKind.CRISIS, 1))))
    assert at_work.heard == [Sound.WORK]
    assert at_work.told == ["Uusi asiakas odottaa"]
    at_work.show(full_with(NEWCOMER))
    at_work.action("soundForConcern").trigger()
    at_work.turn()
    at_work.show(full_with(replace(NEWCOMER, concern=Concern(ConcernKind.THREAT, 2))))
    assert at_work.heard == [Sound.WORK]


def full_with(newcomer: Head) -> Seen:
    """She holds as many as she can, and this customer waits."""
    seen = with_newcomer(a_quiet_morning())
    confirmed = seen.confirmed
    heads = {**confirmed.heads, newcomer.conversation_id: newcomer}
    return project(replace(confirmed, heads=heads, capacity=2), (), is_live=True)
