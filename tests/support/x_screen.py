"""A screen with a keyboard and nobody else's windows: Xvfb, a Finnish layout, real key events.

with an_x_screen() as screen:
    programme = subprocess.Popen(…, env={**env, **screen.environment})
    screen.give_focus()                             what a window manager would do
    screen.press("ctrl+k"); screen.type("päätös")
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

WITHIN_S = 60.0
# Qt names its windows by their size only; anything smaller is a helper of the toolkit's.
_SMALLEST = 300
_KEYSYM_OF = {
    "ctrl": "Control_L",
    "shift": "Shift_L",
    "alt": "Alt_L",
    "enter": "Return",
    "esc": "Escape",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "space": "space",
    "/": "slash",
}
_LETTER_KEYSYM = {"\n": 0xFF0D, "\t": 0xFF09}


class _Attributes(ctypes.Structure):
    """XWindowAttributes, as far as it is read."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class XScreen:
    """The display, by the X protocol's own libraries: nothing of the program under test is touched."""

    def __init__(self, name: str) -> None:
        """`name` as in DISPLAY."""
        self.name = name
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(name.encode())
        assert opened, f"no display {name}"
        self._display = ctypes.c_void_p(opened)
        # The display's clock is the machine's, in milliseconds of 32 bits.
        self._began_at_ms = int(time.monotonic() * 1000) & 0xFFFFFFFF

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program is started with to be seen here, and heard by whoever reads the screen aloud."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    def give_focus(self, *, is_dated_back: bool = False) -> None:
        """The keyboard goes to the newest window of a person's size; waits until there is one. Dated back, it
        can be taken away again (`take_focus_away`).
        """
        give_up = time.monotonic() + WITHIN_S
        while not (windows := self._windows()):
            assert time.monotonic() < give_up, "no window came up"
            time.sleep(0.05)
        since = self._began_at_ms if is_dated_back else 0
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(windows[-1]), 1, ctypes.c_ulong(since))
        self._x.XSync(self._display, 0)

    def take_focus_away(self) -> None:
        """The keyboard goes to nobody's window, as when another program comes in front. Dated back to the
        display's beginning: what asks for the focus from now on came later and gets it, as a window manager
        sees to for whoever is clicked. Only for a focus that nobody has asked for yet.
        """
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(0), 0, ctypes.c_ulong(self._began_at_ms))
        self._x.XSync(self._display, 0)

    def press(self, keys: str) -> None:
        """A key with its modifiers, such as `F2`, `ctrl+k`, `shift+enter`."""
        names = keys.split("+") if keys != "+" else [keys]
        codes = [self._code(_KEYSYM_OF.get(name, name)) for name in names]
        for code in codes:
            self._fake(code, is_down=True)
        for code in reversed(codes):
            self._fake(code, is_down=False)
        self._x.XSync(self._display, 0)

    def type(self, text: str) -> None:
        """Letter by letter, as this layout writes them."""
        shift = self._code("Shift_L")
        for letter in text:
            keysym = _LETTER_KEYSYM.get(letter, ord(letter))
            code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(keysym))
            assert code, f"no key writes {letter!r}"
            is_shifted = self._keysym(code, 0) != keysym
            if is_shifted:
                assert self._keysym(code, 1) == keysym, f"no key writes {letter!r} with Shift at most"
                self._fake(shift, is_down=True)
            self._fake(code, is_down=True)
            self._fake(code, is_down=False)
            if is_shifted:
                self._fake(shift, is_down=False)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """Leave the display."""
        self._x.XCloseDisplay(self._display)

    def _keysym(self, code: int, level: int) -> int:
        return int(self._x.XkbKeycodeToKeysym(self._display, ctypes.c_ubyte(code), 0, level))

    def _code(self, name: str) -> int:
        keysym = self._x.XStringToKeysym(name.encode())
        assert keysym, f"no such key: {name}"
        return int(self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(keysym)))

    def _fake(self, code: int, *, is_down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code), int(is_down), ctypes.c_ulong(0))

    def _windows(self) -> list[int]:
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        unused, children, count = ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x.XQueryTree(
            self._display,
            root,
            ctypes.byref(unused),
            ctypes.byref(unused),
            ctypes.byref(children),
            ctypes.byref(count),
        )
        windows = [children[n] for n in range(count.value)]
        if count.value:
            self._x.XFree(children)
        return [window for window in windows if self._is_window(window)]

    def _is_window(self, window: int) -> bool:
        found, is_viewable = _Attributes(), 2
        self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(found))
        return found.map_state == is_viewable and min(found.width, found.height) >= _SMALLEST


@contextmanager
def an_x_screen(size: str = "1600x1000") -> Iterator[XScreen]:
    """A screen of this size, for as long as the block runs."""
    reads, writes = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writes),
        "-screen",
        "0",
        f"{size}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    process = subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            name = f":{told.readline().strip()}"
        assert name != ":", "Xvfb did not start"
        subprocess.run(["setxkbmap", "-display", name, "fi"], check=True, timeout=WITHIN_S)
        screen = XScreen(name)
        try:
            yield screen
        finally:
            screen.close()
    finally:
        process.terminate()
        process.wait(timeout=WITHIN_S)
