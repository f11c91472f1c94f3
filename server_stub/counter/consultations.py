"""consultations: The middle for consultations: every command about one goes through `handle`.

    clean, mask ─► group: recall | gather ─► decide ─► rows, promise, fact, ledger, audit ─► commit

Beside the counter, by the same order and the same writer. A professional's words are covered for identity
codes as everywhere; lines of a conversation that go with a question are covered as those of an anonymous
customer, unless she has let the asker tell who she is (R123).
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from server_stub.counter.in_force import InForce
from server_stub.counter.led import Led
from server_stub.counter.ledger import Entry, entry
from server_stub.helpline.actors import Actor, ClockActor, StaffActor
from server_stub.helpline.consultation import ConsultationSituation, decide
from server_stub.helpline.consultation_values import (
    LONGEST_SUBJECT,
    AttachedLine,
    Consultation,
    ConsultationCommand,
    ConsultationDecision,
    NoteOverdue,
    OpenConsultation,
    RecordConsultationCall,
    WriteToConsultation,
)
from server_stub.helpline.limits import Limits
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.register import register_of
from server_stub.helpline.service_model import Register
from server_stub.helpline.texts import TextLimits, TextProblem, clean
from server_stub.helpline.values import Millis, Problem
from server_stub.ports import Draw
from server_stub.records import consultations as rows
from server_stub.records import fact_log
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.database import Database
from server_stub.records.group import Group, Key, Written
from server_stub.wire import answers
from server_stub.wire import consultations as wire
from server_stub.wire.heads import millis_of

_SUBJECT: Final = TextLimits(LONGEST_SUBJECT, 4 * LONGEST_SUBJECT)


class SentConsultation(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: ConsultationCommand
    actor: Actor


class ConsultationCounter:
    """Decides every command about a consultation inside the writer's transaction."""

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
        days_off: Callable[[Millis], frozenset[date]],
    ) -> None:
        """`days_off` gives the days that no promise counts, around a moment."""
        self._database = database
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._limits = limits
        self._draw = draw
        self._digest_key = digest_key
        self._days_off = days_off

    async def handle(self, sent: SentConsultation) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        command = self._prepared(sent.command)
        if isinstance(command, Problem):
            return command
        prepared = sent._replace(command=command)
        led = await self._groups.run(
            lambda group: self._decide(group, prepared),
            conversation_ids=_conversation_ids(command),
            key=None if isinstance(sent.actor, ClockActor) else Key(sent.command_id, sent.actor.address),
            locks_consultations=True,
        )
        if led.problem is not None:
            return led.problem
        cursor = led.written.seq if led.written is not None else led.cursor
        return answers.Accepted(sent.command_id, cursor, None, None, None, ())

    async def due(self, now: Millis) -> tuple[tuple[str, Millis], ...]:
        """Every promise that is past by now, the oldest first, and the moment that names it."""
        return await self._database.read(lambda connection: rows.overdue(connection, now))

    async def note_overdue(self, consultation_id: str, at: Millis) -> None:
        """Tell of that promise, unless another process was first. Raises `WriteFailed`."""
        await self.handle(SentConsultation("", NoteOverdue(consultation_id, at), ClockActor()))

    # -------------------------------------------------------------- texts

    def _prepared(self, command: ConsultationCommand) -> ConsultationCommand | Problem:
        match command:
            case OpenConsultation():
                subject = self._cleaned(command.subject.replace("\n", " "), _SUBJECT)
                text = self._cleaned(command.text, self._longest)
                if isinstance(subject, Problem):
                    return subject
                if isinstance(text, Problem):
                    return text
                return replace(command, subject=subject, text=text)
            case WriteToConsultation() | RecordConsultationCall():
                if isinstance(command, RecordConsultationCall) and not command.text.strip():
                    return replace(command, text="")
                text = self._cleaned(command.text, self._longest)
                return text if isinstance(text, Problem) else replace(command, text=text)
            case _:
                return command

    @property
    def _longest(self) -> TextLimits:
        return TextLimits(self._limits.message_characters, self._limits.message_bytes)

    def _cleaned(self, text: str, longest: TextLimits) -> str | Problem:
        cleaned = clean(text, longest)
        if isinstance(cleaned, TextProblem):
            is_long = cleaned == TextProblem.TOO_LONG
            return Problem(str(cleaned), {"limit": longest.characters} if is_long else {})
        return self._masker.mask_identity_codes(cleaned).text

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentConsultation) -> Led:
        if isinstance(sent.command, NoteOverdue):
            return self._settle(group, sent, None)
        key = Key(sent.command_id, sent.actor.address)
        place = entry(group, key, sent.command, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Led(before.written, before.fact_seq, before.problem)
        return self._settle(group, sent, place)

    def _settle(self, group: Group, sent: SentConsultation, place: Entry | None) -> Led:
        decision = decide(self._gather(group, sent), sent.command)
        if isinstance(decision, Problem):
            if place is not None:
                place.enter(problem=decision)
            return Led(problem=decision)
        led_to = self._keep(group, sent, decision)
        if place is not None:
            place.enter(written=led_to)
        return Led(written=led_to)

    def _gather(self, group: Group, sent: SentConsultation) -> ConsultationSituation:
        command, model = sent.command, self._in_force.now.model
        situation = ConsultationSituation(
            now=group.now,
            actor=sent.actor,
            days_off=self._days_off(group.now),
            command_id=None if isinstance(sent.actor, ClockActor) else sent.command_id,
        )
        if isinstance(command, OpenConsultation):
            return replace(
                situation,
                queue=model.consultation_queue(command.queue_id),
                from_queue_id=self._own_line(sent.actor, command.queue_id),
                attached=self._attached(group, sent.actor, command),
                attached_from=self._register(group, command),
                new_consultation_id=self._draw.identifier(),
            )
        found = rows.find(group.connection, command.consultation_id)
        queue = None if found is None else model.consultation_queue(found.queue_id)
        return replace(situation, consultation=found, queue=queue)

    def _own_line(self, actor: Actor, asked: str) -> str | None:
        """The first line of the model that she serves herself: her colleagues see what it asks."""
        if not isinstance(actor, StaffActor):
            return None
        lines = (str(line.queue_id) for line in self._in_force.now.model.consultation_queues)
        return next((line for line in lines if line in actor.queues and line != asked), None)

    def _register(self, group: Group, command: OpenConsultation) -> Register | None:
        if command.conversation_id is None:
            return None
        found = group.conversation(command.conversation_id)
        return register_of(self._in_force.now.registers, found.queue_id) if found is not None else None

    def _attached(
        self, group: Group, actor: Actor, command: OpenConsultation
    ) -> tuple[AttachedLine, ...] | None:
        if command.conversation_id is None:
            return None if command.attached_seqs else ()
        found = group.conversation(command.conversation_id)
        if found is None or found.row is None or not isinstance(actor, StaffActor):
            return None
        if found.holder_id != actor.staff_id or found.state not in ("held", "ended"):
            return None
        lines: list[AttachedLine] = []
        for seq in command.attached_seqs:
            if seq <= found.shown_after_seq:
                return None
            page = fact_log.messages(group.connection, found.row, before=seq + 1, limit=1)
            message = json.loads(page[0]) if page else None
            if message is None or message["seq"] != seq:
                return None
            text = message["text"]
            if not command.is_identity_allowed:
                text = self._masker.mask(text, self._in_force.now.public_numbers).text
            lines.append(AttachedLine(seq, message["by"], millis_of(message["at"]), text))
        return tuple(lines)

    def _keep(self, group: Group, sent: SentConsultation, decision: ConsultationDecision) -> Written:
        kept: Consultation = rows.keep(group.connection, decision.consultation)
        if decision.settled is not None:
            rows.keep_promise(group.connection, kept, decision.settled, now=group.now)
        written = Written(
            conversation=None,
            number=None,
            message_seq=None,
            addressed=decision.told,
            body=wire.body(
                decision.told.fact,
                at=group.now,
                caused_by=None if isinstance(sent.actor, ClockActor) else sent.command_id,
            ),
            customer_body=None,
            actor=sent.actor.address,
            about=kept.consultation_id,
        )
        group.add(written)
        return written


def _conversation_ids(command: ConsultationCommand) -> tuple[str, ...]:
    """The conversation whose lines go along: as it is now, and neither masked nor moved meanwhile."""
    if isinstance(command, OpenConsultation) and command.conversation_id is not None:
        return (command.conversation_id,)
    return ()
