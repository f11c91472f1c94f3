"""staff_doors: Signing in, refreshing and signing out (CONTRACT.md section 2; trust.md U08, U09)."""

import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from server_stub.helpline.access_values import LONGEST_NAME
from server_stub.helpline.accounts import (
    ACCESS_LIFE,
    LONGEST_PASSWORD,
    NO_PASSWORD,
    REFRESH_LIFE,
    Account,
    MustWait,
    Pair,
    RefreshVerdict,
    TryRule,
    millis,
    unfit,
)
from server_stub.helpline.values import Millis, Problem
from server_stub.identity.authorisation import SIGNED_OUT
from server_stub.identity.passwords import Passwords
from server_stub.identity.ports import StaffRecords
from server_stub.identity.principal import StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter, throttled
from server_stub.identity.tokens import LONGEST, name_key, new_family, new_secret, new_token, token_hash
from server_stub.ports import Alarm

_ALARM_EVERY: Final = 20
_TO_CHOOSE: Final = Problem("password_to_choose")
_OVER: Final = Problem("one_time_password_over")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A fresh pair in the clear, to be handed out once, and whose it is."""

    access_token: str
    access_expires_at: Millis
    refresh_token: str
    refresh_expires_at: Millis
    staff_id: str
    display_name: str
    device_secret: str


class StaffDoors:
    """Lets staff in and out. `on_change` is told whose sign-in ended (None: look), so that streams end.

    The password of an account in `one_use` is forgotten when it has let its owner in once (practice).
    """

    def __init__(
        self,
        *,
        records: StaffRecords,
        passwords: Passwords,
        limiter: RateLimiter,
        rule: TryRule,
        now: Callable[[], Millis],
        on_change: Callable[[str | None], None],
        alarm: Alarm,
        one_use: frozenset[str] = frozenset(),
    ) -> None:
        self._records = records
        self._passwords = passwords
        self._limiter = limiter
        self._rule = rule
        self._now = now
        self._on_change = on_change
        self._alarm = alarm
        self._one_use = one_use
        self._failures = 0

    async def sign_in(
        self, user_name: str, password: str, *, device_id: str, address: str
    ) -> Tokens | Problem:
        """Tokens, `sign_in_refused` or `throttled`; with a one-time password what is said of it.

        The order matters: the account's own throttle comes before the address's count of failures, so that an
        attack on one account never keeps a colleague behind the same address out.
        """

        async def tried(name: str, key: str) -> Tokens | Problem | None:
            return await self._try(name, password, key=key, device_id=device_id)

        return await self._guarded(user_name, address, tried)

    async def choose_own(
        self, user_name: str, password: str, own: str, *, device_id: str, address: str
    ) -> Tokens | Problem:
        """Take the one-time password for the last time, keep her own in its place, and sign her in (R141).

        Asked once more with the same two, because the answer was lost, it is a sign-in with her own. Each
        asking compares one password, so that nobody gets two guesses for one.
        """
        if misfit := unfit(own, user_name=user_name, one_time=password):
            return misfit

        async def tried(name: str, key: str) -> Tokens | Problem | None:
            known = await self._known(name)
            if known is not None and known.one_time_until is None:
                return await self._try(name, own, key=key, device_id=device_id)
            return await self._choose(known, password, own, key=key, device_id=device_id)

        return await self._guarded(user_name, address, tried)

    async def _guarded(
        self,
        user_name: str,
        address: str,
        tried: Callable[[str, str], Awaitable[Tokens | Problem | None]],
    ) -> Tokens | Problem:
        if limited := self._limiter.take(Limited.SIGN_IN_PER_ADDRESS, address):
            return limited
        name = unicodedata.normalize("NFC", user_name).strip()
        key = name_key(name.casefold())
        verdict = await self._records.begin_try(key, now=self._now(), rule=self._rule)
        if isinstance(verdict, MustWait):
            self._alarm("sign_in_throttled", retry_after_s=verdict.retry_after_s)
            return throttled(verdict.retry_after_s)
        if limited := self._limiter.take(Limited.FAILED_SIGN_INS_PER_ADDRESS, address):
            return limited
        outcome = await tried(name, key)
        if outcome is None:
            self._count_failure()
            return Problem("sign_in_refused", {"attempts_left": verdict.attempts_left})
        self._limiter.give_back(Limited.FAILED_SIGN_INS_PER_ADDRESS, address)
        return outcome

    async def refresh(self, refresh_token: str, *, device_id: str) -> Tokens | Problem:
        """A new pair for an old one, or `signed_out`; a token that comes back ends its sign-in."""
        if len(refresh_token) > LONGEST:
            return SIGNED_OUT
        now = self._now()
        fresh = _fresh_pair(now)
        verdict, found, secret = await self._records.replace(
            token_hash(refresh_token),
            device_id=device_id,
            pair=fresh.kept,
            fresh_secret=new_secret(),
            now=now,
        )
        if verdict is RefreshVerdict.STOLEN:
            self._alarm("refresh_token_used_twice")
            self._on_change(None)
        if verdict is RefreshVerdict.LOST_ANSWER:
            # The unreceived access token is revoked: nobody here may remember it.
            self._alarm("refresh_answer_lost")
            self._on_change(None)
        if found is None:
            return SIGNED_OUT
        return fresh.tokens(found.account, secret)

    async def sign_out(self, principal: StaffPrincipal) -> None:
        """Revoke every token of this sign-in."""
        await self._records.revoke_family(
            principal.family, staff_id=principal.actor.staff_id, now=self._now()
        )
        self._alarm("signed_out", staff_id=principal.actor.staff_id)
        self._on_change(principal.actor.staff_id)

    async def _known(self, name: str) -> Account | None:
        account = await self._records.account(name) if _may_be_a_name(name) else None
        return None if account is None or account.is_disabled else account

    async def _is_right(self, known: Account | None, password: str) -> bool:
        shown = password if len(password) <= LONGEST_PASSWORD else ""
        return await self._passwords.compare(known.password_hash if known else None, shown)

    async def _try(self, name: str, password: str, *, key: str, device_id: str) -> Tokens | Problem | None:
        known = await self._known(name)
        is_right = await self._is_right(known, password)
        if known is None or not is_right:
            return None
        now = self._now()
        if known.one_time_until is not None:
            # Whoever has shown it is its owner: what she tried before must not keep her waiting now.
            await self._records.forget_tries(key)
            return _OVER if now >= known.one_time_until else _TO_CHOOSE
        next_hash = (
            NO_PASSWORD
            if name in self._one_use
            else await self._passwords.stronger(known.password_hash, password)
        )
        return await self._let_in(known, key=key, device_id=device_id, next_hash=next_hash, now=now)

    async def _choose(
        self, known: Account | None, password: str, own: str, *, key: str, device_id: str
    ) -> Tokens | Problem | None:
        is_right = await self._is_right(known, password)
        if known is None or known.one_time_until is None or not is_right:
            return None
        now = self._now()
        if now >= known.one_time_until:
            await self._records.forget_tries(key)
            return _OVER
        own_hash = await self._passwords.hashed(own)
        let_in = await self._let_in(
            known, key=key, device_id=device_id, next_hash=own_hash, now=now, is_own=True
        )
        # Overtaken by the same asking sent once more: whoever knew both passwords has no wrong try.
        return let_in or await self._try(known.user_name, own, key=key, device_id=device_id)

    async def _let_in(
        self,
        known: Account,
        *,
        key: str,
        device_id: str,
        next_hash: str | None,
        now: Millis,
        is_own: bool = False,
    ) -> Tokens | None:
        fresh = _fresh_pair(now)
        secret = await self._records.sign_in(
            known,
            name_key=key,
            device_id=device_id,
            family=new_family(),
            pair=fresh.kept,
            fresh_secret=new_secret(),
            next_password_hash=next_hash,
            is_own_password=is_own,
            now=now,
        )
        if secret is None:
            return None
        self._alarm("signed_in", staff_id=known.staff_id)
        return fresh.tokens(known, secret)

    def _count_failure(self) -> None:
        self._failures += 1
        self._alarm("sign_in_refused")
        if self._failures % _ALARM_EVERY == 0:
            self._alarm("many_sign_ins_refused", since_start=self._failures)


@dataclass(frozen=True, slots=True)
class _Fresh:
    access: str
    refresh: str
    kept: Pair

    def tokens(self, account: Account, device_secret: str) -> Tokens:
        return Tokens(
            access_token=self.access,
            access_expires_at=self.kept.access_expires_at,
            refresh_token=self.refresh,
            refresh_expires_at=self.kept.refresh_expires_at,
            staff_id=account.staff_id,
            display_name=account.display_name,
            device_secret=device_secret,
        )


def _fresh_pair(now: Millis) -> _Fresh:
    access, refresh = new_token(), new_token()
    kept = Pair(
        access_hash=token_hash(access),
        access_expires_at=now + millis(ACCESS_LIFE),
        refresh_hash=token_hash(refresh),
        refresh_expires_at=now + millis(REFRESH_LIFE),
    )
    return _Fresh(access, refresh, kept)


def _may_be_a_name(name: str) -> bool:
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()
