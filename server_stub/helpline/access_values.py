"""Access rights of staff as they are applied for and granted: values and commands (R141)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.accounts import Account
from server_stub.helpline.actors import ConsoleActor, StaffActor
from server_stub.helpline.values import Millis

LONGEST_NAME: Final = 200
MOST_AT_ONCE: Final = 50
"""The most conversations at once that an account may be given."""


class Rights(NamedTuple):
    """What an account may: its roles, the queues it serves, how many conversations at once."""

    roles: frozenset[str]
    queues: frozenset[str]
    capacity: int


class ApplicationState(StrEnum):
    """Where an application stands: open until somebody grants, refuses or withdraws it."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Application(NamedTuple):
    """A supervisor applies for rights of one person; `staff_id` is None for one who has no account yet.

    `rights` come on top of what she has. `reason` is the supervisor's, `answer` whoever refuses says.
    """

    application_id: str
    staff_id: str | None
    user_name: str
    display_name: str
    rights: Rights
    reason: str
    applied_by: str
    applied_at: Millis
    state: str = ApplicationState.OPEN
    decided_by: str | None = None
    decided_at: Millis | None = None
    answer: str = ""


# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class ApplyForAccess:
    """A supervisor applies. `staff_id` names an account; without it, the names are of one to be made."""

    staff_id: str | None
    user_name: str
    display_name: str
    rights: Rights
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawAccess:
    """She who applied does so no longer."""

    application_id: str


@dataclass(frozen=True, slots=True)
class GrantAccess:
    """Another person grants what was applied for."""

    application_id: str


@dataclass(frozen=True, slots=True)
class RefuseAccess:
    """Another person does not grant it, and says why."""

    application_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class ChangeAccount:
    """Rights are taken away, or the number of conversations at once is another."""

    staff_id: str
    rights: Rights


@dataclass(frozen=True, slots=True)
class DisableAccount:
    """An account is shut: its owner is signed out everywhere and cannot come back."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class MakeOneTimePassword:
    """Its owner gets a password that lets her in once, to choose her own; every sign-in of hers ends."""

    staff_id: str
    password_hash: str
    usable_until: Millis


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account with rights at once: the console's word only, for the first ones and in an emergency."""

    staff_id: str
    user_name: str
    display_name: str
    password_hash: str
    rights: Rights


AccountCommand = (
    ApplyForAccess
    | WithdrawAccess
    | GrantAccess
    | RefuseAccess
    | ChangeAccount
    | DisableAccount
    | MakeOneTimePassword
    | OpenAccount
)
By = StaffActor | ConsoleActor


# ------------------------------------------------------------------ what a decision rests on and leads to


class AccessSituation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction.

    `own` is the actor's account as it is now, None at the console; `person` the account it is about;
    `is_name_taken` whether an account has the name that one to be made would get.
    """

    now: Millis
    by: By
    own: Account | None
    person: Account | None
    application: Application | None
    is_name_taken: bool
    known_queues: frozenset[str]


class NewPerson(NamedTuple):
    """An account to be made; without a password of its own until somebody makes a one-time one."""

    user_name: str
    display_name: str
    rights: Rights
    staff_id: str | None = None
    password_hash: str | None = None


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """What a command leads to; what is None stays. `word` is what the audit log calls it.

    `entitles`: the person's rights from now on, her account opened again where it was shut.
    """

    word: str
    application: Application | None = None
    opens: NewPerson | None = None
    entitles: Rights | None = None
    disables: bool = False
    one_time: MakeOneTimePassword | None = None
