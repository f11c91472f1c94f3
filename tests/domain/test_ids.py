"""Command ids: opaque, in the layout of RFC 9562 version 7, in the order of the clock."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import new_command_id

MS = st.integers(0, (1 << 48) - 1)
BITS = st.integers(0, (1 << 74) - 1)


@given(MS, BITS)
def test_an_id_is_thirty_two_hexadecimal_digits_of_version_seven(unix_ms: int, random_bits: int) -> None:
    made = new_command_id(unix_ms=unix_ms, random_bits=random_bits)
    assert re.fullmatch(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}", made)
    assert int(made[:12], 16) == unix_ms


@given(MS, BITS, BITS)
def test_two_acts_in_one_millisecond_differ_as_their_chance_does(ms: int, one: int, other: int) -> None:
    first, second = (new_command_id(unix_ms=ms, random_bits=bits) for bits in (one, other))
    assert (first == second) == (one == other)


@given(MS, MS, BITS, BITS)
def test_ids_sort_by_the_clock(one_ms: int, other_ms: int, one: int, other: int) -> None:
    first = new_command_id(unix_ms=one_ms, random_bits=one)
    second = new_command_id(unix_ms=other_ms, random_bits=other)
    assert one_ms == other_ms or (first < second) == (one_ms < other_ms)


@pytest.mark.parametrize(("unix_ms", "random_bits"), [(-1, 0), (1 << 48, 0), (0, 1 << 74), (0, -1)])
def test_what_does_not_fit_is_refused(unix_ms: int, random_bits: int) -> None:
    with pytest.raises(ValueError, match="must fit"):
        new_command_id(unix_ms=unix_ms, random_bits=random_bits)
