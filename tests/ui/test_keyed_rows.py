"""Rows are renewed by key, with no more signals than there are differences."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    value: int


def a_model() -> KeyedRows[Row]:
    return KeyedRows(key_of=lambda row: row.key, spoken_of=lambda row: f"{row.key}: {row.value}")


rows = st.lists(st.builds(Row, st.sampled_from("abcdefgh"), st.integers(0, 2)), unique_by=lambda row: row.key)


@given(st.lists(rows, max_size=5))
def test_the_model_shows_what_it_was_last_given_and_qt_agrees(steps: list[list[Row]]):
    model = a_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step in steps:
        model.show_rows(step)
        assert list(model.rows) == step
        assert [model.index(number).data(ROW_ROLE) for number in range(model.rowCount())] == step
    assert tester.model() is model


@given(rows, rows)
def test_only_rows_that_differ_are_told_of(before: list[Row], after: list[Row]):
    model = a_model()
    model.show_rows(before)
    changed: list[int] = []
    came: list[int] = []
    went: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    model.rowsInserted.connect(lambda _parent, first, last: came.extend(range(first, last + 1)))
    model.rowsRemoved.connect(lambda _parent, first, last: went.extend(range(first, last + 1)))
    model.modelReset.connect(lambda: changed.append(-1))
    model.show_rows(after)
    old = {row.key: row for row in before}
    new = {row.key: row for row in after}
    assert len(changed) == sum(1 for key in old.keys() & new.keys() if old[key] != new[key])
    assert len(came) == len(new.keys() - old.keys())
    assert len(went) == len(old.keys() - new.keys())


def test_new_rows_that_stand_together_are_told_of_once():
    """A page of older messages, or a morning's whole queue, is one signal and one layout."""
    model = a_model()
    model.show_rows([Row("y", 1), Row("z", 1)])
    runs: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: runs.append((first, last)))
    model.show_rows([Row("a", 1), Row("b", 1), Row("c", 1), Row("y", 1), Row("m", 1), Row("z", 1)])
    assert runs == [(0, 2), (4, 4)]


def test_the_chosen_row_stays_chosen_while_others_come_before_it(qtbot):
    model = a_model()
    model.show_rows([Row("b", 1), Row("c", 1)])
    place = model.index(1)
    kept = QPersistentModelIndex(place)
    model.show_rows([Row("a", 1), Row("b", 2), Row("c", 1)])
    assert kept.data(ROW_ROLE) == Row("c", 1)


def test_a_screen_reader_is_told_the_row_in_words():
    model = a_model()
    model.show_rows([Row("a", 1)])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "a: 1"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
