"""service_model_file: Reads a service model from YAML; every error at once, with line and column."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from server_stub.helpline.public_numbers import digits_of, number_problem
from server_stub.helpline.queue_names import name_problem
from server_stub.helpline.service_model import (
    LARGEST_NOTICE_VERSION,
    Notice,
    OtherChannel,
    QueueId,
    QueueKind,
    QueueRule,
    Service,
    ServiceId,
    ServiceModel,
    StorageNotice,
    Topic,
    TopicId,
)
from server_stub.helpline.wording import LANGUAGES, Language, Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.hours_in_file import opening_hours
from server_stub.settings.yaml_tree import LARGEST, FileError, Node, Table, read_tree

__all__ = ["FileError", "parse", "read"]

_KINDS: Final[tuple[QueueKind, ...]] = ("topic", "common", "transfer")
_FORMAT: Final = 1
_TARGET_MIN: Final = {"topic": 5, "common": 3, "transfer": 5}
_HANDLE_TIME_MIN: Final = 15


def read(path: Path, *, version: int = 1) -> ServiceModel | list[FileError]:
    """The model in a file. A file that cannot be read is an error at line 1, column 1."""
    try:
        if path.stat().st_size > 4 * LARGEST:
            return [FileError(1, 1, f"The file is larger than {LARGEST:,} characters; nothing was read.")]
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(errors="replace")
        column = len(before) - before.rfind("\n")
        return [FileError(before.count("\n") + 1, column, "The file is not UTF-8 from here on.")]
    except OSError as error:
        return [FileError(1, 1, f"The file could not be read: {error.strerror}.")]
    return parse(text.removeprefix("\ufeff"), version=version)


def parse(text: str, *, version: int) -> ServiceModel | list[FileError]:
    """The model in a text (the database keeps the text as it was loaded, under its number)."""
    tree = read_tree(text)
    if isinstance(tree, FileError):
        return [tree]
    reading = Reading()
    model = _ModelReader(reading).model(tree, version)
    return sorted(set(reading.errors)) if reading.errors or model is None else model


class _ModelReader:
    """Reads the parts of one file; what one part names in another is checked as soon as both are known."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[str, str] = {}
        self._queues: dict[str, QueueRule] = {}

    def model(self, tree: Node, version: int) -> ServiceModel | None:
        reading = self._reading
        given = reading.table(
            tree, needed=("format", "organisation", "numbers", "notice", "emergency", "queues", "services")
        )
        if "format" in given:
            reading.whole_number(given["format"], least=_FORMAT, most=_FORMAT)
        if "numbers" in given:
            self._read_numbers(given["numbers"])
        if "queues" in given:
            self._read_queues(given["queues"])
        services = self._services(given["services"]) if "services" in given else ()
        notice = self._notice(given["notice"]) if "notice" in given else None
        organisation = reading.wording(given["organisation"]) if "organisation" in given else None
        emergency = reading.wording(given["emergency"], self._numbers) if "emergency" in given else None
        if notice is None or organisation is None or emergency is None:
            return None
        return ServiceModel(
            version=version,
            organisation=organisation,
            notice=notice,
            emergency=emergency,
            public_numbers=tuple(self._numbers.values()),
            services=services,
            queues=tuple(self._queues.values()),
        )

    def _read_numbers(self, node: Node) -> None:
        for key, value in self._reading.entries(node):
            name = self._reading.name(key)
            number = self._reading.text(value)
            problem = number_problem(number)
            if number and problem:
                self._reading.wrong(value, problem)
            twin = next(
                (name for name, other in self._numbers.items() if digits_of(number) == digits_of(other)), None
            )
            if number and twin:
                self._reading.wrong(
                    value, f"This number is here already as “{twin}”; one number has one spelling (R038)."
                )
            self._numbers[name] = number

    def _notice(self, node: Node) -> Notice | None:
        reading = self._reading
        given = reading.table(node, needed=("version", "connection", "standing", "storage", "unprotected"))
        if len(given) < 5:
            return None
        return Notice(
            notice_version=reading.whole_number(given["version"], least=1, most=LARGEST_NOTICE_VERSION),
            standing=reading.wording(given["standing"], self._numbers),
            storage=reading.wording(given["storage"], self._numbers),
            is_connection_protected=reading.choice(given["connection"], ("protected", "unprotected"))
            == "protected",
            unprotected=reading.wording(given["unprotected"], self._numbers),
        )

    def _storage_notice(self, node: Node) -> StorageNotice | None:
        """A service's own words on storing (R021)."""
        reading = self._reading
        given = reading.table(node, needed=("version", "text"))
        if "version" not in given or "text" not in given:
            return None
        return StorageNotice(
            version=reading.whole_number(given["version"], least=1, most=LARGEST_NOTICE_VERSION),
            text=reading.wording(given["text"], self._numbers),
        )

    # ---------------------------------------------------------------- queues

    def _read_queues(self, node: Node) -> None:
        for item in self._reading.items(node):
            queue = self._queue(item)
            if queue is not None:
                self._queues.setdefault(queue.queue_id, queue)

    def _queue(self, node: Node) -> QueueRule | None:
        reading = self._reading
        given = reading.table(
            node, needed=("id", "kind", "name"), known=("language", "target_min", "handle_time_min")
        )
        if "id" not in given or "kind" not in given or "name" not in given:
            return None
        queue_id = reading.text(given["id"])
        kind = reading.choice(given["kind"], _KINDS)
        language = reading.choice(given["language"], LANGUAGES) if "language" in given else None
        problem = name_problem(queue_id, kind=kind, language=language)
        if queue_id and problem:
            reading.wrong(given["id"], problem)
        if queue_id in self._queues:
            reading.wrong(given["id"], f"There is a queue “{queue_id}” already.")
        return QueueRule(
            queue_id=QueueId(queue_id),
            name=reading.wording(given["name"]),
            kind=kind,
            language=language,
            target_s=60 * self._minutes(given, "target_min", _TARGET_MIN[kind]),
            handle_time_s=60 * self._minutes(given, "handle_time_min", _HANDLE_TIME_MIN),
        )

    def _minutes(self, given: Mapping[str, Node], key: str, otherwise: int) -> int:
        return self._reading.whole_number(given[key], least=1, most=240) if key in given else otherwise

    # -------------------------------------------------------------- services

    def _services(self, node: Node) -> tuple[Service, ...]:
        services: dict[str, Service] = {}
        for item in self._reading.items(node):
            service = self._service(item)
            if service is not None and service.service_id in services:
                self._reading.wrong(item, f"There is a service “{service.service_id}” already.")
            elif service is not None:
                services[service.service_id] = service
        return tuple(services.values())

    def _service(self, node: Node) -> Service | None:
        reading = self._reading
        keys = (
            "id",
            "name",
            "counsellor_role",
            "about",
            "hours",
            "closed_text",
            "common_queues",
            "topics",
            "other_channels",
        )
        given = reading.table(node, needed=keys, known=("storage_notice",))
        if any(key not in given for key in keys):
            return None
        service = Service(
            service_id=ServiceId(reading.name(given["id"])),
            name=reading.wording(given["name"]),
            about=tuple(reading.wording(line, self._numbers) for line in reading.items(given["about"])),
            hours=opening_hours(reading, given["hours"]),
            closed_text=reading.wording(given["closed_text"], self._numbers, kept=("service", "hours")),
            topics=self._topics(given["topics"]),
            other_channels=tuple(self._channel(item) for item in reading.items(given["other_channels"])),
            common_queues=self._common_queues(given["common_queues"]),
            counsellor_role=reading.wording(given["counsellor_role"]),
            storage_notice=(
                self._storage_notice(given["storage_notice"]) if "storage_notice" in given else None
            ),
        )
        if any("{hours}" not in text for text in service.closed_text.by_language().values() if text):
            reading.wrong(
                given["closed_text"],
                "The text of a closed service gives its hours: put {hours} where they go (R023).",
            )
        return service

    def _topics(self, node: Node) -> tuple[Topic, ...]:
        topics: dict[str, Topic] = {}
        for item in self._reading.items(node):
            given = self._reading.table(item, needed=("id", "name"), known=("queue",))
            if "id" not in given or "name" not in given:
                continue
            topic_id = self._reading.name(given["id"])
            if topic_id in topics:
                self._reading.wrong(given["id"], f"There is a topic “{topic_id}” in this service already.")
            queue_id = self._queue_named(given["queue"], kind="topic") if "queue" in given else None
            topics[topic_id] = Topic(TopicId(topic_id), self._reading.wording(given["name"]), queue_id)
        return tuple(topics.values())

    def _common_queues(self, node: Node) -> Mapping[Language, QueueId]:
        """Per language; English goes to the Finnish queue unless it has its own."""
        given = self._reading.table(node, needed=("fi", "sv"), known=("en",))
        queues: dict[Language, QueueId] = {}
        for language in LANGUAGES:
            if language in given:
                queues[language] = self._queue_named(given[language], kind="common")
                rule = self._queues.get(queues[language])
                if rule is not None and language != "en" and rule.language not in (None, language):
                    self._reading.wrong(
                        given[language], f"This queue serves {rule.language}, not {language}."
                    )
        if "fi" in queues:
            queues.setdefault("en", queues["fi"])
        return MappingProxyType(queues)

    def _queue_named(self, node: Node, *, kind: QueueKind) -> QueueId:
        name = self._reading.text(node)
        rule = self._queues.get(name)
        if name and rule is None:
            self._reading.wrong(node, f"There is no queue “{name}” in this file.")
        elif rule is not None and rule.kind != kind:
            self._reading.wrong(node, f"“{name}” is a {rule.kind} queue; a {kind} queue is expected here.")
        return QueueId(name)

    def _channel(self, node: Node) -> OtherChannel:
        reading = self._reading
        given = reading.table(node, needed=("name",), known=("number", "hours", "note"))
        if isinstance(node, Table) and not {"hours", "note"} & given.keys():
            reading.wrong(node, "Another channel says when it serves: give it hours, or a note.")
        return OtherChannel(
            name=reading.wording(given["name"]) if "name" in given else Wording("", "", ""),
            number=self._number_named(given["number"]) if "number" in given else None,
            hours=opening_hours(reading, given["hours"]) if "hours" in given else None,
            note=reading.wording(given["note"], self._numbers) if "note" in given else None,
        )

    def _number_named(self, node: Node) -> str:
        name = self._reading.text(node)
        if name and name not in self._numbers:
            self._reading.wrong(node, f"There is no number “{name}” under numbers.")
        return self._numbers.get(name, "")
