"""What a person sees of a workstation, as plain data: windows, queues, tabs, the conversation in front."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QPlainTextEdit, QPushButton, QWidget

from app.desk.panes import QueueRow
from app.ui.attachments.page_view import PageView
from app.ui.chat.chat_tabs import ChatTabs
from app.ui.chat.conversation_view import ConversationView
from app.ui.main_window import MainWindow
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.banner import Banner
from app.ui.workstation import Workstation
from tests.support.screen_robots import found

Seen = dict[str, Any]


def sight(workstation: Workstation) -> Seen:
    """Everything worth reading, now."""
    work, door = workstation.main_window, workstation.sign_in_window
    if work is not None and work.isVisible():
        return {"window": "work", **_work(workstation, work)}
    return {"window": "none" if door is None or not door.isVisible() else "sign in"}


def _work(workstation: Workstation, window: MainWindow) -> Seen:
    tabs = found(window, ChatTabs, "chatTabs")
    queues = found(window, QListView, "queueList")
    rows, chosen = queue_ids(queues), queues.currentIndex().row()
    front = window.chat.current
    return {
        "is_active": window.isActiveWindow(),
        "queues": [queue_id for queue_id in rows if queue_id is not None],
        "queue": rows[chosen] if 0 <= chosen < len(rows) else None,
        "waiting": _spoken(found(window, QListView, "waitingList")),
        "tabs": [tabs.tabText(number) for number in range(tabs.count())],
        "front": None if front is None else _conversation(front),
        "topic": _topic(window),
        "joined": _joined(window),
        "identity": _identity(window, front),
        "situation": _situation(window),
        "problem": _problem(window),
        "wrap_up": None if front is None else _wrap_up(front),
        "calls": _calls(window),
        "consultations": _consultations(window),
        "has_consultations": found(window, QAbstractButton, "railConsultations").isVisible(),
        # The number on the task bar, which Qt does not give back.
        "unseen": workstation._announcer._tray._count,
        "presence": found(window, QPushButton, "presence").text(),
        "next": found(window, QLabel, "cannotTake").text(),
        "shift_start": _shift_start(window),
        "shift_end": _shift_end(window),
        "departed": _departed(window),
        "offer": _offer(window),
        "targets": _targets(front),
        "consent": _consent(front),
        "file": _file(front),
        "link": found(window, QLabel, "linkBadge").text(),
        "strips": _strips(window, front),
    }


def _identity(window: MainWindow, front: ConversationView | None) -> dict[str, str]:
    """Who the customer in front is, and what the notice of an anonymous one says, as it is heard."""
    box = found(window, QWidget, "identityBox")
    names = ("customerFullName", "identityCode", "onBehalfOf", "onBehalfOfCode")
    labels = {name: found(box, QLabel, name) for name in names}
    around = box.parentWidget() or window
    told = {name: each.accessibleName() for name, each in labels.items() if each.isVisibleTo(around)}
    notice = None if front is None else found(front, QWidget, "standingNotice")
    is_shown = notice is not None and notice.isVisibleTo(window)
    badge = "" if front is None else found(front, QWidget, "identityBadge").accessibleName()
    return {**told, "badge": badge, "notice": notice.accessibleName() if notice and is_shown else ""}


def _problem(window: MainWindow) -> dict[str, list[str]]:
    """What the problem card says while it is open: numbers, steps, and what has happened by itself."""
    panel = found(window, QWidget, "problemPanel")
    if not panel.isVisible():
        return {}
    said = [label for label in panel.findChildren(QLabel) if label.objectName().startswith("happenedWords")]
    return {
        "numbers": _spoken(found(panel, QListView, "problemNumbers")),
        "steps": _spoken(found(panel, QListView, "problemSteps")),
        "happened": [label.text() for label in said if label.isVisible()],
    }


def _topic(window: MainWindow) -> list[str]:
    """What the right column says of what the customer chose, and of what became of it."""
    lines = found(window, QWidget, "preInformationLines")
    labels = [label for label in lines.findChildren(QLabel) if label.isVisible()]
    return [label.accessibleName() for label in labels if ": " in label.accessibleName()]


def _situation(window: MainWindow) -> dict[str, list[str]]:
    """What the situation view says, while it is shown."""
    pane = found(window, QWidget, "situationPane")
    if not pane.isVisible():
        return {}
    cards = ("situationLevel", "situationWaiting", "situationHeld", "situationDuty")
    labels = [found(pane, QLabel, name).accessibleName() for name in cards]
    names = ("situationQueues", "situationPeople", "helpCalls", "debriefs")
    lists = {name: _spoken(found(pane, QListView, name)) for name in names}
    return {"figures": labels, **lists}


def _joined(window: MainWindow) -> list[str]:
    """The lines of the conversation in which she reads along, while it is shown."""
    view = window.findChild(QWidget, "joined")
    if view is None or not view.isVisible():
        return []
    return _spoken(found(view, QListView, "transcript"))


def _calls(window: MainWindow) -> Seen | None:
    """The view of callback requests, while it is shown."""
    view = found(window, QListView, "callbackList")
    pane = found(window, QWidget, "callbacksPane")
    if not pane.isVisible():
        return None
    says = ("callbackNumber", "callbackConsequence", "callbackConditions", "callbackRefusal")
    labels = {name: found(pane, QLabel, name) for name in says}
    return {
        "list": _spoken(view),
        "reasons": _reasons(pane),
        **{name: label.text() if label.isVisible() else "" for name, label in labels.items()},
    }


def _consultations(window: MainWindow) -> Seen | None:
    """The view of consultations, while it is shown."""
    pane = found(window, QWidget, "consultationsPane")
    if not pane.isVisible():
        return None
    promise = found(pane, QLabel, "promiseStrip")
    written = found(pane, QPlainTextEdit, "consultationText")
    return {
        "list": _spoken(found(pane, QListView, "consultationList")),
        "rail": found(window, QAbstractButton, "railConsultations").accessibleName(),
        "promise": promise.text() if promise.isVisible() else "",
        "thread": _spoken(found(pane, QListView, "consultationThread")) if promise.isVisible() else [],
        "written": written.toPlainText() if written.isVisible() else "",
        "is_asking": found(pane, QWidget, "askConsultation").isVisible(),
    }


def _reasons(pane: QWidget) -> list[str] | None:
    """What a call may have been about, while that is asked."""
    reasons = found(pane, QListView, "contactReasons")
    return _spoken(reasons) if reasons.isVisible() else None


def _shift_start(window: MainWindow) -> list[str]:
    """The queues a shift can begin with, ticked or not, while that is asked."""
    view = found(window, QListView, "shiftQueues")
    ticks = [
        Qt.CheckState(view.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole))
        for row in range(view.model().rowCount())
    ]
    says = {Qt.CheckState.Checked: "+ ", Qt.CheckState.Unchecked: "- "}
    names = [str(view.model().index(row, 0).data()) for row in range(len(ticks))]
    return [says[tick] + name for tick, name in zip(ticks, names, strict=True)] if view.isVisible() else []


def _shift_end(window: MainWindow) -> Seen | None:
    """What stands between her and the end of the shift, while she asks."""
    panel = found(window, QWidget, "shiftEnd")
    if not panel.isVisible():
        return None
    return {
        "says": found(panel, QLabel, "cannotEndShift").text(),
        "can_end": found(panel, QAbstractButton, "endShiftNow").isEnabled(),
        "left": [found(panel, QLabel, f"left {row}").text() for row in range(1, 10)],
    }


def _departed(window: MainWindow) -> str | None:
    """What was not sent to a customer who went elsewhere, while her tab is in front."""
    for box in window.findChildren(QPlainTextEdit, "departedText"):
        if box.isVisible():
            return box.toPlainText()
    return None


def _offer(window: MainWindow) -> Seen | None:
    """What is offered to her, while it is."""
    panel = found(window, QWidget, "offerPanel")
    if not panel.isVisible():
        return None
    return {
        "says": panel.accessibleName(),
        "state": found(panel, QLabel, "offerState").text(),
        "asks_why": found(panel, QWidget, "declineReason").isVisible(),
    }


def _targets(front: ConversationView | None) -> list[str]:
    """Where the sheet says that the conversation in front can go, while it is open."""
    # The sheet is made when it is first opened.
    targets = None if front is None else front.findChild(QListView, "transferTargets")
    return [] if targets is None else _spoken(targets)


def _file(front: ConversationView | None) -> Seen | None:
    """The customer's file that is open in the conversation in front: which page, and whether it is seen."""
    sheet = None if front is None else front.findChild(QWidget, "viewerSheet")
    if sheet is None or not sheet.isVisible():
        return None
    return {
        "count": found(sheet, QLabel, "viewerCount").text(),
        "says": found(sheet, QLabel, "viewerState").text(),
        "has_page": found(sheet, PageView, "pageView").has_page,
    }


