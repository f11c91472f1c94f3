"""Searching: words are found whatever their case, and å, ä and ö by a and o as well."""

from __future__ import annotations

from collections.abc import Iterable

_PLAIN = str.maketrans("åäöé", "aaoe")


def folded(text: str) -> str:
    """``text`` as it is compared."""
    return text.casefold().translate(_PLAIN)


def has_words(searched: str, texts: Iterable[str]) -> bool:
    """Whether every word of what is searched is somewhere in ``texts``; nothing searched is everywhere."""
    words = folded(searched).split()
    searchable = folded("\n".join(texts)) if words else ""
    return all(word in searchable for word in words)
