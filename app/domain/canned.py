"""Canned answers: texts of the service model to put into a message, and the blanks they leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.contact_marks import ContactMark
from app.domain.queue import ByLanguage

_BLANK = re.compile(r"\{[^{}\n]+\}")
_FILLED = r"[^\n]{0,200}?"


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """One answer (R089). ``text`` has the languages there are; what is to be filled in by hand stands in it
    in braces. ``is_anonymous_only``: it is not meant for identified customers. ``outcome`` and ``mark``
    are what is chosen already at the wrap-up of a contact in which it was said (R090, R093).
    """

    shortcut: str
    name: ByLanguage
    text: ByLanguage
    is_anonymous_only: bool
    outcome: str | None = None
    mark: ContactMark | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a text that is still to be filled in: from one character to another, braces included."""

    begins: int
    ends: int
    words: str


def was_said(answer: CannedAnswer, text: str) -> bool:
    """Whether ``text`` holds the answer, in any language, its blanks filled in or not."""
    return any(_pattern(said).search(text) is not None for said in answer.text.values() if said)


@lru_cache(maxsize=64)
def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(_FILLED.join(re.escape(part) for part in _BLANK.split(said)))


def blanks_in(text: str, answers: Iterable[CannedAnswer]) -> tuple[Blank, ...]:
    """The blanks of canned answers that are left in ``text``, in its order.

    Only what the answers leave open counts: other braces are hers to write.
    """
    found = [Blank(match.start(), match.end(), match[0]) for match in _BLANK.finditer(text)]
    if not found:
        return ()
    known = {words for answer in answers for each in answer.text.values() for words in _BLANK.findall(each)}
    return tuple(blank for blank in found if blank.words in known)
