"""Masking by hand: what is meant to happen with a span of a message, and what has happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MaskSpan:
    """Cover a span of the message `seq` for good: from the code point `start` up to, not including, `end`.

    `masked_before` is how many spans of it had been masked by hand when she looked at it: where another
    has been since, the places are not those she chose.
    """

    conversation_id: str
    seq: int
    start: int
    end: int
    masked_before: int
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class SpanMasked:
    """A message is kept as `text` from now on, wherever it was kept; `masked` names the kinds."""

    seq: int
    text: str
    masked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maskable:
    """A message as it is kept when a span of it is to be masked."""

    text: str
    masked: tuple[str, ...]
