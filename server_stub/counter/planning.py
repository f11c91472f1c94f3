"""planning: The middle for what supervisors plan: each command goes through `handle`.

Beside the counter, by the same writer and ledger: rows and audit, one commit. Nobody is told by a fact: a
plan is read where it is looked at, as the roster is.
"""

from typing import NamedTuple, assert_never

from server_stub.counter.led import Led
from server_stub.counter.ledger import entry
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.planned_shift import day_of
from server_stub.helpline.planning import (
    AllowOutsidePlan,
    PlanningCommand,
    PlanningSituation,
    PlanShift,
    RemovePlannedShift,
    refused,
)
from server_stub.helpline.values import Problem
from server_stub.records import planned_shifts as rows
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group, Key
from server_stub.wire import answers


class SentPlanning(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: PlanningCommand
    actor: StaffActor


class PlanningCounter:
    """Decides every command about planned shifts inside the writer's transaction."""

    def __init__(self, groups: CommitGroups, *, digest_key: bytes) -> None:
        """`digest_key` keys the ledger's digests."""
        self._groups = groups
        self._digest_key = digest_key

    async def handle(self, sent: SentPlanning) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        key = Key(sent.command_id, sent.actor.address)
        led = await self._groups.run(lambda group: self._decide(group, sent, key), key=key)
        if led.problem is not None:
            return led.problem
        return answers.Accepted(sent.command_id, None, None, None, None, ())

    # -------------------------------------------------------------- inside the transaction

    def _decide(self, group: Group, sent: SentPlanning, key: Key) -> Led:
        place = entry(group, key, sent.command, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Led(problem=before.problem)
        problem = refused(_gathered(group, sent.command), sent.command)
        place.enter(problem=problem)
        if problem is None:
            _keep(group, sent)
        return Led(problem=problem)


def _gathered(group: Group, command: PlanningCommand) -> PlanningSituation:
    connection, situation = group.connection, PlanningSituation(group.now)
    match command:
        case PlanShift(shift):
            # Her row first: it is locked, so that two who plan at once cannot plan her twice.
            serves = rows.serves(connection, shift.staff_id)
            hers = rows.between(connection, *day_of(shift.starts_at), staff_id=shift.staff_id)
            return situation._replace(serves=serves, hers=hers, found=rows.find(connection, shift.planned_id))
        case RemovePlannedShift(planned_id):
            return situation._replace(found=rows.find(connection, planned_id))
        case AllowOutsidePlan(staff_id):
            return situation._replace(serves=rows.serves(connection, staff_id))
        case _:
            assert_never(command)


def _keep(group: Group, sent: SentPlanning) -> None:
    connection, command, actor = group.connection, sent.command, sent.actor
    match command:
        case PlanShift(shift):
            rows.keep(connection, shift)
            group.note(actor.address, "shift_planned", shift.staff_id)
        case RemovePlannedShift(planned_id):
            found = rows.find(connection, planned_id)
            rows.remove(connection, planned_id)
            group.note(actor.address, "planned_shift_removed", found.staff_id if found else None)
        case AllowOutsidePlan(staff_id):
            until = day_of(group.now)[1]
            rows.allow(connection, staff_id, until=until, by=actor.staff_id, now=group.now)
            group.note(actor.address, "shift_allowed", staff_id)
        case _:
            assert_never(command)
