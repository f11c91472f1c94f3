"""From 1280×720 to 4K, at 100 to 200 %, in every language: no word is cut that must be read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QMenu, QPlainTextEdit, QScrollArea, QWidget

from app.desk.wrap_up_view import CodeKind
from app.domain.ids import CallbackId
from app.domain.queue import QueueKind
from app.ui.announcing.sound_choice import SoundChoice
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.button import Button
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import key_cap, mark_size
from app.ui.queue_pane.queue_delegate import fitted_name
from app.ui.safe_text import PlainLabel
from app.ui.theme import ThemeChoice
from app.ui.tokens import Type
from app.ui.wrap_up.code_delegate import CodeDelegate
from app.ui.wrap_up.code_grid import CodeGrid
from tests.support.callback_builders import a_callback
from tests.support.desk_builders import some_codes
from tests.support.desk_consultations import lines, threads
from tests.support.example_data import FRONT, a_morning, every_stage, the_queues
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.situation_builders import a_situation
from tests.support.still_desk import StillDesk
from tests.ui.test_archive import PAGE, still

SIZES = [
    ((1280, 720), 1.0),
    ((1280, 720), 1.25),
    ((1280, 720), 1.5),
    ((1280, 720), 2.0),
    ((1440, 900), 1.0),
    ((1920, 1080), 1.5),
    ((1440, 900), 2.0),
    ((1920, 1080), 2.0),
    ((2560, 1440), 2.0),
    ((3840, 2160), 1.0),
    ((3840, 2160), 2.0),
]


def cut_words(window: QWidget) -> list[str]:
    """Labels and buttons on the screen that have less room than their words need."""
    cut: list[str] = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if isinstance(label, PlainLabel) and label.hasHeightForWidth():
            is_cut = label.height() < label.heightForWidth(label.width()) - 1
        else:
            is_cut = (
                label.width() < label.sizeHint().width() - 1 or label.height() < label.sizeHint().height() - 1
            )
        if is_cut:
            cut.append(f"{label.objectName()} {label.text()!r} {label.size()} {label.sizeHint()}")
    for button in window.findChildren(Button):
        if button.isVisible() and button.width() < button.sizeHint().width():
            cut.append(f"{button.objectName()} {button.text()!r}")
    return cut


def outside(window: QWidget) -> list[str]:
    """Labels and buttons that stand partly outside the window."""
    kinds = (PlainLabel, MarkLabel, Button)
    return [
        widget.objectName() or widget.accessibleName()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not _scrolls(widget)
        and not window.rect().contains(widget.mapTo(window, widget.rect().bottomRight()))
    ]


def _scrolls(widget: QWidget) -> bool:
    """Whether it lies in something that brings it into view by scrolling."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return above.verticalScrollBar().maximum() > 0
        above = above.parentWidget()
    return False


def a_busy_window(
    screens: Screens,
    size: tuple[int, int],
    scale: float,
    language: Language,
    choice: ThemeChoice = ThemeChoice.LIGHT,
) -> MainWindow:
    desk = StillDesk(a_morning(pending=every_stage()))
    desk.drafts.typed(FRONT, "Luonnos")
    window = screens.main_window(desk, choice=choice, size=size, text_scale=scale, language=language)
    front = window.chat.current
    assert front is not None
    front.ask_to_close()
    window.show_calling(12)
    window.show_sound(SoundChoice(), has_device=False, has_tray=False)
    screens.settle()
    return window


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_word_is_cut(screens: Screens, size: tuple[int, int], scale: float, language: Language):
    window = a_busy_window(screens, size, scale, language)
    assert window.size().toTuple() == size
    assert cut_words(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 2.0)])
