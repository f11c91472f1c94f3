"""The main window: what folds when, which key does what, what is heard, and leaving in order."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSplitter,
    QTabBar,
    QWidget,
)

from app.domain.commands import ClaimWaiting, CloseConversation, WriteNote
from app.domain.ids import CommandId, ConversationId
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.domain.project import Seen
from app.ui.actions import deeds
from app.ui.chat.conversation_view import ConversationView
from app.ui.folding import Folding, folding_of
from app.ui.language import Language
from app.ui.safe_text import PlainLabel
from app.ui.status.practice_band import PracticeBand
from app.ui.status.standing_words import sign_out_words
from app.ui.theme import ThemeChoice
from tests.support.desk_builders import ROBIN, a_held_head, a_message, what_is_seen
from tests.support.example_data import BEHIND, FRONT, a_morning, every_stage, the_answers
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def without_heads(seen: Seen) -> Seen:
    """Nobody waits and nobody is held."""
    return replace(seen, confirmed=replace(seen.confirmed, heads={}, windows={}))


@pytest.mark.parametrize(
    ("size", "scale", "folding"),
    [
        ((1440, 900), 1.0, Folding(left=False, right=False, dense=False, narrow=False, low=False)),
        ((1360, 780), 1.0, Folding(left=False, right=False, dense=False, narrow=False, low=False)),
        ((1359, 779), 1.0, Folding(left=False, right=True, dense=True, narrow=False, low=False)),
        ((1280, 720), 1.0, Folding(left=False, right=True, dense=True, narrow=False, low=False)),
        ((960, 540), 1.0, Folding(left=True, right=True, dense=True, narrow=False, low=True)),
        ((3840, 2160), 2.0, Folding(left=False, right=False, dense=False, narrow=False, low=False)),
        ((1920, 1080), 2.0, Folding(left=True, right=True, dense=True, narrow=False, low=True)),
        ((720, 450), 2.0, Folding(left=True, right=True, dense=True, narrow=True, low=True)),
    ],
)
def test_columns_fold_by_the_tokens(screens: Screens, size: tuple[int, int], scale: float, folding: Folding):
    theme = screens.theme(text_scale=scale)
    assert folding_of(theme, width=size[0], height=size[1]) == folding


@pytest.mark.parametrize("size", [(1440, 900), (1360, 780)])
def test_a_long_question_is_cut_with_an_ellipsis_and_nothing_beside_it(
    screens: Screens, size: tuple[int, int]
):
    long = a_message(1, "Hei, yritän nyt selittää tämän kerralla, toivottavasti jaksatte lukea. " * 20)
    window = screens.main_window(
        StillDesk(what_is_seen(a_held_head(), windows={ROBIN: (long,)}, canned_answers=the_answers())),
        size=size,
    )
    panel = found(window, QWidget, "customerPanel")
    labels = [label for label in panel.findChildren(PlainLabel) if label.isVisible()]
    assert any(label.shown.startswith("”Hei, yritän") and label.shown.endswith("…”") for label in labels)
    assert not [label.shown for label in labels if label.height() < label.heightForWidth(label.width())]


def test_the_right_column_folds_to_its_rail_and_a_line_says_the_most(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    panel = found(window, QWidget, "customerPanel")
    assert panel.isVisible()
    window.resize(1280, 720)
    screens.settle()
    assert not panel.isVisible()
    front = window.chat.current
    assert front is not None
    assert found(front, QWidget, "summaryLine").isVisible()
    found(window, QAbstractButton, "railCustomer").click()
    assert panel.isVisible()
    composer = front.composer
    over = found(window, QWidget, "foldedRight")
    assert (
        over.mapTo(window, over.rect().bottomLeft()).y()
        < composer.mapTo(window, composer.rect().topLeft()).y()
    )
    window.resize(1440, 900)
    screens.settle()
    assert panel.isVisible()
    assert not over.isVisible()


def test_the_left_column_folds_where_the_conversation_would_be_too_narrow(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()), size=(900, 560))
    pane = found(window, QWidget, "queuePane")
    assert not pane.isVisible()
    found(window, QAbstractButton, "railWork").click()
    assert pane.isVisible()
    WorkRobot(screens, window).press(Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_columns_that_were_dragged_stand_so_again(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    pane = found(window, QWidget, "queuePane")
    found(window, QSplitter, "columns").setSizes([440, 600, 280])
    screens.settle()
    kept, wide = window.layout_state(), pane.width()
    other = screens.main_window(StillDesk(a_morning()))
    other.restore_layout(kept)
    screens.settle()
    assert found(other, QWidget, "queuePane").width() == wide


def test_no_key_is_given_twice_and_none_holds_ctrl_and_alt(qapp):
    keys = [QKeySequence(key) for deed in deeds() for key in deed.keys]
    assert len({key.toString() for key in keys}) == len(keys)
    for key in keys:
        assert not {"Ctrl", "Alt"} <= set(key.toString().split("+"))


def test_nothing_in_any_window_answers_to_ctrl_and_alt(screens: Screens):
    for window in (screens.main_window(StillDesk(a_morning())), screens.sign_in_window()):
        keys = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
        keys += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
        keys += [button.shortcut() for button in window.findChildren(QAbstractButton)]
        named = [key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys]
        assert not [key for key in named if {"Ctrl", "Alt"} <= set(key.split("+"))]


def test_every_deed_has_its_action(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    for deed in deeds():
        action = window.findChild(QAction, deed.name)
        assert action is not None
        assert [key.toString() for key in action.shortcuts()] == [
            QKeySequence(key).toString() for key in deed.keys
        ]


def test_the_keys_lead_everywhere(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    control = Qt.KeyboardModifier.ControlModifier
    for key, name in (
        (Qt.Key.Key_1, "queueList"),
        (Qt.Key.Key_2, "waitingList"),
        (Qt.Key.Key_3, "transcript"),
        (Qt.Key.Key_4, "composerText"),
    ):
        work.press(key, control)
        focused = work.window.focusWidget()
        assert focused is not None
        assert focused.objectName() == name
    work.press(Qt.Key.Key_PageDown, control)
    assert work.conversation.view.conversation_id == BEHIND
    work.press(Qt.Key.Key_PageUp, control)
    assert work.conversation.view.conversation_id == FRONT


def test_tab_walks_through_everything_and_comes_back(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()))
    window.focus_work()
    walked: list[str] = []
    widget: QWidget = window
    while True:
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if reachable and widget.isVisible() and widget.isEnabled():
            walked.append(widget.objectName())
        if widget is window:
            break
    for name in ("person", "queueList", "takeNext", "waitingList", "chatTabs", "transcript", "composerText"):
        assert name in walked
    assert walked.index("queueList") < walked.index("takeNext") < walked.index("waitingList")


def test_whoever_is_taken_out_of_a_conversation_is_written_to_at_once(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.window.focus_work()
    work.press(Qt.Key.Key_F2)
    (claim,) = desk.submitted
    assert isinstance(claim, ClaimWaiting)
    assert work.conversation.view.composer.focusProxy() is QApplication.focusWidget()
    confirmed = desk.seen.confirmed
    mine = confirmed.heads[FRONT]
    taken = replace(
        confirmed.heads[claim.conversation_id],
        state=mine.state,
        holder=mine.holder,
        claimed_at=mine.claimed_at,
    )
    heads = {**confirmed.heads, claim.conversation_id: taken}
    windows = {**confirmed.windows, claim.conversation_id: confirmed.windows[BEHIND]}
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads=heads, windows=windows)))
    screens.settle()
    assert work.conversation.view.conversation_id == claim.conversation_id
    assert QApplication.focusWidget() is work.conversation.view.composer.focusProxy()


@pytest.mark.parametrize("language", list(Language))
def test_whatever_can_have_the_focus_has_a_name_to_be_heard(screens: Screens, language: Language):
    window = screens.main_window(StillDesk(a_morning(pending=every_stage())), language=language)
    sign_in = screens.sign_in_window(language=language)
    kinds = (QAbstractButton, QListView, QPlainTextEdit, QLineEdit, QTabBar)
    for root in (window, sign_in):
        for widget in root.findChildren(QWidget):
            if isinstance(widget, kinds) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                is_shown = widget.isVisible()
                assert widget.objectName() or not is_shown, widget
                assert widget.accessibleName() or not is_shown, widget.objectName()


def test_f9_asks_in_a_strip_and_esc_takes_the_question_back(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.type("kesken")
    work.press(Qt.Key.Key_F9)
    asked = work.conversation.banner("confirmClosing")
    assert asked.startswith("Päätetäänkö keskustelu asiakkaan 4812 kanssa?")
    assert "Alla olevaa tekstiä ei ole lähetetty. Se jää sinulle talteen" in asked
    work.press(Qt.Key.Key_Escape)
    assert work.conversation.banner("confirmClosing") == ""
    assert desk.submitted == []


def test_over_an_unsent_text_the_question_of_ending_is_answered_no_by_default(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    strip = work.conversation.view
    work.press(Qt.Key.Key_F9)
    assert found(strip, QAbstractButton, "confirmClosingAction").hasFocus()
    work.press(Qt.Key.Key_Escape)
    work.conversation.type("kesken")
    work.press(Qt.Key.Key_F9)
    assert found(strip, QAbstractButton, "confirmClosingSecond").hasFocus()
    assert found(strip, QAbstractButton, "confirmClosingSecond").text() == "Peruuta"


def test_a_confirmed_end_is_submitted_once_under_the_present_responsibility(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_F9)
    work.conversation.answer("confirmClosingAction")
    assert desk.submitted == [CloseConversation(FRONT, 1)]
    assert work.conversation.banner("confirmClosing") == ""


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_practice_is_said_in_both_languages_as_long_as_the_snapshot_says_so(
    screens: Screens, choice: ThemeChoice
):
    desk = StillDesk(a_morning(is_practice=True))
    window = screens.main_window(desk, choice=choice)
    band = found(window, PracticeBand, "practiceBand")
    assert band.isVisible()
    assert "HARJOITUS" in band.accessibleName()
    assert "ÖVNING" in band.accessibleName()
    band.hide()
    desk.show(desk.seen)
    screens.settle()
    assert band.isVisible()
    desk.show(a_morning())
    screens.settle()
    assert not band.isVisible()


def test_nothing_offers_to_hide_the_practice_band(screens: Screens):
    window = screens.main_window(StillDesk(a_morning(is_practice=True)), size=(900, 560))
    found(window, PracticeBand, "practiceBand")
    for action in window.findChildren(QAction):
        if action.objectName() != "signOut":
            action.trigger()
    screens.settle()
    assert found(window, PracticeBand, "practiceBand").isVisible()


def test_the_anonymous_notice_stands_and_an_identified_customer_has_none(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    assert found(work.conversation.view, QWidget, "standingNotice").isVisible()
    assert work.conversation.says("identityBadge") == "ANONYYMI"
    behind = work.open(BEHIND)
    assert not found(behind.view, QWidget, "standingNotice").isVisible()
    assert behind.says("identityBadge") == "TUNNISTAUTUNUT"


def test_a_connection_that_is_not_protected_is_told_to_the_counsellor(screens: Screens):
    """R022: in the county's own words, in her language, as long as the service model says so."""
    seen = a_morning()
    words = {"fi": "Yhteys ei ole suojattu.", "sv": "Förbindelsen är inte skyddad.", "en": "Not protected."}
    unprotected = replace(seen, confirmed=replace(seen.confirmed, unprotected=words))
    view = WorkRobot(screens, screens.main_window(StillDesk(unprotected))).conversation.view
    notice = found(view, QWidget, "standingNotice")
    assert notice.isVisible()
    assert notice.accessibleName().endswith("Yhteys ei ole suojattu.")
    plain = WorkRobot(screens, screens.main_window(StillDesk(a_morning()))).conversation.view
    assert "suojattu" not in found(plain, QWidget, "standingNotice").accessibleName()


