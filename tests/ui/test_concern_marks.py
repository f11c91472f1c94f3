"""A possible crisis or threat is marked where she looks: on who waits, and on the tab; by word and sign."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QListView

from app.domain.marks import Concern, ConcernKind, HelpAbout
from app.domain.project import Seen
from app.ui.chat.chat_tabs import ChatTabs
from app.ui.theme import ThemeChoice
from tests.support.example_data import FRONT, a_morning
from tests.support.problem_builders import with_front
from tests.support.screen_robots import ListRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def with_waiting(seen: Seen, alias: str, **changes: object) -> Seen:
    confirmed = seen.confirmed
    head = next(head for head in confirmed.heads.values() if head.alias == alias)
    changed = replace(head, **changes)  # type: ignore[arg-type]
    heads = {**confirmed.heads, head.conversation_id: changed}
    return replace(seen, confirmed=replace(confirmed, heads=heads))


def waiting(screens: Screens, seen: Seen) -> ListRobot:
    window = screens.main_window(StillDesk(seen))
    return ListRobot(screens, found(window, QListView, "waitingList"))


@pytest.mark.parametrize(
    ("kind", "word"),
    [(ConcernKind.CRISIS, "mahdollinen kriisi"), (ConcernKind.THREAT, "mahdollinen uhka")],
)
def test_who_waits_is_marked_and_keeps_her_place(screens: Screens, kind: ConcernKind, word: str):
    before = waiting(screens, a_morning()).spoken
    after = waiting(screens, with_waiting(a_morning(), "4824", concern=Concern(kind, 1))).spoken
    assert after == [f"{word}. {row}" if "4824" in row else row for row in before]


def test_a_barrier_marked_before_is_said_of_who_waits_again(screens: Screens):
    """R092."""
    seen = with_waiting(a_morning(), "4821", language_barrier=HelpAbout.INTERPRETER)
    rows = waiting(screens, seen)
    assert rows.spoken[rows.row("4821")].startswith("kielimuuri. ")


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_mark_is_drawn_on_the_entry(screens: Screens, choice: ThemeChoice):
    plain, marked = (
        screens.main_window(StillDesk(seen), choice=choice)
        for seen in (
            a_morning(),
            with_waiting(a_morning(), "4821", concern=Concern(ConcernKind.CRISIS, 1)),
        )
    )
    images = [found(window, QListView, "waitingList").grab().toImage() for window in (plain, marked)]
    assert images[0] != images[1]


def test_the_tab_of_a_conversation_is_marked(screens: Screens):
    seen = with_front(a_morning(), concern=Concern(ConcernKind.THREAT, 3))
    window = screens.main_window(StillDesk(seen))
    tabs = found(window, ChatTabs, "chatTabs")
    spoken = tabs.tabText(tabs.number_of(FRONT) or 0)
    assert spoken.endswith("mahdollinen uhka")
