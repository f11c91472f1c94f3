"""The transcript: whose words, what became of them, and how it moves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible

from app.desk.panes import TranscriptRow
from app.domain.conversation import Author, Message, Window
from app.domain.project import Seen
from app.ui.chat.bubble_delegate import BubbleDelegate
from app.ui.chat.transcript_view import TranscriptView
from app.ui.models.keyed_rows import ROW_ROLE
from tests.support.desk_builders import a_message
from tests.support.example_data import FRONT, a_morning, a_pending_message, every_stage
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import ConversationRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def with_window(seen: Seen, messages: tuple[Message, ...]) -> Seen:
    """The same morning with other messages in front."""
    windows = {**seen.confirmed.windows, FRONT: Window(messages)}
    return replace(seen, confirmed=replace(seen.confirmed, windows=windows))


def a_stretch(first: int, last: int) -> tuple[Message, ...]:
    """Messages of several lines, numbered."""
    return tuple(
        a_message(seq, f"viesti {seq} " + "sana " * 30, at=NINE_O_CLOCK - timedelta(minutes=200 - seq))
        for seq in range(first, last + 1)
    )


def a_conversation(screens: Screens, desk: StillDesk) -> ConversationRobot:
    return WorkRobot(screens, screens.main_window(desk)).conversation


def view_of(robot: ConversationRobot) -> TranscriptView:
    return found(robot.view, TranscriptView, "transcript")


def test_every_bubble_is_heard_with_who_when_and_what_became_of_it(screens: Screens):
    robot = a_conversation(screens, StillDesk(a_morning()))
    heard = robot.transcript.spoken
    assert heard[0] == "10.44 · Keskustelu alkoi"
    assert heard[1] == "Asiakas 4812 10.50: Hei, milloin voi hakea ehkäisevää toimeentulotukea?"
    assert heard[2].startswith("Sinä 10.52: Hei! Ensin")
    assert heard[2].endswith("(nähty)")
    assert heard[3] == "Asiakas 4812 10.55: Ok. Henkilötunnukseni on [peitetty], näettekö päätöksen?"


def test_each_point_of_the_way_has_its_word(screens: Screens):
    robot = a_conversation(screens, StillDesk(a_morning(pending=every_stage())))
    assert [words.rsplit("(", 1)[1] for words in robot.transcript.spoken[-3:]] == [
        "ei lähetetty: kysyy ensin)",
        "lähetetään…)",
        "Lähtee 3 s kuluttua)",
    ]


def test_qt_itself_offers_the_rows_to_a_screen_reader(screens: Screens):
    robot = a_conversation(screens, StillDesk(a_morning()))
    face = QAccessible.queryAccessibleInterface(robot.transcript.view)
    assert face.text(QAccessible.Text.Name) == "Keskustelu asiakkaan 4812 kanssa"
    heard = {face.child(number).text(QAccessible.Text.Name) for number in range(face.childCount())}
    assert any("Hei, milloin voi hakea" in words for words in heard)


def test_it_begins_at_the_newest_and_follows_what_comes(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 30)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    assert view.is_at_end
    desk.show(with_window(desk.seen, a_stretch(1, 31)))
    screens.settle()
    assert view.is_at_end
    assert "viesti 31" in robot.transcript.spoken[-1]


def test_what_is_being_read_stays_where_it_is_while_older_ones_come_before_it(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(60, 90)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    view.verticalScrollBar().setValue(view.verticalScrollBar().minimum() + 40)
    screens.settle()
    number = robot.transcript.row("viesti 61 ")
    before = view.visualRect(view.model().index(number, 0)).top()
    desk.show(with_window(desk.seen, a_stretch(10, 90)))
    screens.settle()
    number = robot.transcript.row("viesti 61 ")
    assert view.visualRect(view.model().index(number, 0)).top() == before


def test_what_is_being_read_stays_where_it_is_while_newer_ones_come_after_it(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 30)))
    view = view_of(a_conversation(screens, desk))
    view.verticalScrollBar().setValue(200)
    desk.show(with_window(desk.seen, a_stretch(1, 33)))
    screens.settle()
    assert view.verticalScrollBar().value() == 200


def measured(view: TranscriptView) -> int:
    """How many rows were laid out at this width."""
    heights = found_delegate(view).heights
    return sum(isinstance(row, TranscriptRow) and heights.is_measured(row) for row in view.rows)


def test_a_window_of_a_thousand_is_not_laid_out_at_once(screens: Screens):
    """What is far from what she reads waits until there is nothing else to do, and then stays unseen."""
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 1_000)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    view.window().resize(1200, 800)
    screens.app.processEvents()
    after_resizing = measured(view)
    assert 0 < after_resizing < 200
    assert view.is_at_end
    while measured(view) < 1_000:
        before = measured(view)
        screens.app.processEvents()
        assert measured(view) > before
        assert view.is_at_end


def test_what_is_read_stands_still_while_the_rest_is_laid_out(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 400)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.window().resize(1100, 800)
    screens.app.processEvents()
    index = view.indexAt(QPoint(40, 120))
    before = view.visualRect(index).top()
    while measured(view) < 400:
        screens.app.processEvents()
        assert view.visualRect(index).top() == before


def test_a_column_that_folds_has_the_rows_laid_out_once(screens: Screens, monkeypatch: pytest.MonkeyPatch):
    """It resizes the transcript several times within a turn of the loop; only the last is drawn."""
    view = view_of(a_conversation(screens, StillDesk(with_window(a_morning(), a_stretch(1, 30)))))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    read = view.indexAt(QPoint(40, 120))
    laid_out: list[int] = []
    lay_out = view.doItemsLayout

    def counted() -> None:
        laid_out.append(view.width())
        lay_out()

    monkeypatch.setattr(view, "doItemsLayout", counted)
    sizes = [view.size() - QSize(step, 0) for step in (10, 300, 120)]
    for size in sizes:
        view.resize(size)
    drawn = view.viewport().grab()
    assert laid_out == [sizes[-1].width()]
    assert view.visualRect(read).intersects(view.viewport().rect())
    assert drawn.toImage() == view.viewport().grab().toImage()


def test_scrolling_beside_a_resize_goes_where_it_was_meant_to(screens: Screens):
    view = view_of(a_conversation(screens, StillDesk(with_window(a_morning(), a_stretch(1, 30)))))
    view.resize(view.size() - QSize(200, 0))
    view.verticalScrollBar().setValue(0)
    screens.settle()
    assert view.indexAt(QPoint(40, 1)).row() == 0


def test_nothing_is_drawn_at_a_guessed_height_however_far_one_jumps(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 600)))
    view = view_of(a_conversation(screens, desk))
    view.window().resize(1100, 800)
    view.verticalScrollBar().setValue(0)
    assert measured(view) < 600
    heights = found_delegate(view).heights
    first = view.indexAt(QPoint(40, 1)).row()
    last = view.indexAt(QPoint(40, view.viewport().height() - 1)).row()
    shown = [row for row in view.rows[first : last + 1] if isinstance(row, TranscriptRow)]
    assert shown
    assert all(heights.is_measured(row) for row in shown)


def test_a_broader_window_lays_nothing_out_when_bubbles_grow_no_broader(screens: Screens):
    desk = StillDesk(with_window(a_morning(), a_stretch(1, 30)))
    view = view_of(a_conversation(screens, desk))
    view.window().resize(2400, 900)
    screens.settle()
    found_delegate(view).set_width(view.viewport().width() + 200)
    assert measured(view) == 30


def test_page_up_in_the_composer_scrolls_and_at_the_top_asks_for_older(screens: Screens, qtbot):
    desk = StillDesk(with_window(a_morning(), a_stretch(60, 70)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    assert robot.transcript.spoken[0] == "Aiempia viestejä"
    robot.press(Qt.Key.Key_PageUp)
    assert not view.is_at_end
    view.verticalScrollBar().setValue(0)
    robot.press(Qt.Key.Key_PageUp)
    assert robot.transcript.spoken[0] == "Haetaan aiempia viestejä…"
    screens.turn()
    assert robot.transcript.spoken[0] == "Aiempia viestejä"


def test_the_button_under_a_held_message_takes_it_back(screens: Screens):
    held = every_stage()[2]
    desk = StillDesk(a_morning(pending=(held,)))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    index = view.model().index(view.model().rowCount() - 1, 0)
    row = index.data(ROW_ROLE)
    assert isinstance(row, TranscriptRow)
    delegate = found_delegate(view)
    area = delegate.undo_area(row, QRectF(view.visualRect(index)))
    assert not area.isEmpty()
    robot.transcript.click_at(area.center().toPoint())
    assert desk.undone == [held.command_id]


def found_delegate(view: TranscriptView) -> BubbleDelegate:
    delegate = view.itemDelegate()
    assert isinstance(delegate, BubbleDelegate)
    return delegate


def test_a_click_beside_the_button_takes_nothing_back(screens: Screens):
    desk = StillDesk(a_morning(pending=(every_stage()[2],)))
    robot = a_conversation(screens, desk)
    robot.transcript.click_at(QPoint(30, 30))
    assert desk.undone == []


def test_a_pending_message_becomes_a_confirmed_one_in_its_own_row(screens: Screens):
    pending = every_stage()[1]
    desk = StillDesk(a_morning(pending=(pending,)))
    robot = a_conversation(screens, desk)
    model = robot.transcript.view.model()
    moves: list[str] = []
    model.rowsInserted.connect(lambda *_: moves.append("in"))
    model.rowsRemoved.connect(lambda *_: moves.append("out"))
    settled = a_morning()
    messages = settled.confirmed.windows[FRONT].messages
    mine = a_message(6, "Ehkäisevää", Author.COUNSELLOR, caused_by=pending.command_id)
    desk.show(with_window(settled, (*messages, mine)))
    screens.settle()
    assert moves == []
    assert robot.transcript.spoken[-1].endswith("(lähetetty)")


def test_what_has_been_on_the_screen_is_told_while_the_window_is_in_use(screens: Screens, qtbot):
    seen = a_morning()
    unread = replace(seen.confirmed.heads[FRONT], read_by_counsellor=3)
    heads = {**seen.confirmed.heads, FRONT: unread}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    window = screens.main_window(desk)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_now()
    assert desk.looked[-1] == (FRONT, 5)


@pytest.mark.parametrize(
    "text", ["\u202egnp.eslaf", "e" + "\u0301" * 2000, "👩‍👩‍👧" * 700, "﷽" * 900, "<b>" * 900]
)
def test_difficult_texts_are_drawn_within_their_row(screens: Screens, text: str):
    desk = StillDesk(with_window(a_morning(), (a_message(1, text), a_message(2, "seuraava"))))
    robot = a_conversation(screens, desk)
    view = view_of(robot)
    view.grab()
    first = view.visualRect(view.model().index(1, 0))
    second = view.visualRect(view.model().index(2, 0))
    assert first.bottom() < second.top()


def test_a_message_of_our_own_is_drawn_dashed_until_it_is_known(screens: Screens):
    waiting = a_pending_message("Odottaa", every_stage()[1].stage)
    robot = a_conversation(screens, StillDesk(a_morning(pending=(waiting,), is_live=False)))
    assert robot.transcript.spoken[-1].endswith("(lähetetään…)")