def test_signing_out_lists_what_is_unsent_and_can_be_cancelled(screens: Screens, qtbot):
    desk = StillDesk(a_morning(pending=every_stage()))
    desk.drafts.typed(BEHIND, "kesken")
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    words = work.banner("signOutStrip")
    assert "3 viestiä lähettämättä (4812)" in words
    assert "1 luonnos (4815)" in words
    assert "tallessa, kun kirjaudut uudelleen" in words
    work.press(Qt.Key.Key_Escape)
    assert work.banner("signOutStrip") == ""
    work.window.ask_to_sign_out()
    with qtbot.waitSignal(work.window.sign_out_confirmed):
        work.button("signOutStripAction").click()


def test_signing_out_names_a_note_on_its_way(screens: Screens):
    moment = Moment(NINE_O_CLOCK, 0.0)
    note = Pending(CommandId("a" * 32), WriteNote(FRONT, "Soitettu", 1), Stage.QUEUED, moment, moment)
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning(pending=(note,)))))
    work.window.ask_to_sign_out()
    assert "1 muistiinpano matkalla (4812)" in work.banner("signOutStrip")
    assert "kun kirjaudut uudelleen" in work.banner("signOutStrip")


@pytest.mark.parametrize(
    ("language", "kept", "lost", "held"),
    [
        (
            Language.FINNISH,
            "1 luonnos (4815). Se pysyy lukittuna tällä koneella",
            "Se katoaa, kun kirjaudut ulos",
            "pysyy sinulla 10 minuuttia ja palaa sitten jonoon.",
        ),
        (
            Language.SWEDISH,
            "1 utkast (4815). Det är låst på den här datorn",
            "Det går förlorat när du loggar ut",
            "är kvar hos dig i 10 minuter och återgår sedan till kön.",
        ),
    ],
)
def test_signing_out_speaks_of_one_as_of_one_and_says_how_long_conversations_stay(
    screens: Screens, language: Language, kept: str, lost: str, held: str
):
    desk = StillDesk(a_morning())
    for draft in desk.drafts.all():
        desk.drafts.typed(draft.conversation_id, "")
    desk.drafts.typed(BEHIND, "kesken")
    screens.speak(language)
    words = [
        sign_out_words(desk.seen, drafts=desk.drafts.all(), is_kept_on_disk=is_kept).rest
        for is_kept in (True, False)
    ]
    assert kept in words[0]
    assert lost in words[1]
    assert all(held in said for said in words)


