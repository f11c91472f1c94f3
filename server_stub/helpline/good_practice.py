"""good_practice: A conversation without personal data, as material for good practice (R103). Pure.

What is found is covered; what nobody can find by rule is for the reader: she is shown the text first, must
read it through and may change it before it is kept anywhere (decision 52).

| what | becomes |
|---|---|
| identity codes, numbers, addresses and accounts of `personal_data.json` | █████ |
| names of the identified customer and of whom she acts for, in their usual inflections | █████ |
| names of professionals | her title |
| other words with a capital inside a sentence, and where such a word begins one: names and places | █████ |
| a name after "nimeni on" and its like, and one that stands alone under a greeting | █████ |
| dates, times of day, streets with a number, postal codes | █████ |
| times of messages, notes, who it was, ids | not there at all |
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from server_stub.helpline.masking import COVER

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*")
_MONTHS: Final = (
    "(?:(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
    "|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october)"
)
_STREETS: Final = (
    "katu|kadu|kuja|polku|polu|kaari|kaare|raitti|raiti|aukio|tori|väylä|bulevardi|tie|gatan|vägen|gränden"
    "|stigen|torget|street|road"
)
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b[^\W\d_][\w-]{{0,40}}(?:{_STREETS})\w*\s+\d+\s?[a-z]?(?:\s\d+)?\b",
        r"\b\d{4}-\d{2}-\d{2}\b",
        r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:\d{4}|\d{2}))?(?!\d)",
        rf"\b\d{{1,2}}\.?\s{_MONTHS}\w*(?:\s\d{{4}})?",
        rf"\b{_MONTHS}\s\d{{1,2}}(?:,?\s\d{{4}})?\b",
        r"\b(?:klo|kl\.?)\s?\d{1,2}(?:[.:]\d{2})?\b",
        r"\b(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[.:][0-5]\d)?\b(?!\s?(?:€|euro))",
        r"\b\d{5}\b(?:\s[^\W\d_]+)?(?!\s?(?:€|euro))",
    )
)
_CALLED: Final = re.compile(
    r"(?P<before>\b(?:nimeni on|nimi on|nimeltäni|mitt namn är|jag heter|my name is)\s+)"
    r"[^\W\d_][\w-]*(?:[ ][A-ZÅÄÖ][\w-]*)?",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"(?<=\n)[ \t]*[A-ZÅÄÖ][\w-]+(?:[ \t]+[A-ZÅÄÖ][\w-]+)?[ \t]*(?=\n|$)")
_COVERS: Final = re.compile(rf"{COVER}(?:[ ,]*{COVER})+")
# Public bodies that advice speaks of all day; whatever else has a capital may be somebody or somewhere.
_PUBLIC: Final = ("kela", "fpa", "omakela", "omakanta", "kanta", "suomi", "maisa", "lunna", "hyvis")
_ALWAYS_CAPITAL: Final = frozenset({"i", "i'm", "i’m", "i'll", "i’ll", "i've", "i’ve"})
_SHORTEST_STEM: Final = 3
_LONGEST_SHORT_FORM: Final = 4


class Said(NamedTuple):
    """One message: `by` whom, as messages name their voices, and its text."""

    by: str
    text: str


def without_personal_data(
    lines: Iterable[Said],
    *,
    mask: Callable[[str], str],
    customers: Iterable[str],
    professionals: Iterable[str],
    title: str,
) -> tuple[Said, ...]:
    """The lines with all covered that rules can find. `mask` covers personal data as in an anonymous chat."""
    hers, theirs = _stems(customers), _stems(professionals)
    made = [Said(line.by, _by_rules(mask(line.text), hers, theirs, title)) for line in lines]
    names = frozenset(name for line in made for name in _names_inside(line.text, title))
    return tuple(Said(line.by, _COVERS.sub(COVER, _covered(line.text, names, title))) for line in made)


def _by_rules(text: str, hers: tuple[str, ...], theirs: tuple[str, ...], title: str) -> str:
    text = _CALLED.sub(lambda match: match["before"] + COVER, text)
    for pattern in _PATTERNS:
        text = pattern.sub(COVER, text)
    text = _WORD.sub(lambda match: COVER if _begins(match[0], hers) else match[0], text)
    if title:
        text = _WORD.sub(lambda match: title if _begins(match[0], theirs) else match[0], text)
        text = re.sub(rf"{re.escape(title)}(?: {re.escape(title)})+", lambda _: title, text)
    return _ALONE.sub(COVER, text)


def _names_inside(text: str, title: str) -> Sequence[str]:
    """Words with a capital inside a sentence, without case."""
    return [
        match[0].casefold()
        for match in _WORD.finditer(text)
        if _is_capital(match[0], title) and not _begins_a_sentence(text, match.start())
    ]


def _covered(text: str, names: frozenset[str], title: str) -> str:
    def cover(match: re.Match[str]) -> str:
        word = match[0]
        if not _is_capital(word, title):
            return word
        is_name = not _begins_a_sentence(text, match.start()) or word.casefold() in names
        return COVER if is_name else word

    return _WORD.sub(cover, text)


def _is_capital(word: str, title: str) -> bool:
    folded = word.casefold()
    # An abbreviation stands for an office or a benefit; a name is hardly ever written so.
    first = word.partition("-")[0]
    is_short_form = 1 < len(first) <= _LONGEST_SHORT_FORM and first.isupper()
    is_known = folded.startswith(_PUBLIC) or folded in _ALWAYS_CAPITAL or word in title.split()
    return word[0].isupper() and not is_short_form and not is_known


def _begins_a_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t\"'”’(-–•*")
    return not before or before[-1] in ".!?:\n"


def _begins(word: str, stems: tuple[str, ...]) -> bool:
    return word.casefold().startswith(stems)


def _stems(names: Iterable[str]) -> tuple[str, ...]:
    """How the parts of these names begin in whatever case they stand: Pekka, Pekan; Virtanen, Virtasen."""
    found = set[str]()
    for part in (part.casefold() for name in names for part in re.split(r"[\s-]+", name)):
        if len(part) < _SHORTEST_STEM:
            continue
        found.add(part)
        if part.endswith("nen"):
            found.add(part[:-3] + "s")
        if part[-3:-1] in ("kk", "pp", "tt"):
            found.add(part[:-2] + part[-1])
    return tuple(found)
