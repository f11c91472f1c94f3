"""Canned answers: texts of the service model to put into a message, and the blanks they leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.queue import ByLanguage

_BLANK = re.compile(r"\{[^{}\n]+\}")


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """One answer (R089). ``text`` has the languages there are; what is to be filled in by hand stands in it
    in braces. ``is_anonymous_only``: it is not meant for identified customers.
    """

    shortcut: str
    name: ByLanguage
    text: ByLanguage
    is_anonymous_only: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a text that is still to be filled in: from one character to another, braces included."""

    begins: int
    ends: int
    words: str


def blanks_in(text: str, answers: Iterable[CannedAnswer]) -> tuple[Blank, ...]:
    """The blanks of canned answers that are left in ``text``, in its order.

    Only what the answers leave open counts: other braces are hers to write.
    """
    found = [Blank(match.start(), match.end(), match[0]) for match in _BLANK.finditer(text)]
    if not found:
        return ()
    known = {words for answer in answers for each in answer.text.values() for words in _BLANK.findall(each)}
    return tuple(blank for blank in found if blank.words in known)