def test_closing_the_window_asks_first_and_the_second_time_means_it(screens: Screens, qtbot):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    assert not work.window.close()
    assert work.banner("signOutStrip").startswith("Kirjaudutaanko ulos?")
    with qtbot.waitSignal(work.window.closed):
        assert work.window.close()


def test_with_nothing_unfinished_the_window_closes_at_once(screens: Screens, qtbot):
    window = screens.main_window(StillDesk(without_heads(a_morning())))
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_a_text_left_behind_is_offered_and_deleted_only_when_asked(screens: Screens):
    desk = StillDesk(a_morning())
    left = ConversationId("gone")
    desk.drafts.typed(left, "Tämä jäi <b>kesken</b>")
    work = WorkRobot(screens, screens.main_window(desk))
    assert "”Tämä jäi <b>kesken</b>”" in work.banner("leftText")
    work.button("leftTextAction").click()
    assert screens.app.clipboard().text() == "Tämä jäi <b>kesken</b>"
    assert desk.drafts.text(left)
    work.button("leftTextSecond").click()
    screens.settle()
    assert desk.drafts.text(left) == ""
    assert work.banner("leftText") == ""


def test_before_anything_is_known_nothing_is_promised(screens: Screens):
    seen = without_heads(a_morning(cursor=0, queues=(), is_live=False))
    work = WorkRobot(screens, screens.main_window(StillDesk(seen)))
    shown = [label.text() for label in work.window.findChildren(PlainLabel)]
    assert "Haetaan jonoja…" in shown
    assert "Jonossa ei ole nyt ketään" not in shown


