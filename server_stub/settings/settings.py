"""settings: Every setting of the backend, from a YAML file, the environment and flags, in that order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from server_stub.helpline.limits import Limits, Rates


@dataclass(frozen=True, slots=True)
class SqliteSetting:
    """One encrypted file, and the 0600 file that holds its key (made by `init`; back the two up apart)."""

    path: Path
    key_file: Path


@dataclass(frozen=True, slots=True)
class PostgresSetting:
    """A PostgreSQL database, `postgresql://…`."""

    url: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Every default is a setting; nothing of this is read from anywhere else."""

    host: str
    port: int
    database: SqliteSetting | PostgresSetting
    public_origin: str | None
    """`https://neuvonta.esimerkki.fi`: the backend's own origin as browsers see it; None: what it listens on."""
    allowed_origins: tuple[str, ...]
    """Sites beside our own that may send commands and show the page in a frame."""
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...]
    is_practice: bool
    limits: Limits
    rates: Rates
    local_closing_days: tuple[date, ...]


def read_settings(
    *, file: Path | None, environment: Mapping[str, str], flags: Mapping[str, str]
) -> Settings | tuple[str, ...]:
    """The settings, or every error as a sentence.

    `flags` wins over `environment` (`VUORO_PORT`), which wins over `file`. Keys are the same in all three; in the file
    `limits: {message_characters: 4000}`, elsewhere `limits.message_characters` or `VUORO_LIMITS_MESSAGE_CHARACTERS`.
    """
    raise NotImplementedError
