"""personal_data: Finds identity codes, phone numbers, e-mail addresses and account numbers, and covers them.

The patterns are data (`resources/contract/v1/personal_data.json`), the same for the customer page and here;
the algorithm is written out there, step by step, and the steps are named here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from server_stub.helpline.personal_data_checks import passes, public_part
from server_stub.helpline.personal_data_rules import Kind, Rule, Rules, read_rules
from server_stub.helpline.public_numbers import digits_of

__all__ = ["Kind", "Masked", "Masker"]

_LONGEST_FOLD: Final = 4
_LONE_BREAK: Final = re.compile("(?<!\n)\n(?!\n)")
# Whatever is looked for has seven digits with at most ten other characters between neighbours, or an at sign
# (CONTRACT.md section 7). A text without either, in letters that stand for themselves, is passed over.
_WORTH_A_LOOK: Final = re.compile(
    "[0-9](?:[^0-9]{0,10}[0-9]){6}|@|[(\\[][AaÄä][Tt]?[)\\]]|[^\x00-\x7fÀ-ɏ\u2010-\u2026]"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with what was found covered by █████, and the kinds in order of appearance, each once."""

    text: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as it is looked at. `places[n]` is where in the original its n-th character comes from."""

    text: str
    places: Sequence[int]


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """From `start` up to, not including, `end` in the original; `order` is the rule's."""

    start: int
    end: int
    order: int


class Masker:
    """Covers personal data by the rules it was given. Pure and safe to share between threads.

    Takes personal_data.json, decoded; raises `ValueError` with a sentence when it is not in order.
    """

    def __init__(self, rules: Mapping[str, object]) -> None:
        self._rules = read_rules(rules)
        self._identity_rules = tuple(rule for rule in self._rules.rules if rule.kind == "identity_code")
        self._public = frozenset(digits_of(number) for number in self._rules.public_numbers)

    def mask(self, text: str, allow: frozenset[str] = frozenset()) -> Masked:
        """A customer's text, all four kinds covered. `allow`: public numbers, in any spelling, left alone."""
        if not _WORTH_A_LOOK.search(text):
            return Masked(text, ())
        public = self._public.union(digits_of(number) for number in allow) if allow else self._public
        return self._covered(text, self._rules.rules, public)

    def mask_identity_codes(self, text: str) -> Masked:
        """A staff member's text: identity codes alone are covered, so that service numbers can be written."""
        if not _WORTH_A_LOOK.search(text):
            return Masked(text, ())
        return self._covered(text, self._identity_rules, self._public)

    def _covered(self, text: str, rules: Sequence[Rule], public: frozenset[str]) -> Masked:
        """Steps 1–6. More than a few rounds come only of texts made for it; the number of them is bounded."""
        kinds: dict[Kind, None] = {}
        for _ in range(self._rules.rounds):
            spans = _joined(self._found(text, rules, public))
            if not spans:
                break
            kinds.update((self._rules.rules[span.order].kind, None) for span in spans)
            text = _with_cover(text, spans, self._rules.cover)
        return Masked(text, tuple(kinds))

    def _found(self, text: str, rules: Sequence[Rule], public: frozenset[str]) -> Iterator[_Span]:
        folded = _folded(text, self._rules)
        spaced = _Reading(folded.text.replace("\n", " "), folded.places)
        for rule in rules:
            yield from _matches(rule, spaced, self._rules, public)
        if "\n" in folded.text:
            joined = _without_lone_breaks(folded)
            for rule in rules:
                if rule.kind == "identity_code":
                    yield from _matches(rule, joined, self._rules, public)


def _folded(text: str, rules: Rules) -> _Reading:
    """Step 1. Most texts fold to themselves, place by place; the rest go code point by code point."""
    if unicodedata.is_normalized("NFKC", text) and not rules.removed.search(text):
        return _Reading(text.translate(rules.folded), range(len(text)))
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = _folded_character(character, rules)
        pieces.append(piece)
        places.extend([place] * len(piece))
    return _Reading("".join(pieces), places)


def _folded_character(character: str, rules: Rules) -> str:
    if rules.removed.match(character):
        return ""
    if character.isascii():
        return rules.folded.get(ord(character), character)
    plain = unicodedata.normalize("NFKC", character)
    return (plain if len(plain) <= _LONGEST_FOLD else character).translate(rules.folded)


def _without_lone_breaks(folded: _Reading) -> _Reading:
    """Step 2, the second reading."""
    dropped = {match.start() for match in _LONE_BREAK.finditer(folded.text)}
    kept = [place for place in range(len(folded.text)) if place not in dropped]
    text = "".join(folded.text[place] for place in kept).replace("\n", " ")
    return _Reading(text, [folded.places[place] for place in kept])


def _matches(rule: Rule, reading: _Reading, rules: Rules, public: frozenset[str]) -> Iterator[_Span]:
    """Step 3. The search goes forward at every turn and every pattern is bounded, so it is linear."""
    start = 0
    while (match := rule.pattern.search(reading.text, start)) is not None:
        start = match.start() + 1
        if _is_preceded(rule, reading.text, match.start()):
            continue
        if not all(passes(check, match, rules) for check in rule.checks):
            continue
        known = public_part(match[0], public) if "not_public" in rule.checks else 0
        if known:
            start = match.start() + known
            continue
        start = match.end()
        yield _Span(reading.places[match.start()], reading.places[match.end() - 1] + 1, rule.order)


def _is_preceded(rule: Rule, text: str, start: int) -> bool:
    if rule.not_preceded_by is None or start == 0:
        return False
    return rule.not_preceded_by.match(text[start - 1]) is not None


def _joined(spans: Iterator[_Span]) -> list[_Span]:
    """Step 4."""
    joined: list[_Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last is not None and span.start < last.end:
            joined[-1] = _Span(last.start, max(last.end, span.end), min(last.order, span.order))
        else:
            joined.append(span)
    return joined


def _with_cover(text: str, spans: Sequence[_Span], cover: str) -> str:
    """Step 5."""
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += (text[end : span.start], cover)
        end = span.end
    return "".join((*pieces, text[end:]))
