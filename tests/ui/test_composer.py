"""Writing: a text belongs to its conversation, is sent once, can be taken back, and is never lost."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.commands import WriteMessage
from app.domain.conversation import Head
from app.domain.ids import ConversationId
from app.domain.limits import Limits
from app.domain.parts import readable_parts
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from app.ui.chat.draft_edit import PASTE_LIMIT, DraftEdit
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel
from tests.support.desk_builders import a_held_head
from tests.support.example_data import (
    BEHIND,
    FIRST_WAITING,
    FRONT,
    a_morning,
    a_pending_message,
    ended,
    every_stage,
)
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk(a_morning())


@pytest.fixture
def work(screens: Screens, desk: StillDesk) -> WorkRobot:
    return WorkRobot(screens, screens.main_window(desk))


def test_enter_sends_what_is_written_and_empties_the_box(work: WorkRobot, desk: StillDesk):
    work.conversation.type("Hei & <b>terve</b>")
    work.conversation.send()
    assert desk.submitted == [WriteMessage(FRONT, "Hei & <b>terve</b>", 1)]
    assert work.conversation.text == ""


def test_shift_and_enter_break_the_line(work: WorkRobot, desk: StillDesk):
    work.conversation.type("eka")
    work.conversation.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    work.conversation.type("toka")
    assert work.conversation.text == "eka\ntoka"
    assert desk.drafts.text(FRONT) == "eka\ntoka"
    assert desk.submitted == []


def test_nothing_but_space_is_not_sent(work: WorkRobot, desk: StillDesk):
    work.conversation.type("   ")
    work.conversation.send()
    assert desk.submitted == []
    assert work.conversation.text == "   "


def test_every_letter_is_in_the_draft_at_once(work: WorkRobot, desk: StillDesk):
    work.conversation.type("Luonnos äö €")
    assert desk.drafts.text(FRONT) == "Luonnos äö €"
    assert work.conversation.says("draftSaved") == "Luonnos tallessa 11.00"


def test_each_conversation_keeps_its_own_text(work: WorkRobot, desk: StillDesk):
    work.open(FRONT).type("edessä")
    work.open(BEHIND).type("takana")
    assert work.open(FRONT).text == "edessä"
    assert work.open(BEHIND).text == "takana"
    work.conversation.send()
    assert desk.submitted == [WriteMessage(BEHIND, "takana", 1)]
    assert desk.drafts.text(FRONT) == "edessä"


acts = st.lists(
    st.one_of(
        st.tuples(st.just("open"), st.sampled_from([FRONT, BEHIND])),
        st.tuples(st.just("type"), st.text("abcåäö", min_size=1, max_size=3)),
        st.tuples(st.just("send"), st.just("")),
        st.tuples(st.just("news"), st.just("")),
    ),
    max_size=14,
)


@given(acts)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_never_lands_in_another_conversation(screens: Screens, steps: list[tuple[str, str]]):
    desk = StillDesk(a_morning())
    window = screens.main_window(desk)
    work = WorkRobot(screens, window)
    written = {FRONT: "", BEHIND: ""}
    front = FRONT
    sent: list[WriteMessage] = []
    for act, what in steps:
        if act == "open":
            front = ConversationId(what)
            work.open(front)
        elif act == "type":
            work.conversation.type(what)
            written[front] += what
        elif act == "news":
            desk.show(desk.seen)
            screens.settle()
        else:
            work.conversation.send()
            if written[front]:
                sent.append(WriteMessage(front, written[front], 1))
                written[front] = ""
        assert {id_: desk.drafts.text(id_) for id_ in written} == written
        assert desk.submitted == sent
    screens.forget(window)


def _claimed(desk: StillDesk) -> None:
    """The customer who was taken comes to the desk."""
    confirmed = desk.seen.confirmed
    taken: Head = a_held_head(FIRST_WAITING, alias="4821")
    heads = {**confirmed.heads, FIRST_WAITING: taken}
    windows = {**confirmed.windows, FIRST_WAITING: confirmed.windows[BEHIND]}
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads=heads, windows=windows)))


def test_the_customer_taken_comes_to_the_front(work: WorkRobot, desk: StillDesk, screens: Screens):
    work.press(Qt.Key.Key_F2)
    _claimed(desk)
    screens.settle()
    assert work.conversation.view.conversation_id == FIRST_WAITING


def test_the_customer_taken_does_not_come_under_the_fingers_of_somebody_writing(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    work.press(Qt.Key.Key_F2)
    work.conversation.type("kesken")
    _claimed(desk)
    screens.settle()
    work.conversation.type(" oleva lause")
    assert work.conversation.view.conversation_id == FRONT
    assert desk.drafts.text(FRONT) == "kesken oleva lause"
    assert desk.drafts.text(FIRST_WAITING) == ""


def test_a_held_message_is_taken_back_by_the_key_under_it(screens: Screens):
    held = a_pending_message("Hei! Katson ohjeen.", Stage.HELD)
    desk = StillDesk(a_morning(pending=(held,)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.undone == [held.command_id]
    assert work.conversation.text == "Hei! Katson ohjeen."


def test_with_nothing_held_the_key_undoes_letters(work: WorkRobot, desk: StillDesk):
    work.conversation.type("abc")
    work.conversation.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.undone == []
    assert work.conversation.text == ""


def test_a_message_that_asks_is_sent_or_kept_as_she_answers(screens: Screens):
    desk = StillDesk(a_morning(pending=every_stage()))
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.conversation.banner("askBeforeSending").startswith("Lähetetäänkö vielä?")
    work.conversation.answer("askBeforeSendingSecond")
    work.conversation.answer("askBeforeSendingAction")
    asking = every_stage()[0].command_id
    assert desk.answered == [(asking, False), (asking, True)]


def test_a_text_that_came_back_says_why_and_stays_until_read(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    desk.drafts.give_back(FRONT, "Palasi", Problem(ProblemCode.RESPONSIBILITY_MOVED))
    screens.settle()
    assert work.conversation.text == "Palasi"
    assert "vastuu on siirtynyt" in work.conversation.banner("returnedText")
    assert work.conversation.says("draftSaved") == "palautui luonnokseksi"
    work.conversation.answer("returnedTextAction")
    assert work.conversation.banner("returnedText") == ""
    assert work.conversation.text == "Palasi"


def test_near_the_limit_the_letters_left_are_counted(screens: Screens):
    desk = StillDesk(a_morning(limits=Limits(message_characters=20)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.type("x" * 15)
    assert work.conversation.says("characterCount") == ""
    work.conversation.type("x" * 4)
    assert work.conversation.says("characterCount") == "1 merkki jäljellä"
    work.conversation.type("x" * 3)
    assert work.conversation.says("characterCount") == "2 merkkiä liikaa"


def test_too_long_a_text_is_refused_with_a_sentence_and_kept(screens: Screens):
    desk = StillDesk(a_morning(limits=Limits(message_characters=5)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.type("liian pitkä")
    work.conversation.send()
    assert desk.submitted == []
    assert work.conversation.text == "liian pitkä"
    assert work.conversation.says("composerTrouble").startswith("Teksti on liian pitkä: enintään 5 merkkiä")


def test_an_ended_conversation_cannot_be_written_to_and_says_so(screens: Screens):
    seen = a_morning()
    heads = {**seen.confirmed.heads, FRONT: ended(seen.confirmed.heads[FRONT])}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    work = WorkRobot(screens, screens.main_window(desk))
    assert work.conversation.says("composerTrouble") == "Keskustelu on päättynyt."
    assert "Asiakas on päättänyt keskustelun" in work.conversation.transcript.spoken[-1]


def _paste(work: WorkRobot, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    found(work.conversation.view, DraftEdit, "composerText").paste()


def test_pasting_brings_letters_and_no_markup(work: WorkRobot, desk: StillDesk):
    mime = QMimeData()
    mime.setHtml('<img src="/etc/hostname"><b>lihava</b>')
    mime.setText("lihava")
    _paste(work, mime)
    assert desk.drafts.text(FRONT) == "lihava"


def test_pasting_far_too_much_is_refused_and_stays_on_the_clipboard(work: WorkRobot, desk: StillDesk):
    mime = QMimeData()
    mime.setText("x" * (PASTE_LIMIT + 1))
    _paste(work, mime)
    assert desk.drafts.text(FRONT) == ""
    assert "leikepöydällä" in work.conversation.says("composerTrouble")
    work.window.show_now()
    assert "leikepöydällä" in work.conversation.says("composerTrouble")
    work.conversation.type("a")
    assert work.conversation.says("composerTrouble") == ""


def test_a_long_pasted_line_is_broken(work: WorkRobot, desk: StillDesk):
    mime = QMimeData()
    mime.setText("x" * PASTE_LIMIT)
    _paste(work, mime)
    assert [len(line) for line in desk.drafts.text(FRONT).split("\n")] == [10_000, 10_000]


@pytest.mark.parametrize(
    ("code", "can_go_again"),
    [
        (ProblemCode.RESPONSIBILITY_MOVED, True),
        (ProblemCode.CONVERSATION_ENDED, False),
        (ProblemCode.CONVERSATION_CLOSED, False),
    ],
)
def test_nobody_is_told_to_send_again_where_nothing_can_be_sent(
    code: ProblemCode, can_go_again: bool, work: WorkRobot, desk: StillDesk, screens: Screens
):
    desk.drafts.give_back(FRONT, "Palasi", Problem(code))
    screens.settle()
    said = work.conversation.banner("returnedText")
    assert ("lähettää sen uudelleen" in said) is can_go_again
    assert "tallessa luonnoksena" in said


LONG_TEXT = "\n\n".join("Tavallinen virke siitä, mitä tehdään. " * 8 for _ in range(3)).strip()


def test_a_long_text_is_offered_in_readable_parts(work: WorkRobot, desk: StillDesk):
    """R087: Alt+Enter sends them in order; Enter still sends it whole."""
    work.conversation.type("Lyhyt.")
    button = found(work.conversation.view, QAbstractButton, "sendInParts")
    assert not button.isVisible()
    work.conversation.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert desk.submitted == []
    desk.drafts.typed(FRONT, "")
    work.conversation.view.show_now()
    work.conversation.type(LONG_TEXT)
    assert button.isVisible()
    parts = readable_parts(LONG_TEXT)
    assert button.accessibleName() == f"Lähetä {len(parts)} osassa (Alt Enter)"
    work.conversation.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert desk.submitted == [WriteMessage(FRONT, part, 1) for part in parts]
    assert work.conversation.text == ""
    assert not button.isVisible()


def test_a_sentence_that_is_long_to_read_is_hinted_at_and_left_as_it_is(work: WorkRobot):
    """R088: the hint counts its words while it is long, and gives way again; the text is hers."""
    hint = found(work.conversation.view, PlainLabel, "writingHint")
    usual = hint.text()
    work.conversation.type("sana " * 26)
    assert hint.text() == "Pitkä virke: 26 sanaa"
    assert work.conversation.text == "sana " * 26
    work.conversation.type(". Uusi virke.")
    assert hint.text() == "Pitkä virke: 26 sanaa"
    found(work.conversation.view, DraftEdit, "composerText").setPlainText("Lyhyt virke.")
    assert hint.text() == usual


@pytest.mark.parametrize("wide", [1440, 1360, 1300])
def test_a_long_text_pushes_no_column_aside(work: WorkRobot, screens: Screens, wide: int):
    """The offer to send in parts finds room in the row, and the queues stay as wide as they were."""
    work.window.resize(wide, 900)
    screens.settle()
    queues = found(work.window, QWidget, "queuePane")
    before = queues.width()
    work.conversation.type(LONG_TEXT)
    screens.settle()
    assert queues.width() == before
    composer = work.conversation.view.composer
    assert composer.width() >= composer.minimumSizeHint().width()
    for name in ("sendInParts", "send"):
        assert found(work.conversation.view, QWidget, name).isVisible()


def test_what_gives_way_to_a_long_text_comes_back_once_there_is_room(work: WorkRobot, screens: Screens):
    """That the draft is safe goes first: the status bar says so as well."""
    work.window.resize(1360, 900)
    screens.settle()
    work.conversation.type(LONG_TEXT)
    screens.settle()
    saved = found(work.conversation.view, QWidget, "draftSaved")
    assert not saved.isVisible()
    assert found(work.conversation.view, QWidget, "helpConversation").isVisible()
    work.window.resize(1900, 900)
    screens.settle()
    assert saved.isVisible()


def test_the_head_says_how_long_she_has_waited_for_an_answer(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    """R091: to the second, on the tab and in the head, and gone once there is nothing to answer."""
    mark = found(work.conversation.view, MarkLabel, "unanswered")
    assert mark.accessibleName() == "odottaa 0.42"
    # It takes no room from what can be done: the word goes before the buttons do.
    assert found(work.conversation.view, QAbstractButton, "closeConversation").isVisible()
    desk.pass_time(21)
    screens.ticker.ticked.emit()
    assert mark.accessibleName() == "odottaa 1.03"
    front = desk.seen.confirmed.heads[FRONT]
    heads = {**desk.seen.confirmed.heads, FRONT: replace(front, customer_wrote_at=None)}
    desk.show(replace(desk.seen, confirmed=replace(desk.seen.confirmed, heads=heads)))
    screens.settle()
    assert not mark.isVisible()
