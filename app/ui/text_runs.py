"""Text as runs of type and colour, made harmless: no markup, visible bidi controls, bounded lines."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from app.ui.tokens import Colour, Type

LINE_LIMIT = 10_000
"""Characters of one line before we break it ourselves: Qt needs a minute for a line of a million."""

MASK = "\u2588" * 5
"""What stands in a message where personal data was masked (contract, section 4)."""

_BIDI_MARKS = {
    0x061C: "ALM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_VISIBLE = {code: f"\u2039{name}\u203a" for code, name in _BIDI_MARKS.items()} | {
    0xFFFC: "\u25a1",  # would ask Qt for an embedded object
    0x2028: "\n",
    0x2029: "\n",
    0x000B: "\n",
    0x000C: "\n",
    0x0085: "\n",
    0x0009: "    ",
}
_CONTROLS = {code: "\ufffd" for code in (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85))} | {
    code: "\ufffd" for code in range(0x86, 0xA0)
}
_TABLE = _CONTROLS | _VISIBLE
_STOPS = " .,;:…\n"
_LONG_LINE = re.compile(f"[^\n]{{{LINE_LIMIT}}}(?=[^\n])")


class Shape(Enum):
    """How a run is drawn."""

    WORDS = auto()
    MASKED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind and colour; ``weight`` (100–900) overrides the kind's own."""

    text: str
    kind: Type = Type.BODY
    colour: Colour = Colour.INK
    weight: int | None = None
    shape: Shape = Shape.WORDS


def visible(text: str) -> str:
    """``text`` for the screen: bidi overrides and embeddings as visible marks, controls as U+FFFD.

    Letters of right-to-left scripts are left alone; no line is longer than ``LINE_LIMIT``
    (trust.md A3, B04, B06).
    """
    return _LONG_LINE.sub(lambda line: f"{line.group()}\n", text.replace("\r\n", "\n").translate(_TABLE))


def one_line(text: str) -> str:
    """``text`` on a single line: line breaks and runs of space become one space."""
    return " ".join(visible(text).split())


def quoted(text: str, *, limit: int) -> str:
    """``text`` in quotation marks; what is longer than ``limit`` characters is cut with one ellipsis."""
    return f"”{bounded(text, limit=limit)}”"


def bounded(text: str, *, limit: int) -> str:
    """``text``; what is longer than ``limit`` characters is cut with one ellipsis."""
    return text if len(text) <= limit else shortened(text[:limit])


def shortened(text: str) -> str:
    """``text``, whose end is cut off, with an ellipsis in place of the stops and spaces it ends in."""
    return f"{text.rstrip(_STOPS)}…"


def without_mnemonics(text: str) -> str:
    """``text`` for a button, tab or menu, where a single & would underline the next letter."""
    return one_line(text).replace("&", "&&")


def masked_runs(
    text: str, *, mask_word: str, kind: Type = Type.BODY, colour: Colour = Colour.INK
) -> tuple[Run, ...]:
    """``text`` of a message with every masked stretch as a run of its own, shown as ``mask_word``."""
    runs: list[Run] = []
    for number, part in enumerate(visible(text).split(MASK)):
        if number:
            runs.append(Run(mask_word, kind, Colour.ON_MASK, 600, Shape.MASKED))
        if part:
            runs.append(Run(part, kind, colour))
    return tuple(runs)


def plain(runs: tuple[Run, ...]) -> str:
    """The runs as one string, for a screen reader."""
    return "".join(run.text for run in runs)
