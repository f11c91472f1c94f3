"""erased: Stored facts without what people wrote in them: the form and the place stay, the words go (P11)."""

from typing import Final

import msgspec

WORDS: Final = frozenset({"text", "last_line", "detail", "internal_message", "subject", "notes", "masked"})
"""Keys of the contract under which people's own words stand, and what was masked in them.

`text` of a service model's own words is a table by language and stays.
"""
_FREE_REASONS: Final = "OfferEnded"
"""The one fact whose `reason` is a colleague's sentence and no code."""


def without_words(body: bytes) -> bytes:
    """A stored fact, still of the contract's form, with every word of a person empty."""
    fact = msgspec.json.decode(body)
    bare = _bare(fact)
    if isinstance(bare, dict) and bare.get("type") == _FREE_REASONS:
        bare["reason"] = ""
    return msgspec.json.encode(bare)


def _bare(node: object) -> object:
    if isinstance(node, dict):
        return {key: _emptied(value) if key in WORDS else _bare(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_bare(each) for each in node]
    return node


def _emptied(value: object) -> object:
    """Words become an empty text, what was masked an empty list; tables are looked through."""
    if isinstance(value, str):
        return ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return []
    return _bare(value)
