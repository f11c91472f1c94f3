"""A program that reads the screen aloud, over AT-SPI: what has the focus is called, is, and is like.

    with a_screen_reader(session) as reader:
        reader.hears(name="Ota seuraava")            waits until something so called gets the focus
        reader.finds(role="list item", name=…)       somewhere on the screen, whatever has the focus
        reader.is_told("/hei, Tervehdys")            the program says so, wherever the focus is

It knows D-Bus and nothing else of the program: the words a blind counsellor's screen reader would say.
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import HeaderFields

WITHIN_S = 60.0
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
# Numbers of AtspiStateType.
_STATES = {
    "checked": 4,
    "editable": 7,
    "enabled": 8,
    "expanded": 10,
    "focused": 12,
    "selected": 23,
    "sensitive": 24,
    "showing": 25,
    "visible": 30,
}

_REPLY_TO, _SENDER, _PATH = HeaderFields.reply_serial, HeaderFields.sender, HeaderFields.path

Reference = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """Something on the screen as it is read aloud."""

    name: str
    role: str
    description: str
    states: frozenset[str]
    reference: Reference


class ScreenReader:
    """Hears of the focus, and can go through everything there is."""

    def __init__(self, bus: DBusConnection) -> None:
        """`bus` is the accessibility bus."""
        self._bus = bus
        self._events: deque[Message] = deque()
        self._announced: deque[str] = deque()
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        bus.send_and_get_reply(message_bus.AddMatch(rule))
        for event in ("object:state-changed:focused", "object:announcement", "object:property-change"):
            self._ask((_REGISTRY, "/org/a11y/atspi/registry"), _REGISTRY, "RegisterEvent", "s", (event,))

    def hears(self, *, name: str, role: str | None = None, within_s: float = WITHIN_S) -> Heard:
        """Something with this name (a pattern, from its beginning) gets the focus, or has it already.

        Raises AssertionError with what was heard instead.
        """
        give_up = time.monotonic() + within_s
        heard: list[str] = []
        while time.monotonic() < give_up:
            for each in self._focused():
                line = f"{each.role}: {each.name}"
                if not heard or heard[-1] != line:
                    heard.append(line)
                if re.match(name, each.name) and role in (None, each.role):
                    return each
            self._listen(0.2)
        raise AssertionError(f"nothing called {name!r} ({role}) got the focus; heard {heard[-12:]}")

    def finds(self, *, name: str, role: str | None = None, within_s: float = WITHIN_S) -> Heard:
        """Something that is showing, with this name. Raises AssertionError with what there was."""
        give_up = time.monotonic() + within_s
        while True:
            there = [each for each in self.everything() if "showing" in each.states]
            for each in there:
                if re.match(name, each.name) and role in (None, each.role):
                    return each
            said = sorted({f"{each.role}: {each.name}" for each in there if each.name})
            assert time.monotonic() < give_up, f"nothing is called {name!r} ({role}); there was {said}"
            self._listen(0.2)

    def is_told(self, words: str, *, within_s: float = WITHIN_S) -> str:
        """The program says something of its own accord (a pattern, from its beginning), while the focus stays
        where it is. Raises AssertionError with what it said instead.
        """
        give_up = time.monotonic() + within_s
        heard: list[str] = []
        while time.monotonic() < give_up:
            while self._announced:
                heard.append(self._announced.popleft())
                if re.match(words, heard[-1]):
                    return heard[-1]
            self._listen(0.2)
        raise AssertionError(f"nothing like {words!r} was said; heard {heard[-12:]}")

    def everything(self) -> Iterator[Heard]:
        """All there is in every program, from the window down."""
        for each in self._children((_REGISTRY, _ROOT)):
            yield from self._below(each)

    def reads(self, box: Heard, text: str, *, within_s: float = WITHIN_S) -> None:
        """Exactly this comes to stand in a text box. Raises AssertionError with what did."""
        give_up = time.monotonic() + within_s
        while (stands := self._text_of(box)) != text:
            assert time.monotonic() < give_up, f"{box.name!r} holds {stands!r}, not {text!r}"
            self._listen(0.1)

    def _text_of(self, heard: Heard) -> str:
        return str(self._ask(heard.reference, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))[0])

    def _below(self, reference: Reference) -> Iterator[Heard]:
        heard = self._read(reference)
        if heard is None:
            return
        yield heard
        for each in self._children(reference):
            yield from self._below(each)

    def _focused(self) -> list[Heard]:
        """Whatever was told of as focused and still is."""
        told = [message for message in self._events if message.body[0] == "focused" and message.body[1]]
        self._events.clear()
        references = [_sender(message) for message in told]
        read = [heard for each in references if (heard := self._read(each)) is not None]
        now = [heard for heard in read if "focused" in heard.states]
        return now or [each for each in self.everything() if _has_focus(each)]

    def _read(self, reference: Reference) -> Heard | None:
        try:
            return Heard(
                name=str(self._property(reference, "Name")),
                role=str(self._ask(reference, _ACCESSIBLE, "GetRoleName")[0]),
                description=str(self._property(reference, "Description")),
                states=_states(self._ask(reference, _ACCESSIBLE, "GetState")[0]),
                reference=reference,
            )
        except GoneFromTheScreen:
            return None

    def _children(self, reference: Reference) -> list[Reference]:
        try:
            return [(sender, path) for sender, path in self._ask(reference, _ACCESSIBLE, "GetChildren")[0]]
        except GoneFromTheScreen:
            return []

    def _property(self, reference: Reference, name: str) -> Any:
        interface = "org.freedesktop.DBus.Properties"
        (value,) = self._ask(reference, interface, "Get", "ss", (_ACCESSIBLE, name))
        return value[1]

    def _ask(
        self,
        reference: Reference,
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> tuple[Any, ...]:
        name, path = reference
        call = new_method_call(DBusAddress(path, name, interface), method, signature, body)
        serial = next(self._bus.outgoing_serial)
        self._bus.send_message(call, serial=serial)
        while True:
            message = self._bus.receive(timeout=WITHIN_S)
            kind = message.header.message_type
            if kind is MessageType.signal:
                self._take(message)
            elif message.header.fields.get(_REPLY_TO) == serial:
                if kind is MessageType.error:
                    raise GoneFromTheScreen(method)
                return tuple(message.body)

    def _listen(self, seconds: float) -> None:
        give_up = time.monotonic() + seconds
        while (left := give_up - time.monotonic()) > 0:
            try:
                message = self._bus.receive(timeout=left)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.signal:
                self._take(message)

    def _take(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.member) == "Announcement":
            self._announced.append(str(message.body[3][1]))
        else:
            self._events.append(message)


class GoneFromTheScreen(Exception):
    """What was asked about is not there any more."""


@contextmanager
def a_screen_reader(session: Mapping[str, str]) -> Iterator[ScreenReader]:
    """A screen reader on the computer of this session, before or after programs are started there."""
    with open_dbus_connection(session["DBUS_SESSION_BUS_ADDRESS"]) as ordinary:
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = ordinary.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=WITHIN_S).body
    with open_dbus_connection(address) as bus:
        yield ScreenReader(bus)


def _has_focus(heard: Heard) -> bool:
    # Qt calls the current row of a list focused whether or not the keyboard is there.
    return {"focused", "showing"} <= heard.states and heard.role not in ("list item", "page tab")


def _states(words: list[int]) -> frozenset[str]:
    bits = words[0] | (words[1] << 32 if len(words) > 1 else 0)
    return frozenset(name for name, number in _STATES.items() if bits >> number & 1)


def _sender(message: Message) -> Reference:
    fields = message.header.fields
    return str(fields[_SENDER]), str(fields[_PATH])
