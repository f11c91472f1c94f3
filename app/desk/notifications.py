"""Notifications of new work, and what an edge must do to show them."""

from __future__ import annotations

from typing import Protocol


class Notifications(Protocol):
    """What shows them. Nothing is raised and nothing stalls: where nobody shows any, that is said."""

    async def tell(self, words: str, *, opens: str) -> bool:
        """Show these words; ``opens`` is what pressing them does. False: nobody here shows notifications."""
        ...

    async def pressed(self) -> str:
        """Wait until one that was shown is pressed. What the desktop gives along so that the window may come
        forward, or "".
        """
        ...

    async def close(self) -> None:
        """Take no more of them; the program is about to end."""
        ...
