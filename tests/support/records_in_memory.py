"""Accounts and tries in memory, for tests of the doors alone."""

from dataclasses import dataclass, field, replace

from server_stub.helpline.accounts import (
    Account,
    MayTry,
    MustWait,
    Pair,
    RefreshVerdict,
    SignedInAccount,
    Tries,
    TryRule,
    charge_try,
)
from server_stub.helpline.values import Millis


@dataclass
class RecordsInMemory:
    """Accounts and tries in dictionaries; sign-ins are only counted."""

    accounts: dict[str, Account] = field(default_factory=dict)
    tries: dict[str, Tries] = field(default_factory=dict)
    signed_in_as: list[str] = field(default_factory=list)
    used: list[int] = field(default_factory=list)

    async def account(self, user_name: str) -> Account | None:
        return self.accounts.get(user_name)

    async def begin_try(self, name_key: str, *, now: Millis, rule: TryRule) -> MayTry | MustWait:
        verdict = charge_try(self.tries.get(name_key), now, rule)
        if isinstance(verdict, MayTry):
            self.tries[name_key] = verdict.after
        return verdict

    async def sign_in(
        self,
        account: Account,
        *,
        name_key: str,
        device_id: str,
        family: str,
        pair: Pair,
        fresh_secret: str,
        next_password_hash: str | None,
        now: Millis,
        is_own_password: bool = False,
    ) -> str | None:
        self.tries.pop(name_key, None)
        self.signed_in_as.append(account.user_name)
        if is_own_password and next_password_hash is not None:
            own = replace(account, password_hash=next_password_hash, one_time_until=None)
            self.accounts[account.user_name] = own
        return fresh_secret

    async def forget_tries(self, name_key: str) -> None:
        self.tries.pop(name_key, None)

    async def signed_in(self, access_hash: bytes, *, now: Millis) -> SignedInAccount | None:
        return None

    async def mark_used(self, pair_row: int, *, now: Millis) -> None:
        self.used.append(pair_row)

    async def family(self, family: str, *, now: Millis) -> SignedInAccount | None:
        return None

    async def replace(
        self, refresh_hash: bytes, *, device_id: str, pair: Pair, fresh_secret: str, now: Millis
    ) -> tuple[RefreshVerdict, SignedInAccount | None, str]:
        return RefreshVerdict.STALE, None, ""

    async def revoke_family(self, family: str, *, staff_id: str, now: Millis) -> None:
        pass

    async def entitlements_version(self) -> int:
        return 0
