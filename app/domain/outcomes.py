"""Outcomes: what a sender may know about a command after one try. Exactly one of five."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import CommandId
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Accepted:
    """Committed, durably. State still changes by the fact only.

    ``cursor`` is the last fact it led to, as this reader counts; None: it changed nothing and no fact will
    follow.
    """

    command_id: CommandId
    cursor: int | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Final under this id: the same again gives the same."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing happened; the same again after that many seconds (None: as the sender sees fit)."""

    retry_after_s: float | None


@dataclass(frozen=True, slots=True)
class SignedOutOutcome:
    """Nothing happened; sign in and send the same again."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have happened or not: the very same bytes again, under the same id."""

    retry_after_s: float | None = None


Outcome = Accepted | Refused | Later | SignedOutOutcome | Unknown
