"""authentication: From a request's head to a principal or a problem; what is remembered is fresh."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar, assert_never

from server_stub.helpline.accounts import (
    SEEN_EVERY,
    CustomerSession,
    SignedInAccount,
    millis,
    session_ends_at,
)
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Millis, Problem
from server_stub.identity.authorisation import NOT_ALLOWED, SIGNED_OUT, Door, authorise, door_of
from server_stub.identity.caller import Caller
from server_stub.identity.ports import CustomerRecords, StaffRecords
from server_stub.identity.principal import (
    CustomerPrincipal,
    Nobody,
    Principal,
    StaffPrincipal,
    staff_principal,
)
from server_stub.identity.tokens import LONGEST, is_same, token_hash
from server_stub.ports import Alarm

_REMEMBERED_MS: Final = 5_000
_VERSION_READ_EVERY_MS: Final = 2_000
_MOST_REMEMBERED: Final = 10_000

P = TypeVar("P")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class _Remembered(Generic[P]):
    what: P
    at: Millis
    version: int


class Authenticator:
    """Admits callers to actions. Asking again and again is cheap: streams do, to learn of a revocation.

    A principal is remembered until somebody's rights change anywhere (a version in the database, read at
    most every two seconds), so a revocation bites within five seconds in every process (trust.md U05).
    """

    def __init__(
        self,
        *,
        staff: StaffRecords,
        customers: CustomerRecords,
        now: Callable[[], Millis],
        origins: frozenset[str],
        alarm: Alarm,
    ) -> None:
        self._staff = staff
        self._customers = customers
        self._now = now
        self._origins = origins
        self._alarm = alarm
        self._signed_in: OrderedDict[bytes, _Remembered[StaffPrincipal]] = OrderedDict()
        self._families: OrderedDict[str, _Remembered[StaffPrincipal]] = OrderedDict()
        self._customers_known: OrderedDict[bytes, _Remembered[CustomerPrincipal]] = OrderedDict()
        self._version = 0
        self._version_read_at: Millis | None = None
        self._reading_version = asyncio.Lock()

    async def admit(self, caller: Caller, action: Action) -> Principal | Problem:
        """The principal when she may do this; `signed_out` or `not_allowed` otherwise."""
        if action is Action.BEGIN_CUSTOMER_SESSION and not self._is_from_own_site(caller):
            return NOT_ALLOWED
        principal = await self.authenticate(caller, door_of(action), afresh=action in _LOOKED_UP_AFRESH)
        if isinstance(principal, Problem):
            return principal
        return authorise(principal, action) or principal

    async def authenticate(self, caller: Caller, door: Door, *, afresh: bool = False) -> Principal | Problem:
        """Who stands at a door. A customer's writes need `Origin` and page token (trust.md U13)."""
        match door:
            case Door.OPEN:
                return Nobody()
            case Door.STAFF:
                return await self._staff_behind(caller.bearer) or SIGNED_OUT
            case Door.CUSTOMER:
                customer = await self._customer_behind(caller.cookie, afresh=afresh)
                if customer is not None and caller.is_write and not self._is_own_page(caller, customer):
                    return NOT_ALLOWED
                return customer or SIGNED_OUT
            case Door.SHUT:
                return NOT_ALLOWED
            case _:
                assert_never(door)

    async def is_still_admitted(self, principal: Principal, caller: Caller, action: Action) -> bool:
        """Whether a stream that was opened by `principal` may go on; ask at least every three seconds.

        A stream outlives its access token as long as the sign-in lives, with the same roles and queues.
        """
        if not isinstance(principal, StaffPrincipal):
            return not isinstance(await self.admit(caller, action), Problem)
        present = await self._staff_of_family(principal.family)
        return (
            present is not None
            and present.is_as_entitled_as(principal)
            and authorise(present, action) is None
        )

    def forget_everything(self) -> None:
        """Somebody's rights changed here: look everything up again at once."""
        self._signed_in.clear()
        self._families.clear()
        self._version_read_at = None

    def forget_customer(self, caller: Caller) -> None:
        """Her conversation is another from now on."""
        if caller.cookie is not None:
            self._customers_known.pop(token_hash(caller.cookie), None)

    # ------------------------------------------------------------------ staff

    async def _staff_behind(self, token: str | None) -> StaffPrincipal | None:
        if token is None or len(token) > LONGEST:
            return None
        key, version, now = token_hash(token), await self._rights_version(), self._now()
        known = self._signed_in.get(key)
        if known is not None and known.version == version and now < known.what.until:
            return known.what
        found = await self._staff.signed_in(key, now=now)
        if found is None:
            self._signed_in.pop(key, None)
            return None
        principal = _principal_of(found)
        if found.pair.used_at is not None or await self._mark_used(found.pair.row, now):
            _remember(self._signed_in, key, _Remembered(principal, now, version))
        return principal

    async def _mark_used(self, pair_row: int, now: Millis) -> bool:
        """Once a pair: her having had the answer is known before she has an answer to this request.

        Whether it was marked: a full disk must not keep staff from reading, and the next request marks it.
        """
        try:
            await self._staff.mark_used(pair_row, now=now)
        except Exception as error:
            self._alarm("sign_in_not_marked", sign_in=pair_row, error=type(error).__name__)
            return False
        return True

    async def _staff_of_family(self, family: str) -> StaffPrincipal | None:
        version, now = await self._rights_version(), self._now()
        known = self._families.get(family)
        if known is not None and known.version == version and now < known.what.until:
            return known.what
        found = await self._staff.family(family, now=now)
        if found is None:
            self._families.pop(family, None)
            return None
        principal = staff_principal(found.account, family=family, until=found.pair.refresh_expires_at)
        _remember(self._families, family, _Remembered(principal, now, version))
        return principal

    async def _rights_version(self) -> int:
        if self._is_version_fresh():
            return self._version
        async with self._reading_version:
            if not self._is_version_fresh():
                read_at = self._now()
                self._version = await self._staff.entitlements_version()
                self._version_read_at = read_at
        return self._version

    def _is_version_fresh(self) -> bool:
        read_at = self._version_read_at
        return read_at is not None and 0 <= self._now() - read_at < _VERSION_READ_EVERY_MS

    # ------------------------------------------------------------------ customers

    async def _customer_behind(self, token: str | None, *, afresh: bool) -> CustomerPrincipal | None:
        if token is None or len(token) > LONGEST:
            return None
        key, now = token_hash(token), self._now()
        known = self._customers_known.get(key)
        if known is not None and not afresh and 0 <= now - known.at < _REMEMBERED_MS:
            return known.what
        self._customers_known.pop(key, None)
        session = await self._customers.customer_session(key, now=now)
        if session is None:
            return None
        principal = _customer_of(session)
        # Only while a conversation goes on: otherwise the next command may change which one is hers.
        if session.conversation_id is not None and session.over_at is None:
            _remember(self._customers_known, key, _Remembered(principal, now, 0))
        if now - session.seen_at > millis(SEEN_EVERY):
            await self._mark_seen(session, now)
        return principal

    async def _mark_seen(self, session: CustomerSession, now: Millis) -> None:
        try:
            await self._customers.mark_seen(session.row, now=now)
        except Exception as error:
            # A full disk must not keep a customer from reading: the next request marks her.
            self._alarm("session_not_marked", session=session.row, error=type(error).__name__)

    def _is_own_page(self, caller: Caller, principal: CustomerPrincipal) -> bool:
        token = caller.page_token
        return self._is_from_own_site(caller) and token is not None and is_same(principal.page_token, token)

    def _is_from_own_site(self, caller: Caller) -> bool:
        return caller.origin in self._origins


_LOOKED_UP_AFRESH: Final = frozenset({Action.CUSTOMER_OPEN_CONVERSATION, Action.CUSTOMER_SNAPSHOT})


def _customer_of(session: CustomerSession) -> CustomerPrincipal:
    return CustomerPrincipal(
        actor=CustomerActor(
            session.row, session.conversation_id, session.identification, session.is_on_behalf
        ),
        page_token=session.page_token,
        until=session_ends_at(session),
    )


def _principal_of(found: SignedInAccount) -> StaffPrincipal:
    return staff_principal(found.account, family=found.pair.family, until=found.pair.access_expires_at)


def _remember(memory: OrderedDict[K, _Remembered[P]], key: K, what: _Remembered[P]) -> None:
    memory[key] = what
    memory.move_to_end(key)
    if len(memory) > _MOST_REMEMBERED:
        memory.popitem(last=False)
