"""ports: What identity asks of the records; each call is one transaction."""

from typing import Protocol

from server_stub.helpline.accounts import (
    Account,
    CustomerSession,
    MayTry,
    MustWait,
    Pair,
    RefreshVerdict,
    SignedInAccount,
    TryRule,
)
from server_stub.helpline.values import Millis


class StaffRecords(Protocol):
    """Accounts of staff and their sign-ins."""

    async def account(self, user_name: str) -> Account | None:
        """The account of that exact name."""
        ...

    async def begin_try(self, name_key: str, *, now: Millis, rule: TryRule) -> MayTry | MustWait:
        """Count a try at a name before the password is looked at."""
        ...

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
        """Begin a sign-in; the device's secret, or None if the account changed meanwhile.

        `is_own_password`: the hash is of the password she has chosen in place of a one-time one.
        """
        ...

    async def forget_tries(self, name_key: str) -> None:
        """A password was right that begins no sign-in."""
        ...

    async def signed_in(self, access_hash: bytes, *, now: Millis) -> SignedInAccount | None:
        """Whose live access token this is."""
        ...

    async def mark_used(self, pair_row: int, *, now: Millis) -> None:
        """The access token of this pair has been seen: whoever refreshed has had the answer."""
        ...

    async def family(self, family: str, *, now: Millis) -> SignedInAccount | None:
        """The latest pair of a sign-in that lives on."""
        ...

    async def replace(
        self, refresh_hash: bytes, *, device_id: str, pair: Pair, fresh_secret: str, now: Millis
    ) -> tuple[RefreshVerdict, SignedInAccount | None, str]:
        """Use a refresh token; the device's secret comes with it when the verdict is good."""
        ...

    async def revoke_family(self, family: str, *, staff_id: str, now: Millis) -> None:
        """End a sign-in: its owner signs out."""
        ...

    async def entitlements_version(self) -> int:
        """A number that grows whenever somebody's rights change."""
        ...


class CustomerRecords(Protocol):
    """Sessions of customers."""

    async def begin_customer_session(self, *, token_hash: bytes, page_token: str, now: Millis) -> None:
        """A new session."""
        ...

    async def customer_session(self, token_hash: bytes, *, now: Millis) -> CustomerSession | None:
        """The living session behind a cookie."""
        ...

    async def mark_seen(self, session_row: int, *, now: Millis) -> None:
        """The customer is there."""
        ...