def _consent(front: ConversationView | None) -> str:
    """What the sheet says of the permission to move there, where one is needed."""
    part = None if front is None else front.findChild(QWidget, "transferConsent")
    return part.accessibleName() if part is not None and part.isVisible() else ""


def _conversation(view: ConversationView) -> Seen:
    along = found(view, QWidget, "internalNote")
    return {
        "name": found(view, QLabel, "customerName").text(),
        "lines": _spoken(found(view, QListView, "transcript")),
        "text": found(view, QPlainTextEdit, "composerText").toPlainText(),
        "saved": found(view, QWidget, "draftSaved").accessibleName(),
        "along": along.accessibleName() if along.isVisible() else "",
        "customer_typing": found(view, QLabel, "customerTyping").text(),
    }


def _wrap_up(view: ConversationView) -> Seen | None:
    """The wrap-up sheet of the conversation in front, while it is shown."""
    # It is made when it is first opened.
    sheet = view.findChild(QWidget, "wrapUp")
    if sheet is None or not sheet.isVisible():
        return None
    return {
        "reasons": _spoken(found(sheet, QListView, "contactReasons")),
        "outcomes": _spoken(found(sheet, QListView, "wrapUpOutcomes")),
        "notes": found(sheet, QPlainTextEdit, "wrapUpNotes").toPlainText(),
        "says": found(sheet, QLabel, "wrapUpState").text(),
    }


def _strips(window: MainWindow, front: ConversationView | None) -> dict[str, str]:
    """What the banners say that are shown: those above the work, and those of the conversation in front."""
    shown = {}
    for banner in window.findChildren(Banner):
        is_elsewhere = banner.window() is not window or not banner.isVisible()
        if not is_elsewhere and (front is None or not _is_behind(banner, front)):
            shown[banner.objectName()] = banner.accessibleName()
    return shown


def _is_behind(banner: QWidget, front: ConversationView) -> bool:
    """Whether it belongs to a conversation that is not in front."""
    parent = banner.parentWidget()
    while parent is not None and not isinstance(parent, ConversationView):
        parent = parent.parentWidget()
    return parent is not None and parent is not front


def queue_ids(view: QListView) -> list[str | None]:
    """The exact name of the queue in each row; None for a heading."""
    model = view.model()
    rows = [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]
    return [row.queue_id if isinstance(row, QueueRow) else None for row in rows]


def _spoken(view: QListView) -> list[str]:
    """What a screen reader hears of the rows on show."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    count = model.rowCount() if view.isVisible() else 0
    return [str(model.index(number, 0).data(role)) for number in range(count)]
