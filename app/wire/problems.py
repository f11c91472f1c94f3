"""Problems from JSON: an unknown code becomes the general one."""

from __future__ import annotations

from app.domain.presence import Presence
from app.domain.problems import Problem, ProblemCode
from app.wire.reading import read
from app.wire.shapes import answers as shapes


def decode_problem(body: bytes) -> Problem:
    """The problem of an answer outside commands (sign-in, refresh, older messages). Raises WireError."""
    return problem_of(read(body, shapes.ProblemAnswer).problem)


def problem_of(shape: shapes.Problem) -> Problem:
    """A problem as the screen can say it. ``detail`` is for whoever reads the traffic and is left there."""
    try:
        code = ProblemCode(shape.code)
    except ValueError:
        code = ProblemCode.UNKNOWN
    return Problem(
        code,
        by_name=shape.by_name,
        to_name=shape.to_name,
        capacity=shape.capacity,
        limit=shape.limit,
        opens_at=shape.opens_at,
        retry_after_s=shape.retry_after_s,
        attempts_left=shape.attempts_left,
        planned_from=shape.planned_from,
        planned_until=shape.planned_until,
        presence=None if shape.presence is None else Presence(shape.presence),
    )
