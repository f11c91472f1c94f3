"""shifts: The middle for commands of staff about their own work: each goes through `handle`.

Beside the counter, by the same order and the same writer: rows, facts, ledger, audit, one commit.
"""

from collections.abc import Callable
from typing import NamedTuple

from server_stub.counter.led import Led
from server_stub.counter.ledger import Entry, entry
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.decisions import Due
from server_stub.helpline.presence import Presence, cannot_take
from server_stub.helpline.shift import EndShift, Shift, ShiftCommand, ShiftSituation, decide
from server_stub.helpline.values import Problem
from server_stub.records import shifts as rows
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group, Key, Written
from server_stub.wire import answers
from server_stub.wire import shifts as wire


class SentShift(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: ShiftCommand
    actor: StaffActor


class ShiftCounter:
    """Decides every command about somebody's own work inside the writer's transaction."""

    def __init__(
        self,
        groups: CommitGroups,
        *,
        digest_key: bytes,
        return_claim: Callable[[Group, StaffActor, str, str], None],
    ) -> None:
        """`digest_key` keys the ledger's digests; `return_claim` gives one callback request back."""
        self._groups = groups
        self._return_claim = return_claim
        self._digest_key = digest_key

    async def handle(self, sent: SentShift) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        led = await self._groups.run(
            lambda group: self._decide(group, sent),
            key=Key(sent.command_id, sent.actor.address),
            locks_callbacks=isinstance(sent.command, EndShift),
        )
        if led.problem is not None:
            return led.problem
        cursor = led.written.seq if led.written is not None else led.cursor
        return answers.Accepted(sent.command_id, cursor, None, None, None, ())

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentShift) -> Led:
        key = Key(sent.command_id, sent.actor.address)
        place = entry(group, key, sent.command, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Led(before.written, before.fact_seq, before.problem)
        return self._settle(group, sent, place)

    def _settle(self, group: Group, sent: SentShift, place: Entry) -> Led:
        shift = rows.found_for_change(group.connection, sent.actor.staff_id)
        situation = ShiftSituation(group.now, sent.actor, shift, holds=lambda: group.holds(shift.staff_id))
        decision = decide(situation, sent.command)
        if isinstance(decision, Problem):
            place.enter(problem=decision)
            return Led(problem=decision)
        if isinstance(sent.command, EndShift):
            self._return_claims(group, sent)
            for conversation in rows.helped_by(group.connection, shift.staff_id):
                group.set_due(conversation, Due(DueKind.HELPER_LEFT, group.now))
        if decision.shift != shift:
            rows.keep(group.connection, decision.shift)
            self._let_offers_end(group, decision.shift)
        led_to: Written | None = None
        for told in decision.facts:
            body = wire.body(told.fact, shift.staff_id, at=group.now, caused_by=sent.command_id)
            led_to = Written(
                conversation=None,
                number=None,
                message_seq=None,
                addressed=told,
                body=body,
                customer_body=None,
                actor=sent.actor.address,
                about=shift.staff_id,
            )
            group.add(led_to)
        place.enter(written=led_to)
        return Led(written=led_to)

    def _let_offers_end(self, group: Group, shift: Shift) -> None:
        """What she can no longer accept, nobody should wait for: the clock looks at it at once."""
        if cannot_take(Presence(shift.presence)) is None:
            return
        for conversation in rows.offered_to(group.connection, shift.staff_id):
            group.set_due(conversation, Due(DueKind.OFFER_LAPSES, group.now))

    def _return_claims(self, group: Group, sent: SentShift) -> None:
        """Nobody else can call them while they are hers, so they go back with her."""
        for callback_id in rows.callbacks_held(group.connection, sent.actor.staff_id):
            self._return_claim(group, sent.actor, callback_id, sent.command_id)
