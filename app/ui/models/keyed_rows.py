"""A list model of values with keys: new rows are laid over the old with the fewest signals."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, a frozen value."""

_Row = TypeVar("_Row")
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class KeyedRows(QAbstractListModel, Generic[_Row]):
    """Rows of one kind. ``key_of`` names a row for as long as it lives, ``spoken_of`` is what a screen reader
    says, ``can_select`` tells rows from headings.
    """

    def __init__(
        self,
        *,
        key_of: Callable[[_Row], str],
        spoken_of: Callable[[_Row], str],
        can_select: Callable[[_Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key_of = key_of
        self._spoken_of = spoken_of
        self._can_select = can_select
        self._rows: list[_Row] = []

    @property
    def rows(self) -> tuple[_Row, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row_of(self, key: str) -> int | None:
        """Where the row with that key stands, or None."""
        for number, row in enumerate(self._rows):
            if self._key_of(row) == key:
                return number
        return None

    def show_rows(self, rows: Sequence[_Row]) -> None:
        """Show ``rows``: what is gone is removed, what is new inserted, what moved is moved."""
        keys = [self._key_of(row) for row in rows]
        self._remove_others(set(keys))
        known = {self._key_of(row) for row in self._rows}
        place = 0
        renewed: list[int] = []
        while place < len(rows):
            if keys[place] in known:
                if self._put(place, rows[place]):
                    renewed.append(place)
                place += 1
                continue
            end = place + 1
            while end < len(rows) and keys[end] not in known:
                end += 1
            self._insert(place, rows[place:end])
            place = end
        self._tell_renewed(renewed)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken_of(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._can_select is not None and not self._can_select(self._rows[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _remove_others(self, wanted: set[str]) -> None:
        """Remove the rows that are not wanted any more, in runs."""
        last = len(self._rows) - 1
        while last >= 0:
            if self._key_of(self._rows[last]) in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._key_of(self._rows[first - 1]) not in wanted:
                first -= 1
            self.beginRemoveRows(_NO_PARENT, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _put(self, place: int, row: _Row) -> bool:
        """Have ``row``, which is among the rows, stand at ``place``; everything before it stands already.
        True when it says something else now.
        """
        key = self._key_of(row)
        if self._key_of(self._rows[place]) != key:
            old = next(n for n in range(place + 1, len(self._rows)) if self._key_of(self._rows[n]) == key)
            self.beginMoveRows(_NO_PARENT, old, old, _NO_PARENT, place)
            self._rows.insert(place, self._rows.pop(old))
            self.endMoveRows()
        is_other = self._rows[place] != row
        if is_other:
            self._rows[place] = row
        return is_other

    def _insert(self, place: int, rows: Sequence[_Row]) -> None:
        """Have a run of new rows stand from ``place`` on: one signal, however many they are."""
        self.beginInsertRows(_NO_PARENT, place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self.endInsertRows()

    def _tell_renewed(self, places: list[int]) -> None:
        """Tell of rows that say something else: one signal for a run, such as a list of running clocks."""
        first = 0
        for number, place in enumerate(places):
            if number + 1 == len(places) or places[number + 1] != place + 1:
                self.dataChanged.emit(self.index(places[first]), self.index(place))
                first = number + 1
