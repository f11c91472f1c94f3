"""A conversation that went elsewhere: its tab says where, its text can be copied and reaches nobody."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.domain.commands import WriteMessage
from app.domain.conversation import ConversationState, Head, Staff, Transfer
from app.domain.ids import ConversationId, StaffId, note_slot
from app.ui.chat.departed_view import DepartedView
from app.ui.parts.banner import Banner
from tests.support.desk_builders import a_message
from tests.support.example_data import BEHIND, FAMILIES, FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

JOHAN = Staff(StaffId("0" * 31 + "1"), "Johan Lindqvist")


def change(desk: StillDesk, conversation_id: ConversationId, head: Head | None) -> None:
    """Let that conversation stand like this from now on, or be unknown."""
    confirmed = desk.seen.confirmed
    heads = {**confirmed.heads}
    if head is None:
        del heads[conversation_id]
    else:
        heads[conversation_id] = head
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads=heads)))


def transfer(desk: StillDesk, conversation_id: ConversationId, *, by: Staff = JOHAN) -> None:
    """Somebody moves it to the families' queue."""
    head = desk.seen.confirmed.heads[conversation_id]
    waiting = replace(
        head,
        state=ConversationState.WAITING,
        holder=None,
        claimed_at=None,
        queue_id=FAMILIES,
        hand_overs=head.hand_overs + 1,
        transfer=Transfer(by, head.queue_id, NINE_O_CLOCK, ""),
    )
    change(desk, conversation_id, waiting)


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk(a_morning())


@pytest.fixture
def work(screens: Screens, desk: StillDesk) -> WorkRobot:
    robot = WorkRobot(screens, screens.main_window(desk))
    robot.open(FRONT)
    return robot


def shown(work: WorkRobot) -> DepartedView:
    """The view that stands where the conversation stood."""
    (view,) = [view for view in work.window.findChildren(DepartedView) if view.isVisible()]
    return view


def says(work: WorkRobot) -> str:
    return found(shown(work), Banner, "departedWords").accessibleName()


def test_the_tab_stays_says_where_it_went_and_offers_the_text(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    work.conversation.type("Kesken jäänyt <b>vastaus</b>")
    transfer(desk, FRONT)
    screens.settle()
    assert work.tabs.conversation_id == FRONT
    assert "siirretty" in work.tabs.tabText(work.tabs.currentIndex())
    assert "Asiakas 4812 siirrettiin jonoon Perheasiat." in says(work)
    assert shown(work).text_box.toPlainText() == "Kesken jäänyt <b>vastaus</b>"
    work.button("departedWordsSecond").click()
    assert QGuiApplication.clipboard().text() == "Kesken jäänyt <b>vastaus</b>"
    assert work.banner("leftText") == ""


def test_she_closes_the_tab_and_the_text_is_still_offered(work: WorkRobot, desk: StillDesk, screens: Screens):
    work.conversation.type("Kesken")
    transfer(desk, FRONT)
    screens.settle()
    work.button("departedWordsAction").click()
    screens.settle()
    assert work.tabs.count() == 1
    assert desk.drafts.text(FRONT) == "Kesken"
    assert "”Kesken”" in work.banner("leftText")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": ConversationState.WAITING, "holder": None}, "palasi jonoon Aikuissosiaalityö"),
        ({"holder": JOHAN}, "Johan Lindqvist on ottanut asiakkaan 4812."),
        (None, "Asiakas 4812 ei ole enää sinulla."),
    ],
)
def test_it_says_what_is_known(
    work: WorkRobot, desk: StillDesk, screens: Screens, changes: dict[str, Any] | None, words: str
):
    head = desk.seen.confirmed.heads[FRONT]
    change(desk, FRONT, None if changes is None else replace(head, **changes))
    screens.settle()
    assert words in says(work)
    assert "ei jäänyt mitään lähettämättä" in says(work)