def test_no_word_is_cut_in_any_theme(
    screens: Screens, size: tuple[int, int], scale: float, choice: ThemeChoice
):
    window = a_busy_window(screens, size, scale, Language.FINNISH, choice)
    assert cut_words(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut_at_sign_in(screens: Screens, language: Language):
    window = screens.sign_in_window(language=language)
    assert cut_words(window) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut_at_sign_in_at_1280_by_720_and_200_per_cent(screens: Screens, language: Language):
    window = screens.sign_in_window(language=language, size=(1280, 720), text_scale=2.0)
    assert window.size().toTuple() == (1280, 720)
    assert cut_words(window) == outside(window) == []


def overlapping(parts: list[QWidget]) -> list[tuple[str, str]]:
    """Pairs of widgets on the screen that lie over each other."""
    areas = [
        (part.objectName(), part.rect().translated(part.mapTo(part.window(), QPoint()))) for part in parts
    ]
    return [
        (one, other)
        for number, (one, area) in enumerate(areas)
        for other, beside in areas[number + 1 :]
        if area.intersects(beside)
    ]


# The low windows: a small laptop, and full HD at 200 %.
LOW = [((1280, 720), 1.0), ((960, 540), 1.0), ((1920, 1080), 2.0)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("size", "scale"), LOW)
@pytest.mark.parametrize("is_practice", [False, True])
def test_moving_a_conversation_has_room_in_a_low_window(
    screens: Screens, size: tuple[int, int], scale: float, language: Language, is_practice: bool
):
    desk = StillDesk(a_morning(is_practice=is_practice))
    desk.drafts.typed(FRONT, "Luonnos")
    window = screens.main_window(desk, size=size, text_scale=scale, language=language)
    front = window.chat.current
    assert front is not None
    front.ask_to_transfer()
    screens.turn()
    screens.settle()
    sheet = found(front, QWidget, "transferSheet")
    names = ("transferSearchFrame", "transferTargets", "internalMessageFrame", "transferMove")
    parts = [found(sheet, QWidget, name) for name in names]
    assert overlapping(parts) == []
    assert cut_words(sheet) == outside(sheet) == []
    assert sheet.height() >= sheet.minimumSizeHint().height()
    front.cancel_asking()
    screens.settle()
    assert front.composer.isVisible()
    assert front.composer.text == "Luonnos"


@pytest.mark.parametrize(("size", "scale"), [*LOW, ((1440, 900), 2.0)])
def test_a_wrap_up_is_not_drawn_over_itself_in_a_low_window(
    screens: Screens, size: tuple[int, int], scale: float
):
    seen = a_morning()
    lists = {"sosiaalineuvonta": some_codes("sosiaalineuvonta")}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, wrap_ups=lists)))
    window = screens.main_window(desk, size=size, text_scale=scale)
    QTest.keyClick(window, Qt.Key.Key_F9)
    screens.settle()
    front = window.chat.current
    assert front is not None
    sheet = found(front, QWidget, "wrapUp")
    names = ("contactReasons", "wrapUpOutcomes", "codeSearchFrame", "wrapUpNotesFrame")
    assert overlapping([found(sheet, QWidget, name) for name in names]) == []
    assert overlapping([found(sheet, QWidget, name) for name in ("wrapUpScroller", "wrapUpFinish")]) == []
    found(sheet, QPlainTextEdit, "wrapUpNotes").setFocus()
    screens.settle()
    assert found(sheet, QPlainTextEdit, "wrapUpNotes").visibleRegion().boundingRect().height() > 0


@pytest.mark.parametrize(("size", "scale"), LOW)
def test_whoever_is_next_in_line_is_seen_whole_in_a_low_window(
    screens: Screens, size: tuple[int, int], scale: float
):
    requests = tuple(a_callback(CallbackId(f"{number:032x}")) for number in range(3))
    desk = StillDesk(a_morning(callbacks=requests))
    window = screens.main_window(desk, size=size, text_scale=scale)
    for action in window.findChildren(QAction, "goToQueues"):
        action.trigger()
    screens.settle()
    waiting = found(window, QListView, "waitingList")
    first = waiting.visualRect(waiting.model().index(0, 0))
    assert waiting.isVisible()
    assert waiting.viewport().rect().contains(first)


