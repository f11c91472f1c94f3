"""From 1280×720 to 4K, at 100 to 200 %, in every language: no word is cut that must be read."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.announcing.sound_choice import SoundChoice
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.parts.button import Button
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel
from tests.support.example_data import FRONT, a_morning, every_stage
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

SIZES = [
    ((1280, 720), 1.0),
    ((1440, 900), 1.0),
    ((1920, 1080), 1.5),
    ((1440, 900), 2.0),
    ((1920, 1080), 2.0),
    ((2560, 1440), 2.0),
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
        and not window.rect().contains(widget.mapTo(window, widget.rect().bottomRight()))
    ]


def a_busy_window(screens: Screens, size: tuple[int, int], scale: float, language: Language) -> MainWindow:
    desk = StillDesk(a_morning(pending=every_stage()))
    desk.drafts.typed(FRONT, "Luonnos")
    window = screens.main_window(desk, size=size, text_scale=scale, language=language)
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


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut_at_sign_in(screens: Screens, language: Language):
    window = screens.sign_in_window(language=language)
    assert cut_words(window) == []


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


def test_a_cut_word_is_caught(screens: Screens):
    window = screens.sign_in_window()
    label = next(each for each in window.findChildren(PlainLabel) if each.isVisible())
    label.setFixedWidth(10)
    screens.settle()
    assert cut_words(window)