def test_what_she_moved_herself_without_a_text_is_simply_gone(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    transfer(desk, FRONT, by=desk.seen.confirmed.me)
    screens.settle()
    assert work.tabs.conversation_id == BEHIND
    assert work.tabs.count() == 1


def test_taken_again_it_is_her_conversation_with_its_draft(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    hers = desk.seen.confirmed.heads[FRONT]
    work.conversation.type("Kesken")
    transfer(desk, FRONT)
    screens.settle()
    desk.departed_shown = ()
    change(desk, FRONT, hers)
    screens.settle()
    assert work.open(FRONT).text == "Kesken"


acts = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.text("abc", min_size=1, max_size=3)),
        st.tuples(st.just("open"), st.sampled_from([FRONT, BEHIND])),
        st.tuples(st.just("leave"), st.sampled_from([FRONT, BEHIND])),
        st.tuples(st.just("leave by her"), st.sampled_from([FRONT, BEHIND])),
        st.tuples(st.just("enter"), st.just("")),
        st.tuples(st.just("close"), st.just("")),
    ),
    max_size=16,
)


def press_keys(keys: str) -> None:
    """Type as from a keyboard: into whatever has the keys, if text can be written there at all."""
    for key in keys:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPlainTextEdit):
            if key == "\n":
                QTest.keyClick(focused, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(focused, key)


@given(acts)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_while_a_conversation_leaves_reaches_no_other(
    screens: Screens, steps: list[tuple[str, str]]
):
    """She aims by opening a tab. When what she aimed at leaves, her keys reach nobody until she aims anew."""
    desk = StillDesk(a_morning())
    window = screens.main_window(desk)
    work = WorkRobot(screens, window)
    held = {FRONT, BEHIND}
    work.open(FRONT).view.composer.setFocus()
    aimed: ConversationId | None = FRONT
    written = {FRONT: "", BEHIND: ""}
    sent: list[WriteMessage] = []
    for act, what in steps:
        target = ConversationId(what)
        if act == "open" and target in held:
            work.open(target).view.composer.setFocus()
            aimed = target
        elif act.startswith("leave") and target in held:
            held.discard(target)
            transfer(desk, target, by=desk.seen.confirmed.me if act == "leave by her" else JOHAN)
            aimed = None if aimed == target else aimed
        elif act == "type":
            press_keys(what)
            if aimed is not None:
                written[aimed] += what
        elif act == "enter":
            press_keys("\n")
            if aimed is not None and written[aimed]:
                sent.append(WriteMessage(aimed, written[aimed], 1))
                written[aimed] = ""
        elif act == "close":
            for view in window.findChildren(DepartedView):
                if view.isVisible():
                    found(view, Banner, "departedWords").acted.emit()
        screens.settle()
        assert {id_: desk.drafts.text(id_) for id_ in written} == written
        assert [each for each in desk.submitted if isinstance(each, WriteMessage)] == sent
    screens.forget(window)


def test_what_a_conversation_asked_for_ends_with_it(screens: Screens, desk: StillDesk, monkeypatch):
    """An answer that comes late wakes nothing that is gone."""
    ended: list[str] = []

    async def never(_conversation_id: ConversationId) -> bool:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("older")
        return True

    monkeypatch.setattr(desk.talk, "older", never)
    far_back = replace(desk.seen.confirmed.windows[FRONT], messages=(a_message(60), a_message(61)))
    windows = {**desk.seen.confirmed.windows, FRONT: far_back}
    desk.show(replace(desk.seen, confirmed=replace(desk.seen.confirmed, windows=windows)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.open(FRONT)
    work.conversation.press(Qt.Key.Key_PageUp)
    screens.turn()
    assert ended == []
    change(desk, FRONT, None)
    screens.settle()
    screens.turn()
    assert ended == ["older"]
    assert screens.failures == []


def test_a_note_that_was_being_written_keeps_the_tab_and_is_named(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    """Also where she moved the customer herself: what she wrote is nowhere else to be seen."""
    for draft in desk.drafts.all():
        desk.drafts.typed(draft.conversation_id, "")
    desk.drafts.typed(note_slot(FRONT), "Epäilen huolta")
    transfer(desk, FRONT, by=desk.seen.confirmed.me)
    screens.settle()
    assert shown(work).text_box.toPlainText() == "Muistiinpano:\nEpäilen huolta"
    assert work.banner("leftText") == ""
