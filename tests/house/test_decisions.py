"""Decisions are named by their number in code, contract and commits: a number is one file, its page."""

import re
from collections import Counter
from pathlib import Path

import pytest

DECISIONS = sorted((Path(__file__).parents[2] / "app" / "decisions").glob("*.md"))
_NAMED = re.compile(r"([0-9]{4})-[a-z0-9-]+\.md")


def numbers_of(names: list[str]) -> list[str]:
    """The number in each file's name; "" where it has none."""
    return [found[1] if (found := _NAMED.fullmatch(name)) else "" for name in names]


def twice(names: list[str]) -> list[str]:
    """The numbers that more than one file has, and "" where a file has none."""
    counted = Counter(numbers_of(names))
    return sorted(number for number, files in counted.items() if files > 1 or not number)


def test_every_decision_has_a_number_of_its_own() -> None:
    assert DECISIONS
    assert twice([file.name for file in DECISIONS]) == []


def test_a_number_given_twice_is_found() -> None:
    assert twice(["0031-one.md", "0031-other.md", "0032-third.md"]) == ["0031"]
    assert twice(["notes.md", "0032-third.md"]) == [""]


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.name)
def test_a_decision_says_its_number_in_its_heading(file: Path) -> None:
    heading = file.read_text(encoding="utf-8").partition("\n")[0]
    assert heading.startswith(f"# {int(file.name[:4])}. ")
