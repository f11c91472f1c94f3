"""The one question of the doors and the streams: may this caller do that? The table is helpline.roles."""

from enum import Enum
from typing import Final

from server_stub.helpline.roles import ALLOWED, CUSTOMERS, STAFF, Action, Role, may
from server_stub.helpline.values import Problem
from server_stub.identity.principal import Nobody, Principal

SIGNED_OUT: Final = Problem("signed_out")
NOT_ALLOWED: Final = Problem("not_allowed")


class Door(Enum):
    """Which credential is looked at: a customer's cookie opens nothing of staff's, nor the other way."""

    OPEN = "open"
    STAFF = "staff"
    CUSTOMER = "customer"
    SHUT = "shut"


def door_of(action: Action) -> Door:
    """The door an action stands behind, read from the table: SHUT when it has no row, or a mixed one."""
    allowed = ALLOWED.get(action, frozenset())
    if Role.ANYBODY in allowed:
        return Door.OPEN
    if allowed and allowed <= STAFF:
        return Door.STAFF
    if allowed and allowed <= CUSTOMERS:
        return Door.CUSTOMER
    return Door.SHUT


def authorise(principal: Principal, action: Action) -> Problem | None:
    """None when the table says yes; `signed_out` for nobody, `not_allowed` for the rest."""
    if may(principal.roles, action):
        return None
    return SIGNED_OUT if isinstance(principal, Nobody) else NOT_ALLOWED
