"""accounts: Who may be let in, for how long, and how often one may try: values and pure rules."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from server_stub.helpline.calling_time import LONGEST_OPEN_DAYS
from server_stub.helpline.values import Millis, Problem

ONE_TIME_LIFE: Final = timedelta(days=3)
"""How long a one-time password waits for its owner: over a weekend, and no longer."""
SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 1_024
ACCESS_LIFE: Final = timedelta(minutes=15)
REFRESH_LIFE: Final = timedelta(hours=12)
REFRESH_GRACE: Final = timedelta(seconds=60)
"""How long a replaced refresh token may ask again, in case the answer that held its successor was lost."""

SESSION_WITHOUT_CONVERSATION: Final = timedelta(hours=1)
SESSION_AFTER_CLOSE: Final = timedelta(minutes=30)
CALLBACK_CLOSED_LIFE: Final = timedelta(days=7)
"""How long a customer can see what became of her callback request, in the browser she left it in."""
CALLBACK_OPEN_LIFE: Final = timedelta(days=LONGEST_OPEN_DAYS) + 2 * CALLBACK_CLOSED_LIFE
"""No request stands open for longer: the clock closes it, on the first calling day after its last."""
SESSION_IDLE: Final = timedelta(hours=8)
SEEN_EVERY: Final = timedelta(minutes=5)
"""How stale `seen_at` may be: a session is marked as seen at most this often."""

NO_PASSWORD: Final = "!"  # noqa: S105 - the hash of none
"""A hash that no password has: the account stays, nobody can sign in with a password."""
TRIES_FORGOTTEN_AFTER: Final = timedelta(hours=1)


def millis(span: timedelta) -> int:
    """A span in whole milliseconds."""
    return span // timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Account:
    """One member of staff, with what she may do now.

    `one_time_until`: until when a one-time password lets her choose her own; None when it is her own.
    """

    row: int
    staff_id: str
    user_name: str
    display_name: str
    password_hash: str
    is_disabled: bool
    capacity: int
    entitled_from: int
    roles: frozenset[str]
    queues: frozenset[str]
    one_time_until: Millis | None = None


# ------------------------------------------------------------------ choosing a password


def unfit(own: str, *, user_name: str, one_time: str) -> Problem | None:
    """Why somebody cannot have that password, or None: long enough, and nothing that another person knows.

    Length alone is asked for: rules about kinds of characters make passwords that are written on paper.
    """
    if len(own) < SHORTEST_PASSWORD:
        return Problem("password_too_short", {"limit": SHORTEST_PASSWORD})
    if len(own) > LONGEST_PASSWORD:
        return Problem("text_too_long", {"limit": LONGEST_PASSWORD})
    name = user_name.strip().casefold()
    is_known = own == one_time or (name != "" and name in own.casefold()) or len(set(own)) == 1
    return Problem("password_known") if is_known else None


# ------------------------------------------------------------------ trying a password


@dataclass(frozen=True, slots=True)
class TryRule:
    """`tries` wrong ones in `window_s` are free; then each costs a wait, doubling up to `longest_wait_s`."""

    tries: int = 5
    window_s: int = 60
    first_wait_s: int = 60
    longest_wait_s: int = 900


@dataclass(frozen=True, slots=True)
class Tries:
    """What is remembered of the wrong tries at one account; `rounds` counts the waits so far."""

    failures: int
    window_began_at: Millis
    waits_until: Millis | None
    rounds: int


@dataclass(frozen=True, slots=True)
class MayTry:
    """Go on; `after` is what to remember unless the password proves right."""

    after: Tries
    attempts_left: int


@dataclass(frozen=True, slots=True)
class MustWait:
    """Not now."""

    retry_after_s: int


def charge_try(tries: Tries | None, now: Millis, rule: TryRule) -> MayTry | MustWait:
    """Count a try as wrong before it is looked at, so that many at once cannot pass as one.

    trust.md U08: 5 in 60 s an account, then a doubling wait up to 15 minutes. An hour of quiet forgets.
    """
    if tries is None or now - _last_moment(tries) > millis(TRIES_FORGOTTEN_AFTER):
        tries = Tries(failures=0, window_began_at=now, waits_until=None, rounds=0)
    if tries.waits_until is not None and now < tries.waits_until:
        return MustWait(-((now - tries.waits_until) // 1000))
    if tries.rounds > 0:
        return MayTry(_waiting(tries, now, rule), attempts_left=0)
    if now - tries.window_began_at > rule.window_s * 1000:
        tries = Tries(failures=0, window_began_at=now, waits_until=None, rounds=0)
    failures = tries.failures + 1
    counted = Tries(failures, tries.window_began_at, None, 0)
    if failures >= rule.tries:
        return MayTry(_waiting(counted, now, rule), attempts_left=0)
    return MayTry(counted, attempts_left=rule.tries - failures)


def _waiting(tries: Tries, now: Millis, rule: TryRule) -> Tries:
    wait_s = min(rule.first_wait_s * 2 ** min(tries.rounds, 20), rule.longest_wait_s)
    return Tries(tries.failures, tries.window_began_at, now + wait_s * 1000, tries.rounds + 1)


def _last_moment(tries: Tries) -> Millis:
    return max(tries.window_began_at, tries.waits_until or 0)


# ------------------------------------------------------------------ tokens of staff


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One pair of tokens; all pairs that came from one sign-in are a family.

    `used_at`: when its access token was first seen, `replaced_at`: when its refresh token was.
    """

    row: int
    staff_row: int
    device_id: str
    family: str
    access_expires_at: Millis
    refresh_expires_at: Millis
    used_at: Millis | None
    replaced_at: Millis | None
    revoked_at: Millis | None


