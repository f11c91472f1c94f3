"""scenario_file: Reads practice scenarios from YAML; every error at once, with file, line and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from server_stub.identity.practice_provider import MADE_UP
from server_stub.robots.scenario import (
    ANSWERS,
    EARLIER_LINES,
    ENDED_BY,
    LANGUAGES,
    WISHES,
    AnyScenario,
    CallbackForm,
    CallScenario,
    Ending,
    Identifying,
    Keyword,
    Scenario,
    Turn,
)
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import LARGEST, FileError, Node, Scalar, Table, read_tree

_FORMAT: Final = 1
_PATIENCE_MIN: Final = 15
_LONGEST_REQUEST: Final = 500
_NEEDED: Final = ("format", "id", "title", "language", "service", "topic")
_OF_A_CHAT: Final = ("first_words", "turns", "ending")
_KNOWN: Final = ("keywords", "patience_min", "finer_topic", "identified_as", "permissions")
_OF_A_TURN: Final = ("after_silence_s", "gone_for_s", "callback", "identifies", "takes_permission_back")


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file and what is to be mended in it."""

    path: Path
    errors: tuple[FileError, ...]


def read_folder(folder: Path) -> tuple[AnyScenario, ...] | list[WrongFile]:
    """All scenarios in a folder's `*.yaml`, by file name. A folder without any is an error of its own."""
    wrong: list[WrongFile] = []
    found: dict[str, AnyScenario] = {}
    for path in sorted(folder.glob("*.yaml")):
        scenario = read(path)
        if isinstance(scenario, list):
            wrong.append(WrongFile(path, tuple(scenario)))
        elif scenario.scenario_id in found:
            sentence = f"There is a scenario “{scenario.scenario_id}” in another file already."
            wrong.append(WrongFile(path, (FileError(1, 1, sentence),)))
        else:
            found[scenario.scenario_id] = scenario
    if not found and not wrong:
        return [WrongFile(folder, (FileError(1, 1, "There is no scenario (*.yaml) in this folder."),))]
    return wrong or tuple(found.values())


def read(path: Path) -> AnyScenario | list[FileError]:
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


def parse(text: str) -> AnyScenario | list[FileError]:
    """The scenario in a text."""
    tree = read_tree(text)
    if isinstance(tree, FileError):
        return [tree]
    reading = Reading()
    scenario = _scenario(reading, tree)
    return sorted(set(reading.errors)) or scenario


def _scenario(reading: Reading, tree: Node) -> AnyScenario:
    """One who chats, or, where `callback` stands in place of a chat, one who only asks to be called."""
    asks = isinstance(tree, Table) and any(key.text == "callback" for key, _ in tree.entries)
    given = (
        reading.table(tree, needed=(*_NEEDED, "callback"))
        if asks
        else reading.table(tree, needed=(*_NEEDED, *_OF_A_CHAT), known=_KNOWN)
    )
    if "format" in given:
        reading.whole_number(given["format"], least=_FORMAT, most=_FORMAT)
    if "title" in given:
        reading.wording(given["title"])
    # What is missing has been noted, and stands as "" so that the rest is read too.
    names = {key: reading.name(given[key]) if key in given else "" for key in ("id", "service", "topic")}
    language = reading.choice(given["language"], LANGUAGES) if "language" in given else LANGUAGES[0]
    if asks:
        return CallScenario(
            names["id"], language, names["service"], names["topic"], _callback(reading, given.get("callback"))
        )
    turns = tuple(_turn(reading, item) for item in reading.items(given["turns"])) if "turns" in given else ()
    patience_min = _PATIENCE_MIN
    if "patience_min" in given:
        patience_min = reading.whole_number(given["patience_min"], least=1, most=240)
    return Scenario(
        scenario_id=names["id"],
        language=language,
        service_id=names["service"],
        topic_id=names["topic"],
        first_words=reading.text(given["first_words"]) if "first_words" in given else "",
        turns=turns,
        ending=_ending(reading, given["ending"]) if "ending" in given else Ending("nobody"),
        keywords=_keywords(reading, given),
        finer_topic_id=reading.name(given["finer_topic"]) if "finer_topic" in given else None,
        identified_as=_identifying(reading, given["identified_as"]) if "identified_as" in given else None,
        permissions=(
            tuple(reading.choice(item, ANSWERS) for item in reading.items(given["permissions"]))
            if "permissions" in given
            else ()
        ),
        patience_s=60 * patience_min,
    )


def _turn(reading: Reading, node: Node) -> Turn:
    """A text alone follows the counsellor's message; a table says when, and what is done before it."""
    if isinstance(node, Scalar):
        return Turn(reading.text(node))
    given = reading.table(node, needed=("text",), known=_OF_A_TURN)
    seconds = {
        key: reading.whole_number(given[key], least=5, most=3_600) if key in given else None
        for key in ("after_silence_s", "gone_for_s")
    }
    return Turn(
        reading.text(given["text"]) if "text" in given else "",
        seconds["after_silence_s"],
        seconds["gone_for_s"],
        _callback(reading, given["callback"]) if "callback" in given else None,
        _identifying(reading, given["identifies"]) if "identifies" in given else None,
        "takes_permission_back" in given and reading.yes_or_no(given["takes_permission_back"]),
    )


def _identifying(reading: Reading, node: Node) -> Identifying:
    """Who of the made-up people, and what becomes of her earlier lines."""
    given = reading.table(node, needed=("as",), known=("earlier_lines",))
    person_id = reading.name(given["as"]) if "as" in given else ""
    if person_id and person_id not in MADE_UP:
        reading.wrong(
            given["as"], f"Among the made-up people there is no “{person_id}”: {', '.join(MADE_UP)}."
        )
    return Identifying(
        person_id,
        reading.choice(given["earlier_lines"], EARLIER_LINES) if "earlier_lines" in given else "join",
    )


def _callback(reading: Reading, node: Node | None) -> CallbackForm:
    """What is filled in. There is no number: it is drawn from those that reach nobody."""
    if node is None:
        return CallbackForm("any", may_leave_voicemail=False)
    given = reading.table(node, needed=("wish", "may_leave_voicemail"), known=("text",))
    text = reading.text(given["text"]) if "text" in given else ""
    if len(text) > _LONGEST_REQUEST:
        reading.wrong(given["text"], f"This text is longer than {_LONGEST_REQUEST} characters.")
    return CallbackForm(
        wish=reading.choice(given["wish"], WISHES) if "wish" in given else "any",
        may_leave_voicemail="may_leave_voicemail" in given
        and reading.yes_or_no(given["may_leave_voicemail"]),
        text=text,
    )


def _keywords(reading: Reading, scenario: Mapping[str, Node]) -> tuple[Keyword, ...]:
    keywords: list[Keyword] = []
    for item in reading.items(scenario["keywords"]) if "keywords" in scenario else ():
        given = reading.table(item, needed=("words", "text"), known=("callback",))
        form = _callback(reading, given["callback"]) if "callback" in given else None
        if "words" in given and "text" in given:
            words = tuple(reading.text(word) for word in reading.items(given["words"]))
            keywords.append(Keyword(words, reading.text(given["text"]), form))
    return tuple(keywords)


def _ending(reading: Reading, node: Node) -> Ending:
    given = reading.table(node, needed=("by",), known=("text",))
    by = reading.choice(given["by"], ENDED_BY) if "by" in given else "nobody"
    if by != "customer" and "text" in given:
        reading.wrong(given["text"], "Only a customer who ends it herself has last words.")
    return Ending(by, reading.text(given["text"]) if "text" in given else "")
