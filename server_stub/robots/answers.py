"""answers: What the backend answered, as values; whatever is not clearly an answer of its own is unknown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Told = Mapping[str, object]

_FINAL: Final = frozenset({400, 403, 404, 409, 413, 415, 422})
_LATER: Final = frozenset({429, 503})
_LONGEST_WAIT_S: Final = 900.0
_USUAL_WAIT_S: Final = 1.0


class Unreadable(Exception):
    """Not what the contract says is sent here."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Committed."""

    told: Told


@dataclass(frozen=True, slots=True)
class Refused:
    """Final under this command id."""

    code: str


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Nothing happened: the session is not known."""


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing happened: the same again, after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have happened or not: the same bytes, the same id, again."""


Outcome = Accepted | Refused | SignedOut | Later | Unknown


def outcome_of(status: int, body: bytes, *, retry_after: str, command_id: str) -> Outcome:
    """The outcome of a command (CONTRACT.md section 3). `retry_after` is the header, "" when absent."""
    try:
        told = told_in(body)
    except Unreadable:
        return Unknown()
    if status == 200:
        is_ours = told.get("outcome") == "accepted" and told.get("command_id") == command_id
        return Accepted(told) if is_ours else Unknown()
    code = problem_code(told)
    if code is None:
        return Unknown()
    if status == 401:
        return SignedOut()
    if status in _LATER:
        return Later(wait_s(retry_after))
    return Refused(code) if status in _FINAL and told.get("outcome") == "refused" else Unknown()


def wait_s(retry_after: str) -> float:
    """Seconds that `Retry-After` asks for; a mistaken one keeps nobody away for a day."""
    asked = retry_after.strip()
    is_number = asked.isascii() and asked.isdigit()
    return min(float(asked[:9]), _LONGEST_WAIT_S) if is_number else _USUAL_WAIT_S


def problem_code(told: Told) -> str | None:
    """The code of a problem of ours, or None."""
    problem = told.get("problem")
    code = problem.get("code") if isinstance(problem, dict) else None
    return code if isinstance(code, str) else None


def told_in(body: bytes | str) -> Told:
    """A JSON object. Raises `Unreadable`."""
    try:
        value: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    return as_told(value)


def as_told(value: object) -> Told:
    """An object within another. Raises `Unreadable`."""
    if isinstance(value, dict):
        return value
    raise Unreadable


def items_at(told: Told, key: str) -> tuple[Told, ...]:
    """A list of objects. Raises `Unreadable`."""
    value = told.get(key)
    if isinstance(value, list):
        return tuple(as_told(item) for item in value)
    raise Unreadable


def text_at(told: Told, key: str) -> str:
    """A text. Raises `Unreadable`."""
    value = told.get(key)
    if isinstance(value, str):
        return value
    raise Unreadable


def number_at(told: Told, key: str) -> int:
    """A whole number. Raises `Unreadable`."""
    value = told.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Unreadable