def test_a_backend_where_nothing_has_happened_yet_is_known_all_the_same(screens: Screens):
    seen = without_heads(a_morning(cursor=0))
    work = WorkRobot(screens, screens.main_window(StillDesk(seen)))
    shown = [label.text() for label in work.window.findChildren(PlainLabel)]
    assert "Jonossa ei ole nyt ketään" in shown


def test_fifty_conversations_opened_and_closed_leave_nothing_behind(screens: Screens):
    base = without_heads(a_morning(capacity=99))
    desk = StillDesk(base)
    window = screens.main_window(desk)
    kept: list[weakref.ref[ConversationView]] = []
    for number in range(50):
        head = a_held_head(ConversationId(f"{number:032}"), alias=str(number))
        heads = {head.conversation_id: head}
        desk.show(replace(base, confirmed=replace(base.confirmed, heads=heads)))
        desk.departed_shown = ()  # the one before was wrapped up, and went nowhere
        screens.settle()
        front = window.chat.current
        assert front is not None
        kept.append(weakref.ref(front))
        del front
    desk.show(base)
    screens.settle()
    gc.collect()
    assert [reference for reference in kept if reference() is not None] == []


def test_transferring_and_ending_stand_beside_who_the_customer_is(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()), size=(1424, 864))
    view = WorkRobot(screens, window).conversation.view
    assert not found(view, QAbstractButton, "conversationDeeds").isVisible()
    close = found(view, QAbstractButton, "closeConversation")
    assert close.isVisible()
    assert (close.text(), close.accessibleName()) == ("Päätä…", "Päätä keskustelu… (F9)")


