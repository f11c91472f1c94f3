"""yaml_tree: YAML as plain text, lists and tables that know where they stand; nothing that could do harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

LARGEST: Final = 1_048_576
"""Characters a file may have (trust.md B21)."""
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True, order=True)
class FileError:
    """One thing to mend: where (from 1) and a sentence."""

    line: int
    column: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, always as the text that was written; `""` when nothing was."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    column: int
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, each key once, in the order of the file."""

    line: int
    column: int
    entries: tuple[tuple[Scalar, "Node"], ...]


Node = Scalar | Items | Table


class _Refused(Exception):
    def __init__(self, line: int, column: int, sentence: str) -> None:
        super().__init__(sentence)
        self.error = FileError(line, column, sentence)


def read_tree(text: str) -> Node | FileError:
    """The one document in a text, or the first thing that keeps it from being read.

    Tags, anchors and aliases are refused: they are not needed, and they are how YAML does harm.
    """
    if len(text) > LARGEST:
        return FileError(1, 1, f"The file is larger than {LARGEST:,} characters; nothing was read.")
    if not text.strip():
        return FileError(1, 1, "The file is empty.")
    try:
        return _document(_events(text))
    except _Refused as refused:
        return refused.error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return FileError(line, column, f"This is not YAML: {error.problem or error.context}.")
    except YAMLError as error:
        # The reader's own errors (characters that YAML does not allow) say where in a number of bytes.
        read = text.encode()[: getattr(error, "position", 0)]
        return _not_allowed(read.decode(errors="replace"))
    except UnicodeEncodeError as error:
        return _not_allowed(text[: error.start])


def _events(text: str) -> Iterator[Event]:
    depth = 0
    documents = 0
    # libyaml reads a service model sixty times as fast as Python does: 3 ms of a backend's start, not 200.
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        documents += isinstance(event, DocumentStartEvent)
        depth += isinstance(event, SequenceStartEvent | MappingStartEvent)
        depth -= isinstance(event, SequenceEndEvent | MappingEndEvent)
        if documents > 1:
            raise _refusal(event, "A file holds one document; a second one begins here.")
        if depth > _DEEPEST:
            raise _refusal(event, f"Lists and tables are nested more than {_DEEPEST} deep here.")
        if isinstance(event, NodeEvent):
            _check_harmless(event)
            yield event
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            yield event


def _not_allowed(before: str) -> FileError:
    column = len(before) - before.rfind("\n")
    return FileError(before.count("\n") + 1, column, "There is a character here that YAML does not allow.")


def _check_harmless(event: NodeEvent) -> None:
    if isinstance(event, AliasEvent) or event.anchor is not None:
        raise _refusal(event, "Anchors (&) and aliases (*) are not used in this file; write the value out.")
    if getattr(event, "tag", None) is not None:
        raise _refusal(event, "Tags (!) are not used in this file; write the value alone.")


def _document(events: Iterator[Event]) -> Node:
    first = next(events, None)
    if first is None:
        raise _Refused(1, 1, "The file is empty but for comments.")
    node = _node(first, events)
    for event in events:  # there may be more, and it may be refused
        raise _refusal(event, "A file holds one document; there is more here.")
    return node


def _node(event: Event, events: Iterator[Event]) -> Node:
    line, column = _place(event)
    if isinstance(event, ScalarEvent):
        is_null = not event.style and event.value in ("null", "~")
        return Scalar(line, column, "" if is_null else str(event.value))
    if isinstance(event, SequenceStartEvent):
        return Items(line, column, tuple(_items(events)))
    return Table(line, column, tuple(_entries(events)))


def _items(events: Iterator[Event]) -> Iterator[Node]:
    for event in events:
        if isinstance(event, SequenceEndEvent):
            return
        yield _node(event, events)


def _entries(events: Iterator[Event]) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, int] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            return
        key = _node(event, events)
        if not isinstance(key, Scalar):
            raise _refusal(event, "A key is a single word here, not a list or a table.")
        if key.text in seen:
            raise _refusal(
                event, f"“{key.text}” is here for the second time; the first is on line {seen[key.text]}."
            )
        seen[key.text] = key.line
        yield key, _node(next(events), events)


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _refusal(event: Event, sentence: str) -> _Refused:
    return _Refused(*_place(event), sentence)
