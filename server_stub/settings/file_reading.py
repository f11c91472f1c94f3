"""file_reading: Takes values out of a YAML tree and notes what is wrong, so that all errors come at once."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final, TypeVar

from server_stub.helpline.wording import LANGUAGES, Wording
from server_stub.settings.yaml_tree import FileError, Items, Node, Scalar, Table

Chosen = TypeVar("Chosen", bound=str)

_LONGEST_TEXT: Final = 2_000
_LONGEST_PAGE: Final = 6_000
"""Of a text that keeps its lines."""
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


class Reading:
    """One reading of one file. A value that is wrong is noted and stood in for, and the reading goes on."""

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self.errors: list[FileError] = []

    def wrong(self, at: Node, sentence: str) -> None:
        """Notes what is wrong where."""
        self.errors.append(FileError(at.line, at.column, sentence))

    def table(self, node: Node, *, needed: Sequence[str], known: Sequence[str] = ()) -> Mapping[str, Node]:
        """A table with all `needed` keys and none but those and `known`; keys without value are left out."""
        if not isinstance(node, Table):
            self.wrong(node, f"A table is expected here, with {_listed(needed or known)}.")
            return {}
        given: dict[str, Node] = {}
        for key, value in node.entries:
            if key.text not in needed and key.text not in known:
                self.wrong(key, f"“{key.text}” is not known here{_meant(key.text, (*needed, *known))}")
            elif not (isinstance(value, Scalar) and not value.text):
                given[key.text] = value
        for missing in (key for key in needed if key not in given):
            self.wrong(node, f"“{missing}” is missing.")
        return given

    def entries(self, node: Node) -> Sequence[tuple[Scalar, Node]]:
        """The keys and values of a table with keys of the writer's own."""
        if isinstance(node, Table):
            return node.entries
        self.wrong(node, "A table is expected here.")
        return ()

    def items(self, node: Node) -> Sequence[Node]:
        """The items of a list that is not empty."""
        if isinstance(node, Items) and node.nodes:
            return node.nodes
        self.wrong(node, "A list with at least one item is expected here.")
        return ()

    def text(self, node: Node, *, keeps_lines: bool = False) -> str:
        """A text of at least one visible character, in NFC; a line break within it is a space, or kept."""
        if not isinstance(node, Scalar) or not node.text.strip():
            self.wrong(node, "A text is expected here.")
            return ""
        text = unicodedata.normalize("NFC", node.text if keeps_lines else " ".join(node.text.split("\n")))
        text = text.strip()
        if _CONTROL.search(text):
            self.wrong(node, "There is a control character in this text.")
        most = _LONGEST_PAGE if keeps_lines else _LONGEST_TEXT
        if len(text) > most:
            self.wrong(node, f"This text is longer than {most:,} characters.")
        return text

    def wording(
        self,
        node: Node,
        fillings: Mapping[str, str] | None = None,
        kept: Sequence[str] = (),
        *,
        keeps_lines: bool = False,
    ) -> Wording:
        """A text in every language. `{name}` is filled from `fillings`; those of `kept` stay; others are
        wrong. Line breaks are spaces, unless it `keeps_lines`.
        """
        given = self.table(node, needed=LANGUAGES)
        told = {
            language: self.filled(given[language], fillings or {}, kept, keeps_lines=keeps_lines)
            if language in given
            else ""
            for language in LANGUAGES
        }
        return Wording(fi=told["fi"], sv=told["sv"], en=told["en"])

    def filled(
        self,
        node: Node,
        fillings: Mapping[str, str],
        kept: Sequence[str] = (),
        *,
        keeps_lines: bool = False,
    ) -> str:
        """A text in one language, with `{name}` filled in as in a wording."""
        text = self.text(node, keeps_lines=keeps_lines)
        for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
            if name in fillings:
                text = text.replace(f"{{{name}}}", fillings[name])
            elif name not in kept:
                self.wrong(
                    node,
                    f"There is nothing to fill in for {{{name}}}{_meant(name, (*fillings, *kept))}",
                )
        return text

    def name(self, node: Node) -> str:
        """A name for programs: small letters, digits and underscores, beginning with a letter."""
        text = self.text(node)
        if text and not _NAME.fullmatch(text):
            self.wrong(
                node,
                "A name here is at most 40 small letters a–z, digits and underscores, a letter first.",
            )
        return text

    def choice(self, node: Node, options: Sequence[Chosen]) -> Chosen:
        """One of a few words."""
        text = self.text(node)
        for option in options:
            if option == text:
                return option
        if text:
            self.wrong(node, f"“{text}” is not one of {_listed(options)}.")
        return options[0]

    def whole_number(self, node: Node, *, least: int, most: int) -> int:
        """A whole number between two bounds, both allowed."""
        text = self.text(node)
        if re.fullmatch(r"[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        if text:
            self.wrong(node, f"A whole number from {least:,} to {most:,} is expected here.")
        return least

    def yes_or_no(self, node: Node) -> bool:
        """`yes` or `no` (`true` and `false` will do)."""
        return self.choice(node, ("no", "yes", "false", "true")) in ("yes", "true")

    def day(self, node: Node) -> date:
        """A date, `2026-12-31`."""
        text = self.text(node)
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        if text:
            self.wrong(node, f"“{text}” is not a date; write it as 2026-12-31.")
        return date.min


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def _meant(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"; is “{near[0]}” meant?" if near else "."
