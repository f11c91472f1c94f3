"""accounts: The middle for accounts and rights of staff: desk and console alike go through `settle` (R141).

Beside the counter, by the same order and the same writer: rows, ledger, audit, one commit. No fact tells of
it: whoever looks after accounts reads them when she looks, and she whose rights have changed is started
afresh, at once where this process serves her and within five seconds elsewhere.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from server_stub.counter.in_force import InForce
from server_stub.counter.ledger import entry
from server_stub.helpline.access import decide, plain_name
from server_stub.helpline.access_values import (
    AccessDecision,
    AccessSituation,
    AccountCommand,
    Application,
    ApplicationState,
    ApplyForAccess,
    By,
    ChangeAccount,
    DisableAccount,
    GrantAccess,
    MakeOneTimePassword,
    NewPerson,
    OpenAccount,
    RefuseAccess,
    WithdrawAccess,
)
from server_stub.helpline.accounts import NO_PASSWORD, Account
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.texts import TextLimits, TextProblem, clean
from server_stub.helpline.values import Problem
from server_stub.ports import Draw
from server_stub.records import access, staff
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group, Key
from server_stub.wire import answers

LONGEST_REASON: Final = TextLimits(500, 2_000)


class SentAccount(NamedTuple):
    """A command as it came: its id, its meaning and who sent it."""

    command_id: str
    command: AccountCommand
    actor: StaffActor


class Settled(NamedTuple):
    """What a command came to: whose rights are others now (an id), where somebody's are."""

    touched: str | None = None
    problem: Problem | None = None


class AccountCounter:
    """Decides every command about accounts inside the writer's transaction."""

    def __init__(
        self,
        groups: CommitGroups,
        in_force: InForce,
        masker: Masker,
        *,
        draw: Draw,
        digest_key: bytes,
        on_change: Callable[[str | None], None],
    ) -> None:
        """`on_change` is told whose rights are others now, so that her open streams end."""
        self._groups = groups
        self._in_force = in_force
        self._masker = masker
        self._draw = draw
        self._digest_key = digest_key
        self._on_change = on_change

    async def handle(self, sent: SentAccount) -> answers.Accepted | Problem:
        """The outcome of a command, after its commit. Raises `WriteFailed` when nothing could be written."""
        prepared = self._prepared(sent.command)
        if isinstance(prepared, Problem):
            return prepared
        ready = sent._replace(command=prepared)
        key = Key(sent.command_id, sent.actor.address)
        settled = await self._groups.run(lambda group: self._once(group, key, ready), key=key)
        if settled.problem is not None:
            return settled.problem
        if settled.touched is not None:
            self._on_change(settled.touched)
        return answers.Accepted(sent.command_id, None, None, None, None, ())

    async def make_one_time_password(self, actor: StaffActor, command: MakeOneTimePassword) -> Problem | None:
        """None when it is kept. Not in the ledger: whoever missed the answer makes another one."""
        settled = await self._groups.run(lambda group: self._settle(group, actor, command))
        if settled.touched is not None:
            self._on_change(settled.touched)
        return settled.problem

    def _once(self, group: Group, key: Key, sent: SentAccount) -> Settled:
        place = entry(group, key, sent.command, digest_key=self._digest_key)
        before = place.before()
        if before is not None:
            return Settled(problem=before.problem)
        settled = self._settle(group, sent.actor, sent.command)
        place.enter(problem=settled.problem)
        return settled

    def _settle(self, group: Group, actor: StaffActor, command: AccountCommand) -> Settled:
        queues = self._in_force.now.model.every_queue_id()
        return settle(group, actor, command, known_queues=queues, draw=self._draw)

    def _prepared(self, command: AccountCommand) -> AccountCommand | Problem:
        """With its texts fit to keep. Identity codes are covered, as in all that staff write."""
        match command:
            case ApplyForAccess(staff_id=None):
                user_name, display_name = plain_name(command.user_name), plain_name(command.display_name)
                if user_name is None or display_name is None:
                    return Problem("text_unreadable")
                named = replace(command, user_name=user_name, display_name=display_name)
                reason = self._cleaned(command.reason)
                return reason if isinstance(reason, Problem) else replace(named, reason=reason)
            case ApplyForAccess():
                reason = self._cleaned(command.reason)
                return reason if isinstance(reason, Problem) else replace(command, reason=reason)
            case RefuseAccess():
                answer = self._cleaned(command.answer)
                return answer if isinstance(answer, Problem) else replace(command, answer=answer)
            case _:
                return command

    def _cleaned(self, text: str) -> str | Problem:
        cleaned = clean(text.strip(), LONGEST_REASON)
        if isinstance(cleaned, TextProblem):
            is_long = cleaned == TextProblem.TOO_LONG
            return Problem(str(cleaned), {"limit": LONGEST_REASON.characters} if is_long else {})
        return self._masker.mask_identity_codes(cleaned).text


