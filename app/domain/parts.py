"""Readable parts: a long text as several messages, cut where a reader would pause and never inside a word."""

from __future__ import annotations

import re

LONG = 600
"""Characters from which on parts are offered (R087): about what a phone shows without scrolling."""
READABLE = 400
"""Characters a part aims at; a single sentence may be longer."""
_LONGEST = 2_000
"""No part is longer, whatever is written: then it is cut at a space, or where there is none in the middle."""

_PAUSE = re.compile(r"(?:[ \t]*\n\s*)|(?<=[.!?…])[ \t]+(?=[^\W\d_a-zåäö]|[\"”“(\d–-])")


def readable_parts(text: str) -> tuple[str, ...]:
    """``text`` in parts that together are all of it but the space between them; one part when it is not
    long. A paragraph of its own begins a part if it does not fit into the one before.
    """
    if len(text.strip()) < LONG:
        return (text.strip(),) if text.strip() else ()
    parts: list[str] = []
    kept = ""
    for piece in _pieces(text.strip()):
        if kept and len((kept + piece).rstrip()) > READABLE:
            parts.append(kept.strip())
            kept = ""
        kept += piece
    parts.append(kept.strip())
    return tuple(part for part in parts if part)


def _pieces(text: str) -> list[str]:
    """Sentences and lines, each with the space behind it."""
    pieces: list[str] = []
    begins = 0
    for pause in _PAUSE.finditer(text):
        pieces.extend(_bounded(text[begins : pause.end()]))
        begins = pause.end()
    pieces.extend(_bounded(text[begins:]))
    return pieces


def _bounded(piece: str) -> list[str]:
    """A sentence, cut only when it is longer than any message should be."""
    bounded: list[str] = []
    while len(piece) > _LONGEST:
        space = piece.rfind(" ", 0, _LONGEST)
        at = space + 1 if space > 0 else _LONGEST
        bounded.append(piece[:at])
        piece = piece[at:]
    return [*bounded, piece]
