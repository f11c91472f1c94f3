"""Rules that were frozen first, measured against lines somebody else had written (decision 42).

Measured the first time, the rules knew 87 of 189 lines and marked 9 of 312 ordinary ones; after phrases of
our own had been added for the families that came out poorest, 108 and 9. That is far from what is wanted: 95
of 100, and at most 1 of 100. Nobody who mends the rules reads those lines.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
import yaml

from server_stub.helpline.concern import Concerns
from server_stub.settings.resources import find_resources

LINES: Final = Path(__file__).parent / "held_out" / "concerns.yaml"
KNOWN_AT_LEAST: Final = 108
MARKED_AT_MOST: Final = 9


def lines(key: str) -> Sequence[str]:
    return [
        line["text"] for line in yaml.load(LINES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[key]
    ]


def marked(texts: Sequence[str]) -> int:
    rules = json.loads((find_resources() / "contract/v1/concerns.json").read_text(encoding="utf-8"))
    concerns = Concerns(rules)
    return sum(concerns.of(text) is not None for text in texts)


def test_no_change_of_the_rules_knows_fewer_than_before() -> None:
    assert marked(lines("phrases")) >= KNOWN_AT_LEAST


def test_no_change_of_the_rules_marks_more_ordinary_lines_than_before() -> None:
    assert marked(lines("ordinary")) <= MARKED_AT_MOST


@pytest.mark.xfail(strict=True, reason="wanted, and not reached yet: the figures stand above")
def test_the_rules_know_ninety_five_of_a_hundred() -> None:
    phrases = lines("phrases")
    assert marked(phrases) >= 0.95 * len(phrases)


@pytest.mark.xfail(strict=True, reason="wanted, and not reached yet: the figures stand above")
def test_the_rules_mark_at_most_one_ordinary_line_of_a_hundred() -> None:
    ordinary = lines("ordinary")
    assert marked(ordinary) <= 0.01 * len(ordinary)
