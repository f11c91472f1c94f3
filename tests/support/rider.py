"""Rides along in a real workstation's process and obeys: lines of JSON in, lines of JSON out.

    python -m tests.support.rider --server http://127.0.0.1:… --data-dir …

The windows are the shipped ones over the shipped wiring; the rider is only where a person would sit. It reads
what is on the screen and presses keys and buttons, one order after the other, and knows nothing of a test.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.ui.workstation import Workstation
from tests.support.rider_sight import queue_ids, sight
from tests.support.riding import main
from tests.support.screen_robots import ListRobot, WorkRobot, found

Order = dict[str, Any]
# How long an order to look waits for something new to see before it tells the old again.
NOTHING_NEW_S = 2.0
GLANCE_S = 0.02


class Cannot(Exception):
    """An order that cannot be obeyed as things stand, and why."""


class Rider:
    """Obeys until its standard input ends; then the workstation ends in order."""

    def __init__(self) -> None:
        """Say who we are before anything else can fail."""
        self._say({"pid": os.getpid()})

    async def ride(self, workstation: Workstation) -> None:
        """Obey, one order at a time."""
        self._workstation = workstation
        orders: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=_listen, args=(loop, orders), daemon=True).start()
        while line := await orders.get():
            try:
                self._say({"done": await self._obeyed(json.loads(line))})
            except (Cannot, AssertionError) as reason:
                self._say({"cannot": str(reason)})

    def settle(self) -> None:
        """The loop turns by itself between two orders: `screen_robots.Settles`."""

    async def _obeyed(self, order: Order) -> Any:
        return await self.deeds()[order["do"]](order)

    def deeds(self) -> dict[str, Callable[[Order], Awaitable[Any]]]:
        """What it can be told to do, by name."""
        return {
            "look": self._look,
            "sign_in": self._sign_in,
            "choose": self._choose,
            "choose_queue": self._choose_queue,
            "turn": self._turn,
            "type": self._type,
            "key": self._key,
            "press": self._press,
            "trigger": self._trigger,
            "clipboard": self._clipboard,
            "write": self._write,
            "unsent": self._unsent,
        }

    async def _look(self, order: Order) -> Order:
        """What is on the screen, as soon as it is unlike what was told before."""
        seen = sight(self._workstation)
        for _ in range(round(NOTHING_NEW_S / GLANCE_S)):
            if seen != order.get("unlike"):
                break
            await asyncio.sleep(GLANCE_S)
            seen = sight(self._workstation)
        return seen

    async def _sign_in(self, order: Order) -> None:
        window = self._workstation.sign_in_window
        if window is None:
            raise Cannot("the sign-in window is not shown")
        for name in ("userName", "password"):
            field = found(window, QLineEdit, name)
            if not field.isVisible():
                # While the program goes on where it was, nobody can type here: keys would sign in once more.
                raise Cannot("no form is shown")
            field.selectAll()
            for letter in order[name]:
                _strike(field, letter)
        QTest.keyClick(found(window, QLineEdit, "password"), Qt.Key.Key_Return)

    async def _choose(self, order: Order) -> None:
        ListRobot(self, found(self._window(), QListView, order["list"])).choose(order["part"])

    async def _choose_queue(self, order: Order) -> None:
        """Move to a queue by its exact name, which no screen reader reads out."""
        view = found(self._window(), QListView, "queueList")
        rows = queue_ids(view)
        if order["queue_id"] not in rows:
            raise Cannot(f"{order['queue_id']} is not served: {rows}")
        view.setFocus()
        view.setCurrentIndex(view.model().index(rows.index(order["queue_id"]), 0))

    async def _turn(self, order: Order) -> None:
        """Bring the tab in front whose words hold this."""
        tabs = WorkRobot(self, self._work()).tabs
        for number in range(tabs.count()):
            if order["part"] in tabs.tabText(number):
                at = tabs.tabRect(number).center()
                QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
                return
        raise Cannot("there is no such tab")

    async def _type(self, order: Order) -> None:
        """Type letter by letter; each is told with the moment at which it was on the screen."""
        box = self._composer()
        for number, (letter, pause_s) in enumerate(zip(order["text"], order["pauses"], strict=True), start=1):
            await asyncio.sleep(pause_s)
            _strike(box, letter)
            self._say({"typed": number, "at": time.monotonic()})

    async def _key(self, order: Order) -> None:
        """One key where the keys are, or on a named widget."""
        widget = self._composer() if order["on"] == "composer" else self._named(order["on"])
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in order.get("modifier", "NoModifier").split("|"):
            modifiers |= Qt.KeyboardModifier[name]
        QTest.keyClick(widget, Qt.Key[f"Key_{order['key']}"], modifiers)

    async def _press(self, order: Order) -> None:
        button = self._named(order["name"])
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            raise Cannot(f"{order['name']} cannot be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    async def _clipboard(self, _order: Order) -> str:
        """What would be pasted elsewhere."""
        return QApplication.clipboard().text()

    async def _trigger(self, order: Order) -> None:
        """Choose an item of a menu by its name."""
        item = self._window().findChild(QAction, order["name"])
        if item is None or not item.isEnabled():
            raise Cannot(f"{order['name']} cannot be chosen")
        item.trigger()

    async def _write(self, order: Order) -> None:
        """Write into the named box, letter by letter."""
        box = self._named(order["name"])
        box.setFocus()
        for letter in order["text"]:
            _strike(box, letter)

    async def _unsent(self, _order: Order) -> list[list[str]]:
        """Ids of the messages on their way and how far they are; no screen shows an id."""
        desk = self._workstation.desk
        return [] if desk is None else [[row.command_id, row.stage] for row in desk.unsent()]

    def _named(self, name: str) -> QWidget:
        """The widget of that name that a person can see: each conversation has a composer of its own."""
        window = self._window()
        for widget in (window, *window.findChildren(QWidget, name)):
            if widget.objectName() != name:
                continue
            if widget.isVisible():
                return widget
        raise Cannot(f"there is no {name} to be seen")

    def _composer(self) -> QPlainTextEdit:
        front = self._work().chat.current
        if front is None:
            raise Cannot("no conversation is in front")
        return found(front, QPlainTextEdit, "composerText")

    def _work(self) -> Any:
        if self._workstation.main_window is None:
            raise Cannot("the work view is not open")
        return self._workstation.main_window

    def _window(self) -> QWidget:
        window = self._workstation.main_window or self._workstation.sign_in_window
        if window is None:
            raise Cannot("no window is open")
        return window

    def _say(self, told: Order) -> None:
        print(json.dumps(told, ensure_ascii=False), flush=True)


def _strike(widget: QWidget, letter: str) -> None:
    """Press and let go of the key of one letter (QTest knows the letters of ASCII only)."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def _listen(loop: asyncio.AbstractEventLoop, orders: asyncio.Queue[str]) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(orders.put_nowait, line)
    loop.call_soon_threadsafe(orders.put_nowait, "")


if __name__ == "__main__":
    sys.exit(main(Rider().ride))
