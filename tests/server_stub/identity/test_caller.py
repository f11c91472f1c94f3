"""Whose request it is, from its head: proxies, cookies, bearers (trust.md U11, U12)."""

from ipaddress import ip_network

import pytest

from server_stub.identity.caller import Caller, read_caller

PROXY = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


def caller(*headers: tuple[str, str], peer: str | None = "10.0.0.1", method: str = "GET") -> Caller:
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    return read_caller(method=method, headers=raw, peer=peer, proxies=PROXY)


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "nonsense", "unknown"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", None, "203.0.113.9"),
        (None, None, "unknown"),
    ],
)
def test_an_address_is_what_our_own_proxies_saw(peer: str, forwarded: str | None, address: str) -> None:
    headers = [("X-Forwarded-For", forwarded)] if forwarded is not None else []
    assert caller(*headers, peer=peer).address == address


def test_two_headers_of_proxies_are_read_as_one() -> None:
    assert (
        caller(("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-For", "198.51.100.1")).address == "198.51.100.1"
    )


def test_hopping_within_one_site_of_ipv6_is_standing_still() -> None:
    hops = {caller(peer=f"2001:db8::{number:x}").address for number in range(1, 50)}
    assert hops == {"2001:db8::/64"}


@pytest.mark.parametrize(
    ("said", "token"),
    [
        ("Bearer abc", "abc"),
        ("bearer abc", "abc"),
        ("Basic abc", None),
        ("Bearer", None),
        ("Bearer ", None),
        ("abc", None),
        ("", None),
    ],
)
def test_a_bearer_is_read_as_rfc_6750_writes_it(said: str, token: str | None) -> None:
    assert caller(("Authorization", said)).bearer == token


def test_a_header_given_twice_is_not_given() -> None:
    twice = caller(
        ("Authorization", "Bearer a"), ("Authorization", "Bearer b"), ("Origin", "a"), ("Origin", "b")
    )
    assert (twice.bearer, twice.origin) == (None, None)


@pytest.mark.parametrize(
    ("said", "token"),
    [
        ("vuoro_customer=abc", "abc"),
        ("a=b; vuoro_customer=abc; c=d", "abc"),
        ("vuoro_customer=abc; vuoro_customer=def", None),
        ("vuoro_customer=", None),
        ("xvuoro_customer=abc", None),
        ("Vuoro_Customer=abc", None),
        ("a=vuoro_customer=abc", None),
        (";;;=", None),
    ],
)
def test_the_cookie_is_ours_alone(said: str, token: str | None) -> None:
    assert caller(("Cookie", said)).cookie == token


def test_only_reading_is_no_write() -> None:
    assert [caller(method=method).is_write for method in ("GET", "HEAD", "POST", "PUT")] == [
        False,
        False,
        True,
        True,
    ]
