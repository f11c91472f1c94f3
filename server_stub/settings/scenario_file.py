"""scenario_file: Reads practice scenarios from YAML; every error at once, with file, line and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from server_stub.robots.scenario import ENDED_BY, LANGUAGES, Ending, Keyword, Scenario, Turn
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import LARGEST, FileError, Node, Scalar, read_tree

_FORMAT: Final = 1
_PATIENCE_MIN: Final = 15
_NEEDED: Final = ("format", "id", "title", "language", "service", "topic", "first_words", "turns", "ending")
_KNOWN: Final = ("keywords", "patience_min")


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file and what is to be mended in it."""

    path: Path
    errors: tuple[FileError, ...]


def read_folder(folder: Path) -> tuple[Scenario, ...] | list[WrongFile]:
    """All scenarios in a folder's `*.yaml`, by file name. A folder without any is an error of its own."""
    wrong: list[WrongFile] = []
    found: dict[str, Scenario] = {}
    for path in sorted(folder.glob("*.yaml")):
        scenario = read(path)
        if not isinstance(scenario, Scenario):
            wrong.append(WrongFile(path, tuple(scenario)))
        elif scenario.scenario_id in found:
            sentence = f"There is a scenario “{scenario.scenario_id}” in another file already."
            wrong.append(WrongFile(path, (FileError(1, 1, sentence),)))
        else:
            found[scenario.scenario_id] = scenario
    if not found and not wrong:
        return [WrongFile(folder, (FileError(1, 1, "There is no scenario (*.yaml) in this folder."),))]
    return wrong or tuple(found.values())


def read(path: Path) -> Scenario | list[FileError]:
    """The scenario in a file. A file that cannot be read is an error at line 1, column 1."""
    try:
        if path.stat().st_size > 4 * LARGEST:
            return [FileError(1, 1, f"The file is larger than {LARGEST:,} characters; nothing was read.")]
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [FileError(line, 1, "The file is not UTF-8 from here on.")]
    except OSError as error:
        return [FileError(1, 1, f"The file could not be read: {error.strerror}.")]
    return parse(text.removeprefix("\ufeff"))


def parse(text: str) -> Scenario | list[FileError]:
    """The scenario in a text."""
    tree = read_tree(text)
    if isinstance(tree, FileError):
        return [tree]
    reading = Reading()
    scenario = _scenario(reading, tree)
    return sorted(set(reading.errors)) or scenario


def _scenario(reading: Reading, tree: Node) -> Scenario:
    given = reading.table(tree, needed=_NEEDED, known=_KNOWN)
    if "format" in given:
        reading.whole_number(given["format"], least=_FORMAT, most=_FORMAT)
    if "title" in given:
        reading.wording(given["title"])
    turns = tuple(_turn(reading, item) for item in reading.items(given["turns"])) if "turns" in given else ()
    patience_min = _PATIENCE_MIN
    if "patience_min" in given:
        patience_min = reading.whole_number(given["patience_min"], least=1, most=240)
    # What is missing has been noted, and stands as "" so that the rest is read too.
    names = {key: reading.name(given[key]) if key in given else "" for key in ("id", "service", "topic")}
    language = reading.choice(given["language"], LANGUAGES) if "language" in given else LANGUAGES[0]
    return Scenario(
        scenario_id=names["id"],
        language=language,
        service_id=names["service"],
        topic_id=names["topic"],
        first_words=reading.text(given["first_words"]) if "first_words" in given else "",
        turns=turns,
        ending=_ending(reading, given["ending"]) if "ending" in given else Ending("nobody"),
        keywords=_keywords(reading, given),
        patience_s=60 * patience_min,
    )


def _turn(reading: Reading, node: Node) -> Turn:
    """A text alone follows the counsellor's message; a table says after how long a silence."""
    if isinstance(node, Scalar):
        return Turn(reading.text(node))
    given = reading.table(node, needed=("after_silence_s", "text"))
    if len(given) < 2:
        return Turn("")
    silence_s = reading.whole_number(given["after_silence_s"], least=5, most=3_600)
    return Turn(reading.text(given["text"]), silence_s)


def _keywords(reading: Reading, scenario: Mapping[str, Node]) -> tuple[Keyword, ...]:
    keywords: list[Keyword] = []
    for item in reading.items(scenario["keywords"]) if "keywords" in scenario else ():
        given = reading.table(item, needed=("words", "text"))
        if len(given) == 2:
            words = tuple(reading.text(word) for word in reading.items(given["words"]))
            keywords.append(Keyword(words, reading.text(given["text"])))
    return tuple(keywords)


def _ending(reading: Reading, node: Node) -> Ending:
    given = reading.table(node, needed=("by",), known=("text",))
    by = reading.choice(given["by"], ENDED_BY) if "by" in given else "nobody"
    if by != "customer" and "text" in given:
        reading.wrong(given["text"], "Only a customer who ends it herself has last words.")
    return Ending(by, reading.text(given["text"]) if "text" in given else "")