@pytest.mark.parametrize("language", [Language.FINNISH, Language.SWEDISH])
def test_common_queues_are_told_apart_also_where_their_names_are_cut(screens: Screens, language: Language):
    font = screens.theme().font(Type.BODY)
    names = [queue.name[language] for queue in the_queues() if queue.kind is QueueKind.COMMON]
    room = min(QFontMetricsF(font).horizontalAdvance(name) for name in names) * 0.7
    cut = [fitted_name(name, font, room) for name in names]
    assert len(set(cut)) == len(names) == 2
    for short, name in zip(cut, names, strict=True):
        assert "…" in short
        assert short.endswith(name.rpartition(" · ")[2])
        assert QFontMetricsF(font).horizontalAdvance(short) <= room
    assert fitted_name(names[0], font, 1e6) == names[0]


def test_where_there_is_no_room_the_top_bar_leaves_out_what_can_be_done_without(screens: Screens):
    window = a_busy_window(screens, (1440, 900), 1.0, Language.FINNISH)
    silence = found(window, Button, "silenceSound")
    service = found(window, MarkLabel, "serviceName")
    assert silence.accessibleName() == "12 uutta · hiljennä (Ctrl M)"
    assert service.isVisible()
    narrow = a_busy_window(screens, (1280, 720), 2.0, Language.FINNISH)
    bar = found(narrow, QWidget, "topBar")
    silence = found(narrow, Button, "silenceSound")
    assert silence.accessibleName() == "12 uutta · hiljennä"
    assert not found(narrow, MarkLabel, "serviceName").isVisible()
    assert cut_words(bar) == outside(bar) == []
    narrow.show_calling(0)
    screens.settle()
    assert not silence.isVisible()


# What is opened in the smallest window at the largest size, and the part that must be usable there.
TIGHT = {
    "transferCurrent": ("transferSearch", "transferMove", "transferCancel"),
    "closeCurrent": ("wrapUpFinish", "wrapUpCancel", "endNow"),
    "callForHelp": ("helpText", "callForHelp", "cancelHelp"),
    "refinePreInformation": ("preInformationDo", "preInformationCancel"),
    "correctPreInformation": ("preInformationDo", "preInformationCancel"),
    "goToQueues": ("takeNext", "takeNextHere"),
    "goToCallbacks": ("callbacks_due",),
    "goToMessages": ("messagesPane",),
    "goToConsultations": ("consultationList", "askAProfessional"),
    "askConsultation": ("askCalmly", "cancelConsultation"),
    "goToArchive": ("archiveWords", "archiveMore"),
    "goToSituation": ("situationLevel",),
    "showKeys": ("keyList",),
    "showCustomer": ("customerPanel",),
    "shiftQueues": ("shiftQueues",),
    "endShift": ("shiftEnd", "cannotEndShift"),
    "signOut": ("chatTabs",),
}


@pytest.mark.parametrize("language", [Language.FINNISH, Language.SWEDISH])
@pytest.mark.parametrize("deed", TIGHT)
def test_every_view_is_usable_at_1280_by_720_and_200_per_cent(
    screens: Screens, deed: str, language: Language
):
    """Issue point 8: the header, the foot of the composer and questions were cut there."""
    seen = a_morning(callbacks=(a_callback(),))
    lists = {"sosiaalineuvonta": some_codes("sosiaalineuvonta")}
    asked = {each.consultation.consultation_id: each for each in threads()}
    more = replace(seen.confirmed, wrap_ups=lists, consultations=asked, consultation_queues=lines())
    desk = StillDesk(replace(seen, confirmed=more))
    desk.situation_shown = a_situation()
    still(desk).page = PAGE
    window = screens.main_window(desk, size=(1280, 720), text_scale=2.0, language=language)
    window.do(deed)
    screens.turn()
    screens.settle()
    assert window.size().toTuple() == (1280, 720)
    assert cut_words(window) == outside(window) == []
    for name in TIGHT[deed]:
        part = found(window, QWidget, name)
        assert part.isVisible()
        assert not part.visibleRegion().isEmpty()
        assert part.height() >= part.minimumSizeHint().height()