# ------------------------------------------------------------------ inside the transaction


def settle(
    group: Group, by: By, command: AccountCommand, *, known_queues: frozenset[str], draw: Draw
) -> Settled:
    """Decide and write one command; the audit row names who did it."""
    connection = group.connection
    application = _application(group, command)
    about = _about(command, application)
    own_id = by.staff_id if isinstance(by, StaffActor) else None
    staff.lock(connection, [each for each in (about, own_id) if each is not None])
    person = None if about is None else staff.by_staff_id(connection, about)
    name = _new_name(command, application)
    situation = AccessSituation(
        now=group.now,
        by=by,
        own=None if own_id is None else staff.by_staff_id(connection, own_id),
        person=person,
        application=application,
        is_name_taken=name is not None and staff.by_name(connection, name) is not None,
        known_queues=known_queues,
    )
    decision = decide(situation, command, new_id=draw.identifier())
    if isinstance(decision, Problem):
        return Settled(problem=decision)
    group.note(by.address, decision.word, None)
    _write_application(group, decision)
    if decision.opens is not None:
        return Settled(_open(group, decision.opens, draw))
    return Settled(_write_account(group, decision, person))


def _application(group: Group, command: AccountCommand) -> Application | None:
    if isinstance(command, WithdrawAccess | GrantAccess | RefuseAccess):
        return access.by_id(group.connection, command.application_id)
    return None


def _about(command: AccountCommand, application: Application | None) -> str | None:
    match command:
        case ApplyForAccess() | ChangeAccount() | DisableAccount() | MakeOneTimePassword():
            return command.staff_id
        case _:
            return application.staff_id if application is not None else None


def _new_name(command: AccountCommand, application: Application | None) -> str | None:
    match command:
        case ApplyForAccess(staff_id=None) | OpenAccount():
            return command.user_name
        case GrantAccess() if application is not None and application.staff_id is None:
            return application.user_name
        case _:
            return None


def _write_application(group: Group, decision: AccessDecision) -> None:
    if decision.application is None:
        return
    if decision.application.state == ApplicationState.OPEN:
        access.keep_new(group.connection, decision.application)
    else:
        access.settle(group.connection, decision.application)


def _open(group: Group, person: NewPerson, draw: Draw) -> str:
    staff_id = person.staff_id or draw.identifier()
    account = staff.NewAccount(
        staff_id=staff_id,
        user_name=person.user_name,
        display_name=person.display_name,
        password_hash=person.password_hash or NO_PASSWORD,
        capacity=person.rights.capacity,
        roles=person.rights.roles,
        queues=person.rights.queues,
    )
    staff.add(group.connection, account, now=group.now)
    return staff_id


def _write_account(group: Group, decision: AccessDecision, person: Account | None) -> str | None:
    if person is None:
        return None
    connection, rights, one_time = group.connection, decision.entitles, decision.one_time
    if rights is not None:
        staff.entitle(
            connection,
            person.user_name,
            roles=rights.roles,
            queues=rights.queues,
            capacity=rights.capacity,
        )
        if person.is_disabled and decision.application is not None:
            staff.open_again(connection, person.row)
    if decision.disables:
        staff.disable(connection, person.user_name, now=group.now)
    if one_time is not None:
        staff.set_one_time_password(
            connection, person.row, one_time.password_hash, usable_until=one_time.usable_until, now=group.now
        )
    return None if rights is None and not decision.disables and one_time is None else person.staff_id
