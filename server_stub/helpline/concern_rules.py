"""concern_rules: concerns.json as checked values: what a text is looked at by, word by word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_FORMAT: Final = 1
_WORD: Final = re.compile(r"\*[a-z0-9åäö]+|[a-z0-9åäö]+\*?|\.")
_GAP: Final = re.compile(r"\.\.([0-9])?")
_USUAL_GAP: Final = 4
SENTENCE_END: Final = "."


class ConcernKind(StrEnum):
    """What a text gives reason to be concerned about: somebody's life, or violence."""

    CRISIS = "crisis"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words of any kind, never over the end of a sentence."""

    most: int


@dataclass(frozen=True, slots=True)
class Place:
    """One word: any of `whole`, or one so begun or ended. A full stop is a sentence's end."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    may_be_missing: bool = False

    def takes(self, word: str) -> bool:
        """Whether `word` can stand here."""
        return (
            word in self.whole
            or (bool(self.beginnings) and word.startswith(self.beginnings))
            or (bool(self.endings) and word.endswith(self.endings))
        )

    @property
    def ends(self) -> bool:
        """Whether the end of a sentence can stand here."""
        return SENTENCE_END in self.whole

    def words(self) -> tuple[str, ...]:
        """All that it was written with."""
        return (*self.whole, *self.beginnings, *self.endings)


Step = Gap | Place


@dataclass(frozen=True, slots=True)
class Pattern:
    """Places and gaps in order; or, where `window` is a number, places in any order within so many words."""

    steps: tuple[Step, ...]
    window: int | None = None


@dataclass(frozen=True, slots=True)
class ConcernRules:
    """What is ordinary and therefore set aside first, and what each kind is known by."""

    ordinary: tuple[Pattern, ...]
    kinds: tuple[tuple[ConcernKind, tuple[Pattern, ...]], ...]


def read_concern_rules(rules: Mapping[str, object], *, dots: Mapping[int, str] | None = None) -> ConcernRules:
    """The values of a decoded concerns.json. `dots`: how its letters are written by those who leave dots out.

    Raises `ValueError` with a sentence when it is not in order.
    """
    if rules.get("version") != _FORMAT:
        raise ValueError(f"concerns.json: version {_FORMAT} is expected.")
    families = rules.get("families")
    if not isinstance(families, Mapping):
        raise ValueError("concerns.json: “families” is a table of words.")
    undotted = dots or {}
    named = {name: str(words).translate(undotted).split("|") for name, words in families.items()}

    def patterns(key: str) -> tuple[Pattern, ...]:
        listed = rules.get(key)
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise ValueError(f"concerns.json: “{key}” is a list of patterns.")
        return tuple(_pattern(each, named, undotted) for each in listed)

    kinds = tuple((kind, patterns(kind.value)) for kind in ConcernKind)
    return ConcernRules(patterns("ordinary"), kinds)


def _pattern(written: str, families: Mapping[str, list[str]], dots: Mapping[int, str]) -> Pattern:
    window = None
    text = written
    if text.startswith("+"):
        head, _, text = text.partition(" ")
        window = int(head[1:] or "6") if head[1:].isdigit() or not head[1:] else None
        if window is None:
            raise ValueError(f"concerns.json: “{written}” begins with a window that is not a number.")
    steps = tuple(_step(part, written, families, dots) for part in text.split())
    if not steps or isinstance(steps[0], Gap) or (window and any(isinstance(step, Gap) for step in steps)):
        raise ValueError(f"concerns.json: “{written}” begins with no word.")
    return Pattern(steps, window)


def _step(part: str, written: str, families: Mapping[str, list[str]], dots: Mapping[int, str]) -> Step:
    gap = _GAP.fullmatch(part)
    if gap:
        return Gap(int(gap.group(1) or _USUAL_GAP))
    may_be_missing = part.endswith("?")
    words: list[str] = []
    for each in part.removesuffix("?").split("|"):
        if each.startswith("@"):
            if each[1:] not in families:
                raise ValueError(f"concerns.json: “{written}” names a family that is not there.")
            words.extend(families[each[1:]])
        else:
            words.append(each.translate(dots))
    if not all(_WORD.fullmatch(word) for word in words):
        raise ValueError(f"concerns.json: “{written}” holds what is not a word.")
    return Place(
        whole=frozenset(word for word in words if "*" not in word),
        beginnings=tuple(word[:-1] for word in words if word.endswith("*")),
        endings=tuple(word[1:] for word in words if word.startswith("*")),
        may_be_missing=may_be_missing,
    )
