"""Places of what is selected in a message: as it is shown, and in its text, counted in code points."""

from __future__ import annotations

from itertools import accumulate

from app.domain.masking import whole_letters
from app.ui.text_runs import visible


class SpanPlaces:
    """``shown``: the text for the screen. Qt counts in UTF-16 units of it, the contract in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        pieces = [visible(character) for character in text]
        self.shown = "".join(pieces)
        self._ends = list(accumulate(_units(piece) for piece in pieces))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """What is selected from one unit up to another, as code points of the text, in whole letters."""
        starts = [0, *self._ends][: len(self._ends)]
        touched = [
            place
            for place, (start, end) in enumerate(zip(starts, self._ends, strict=True))
            if start < last and end > first
        ]
        if first >= last or not touched:
            return 0, 0
        return whole_letters(self._text, touched[0], touched[-1] + 1)

    def words(self, span: tuple[int, int]) -> str:
        """The span as it is shown."""
        return visible(self._text[slice(*span)])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
