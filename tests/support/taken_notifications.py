"""Notifications that a test takes: what was told, and whether a desktop shows any."""

from __future__ import annotations

import asyncio


class TakenNotifications:
    """`desk.notifications.Notifications`, taken by a test."""

    def __init__(self, *, is_served: bool = True) -> None:
        self.is_served = is_served
        self.told: list[str] = []
        self.opens: list[str] = []
        self.is_closed = False
        self._presses: asyncio.Queue[str] = asyncio.Queue()

    async def tell(self, words: str, *, opens: str) -> bool:
        if self.is_served:
            self.told.append(words)
            self.opens.append(opens)
        return self.is_served

    async def pressed(self) -> str:
        return await self._presses.get()

    def press(self, token: str = "") -> None:
        """Press one that was told."""
        self._presses.put_nowait(token)

    async def close(self) -> None:
        self.is_closed = True
