"""A window stands where it stood, on the screens there are today, whole and within reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from app.ui.main_window import MainWindow
from app.ui.placing import Place, fitted, from_words, in_words, usual_place
from app.ui.workstation import Workstation
from tests.support.example_data import a_morning
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_workstation import StillConnect, sign_in

HALL = QRect(0, 0, 1920, 1040)
SIDE = QRect(1920, 0, 1280, 720)
SMALL = QRect(0, 0, 1280, 720)
TITLE_BAR = 40
AREAS = some.builds(QRect, *[some.integers(-9000, 9000)] * 2, some.integers(1, 9000), some.integers(1, 9000))


@pytest.mark.parametrize(
    ("area", "screens", "where"),
    [
        (QRect(100, 80, 1440, 900), (HALL,), QRect(100, 80, 1440, 900)),
        (QRect(2000, 100, 800, 600), (HALL, SIDE), QRect(2000, 100, 800, 600)),
        # The second screen was taken away.
        (QRect(2000, 100, 800, 600), (HALL,), QRect(1112, 100, 800, 600)),
        # The projector of yesterday was larger.
        (QRect(0, 40, 3840, 2080), (SMALL,), QRect(8, 40, 1264, 672)),
        # The title bar would be out of reach.
        (QRect(300, -200, 800, 600), (HALL,), QRect(300, 40, 800, 600)),
        # Half on each: the one that holds more of it.
        (QRect(1800, 100, 800, 600), (HALL, SIDE), QRect(1928, 100, 800, 600)),
    ],
)
def test_a_window_is_moved_and_made_smaller_as_far_as_needed(area: QRect, screens, where: QRect):
    assert fitted(area, screens) == where


@given(AREAS, some.sampled_from([(HALL,), (SMALL,), (HALL, SIDE), (SIDE, HALL)]))
def test_a_window_lies_whole_on_one_screen_with_its_title_bar(area: QRect, screens: tuple[QRect, ...]):
    where = fitted(area, screens)
    assert any(screen.contains(where.adjusted(0, -TITLE_BAR, 0, 0)) for screen in screens)
    assert fitted(where, screens) == where


def test_a_window_at_the_edge_of_the_screen_stays_there():
    flush = QRect(0, 40, 960, 1000)
    assert fitted(flush, (HALL,)) == flush


@given(AREAS, some.booleans())
def test_a_place_is_kept_in_words(area: QRect, is_maximised: bool):
    place = Place(area, is_maximised)
    assert from_words(in_words(place)) == place


@pytest.mark.parametrize(
    "words",
    [
        "",
        "1 2 3",
        "1 2 3 4",
        "1 2 0 4 normal",
        "1 2 3 4 floating",
        "a b c d normal",
        f"{10**30} 1 1 1 normal",
    ],
)
def test_what_cannot_be_read_is_no_place(words: str):
    assert from_words(words) is None


def test_a_first_window_stands_in_the_middle():
    assert usual_place(QSize(1440, 900), HALL).center() == HALL.center()


@pytest.fixture
def connect() -> StillConnect:
    return StillConnect(StillDesk(a_morning()))


@pytest.fixture
def workstation(screens: Screens, connect: StillConnect) -> Iterator[Workstation]:
    made = screens.workstation(connect)
    made.open()
    # Time passes when a test says so.
    made._ticker.stop()
    screens.settle()
    yield made
    made.end()
    screens.turn()


def at_work(screens: Screens, workstation: Workstation) -> MainWindow:
    sign_in(screens, workstation)
    assert workstation.main_window is not None
    return workstation.main_window


def leave(screens: Screens, window: MainWindow) -> None:
    window.sign_out_confirmed.emit()
    screens.turn()


def come_to_rest(screens: Screens, workstation: Workstation) -> None:
    """Two seconds pass."""
    for _ in range(2):
        workstation._ticker.ticked.emit()
        screens.turn()


def the_action(window: MainWindow, name: str) -> QAction:
    action = window.findChild(QAction, name)
    assert action is not None
    return action


def columns_shown(window: MainWindow) -> list[str]:
    return [name for name in ("queuePane", "customerPanel") if found(window, QWidget, name).isVisible()]


def move_a_column(splitter: QSplitter, width: int) -> None:
    """As the pointer does."""
    splitter.moveSplitter(width, 1)


def test_the_window_stands_where_this_counsellor_left_it(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    window = at_work(screens, workstation)
    window.setGeometry(20, 60, 740, 500)
    leave(screens, window)
    other = StillDesk(a_morning())
    mine, connect.desk = connect.desk, other
    hers = at_work(screens, workstation)
    assert hers.geometry() != QRect(20, 60, 740, 500)
    leave(screens, hers)
    connect.desk = mine
    assert at_work(screens, workstation).geometry() == QRect(20, 60, 740, 500)


def test_a_maximised_window_is_maximised_again_and_knows_its_smaller_size(
    screens: Screens, workstation: Workstation
):
    window = at_work(screens, workstation)
    window.setGeometry(20, 60, 740, 500)
    window.showMaximized()
    screens.settle()
    leave(screens, window)
    again = at_work(screens, workstation)
    assert again.isMaximized()
    again.showNormal()
    screens.settle()
    assert again.geometry() == QRect(20, 60, 740, 500)


def test_a_place_off_every_screen_is_brought_back(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    connect.desk.chosen._disk.preferences["window"] = "5000 5000 4000 3000 normal"
    window = at_work(screens, workstation)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry())


def test_a_first_window_is_no_larger_than_the_screen(screens: Screens, workstation: Workstation):
    window = at_work(screens, workstation)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry())


def test_a_program_that_is_killed_has_kept_the_place_already(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    window = at_work(screens, workstation)
    window.setGeometry(24, 64, 730, 480)
    come_to_rest(screens, workstation)
    assert connect.desk.chosen._disk.preferences["window"] == "24 64 730 480 normal"
    splitter = found(window, QSplitter, "columns")
    window.resize(1440, 900)
    screens.settle()
    move_a_column(splitter, 400)
    come_to_rest(screens, workstation)
    assert connect.desk.chosen._disk.preferences["columns"] == window.layout_state().hex()


def test_nothing_is_written_while_a_column_is_dragged_nor_when_nothing_moves(
    screens: Screens, workstation: Workstation, connect: StillConnect, monkeypatch: pytest.MonkeyPatch
):
    window = at_work(screens, workstation)
    window.resize(1440, 900)
    come_to_rest(screens, workstation)
    written: list[str] = []
    reads: list[None] = []
    keep, layout_state = connect.desk.chosen.keep, window.layout_state

    async def counted(name: str, value: str) -> None:
        written.append(name)
        await keep(name, value)

    def read() -> bytes:
        reads.append(None)
        return layout_state()

    monkeypatch.setattr(connect.desk.chosen, "keep", counted)
    monkeypatch.setattr(window, "layout_state", read)
    for width in range(340, 400, 10):
        move_a_column(found(window, QSplitter, "columns"), width)
        workstation._ticker.ticked.emit()
        screens.turn()
    assert (written, reads) == ([], [])
    come_to_rest(screens, workstation)
    assert written == ["columns"]
    reads.clear()
    for _ in range(5):
        come_to_rest(screens, workstation)
    assert (written, reads) == (["columns"], [])


def test_columns_she_hid_are_hidden_again_for_her_and_for_nobody_else(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    window = at_work(screens, workstation)
    window.setGeometry(20, 60, 1440, 900)
    screens.settle()
    for deed in ("showQueues", "showCustomer"):
        the_action(window, deed).trigger()
    come_to_rest(screens, workstation)
    assert connect.desk.chosen._disk.preferences["hidden"] == "customer queues"
    workstation.show_language("sv")
    assert workstation.main_window is not None
    assert columns_shown(workstation.main_window) == []
    leave(screens, workstation.main_window)
    mine, connect.desk = connect.desk, StillDesk(a_morning())
    hers = at_work(screens, workstation)
    hers.setGeometry(20, 60, 1440, 900)
    screens.settle()
    assert columns_shown(hers) == ["queuePane", "customerPanel"]
    leave(screens, hers)
    connect.desk = mine
    again = at_work(screens, workstation)
    again.setGeometry(20, 60, 1440, 900)
    screens.settle()
    assert columns_shown(again) == []


@pytest.mark.parametrize("kept", ["", "chat", "customer queues chat", "\x00"])
def test_what_is_kept_of_hidden_columns_never_hides_the_conversation(screens: Screens, kept: str):
    window = screens.main_window(StillDesk(a_morning()))
    window.hide_columns(kept)
    assert window.chat.isVisible()


def test_a_hidden_column_comes_back_as_wide_as_it_was(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    splitter = found(window, QSplitter, "columns")
    splitter.setSizes([440, 600, 320])
    screens.settle()
    wide = splitter.sizes()
    rails = {"railWork": "queuePane", "railCustomer": "customerPanel"}
    for deed, rail in (("showQueues", "railWork"), ("showCustomer", "railCustomer")):
        the_action(window, deed).trigger()
        screens.settle()
        assert rails[rail] not in columns_shown(window)
        found(window, QAbstractButton, rail).click()
        screens.settle()
        assert splitter.sizes() == wide
    assert not found(window, QAbstractButton, "railCustomer").isVisible()


def test_a_hidden_column_is_there_when_a_key_leads_to_it(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    the_action(window, "showQueues").trigger()
    the_action(window, "goToWaiting").trigger()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "waitingList"
    assert focused.isVisible()


def test_a_column_that_is_hidden_still_opens_where_the_window_is_narrow(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    for deed in ("showQueues", "showCustomer"):
        the_action(window, deed).trigger()
    window.resize(900, 560)
    screens.settle()
    assert columns_shown(window) == []
    the_action(window, "goToQueues").trigger()
    assert columns_shown(window) == ["queuePane"]
    the_action(window, "showQueues").trigger()
    the_action(window, "showCustomer").trigger()
    assert columns_shown(window) == ["customerPanel"]
    window.resize(1440, 900)
    screens.settle()
    assert columns_shown(window) == []


def test_another_language_leaves_the_window_where_it_is(screens: Screens, workstation: Workstation):
    window = at_work(screens, workstation)
    window.setGeometry(20, 60, 740, 500)
    workstation.show_language("sv")
    screens.settle()
    assert workstation.main_window is not None
    assert workstation.main_window.geometry() == QRect(20, 60, 740, 500)


def test_columns_keep_their_widths_while_they_are_folded(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    splitter = found(window, QSplitter, "columns")
    splitter.setSizes([440, 600, 330])
    screens.settle()
    wide, kept = splitter.sizes(), window.layout_state()
    window.resize(900, 560)
    screens.settle()
    assert window.layout_state() == kept
    other = screens.main_window(StillDesk(a_morning()), size=(900, 560))
    other.restore_layout(kept)
    other.resize(1440, 900)
    screens.settle()
    assert found(other, QSplitter, "columns").sizes() == wide
