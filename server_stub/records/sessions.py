"""Sign-ins of staff and sessions of customers: token hashes in, rows out; a token itself is never kept.

Plain functions over a connection, each meant to run inside one transaction of the caller.
"""

import dataclasses
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, insert, select, update

from server_stub.helpline.accounts import (
    SESSION_AFTER_CLOSE,
    CustomerSession,
    Pair,
    RefreshVerdict,
    SignedInAccount,
    SignInRow,
    callback_keeps_session,
    conversation_readable_until,
    judge_refresh,
    millis,
    session_ends_at,
)
from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.values import Millis
from server_stub.records import staff as accounts
from server_stub.records.tables import (
    callbacks,
    conversations,
    customer_sessions,
    identifications,
    sign_ins,
)

# ------------------------------------------------------------------ staff

_IS_LIVE = sign_ins.c.replaced_at.is_(None) & sign_ins.c.revoked_at.is_(None)


def begin_sign_in(connection: Connection, *, staff_row: int, device_id: str, family: str, pair: Pair) -> None:
    """The first pair of a new family."""
    connection.execute(
        insert(sign_ins).values(
            staff=staff_row,
            device_id=device_id,
            family=family,
            access_hash=pair.access_hash,
            access_expires_at=pair.access_expires_at,
            refresh_hash=pair.refresh_hash,
            refresh_expires_at=pair.refresh_expires_at,
        )
    )


def by_access(connection: Connection, access_hash: bytes, *, now: Millis) -> SignedInAccount | None:
    """Whose access token this is, if it is live: not expired, not revoked, account not disabled."""
    found = _pair(
        connection.execute(select(sign_ins).where(sign_ins.c.access_hash == access_hash)).one_or_none()
    )
    if found is None or found.revoked_at is not None or now >= found.access_expires_at:
        return None
    account = accounts.by_row(connection, found.staff_row)
    if account is None or account.is_disabled:
        return None
    return SignedInAccount(found, account)


def by_family(connection: Connection, family: str, *, now: Millis) -> SignedInAccount | None:
    """The newest pair of a sign-in, if it can still be refreshed and the account is not disabled."""
    found = _pair(
        connection.execute(select(sign_ins).where(sign_ins.c.family == family, _IS_LIVE)).one_or_none()
    )
    account = (
        accounts.by_row(connection, found.staff_row) if found and now < found.refresh_expires_at else None
    )
    if found is None or account is None or account.is_disabled:
        return None
    return SignedInAccount(found, account)


def mark_used(connection: Connection, pair_row: int, *, now: Millis) -> None:
    """The access token of this pair has been seen for the first time."""
    connection.execute(
        update(sign_ins).where(sign_ins.c.row == pair_row, sign_ins.c.used_at.is_(None)).values(used_at=now)
    )


def replace(
    connection: Connection, refresh_hash: bytes, *, device_id: str, pair: Pair, now: Millis
) -> tuple[RefreshVerdict, SignedInAccount | None]:
    """Use a refresh token: its pair gives way to `pair`. One in two hands revokes its whole family.

    The earlier access token stays good until it expires, so that what is under way is not cut.
    """
    found = _locked(connection, refresh_hash)
    if found is None:
        return RefreshVerdict.STALE, None
    later = (sign_ins.c.family == found.family) & (sign_ins.c.row > found.row)
    was_used = sign_ins.c.used_at.is_not(None) | sign_ins.c.replaced_at.is_not(None)
    verdict = judge_refresh(
        found,
        device_id=device_id,
        now=now,
        was_successor_used=_is_any(connection, later & was_used),
        is_family_live=_is_any(connection, (sign_ins.c.family == found.family) & _IS_LIVE),
    )
    if verdict is RefreshVerdict.STOLEN:
        revoke_family(connection, found.family, now=now)
        return verdict, None
    account = accounts.by_row(connection, found.staff_row)
    if verdict is RefreshVerdict.STALE or account is None or account.is_disabled:
        return RefreshVerdict.STALE, None
    if verdict is RefreshVerdict.LOST_ANSWER:
        connection.execute(update(sign_ins).where(later & _IS_LIVE).values(revoked_at=now))
        accounts.touch_entitlements(connection)
    else:
        connection.execute(update(sign_ins).where(sign_ins.c.row == found.row).values(replaced_at=now))
    begin_sign_in(connection, staff_row=account.row, device_id=device_id, family=found.family, pair=pair)
    return verdict, SignedInAccount(found, account)


