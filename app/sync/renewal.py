"""Renewal: one refresh of the sign-in at a time, however many find at once that it has run out."""

from __future__ import annotations

import asyncio

from app.ports import Gate


class Renewal:
    """Shared by the follower and the courier."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._turn = asyncio.Lock()
        self._count = 0

    @property
    def count(self) -> int:
        """How often the sign-in has been renewed; note it before a try, and hand it to ``renew`` if the try
        was signed out.
        """
        return self._count

    async def renew(self, noted: int) -> bool:
        """Refresh, unless somebody has since ``noted``. False: she must sign in herself. Raises LineLost."""
        async with self._turn:
            if self._count != noted:
                return True
            if not await self._gate.refresh():
                return False
            self._count += 1
            return True

    def signed_in_anew(self) -> None:
        """A new sign-in renews as well."""
        self._count += 1
