"""Signing in: who comes to this desk, and whose file is opened for her."""

from __future__ import annotations

from typing import Protocol

from app.desk.desk import Desk
from app.domain.problems import Problem


class Connect(Protocol):
    """What the sign-in screen is given; ``bootstrap`` builds it, and imports the edges only when it is first
    used.
    """

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        """Sign in. The same person again gets the same desk, drafts and outbox kept; another one her own."""
        ...

    async def sign_out(self) -> None:
        """Flush, end the streams, revoke and forget. Nothing readable stays. Never raises."""
        ...