def test_in_the_smallest_window_there_is_room_to_read_and_one_row_to_write(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()), size=(1280, 720), text_scale=2.0)
    front = window.chat.current
    assert front is not None
    transcript = found(front, QListView, "transcript")
    assert transcript.height() >= 5 * screens.theme(text_scale=2.0).line_height(Type.BODY)
    edit, send = found(front, QPlainTextEdit, "composerText"), found(front, Button, "send")
    tops = [part.mapTo(front, part.rect().bottomLeft()).y() for part in (edit, send)]
    assert abs(tops[0] - tops[1]) < send.height()
    assert not found(front, Button, "helpConversation").isVisible()
    found(front, Button, "conversationDeeds").click()
    screens.settle()
    said = [action.text() for action in found(front, QMenu, "deedsMenu").actions()]
    assert any("Pyydä apua" in words for words in said)
    window.resize(2560, 1440)
    screens.settle()
    assert found(front, Button, "helpConversation").isVisible()


def test_in_the_smallest_window_a_callback_request_is_seen_whole_before_it_is_taken(screens: Screens):
    desk = StillDesk(a_morning(callbacks=(a_callback(),)))
    window = screens.main_window(desk, size=(1280, 720), text_scale=2.0)
    window.do("goToCallbacks")
    screens.settle()
    listed = found(window, QListView, "callbackList")
    rows = [listed.visualRect(listed.model().index(row, 0)) for row in range(listed.model().rowCount())]
    assert rows
    assert all(listed.viewport().rect().contains(row) for row in rows)
    due = found(window, Button, "callbacks_due")
    assert due.text() == "Nyt · 1"
    assert due.accessibleName() == "Nyt soitettavat · 1"


def test_the_keys_of_outcomes_are_told_whole_in_a_low_window(screens: Screens):
    """ "1" stood on an outcome where Alt and 1 choose it: 1 alone changed the contact reason."""
    seen = a_morning()
    lists = {"sosiaalineuvonta": some_codes("sosiaalineuvonta")}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, wrap_ups=lists)))
    window = screens.main_window(desk, size=(1280, 720), text_scale=1.0)
    QTest.keyClick(window, Qt.Key.Key_F9)
    screens.settle()
    outcomes = found(window, CodeGrid, "wrapUpOutcomes")
    delegate = outcomes.itemDelegate()
    assert isinstance(delegate, CodeDelegate)
    rows = [outcomes.model().index(row, 0).data(ROW_ROLE) for row in range(outcomes.model().rowCount())]
    assert delegate.is_dense
    theme = screens.theme()
    alt, bare = (mark_size(theme, key_cap(keys)).width() for keys in ("Alt 1", "1"))
    without = replace(rows[0], kind=CodeKind.REASON)
    assert delegate.width_of(rows[0]) - delegate.width_of(without) == pytest.approx(alt - bare)


@pytest.mark.parametrize("deed", ["transferCurrent", "closeCurrent"])
def test_in_a_wide_window_the_conversation_is_read_on_beside_a_sheet(screens: Screens, deed: str):
    """A transfer is written of what was said: the sheet hid the half of it."""
    seen = a_morning()
    lists = {"sosiaalineuvonta": some_codes("sosiaalineuvonta")}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, wrap_ups=lists)))
    window = screens.main_window(desk, size=(1920, 1080))
    front = window.chat.current
    assert front is not None
    transcript = found(front, QListView, "transcript")
    window.do(deed)
    screens.turn()
    screens.settle()
    sheet = found(front, QWidget, {"transferCurrent": "transferSheet", "closeCurrent": "wrapUp"}[deed])
    top, left = (transcript.mapTo(front, QPoint()).y(), transcript.mapTo(front, QPoint()).x())
    assert sheet.mapTo(front, QPoint()).y() == top
    assert sheet.mapTo(front, QPoint()).x() >= left + transcript.width()
    assert transcript.verticalScrollBar().maximum() == 0
    assert cut_words(front) == outside(window) == []
    window.resize(1440, 900)
    screens.settle()
    assert sheet.mapTo(front, QPoint()).x() == transcript.mapTo(front, QPoint()).x()
    assert sheet.mapTo(front, QPoint()).y() < transcript.mapTo(front, QPoint()).y()
    window.do("goBack")
    screens.settle()
    assert not sheet.isVisible()


def test_a_cut_word_is_caught(screens: Screens):
    window = screens.sign_in_window()
    label = next(each for each in window.findChildren(PlainLabel) if each.isVisible())
    label.setFixedWidth(10)
    screens.settle()
    assert cut_words(window)
