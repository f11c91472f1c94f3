"""The contract agrees with itself: its schema, its examples and its document."""

import re

import pytest
from jsonschema import Draft202012Validator

from tests.support import contract
from tests.support.contract import Example

ALL = contract.examples()
REQUESTS = [*contract.kinds("command", "request"), "StaffCommand", "CustomerCommand", "CallWrapUp"]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(contract.schema())


def test_every_type_has_an_example_and_every_example_a_type():
    assert {example.type_name for example in ALL} == set(contract.definitions())


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_every_example_fits_its_type_and_holds_no_key_without_a_name(example: Example):
    assert contract.problems_of_ours(example.type_name, example.value) == []


@pytest.mark.parametrize("example", contract.examples(*REQUESTS), ids=lambda example: example.name)
def test_a_request_with_an_unknown_key_does_not_fit(example: Example):
    assert isinstance(example.value, dict)
    assert contract.problems_of(example.type_name, {**example.value, "of_a_later_version": 1})


@pytest.mark.parametrize(
    "example",
    [each for each in ALL if each.type_name not in REQUESTS and isinstance(each.value, dict)],
    ids=lambda example: example.name,
)
def test_everything_else_may_grow_keys(example: Example):
    assert isinstance(example.value, dict)
    assert contract.problems_of(example.type_name, {**example.value, "of_a_later_version": 1}) == []


@pytest.mark.parametrize(
    ("type_name", "key", "value"),
    [
        ("CustomerWaitingClaimed", "holder", {"staff_id": "0" * 32, "display_name": "Maija"}),
        ("CustomerConversationOpened", "head", {}),
        ("CustomerView", "holder", None),
        ("CustomerView", "person", None),
        ("CustomerCallback", "holder", None),
        ("CustomerCallback", "phone", "040 123 4521"),
    ],
)
def test_what_a_customer_reads_never_names_a_counsellor(type_name: str, key: str, value: object):
    for example in contract.examples(type_name):
        assert isinstance(example.value, dict)
        assert contract.problems_of(type_name, {**example.value, key: value})


@pytest.mark.parametrize("example", contract.examples(*contract.kinds("command", "fact", "answer")), ids=str)
def test_nothing_that_is_required_may_be_missing(example: Example):
    assert isinstance(example.value, dict)
    required = contract.definitions()[example.type_name].get("required", [])
    assert isinstance(required, list)
    for key in required:
        without = {name: value for name, value in example.value.items() if name != key}
        assert contract.problems_of(example.type_name, without), key


def test_the_document_names_every_path_command_fact_and_problem():
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    for row in contract.traffic():
        assert str(row["path"]) in document
    codes = contract.definitions()["ProblemCode"]["enum"]
    assert isinstance(codes, list)
    for code in codes:
        assert f"`{code}`" in document
    for name in contract.kinds("command", "fact"):
        told = f"{name}|{name.removeprefix('Staff').removeprefix('Customer')}"
        assert re.search(f"`({told})`", document), name


def test_the_document_describes_the_snapshot_once_and_names_all_that_is_in_it():
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    described = [part for part in document.split("\n\n") if "`StaffSnapshot`: `cursor`" in part]
    assert len(described) == 1
    required = contract.definitions()["StaffSnapshot"]["required"]
    assert isinstance(required, list)
    named = re.findall("`[a-z_]+`", described[0])
    assert [key for key in required if f"`{key}`" not in named] == []


def test_every_row_of_the_documents_tables_has_the_cells_of_its_head():
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    for table in re.findall(r"(?:^\|.*\n)+", document, re.MULTILINE):
        head, *rows = table.splitlines()
        assert [row for row in rows if row.count("|") != head.count("|")] == []


def test_no_two_long_lines_of_the_document_begin_alike():
    """Two that changed it at once have left both what was and what is."""
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    long = [line[:40] for line in document.splitlines() if len(line) > 100 and line[0] not in " |"]
    assert [beginning for beginning in long if long.count(beginning) > 1] == []


def test_the_documents_problems_and_their_statuses_are_the_schemas():
    document = (contract.CONTRACT / "CONTRACT.md").read_text(encoding="utf-8")
    table = document.partition("### Problems")[2].partition("### Hints")[0]
    codes = re.findall(r"^\| `([a-z_]+)` \| [0-9]{3} \|", table, re.MULTILINE)
    assert codes == contract.definitions()["ProblemCode"]["enum"]
