"""problem_answers: Every error as the contract's JSON, with its status and headers (section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from server_stub.helpline.values import Problem
from server_stub.wire.answers import STATUS_OF, ProblemAnswer, Refused, encode, problem_keys

COMMAND_PATHS: Final = frozenset({"/api/v1/staff/commands", "/api/v1/customer/commands"})
POST_PATHS: Final = COMMAND_PATHS | {
    "/api/v1/staff/sign-in",
    "/api/v1/staff/own-password",
    "/api/v1/staff/refresh",
    "/api/v1/staff/sign-out",
    "/api/v1/staff/hints",
    "/api/v1/staff/archive/search",
    "/api/v1/customer/session",
    "/api/v1/customer/hints",
    "/api/v1/customer/uploads",
}
"""What is asked for with POST; everything else with GET (a test holds this to the route table)."""
REFUSALS: Final = frozenset({400, 403, 404, 409, 413, 415, 422})
"""The statuses that are final for a command (CONTRACT.md section 3, Outcomes)."""

NOT_FOUND: Final = Problem("not_found")
WRONG_MEDIA_TYPE: Final = Problem("wrong_media_type")
WRONG_METHOD: Final = Problem("wrong_method")
FAILED: Final = Problem("failed")
"""A fault of ours. For a command the outcome is unknown: the same bytes may be sent again."""

_OURS: Final[Mapping[str, int]] = {"wrong_method": 405, "failed": 500}


@dataclass(frozen=True, slots=True)
class ProblemRaised(Exception):
    """Carries a problem out of a handler or guard."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: status, headers beyond the usual, JSON."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def malformed(detail: str) -> Problem:
    """`malformed`; `detail` says where, never what."""
    return Problem("malformed", {"detail": detail})


def unavailable(retry_after_s: int = 2) -> Problem:
    """`unavailable`: the database is away, full, or the process is stopping."""
    return Problem("unavailable", {"retry_after_s": retry_after_s})


def problem_answer(problem: Problem, path: str) -> Answer:
    """How a problem is answered on a path: as `Refused` where it is final for a command."""
    status = STATUS_OF.get(problem.code) or _OURS.get(problem.code, 500)
    headers: dict[str, str] = {}
    retry_after_s = problem.details.get("retry_after_s")
    if isinstance(retry_after_s, int):
        headers["Retry-After"] = str(retry_after_s)
    if status == 401 and path.startswith("/api/v1/staff"):
        headers["WWW-Authenticate"] = "Bearer"
    if status == 405:
        headers["Allow"] = "POST" if path in POST_PATHS else "GET"
    if path in COMMAND_PATHS and status in REFUSALS:
        return Answer(status, headers, encode(Refused(None, problem_keys(problem))))
    return Answer(status, headers, encode(ProblemAnswer(problem_keys(problem))))
