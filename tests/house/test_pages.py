"""Pages say what is there: the README every word of dev.py, the glossary words that are used, each once."""

import argparse
import re
import runpy
from typing import NamedTuple

import pytest

from server_stub.console.parser import make_parser
from tests.house.sources import ROOT, python_files

README = (ROOT / "README.md").read_text(encoding="utf-8")
DEV = ROOT / "packaging/dev.py"
CONTRACT = ROOT / "resources/contract/v1"
COUNTED_FROM = 15
"""A glossary that has lost its rows must not pass for one whose rows are right."""


def _verbs() -> dict[str, list[str]]:
    """Every word of dev.py, with its options."""
    parser = runpy.run_path(str(DEV))["_parser"]()
    (verbs,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return {
        word: [
            option for action in of._actions for option in action.option_strings if option.startswith("--")
        ]
        for word, of in verbs.choices.items()
    }


@pytest.mark.parametrize(("verb", "options"), _verbs().items())
def test_the_readme_names_every_word_of_dev_py_and_its_options(verb: str, options: list[str]) -> None:
    assert f"packaging/dev.py {verb}" in README
    assert [option for option in options if option != "--help" and option not in README] == []


def test_the_readme_names_no_word_that_dev_py_does_not_know() -> None:
    named = set(re.findall(r"packaging/dev\.py (\w+)", README))
    assert named == set(_verbs())


def test_the_readme_names_commands_of_the_backend_that_are_there() -> None:
    """Whoever tries the programs without the workstation needs customers: `robots`. `--help` has the rest."""
    (words,) = (each for each in make_parser()._actions if isinstance(each, argparse._SubParsersAction))
    named = set(re.findall(r"server_stub (\w+)", README)) | set(
        re.findall(r"`(robots|preview|check)\b", README)
    )
    assert {"init", "user", "serve", "robots", "preview"} <= named
    assert named <= set(words.choices)


class Word(NamedTuple):
    """A row of the glossary."""

    word: str
    in_code: tuple[str, ...]
    finnish: str
    swedish: str
    means: str
    not_said: tuple[str, ...]


def _words() -> list[Word]:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (CONTRACT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| word ")
    ]
    return [Word(word, _coded(code), fi, sv, means, _coded(no)) for word, code, fi, sv, means, no in rows]


def _coded(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


WORDS = _words()
SCHEMA = (CONTRACT / "schema.json").read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in python_files("app", "server_stub"))


def test_each_word_stands_once_and_means_one_thing() -> None:
    assert len(WORDS) >= COUNTED_FROM
    assert len({each.word for each in WORDS}) == len(WORDS)
    assert len({each.means for each in WORDS}) == len(WORDS)
    assert all(each.in_code for each in WORDS)


@pytest.mark.parametrize("row", WORDS, ids=[each.word for each in WORDS])
def test_each_word_is_used_in_the_contract_or_the_code(row: Word) -> None:
    unused = [name for name in row.in_code if not re.search(rf"\b{name}\b", SCHEMA + CODE)]
    assert unused == []


@pytest.mark.parametrize("row", WORDS, ids=[each.word for each in WORDS])
def test_what_is_not_said_is_no_name_in_the_contract(row: Word) -> None:
    assert [name for name in row.not_said if re.search(rf'"{name}"', SCHEMA)] == []


@pytest.mark.parametrize("row", WORDS, ids=[each.word for each in WORDS])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_words_of_the_screen_stand_on_it(row: Word, language: str) -> None:
    said = row.finnish if language == "fi" else row.swedish
    screen = (ROOT / f"resources/i18n/vuoro_{language}.ts").read_text(encoding="utf-8").casefold()
    assert said == "–" or said in screen
