"""The guard of an anonymous chat: what a text asks the customer for before it is sent (R041). Pure.

    text ─► less what canned answers say ─► clauses ─► asked for by itself, or named where one asks

It hints and nothing else: it blocks nothing, changes nothing and keeps nothing (decision 47).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from app.domain.canned import CannedAnswer
from app.domain.guard_rules import ASKING, DIRECT, NAMED, SPARED, Noticed

__all__ = ["Noticed", "noticed", "own_words"]

_CLAUSE: Final = re.compile(r"[^.!?\n;:…]+[?]?|\.(?=\w)")
_BUT: Final = re.compile(r",?\s+\b(?:mutta|men|but)\b\s+")
_BLANK: Final = re.compile(r"\\\{[^{}\n]+\\\}")
_LONGEST_CLAUSE: Final = 400
_FILLED: Final = "[^\n]{0,80}?"


def noticed(text: str) -> tuple[Noticed, ...]:
    """What `text` asks for or takes up, each once, in the order of `Noticed`; empty for most texts."""
    plain = unicodedata.normalize("NFC", text).lower()
    found: set[Noticed] = set()
    for clause in _clauses(plain):
        if SPARED.search(clause):
            continue
        found.update(kind for kind, words in DIRECT.items() if words.search(clause))
        if ASKING.search(clause):
            found.update(kind for kind, words in NAMED.items() if words.search(clause))
    # "Sähköpostiosoite" is one thing to ask for, not two.
    if Noticed.EMAIL in found and not _asks_both(plain):
        found.discard(Noticed.ADDRESS)
    return tuple(kind for kind in Noticed if kind in found)


def own_words(text: str, answers: Iterable[CannedAnswer]) -> str:
    """What of `text` is hers: canned answers of the service model are taken out, blanks filled or not."""
    for answer in answers:
        for said in answer.text.values():
            first = _BLANK.split(re.escape(said), maxsplit=1)[0]
            if said and re.search(first, text):
                text = re.sub(_BLANK.sub(lambda _: _FILLED, re.escape(said)), "\n", text)
    return text


def _asks_both(text: str) -> bool:
    return bool(re.search(r"\b(?:koti|katu|lähi)osoi|\b(?:gatu|hem)adress|\b(?:home|street) address", text))


def _clauses(text: str) -> Iterable[str]:
    for sentence in _CLAUSE.findall(text):
        for clause in _BUT.split(sentence):
            yield clause[:_LONGEST_CLAUSE]
