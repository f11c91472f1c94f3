"""The waiting estimate is honest or silent (domain.md B9)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.waiting_estimate import estimate, handle_time, steadied, waiting_quantile


@pytest.mark.parametrize(
    ("place", "slots", "p50", "p80", "p90"),
    [(1, 4, 2.6, 6.0, 8.6), (3, 6, 6.7, 10.7, 13.3), (5, 8, 8.8, 12.6, 15.0), (8, 6, 19.2, 25.6, 29.4)],
)
def test_the_quantiles_are_those_of_the_domain_book(
    place: int, slots: int, p50: float, p80: float, p90: float
):
    found = [
        round(waiting_quantile(place, slots=slots, handle_time_min=15, share=share), 1)
        for share in (0.5, 0.8, 0.9)
    ]
    assert found == [p50, p80, p90]


@pytest.mark.parametrize(
    ("place", "slots", "expected"), [(1, 4, (3, 7)), (3, 6, (7, 11)), (5, 8, (9, 13)), (8, 6, (20, 26))]
)
def test_the_range_is_p50_to_p80_rounded_up(place: int, slots: int, expected: tuple[int, int]):
    """“Olet jonossa 3. Arvio 7–11 min.”"""
    assert estimate(place, slots=slots, handle_times_s=[]) == expected


def test_without_anybody_to_answer_there_is_no_number():
    assert estimate(1, slots=0, handle_times_s=[600]) is None


def test_no_number_is_said_beyond_half_an_hour():
    assert estimate(10, slots=6, handle_times_s=[]) is None
    assert estimate(400, slots=2, handle_times_s=[]) is None


def test_no_number_is_said_when_closing_time_may_come_first():
    assert estimate(3, slots=6, handle_times_s=[], closes_in_s=11 * 60) == (7, 11)
    assert estimate(3, slots=6, handle_times_s=[], closes_in_s=10 * 60) is None
    assert estimate(3, slots=6, handle_times_s=[], closes_in_s=0) is None


def test_the_handle_time_is_the_median_of_the_last_thirty():
    assert handle_time([6_000] * 50 + [600] * 16 + [1_200] * 14) == 600
    assert handle_time([]) == 900
    assert handle_time([], fallback_s=1_200) == 1_200


def test_no_handle_time_is_believed_to_be_under_five_minutes():
    assert handle_time([10, 20, 30]) == 300


def test_a_place_before_the_first_is_refused():
    with pytest.raises(ValueError, match="first place"):
        estimate(0, slots=1, handle_times_s=[])


def test_a_shown_range_never_grows_but_may_shrink_or_go():
    assert steadied(None, (7, 11)) == (7, 11)
    assert steadied((7, 11), (5, 9)) == (5, 9)
    assert steadied((7, 11), (8, 13)) == (7, 11)
    assert steadied((7, 11), None) is None


@given(st.integers(1, 300), st.integers(1, 300), st.lists(st.integers(0, 7_200), max_size=40))
def test_a_range_is_in_order_and_within_bounds(place: int, slots: int, handle_times_s: list[int]):
    found = estimate(place, slots=slots, handle_times_s=handle_times_s)
    if found is not None:
        assert 1 <= found[0] <= found[1] <= 30


@given(st.integers(1, 60), st.integers(1, 40))
def test_a_place_further_back_never_waits_less(place: int, slots: int):
    nearer = waiting_quantile(place, slots=slots, handle_time_min=15, share=0.8)
    assert waiting_quantile(place + 1, slots=slots, handle_time_min=15, share=0.8) > nearer


def test_the_true_wait_is_below_the_upper_end_four_times_in_five():
    """domain.md B9, calibration: over 1,000 simulated customers, ≥ 80 % (less the noise of a thousand)
    below it.
    """
    chance = random.Random(11)
    below = 0
    for _ in range(1_000):
        place, slots = chance.randint(1, 6), chance.randint(6, 12)
        shown = estimate(place, slots=slots, handle_times_s=[])
        assert shown is not None
        waited = sum(chance.expovariate(slots / 15) for _ in range(place))
        below += waited <= shown[1]
    assert below >= 800
