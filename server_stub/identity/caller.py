"""caller: What a request says of who sent it, read once from its head (trust.md U11, U12)."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, NamedTuple

COOKIE: Final = "vuoro_customer"
_IPV6_SITE: Final = 64

Network = IPv4Network | IPv6Network
Headers = Sequence[tuple[bytes, bytes]]


class Caller(NamedTuple):
    """The parts of a request's head that identity looks at; a header given twice counts as not given.

    `address` is what limits per address go by: an IPv4 address or an IPv6 /64.
    """

    is_write: bool
    address: str
    bearer: str | None
    cookie: str | None
    page_token: str | None
    origin: str | None


def read_caller(*, method: str, headers: Headers, peer: str | None, proxies: Sequence[Network]) -> Caller:
    """The caller of a request. `peer` is the other end of the socket, `proxies` those whose word is taken."""
    said, forwarded = _looked_at(headers)
    return Caller(
        is_write=method not in ("GET", "HEAD"),
        address=_site(_client_address(forwarded, peer, proxies)),
        bearer=_bearer(said.get(b"authorization")),
        cookie=_cookie(said.get(b"cookie")),
        page_token=said.get(b"x-page-token"),
        origin=said.get(b"origin"),
    )


_ONCE: Final = frozenset({b"authorization", b"cookie", b"x-page-token", b"origin"})


def _looked_at(headers: Headers) -> tuple[dict[bytes, str | None], list[str]]:
    """Each header of `_ONCE` that was given exactly once, and all of `X-Forwarded-For`; in one pass."""
    said: dict[bytes, str | None] = {}
    forwarded: list[str] = []
    for name, value in headers:
        if name in _ONCE:
            said[name] = None if name in said else value.decode("latin-1")
        elif name == b"x-forwarded-for":
            forwarded.append(value.decode("latin-1"))
    return said, forwarded


def _bearer(authorization: str | None) -> str | None:
    if authorization is None:
        return None
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def _cookie(header: str | None) -> str | None:
    if header is None:
        return None
    pairs = [part.strip().partition("=") for part in header.split(";")]
    values = [value for name, _, value in pairs if name == COOKIE]
    # Two cookies of our name: one was planted (cookie tossing). Neither is believed.
    return values[0] if len(values) == 1 and values[0] else None


def _client_address(forwarded: list[str], peer: str | None, proxies: Sequence[Network]) -> str | None:
    """The peer, or behind proxies of ours the nearest address that is not one of them."""
    hops = [hop.strip() for hop in ",".join(forwarded).split(",") if hop.strip()]
    address = peer
    while hops and _is_one_of(address, proxies):
        address = hops.pop()
    return address


def _is_one_of(address: str | None, proxies: Sequence[Network]) -> bool:
    parsed = _parsed(address)
    return parsed is not None and any(
        parsed in network for network in proxies if network.version == parsed.version
    )


def _parsed(address: str | None) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address((address or "").strip("[]"))
    except ValueError:
        return None
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return parsed.ipv4_mapped
    return parsed


@lru_cache(maxsize=4_096)
def _site(address: str | None) -> str:
    parsed = _parsed(address)
    if parsed is None:
        return "unknown"
    if isinstance(parsed, IPv6Address):
        return str(IPv6Network((parsed, _IPV6_SITE), strict=False))
    return str(parsed)
