"""Requirements and the tests that show them: `tests/requirements.yaml` against the code and the tests."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.house.sources import ROOT, own_files, python_files

LIST = ROOT / "tests/requirements.yaml"
CITED = re.compile(r"\bR([0-9]{3})(?:[–-]R([0-9]{3}))?\b")
LARGEST = 150
# The service model's rows that a person meets.
SEEN_BY_PEOPLE = (
    "R001–R006 R011 R013–R029 R032 R036–R038 R057–R060 R066 R074–R075 R078 R087 R091 R109–R113 R123–R131"
)
# Where a test sees what a person or a stranger's program is shown: a widget, the page, a route.
DRIVEN = (
    *("tests/ui/", "tests/customer_page/", "tests/journeys/", "tests/demo/"),
    *("tests/server_stub/routes/", "tests/server_stub/console/"),
)
# Not by syntax tree: to parse every test took longer than all that is asked about them.
_TEST = re.compile(
    r"^(?:async )?def (?P<name>test_\w+)\((?:[^()]|\([^()]*\))*\)[^:\n]*:\n"
    r"(?:\s+r?\"{3}(?P<docstring>.*?)\"{3})?",
    re.MULTILINE | re.DOTALL,
)
_CODE = ("app", "server_stub", "resources/customer_page", "resources/service_models")
_READ = {".py", ".js", ".yaml"}


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement: the tests that show it, and what of it is not shown, or ""."""

    number: str
    tests: tuple[str, ...]
    partly: str


def rows() -> list[Row]:
    """The list, in its order."""
    read = yaml.load(LIST.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [
        Row(str(number), tuple(given["tests"]), str(given.get("partly", "")))
        for number, given in read.items()
    ]


def numbers_in(text: str) -> set[str]:
    """`R050–R053` is four numbers."""
    return {
        f"R{number:03}"
        for first, last in CITED.findall(text)
        for number in range(int(first), int(last or first) + 1)
    }


def cited_in_code() -> set[str]:
    """Every number that code or a service model names as the source of a rule."""
    places = [ROOT / folder for folder in _CODE]
    return {
        number
        for path in own_files()
        if path.suffix in _READ and any(path.is_relative_to(place) for place in places)
        for number in numbers_in(path.read_text(encoding="utf-8"))
    }


@cache
def cited_by_tests() -> tuple[tuple[str, str], ...]:
    """Every number in a test's own docstring, with the test's node id."""
    return tuple(
        (number, f"{path.relative_to(ROOT).as_posix()}::{name}")
        for path in python_files("tests")
        for name, docstring in _tests_of(path).items()
        for number in sorted(numbers_in(docstring))
    )


def exists(test: str) -> bool:
    """Whether a test file, or a test within one, is there."""
    file, _, name = test.partition("::")
    path = ROOT / file
    if not path.name.startswith("test_") or not path.is_file():
        return False
    return name in _tests_of(path) if name else bool(_tests_of(path))


@cache
def _tests_of(path: Path) -> dict[str, str]:
    """The tests of a file, all at its outermost level, and their docstrings."""
    return {
        found["name"]: found["docstring"] or "" for found in _TEST.finditer(path.read_text(encoding="utf-8"))
    }
