"""Supervising: what a supervisor asks about, as things stand."""

from __future__ import annotations

from app.domain.presence import Roster
from app.domain.problems import Problem, ProblemCode
from app.domain.situation import Situation
from app.ports import Gate, LineTrouble


class Supervising:
    """One slice of the desk: it asks the backend and keeps nothing."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def roster(self) -> Roster | Problem:
        """Who of staff is there, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.roster()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def situation(self) -> Situation | Problem:
        """Load by queue and by person, as things stand; a Problem when the line is away."""
        try:
            return await self._gate.situation()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)
