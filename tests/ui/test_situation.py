"""The situation view on the screen: asked for only while it is looked at, in words and figures."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QWidget

from app.desk.notices import OftenNews
from app.domain.callback import CallbackReason, CallbackState
from app.domain.calling_time import Calling
from app.domain.changes import Changes, Kind
from app.domain.conversation import Staff, Topic
from app.domain.desk_state import Capability
from app.domain.hand_overs import MovedOften
from app.domain.ids import ConversationId, QueueId
from app.domain.problems import Problem, ProblemCode
from app.domain.situation import OftenMoved
from app.ui.other_views import SITUATION
from app.ui.parts.banner import Banner
from app.ui.supervisor.figure_card import FigureCard
from tests.support.callback_builders import FIRST, SECOND, a_callback, mine
from tests.support.desk_builders import NINE_O_CLOCK
from tests.support.example_data import a_morning
from tests.support.help_builders import ANNA, a_call, a_call_of_hers
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.situation_builders import a_situation, somebody
from tests.support.still_desk import StillDesk

CTRL = Qt.KeyboardModifier.ControlModifier


def at_work(screens: Screens, **what: Any) -> tuple[StillDesk, WorkRobot]:
    desk = StillDesk(a_morning(**what))
    desk.situation_shown = a_situation()
    return desk, WorkRobot(screens, screens.main_window(desk))


def opened(screens: Screens, work: WorkRobot) -> QWidget:
    work.press(Qt.Key.Key_9, CTRL)
    screens.turn()
    screens.settle()
    return found(work.window, QWidget, "situationPane")


def heard(pane: QWidget, name: str) -> list[str]:
    model = found(pane, QListView, name).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_queues_and_people_are_heard_with_every_figure(screens: Screens):
    _, work = at_work(screens)
    pane = opened(screens, work)
    assert heard(pane, "situationQueues")[1] == (
        "Aikuissosiaalityö: myöhässä, odottaa 3, pisin 6.12, palvellaan 4, paikalla 2, tilaa 1,"
        " vastattu ajoissa tänään 76 %, vastausväli tänään 1.38"
    )
    assert heard(pane, "situationPeople")[1:3] == [
        "Maija Lehtonen: Varattu 12 min, keskusteluja 3 / 3, vastausta odotettu 3.05, päättämättä 0",
        "Sari Nieminen: Vapaa 2 h 5 min, keskusteluja 2 / 3, vastausta odotettu 0.42, päättämättä 1",
    ]
    assert found(pane, QLabel, "situationLongest").accessibleName() == "Pisin odotus: 6.12, myöhässä"
    assert found(pane, QLabel, "situationAsOf").text() == "päivittyi 11.00.00"


def test_who_calls_for_help_or_has_vanished_is_marked_among_the_people(screens: Screens):
    """A supervisor looked for the name of the call in the table, to see how loaded she is."""
    desk, work = at_work(screens)
    pane = opened(screens, work)
    maija, sari = (somebody(name).staff_id for name in ("Maija Lehtonen", "Sari Nieminen"))
    calls = (
        a_call(by=Staff(sari, "Sari Nieminen"), is_holder_away=True),
        a_call_of_hers(by=Staff(maija, "Maija Lehtonen")),
    )
    for helper, word in ((None, "pyytää apua"), (ANNA, "saa apua")):
        desk.show(a_morning(help_calls=(calls[0], replace(calls[1], helper=helper))))
        screens.settle()
        people = heard(pane, "situationPeople")
        assert people[1].startswith(f"Maija Lehtonen, {word}: Varattu")
        assert people[2].startswith("Sari Nieminen, yhteys poikki: Vapaa")
        assert people[3].startswith("Anna Åberg: ")


def test_how_today_was_answered_stands_in_figures_and_in_half_hours(screens: Screens):
    """R091: today's delay of a reply by queue; and no figure where nobody was answered."""
    _, work = at_work(screens)
    pane = opened(screens, work)
    level = found(pane, QLabel, "situationLevel")
    assert level.accessibleName() == "Vastattu ajoissa tänään: 81 %, ajoissa 25 / 31"
    chart = found(pane, QLabel, "halfHourChart")
    assert chart.isVisible()
    assert chart.accessibleName() == "8.30: 100 % / 5, 9.00: 78 % / 9, 10.00: 73 % / 11, 10.30: 83 % / 6"
    assert "ajoissa tänään –, vastausväli tänään –" in heard(pane, "situationQueues")[3]


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1440, 900), 2.0), ((1280, 720), 2.0)])
def test_in_a_low_window_the_page_scrolls_and_nothing_lies_over_a_call_for_help(
    screens: Screens, size: tuple[int, int], scale: float
):
    """At 200 % the buttons lay over the card they were for, and each table showed one row."""
    calls = (a_call(), a_call_of_hers(by=ANNA, is_holder_away=True))
    desk = StillDesk(a_morning(help_calls=calls))
    desk.situation_shown = a_situation()
    work = WorkRobot(screens, screens.main_window(desk, size=size, text_scale=scale))
    pane = opened(screens, work)
    for name in ("helpCalls", "situationQueues", "situationPeople"):
        table = found(pane, QListView, name)
        assert table.verticalScrollBar().maximum() == 0
        assert table.height() >= table.sizeHint().height()
    assert found(pane, QLabel, "halfHourChart").isVisible()
    parts = [found(pane, QWidget, name) for name in ("helpCalls", "joinConversation", "situationLevel")]
    tops = [part.mapTo(pane, QPoint()).y() for part in parts]
    ends = [top + part.height() for top, part in zip(tops, parts, strict=True)]
    assert ends[0] <= tops[1]
    assert ends[1] <= tops[2]
    cards = [
        found(pane, FigureCard, f"situation{name}")
        for name in ("Level", "Waiting", "Longest", "Held", "Duty")
    ]
    assert all(card.width() >= card.sizeHint().width() for card in cards)


