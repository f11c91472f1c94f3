"""Accounts and rights of staff, and what can be done with them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.pre_information import QueueRef
from app.wire.shapes.values import Count, Person, Time

StaffRole = str
"""Also one of a later version: it is shown by its name."""


class ApplyForAccess(Struct, frozen=True, tag=True, forbid_unknown_fields=True, kw_only=True):
    """Apply for rights of somebody."""

    command_id: str
    staff_id: str | None
    user_name: str
    display_name: str
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    capacity: int
    reason: str


class WithdrawAccess(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Apply no longer."""

    command_id: str
    application_id: str


class GrantAccess(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Grant what somebody else applied for."""

    command_id: str
    application_id: str


class RefuseAccess(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Do not grant it, and say why."""

    command_id: str
    application_id: str
    answer: str


class ChangeAccount(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take rights away."""

    command_id: str
    staff_id: str
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    capacity: int


class DisableAccount(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Shut an account."""

    command_id: str
    staff_id: str


StaffAccountCommand = (
    ApplyForAccess | WithdrawAccess | GrantAccess | RefuseAccess | ChangeAccount | DisableAccount
)


class StaffAccount(Struct, frozen=True):
    """One account."""

    staff_id: str
    user_name: str
    display_name: str
    is_disabled: bool
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    capacity: Count
    password: Literal["own", "one_time", "one_time_over", "none"]


class AccessApplication(Struct, frozen=True):
    """What was applied for, and what came of it."""

    application_id: str
    staff_id: str | None
    user_name: str
    display_name: str
    roles: tuple[str, ...]
    queue_ids: tuple[str, ...]
    capacity: Count
    reason: str
    applied_by: Person
    applied_at: Time
    state: Literal["open", "granted", "refused", "withdrawn"]
    decided_by: Person | None
    decided_at: Time | None
    answer: str


class Accounts(Struct, frozen=True):
    """Every account, applications, and what can be applied for."""

    now: Time
    accounts: tuple[StaffAccount, ...]
    applications: tuple[AccessApplication, ...]
    queues: tuple[QueueRef, ...]


class MakeOneTimePassword(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose."""

    staff_id: str


class OneTimePassword(Struct, frozen=True):
    """Shown once."""

    staff_id: str
    user_name: str
    password: str
    usable_until: Time
