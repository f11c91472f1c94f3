"""rate_limits: Token buckets in memory, always running; the numbers are settings (trust.md U10)."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Final

from server_stub.helpline.limits import Rate, Rates
from server_stub.helpline.values import Problem

_MOST_BUCKETS: Final = 50_000


class Limited(StrEnum):
    """What is limited; the key is an address unless the name says otherwise."""

    SESSIONS = "sessions"
    CONVERSATIONS_PER_HOUR = "conversations_per_hour"
    CONVERSATIONS_PER_MINUTE = "conversations_per_minute"
    IDENTIFICATIONS_PER_SESSION = "identifications_per_session"
    MESSAGES_PER_SESSION = "messages_per_session"
    TRANSCRIPTS_PER_HOUR = "transcripts_per_hour"
    MESSAGES_PER_STAFF = "messages_per_staff"
    TYPING_PER_SESSION = "typing_per_session"
    SIGN_IN_PER_ADDRESS = "sign_in_per_address"
    FAILED_SIGN_INS_PER_ADDRESS = "failed_sign_ins_per_address"
    READS_PER_ADDRESS = "reads_per_address"
    READS_PER_CALLER = "reads_per_caller"
    STREAMS_PER_CALLER = "streams_per_caller"


@dataclass(slots=True)
class _Bucket:
    left: float
    filled_at: float


class RateLimiter:
    """How often each caller may do each thing, in this process.

    `monotonic` gives seconds. The longest unused buckets are forgotten first: they are full again anyway.
    """

    def __init__(self, rates: Rates, monotonic: Callable[[], float]) -> None:
        self._rates = {
            Limited.SESSIONS: rates.sessions,
            Limited.CONVERSATIONS_PER_HOUR: rates.conversations_per_hour,
            Limited.CONVERSATIONS_PER_MINUTE: rates.conversations_per_minute,
            Limited.IDENTIFICATIONS_PER_SESSION: rates.identifications_per_session,
            Limited.MESSAGES_PER_SESSION: rates.messages_per_session,
            Limited.TRANSCRIPTS_PER_HOUR: rates.transcripts_per_hour,
            Limited.MESSAGES_PER_STAFF: rates.messages_per_staff,
            Limited.TYPING_PER_SESSION: rates.typing_per_session,
            Limited.SIGN_IN_PER_ADDRESS: rates.sign_in_per_address,
            Limited.FAILED_SIGN_INS_PER_ADDRESS: rates.failed_sign_ins_per_address,
            Limited.READS_PER_ADDRESS: rates.reads_per_address,
            Limited.READS_PER_CALLER: rates.reads_per_caller,
            Limited.STREAMS_PER_CALLER: rates.streams_per_caller,
        }
        self._monotonic = monotonic
        self._buckets: OrderedDict[tuple[Limited, str], _Bucket] = OrderedDict()

    def take(self, what: Limited, key: str) -> Problem | None:
        """Take one; None when there was one to take, else `throttled` with when to come again."""
        bucket, rate = self._filled(what, key)
        if bucket.left >= 1:
            bucket.left -= 1
            return None
        return throttled(ceil((1 - bucket.left) * rate.per_s / rate.times))

    def give_back(self, what: Limited, key: str) -> None:
        """What was taken turned out not to count."""
        bucket, rate = self._filled(what, key)
        bucket.left = min(bucket.left + 1, float(rate.times))

    def _filled(self, what: Limited, key: str) -> tuple[_Bucket, Rate]:
        rate, now = self._rates[what], self._monotonic()
        bucket = self._buckets.get((what, key))
        if bucket is None:
            bucket = self._buckets[(what, key)] = _Bucket(float(rate.times), now)
            if len(self._buckets) > _MOST_BUCKETS:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end((what, key))
        bucket.left = min(float(rate.times), bucket.left + (now - bucket.filled_at) * rate.times / rate.per_s)
        bucket.filled_at = now
        return bucket, rate


def throttled(retry_after_s: int) -> Problem:
    """`throttled` of the contract."""
    return Problem("throttled", {"retry_after_s": max(1, retry_after_s)})
