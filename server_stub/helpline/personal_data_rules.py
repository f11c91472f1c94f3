"""personal_data_rules: personal_data.json as checked values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeGuard, get_args

Kind = Literal["identity_code", "phone", "email", "account_number"]
Check = Literal["date", "checksum", "remainder", "not_a_date", "not_public"]

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_CHECKS: Final[tuple[Check, ...]] = get_args(Check)
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for. `order` is its place in the file: the first one names what several find."""

    order: int
    kind: Kind
    pattern: re.Pattern[str]
    not_preceded_by: re.Pattern[str] | None
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All of the file but its explanation and its vectors. Code points are numbers."""

    cover: str
    rounds: int
    rules: tuple[Rule, ...]
    removed: re.Pattern[str]
    folded: Mapping[int, str]
    """Dashes, spaces and digits of other scripts, to what they are looked at as."""
    check_characters: str
    days_in_month: tuple[int, ...]
    public_numbers: tuple[str, ...]


def read_rules(given: Mapping[str, object]) -> Rules:
    """The values of a decoded personal_data.json. Raises `ValueError` with a sentence when it is not in
    order.
    """
    if given.get("version") != _FORMAT:
        raise ValueError(f"personal_data.json: version {_FORMAT} is expected.")
    rounds = given.get("rounds")
    if not isinstance(rounds, int) or rounds < 1:
        raise ValueError("personal_data.json: “rounds” is a number from 1 on.")
    days = given.get("days_in_month")
    if not isinstance(days, list) or len(days) != 12 or not all(isinstance(day, int) for day in days):
        raise ValueError("personal_data.json: “days_in_month” is twelve numbers.")
    check_characters = _text(given, "check_characters")
    if len(check_characters) != 31:
        raise ValueError("personal_data.json: “check_characters” are 31.")
    return Rules(
        cover=_text(given, "cover"),
        rounds=rounds,
        rules=tuple(_rule(order, rule) for order, rule in enumerate(_tables(given, "rules"))),
        removed=_one_of(_code_spans(given, "removed")),
        folded=_folded(given),
        check_characters=check_characters,
        days_in_month=tuple(days),
        public_numbers=tuple(_texts(given, "public_numbers")),
    )


def _rule(order: int, given: Mapping[str, object]) -> Rule:
    kind = _text(given, "kind")
    if not _is_kind(kind):
        raise ValueError(f"personal_data.json: “{kind}” is not a kind of personal data.")
    checks = tuple(check for check in _texts(given, "checks") if _is_check(check))
    if len(checks) != len(_texts(given, "checks")):
        raise ValueError(f"personal_data.json: rule {order + 1} names a check that is not known.")
    preceding = _text(given, "not_preceded_by")
    try:
        pattern = re.compile(_text(given, "pattern"))
        not_preceded_by = re.compile(preceding) if preceding else None
    except re.error as error:
        raise ValueError(f"personal_data.json: rule {order + 1} has a pattern that is not one.") from error
    return Rule(order, kind, pattern, not_preceded_by, checks)


def _folded(given: Mapping[str, object]) -> Mapping[int, str]:
    folded = {code: "-" for code in _code_points(given, "dashes")}
    folded |= {code: " " for code in _code_points(given, "spaces")}
    for zero in _code_points(given, "digit_zeros"):
        folded |= {zero + digit: str(digit) for digit in range(10)}
    return folded


def _code_points(given: Mapping[str, object], key: str) -> list[int]:
    return [code for first, last in _code_spans(given, key) for code in range(first, last + 1)]


def _code_spans(given: Mapping[str, object], key: str) -> list[tuple[int, int]]:
    """`["00AD", "200B-200F"]` as numbers, from and to."""
    spans: list[tuple[int, int]] = []
    for span in _texts(given, key):
        first, _, last = span.partition("-")
        try:
            spans.append((int(first, 16), int(last or first, 16)))
        except ValueError as error:
            raise ValueError(f"personal_data.json: “{key}” has a span that is not one.") from error
    return spans


def _one_of(spans: list[tuple[int, int]]) -> re.Pattern[str]:
    """A class of spans, never of single code points: those above U+FFFF would be compared one by one."""
    return re.compile(
        "[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in spans) + "]"
    )


def _text(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str):
        raise ValueError(f"personal_data.json: “{key}” is missing, or is not a text.")
    return value


def _texts(given: Mapping[str, object], key: str) -> list[str]:
    value = given.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"personal_data.json: “{key}” is missing, or is not a list of texts.")
    return value


def _tables(given: Mapping[str, object], key: str) -> list[dict[str, object]]:
    value = given.get(key)
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"personal_data.json: “{key}” is missing, or is not a list of tables.")
    return value


def _is_kind(word: str) -> TypeGuard[Kind]:
    return word in _KINDS


def _is_check(word: str) -> TypeGuard[Check]:
    return word in _CHECKS
