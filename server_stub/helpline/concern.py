"""concern: Whether a customer's words give reason to be concerned: about somebody's life, or about violence.

    text ─► sentences ─► words ─► ordinary senses set aside ─► crisis? ─► threat? ─► a kind, or none

Words and their families are data (`resources/contract/v1/concerns.json`); the steps are written out there
and named here. What is found is a mark for professionals and nothing else: it moves nobody in a queue,
sends nothing and is never told to the customer (decision 42). It misses some and is wrong about some;
people read, the mark hastens.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from server_stub.helpline.concern_rules import (
    SENTENCE_END,
    ConcernKind,
    ConcernRules,
    Gap,
    Pattern,
    Place,
    Step,
    read_concern_rules,
)

__all__ = ["ConcernKind", "Concerns"]

_UNDOTTED: Final = {ord("ä"): "a", ord("å"): "a", ord("ö"): "o"}
_DOTTED: Final = re.compile("[åäö]")
_SENTENCE: Final = re.compile(r"[^.!?\n;…]+")
_WORD: Final = re.compile("[a-z0-9åäö]+")
_APOSTROPHES: Final = re.compile("['`\u00b4\u2019]")
_UNSEEN: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_USUAL: Final = re.compile("[\x00-&(-_a-~ÅÄÖåäö–]*")
_LONG_RUN: Final = re.compile(r"([a-zåäö])\1{2,}")
_KEPT: Final = {"a\u030a": "å", "a\u0308": "ä", "o\u0308": "ö"}
_KEPT_MARKS: Final = re.compile("a[\u030a\u0308]|o\u0308")
_ASIDE: Final = "_"
_FIRST_LETTERS: Final = 3


class Concerns:
    """Looks at texts by the rules it was given. Pure and safe to share between threads.

    Takes concerns.json, decoded; raises `ValueError` with a sentence when it is not in order.
    """

    def __init__(self, rules: Mapping[str, object]) -> None:
        self._dotted = _Looking(read_concern_rules(rules))
        self._undotted = _Looking(read_concern_rules(rules, dots=_UNDOTTED))

    def of(self, text: str) -> ConcernKind | None:
        """The kind of concern a text gives reason for, or None. A threat to a life goes before violence."""
        found = {self._of_sentence(sentence) for sentence in _SENTENCE.findall(_plain(text))}
        return next((kind for kind in ConcernKind if kind in found), None)

    def _of_sentence(self, plain: str) -> ConcernKind | None:
        # Who writes any dots writes them all; who writes none is read without them.
        looking = self._dotted if _DOTTED.search(plain) else self._undotted
        return looking.kind_of([*_WORD.findall(_LONG_RUN.sub(r"\1\1", plain)), SENTENCE_END])


class _Looking:
    """The rules, found by the words they can begin with, so that an ordinary word costs one look."""

    def __init__(self, rules: ConcernRules) -> None:
        self._ordinary = _Index(rules.ordinary)
        self._kinds = tuple((kind, _Index(patterns)) for kind, patterns in rules.kinds)

    def kind_of(self, words: list[str]) -> ConcernKind | None:
        for start, end in list(self._ordinary.matches(words)):
            words[start:end] = [_ASIDE] * (end - start)
        for kind, index in self._kinds:
            if next(index.matches(words), None) is not None:
                return kind
        return None


class _Index:
    """Patterns by the word of theirs that the fewest others have, so that most texts meet none of them."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._whole: dict[str, list[Pattern]] = {}
        self._first_letters: dict[str, list[tuple[Place, Pattern]]] = {}
        self._anywhere: list[tuple[Place, Pattern]] = []
        uses = Counter(word for pattern in patterns for place in _places(pattern) for word in place.words())
        for pattern in patterns:
            certain = [place for place in _places(pattern) if not place.may_be_missing and not place.ends]
            self._enter(pattern, min(certain, key=lambda place: max(uses[word] for word in place.words())))

    def _enter(self, pattern: Pattern, place: Place) -> None:
        for word in place.whole:
            self._whole.setdefault(word, []).append(pattern)
        for letters in {beginning[:_FIRST_LETTERS] for beginning in place.beginnings}:
            if len(letters) < _FIRST_LETTERS:
                self._anywhere.append((place, pattern))
            else:
                self._first_letters.setdefault(letters, []).append((place, pattern))
        if place.endings:
            self._anywhere.append((place, pattern))

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where a pattern matches: from a word up to, not including, another."""
        for pattern in self._worth_trying(words):
            for at in range(len(words)):
                end = (
                    _ends_in_order(words, at, pattern.steps, 0)
                    if pattern.window is None
                    else _ends_in_any_order(words, at, pattern.steps, pattern.window)
                )
                if end is not None:
                    yield at, end

    def _worth_trying(self, words: Sequence[str]) -> list[Pattern]:
        found: dict[int, Pattern] = {}
        for word in words:
            for pattern in self._whole.get(word, ()):
                found[id(pattern)] = pattern
            for place, pattern in (*self._first_letters.get(word[:_FIRST_LETTERS], ()), *self._anywhere):
                if place.takes(word):
                    found[id(pattern)] = pattern
        return list(found.values())


def _places(pattern: Pattern) -> list[Place]:
    return [step for step in pattern.steps if isinstance(step, Place)]


def _ends_in_order(words: Sequence[str], at: int, steps: tuple[Step, ...], step: int) -> int | None:
    if step == len(steps):
        return at
    here = steps[step]
    if isinstance(here, Gap):
        for skipped in range(here.most + 1):
            if skipped and (at + skipped > len(words) or words[at + skipped - 1] in (SENTENCE_END, _ASIDE)):
                return None
            end = _ends_in_order(words, at + skipped, steps, step + 1)
            if end is not None:
                return end
        return None
    if at < len(words) and here.takes(words[at]):
        end = _ends_in_order(words, at + 1, steps, step + 1)
        if end is not None:
            return end
    return _ends_in_order(words, at, steps, step + 1) if here.may_be_missing else None


def _ends_in_any_order(words: Sequence[str], at: int, steps: tuple[Step, ...], window: int) -> int | None:
    wanted = list(steps)
    for place in range(at, min(at + window, len(words))):
        word = words[place]
        if word in (SENTENCE_END, _ASIDE):
            return None
        for step in wanted:
            if isinstance(step, Place) and step.takes(word):
                wanted.remove(step)
                break
        if not wanted:
            return place + 1
    return None


def _plain(text: str) -> str:
    if _USUAL.fullmatch(text):
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    apart = unicodedata.normalize("NFD", _UNSEEN.sub("", _APOSTROPHES.sub("", folded)))
    kept = _KEPT_MARKS.sub(lambda found: _KEPT[found.group()], apart)
    return "".join(letter for letter in kept if not unicodedata.combining(letter))
