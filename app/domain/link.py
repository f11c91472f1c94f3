"""The link: how the workstation stands towards the backend, as the badge shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.problems import Problem


class LinkState(StrEnum):
    """signed_out → connecting → live ⇄ recovering → offline; the table is in ``app.sync.link``."""

    SIGNED_OUT = "signed_out"
    CONNECTING = "connecting"
    LIVE = "live"
    RECOVERING = "recovering"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class LinkView:
    """What the badge says. Only LIVE is caught up; otherwise the screen shows how things were at
    ``up_to_date_as_of``.

    ``attempt`` counts tries since the line was lost; ``next_try_at`` is by this computer's clock.
    """

    state: LinkState
    up_to_date_as_of: datetime | None = None
    attempt: int = 0
    next_try_at: datetime | None = None
    problem: Problem | None = None
