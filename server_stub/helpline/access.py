"""access: Who may give whom which rights: `decide(situation, command)` → a decision or a problem (R141).

    ApplyForAccess ──► open ── GrantAccess ──► granted     by another person than applied, never for oneself
                        ├──── RefuseAccess ──► refused     by another person, with a sentence
                        └── WithdrawAccess ──► withdrawn   by whoever applied

Rights grow by an application that another person grants, and no other way: whoever applies cannot grant, and
nobody grants, changes or shuts her own account. Taking rights away needs one person, so that it can be done
at once. The console may all of it alone: for the first accounts, and in an emergency (decision 55).
"""

from typing import Final, assert_never

from server_stub.helpline.access_values import (
    LONGEST_NAME,
    AccessDecision,
    AccessSituation,
    AccountCommand,
    Application,
    ApplicationState,
    ApplyForAccess,
    ChangeAccount,
    DisableAccount,
    GrantAccess,
    MakeOneTimePassword,
    NewPerson,
    OpenAccount,
    RefuseAccess,
    Rights,
    WithdrawAccess,
)
from server_stub.helpline.accounts import Account
from server_stub.helpline.actors import ConsoleActor, StaffActor
from server_stub.helpline.roles import Action, may
from server_stub.helpline.texts import composed
from server_stub.helpline.values import Problem

NOT_ALLOWED: Final = Problem("not_allowed")
NOT_FOUND: Final = Problem("not_found")
NO_RIGHTS: Final = Rights(frozenset(), frozenset(), 0)

ACTIONS: Final[dict[type[AccountCommand], Action]] = {
    ApplyForAccess: Action.STAFF_APPLY_FOR_ACCESS,
    WithdrawAccess: Action.STAFF_WITHDRAW_ACCESS,
    GrantAccess: Action.STAFF_GRANT_ACCESS,
    RefuseAccess: Action.STAFF_REFUSE_ACCESS,
    ChangeAccount: Action.STAFF_CHANGE_ACCOUNT,
    DisableAccount: Action.STAFF_DISABLE_ACCOUNT,
    MakeOneTimePassword: Action.STAFF_ONE_TIME_PASSWORD,
}
"""What each asks of the role table. `OpenAccount` is not in it: no role may."""


def decide(situation: AccessSituation, command: AccountCommand, *, new_id: str) -> AccessDecision | Problem:
    """What the command leads to. `new_id` names an application that it makes.

    The actor's rights are looked at here once more, as they are inside the transaction: two of application
    support who shut each other's accounts must not both succeed.
    """
    if not _may(situation, command):
        return NOT_ALLOWED
    match command:
        case ApplyForAccess():
            return _applied(situation, command, new_id)
        case WithdrawAccess() | GrantAccess() | RefuseAccess():
            return _settled(situation, command)
        case ChangeAccount() | DisableAccount() | MakeOneTimePassword():
            return _about_account(situation, command)
        case OpenAccount():
            rights = _with_known_queues(situation, command.rights)
            if isinstance(rights, Problem):
                return rights
            if situation.is_name_taken:
                return Problem("name_taken")
            opens = NewPerson(
                command.user_name, command.display_name, rights, command.staff_id, command.password_hash
            )
            return AccessDecision(f"account_added {command.staff_id}{_told(rights)}", opens=opens)
        case _:
            assert_never(command)


def plain_name(given: str) -> str | None:
    """A name without anything that hides in it, or None."""
    name = composed(given).strip()
    return name if 0 < len(name) <= LONGEST_NAME and name.isprintable() else None


def _may(situation: AccessSituation, command: AccountCommand) -> bool:
    if isinstance(situation.by, ConsoleActor):
        return True
    action, own = ACTIONS.get(type(command)), situation.own
    return action is not None and own is not None and not own.is_disabled and may(own.roles, action)


# ------------------------------------------------------------------ applying


def _applied(situation: AccessSituation, command: ApplyForAccess, new_id: str) -> AccessDecision | Problem:
    by, person = situation.by, situation.person
    if not isinstance(by, StaffActor):
        return NOT_ALLOWED
    rights = _with_known_queues(situation, command.rights)
    if isinstance(rights, Problem):
        return rights
    if command.staff_id is not None and person is None:
        return NOT_FOUND
    if person is None and situation.is_name_taken:
        return Problem("name_taken")
    if not (rights.roles | rights.queues) or (person is not None and _has(person, rights)):
        return Problem("rights_held")
    application = Application(
        application_id=new_id,
        staff_id=command.staff_id,
        user_name=command.user_name if person is None else person.user_name,
        display_name=command.display_name if person is None else person.display_name,
        rights=rights,
        reason=command.reason,
        applied_by=by.staff_id,
        applied_at=situation.now,
    )
    about = "" if command.staff_id is None else f" for {command.staff_id}"
    return AccessDecision(f"access_applied {new_id}{about}{_told(rights)}", application=application)