def _locked(connection: Connection, refresh_hash: bytes) -> SignInRow | None:
    """The pair of a refresh token, its family locked: what is read of the family after this stays so."""
    has_hash = sign_ins.c.refresh_hash == refresh_hash
    family = connection.execute(select(sign_ins.c.family).where(has_hash)).scalar_one_or_none()
    if family is None:
        return None
    in_order = select(sign_ins.c.row).where(sign_ins.c.family == family).order_by(sign_ins.c.row)
    connection.execute(in_order.with_for_update()).all()
    return _pair(connection.execute(select(sign_ins).where(has_hash)).one_or_none())


def _is_any(connection: Connection, where: ColumnElement[bool]) -> bool:
    return connection.execute(select(sign_ins.c.row).where(where).limit(1)).first() is not None


def revoke_family(connection: Connection, family: str, *, now: Millis) -> None:
    """End a sign-in: every token that came of it."""
    connection.execute(
        update(sign_ins)
        .where(sign_ins.c.family == family, sign_ins.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    accounts.touch_entitlements(connection)


def purge_sign_ins(connection: Connection, *, now: Millis) -> None:
    """Forget pairs that nobody can use or misuse any more."""
    connection.execute(
        delete(sign_ins).where(sign_ins.c.refresh_expires_at < now, sign_ins.c.access_expires_at < now)
    )


def _pair(row: Row[*tuple[Any, ...]] | None) -> SignInRow | None:
    if row is None:
        return None
    return SignInRow(
        row=row.row,
        staff_row=row.staff,
        device_id=row.device_id,
        family=row.family,
        access_expires_at=row.access_expires_at,
        refresh_expires_at=row.refresh_expires_at,
        used_at=row.used_at,
        replaced_at=row.replaced_at,
        revoked_at=row.revoked_at,
    )


# ------------------------------------------------------------------ customers

_SESSION = (
    select(
        customer_sessions.c.row,
        customer_sessions.c.page_token,
        customer_sessions.c.created_at,
        customer_sessions.c.seen_at,
        conversations.c.conversation_id,
        # Over for her at its end: that the wrap-up takes until tomorrow does not let it be read until then.
        # A message is read for as long as she who left it is identified: the last answer often closes it.
        case(
            (conversations.c.channel == Channel.MESSAGE, None),
            else_=func.coalesce(conversations.c.ended_at, conversations.c.closed_at),
        ).label("over_at"),
        callbacks.c.requested_at.label("callback_requested_at"),
        callbacks.c.closed_at.label("callback_closed_at"),
        customer_sessions.c.identification,
        identifications.c.behalf_key,
    )
    .select_from(customer_sessions)
    .outerjoin(conversations, conversations.c.row == customer_sessions.c.conversation)
    .outerjoin(callbacks, callbacks.c.row == customer_sessions.c.callback)
    .outerjoin(identifications, identifications.c.row == customer_sessions.c.identification)
)


def begin_customer_session(
    connection: Connection, *, token_hash: bytes, page_token: str, now: Millis
) -> None:
    """A new session, without a conversation."""
    connection.execute(
        insert(customer_sessions).values(
            token_hash=token_hash, page_token=page_token, created_at=now, seen_at=now
        )
    )


def customer_session(connection: Connection, token_hash: bytes, *, now: Millis) -> CustomerSession | None:
    """The session behind a cookie, if it still lives."""
    row = connection.execute(_SESSION.where(customer_sessions.c.token_hash == token_hash)).one_or_none()
    if row is None:
        return None
    session = _session(row)
    if now >= session_ends_at(session):
        return None
    # A callback request keeps the session for days; what was said in a chat is not shown for longer by that.
    if now >= conversation_readable_until(session):
        return dataclasses.replace(session, conversation_id=None, over_at=None)
    return session


def mark_seen(connection: Connection, session_row: int, *, now: Millis) -> None:
    """The customer is there."""
    connection.execute(
        update(customer_sessions).where(customer_sessions.c.row == session_row).values(seen_at=now)
    )


def purge_customer_sessions(connection: Connection, *, now: Millis) -> None:
    """Forget sessions that have ended. The conversation they led to stays."""
    quiet_since = now - millis(SESSION_AFTER_CLOSE)
    ended = [
        session.row
        for session in map(
            _session, connection.execute(_SESSION.where(customer_sessions.c.seen_at < quiet_since))
        )
        if now >= session_ends_at(session)
    ]
    if ended:
        connection.execute(delete(customer_sessions).where(customer_sessions.c.row.in_(ended)))


def _session(row: Row[*tuple[Any, ...]]) -> CustomerSession:
    return CustomerSession(
        row=row.row,
        page_token=row.page_token,
        created_at=row.created_at,
        seen_at=row.seen_at,
        conversation_id=row.conversation_id,
        over_at=row.over_at,
        callback_until=callback_keeps_session(row.callback_requested_at, row.callback_closed_at),
        identification=row.identification,
        is_on_behalf=row.behalf_key is not None,
    )
