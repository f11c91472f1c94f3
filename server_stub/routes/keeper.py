"""keeper: Stands at every route and stream: who is this, may she, how often."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from litestar.types import Guard

from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.authorisation import NOT_ALLOWED
from server_stub.identity.caller import Caller, Network, read_caller
from server_stub.identity.principal import CustomerPrincipal, Nobody, Principal, StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.routes.asgi import Scope
from server_stub.routes.problem_answers import ProblemRaised

_STATE: Final = "vuoro_asked"
_UNKNOWN: Final = Caller(
    is_write=True, address="unknown", bearer=None, cookie=None, page_token=None, origin=None
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, and what her request's head says."""

    principal: Principal
    caller: Caller


class Keeper:
    """`limiter` is open to handlers for what only they can count."""

    def __init__(
        self, authenticator: Authenticator, limiter: RateLimiter, proxies: Sequence[Network]
    ) -> None:
        self._authenticator = authenticator
        self._proxies = tuple(proxies)
        self.limiter = limiter

    async def admit(self, scope: Scope, action: Action) -> Asked | Problem:
        """Who asks, if she may do this and has not read too much too fast."""
        caller = self._caller(scope)
        principal = await self._authenticator.admit(caller, action)
        if isinstance(principal, Problem):
            return self._limited(Nobody(), caller) or principal
        return self._limited(principal, caller) or Asked(principal, caller)

    def as_guard(self) -> Guard:
        """The guard of every route. A route that names no action is shut.

        A plain function: Litestar copies whatever hangs on a router, to the bottom.
        """

        async def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
            action = handler.opt.get("action")
            asked: Asked | Problem = NOT_ALLOWED
            if isinstance(action, Action):
                asked = await self.admit(cast("Scope", connection.scope), action)
            if isinstance(asked, Problem):
                raise ProblemRaised(asked)
            connection.scope["state"][_STATE] = asked

        return guard

    def _caller(self, scope: Scope) -> Caller:
        client = scope.get("client")
        return read_caller(
            method=scope["method"],
            headers=scope["headers"],
            peer=client[0] if client else None,
            proxies=self._proxies,
        )

    def _limited(self, principal: Principal, caller: Caller) -> Problem | None:
        match principal:
            case StaffPrincipal(actor=actor):
                return self.limiter.take(Limited.READS_PER_CALLER, actor.address)
            case CustomerPrincipal(actor=actor):
                return self.limiter.take(Limited.READS_PER_CALLER, actor.address)
            case Nobody():
                return self.limiter.take(Limited.READS_PER_ADDRESS, caller.address)


def asked_of(scope: Scope) -> Asked:
    """What the guard found out about the caller of a route."""
    asked = scope["state"][_STATE]
    return asked if isinstance(asked, Asked) else Asked(Nobody(), _UNKNOWN)


def staff_of(scope: Scope) -> StaffPrincipal:
    """The member of staff at a route of staff."""
    principal = asked_of(scope).principal
    if not isinstance(principal, StaffPrincipal):
        raise ProblemRaised(NOT_ALLOWED)
    return principal


def customer_of(scope: Scope) -> CustomerPrincipal:
    """The customer at a route of customers."""
    principal = asked_of(scope).principal
    if not isinstance(principal, CustomerPrincipal):
        raise ProblemRaised(NOT_ALLOWED)
    return principal
