"""archive: Closed conversations are looked for, opened, and taken without personal data (R138, R103)."""

import asyncio
from datetime import date

from litestar import Response, get, post

from server_stub.counter.counter import Counter
from server_stub.counter.in_force import InForce
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.archive import Sought
from server_stub.helpline.good_practice import Said, without_personal_data
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.planned_shift import day_between
from server_stub.helpline.retention import Retention
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Millis
from server_stub.helpline.wording import Language
from server_stub.ports import Clock
from server_stub.records import archive, staff
from server_stub.records.archive import Archived, Opened, Place, Reader
from server_stub.records.database import Database
from server_stub.routes.doors import Asking, Handlers, decoded, json_answer, scope_of
from server_stub.routes.keeper import staff_of
from server_stub.routes.problem_answers import ProblemRaised, malformed
from server_stub.routes.reading import ID, found
from server_stub.wire import archive as wire
from server_stub.wire import doors as door_wire
from server_stub.wire.heads import ModelWords, StaffRef, stamp
from server_stub.wire.snapshots import Code, QueueRef, as_written


class ArchiveReading:
    """Reads the archive, each answer in one transaction. Every look is in the audit log before it is given,
    and nowhere what was looked for.
    """

    def __init__(
        self,
        database: Database,
        counter: Counter,
        in_force: InForce,
        masker: Masker,
        retention: Retention,
        clock: Clock,
    ) -> None:
        self._database = database
        self._counter = counter
        self._in_force = in_force
        self._masker = masker
        self._retention = retention
        self._clock = clock
        # A search reads for long, and sign-ins, snapshots and streams share the readers with it.
        self._search_at_a_time = asyncio.Semaphore(1)

    async def search(self, actor: StaffActor, asks: door_wire.SearchArchive) -> bytes:
        """`ArchivePage` of the contract. Raises `ProblemRaised` for a day that is none."""
        sought, now = _sought(asks), self._clock.millis()
        at = wire.place_of(asks.next_from)
        after = None if at is None else Place(*at)
        await self._counter.look(actor, Action.STAFF_SEARCH_ARCHIVE, None)
        async with self._search_at_a_time:
            page, totals = await self._database.read(
                lambda connection: (
                    archive.page(connection, self._reader(actor), sought, after=after),
                    archive.totals(connection, now=now) if after is None else None,
                )
            )
        words, onward = self._in_force.now.words, page.next_from
        return wire.encode(
            wire.ArchivePage(
                stamp(now),
                tuple(_head(each, words) for each in page.found),
                None if onward is None else f"{onward.closed_at}.{onward.conversation_id}",
                None if onward is None else stamp(onward.closed_at),
                None if totals is None else wire.ArchiveTotals(*totals),
            )
        )

    async def opened(self, actor: StaffActor, conversation_id: str) -> bytes | None:
        """`ArchivedConversation` of the contract; None when it is not there for her."""
        one = await self._opened(actor, conversation_id, Action.STAFF_OPEN_ARCHIVED)
        if one is None:
            return None
        words = self._in_force.now.words
        return wire.encode(
            wire.ArchivedConversation(
                _head(one.archived, words),
                as_written(one.messages),
                one.has_older,
                as_written(one.notes),
                as_written((one.person,))[0],
                one.wrap_up_notes,
                one.marks,
                tuple(
                    wire.ArchiveStep(
                        step.at,
                        step.step,
                        step.by,
                        None
                        if step.queue_id is None
                        else QueueRef(step.queue_id, words.queue(step.queue_id)),
                        step.internal_message,
                    )
                    for step in one.steps
                ),
            )
        )

    async def material(self, actor: StaffActor, conversation_id: str) -> bytes | None:
        """`ArchiveMaterial` of the contract; None when it is not there for her."""
        one = await self._opened(actor, conversation_id, Action.STAFF_MAKE_MATERIAL)
        if one is None:
            return None
        everybody = await self._database.read(staff.every)
        about, model = one.archived.conversation, self._in_force.now
        language: Language = "sv" if about.language == "sv" else "en" if about.language == "en" else "fi"
        service = model.model.service(about.service_id)
        title = "" if service is None else service.counsellor_role.in_language(language)
        # Beside the loop: a long conversation and hundreds of names of staff take their time.
        lines = await asyncio.to_thread(
            without_personal_data,
            [Said(line.by, line.text) for line in wire.lines_of(one.messages)],
            mask=lambda text: self._masker.mask(text, model.public_numbers).text,
            customers=wire.names_of(one.person),
            professionals=_professionals(one, [each.display_name for each in everybody]),
            title=title,
        )
        return wire.encode(
            wire.ArchiveMaterial(
                about.language,
                model.words.topic(about.service_id, about.topic_id),
                model.words.role(about.service_id),
                tuple(
                    wire.MaterialLine(was.by, line.text)
                    for was, line in zip(wire.lines_of(one.messages), lines, strict=True)
                ),
                one.has_older,
            )
        )

    async def _opened(self, actor: StaffActor, conversation_id: str, action: Action) -> Opened | None:
        reader = self._reader(actor)
        one = await self._database.read(
            lambda connection: archive.opened(connection, reader, conversation_id)
        )
        if one is not None:
            await self._counter.look(actor, action, conversation_id)
        return one

    def _reader(self, actor: StaffActor) -> Reader:
        return Reader(actor, self._in_force.now.registers, self._retention, self._clock.millis())


