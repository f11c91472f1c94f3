"""Queues and those who wait: what is heard of them, and taking somebody in three ways."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget

from app.desk.notices import Notice
from app.desk.panes import QueueRow
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Transfer
from app.domain.ids import ConversationId
from app.domain.link import LinkState, LinkView
from app.domain.problems import Problem, ProblemCode
from app.domain.queue import AtClosing, Hours
from app.ui.language import Language
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.load_chip import LoadChip
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.queue_pane.queue_rows import queue_code
from app.ui.safe_text import PlainLabel
from tests.support.desk_builders import minutes_ago
from tests.support.example_data import (
    ADULTS,
    FAMILIES,
    FIRST_WAITING,
    a_morning,
    the_queues,
    those_waiting,
)
from tests.support.fakes import NINE_O_CLOCK
from tests.support.offer_builders import SARI
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk(a_morning())


@pytest.fixture
def work(screens: Screens, desk: StillDesk) -> WorkRobot:
    return WorkRobot(screens, screens.main_window(desk))


def test_queues_are_heard_with_count_wait_and_word_under_their_headings(work: WorkRobot):
    """R057: her own topics, the common queues and the transfer queues are watched at the same time."""
    assert work.queues.spoken == [
        "Omat aiheet",
        "Aikuissosiaalityö: 3 odottaa, pisin 6.12, myöhässä",
        "Perheasiat: 1 odottaa, pisin 2.40, pitkittyy",
        "Vammaispalvelut: ei odottajia",
        "Yhteiset jonot",
        "Ohjaus ja neuvonta · suomi: 2 odottaa, pisin 1.58, pitkittyy",
        "Ohjaus ja neuvonta · svenska: 1 odottaa, pisin 0.21, ajallaan",
        "Siirtojonot",
        "Siirto · Seniori-info: ei odottajia",
    ]


def test_a_queue_is_named_once_and_only_targets_of_transfers_keep_their_exact_name(work: WorkRobot):
    """R056: "#soshON_perheasiat_chat" under "Perheasiat" said the same again, and newcomers puzzled at it."""
    model = work.queues.view.model()
    listed = [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]
    rows = [row for row in listed if isinstance(row, QueueRow)]
    assert [queue_code(row) for row in rows] == [
        *("", "", ""),
        *("yhteinen jono", "yhteinen jono"),
        "SIIRTO_SENIORI_INFO_CHAT",
    ]
    closed = replace(rows[0], hours=Hours(is_open=False, changes_at=None))
    assert queue_code(closed) == "suljettu"


def test_a_waiting_customer_is_heard_with_the_identity_first(work: WorkRobot):
    assert work.waiting.spoken[0].startswith("ANONYYMI, Asiakas 4821, Täydentävä toimeentulotuki, suomi")
    assert work.waiting.spoken[1].startswith("TUNNISTAUTUNUT, Asiakas 4824")
    assert "Mihin voin hakea apua vuokrarästiin?" in work.waiting.spoken[0]


def test_what_was_written_along_is_heard_before_she_is_taken(screens: Screens):
    """R074: whoever thinks of taking her reads it first; nobody asks everything again."""
    first, *others = those_waiting()
    transfer = Transfer(SARI, FAMILIES, minutes_ago(2), "Tuttu asia: vuokra <b>rästissä</b>.")
    moved = replace(first, hand_overs=1, transfer=transfer)
    seen = a_morning()
    heads = {head.conversation_id: head for head in (moved, *others)}
    confirmed = replace(seen.confirmed, heads={**seen.confirmed.heads, **heads})
    work = WorkRobot(screens, screens.main_window(StillDesk(replace(seen, confirmed=confirmed))))
    said = "Sisäinen viesti, ei näy asiakkaalle: Sari Nieminen: Tuttu asia: vuokra <b>rästissä</b>."
    assert work.waiting.spoken[0].endswith(said)
    assert "Sisäinen viesti" not in work.waiting.spoken[1]
    view = found(work.window, QListView, "waitingList")
    with_note, without = (view.visualRect(view.model().index(row, 0)).height() for row in (0, 1))
    assert with_note > without


def test_while_only_the_clock_runs_the_list_is_not_made_anew(work: WorkRobot, desk: StillDesk):
    """A thousand may wait: every second only what is on the screen is drawn again."""
    changed: list[int] = []
    model = found(work.window, QListView, "waitingList").model()
    model.dataChanged.connect(lambda *_: changed.append(1))
    assert "odottanut 6.12" in work.waiting.spoken[0]
    desk.clock_shown += timedelta(seconds=1)
    work.window.show_now()
    assert "odottanut 6.13" in work.waiting.spoken[0]
    assert changed == []


def test_a_key_pressed_in_a_draft_renews_neither_queues_nor_tabs(work: WorkRobot, monkeypatch):
    renewed: list[Any] = []

    def renew(pane: QueuePane, *_: Any, **__: Any) -> int:
        renewed.append(pane)
        return 0

    monkeypatch.setattr(QueuePane, "show_seen", renew)
    work.conversation.type("Hei")
    assert work.conversation.text == "Hei"
    assert renewed == []


def test_queues_are_spoken_in_the_language_of_the_screen(screens: Screens, desk: StillDesk):
    work = WorkRobot(screens, screens.main_window(desk, language=Language.SWEDISH))
    assert work.queues.spoken[1] == "Vuxensocialarbete: 3 väntar, längst 6.12, försenad"


def test_a_customer_is_taken_by_enter(work: WorkRobot, desk: StillDesk):
    work.waiting.choose("4824")
    work.waiting.press_enter()
    assert desk.submitted == [ClaimWaiting(ConversationId("4824".zfill(32)))]


def test_a_customer_is_taken_by_a_double_click(work: WorkRobot, desk: StillDesk):
    work.waiting.double_click("4827")
    assert desk.submitted == [ClaimWaiting(ConversationId("4827".zfill(32)))]


def test_the_next_of_the_chosen_queue_is_taken_beside_it(work: WorkRobot, desk: StillDesk):
    work.queues.choose("Perheasiat")
    button = work.button("takeNextHere")
    assert (button.text(), button.accessibleDescription()) == ("Ota seuraava", "Perheasiat")
    button.click()
    assert desk.submitted == [ClaimWaiting(ConversationId("4830".zfill(32)))]


@pytest.mark.parametrize("way", ["key", "button"])
@pytest.mark.parametrize("chosen", ["Perheasiat", "Vammaispalvelut"])
def test_the_most_urgent_of_all_queues_is_taken_whichever_is_chosen(
    work: WorkRobot, desk: StillDesk, way: str, chosen: str
):
    """R057: the words say of which queue she is."""
    work.queues.choose(chosen)
    assert work.button("takeNext").text() == "Ota kiireisin"
    assert work.label("cannotTake") == "Aikuissosiaalityö, odottanut 6.12"
    if way == "key":
        work.press(Qt.Key.Key_F2)
    else:
        work.button("takeNext").click()
    assert desk.submitted == [ClaimWaiting(FIRST_WAITING)]


def test_nobody_in_the_chosen_queue_leaves_nothing_to_take_beside_it(work: WorkRobot):
    work.queues.choose("Vammaispalvelut")
    assert not work.button("takeNextHere").isEnabled()


@pytest.mark.parametrize("capacity", [0, 2, 3, 8, 12])
def test_load_is_heard_and_seen_at_the_top_and_in_the_pane(screens: Screens, capacity: int):
    """R057: capacity and load."""
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning(capacity=capacity))))
    for name in ("load", "loadHere"):
        chip = work.window.findChild(LoadChip, name)
        assert chip is not None
        assert chip.accessibleName() == f"Keskusteluja 2 / {capacity}"
        assert chip.shown.endswith(f"2 / {capacity}")
        assert chip.width() >= chip.sizeHint().width()


def test_choosing_a_queue_shows_who_waits_there(work: WorkRobot):
    work.queues.choose("Perheasiat")
    assert [words.split(", ")[1] for words in work.waiting.spoken] == ["Asiakas 4830"]


def test_while_the_line_is_away_nobody_is_taken_and_the_reason_stands(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    desk.show_link(LinkView(LinkState.OFFLINE))
    screens.settle()
    assert not work.button("takeNext").isEnabled()
    assert "Yhteys on poikki" in work.label("cannotTake")
    assert "Yhteys on poikki" in work.button("takeNext").accessibleDescription()
    work.press(Qt.Key.Key_F2)
    assert desk.submitted == []


def test_with_full_hands_the_number_agreed_is_told(screens: Screens):
    desk = StillDesk(a_morning(capacity=2))
    work = WorkRobot(screens, screens.main_window(desk))
    assert "2 keskustelua" in work.label("cannotTake")


def test_somebody_being_taken_is_marked_and_not_taken_twice(screens: Screens):
    seen = a_morning(capacity=9)
    desk = StillDesk(replace(seen, claiming=frozenset([FIRST_WAITING])))
    work = WorkRobot(screens, screens.main_window(desk))
    work.waiting.choose("4821")
    work.waiting.press_enter()
    assert desk.submitted == []
    work.press(Qt.Key.Key_F2)
    assert desk.submitted == [ClaimWaiting(ConversationId("4831".zfill(32)))]


def test_a_claim_of_somebody_who_has_just_gone_says_so_and_is_no_news_for_long(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    """She goes between a look at her row and the key; the row is still there then."""
    work.waiting.choose("4821")
    gone = {id_: head for id_, head in desk.seen.confirmed.heads.items() if head.alias != "4821"}
    desk.show(replace(desk.seen, confirmed=replace(desk.seen.confirmed, heads=gone)))
    QTest.keyClick(work.waiting.view, Qt.Key.Key_Return)
    screens.settle()
    assert desk.submitted == []
    assert work.label("cannotTake") == "Asiakas ei enää odota."
    desk.clock_shown += timedelta(seconds=11)
    work.window.show_now()
    assert "odottanut" in work.label("cannotTake")


def test_what_was_said_of_a_refused_claim_goes_with_the_next(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    work.waiting.choose("4821")
    gone = {id_: head for id_, head in desk.seen.confirmed.heads.items() if head.alias != "4821"}
    desk.show(replace(desk.seen, confirmed=replace(desk.seen.confirmed, heads=gone)))
    QTest.keyClick(work.waiting.view, Qt.Key.Key_Return)
    screens.settle()
    work.press(Qt.Key.Key_F2)
    assert [type(each) for each in desk.submitted] == [ClaimWaiting]
    assert work.label("cannotTake") != "Asiakas ei enää odota."


def test_when_somebody_was_first_she_is_named_and_the_next_is_offered(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    refused = Problem(ProblemCode.ALREADY_CLAIMED, by_name="Neuvoja 7")
    desk.notices_shown = (Notice("n1", ClaimWaiting(ConversationId("x")), "4819", refused, NINE_O_CLOCK),)
    desk.show(desk.seen)
    screens.settle()
    assert work.banner("notice").startswith("Neuvoja 7 ehti ottaa asiakkaan 4819.")
    work.button("noticeAction").click()
    screens.settle()
    assert desk.dismissed == ["n1"]
    assert desk.submitted == [ClaimWaiting(FIRST_WAITING)]
    assert work.banner("notice") == ""


def test_the_chosen_queue_and_customer_stay_chosen_while_others_come(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    work.queues.choose("Aikuissosiaalityö")
    work.waiting.choose("4824")
    seen = a_morning()
    rest = {head.conversation_id: head for head in those_waiting() if head.alias != "4821"}
    held = {id_: head for id_, head in seen.confirmed.heads.items() if head.holder is not None}
    desk.show(replace(seen, confirmed=replace(seen.confirmed, heads={**held, **rest})))
    screens.settle()
    assert "4824" in work.waiting.spoken[work.waiting.view.currentIndex().row()]
    assert "Aikuissosiaalityö" in work.queues.spoken[work.queues.view.currentIndex().row()]


def test_an_empty_queue_says_so(work: WorkRobot, screens: Screens):
    work.queues.choose("Vammaispalvelut")
    assert not work.waiting.view.isVisible()
    box = work.window.findChild(QWidget, "nobodyWaits")
    assert box is not None
    assert box.isVisible()
    assert box.accessibleName() == "Uusi asiakas ilmestyy tähän."


def test_a_queue_can_be_chosen_for_her(work: WorkRobot, screens: Screens):
    work.window.select_queue(FAMILIES)
    screens.settle()
    assert "4830" in work.waiting.spoken[0]
    work.window.select_queue(ADULTS)
    screens.settle()
    assert "4821" in work.waiting.spoken[0]


def test_a_closed_queue_is_heard_as_closed_and_promises_nobody(screens: Screens):
    closed = {queue.queue_id: replace(queue, openings=()) for queue in the_queues()[2:3]}
    seen = a_morning()
    queues = {**seen.confirmed.queues, **closed}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, queues=queues)))
    work = WorkRobot(screens, screens.main_window(desk))
    assert "Vammaispalvelut: ei odottajia, suljettu" in work.queues.spoken
    work.queues.choose("Vammaispalvelut")
    box = work.window.findChild(QWidget, "nobodyWaits")
    assert box is not None
    assert box.accessibleName() == "Jono on suljettu."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (AtClosing.SERVE, "Odottaville on luvattu palvella heidät loppuun."),
        (AtClosing.OFFER_CALLBACK, "Odottaville tarjotaan soittopyyntöä."),
    ],
)
def test_what_was_promised_to_those_who_wait_is_said_when_the_queue_has_closed(
    screens: Screens, rule: AtClosing, words: str
):
    """R025."""
    seen = a_morning()
    closed = {
        queue.queue_id: replace(queue, openings=(), at_closing=rule)
        for queue in the_queues()
        if queue.queue_id == ADULTS
    }
    queues = {**seen.confirmed.queues, **closed}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, queues=queues)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.window.select_queue(ADULTS)
    screens.settle()
    label = work.window.findChild(PlainLabel, "closedBehind")
    assert label is not None
    assert words in label.shown
    assert any(words in spoken for spoken in work.queues.spoken)


def test_a_queue_whose_hours_are_not_known_any_more_is_not_called_closed(screens: Screens):
    queues = {queue.queue_id: replace(queue, hours_known_until=NINE_O_CLOCK) for queue in the_queues()}
    seen = a_morning()
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, queues=queues)))
    work = WorkRobot(screens, screens.main_window(desk))
    assert not any("suljettu" in spoken for spoken in work.queues.spoken)
    work.queues.choose("Vammaispalvelut")
    box = work.window.findChild(QWidget, "nobodyWaits")
    assert box is not None
    assert box.accessibleName() == "Uusi asiakas ilmestyy tähän."
