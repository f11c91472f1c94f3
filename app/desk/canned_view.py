"""Canned answers as plain values: which there are for this customer, in her language, best found first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.desk.searching import folded, has_words
from app.domain.canned import CannedAnswer
from app.domain.conversation import Identity
from app.domain.queue import ByLanguage

NO_APPOINTMENTS = "/ajanvaraus"
"""The shortcut of the notice that one key sends; the contract names it."""
TRANSCRIPT_OFFER = "/posti"
"""The shortcut of the offer of the conversation by e-mail, which one key sends; the contract names it."""
_OTHERWISE = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class CannedRow:
    """One answer as it would be inserted. ``language`` is the one ``text`` is in, ``is_fallback`` that it is
    not the customer's: there is no text in hers.
    """

    shortcut: str
    name: ByLanguage
    text: str
    language: str
    is_fallback: bool


def canned_rows(
    answers: Iterable[CannedAnswer], *, searched: str, language: str, identity: Identity
) -> tuple[CannedRow, ...]:
    """Those that the search finds, by shortcut or by words in any language (R089): first those whose
    shortcut begins so, then those whose name has the words, then the rest; otherwise in the order of the
    service model. ``language`` is the customer's. Å, ä and ö are found by a and o as well.
    """
    words = searched.removeprefix("/") if searched.startswith("/") else searched
    ranked = [
        (rank, _row(answer, language))
        for answer in answers
        if answer.text and not (answer.is_anonymous_only and identity is not Identity.ANONYMOUS)
        for rank in (_rank(answer, words),)
        if rank is not None
    ]
    return tuple(row for _, row in sorted(ranked, key=lambda pair: pair[0]))


def no_appointments(
    answers: Iterable[CannedAnswer], *, language: str, identity: Identity
) -> CannedRow | None:
    """The notice that no appointments are booked through the chat, as one key sends it (R018); None where the
    service model has none.
    """
    return _named(answers, NO_APPOINTMENTS, language=language, identity=identity)


def transcript_offer(
    answers: Iterable[CannedAnswer], *, language: str, identity: Identity
) -> CannedRow | None:
    """How she can have the conversation by e-mail, as one key sends it (R100); None where the service model
    has no such words.
    """
    return _named(answers, TRANSCRIPT_OFFER, language=language, identity=identity)


def _named(
    answers: Iterable[CannedAnswer], shortcut: str, *, language: str, identity: Identity
) -> CannedRow | None:
    named = tuple(each for each in answers if each.shortcut == shortcut)
    return next(iter(canned_rows(named, searched="", language=language, identity=identity)), None)


def _rank(answer: CannedAnswer, words: str) -> int | None:
    """How well the search fits, 0 best; None when it does not."""
    if folded(answer.shortcut.removeprefix("/")).startswith(folded(words.strip())):
        return 0
    if has_words(words, answer.name.values()):
        return 1
    everything = (answer.shortcut, *answer.name.values(), *answer.text.values())
    return 2 if has_words(words, everything) else None


def _row(answer: CannedAnswer, language: str) -> CannedRow:
    there_is = next(each for each in (language, *_OTHERWISE, *answer.text) if answer.text.get(each))
    return CannedRow(
        shortcut=answer.shortcut,
        name=answer.name,
        text=answer.text[there_is],
        language=there_is,
        is_fallback=there_is != language,
    )
