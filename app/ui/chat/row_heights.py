"""How high the rows of a transcript are: measured where somebody reads, guessed elsewhere until measured."""

from collections.abc import Callable, Iterable

from app.desk.panes import NoteRow, TranscriptRow

Measured = TranscriptRow | NoteRow


class RowHeights:
    """Heights in px for one width. Laying a bubble out takes half a millisecond, and a window may hold a
    thousand: what is not on the screen is guessed first, so that opening or resizing never stops the window.

    ``measure`` lays one row out; ``guess`` says roughly how high a row that was never measured will be.
    """

    def __init__(self, *, measure: Callable[[Measured], int], guess: Callable[[Measured], int]) -> None:
        self._measure = measure
        self._guess = guess
        self._known: dict[str, tuple[Measured, int]] = {}
        self._former: dict[str, int] = {}

    def of(self, row: Measured) -> int:
        """How high the row is, as well as it is known. A measured row that has changed is measured again."""
        known = self._known.get(row.key)
        if known is None:
            former = self._former.get(row.key)
            return self._guess(row) if former is None else former
        if known[0] is row or known[0] == row:
            return known[1]
        return self._measured(row)

    def is_measured(self, row: Measured) -> bool:
        """Whether it is known and not guessed."""
        return row.key in self._known

    def measure(self, rows: Iterable[Measured]) -> bool:
        """Measure those that are not known; whether any is of another height than was guessed."""
        is_other = False
        for row in rows:
            if not self.is_measured(row):
                guessed = self.of(row)
                is_other = self._measured(row) != guessed or is_other
        return is_other

    def forget(self) -> None:
        """Rows are laid out in another way from now on; how high they were is a good guess."""
        self._former.update((key, height) for key, (_, height) in self._known.items())
        self._known.clear()

    def forget_kind(self, kind: type[Measured]) -> None:
        """The same, for rows of one kind only."""
        gone = [key for key, (row, _) in self._known.items() if isinstance(row, kind)]
        for key in gone:
            self._former[key] = self._known.pop(key)[1]

    def _measured(self, row: Measured) -> int:
        height = self._measure(row)
        self._known[row.key] = row, height
        return height