@dataclass(frozen=True, slots=True)
class Pair:
    """The hashes of a fresh pair of tokens, and until when each is good."""

    access_hash: bytes
    access_expires_at: Millis
    refresh_hash: bytes
    refresh_expires_at: Millis


@dataclass(frozen=True, slots=True)
class SignedInAccount:
    """A live pair of tokens and whose it is."""

    pair: SignInRow
    account: Account


class RefreshVerdict(StrEnum):
    """What a presented refresh token is."""

    GOOD = "good"
    LOST_ANSWER = "lost_answer"
    STALE = "stale"
    STOLEN = "stolen"


def judge_refresh(
    pair: SignInRow, *, device_id: str, now: Millis, was_successor_used: bool, is_family_live: bool
) -> RefreshVerdict:
    """GOOD may be replaced, LOST_ANSWER once more; STALE is expired or revoked; STOLEN is in two hands.

    CONTRACT.md section 2, RFC 9700 section 4.14: a replaced token that comes back revokes its family, unless
    nobody has been seen with its successor: then the answer was lost and its owner asks again.

        fresh ── presented ──► replaced ── again in time, successor unseen ──► successor revoked, another made
                                   └────── too late, or successor seen ──────► family revoked
        revoked while the family lives ── presented: it was received after all ──► family revoked
    """
    if pair.revoked_at is not None:
        return RefreshVerdict.STOLEN if is_family_live else RefreshVerdict.STALE
    if pair.device_id != device_id:
        return RefreshVerdict.STOLEN
    if pair.replaced_at is None:
        return RefreshVerdict.GOOD if now < pair.refresh_expires_at else RefreshVerdict.STALE
    is_in_time = now - pair.replaced_at <= millis(REFRESH_GRACE)
    return RefreshVerdict.STOLEN if was_successor_used or not is_in_time else RefreshVerdict.LOST_ANSWER


# ------------------------------------------------------------------ sessions of customers


@dataclass(frozen=True, slots=True)
class CustomerSession:
    """What stands behind one customer's cookie; `over_at` is when her latest conversation ended.

    `callback_until` is how long her callback request keeps the session, None where she has left none;
    `identification` the row of who she has proved to be in it, None while she is anonymous.
    """

    row: int
    page_token: str
    created_at: Millis
    seen_at: Millis
    conversation_id: str | None
    over_at: Millis | None
    callback_until: Millis | None = None
    identification: int | None = None
    is_on_behalf: bool = False


def session_ends_at(session: CustomerSession) -> Millis:
    """When the session is forgotten unless something happens (CONTRACT.md section 2)."""
    return max(conversation_readable_until(session), session.callback_until or 0)


def callback_keeps_session(requested_at: Millis | None, closed_at: Millis | None) -> Millis | None:
    """How long a callback request keeps its session; None where none was left."""
    if requested_at is None:
        return None
    if closed_at is not None:
        return closed_at + millis(CALLBACK_CLOSED_LIFE)
    return requested_at + millis(CALLBACK_OPEN_LIFE)


def conversation_readable_until(session: CustomerSession) -> Millis:
    """When the session would end without a callback request: until then its conversation can be read."""
    if session.conversation_id is None:
        return session.seen_at + millis(SESSION_WITHOUT_CONVERSATION)
    idle_out = session.seen_at + millis(SESSION_IDLE)
    if session.over_at is None:
        return idle_out
    return min(idle_out, session.over_at + millis(SESSION_AFTER_CLOSE))
