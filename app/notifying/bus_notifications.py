"""Notifications over the session's message bus: Desktop Notifications 1.2, as GNOME and Plasma show them."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.asyncio import DBusRouter

_log = logging.getLogger(__name__)
_INTERFACE: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
_PRESSED: Final = "default"
_SHOWN_MS: Final = 6000
_NORMAL: Final = 1
_ANSWERS_WITHIN_S: Final = 3.0
"""A desktop that does not answer by then is taken for none; what calls is still heard and marked."""


class BusNotifications:
    """`desk.notifications.Notifications` over D-Bus, without a thread. The library is imported with the first
    use, and where there is none of it (Windows) nobody shows notifications here.

    Qt's own way is not taken: it shows none where there is no notification area, and none that can be
    pressed.
    """

    def __init__(self, *, program: str, icon: Path) -> None:
        self._program = program
        self._icon = icon
        self._router: DBusRouter | None = None
        self._line = AsyncExitStack()
        self._signals: asyncio.Queue[Message] = asyncio.Queue()
        self._shown: set[int] = set()
        self._one_at_a_time = asyncio.Lock()

    async def tell(self, words: str, *, opens: str) -> bool:
        """Show these words."""
        async with self._one_at_a_time:
            try:
                async with asyncio.timeout(_ANSWERS_WITHIN_S):
                    number = await self._notify(words, opens)
            except Exception as failure:
                # No library, no bus, one that has gone, nobody on it who shows any: all the same to her.
                _log.info("no notification can be shown: %s", type(failure).__name__)
                await self._leave()
                return False
            self._shown.add(number)
            return True

    async def pressed(self) -> str:
        """Wait until one of ours is pressed; the bus tells of everybody's. Under Wayland a window comes
        forward only with the token that the desktop gave just before.
        """
        token = ""
        while True:
            signal = await self._signals.get()
            from jeepney import HeaderFields

            # A desktop may say more than this, and otherwise: what is not understood is no fault of ours.
            match signal.header.fields[HeaderFields.member], signal.body:
                case "ActivationToken", (number, str(given)) if number in self._shown:
                    token = given
                case "ActionInvoked", (number, str(action)) if number in self._shown and action == _PRESSED:
                    return token

    async def close(self) -> None:
        """Leave the bus."""
        async with self._one_at_a_time:
            await self._leave()

    async def _notify(self, words: str, opens: str) -> int:
        from jeepney import DBusAddress, new_method_call
        from jeepney.wrappers import unwrap_msg

        shell = DBusAddress(_PATH, bus_name=_INTERFACE, interface=_INTERFACE)
        # Transient: what called an hour ago is no news, and is not kept in anybody's list.
        hints: dict[str, tuple[str, Any]] = {"transient": ("b", True), "urgency": ("y", _NORMAL)}
        program, icon = self._program, self._icon.as_uri()
        body = (program, 0, icon, program, words, [_PRESSED, opens], hints, _SHOWN_MS)
        router = self._router or await self._join()
        answer = await router.send_and_get_reply(new_method_call(shell, "Notify", "susssasa{sv}i", body))
        return int(unwrap_msg(answer)[0])

    async def _join(self) -> DBusRouter:
        from jeepney import MatchRule, message_bus
        from jeepney.io.asyncio import DBusRouter, Proxy, open_dbus_connection

        connection = await self._line.enter_async_context(await open_dbus_connection("SESSION"))
        router = await self._line.enter_async_context(DBusRouter(connection))
        rule = MatchRule(type="signal", interface=_INTERFACE, path=_PATH)
        self._line.enter_context(router.filter(rule, queue=self._signals))
        await Proxy(message_bus, router).AddMatch(rule)
        self._router = router
        return router

    async def _leave(self) -> None:
        self._router = None
        self._shown.clear()
        # A bus that has gone says so once more on the way out.
        with suppress(OSError, EOFError):
            await self._line.aclose()
