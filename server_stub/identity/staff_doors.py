"""staff_doors: Signing in, refreshing and signing out (CONTRACT.md section 2; trust.md U08, U09)."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from server_stub.helpline.access_values import LONGEST_NAME
from server_stub.helpline.accounts import (
    ACCESS_LIFE,
    NO_PASSWORD,
    REFRESH_LIFE,
    Account,
    MustWait,
    Pair,
    RefreshVerdict,
    TryRule,
    millis,
)
from server_stub.helpline.values import Millis, Problem
from server_stub.identity.authorisation import SIGNED_OUT
from server_stub.identity.passwords import LONGEST_PASSWORD, Passwords
from server_stub.identity.ports import StaffRecords
from server_stub.identity.principal import StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter, throttled
from server_stub.identity.tokens import LONGEST, name_key, new_family, new_secret, new_token, token_hash
from server_stub.ports import Alarm

_ALARM_EVERY: Final = 20


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
        """Tokens, `sign_in_refused` or `throttled`.

        The order matters: the account's own throttle comes before the address's count of failures, so that an
        attack on one account never keeps a colleague behind the same address out.
        """
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
        tokens = await self._try(name, password, key=key, device_id=device_id)
        if tokens is None:
            self._count_failure()
            return Problem("sign_in_refused", {"attempts_left": verdict.attempts_left})
        self._limiter.give_back(Limited.FAILED_SIGN_INS_PER_ADDRESS, address)
        return tokens

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

    async def _try(self, name: str, password: str, *, key: str, device_id: str) -> Tokens | None:
        account = await self._records.account(name) if _may_be_a_name(name) else None
        known = None if account is None or account.is_disabled else account
        shown = password if len(password) <= LONGEST_PASSWORD else ""
        is_right = await self._passwords.compare(known.password_hash if known else None, shown)
        if known is None or not is_right:
            return None
        now = self._now()
        fresh = _fresh_pair(now)
        next_hash = (
            NO_PASSWORD
            if name in self._one_use
            else await self._passwords.stronger(known.password_hash, shown)
        )
        secret = await self._records.sign_in(
            known,
            name_key=key,
            device_id=device_id,
            family=new_family(),
            pair=fresh.kept,
            fresh_secret=new_secret(),
            next_password_hash=next_hash,
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