def _settled(
    situation: AccessSituation, command: WithdrawAccess | GrantAccess | RefuseAccess
) -> AccessDecision | Problem:
    by, application = situation.by, situation.application
    if application is None or not isinstance(by, StaffActor):
        return NOT_FOUND
    is_own = by.staff_id in (application.applied_by, application.staff_id)
    if isinstance(command, WithdrawAccess) and by.staff_id != application.applied_by:
        # Whose it is, is seen by everybody who sees it at all: there is nothing to hide here.
        return Problem("another_person_needed")
    if application.state != ApplicationState.OPEN:
        return Problem("application_over")
    match command:
        case WithdrawAccess():
            settled = _closed(situation, application, ApplicationState.WITHDRAWN)
            return AccessDecision(f"access_withdrawn {application.application_id}", application=settled)
        case RefuseAccess():
            if is_own:
                return Problem("another_person_needed")
            settled = _closed(situation, application, ApplicationState.REFUSED, command.answer)
            return AccessDecision(f"access_refused {application.application_id}", application=settled)
        case GrantAccess():
            return Problem("another_person_needed") if is_own else _granted(situation, application)
        case _:
            assert_never(command)


def _granted(situation: AccessSituation, application: Application) -> AccessDecision | Problem:
    # The service model may have lost a queue since.
    rights = _with_known_queues(situation, application.rights)
    if isinstance(rights, Problem):
        return rights
    settled = _closed(situation, application, ApplicationState.GRANTED)
    word = f"access_granted {application.application_id}{_told(rights)}"
    person = situation.person
    if application.staff_id is None:
        if situation.is_name_taken:
            return Problem("name_taken")
        opens = NewPerson(application.user_name, application.display_name, rights)
        return AccessDecision(word, application=settled, opens=opens)
    if person is None:
        return NOT_FOUND
    # An account that was shut comes back with what was applied for, never with what it once had.
    before = NO_RIGHTS if person.is_disabled else rights_of(person)
    entitles = Rights(before.roles | rights.roles, before.queues | rights.queues, rights.capacity)
    return AccessDecision(word, application=settled, entitles=entitles)


def _closed(
    situation: AccessSituation, application: Application, state: ApplicationState, answer: str = ""
) -> Application:
    by = situation.by.staff_id if isinstance(situation.by, StaffActor) else None
    return application._replace(state=state, decided_by=by, decided_at=situation.now, answer=answer)


# ------------------------------------------------------------------ changing and shutting


def _about_account(
    situation: AccessSituation, command: ChangeAccount | DisableAccount | MakeOneTimePassword
) -> AccessDecision | Problem:
    person, by = situation.person, situation.by
    if person is None:
        return NOT_FOUND
    if isinstance(by, StaffActor) and by.staff_id == person.staff_id:
        return Problem("another_person_needed")
    match command:
        case ChangeAccount():
            return _changed(situation, person, command.rights)
        case DisableAccount():
            if person.is_disabled:
                return Problem("account_disabled")
            return AccessDecision(f"account_disabled {person.staff_id}", disables=True)
        case MakeOneTimePassword():
            if person.is_disabled:
                return Problem("account_disabled")
            return AccessDecision(f"one_time_password {person.staff_id}", one_time=command)
        case _:
            assert_never(command)


def _changed(situation: AccessSituation, person: Account, wanted: Rights) -> AccessDecision | Problem:
    is_console = isinstance(situation.by, ConsoleActor)
    if is_console:
        known = _with_known_queues(situation, wanted._replace(queues=wanted.queues - person.queues))
        if isinstance(known, Problem):
            return known
    elif not (wanted.roles <= person.roles and wanted.queues <= person.queues):
        return Problem("must_be_applied_for")
    elif person.is_disabled:
        return Problem("account_disabled")
    return AccessDecision(f"account_changed {person.staff_id}{_told(wanted)}", entitles=wanted)


def rights_of(account: Account) -> Rights:
    """What an account has."""
    return Rights(account.roles, account.queues, account.capacity)


def _has(person: Account, wanted: Rights) -> bool:
    return not person.is_disabled and wanted.roles <= person.roles and wanted.queues <= person.queues


def _with_known_queues(situation: AccessSituation, rights: Rights) -> Rights | Problem:
    return rights if rights.queues <= situation.known_queues else Problem("unknown_queue")


def _told(rights: Rights) -> str:
    """Rights as the audit log has them: what somebody could do from when on must be readable there."""
    roles, queues = ",".join(sorted(rights.roles)), ",".join(sorted(rights.queues))
    return f" roles={roles} queues={queues} capacity={rights.capacity}"
