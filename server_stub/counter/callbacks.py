"""callbacks: The middle for callback requests: every command about one goes through `handle`.

    clean, mask, read the number ─► group: recall | gather ─► decide ─► rows, facts, ledger, audit ─► commit

Beside the counter, by the same order and the same writer. A text is masked as in a chat; the number is made
E.164 here and stands in no fact.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple, assert_never, cast

from server_stub.counter.in_force import InForce
from server_stub.counter.led import Led
from server_stub.counter.ledger import Entry, entry
from server_stub.helpline.actors import Actor, ClockActor, CustomerActor, StaffActor
from server_stub.helpline.booking import Window, free_windows
from server_stub.helpline.callback import CallbackSituation, decide
from server_stub.helpline.callback_values import (
    Callback,
    CallbackCommand,
    CallbackDecision,
    ClaimCallback,
    LapseRequest,
    RecordAttempt,
    ReleaseCallback,
    RequestCallback,
    ReturnClaim,
    WithdrawCallback,
    claim_of,
)
from server_stub.helpline.calling_time import DAY_MS, Calling, is_calling_time, moment
from server_stub.helpline.limits import Limits
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.phone_numbers import PhoneProblem, e164
from server_stub.helpline.presence import AT_FIRST
from server_stub.helpline.routing import queue_for
from server_stub.helpline.texts import TextLimits, TextProblem, clean
from server_stub.helpline.values import Millis, Problem, queue_address, staff_address
from server_stub.helpline.wording import Language
from server_stub.ports import Draw
from server_stub.records import callbacks as rows
from server_stub.records import service_models, shifts, wrap_ups
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.database import Database
from server_stub.records.group import Group, Key, Written
from server_stub.wire import answers
from server_stub.wire import callbacks as wire
from server_stub.wire.heads import stamp

LONGEST_TEXT: Final = TextLimits(500, 2_000)
"""What a customer may write with a request: what it is about, in a few words."""


class SentCallback(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: CallbackCommand
    actor: Actor


class BookableFor(NamedTuple):
    """What a customer would book a call about."""

    service_id: str
    topic_id: str
    language: str


class CallbackCounter:
    """Decides every command about a callback request inside the writer's transaction."""

    def __init__(
        self,
        database: Database,
        groups: CommitGroups,
        in_force: InForce,
        masker: Masker,
        *,
        limits: Limits,
        draw: Draw,
        digest_key: bytes,
        floor_of_leases: Callable[[], int],
        days_off: Callable[[Millis], frozenset[date]],
    ) -> None:
        """`days_off` gives the days on which nobody is called, around a moment."""
        self._database = database
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._limits = limits
        self._draw = draw
        self._digest_key = digest_key
        self._floor_of_leases = floor_of_leases
        self._days_off = days_off

    async def handle(self, sent: SentCallback) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        command = self._prepared(sent.command)
        if isinstance(command, Problem):
            return command
        prepared = sent._replace(command=command)
        led = await self._groups.run(
            lambda group: self._decide(group, prepared),
            key=None if isinstance(sent.actor, ClockActor) else Key(sent.command_id, sent.actor.address),
            locks_callbacks=True,
        )
        if led.problem is not None:
            return led.problem
        cursor = led.written.seq if led.written is not None else led.cursor
        is_staff = isinstance(sent.actor, StaffActor)
        return answers.Accepted(sent.command_id, cursor if is_staff else None, None, None, None, ())

    def release(self, group: Group, actor: StaffActor, callback_id: str, command_id: str) -> None:
        """Give one back inside a transaction under way that locks callback requests: her shift ends."""
        found = rows.find(group.connection, callback_id)
        if found is None:
            return
        command = ReleaseCallback(callback_id, found.responsibility_version)
        sent = SentCallback(command_id, command, actor)
        decision = decide(self._gather(group, sent), command)
        if isinstance(decision, Problem):
            raise RuntimeError(f"A claim that is hers could not be given back: {decision.code}.")
        self._keep(group, sent, decision)

    async def due(self, now: Millis) -> tuple[tuple[str, Millis], ...]:
        """Every claim to be looked at by now, the oldest first, and the moment that names the look."""
        return await self._database.read(lambda connection: rows.due_looks(connection, now))

    async def lapsing(self, now: Millis) -> tuple[str, ...]:
        """Every request that has stood open for too long, the oldest first; none outside the calling time."""
        model = self._in_force.now.model
        if not is_calling_time(now, Calling(model.calling_times, self._days_off(now))):
            return ()
        asked_by = now - model.callbacks_close_after_days * DAY_MS
        return await self._database.read(lambda connection: rows.open_since(connection, asked_by))

    async def lapse(self, callback_id: str) -> None:
        """Close that one as lapsed, unless another process was first. Raises `WriteFailed`."""
        await self.handle(SentCallback("", LapseRequest(callback_id), ClockActor()))

    async def look(self, callback_id: str, at: Millis) -> None:
        """Look at that claim, unless another process was first. Raises `WriteFailed`."""
        await self.handle(SentCallback("", ReturnClaim(callback_id, at), ClockActor()))

    def _prepared(self, command: CallbackCommand) -> CallbackCommand | Problem:
        if isinstance(command, RecordAttempt):
            return self._with_clean_notes(command)
        if not isinstance(command, RequestCallback):
            return command
        phone = e164(command.phone)
        if isinstance(phone, PhoneProblem):
            return Problem(str(phone))
        text = ""
        if command.text.strip():
            cleaned = clean(command.text, LONGEST_TEXT)
            if isinstance(cleaned, TextProblem):
                is_long = cleaned == TextProblem.TOO_LONG
                return Problem(str(cleaned), {"limit": LONGEST_TEXT.characters} if is_long else {})
            text = self._masker.mask(cleaned, self._in_force.now.public_numbers).text
        return replace(command, phone=phone, text=text)

    def _with_clean_notes(self, command: RecordAttempt) -> RecordAttempt | Problem:
        """Notes of a call are cleaned and masked as those of a conversation are."""
        said = command.wrap_up
        if said is None:
            return command
        notes = ""
        if said.notes.strip():
            cleaned = clean(
                said.notes, TextLimits(self._limits.message_characters, self._limits.message_bytes)
            )
            if isinstance(cleaned, TextProblem):
                is_long = cleaned == TextProblem.TOO_LONG
                return Problem(str(cleaned), {"limit": self._limits.message_characters} if is_long else {})
            notes = self._masker.mask_identity_codes(cleaned).text
        return replace(command, wrap_up=replace(said, notes=notes))

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentCallback) -> Led:
        if isinstance(sent.command, ReturnClaim | LapseRequest):
            return self._settle(group, sent, None)
        key = Key(sent.command_id, sent.actor.address)
        place = entry(group, key, _without_number(sent.command), digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Led(before.written, before.fact_seq, before.problem)
        return self._settle(group, sent, place)

    def _settle(self, group: Group, sent: SentCallback, place: Entry | None) -> Led:
        decision = decide(self._gather(group, sent), sent.command)
        if isinstance(decision, Problem):
            problem = _told(decision)
            # Who may come again later has had nothing decided: the same command is a new question then.
            if place is not None and problem.code != "throttled":
                place.enter(problem=problem)
            return Led(problem=problem)
        led_to = self._keep(group, sent, decision)
        if place is not None:
            place.enter(written=led_to)
        return Led(written=led_to)

    def _gather(self, group: Group, sent: SentCallback) -> CallbackSituation:
        connection, actor, command = group.connection, sent.actor, sent.command
        found = self._about(group, sent)
        situation = CallbackSituation(
            now=group.now,
            actor=actor,
            calling=Calling(self._in_force.now.model.calling_times, self._days_off(group.now)),
            callback=found,
            hold_lapses_ms=self._limits.hold_lapses_s * 1000,
            callers=self._in_force.now.model.callbacks_by,
            closes_after_ms=self._in_force.now.model.callbacks_close_after_days * DAY_MS,
        )
        match command:
            case RequestCallback():
                admission = self._admission(command, moment(group.now).date())
                taken = (
                    rows.booked(connection, admission, since=group.now)
                    if isinstance(admission, str) and command.booked_from is not None
                    else {}
                )
                return situation._replace(
                    admission=admission,
                    windows=self._windows(group.now, situation.calling, taken),
                    has_open_callback=found is not None and found.state != "closed",
                    number_free_at=rows.number_free_at(connection, command.phone, now=group.now),
                    new_callback_id=self._draw.identifier(),
                )
            case ClaimCallback() if found is not None:
                presence = (
                    shifts.said(connection, actor.staff_id) if isinstance(actor, StaffActor) else AT_FIRST
                )
                in_use_by = rows.claimer_of_number(connection, found)
                return situation._replace(in_use_by=in_use_by, presence=presence)
            case RecordAttempt() if found is not None:
                in_force = self._in_force.now.model
                claim = (
                    claim_of(found, actor.staff_id, command.responsibility_version)
                    if isinstance(actor, StaffActor)
                    else None
                )
                known_at = group.now if claim is None else claim.begun_at
                return situation._replace(
                    last_tried_at=rows.last_tried_at(connection, found, known_at=known_at),
                    service=in_force.service(found.service_id),
                    model_version=in_force.version,
                    model_since=service_models.in_force_since(connection, in_force.version),
                )
            case ReturnClaim() if found is not None and found.holder_id is not None:
                lease = group.lease(staff_address(found.holder_id))
                return situation._replace(lease_at=max(lease, self._floor_of_leases()))
            case _:
                return situation

    def _windows(self, now: Millis, calling: Calling, taken: Mapping[Window, int]) -> tuple[Window, ...]:
        booking = self._in_force.now.model.callback_booking
        return () if booking is None else free_windows(now, booking, calling, taken)

    async def free_windows(self, asked: BookableFor, now: Millis) -> tuple[Window, ...] | Problem:
        """What may be booked at that moment; nothing where the county lets nobody book."""
        admission = self._admission(asked, moment(now).date())
        if isinstance(admission, Problem):
            return admission
        calling = Calling(self._in_force.now.model.calling_times, self._days_off(now))
        taken = await self._database.read(lambda connection: rows.booked(connection, admission, since=now))
        return self._windows(now, calling, taken)

    def _about(self, group: Group, sent: SentCallback) -> Callback | None:
        match sent.command:
            case RequestCallback() | WithdrawCallback():
                if not isinstance(sent.actor, CustomerActor):
                    return None
                return rows.of_session(group.connection, sent.actor.session_row)
            case ClaimCallback() | ReleaseCallback() | RecordAttempt() | ReturnClaim() | LapseRequest():
                return rows.find(group.connection, sent.command.callback_id)
            case _:
                assert_never(sent.command)

    def _admission(self, command: RequestCallback | BookableFor, on: date) -> str | Problem:
        queue_id = queue_for(
            self._in_force.now.model,
            service_id=command.service_id,
            topic_id=command.topic_id,
            language=cast(Language, command.language),
            on=on,
        )
        return Problem("unknown_topic") if queue_id is None else queue_id

    def _keep(self, group: Group, sent: SentCallback, decision: CallbackDecision) -> Written | None:
        session_row = sent.actor.session_row if isinstance(sent.actor, CustomerActor) else None
        kept = rows.keep(group.connection, decision.callback, session_row=session_row)
        asks = isinstance(sent.command, RequestCallback)
        if asks and isinstance(sent.actor, CustomerActor) and sent.actor.identification is not None:
            rows.give_to_person(group.connection, kept, sent.actor.identification)
        if decision.wrapped_up is not None and isinstance(sent.actor, StaffActor):
            wrap_ups.keep_call(
                group.connection, kept, decision.wrapped_up, staff_id=sent.actor.staff_id, now=group.now
            )
        mine = frozenset({sent.actor.address, queue_address(kept.queue_id)})
        led_to: Written | None = None
        for told in decision.facts:
            body = wire.body(
                told.fact,
                kept.callback_id,
                at=group.now,
                caused_by=None if isinstance(sent.actor, ClockActor) else sent.command_id,
                words=self._in_force.now.words,
            )
            written = Written(
                conversation=None,
                number=None,
                message_seq=None,
                addressed=told,
                body=body,
                customer_body=None,
                actor=sent.actor.address,
                about=kept.callback_id,
            )
            group.add(written)
            if not mine.isdisjoint(told.audience):
                led_to = written
        return led_to


def _told(problem: Problem) -> Problem:
    """The problem with its moment as the contract writes it."""
    opens_at = problem.details.get("opens_at")
    if not isinstance(opens_at, int):
        return problem
    return Problem(problem.code, {**problem.details, "opens_at": stamp(opens_at)})


def _without_number(command: CallbackCommand) -> CallbackCommand:
    """For the ledger: there are so few numbers that any digest of one can be guessed."""
    return replace(command, phone="") if isinstance(command, RequestCallback) else command
