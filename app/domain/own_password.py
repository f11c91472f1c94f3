"""Choosing one's own password: what it must be, looked at before anything is sent (R141). Pure."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

SHORTEST: Final = 12
"""Characters; the backend has the last word (contract, section 2)."""


class Rule(Enum):
    """What a password of her own must be, in the order the screen says it."""

    LONG_ENOUGH = auto()
    """At least ``SHORTEST`` characters."""
    KNOWN_TO_NOBODY = auto()
    """Neither the one-time one nor one that holds her user name, nor a single character again and again."""
    TWICE_THE_SAME = auto()
    """Typed the same in both fields."""


def met(own: str, again: str, *, user_name: str, one_time: str) -> frozenset[Rule]:
    """Which rules hold of what is typed so far; none does of an empty field."""
    name = user_name.strip().casefold()
    holds = set[Rule]()
    if len(own) >= SHORTEST:
        holds.add(Rule.LONG_ENOUGH)
    is_known = own == one_time or (name != "" and name in own.casefold()) or len(set(own)) <= 1
    if own and not is_known:
        holds.add(Rule.KNOWN_TO_NOBODY)
    if own and own == again:
        holds.add(Rule.TWICE_THE_SAME)
    return frozenset(holds)