def archive_routes(reading: ArchiveReading) -> Handlers:
    """What those who answer customers read again. Words that are looked for never stand in an address."""

    @post("/api/v1/staff/archive/search", opt={"action": Action.STAFF_SEARCH_ARCHIVE}, status_code=200)
    async def search(request: Asking) -> Response[bytes]:
        actor = staff_of(scope_of(request)).actor
        return json_answer(await reading.search(actor, await decoded(request, door_wire.SearchArchive)))

    @get("/api/v1/staff/archive/{conversation_id:str}", opt={"action": Action.STAFF_OPEN_ARCHIVED})
    async def opened(request: Asking) -> Response[bytes]:
        actor, conversation_id = staff_of(scope_of(request)).actor, _conversation_id(request)
        return found(await reading.opened(actor, conversation_id) if conversation_id else None)

    @get("/api/v1/staff/archive/{conversation_id:str}/material", opt={"action": Action.STAFF_MAKE_MATERIAL})
    async def material(request: Asking) -> Response[bytes]:
        actor, conversation_id = staff_of(scope_of(request)).actor, _conversation_id(request)
        return found(await reading.material(actor, conversation_id) if conversation_id else None)

    return [search, opened, material]


def _conversation_id(request: Asking) -> str | None:
    name = str(request.path_params["conversation_id"])
    return name if ID.fullmatch(name) else None


def _professionals(one: Opened, everybody: list[str]) -> tuple[str, ...]:
    """Whoever of staff may be named in it: all who have an account, and who had a part in it."""
    holder = one.archived.conversation.holder_name
    took_part = (*wire.writers_of(one.notes), *(step.by.display_name for step in one.steps if step.by))
    return (*everybody, *took_part, *(() if holder is None else (holder,)))


def _sought(asks: door_wire.SearchArchive) -> Sought:
    for name in ("queue_id", "service_id", "topic_id", "outcome", "contact_reason", "who"):
        # PostgreSQL knows no text with it, and takes it for a fault.
        if "\0" in (getattr(asks, name) or ""):
            raise ProblemRaised(malformed(name))
    return Sought(
        closed_from=None if asks.closed_from is None else _day(asks.closed_from, "closed_from")[0],
        closed_until=None if asks.closed_to is None else _day(asks.closed_to, "closed_to")[1],
        queue_id=asks.queue_id,
        service_id=asks.service_id,
        topic_id=asks.topic_id,
        outcome=asks.outcome,
        contact_reason=asks.contact_reason,
        who=asks.who,
        words=asks.words,
    )


def _day(text: str, name: str) -> tuple[Millis, Millis]:
    """When it begins and ends."""
    try:
        return day_between(date.fromisoformat(text))
    except (ValueError, OverflowError):
        raise ProblemRaised(malformed(name)) from None


def _head(one: Archived, words: ModelWords) -> wire.ArchivedHead:
    of = one.conversation
    return wire.ArchivedHead(
        conversation_id=of.conversation_id,
        alias=of.alias,
        queue=QueueRef(of.queue_id, words.queue(of.queue_id)),
        language=of.language,
        identity=of.identity,
        channel=of.channel,
        direction=of.direction,
        service_id=of.service_id,
        topic=words.topic(of.service_id, of.topic_id),
        finer_topic=words.finer_topic(of.service_id, of.finer_topic_id),
        opened_at=stamp(of.opened_at),
        closed_at=stamp(of.closed_at or 0),
        closed_reason=of.closed_reason or "",
        holder=None if of.holder_id is None else StaffRef(of.holder_id, of.holder_name or ""),
        hand_overs=of.hand_overs,
        contact_reasons=tuple(Code(each, words.code(of.service_id, each)) for each in one.contact_reasons),
        outcome=None if one.outcome is None else Code(one.outcome, words.code(of.service_id, one.outcome)),
        is_test=one.is_test,
    )
