"""What `tests/requirements.yaml` claims is so: the tests are there, and nothing that is cited is missing."""

import pytest

from tests.house import requirements
from tests.house.requirements import DRIVEN, LARGEST, SEEN_BY_PEOPLE, Row, numbers_in
from tests.support import requirements_table

ROWS = requirements.rows()
LISTED = {row.number: row for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_every_test_that_is_named_exists(row: Row) -> None:
    assert row.tests
    assert [test for test in row.tests if not requirements.exists(test)] == []
    assert len(set(row.tests)) == len(row.tests)


def test_the_rows_are_requirements_in_their_order() -> None:
    numbers = [row.number for row in ROWS]
    assert numbers == sorted(numbers)
    assert set(numbers) <= {f"R{number:03}" for number in range(1, LARGEST + 1)}
    assert [row.number for row in ROWS if row.partly and not row.partly.endswith(".")] == []


def test_every_number_the_code_cites_is_listed() -> None:
    assert sorted(requirements.cited_in_code() - set(LISTED)) == []


def test_a_test_that_names_a_requirement_is_listed_under_it() -> None:
    unlisted = [
        f"{number}: {test}"
        for number, test in requirements.cited_by_tests()
        if number not in LISTED or not {test, test.partition("::")[0]} & set(LISTED[number].tests)
    ]
    assert unlisted == []


@pytest.mark.parametrize("number", sorted(numbers_in(SEEN_BY_PEOPLE)))
def test_what_people_meet_is_driven_by_a_test_that_names_it(number: str) -> None:
    """A rule alone is not enough: a widget, the page or a route shows it, and says in its docstring so."""
    assert number in LISTED
    naming = [test for cited, test in requirements.cited_by_tests() if cited == number]
    assert [test for test in naming if test.startswith(DRIVEN)]


@pytest.mark.parametrize(
    "test",
    [
        "tests/house/test_requirements.py::test_that_nobody_wrote",
        "tests/house/test_nothing.py",
        "tests/house/requirements.py",
        "tests/house",
    ],
)
def test_a_test_that_is_not_there_is_found(test: str) -> None:
    assert not requirements.exists(test)


def test_a_range_is_every_number_in_it() -> None:
    assert numbers_in("as R050–R053 say, and R056") == {"R050", "R051", "R052", "R053", "R056"}
    assert numbers_in("RFC 9562, R1234, ER050") == set()


def test_the_table_of_requirements_is_written_from_the_list():
    """`python -m tests.support.requirements_table` writes it."""
    assert requirements_table.FILE.read_text(encoding="utf-8") == requirements_table.table()


def test_every_row_of_the_list_has_a_sentence():
    assert [f"R{number:03}" for number in range(1, LARGEST + 1)] == list(requirements_table.sentences())
