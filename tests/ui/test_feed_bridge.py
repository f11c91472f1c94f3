"""The desk's news cross to the screen once a turn of the loop."""

from PySide6.QtCore import QCoreApplication

from app.domain.changes import Changes, Kind
from app.ui.feed_bridge import FeedBridge
from tests.support.example_data import a_morning
from tests.support.still_desk import StillDesk


def test_a_burst_of_changes_is_one_signal_with_all_of_them(qapp):
    desk = StillDesk(a_morning())
    bridge = FeedBridge(desk)
    heard: list[Changes] = []
    bridge.changed.connect(heard.append)
    for name in "abc":
        desk.tell(Changes.of(Kind.HEADS, [name]))
    desk.tell(Changes.of(Kind.LINK, ["link"]))
    assert heard == []
    QCoreApplication.processEvents()
    assert len(heard) == 1
    assert heard[0].ids(Kind.HEADS) == frozenset("abc")
    assert heard[0].ids(Kind.LINK) == frozenset(["link"])


def test_a_closed_bridge_hears_and_tells_nothing(qapp):
    desk = StillDesk(a_morning())
    bridge = FeedBridge(desk)
    heard: list[Changes] = []
    bridge.changed.connect(heard.append)
    desk.tell(Changes.of(Kind.HEADS, ["a"]))
    bridge.close()
    bridge.close()
    QCoreApplication.processEvents()
    assert heard == []
    assert desk.listeners == 0