def test_the_row_that_the_keys_are_on_is_scrolled_to(screens: Screens):
    desk = StillDesk(a_morning(help_calls=(a_call(),)))
    desk.situation_shown = a_situation()
    work = WorkRobot(screens, screens.main_window(desk, size=(1280, 720), text_scale=2.0))
    pane = opened(screens, work)
    people = found(pane, QListView, "situationPeople")
    people.setFocus()
    people.setCurrentIndex(people.model().index(people.model().rowCount() - 1, 0))
    screens.settle()
    row = people.visualRect(people.currentIndex())
    assert people.viewport().visibleRegion().contains(row.center())


def test_nothing_is_shown_before_the_first_answer(screens: Screens):
    desk, work = at_work(screens)
    desk.situation_shown = Problem(ProblemCode.NOT_LIVE)
    pane = opened(screens, work)
    assert not found(pane, QLabel, "situationLevel").isVisible()
    assert not found(pane, QLabel, "halfHourChart").isVisible()


def test_due_requests_that_nobody_has_opened_stand_in_the_situation(screens: Screens):
    """R113: how many and since when; nothing where there are none."""
    desk, work = at_work(screens)
    pane = opened(screens, work)
    label = found(pane, QLabel, "situationDueCalls")
    confirmed = replace(desk.seen.confirmed, callbacks={})
    desk.show(replace(desk.seen, confirmed=confirmed))
    screens.settle()
    assert not label.isVisible()
    known = {FIRST: a_callback(), SECOND: mine(SECOND)}
    desk.show(replace(desk.seen, confirmed=replace(confirmed, callbacks=known)))
    screens.settle()
    assert label.isVisible()
    assert label.text() == (
        "1 soittopyyntö, jonka aika on ja jota kukaan ei ole avannut (aika tuli ma 23.11. klo 10.55)."
    )


def test_requests_about_to_close_uncalled_stand_in_the_situation_and_those_that_did(screens: Screens):
    """I7, R113: three days before, with when; and on the day how many have."""
    desk, work = at_work(screens)
    pane = opened(screens, work)
    label = found(pane, QLabel, "situationDueCalls")
    calling = Calling(closes_after=timedelta(days=6))
    lapsed = a_callback(
        SECOND, state=CallbackState.CLOSED, closed_reason=CallbackReason.LAPSED, closed_at=NINE_O_CLOCK
    )
    later = NINE_O_CLOCK + timedelta(days=1)
    known = {FIRST: a_callback(due_at=later), SECOND: lapsed}
    confirmed = replace(desk.seen.confirmed, callbacks=known, calling=calling)
    desk.show(replace(desk.seen, confirmed=confirmed))
    screens.settle()
    assert label.text() == (
        "1 soittopyyntö päättyy pian soittamatta: ke 25.11. klo 11.00.\n"
        "1 soittopyyntö päättyi tänään, kun sitä ei ehditty soittaa."
    )
    calm = replace(confirmed, callbacks={FIRST: a_callback(due_at=later)}, calling=Calling())
    desk.show(replace(desk.seen, confirmed=calm))
    screens.settle()
    assert not label.isVisible()