def test_four_tabs_keep_their_numbers_and_unread_counts_in_sight(screens: Screens):
    desk = StillDesk(a_morning())
    confirmed = desk.seen.confirmed
    behind = confirmed.heads[BEHIND]
    more = {
        ConversationId(f"{number:032x}"): replace(
            behind, conversation_id=ConversationId(f"{number:032x}"), alias=f"{4900 + number}"
        )
        for number in (1, 2)
    }
    windows = {**confirmed.windows, **{each: confirmed.windows[BEHIND] for each in more}}
    heads = {**confirmed.heads, **more}
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads=heads, windows=windows)))
    window = screens.main_window(desk, size=(1440, 900))
    tabs = WorkRobot(screens, window).tabs
    assert tabs.count() == 4
    room = tabs.rect()
    assert all(room.contains(tabs.tabRect(number)) for number in range(4))
    assert any("Asiakas 4901" in tabs.tabText(number) for number in range(4))
    window.resize(2400, 900)
    screens.settle()
    wide = tabs.tabRect(2).width()
    window.resize(1440, 900)
    screens.settle()
    assert tabs.tabRect(2).width() < wide


def test_with_nobody_in_front_the_customer_column_says_what_it_is_for(screens: Screens):
    desk = StillDesk(a_morning())
    window = screens.main_window(desk)
    panel = found(window, QWidget, "customerPanel")
    box = found(panel, QWidget, "nobodyInFront")
    assert not box.isVisible()
    desk.show(without_heads(desk.seen))
    for departed in desk.departed:
        desk.let_go(departed.conversation_id)
    screens.settle()
    assert box.isVisible()
    words = [label.shown for label in panel.findChildren(PlainLabel) if label.isVisible()]
    assert "–" not in words
    assert any(each.startswith("Tässä näkyvät") for each in words)
