"""service_in_file: Reads one service of a service model: texts, hours, topics, doors, announcements."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from server_stub.helpline.hours import OpeningHours
from server_stub.helpline.passing_on import NOWHERE
from server_stub.helpline.service_model import (
    CLOSING_NOTICE_MIN,
    LARGEST_NOTICE_VERSION,
    Announcement,
    AnnouncementKind,
    AtClosing,
    Code,
    CodeId,
    FinerTopic,
    OtherChannel,
    QueueId,
    QueueKind,
    QueueRule,
    Service,
    ServiceId,
    StorageNotice,
    Topic,
    TopicId,
)
from server_stub.helpline.wording import LANGUAGES, Language, Wording
from server_stub.settings.announcements_in_file import announcements
from server_stub.settings.applications_in_file import applications_in_file
from server_stub.settings.canned_in_file import shortcut_in_file
from server_stub.settings.codes_in_file import Codes
from server_stub.settings.file_reading import Reading
from server_stub.settings.hours_in_file import opening_hours
from server_stub.settings.messages_in_file import messages_in_file
from server_stub.settings.succession_in_file import Following
from server_stub.settings.yaml_tree import Node, Table

_NEEDED: Final = (
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
_KNOWN: Final = (
    "storage_notice",
    "ask_us_about",
    "we_help_you",
    "temporary_notices",
    "news",
    "closing_notice_min",
    "contact_reasons",
    "outcomes",
    "messages",
    "anonymous_hours",
    "at_closing",
    "succeeds",
    "applications",
)
_AT_CLOSING: Final[tuple[AtClosing, ...]] = ("serve", "offer_callback")
_LONGEST_CLOSING_NOTICE_MIN: Final = 240
_NOTHING: Final = Wording("", "", "")
_NEVER: Final = OpeningHours(versions=(), exceptions={})


class ServiceReader:
    """Reads services over the numbers and queues of their file.

    A part that is missing or wrong is stood in for, so that it hides no other mistake.
    """

    def __init__(
        self,
        reading: Reading,
        numbers: Mapping[str, str],
        queues: Mapping[str, QueueRule],
        *,
        contact_reasons: Codes,
        outcomes: Codes,
    ) -> None:
        self._reading = reading
        self._numbers = numbers
        self._queues = queues
        self._contact_reasons = contact_reasons
        self._outcomes = outcomes
        self.shortcuts: set[str] = set()
        """Of other ways, as far as they are read."""
        self.follow = Following(reading, "service")

    def service(self, node: Node) -> Service:
        """The service at a node; what is wrong with it is noted."""
        given = self._reading.table(node, needed=_NEEDED, known=_KNOWN)
        reasons = self._contact_reasons.used(given, "contact_reasons")
        service_id = self._reading.name(given["id"]) if "id" in given else ""
        return Service(
            service_id=ServiceId(service_id),
            name=self._wording(given, "name", numbers={}),
            about=self._wordings(given, "about"),
            hours=opening_hours(self._reading, given["hours"]) if "hours" in given else _NEVER,
            closed_text=self._closed_text(given),
            topics=self._topics(given["topics"], reasons) if "topics" in given else (),
            other_channels=self._channels(given),
            common_queues=self._common_queues(given),
            counsellor_role=self._wording(given, "counsellor_role", numbers={}),
            storage_notice=(
                self._storage_notice(given["storage_notice"]) if "storage_notice" in given else None
            ),
            asks=self._wordings(given, "ask_us_about"),
            helps=self._wordings(given, "we_help_you"),
            announcements=(
                *self._announcements(given, "temporary_notices", "temporary"),
                *self._announcements(given, "news", "news"),
            ),
            closing_notice_min=(
                self._reading.whole_number(
                    given["closing_notice_min"], least=1, most=_LONGEST_CLOSING_NOTICE_MIN
                )
                if "closing_notice_min" in given
                else CLOSING_NOTICE_MIN
            ),
            contact_reasons=reasons,
            outcomes=self._outcomes.used(given, "outcomes"),
            messages=(
                messages_in_file(self._reading, given["messages"], self._queues)
                if "messages" in given
                else None
            ),
            anonymous_hours=(
                opening_hours(self._reading, given["anonymous_hours"]) if "anonymous_hours" in given else None
            ),
            at_closing=(
                self._reading.choice(given["at_closing"], _AT_CLOSING) if "at_closing" in given else "serve"
            ),
            succeeds=self.follow.read(given, service_id),
            applications=(
                applications_in_file(self._reading, given["applications"], self._queues)
                if "applications" in given
                else NOWHERE
            ),
        )

    # ----------------------------------------------------------------- texts

    def _wording(
        self, given: Mapping[str, Node], key: str, *, numbers: Mapping[str, str] | None = None
    ) -> Wording:
        if key not in given:
            return _NOTHING
        return self._reading.wording(given[key], self._numbers if numbers is None else numbers)

    def _wordings(self, given: Mapping[str, Node], key: str) -> tuple[Wording, ...]:
        if key not in given:
            return ()
        return tuple(self._reading.wording(line, self._numbers) for line in self._reading.items(given[key]))

    def _closed_text(self, given: Mapping[str, Node]) -> Wording:
        if "closed_text" not in given:
            return _NOTHING
        node = given["closed_text"]
        text = self._reading.wording(node, self._numbers, kept=("service", "hours"))
        # Both are filled from settings, so that neither can go out of date in a sentence (R023).
        for name, what in (("service", "names the service"), ("hours", "gives its hours")):
            if any(f"{{{name}}}" not in each for each in text.by_language().values() if each):
                self._reading.wrong(
                    node,
                    f"The text of a closed service {what}: put {{{name}}} where that goes (R023).",
                )
        return text

    def _storage_notice(self, node: Node) -> StorageNotice:
        """A service's own words on storing (R021)."""
        given = self._reading.table(node, needed=("version", "text"))
        version = (
            self._reading.whole_number(given["version"], least=1, most=LARGEST_NOTICE_VERSION)
            if "version" in given
            else 1
        )
        return StorageNotice(version, self._wording(given, "text"))

    def _announcements(
        self, given: Mapping[str, Node], key: str, kind: AnnouncementKind
    ) -> tuple[Announcement, ...]:
        return announcements(self._reading, given[key], kind, numbers=self._numbers) if key in given else ()

    # ---------------------------------------------------------------- queues

    def _topics(self, node: Node, reasons: tuple[Code, ...]) -> tuple[Topic, ...]:
        topics: dict[str, Topic] = {}
        taken: set[str] = set()
        known = ("queue", "contact_reasons", "finer_topics", "succeeds")
        follow = Following(self._reading, "topic")
        for item in self._reading.items(node):
            given = self._reading.table(item, needed=("id", "name"), known=known)
            topic_id = self._topic_id(given, taken)
            queue_id = self._queue_named(given["queue"], kind="topic") if "queue" in given else None
            likely = self._likely(given["contact_reasons"], reasons) if "contact_reasons" in given else ()
            finer = self._finer(given["finer_topics"], reasons, taken) if "finer_topics" in given else ()
            topics[topic_id] = Topic(
                TopicId(topic_id),
                self._wording(given, "name", numbers={}),
                *(queue_id, likely, finer),
                succeeds=follow.read(given, topic_id),
            )
        follow.check({name: topic.succeeds for name, topic in topics.items()})
        return tuple(topics.values())

    def _finer(self, node: Node, reasons: tuple[Code, ...], taken: set[str]) -> tuple[FinerTopic, ...]:
        """The more exact choice within a topic (R069)."""
        found: list[FinerTopic] = []
        for item in self._reading.items(node):
            given = self._reading.table(item, needed=("id", "name"), known=("contact_reasons",))
            topic_id = self._topic_id(given, taken)
            likely = self._likely(given["contact_reasons"], reasons) if "contact_reasons" in given else ()
            name = self._wording(given, "name", numbers={})
            found.append(FinerTopic(TopicId(topic_id), name, likely))
        return tuple(found)

    def _topic_id(self, given: Mapping[str, Node], taken: set[str]) -> str:
        """One id says which topic is meant, finer or not: statistics are kept by it."""
        topic_id = self._reading.name(given["id"]) if "id" in given else ""
        if topic_id and topic_id in taken:
            self._reading.wrong(given["id"], f"There is a topic “{topic_id}” in this service already.")
        taken.add(topic_id)
        return topic_id

    def _likely(self, node: Node, reasons: tuple[Code, ...]) -> tuple[CodeId, ...]:
        """The reasons a topic is pre-filled with: of those this service uses."""
        known = len(self._reading.errors)
        named = self._contact_reasons.named(node)
        used = {reason.code_id for reason in reasons}
        for name in named:
            # A name that is nowhere in the file has its sentence already.
            if name not in used and len(self._reading.errors) == known:
                self._reading.wrong(node, f"This service does not use the contact reason “{name}”.")
        return named

    def _common_queues(self, given: Mapping[str, Node]) -> Mapping[Language, QueueId]:
        """Per language; English goes to the Finnish queue unless it has its own."""
        queues: dict[Language, QueueId] = {}
        if "common_queues" in given:
            named = self._reading.table(given["common_queues"], needed=("fi", "sv"), known=("en",))
            for language in LANGUAGES:
                if language in named:
                    queues[language] = self._common_queue(named[language], language)
        if "fi" in queues:
            queues.setdefault("en", queues["fi"])
        return MappingProxyType(queues)

    def _common_queue(self, node: Node, language: Language) -> QueueId:
        queue_id = self._queue_named(node, kind="common")
        rule = self._queues.get(queue_id)
        if rule is not None and language != "en" and rule.language not in (None, language):
            self._reading.wrong(node, f"This queue serves {rule.language}, not {language}.")
        return queue_id

    def _queue_named(self, node: Node, *, kind: QueueKind) -> QueueId:
        name = self._reading.text(node)
        rule = self._queues.get(name)
        if name and rule is None:
            self._reading.wrong(node, f"There is no queue “{name}” in this file.")
        elif rule is not None and rule.kind != kind:
            self._reading.wrong(node, f"“{name}” is a {rule.kind} queue; a {kind} queue is expected here.")
        return QueueId(name)

    # ----------------------------------------------------------------- doors

    def _channels(self, given: Mapping[str, Node]) -> tuple[OtherChannel, ...]:
        if "other_channels" not in given:
            return ()
        return tuple(self._channel(item) for item in self._reading.items(given["other_channels"]))

    def _channel(self, node: Node) -> OtherChannel:
        reading = self._reading
        given = reading.table(node, needed=("name",), known=("number", "hours", "note", "shortcut"))
        if isinstance(node, Table) and not {"hours", "note"} & given.keys():
            reading.wrong(node, "Another channel says when it serves: give it hours, or a note.")
        return OtherChannel(
            name=self._wording(given, "name", numbers={}),
            number=self._number_named(given["number"]) if "number" in given else None,
            hours=opening_hours(reading, given["hours"]) if "hours" in given else None,
            note=self._wording(given, "note") if "note" in given else None,
            shortcut=self._shortcut(given["shortcut"]) if "shortcut" in given else None,
        )

    def _shortcut(self, node: Node) -> str:
        shortcut = shortcut_in_file(self._reading, node)
        if shortcut in self.shortcuts:
            self._reading.wrong(node, f"There is another way with the shortcut “{shortcut}” already.")
        self.shortcuts.add(shortcut)
        return shortcut

    def _number_named(self, node: Node) -> str:
        name = self._reading.text(node)
        if name and name not in self._numbers:
            self._reading.wrong(node, f"There is no number “{name}” under numbers.")
        return self._numbers.get(name, "")
