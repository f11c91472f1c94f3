"""`tests/REQUIREMENTS.md`: every row of the service model, and the tests that show it.

Run ``python -m tests.support.requirements_table`` after changing `tests/requirements.yaml`; a test compares.
"""

from __future__ import annotations

import yaml

from tests.house.requirements import Row, rows
from tests.house.sources import ROOT

FILE = ROOT / "tests/REQUIREMENTS.md"
SENTENCES = ROOT / "tests/requirement_sentences.yaml"
# Built after the others: figures and practice, voice and video, the county's own papers.
EXCEPTED = frozenset(f"R{number:03}" for number in (12, 46, 85, 86, 132, 133, 134, 135, 136, 137, 146, 147))
HEAD = """# Requirements and the tests that show them

Written from `requirements.yaml` and `requirement_sentences.yaml`:
`python -m tests.support.requirements_table`. A row without a test is not
shown yet; what is shown in part says what is missing.

| row | requirement | tests |
|---|---|---|
"""


def sentences() -> dict[str, str]:
    """What each row asks for."""
    read = yaml.load(SENTENCES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(number): str(sentence) for number, sentence in read.items()}


def table() -> str:
    """The whole file."""
    shown = {row.number: row for row in rows()}
    lines = [_line(number, sentence, shown.get(number)) for number, sentence in sentences().items()]
    return HEAD + "\n".join(lines) + "\n"


def not_shown() -> list[str]:
    """Rows for which no test stands, nor whole for which one does, though none of them is excepted."""
    whole = {row.number for row in rows() if not row.partly}
    return sorted(set(sentences()) - whole - EXCEPTED)


def _line(number: str, sentence: str, row: Row | None) -> str:
    asked = sentence.replace("|", "\\|")
    if row is None:
        return f"| {number} | {asked} | {'comes later' if number in EXCEPTED else ''} |"
    tests = " ".join(f"`{test}`" for test in row.tests)
    missing = f" · not yet: {row.partly}" if row.partly else ""
    return f"| {number} | {asked} | {tests}{missing} |"


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
