"""Sentences of a message: which of them is too long to be read at once (R088)."""

from __future__ import annotations

import re

LONG_SENTENCE = 25
"""Words in a sentence beyond which a hint is given; plain language keeps to about fifteen."""
_WORD = re.compile(r"[^\W_]+(?:[’':.-][^\W_]+)*")
_STOP = re.compile(r"[.!?…]+(?:\s|$)|\n")


def longest_long_sentence(text: str) -> int:
    """The words of the longest sentence, if that is more than ``LONG_SENTENCE``; otherwise 0.

    A sentence ends with its stop before a space, or with its line: rows of a list are not one sentence, and
    9.05 or an address does not end one.
    """
    longest = max(len(_WORD.findall(sentence)) for sentence in _STOP.split(text))
    return longest if longest > LONG_SENTENCE else 0
