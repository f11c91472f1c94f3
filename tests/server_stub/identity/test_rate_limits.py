"""Buckets: so many at once, then at an even pace; each caller her own."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.limits import Rate, Rates
from server_stub.identity.rate_limits import Limited, RateLimiter

RATES = replace(Rates(), sessions=Rate(3, 60))


class Seconds:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_pass_and_the_next_is_told_when() -> None:
    seconds = Seconds()
    limiter = RateLimiter(RATES, seconds)
    assert [limiter.take(Limited.SESSIONS, "a") for _ in range(3)] == [None] * 3
    refused = limiter.take(Limited.SESSIONS, "a")
    assert refused is not None
    assert refused.details == {"retry_after_s": 20}
    seconds.now = 19.9
    assert limiter.take(Limited.SESSIONS, "a") is not None
    seconds.now = 20.0
    assert limiter.take(Limited.SESSIONS, "a") is None


def test_each_key_and_each_thing_has_its_own() -> None:
    limiter = RateLimiter(RATES, Seconds())
    for _ in range(3):
        limiter.take(Limited.SESSIONS, "a")
    assert limiter.take(Limited.SESSIONS, "a") is not None
    assert limiter.take(Limited.SESSIONS, "b") is None
    assert limiter.take(Limited.READS_PER_ADDRESS, "a") is None


def test_what_is_given_back_counts_again_and_never_more_than_that() -> None:
    limiter = RateLimiter(RATES, Seconds())
    for _ in range(10):
        limiter.give_back(Limited.SESSIONS, "a")
    assert [limiter.take(Limited.SESSIONS, "a") is None for _ in range(4)] == [True, True, True, False]
    limiter.give_back(Limited.SESSIONS, "a")
    assert limiter.take(Limited.SESSIONS, "a") is None


@given(st.lists(st.floats(0, 30), max_size=80))
def test_however_asked_no_more_pass_than_the_rate_and_one_burst(waits: list[float]) -> None:
    seconds = Seconds()
    limiter = RateLimiter(RATES, seconds)
    passed = 0
    for wait in waits:
        seconds.now += wait
        passed += limiter.take(Limited.SESSIONS, "a") is None
    assert passed <= 3 + 3 * seconds.now / 60 + 1e-6


def test_a_million_strangers_cannot_fill_the_memory() -> None:
    limiter = RateLimiter(RATES, Seconds())
    for number in range(60_000):
        limiter.take(Limited.SESSIONS, str(number))
    assert len(limiter._buckets) <= 50_000


def test_every_rate_of_the_settings_has_its_bucket() -> None:
    limiter = RateLimiter(Rates(), Seconds())
    assert all(limiter.take(what, "a") is None for what in Limited)