def test_it_is_asked_for_only_while_it_is_shown_and_not_at_every_tick(screens: Screens):
    desk, work = at_work(screens)
    screens.ticker.ticked.emit()
    assert desk.situations_asked == 0
    opened(screens, work)
    assert desk.situations_asked == 1
    for _ in range(3):
        desk.pass_time(1)
        screens.ticker.ticked.emit()
        screens.turn()
    assert desk.situations_asked == 2
    work.press(Qt.Key.Key_1, CTRL)
    desk.pass_time(60)
    screens.ticker.ticked.emit()
    screens.turn()
    assert desk.situations_asked == 2


def test_what_was_known_stays_while_the_line_is_away_and_it_is_said(screens: Screens):
    desk, work = at_work(screens)
    pane = opened(screens, work)
    desk.situation_shown = Problem(ProblemCode.NOT_LIVE)
    desk.pass_time(3)
    screens.ticker.ticked.emit()
    screens.turn()
    assert found(pane, QWidget, "situationTrouble").isVisible()
    assert len(heard(pane, "situationQueues")) == 4
    desk.situation_shown = a_situation()
    desk.pass_time(3)
    screens.ticker.ticked.emit()
    screens.turn()
    assert not found(pane, QWidget, "situationTrouble").isVisible()


def test_nobody_else_has_the_view_the_key_or_the_words_for_it(screens: Screens):
    """R140: the screens follow what the snapshot says she may."""
    _, work = at_work(screens, capabilities=frozenset(Capability) - {Capability.SUPERVISE})
    assert not found(work.window, QAbstractButton, SITUATION).isVisible()
    action = work.window.findChild(QAction, "goToSituation")
    assert action is not None
    assert not action.isEnabled()
    work.press(Qt.Key.Key_9, CTRL)
    assert not found(work.window, QWidget, "situationPane").isVisible()


def test_who_may_no_more_is_back_at_work(screens: Screens):
    desk, work = at_work(screens)
    pane = opened(screens, work)
    desk.show(a_morning(capabilities=frozenset({Capability.CLAIM, Capability.WRITE})))
    screens.settle()
    assert not pane.isVisible()


def test_who_was_moved_too_often_stands_there_while_it_goes_on(screens: Screens):
    """R079: a line each, with how often, where and whose it is."""
    often = OftenMoved(
        ConversationId("0" * 32),
        "4812",
        QueueId("#soshON_perheasiat_chat"),
        Topic("perhe", {"fi": "Perheasiat", "sv": "", "en": ""}),
        3,
        None,
        None,
    )
    desk, work = at_work(screens)
    desk.situation_shown = replace(a_situation(), moved_often=(often,))
    label = found(opened(screens, work), QLabel, "situationMovedOften")
    assert label.text().startswith("Asiakas 4812 · siirretty 3 kertaa · ")
    assert label.text().endswith(" · Perheasiat · odottaa")


def test_a_supervisor_is_told_when_somebody_is_moved_once_too_often(screens: Screens):
    """R079: as a notice, until she has read it."""
    desk, work = at_work(screens)
    topic, queue_id = Topic("perhe", {}), QueueId("#soshON_perheasiat_chat")
    often = MovedOften(NINE_O_CLOCK, None, ConversationId("0" * 32), "4812", queue_id, topic, 3, ANNA)
    desk.notices_shown = (OftenNews("often", often),)
    desk.tell(Changes.of(Kind.NOTICES, ["often"]))
    screens.settle()
    banner = found(work.window, Banner, "notice")
    assert banner.accessibleName().startswith(
        "Asiakas 4812 on siirretty 3 kertaa. Viimeksi siirsi Anna Åberg."
    )
