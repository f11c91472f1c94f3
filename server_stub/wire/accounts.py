"""Accounts and rights of staff as they cross the wire (CONTRACT.md sections 3 and 4); no hash of any."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, assert_never

import msgspec

from server_stub.helpline import access_values as values
from server_stub.helpline.accounts import NO_PASSWORD, Account
from server_stub.helpline.roles import STAFF
from server_stub.helpline.values import Millis
from server_stub.wire.command_parts import Command, Id, Name
from server_stub.wire.heads import StaffRef, stamp, stamp_or_none
from server_stub.wire.snapshots import QueueRef

_Role = Annotated[str, msgspec.Meta(pattern=f"^({'|'.join(sorted(STAFF))})$")]
_Capacity = Annotated[int, msgspec.Meta(ge=0, le=values.MOST_AT_ONCE)]
_Text = Annotated[str, msgspec.Meta(max_length=10_000)]
_Roles = Annotated[tuple[_Role, ...], msgspec.Meta(max_length=len(STAFF))]
_Queues = Annotated[tuple[Name, ...], msgspec.Meta(max_length=500)]


class ApplyForAccess(Command, frozen=True, tag="ApplyForAccess"):
    """A supervisor applies for rights; without `staff_id`, for somebody who has no account yet."""

    staff_id: Id | None
    user_name: _Text
    display_name: _Text
    roles: _Roles
    queue_ids: _Queues
    capacity: _Capacity
    reason: _Text


class WithdrawAccess(Command, frozen=True, tag="WithdrawAccess"):
    """She who applied does so no longer."""

    application_id: Id


class GrantAccess(Command, frozen=True, tag="GrantAccess"):
    """Another person grants what was applied for."""

    application_id: Id


class RefuseAccess(Command, frozen=True, tag="RefuseAccess"):
    """Another person does not grant it, and says why."""

    application_id: Id
    answer: _Text


class ChangeAccount(Command, frozen=True, tag="ChangeAccount"):
    """Rights are taken away; these are what she has from now on."""

    staff_id: Id
    roles: _Roles
    queue_ids: _Queues
    capacity: _Capacity


class DisableAccount(Command, frozen=True, tag="DisableAccount"):
    """An account is shut."""

    staff_id: Id


StaffAccountCommand = (
    ApplyForAccess | WithdrawAccess | GrantAccess | RefuseAccess | ChangeAccount | DisableAccount
)


class StaffAccount(msgspec.Struct, frozen=True):
    """One account, as those see it who look after accounts."""

    staff_id: str
    user_name: str
    display_name: str
    is_disabled: bool
    capacity: int
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    password: Literal["own", "one_time", "one_time_over", "none"]


class AccessApplication(msgspec.Struct, frozen=True, kw_only=True):
    """What was applied for, for whom, by whom, and what came of it."""

    application_id: str
    staff_id: str | None
    user_name: str
    display_name: str
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    capacity: int
    reason: str
    applied_by: StaffRef
    applied_at: str
    state: str
    decided_by: StaffRef | None
    decided_at: str | None
    answer: str


class Accounts(msgspec.Struct, frozen=True):
    """Every account, the applications that are open or were lately decided, and what can be applied for."""

    now: str
    accounts: tuple[StaffAccount, ...]
    applications: tuple[AccessApplication, ...]
    queues: tuple[QueueRef, ...]


class OneTimePassword(msgspec.Struct, frozen=True):
    """Shown once, to whoever made it."""

    staff_id: str
    user_name: str
    password: str
    usable_until: str


_encoder = msgspec.json.Encoder()


def meaning(command: StaffAccountCommand) -> values.AccountCommand:
    """The command in the words of the rules."""
    match command:
        case ApplyForAccess():
            return values.ApplyForAccess(
                command.staff_id,
                command.user_name,
                command.display_name,
                _rights(command),
                command.reason,
            )
        case WithdrawAccess():
            return values.WithdrawAccess(command.application_id)
        case GrantAccess():
            return values.GrantAccess(command.application_id)
        case RefuseAccess():
            return values.RefuseAccess(command.application_id, command.answer)
        case ChangeAccount():
            return values.ChangeAccount(command.staff_id, _rights(command))
        case DisableAccount():
            return values.DisableAccount(command.staff_id)
        case _:
            assert_never(command)


def _rights(command: ApplyForAccess | ChangeAccount) -> values.Rights:
    return values.Rights(frozenset(command.roles), frozenset(command.queue_ids), command.capacity)


def account_of(account: Account, *, now: Millis) -> StaffAccount:
    """An account, with what its password is and nothing of it."""
    return StaffAccount(
        account.staff_id,
        account.user_name,
        account.display_name,
        account.is_disabled,
        account.capacity,
        tuple(sorted(account.roles)),
        tuple(sorted(account.queues)),
        _password(account, now),
    )


def _password(account: Account, now: Millis) -> Literal["own", "one_time", "one_time_over", "none"]:
    if account.password_hash == NO_PASSWORD:
        return "none"
    if account.one_time_until is None:
        return "own"
    return "one_time" if now < account.one_time_until else "one_time_over"


def application_of(application: values.Application, names: Mapping[str, str]) -> AccessApplication:
    """An application; `names` are what people are called, by id."""
    rights, decided_by = application.rights, application.decided_by
    return AccessApplication(
        application_id=application.application_id,
        staff_id=application.staff_id,
        user_name=application.user_name,
        display_name=application.display_name,
        roles=tuple(sorted(rights.roles)),
        queue_ids=tuple(sorted(rights.queues)),
        capacity=rights.capacity,
        reason=application.reason,
        applied_by=StaffRef(application.applied_by, names.get(application.applied_by, "")),
        applied_at=stamp(application.applied_at),
        state=application.state,
        decided_by=None if decided_by is None else StaffRef(decided_by, names.get(decided_by, "")),
        decided_at=stamp_or_none(application.decided_at),
        answer=application.answer,
    )


def encode_accounts(
    accounts: Iterable[Account],
    applications: Iterable[values.Application],
    queues: Iterable[QueueRef],
    *,
    now: Millis,
) -> bytes:
    """The bytes of `Accounts`."""
    known = tuple(accounts)
    names = {one.staff_id: one.display_name for one in known}
    return _encoder.encode(
        Accounts(
            stamp(now),
            tuple(account_of(one, now=now) for one in known),
            tuple(application_of(one, names) for one in applications),
            tuple(queues),
        )
    )


def encode_one_time_password(password: OneTimePassword) -> bytes:
    """The bytes of a one-time password, for its one showing."""
    return _encoder.encode(password)
