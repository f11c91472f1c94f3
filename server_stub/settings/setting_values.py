"""setting_values: Turns settings as written into values; what is wrong is noted with where it came from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

from server_stub.helpline.limits import Rate

Value = TypeVar("Value")

_RATE: Final = re.compile(r"([0-9]{1,7}) in ([0-9]{1,5})")
_YES: Final = ("yes", "true", "on", "1")
_NO: Final = ("no", "false", "off", "0")


@dataclass(frozen=True, slots=True)
class Given:
    """A value as written, the words for where, and the folder its paths are seen from."""

    text: str
    source: str
    folder: Path


class Values:
    """Settings as written, asked for one by one. A wrong one is noted and its default stands in."""

    def __init__(self, given: Mapping[str, Given]) -> None:
        self._given = given
        self.errors: list[str] = []

    def wrong(self, key: str, expected: str) -> None:
        """Notes that a setting is not what is expected. The value itself is not told: it may be a secret."""
        self.errors.append(f"{self._given[key].source}: {key}: {expected}.")

    def text(self, key: str, usual: str) -> str:
        """A text, or the usual one when there is none."""
        given = self._given.get(key)
        return given.text.strip() if given and given.text.strip() else usual

    def whole_number(self, key: str, usual: int, *, least: int, most: int) -> int:
        """A whole number between two bounds, both allowed."""
        text = self.text(key, str(usual))
        if re.fullmatch(r"[0-9]{1,12}", text) and least <= int(text) <= most:
            return int(text)
        self.wrong(key, f"a whole number from {least} to {most} is expected")
        return usual

    def yes_or_no(self, key: str, *, is_yes: bool) -> bool:
        """`yes` or `no`; `true`, `on`, `1` and their opposites will do."""
        text = self.text(key, "yes" if is_yes else "no").lower()
        if text not in (*_YES, *_NO):
            self.wrong(key, "yes or no is expected")
        return text in _YES

    def path(self, key: str, usual: Path) -> Path:
        """A path; one that is not absolute is seen from where the setting was written."""
        given = self._given.get(key)
        return given.folder / given.text.strip() if given and given.text.strip() else usual

    def rate(self, key: str, usual: Rate) -> Rate:
        """`30 in 60`: at most thirty in sixty seconds."""
        match = _RATE.fullmatch(self.text(key, f"{usual.times} in {usual.per_s}"))
        if match and int(match[1]) and int(match[2]):
            return Rate(int(match[1]), int(match[2]))
        self.wrong(key, "so many times in so many seconds is expected, `30 in 60`")
        return usual

    def origin(self, key: str) -> str | None:
        """One origin, or None."""
        origins = self.origins(key)
        if len(origins) > 1:
            self.wrong(key, "one origin is expected")
        return origins[0] if origins else None

    def origins(self, key: str) -> tuple[str, ...]:
        """Origins as a browser writes them (RFC 6454): scheme, host, perhaps a port."""
        origins = [_origin(part) for part in self._parts(key)]
        if None in origins:
            self.wrong(key, "origins are expected, https://neuvonta.esimerkki.fi, without a path")
        return tuple(dict.fromkeys(origin for origin in origins if origin))

    def networks(self, key: str) -> tuple[IPv4Network | IPv6Network, ...]:
        """Addresses or networks, `10.0.0.0/8`."""
        networks: list[IPv4Network | IPv6Network] = []
        for part in self._parts(key):
            try:
                networks.append(ip_network(part))
            except ValueError:
                self.wrong(key, "addresses or networks are expected, 127.0.0.1 or 10.0.0.0/8")
        return tuple(networks)

    def days(self, key: str) -> tuple[date, ...]:
        """Dates, `2026-12-31`."""
        days: list[date] = []
        for part in self._parts(key):
            try:
                days.append(date.fromisoformat(part))
            except ValueError:
                self.wrong(key, "dates are expected, 2026-12-31")
        return tuple(sorted(set(days)))

    def _parts(self, key: str) -> list[str]:
        return [part.strip() for part in self.text(key, "").split(",") if part.strip()]


def _origin(text: str) -> str | None:
    """The origin in its one spelling, or None. `*` and `null` are not origins."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        return None
    if parts.path not in ("", "/") or parts.query or parts.fragment or "*" in text or " " in text:
        return None
    usual = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" if port in (None, usual) else f"{parts.scheme}://{host}:{port}"
