"""The doors' transactions: each method is one, over the plain functions of `staff` and `sessions`.

Keeps what the protocols of `server_stub.identity.ports` ask for.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from server_stub.helpline.accounts import (
    TRIES_FORGOTTEN_AFTER,
    Account,
    CustomerSession,
    MayTry,
    MustWait,
    Pair,
    RefreshVerdict,
    SignedInAccount,
    TryRule,
    millis,
)
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Millis, staff_address
from server_stub.records import sessions, staff
from server_stub.records.commit_groups import Effort
from server_stub.records.group import Group

T = TypeVar("T")


class Reading(Protocol):
    """Runs a piece of work in a read transaction, off the event loop."""

    async def __call__(self, work: Callable[[Connection], T], /) -> T:
        """The work's result."""
        ...


class Writing(Protocol):
    """Runs a piece of work in the next group's transaction."""

    async def __call__(self, work: Callable[[Group], T], /, *, effort: Effort = Effort.DEED) -> T:
        """The work's result, once committed."""
        ...


class DoorRecords:
    """Accounts, tries, sign-ins and customer sessions, as the doors ask for them."""

    def __init__(self, *, read: Reading, write: Writing) -> None:
        self._read = read
        self._write = write

    async def account(self, user_name: str) -> Account | None:
        """The account of that exact name."""
        return await self._read(lambda connection: staff.by_name(connection, user_name))

    async def begin_try(self, name_key: str, *, now: Millis, rule: TryRule) -> MayTry | MustWait:
        """Count a try at a name before the password is looked at."""
        return await self._write(
            lambda group: staff.begin_try(group.connection, name_key, now=now, rule=rule)
        )

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
        """Begin a sign-in and forget the tries; the secret, or None if the account changed meanwhile."""

        def work(group: Group) -> str | None:
            connection = group.connection
            present = staff.by_name(connection, account.user_name)
            if present is None or present.is_disabled or present.password_hash != account.password_hash:
                return None
            staff.forget_tries(connection, name_key)
            if next_password_hash is not None and is_own_password:
                staff.set_own_password(connection, account.row, next_password_hash, now=now)
                group.note(staff_address(account.staff_id), Action.STAFF_OWN_PASSWORD, None)
            elif next_password_hash is not None:
                staff.set_password_hash(connection, account.row, next_password_hash)
            sessions.purge_sign_ins(connection, now=now)
            staff.purge_tries(connection, before=now - millis(TRIES_FORGOTTEN_AFTER))
            sessions.begin_sign_in(
                connection, staff_row=account.row, device_id=device_id, family=family, pair=pair
            )
            group.note(staff_address(account.staff_id), Action.STAFF_SIGN_IN, None)
            return staff.device_secret(connection, account.row, device_id, fresh=fresh_secret)

        return await self._write(work, effort=Effort.LONG)

    async def forget_tries(self, name_key: str) -> None:
        """A password was right that begins no sign-in."""
        await self._write(lambda group: staff.forget_tries(group.connection, name_key))

    async def signed_in(self, access_hash: bytes, *, now: Millis) -> SignedInAccount | None:
        """Whose live access token this is."""
        return await self._read(lambda connection: sessions.by_access(connection, access_hash, now=now))

    async def mark_used(self, pair_row: int, *, now: Millis) -> None:
        """The access token of this pair has been seen."""
        await self._write(lambda group: sessions.mark_used(group.connection, pair_row, now=now))

    async def family(self, family: str, *, now: Millis) -> SignedInAccount | None:
        """The latest pair of a sign-in that lives on."""
        return await self._read(lambda connection: sessions.by_family(connection, family, now=now))

    async def replace(
        self, refresh_hash: bytes, *, device_id: str, pair: Pair, fresh_secret: str, now: Millis
    ) -> tuple[RefreshVerdict, SignedInAccount | None, str]:
        """Use a refresh token; the secret of the device comes with it when the verdict is good."""

        def work(group: Group) -> tuple[RefreshVerdict, SignedInAccount | None, str]:
            connection = group.connection
            verdict, found = sessions.replace(
                connection, refresh_hash, device_id=device_id, pair=pair, now=now
            )
            if found is None:
                return verdict, None, ""
            secret = staff.device_secret(connection, found.account.row, device_id, fresh=fresh_secret)
            return verdict, found, secret

        return await self._write(work)

    async def revoke_family(self, family: str, *, staff_id: str, now: Millis) -> None:
        """End a sign-in: its owner signs out."""

        def work(group: Group) -> None:
            sessions.revoke_family(group.connection, family, now=now)
            group.note(staff_address(staff_id), Action.STAFF_SIGN_OUT, None)

        await self._write(work)

    async def entitlements_version(self) -> int:
        """A number that grows whenever somebody's rights change."""
        return await self._read(staff.entitlements_version)

    async def begin_customer_session(self, *, token_hash: bytes, page_token: str, now: Millis) -> None:
        """A new session of a customer."""

        def work(group: Group) -> None:
            connection = group.connection
            sessions.purge_customer_sessions(connection, now=now)
            sessions.begin_customer_session(connection, token_hash=token_hash, page_token=page_token, now=now)

        await self._write(work, effort=Effort.LONG)

    async def customer_session(self, token_hash: bytes, *, now: Millis) -> CustomerSession | None:
        """The living session behind a cookie."""
        return await self._read(lambda connection: sessions.customer_session(connection, token_hash, now=now))

    async def mark_seen(self, session_row: int, *, now: Millis) -> None:
        """The customer is there."""
        await self._write(lambda group: sessions.mark_seen(group.connection, session_row, now=now))
