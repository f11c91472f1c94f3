"""Backoff: 1, 2, 4 … 60 seconds, give or take half, and never sooner than asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.backoff import LONGEST_ASKED_S, delay_s


class Fixed:
    """Chance that always says the same."""

    def __init__(self, value: float) -> None:
        self._value = value

    def random(self) -> float:
        return self._value

    def getrandbits(self, k: int, /) -> int:
        return 0


@pytest.mark.parametrize(
    ("failures", "planned"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (500, 60)]
)
def test_each_failure_doubles_the_wait_up_to_a_minute(failures: int, planned: float) -> None:
    assert delay_s(failures, Fixed(0.5)) == planned
    assert delay_s(failures, Fixed(0.0)) == planned / 2
    assert delay_s(failures, Fixed(0.999999)) == pytest.approx(planned * 1.5, rel=1e-4)


@given(st.integers(1, 30), st.floats(0, 0.9999), st.floats(0, 800))
def test_it_is_never_sooner_than_the_backend_asked(failures: int, chance: float, asked_s: float) -> None:
    assert delay_s(failures, Fixed(chance), asked_s=asked_s) >= asked_s


def test_a_mistaken_header_does_not_keep_a_desk_away_for_a_day() -> None:
    assert delay_s(1, Fixed(0.0), asked_s=86_400) == LONGEST_ASKED_S


def test_those_who_were_told_the_same_do_not_return_in_the_same_instant() -> None:
    assert delay_s(1, Fixed(0.1), asked_s=30) != delay_s(1, Fixed(0.9), asked_s=30)
