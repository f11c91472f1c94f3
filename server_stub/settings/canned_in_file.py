"""canned_in_file: Reads the canned answers of a service model, and the blanks they leave."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Final

from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.service_model import CannedAnswer
from server_stub.helpline.wording import LANGUAGES, Language, Wording
from server_stub.settings.codes_in_file import Codes
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_SHORTCUT: Final = re.compile(r"/[a-z0-9]{2,20}")
_LONGEST_BLANK: Final = 60
_ALWAYS: Final[tuple[Language, ...]] = ("fi", "sv")
_NOTHING: Final = Wording("", "", "")
KEPT: Final = ("calling_time",)
"""Filled in when the text is handed out: when customers are called changes from one day to another (R006)."""


def shortcut_in_file(reading: Reading, node: Node) -> str:
    """What a counsellor types to have a text: `/ehk`."""
    shortcut = reading.text(node)
    if shortcut and not _SHORTCUT.fullmatch(shortcut):
        reading.wrong(node, "A shortcut is a slash and 2 to 20 small letters a–z and digits: /ehk.")
    return shortcut


def canned_answers(
    reading: Reading,
    node: Node,
    *,
    numbers: Mapping[str, str],
    blanks: Node | None,
    outcomes: Codes,
    taken: AbstractSet[str] = frozenset(),
) -> tuple[CannedAnswer, ...]:
    """The answers at `node`, in the order of the file. Numbers are filled in; blanks stay, in the words of
    each language (R089). `taken` are shortcuts that lead to something else already.
    """
    named = _blanks(reading, blanks, numbers) if blanks is not None else {}
    reader = _Reader(reading, numbers, named, outcomes)
    answers: dict[str, CannedAnswer] = {}
    for item in reading.items(node):
        answer = reader.answer(item, taken=taken | answers.keys())
        answers.setdefault(answer.shortcut, answer)
    return tuple(answers.values())


def _blanks(reading: Reading, node: Node, numbers: Mapping[str, str]) -> Mapping[str, Wording]:
    """What each blank is called where it stands in a text."""
    blanks: dict[str, Wording] = {}
    for key, value in reading.entries(node):
        name = reading.name(key)
        if name in KEPT:
            reading.wrong(key, f"“{name}” is filled in by itself and is no blank.")
        if name in numbers:
            reading.wrong(key, f"“{name}” is a number already; a number is filled in and is no blank.")
        words = reading.wording(value)
        if any(len(text) > _LONGEST_BLANK for text in words.by_language().values()):
            reading.wrong(value, f"A blank is called by at most {_LONGEST_BLANK} characters.")
        blanks[name] = words
    return blanks


class _Reader:
    """Reads answers over the numbers and blanks of their file."""

    def __init__(
        self, reading: Reading, numbers: Mapping[str, str], blanks: Mapping[str, Wording], outcomes: Codes
    ) -> None:
        self._reading = reading
        self._outcomes = outcomes
        self._fillings = {
            language: {
                **{name: f"{{{words.in_language(language)}}}" for name, words in blanks.items()},
                **numbers,
            }
            for language in LANGUAGES
        }

    def answer(self, node: Node, *, taken: AbstractSet[str]) -> CannedAnswer:
        reading = self._reading
        given = reading.table(
            node, needed=("shortcut", "name", "text"), known=("only_anonymous", "outcome", "mark")
        )
        shortcut = shortcut_in_file(reading, given["shortcut"]) if "shortcut" in given else ""
        if shortcut in taken:
            reading.wrong(given["shortcut"], f"There is a canned answer “{shortcut}” already.")
        return CannedAnswer(
            shortcut=shortcut,
            name=reading.wording(given["name"]) if "name" in given else _NOTHING,
            text=self._text(given["text"]) if "text" in given else MappingProxyType({}),
            is_anonymous_only=(
                reading.yes_or_no(given["only_anonymous"]) if "only_anonymous" in given else False
            ),
            outcome=self._outcomes.one(given["outcome"]) if "outcome" in given else None,
            mark=reading.choice(given["mark"], tuple(ContactMark)) if "mark" in given else None,
        )

    def _text(self, node: Node) -> Mapping[Language, str]:
        given = self._reading.table(node, needed=_ALWAYS, known=("en",))
        return MappingProxyType(
            {
                language: self._reading.filled(given[language], self._fillings[language], KEPT)
                for language in LANGUAGES
                if language in given
            }
        )
