"""service_model_file: Reads a service model from YAML; every error at once, with line and column."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from server_stub.helpline.calling_time import CLOSES_AFTER_DAYS, LONGEST_OPEN_DAYS, USUAL
from server_stub.helpline.hand_over_rules import HandOverRules
from server_stub.helpline.handbook import NOTHING_WRITTEN
from server_stub.helpline.model_on import service_successions, with_ends
from server_stub.helpline.planned_shift import RULES
from server_stub.helpline.public_numbers import digits_of, number_problem
from server_stub.helpline.queue_names import name_problem
from server_stub.helpline.roles import SERVING_ADVICE
from server_stub.helpline.service_model import (
    LARGEST_NOTICE_VERSION,
    REGISTERS,
    Instruction,
    Notice,
    ProblemGuide,
    QueueId,
    QueueKind,
    QueueRule,
    Register,
    Service,
    ServiceId,
    ServiceModel,
    SitePage,
)
from server_stub.helpline.wording import LANGUAGES, Wording
from server_stub.settings.calling_in_file import callback_booking, callbacks_by, calling_times
from server_stub.settings.canned_in_file import canned_answers
from server_stub.settings.codes_in_file import Codes
from server_stub.settings.consent_in_file import consent_texts
from server_stub.settings.consultations_in_file import consultation_queues
from server_stub.settings.file_reading import Reading
from server_stub.settings.handbook_in_file import handbook
from server_stub.settings.problem_guide_in_file import problem_guide
from server_stub.settings.queue_doors_in_file import queue_doors
from server_stub.settings.service_in_file import ServiceReader
from server_stub.settings.succession_in_file import Following, check_torn_topics
from server_stub.settings.yaml_tree import LARGEST, FileError, Node, read_tree

__all__ = ["FileError", "parse", "read"]

_KINDS: Final[tuple[QueueKind, ...]] = ("topic", "common", "transfer")
_FORMAT: Final = 1
_TARGET_MIN: Final = {"topic": 5, "common": 3, "transfer": 5}
_HANDLE_TIME_MIN: Final = 15
_NOTHING: Final = Wording("", "", "")


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


def _hand_overs(reading: Reading, node: Node) -> HandOverRules:
    """`{reason_from: 2, tell_from: 3}` (R079)."""
    given = reading.table(node, needed=(), known=("reason_from", "tell_from"))
    usual = HandOverRules()
    return HandOverRules(
        *(
            reading.whole_number(given[key], least=1, most=99) if key in given else getattr(usual, key)
            for key in ("reason_from", "tell_from")
        )
    )


class _ModelReader:
    """Reads the parts of one file; what one part names in another is checked as soon as both are known."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[str, str] = {}
        self._queues: dict[str, QueueRule] = {}
        self._queues_follow = Following(reading, "queue")
        self._shortcuts: set[str] = set()
        self._contact_reasons = Codes(reading, "a contact reason")
        self._outcomes = Codes(reading, "an outcome")

    def model(self, tree: Node, version: int) -> ServiceModel | None:
        reading = self._reading
        given = reading.table(
            tree,
            needed=("format", "organisation", "numbers", "notice", "emergency", "queues", "services"),
            known=(
                *("instructions", "funding", "pages", "contact_reasons", "outcomes"),
                *("blanks", "canned_answers", "calling_time", "callbacks_close_after_days"),
                "consultation_queues",
                "problem_situations",
                "callback_booking",
                *("callbacks_by", "consent", "hand_overs", "planned_shifts", "handbook"),
            ),
        )
        if "format" in given:
            reading.whole_number(given["format"], least=_FORMAT, most=_FORMAT)
        if "numbers" in given:
            self._read_numbers(given["numbers"])
        if "queues" in given:
            self._read_queues(given["queues"])
        for codes, key in ((self._contact_reasons, "contact_reasons"), (self._outcomes, "outcomes")):
            if key in given:
                codes.read(given[key])
        services = self._services(given["services"]) if "services" in given else ()
        notice = self._notice(given["notice"]) if "notice" in given else None
        organisation = reading.wording(given["organisation"]) if "organisation" in given else None
        emergency = reading.wording(given["emergency"], self._numbers) if "emergency" in given else None
        instructions = self._instructions(given["instructions"]) if "instructions" in given else ()
        funding = reading.wording(given["funding"]) if "funding" in given else None
        pages = self._pages(given["pages"], services) if "pages" in given else ()
        calling = calling_times(reading, given["calling_time"]) if "calling_time" in given else USUAL
        canned = (
            canned_answers(
                reading,
                given["canned_answers"],
                numbers=self._numbers,
                blanks=given.get("blanks"),
                outcomes=self._outcomes,
                taken=self._shortcuts,
            )
            if "canned_answers" in given
            else ()
        )
        asked = (
            consultation_queues(reading, given["consultation_queues"], numbers=self._numbers)
            if "consultation_queues" in given
            else ()
        )
        guide = (
            problem_guide(reading, given["problem_situations"], numbers=self._numbers)
            if "problem_situations" in given
            else ProblemGuide()
        )
        book = (
            handbook(
                reading,
                given["handbook"],
                numbers=self._numbers,
                queues={queue_id: rule.name for queue_id, rule in self._queues.items()},
                consultation_queues={each.queue_id for each in asked},
            )
            if "handbook" in given
            else NOTHING_WRITTEN
        )
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
            instructions=instructions,
            funding=funding,
            pages=pages,
            canned_answers=canned,
            problem_guide=guide,
            handbook=book,
            calling_times=calling,
            callbacks_close_after_days=(
                reading.whole_number(given["callbacks_close_after_days"], least=2, most=LONGEST_OPEN_DAYS)
                if "callbacks_close_after_days" in given
                else CLOSES_AFTER_DAYS
            ),
            consultation_queues=asked,
            callbacks_by=(
                callbacks_by(reading, given["callbacks_by"]) if "callbacks_by" in given else SERVING_ADVICE
            ),
            hand_over_rules=(
                _hand_overs(reading, given["hand_overs"]) if "hand_overs" in given else HandOverRules()
            ),
            planned_shifts=(
                reading.choice(given["planned_shifts"], RULES) if "planned_shifts" in given else RULES[0]
            ),
            consent_texts=consent_texts(reading, given["consent"]) if "consent" in given else None,
            callback_booking=(
                callback_booking(reading, given["callback_booking"]) if "callback_booking" in given else None
            ),
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

    def _notice(self, node: Node) -> Notice:
        reading = self._reading
        given = reading.table(node, needed=("version", "connection", "standing", "storage", "unprotected"))
        version = (
            reading.whole_number(given["version"], least=1, most=LARGEST_NOTICE_VERSION)
            if "version" in given
            else 1
        )
        connection = (
            reading.choice(given["connection"], ("protected", "unprotected")) if "connection" in given else ""
        )
        texts = {
            key: reading.wording(given[key], self._numbers) if key in given else _NOTHING
            for key in ("standing", "storage", "unprotected")
        }
        return Notice(
            notice_version=version,
            standing=texts["standing"],
            storage=texts["storage"],
            is_connection_protected=connection == "protected",
            unprotected=texts["unprotected"],
        )

    # ---------------------------------------------------------------- queues

    def _read_queues(self, node: Node) -> None:
        for item in self._reading.items(node):
            queue = self._queue(item)
            if queue.queue_id:
                self._queues.setdefault(queue.queue_id, queue)
        self._queues_follow.check({name: queue.succeeds for name, queue in self._queues.items()})
        self._queues = {str(queue.queue_id): queue for queue in with_ends(self._queues.values())}

    def _queue(self, node: Node) -> QueueRule:
        reading = self._reading
        given = reading.table(
            node,
            needed=("id", "kind", "name"),
            known=(
                *("language", "target_min", "handle_time_min", "internal_message"),
                *("pilot", "opens_only_with_staff", "register", "asks_consent", "where_to", "succeeds"),
            ),
        )
        queue_id = reading.text(given["id"]) if "id" in given else ""
        known = len(reading.errors)
        kind = reading.choice(given["kind"], _KINDS) if "kind" in given else _KINDS[0]
        language = reading.choice(given["language"], LANGUAGES) if "language" in given else None
        # Where the kind is not said rightly, no name can be wrong for it.
        is_told = "kind" in given and len(reading.errors) == known
        problem = name_problem(queue_id, kind=kind, language=language) if is_told else None
        if queue_id and problem:
            reading.wrong(given["id"], problem)
        if queue_id and queue_id in self._queues:
            reading.wrong(given["id"], f"There is a queue “{queue_id}” already.")
        doors = queue_doors(reading, given, kind=kind)
        return QueueRule(
            queue_id=QueueId(queue_id),
            name=reading.wording(given["name"]) if "name" in given else _NOTHING,
            kind=kind,
            language=language,
            target_s=60 * self._minutes(given, "target_min", _TARGET_MIN[kind]),
            handle_time_s=60 * self._minutes(given, "handle_time_min", _HANDLE_TIME_MIN),
            internal_message=(
                reading.wording(given["internal_message"]) if "internal_message" in given else None
            ),
            register=self._register(given, kind),
            asks_consent=reading.yes_or_no(given["asks_consent"]) if "asks_consent" in given else False,
            where_to=reading.wording(given["where_to"]) if "where_to" in given else None,
            pilot=doors.pilot,
            opens_only_with_staff=doors.opens_only_with_staff,
            succeeds=self._queues_follow.read(given, queue_id),
        )

    def _register(self, given: Mapping[str, Node], kind: QueueKind) -> Register | None:
        """Advice queues are social care's unless they say otherwise; a transfer queue's is not guessed."""
        if "register" in given:
            return self._reading.choice(given["register"], REGISTERS)
        return None if kind == "transfer" else "social"

    def _minutes(self, given: Mapping[str, Node], key: str, otherwise: int) -> int:
        return self._reading.whole_number(given[key], least=1, most=240) if key in given else otherwise

    # -------------------------------------------------------------- services

    def _services(self, node: Node) -> tuple[Service, ...]:
        reader = ServiceReader(
            self._reading,
            self._numbers,
            self._queues,
            contact_reasons=self._contact_reasons,
            outcomes=self._outcomes,
        )
        services: dict[str, Service] = {}
        nodes: list[tuple[Node, Service]] = []
        for item in self._reading.items(node):
            service = reader.service(item)
            if service.service_id and service.service_id in services:
                self._reading.wrong(item, f"There is a service “{service.service_id}” already.")
            services.setdefault(service.service_id, service)
            nodes.append((item, service))
        reader.follow.check(service_successions(services.values()))
        check_torn_topics(self._reading, self._queues.values(), nodes)
        self._shortcuts |= reader.shortcuts
        return tuple(services.values())

    # ------------------------------------------------------- around the chat

    def _instructions(self, node: Node) -> tuple[Instruction, ...]:
        """The instructions in plain words (R033)."""
        instructions = []
        for item in self._reading.items(node):
            given = self._reading.table(item, needed=("heading", "text"))
            heading = self._reading.wording(given["heading"]) if "heading" in given else _NOTHING
            text = self._reading.wording(given["text"], self._numbers) if "text" in given else _NOTHING
            instructions.append(Instruction(heading, text))
        return tuple(instructions)

    def _pages(self, node: Node, services: Sequence[Service]) -> tuple[SitePage, ...]:
        """Pages of the county's site, each with its switch (R026)."""
        reading = self._reading
        pages: dict[str, SitePage] = {}
        for item in reading.items(node):
            given = reading.table(item, needed=("id", "service", "opens_by_itself"))
            page_id = reading.name(given["id"]) if "id" in given else ""
            if page_id and page_id in pages:
                reading.wrong(given["id"], f"There is a page “{page_id}” already.")
            service_id = reading.name(given["service"]) if "service" in given else ""
            if service_id and service_id not in {service.service_id for service in services}:
                reading.wrong(given["service"], f"There is no service “{service_id}” in this file.")
            opens = reading.yes_or_no(given["opens_by_itself"]) if "opens_by_itself" in given else False
            pages[page_id] = SitePage(page_id, ServiceId(service_id), opens)
        return tuple(pages.values())
