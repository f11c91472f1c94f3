"""Stands in for the desktop around a program: notifications, notification area, the number on the task bar.

    python -m tests.support.desktop_shell [--no-area]

A process of its own on the session's bus, as GNOME Shell or Plasma is: what it is told comes out as lines of
JSON, and a word on standard input is what a person does with it. It serves what D-Bus programs really ask
(Desktop Notifications 1.2, StatusNotifierItem, com.canonical.Unity.LauncherEntry). `--no-area` is a desktop
without a notification area, as GNOME is by itself. `tests.support.around_the_desk` starts it.
"""

from __future__ import annotations

import json
import select
import sys
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import new_error, new_method_call, new_method_return

NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
LAUNCHER = "com.canonical.Unity.LauncherEntry"
GLANCE_S = 0.05
_WATCHER_SAYS = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}
_NO_SUCH_METHOD = "org.freedesktop.DBus.Error.UnknownMethod"


class Shell:
    """Answers the bus and its standard input, one after the other, until the input ends."""

    def __init__(self, bus: DBusConnection, *, has_area: bool) -> None:
        self._bus = bus
        self._shown = 0
        self._item: DBusAddress | None = None
        self._asked = 0
        for name in (NOTIFICATIONS, *((WATCHER,) if has_area else ())):
            bus.send_and_get_reply(message_bus.RequestName(name, 4))
        for interface in (LAUNCHER, ITEM):
            bus.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", interface=interface)))

    def serve(self) -> None:
        """Until standard input ends."""
        _say({"ready": True})
        while True:
            try:
                self._hear(self._bus.receive(timeout=GLANCE_S))
            except TimeoutError:
                is_told = bool(select.select([sys.stdin], [], [], 0)[0])
                if is_told and not self._obeyed(sys.stdin.readline().strip()):
                    return

    def _hear(self, message: Message) -> None:
        fields, kind = message.header.fields, message.header.message_type
        interface, member = fields.get(HeaderFields.interface), fields.get(HeaderFields.member)
        if kind is MessageType.signal and interface == LAUNCHER and member == "Update":
            of, says = message.body
            _say({"badge": {key: value for key, (_, value) in says.items()}, "of": of})
        elif kind is MessageType.signal and interface == ITEM and member == "NewIcon":
            self._look_at_icon()
        elif kind is MessageType.method_return and fields.get(HeaderFields.reply_serial) == self._asked:
            self._draw(message.body[0])
        elif kind is MessageType.method_call:
            self._answer(message, str(interface), str(member), str(fields.get(HeaderFields.sender)))

    def _answer(self, message: Message, interface: str, member: str, sender: str) -> None:
        match interface, member:
            case "org.freedesktop.Notifications", "Notify":
                program, _replaces, icon, title, words, actions, hints, shown_ms = message.body
                self._shown += 1
                self._reply(message, "u", (self._shown,))
                says = {"program": program, "icon": icon, "title": title, "words": words, "actions": actions}
                _say({"notification": says, "hints": sorted(hints), "shown_ms": shown_ms, "id": self._shown})
            case "org.freedesktop.Notifications", "GetCapabilities":
                self._reply(message, "as", (["actions", "body"],))
            case "org.freedesktop.Notifications", "GetServerInformation":
                self._reply(message, "ssss", ("shell", "vuoro", "1", "1.2"))
            case "org.freedesktop.Notifications", "CloseNotification":
                self._reply(message)
            case "org.kde.StatusNotifierWatcher", "RegisterStatusNotifierItem":
                self._reply(message)
                self._item = DBusAddress("/StatusNotifierItem", bus_name=sender, interface=ITEM)
                self._look_at_icon()
            case "org.freedesktop.DBus.Properties", "Get" if message.body[1] in _WATCHER_SAYS:
                self._reply(message, "v", (_WATCHER_SAYS[message.body[1]],))
            case "org.freedesktop.DBus.Properties", "GetAll":
                self._reply(message, "a{sv}", (_WATCHER_SAYS,))
            case _:
                self._bus.send(new_error(message, _NO_SUCH_METHOD))

    def _reply(self, message: Message, signature: str | None = None, body: tuple[Any, ...] = ()) -> None:
        self._bus.send(new_method_return(message, signature, body))

    def _look_at_icon(self) -> None:
        """What the area would draw: asked of the program, as an area asks."""
        assert self._item is not None
        properties = DBusAddress(
            self._item.object_path, bus_name=self._item.bus_name, interface="org.freedesktop.DBus.Properties"
        )
        # Not waited for: what came meanwhile would be lost.
        self._asked = next(self._bus.outgoing_serial)
        self._bus.send(new_method_call(properties, "GetAll", "s", (ITEM,)), serial=self._asked)

    def _draw(self, says: dict[str, tuple[str, Any]]) -> None:
        pictures = says.get("IconPixmap", ("", []))[1]
        words = {key: says[key][1] for key in ("Id", "Title", "Status", "ToolTip") if key in says}
        _say({"area": words, "picture": hash(tuple(bytes(each[2]) for each in pictures))})

    def _obeyed(self, word: str) -> bool:
        """What a person does: `click` the newest notification, `activate` the icon. False: the end."""
        if word == "click":
            shell = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
            self._bus.send(new_signal(shell, "ActivationToken", "us", (self._shown, f"token {self._shown}")))
            self._bus.send(new_signal(shell, "DesktopsOwn", "u", (self._shown,)))
            self._bus.send(new_signal(shell, "NotificationClosed", "uu", (self._shown, 2)))
            self._bus.send(new_signal(shell, "ActionInvoked", "us", (self._shown + 1, "default")))
            self._bus.send(new_signal(shell, "ActionInvoked", "us", (self._shown, "default")))
        elif word == "activate" and self._item is not None:
            self._bus.send(new_method_call(self._item, "Activate", "ii", (0, 0)))
        return bool(word)


def _say(told: dict[str, Any]) -> None:
    print(json.dumps(told, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    with open_dbus_connection(bus="SESSION") as session_bus:
        Shell(session_bus, has_area="--no-area" not in sys.argv).serve()
