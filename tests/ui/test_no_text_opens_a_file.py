"""``<img src=…>`` in every text of every view opens no file (trust.md A3); a label that guesses is caught."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QLabel, QToolTip, QWidget

from app.desk.notices import Notice
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Topic
from app.domain.ids import ConversationId
from app.domain.link import LinkState, LinkView
from app.domain.problems import Problem, ProblemCode
from app.ui.safe_text import plain_tooltip
from tests.support.desk_builders import MAIJA, a_message
from tests.support.example_data import BEHIND, FRONT, a_morning, a_pending_message, every_stage
from tests.support.fakes import NINE_O_CLOCK
from tests.support.file_watch import FileWatch
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

# Showing a tooltip asks the offscreen platform to raise it, which means nothing there.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[FileWatch]:
    path = tmp_path / "secret.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    assert image.save(str(path))
    with FileWatch(path) as watching:
        yield watching


@pytest.fixture
def payload(tmp_path: Path) -> str:
    return f'<img src="{tmp_path / "secret.png"}">'


def hostile_desk(payload: str) -> StillDesk:
    """A desk where every text that anybody could have written is the payload."""
    seen = a_morning(
        pending=(*every_stage(), a_pending_message(payload, every_stage()[0].stage, number=9)),
        organisation={"fi": payload},
        me=replace(MAIJA, display_name=payload),
        windows={
            FRONT: (a_message(1, payload), a_message(2, f"{payload}\nrivi")),
            BEHIND: (a_message(1, payload),),
        },
    )
    confirmed = seen.confirmed
    heads = {
        id_: replace(
            head,
            alias=payload,
            last_line=payload,
            language=payload,
            topic=Topic(payload, {"fi": payload, "sv": payload}),
        )
        for id_, head in confirmed.heads.items()
    }
    queues = {id_: replace(queue, name={"fi": payload}) for id_, queue in confirmed.queues.items()}
    desk = StillDesk(replace(seen, confirmed=replace(confirmed, heads=heads, queues=queues)))
    desk.drafts.give_back(FRONT, payload, Problem(ProblemCode.ALREADY_CLAIMED, by_name=payload))
    desk.drafts.typed(ConversationId("left"), payload)
    refused = Problem(ProblemCode.ALREADY_CLAIMED, by_name=payload)
    desk.notices_shown = (Notice("n", ClaimWaiting(ConversationId("x")), payload, refused, NINE_O_CLOCK),)
    return desk


def touch_everything(screens: Screens, window: QWidget) -> None:
    """Draw every widget, show every tooltip, ask every row of every list for everything it has."""
    screens.settle()
    window.grab()
    for widget in (window, *window.findChildren(QWidget)):
        widget.sizeHint()
        if widget.toolTip():
            QToolTip.showText(QPoint(0, 0), widget.toolTip(), widget)
            screens.settle()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model: Any = widget.model()
            for number in range(model.rowCount()):
                for role in range(16):
                    model.index(number, 0).data(role)
    QToolTip.hideText()


def test_the_work_view_opens_nothing(screens: Screens, watch: FileWatch, payload: str):
    desk = hostile_desk(payload)
    window = screens.main_window(desk)
    window.ask_to_sign_out()
    front = window.chat.current
    assert front is not None
    front.ask_to_close()
    touch_everything(screens, window)
    window.open_conversation(BEHIND)
    desk.show_link(LinkView(LinkState.RECOVERING, problem=Problem(ProblemCode.UNAVAILABLE), attempt=2))
    touch_everything(screens, window)
    window.resize(900, 560)
    window.show_keys()
    touch_everything(screens, window)
    assert not watch.was_opened


def test_the_payload_was_really_on_the_screen(screens: Screens, payload: str):
    window = screens.main_window(hostile_desk(payload))
    shown = {label.text() for label in window.findChildren(QLabel)}
    assert sum(payload in text for text in shown) >= 5


def test_the_sign_in_window_opens_nothing(screens: Screens, watch: FileWatch, payload: str):
    window = screens.sign_in_window()
    window.fill(payload, payload)
    window.tell(Problem(ProblemCode.ALREADY_CLAIMED, by_name=payload))
    touch_everything(screens, window)
    assert not watch.was_opened


def test_a_tooltip_is_shown_letter_by_letter(screens: Screens, watch: FileWatch, payload: str):
    window = screens.sign_in_window()
    plain_tooltip(window, payload)
    touch_everything(screens, window)
    assert not watch.was_opened


def test_a_label_that_guesses_is_caught(screens: Screens, watch: FileWatch, payload: str):
    window = screens.main_window(hostile_desk(payload))
    planted = QLabel(payload, window)
    planted.show()
    touch_everything(screens, window)
    assert watch.was_opened


def test_a_tooltip_that_guesses_is_caught(screens: Screens, watch: FileWatch, payload: str):
    window = screens.sign_in_window()
    window.setToolTip(payload)
    touch_everything(screens, window)
    assert watch.was_opened
