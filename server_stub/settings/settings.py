"""settings: Every setting of the backend, from a YAML file, the environment and flags."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Final

from server_stub.helpline.limits import Limits, PasswordCost, Rate, Rates
from server_stub.helpline.retention import Retention
from server_stub.settings.identification_settings import (
    IDENTIFICATION,
    IdentificationSetting,
    read_identification,
)
from server_stub.settings.mail_setting import MAIL_KEYS, MailSetting, mail_setting
from server_stub.settings.setting_values import Given, Values
from server_stub.settings.yaml_tree import LARGEST, FileError, Items, Node, Scalar, Table, read_tree

PREFIX: Final = "VUORO_"
_LIMITS: Final = tuple(f"limits.{field.name}" for field in fields(Limits))
_RATES: Final = tuple(f"rates.{field.name}" for field in fields(Rates))
_RETENTION: Final = tuple(f"retention.{field.name}" for field in fields(Retention))
_PASSWORDS: Final = tuple(f"passwords.{field.name}" for field in fields(PasswordCost))
KEYS: Final = (
    "host",
    "port",
    "database",
    "key_file",
    "public_origin",
    "allowed_origins",
    "trusted_proxies",
    "is_practice",
    "local_closing_days",
    *MAIL_KEYS,
    *IDENTIFICATION,
    *_LIMITS,
    *_RATES,
    *_PASSWORDS,
    *_RETENTION,
)
"""Every setting there is."""


@dataclass(frozen=True, slots=True)
class SqliteSetting:
    """One encrypted file, and the 0600 file that holds its key (made by `init`; back the two up apart)."""

    path: Path
    key_file: Path


@dataclass(frozen=True, slots=True)
class PostgresSetting:
    """A PostgreSQL database, `postgresql://…`. `repr` leaves the URL out: it may hold a password."""

    url: str

    def __repr__(self) -> str:
        return "PostgresSetting(url=…)"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Every default is a setting; nothing of this is read from anywhere else."""

    host: str
    port: int
    database: SqliteSetting | PostgresSetting
    public_origin: str | None
    """`https://neuvonta.esimerkki.fi`: the backend's own origin as browsers see it; None: what it listens
    on.
    """
    allowed_origins: tuple[str, ...]
    """Sites beside our own that may send commands and show the page in a frame."""
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...]
    is_practice: bool
    limits: Limits
    rates: Rates
    passwords: PasswordCost
    local_closing_days: tuple[date, ...]
    mail: MailSetting | None
    """None: customers are not offered their conversation by e-mail."""
    identification: IdentificationSetting | None
    """Who tells who a customer is; None: everybody is anonymous."""
    retention: Retention
    """How long what customers wrote is kept."""


def read_settings(
    *, file: Path | None, environment: Mapping[str, str], flags: Mapping[str, str]
) -> Settings | tuple[str, ...]:
    """The settings, or every error as a sentence that says where the value came from.

    `flags` wins over `environment` (`VUORO_PORT`), which wins over `file`. Keys are the same in all three:
    in the file `limits: {message_characters: 4000}`, elsewhere `limits.message_characters` and
    `VUORO_LIMITS_MESSAGE_CHARACTERS`. A rate is written `30 in 60`; lists are separated by commas outside
    the file. Paths in the file are seen from its folder, others from the working directory.
    """
    from_file, errors = _from_file(file) if file is not None else ({}, [])
    from_environment, misspelt = _from_environment(environment)
    from_flags = {key: Given(value, f"the flag {key}", Path()) for key, value in flags.items()}
    errors += misspelt
    errors += [
        f"{given.source}: there is no such setting." for key, given in from_flags.items() if key not in KEYS
    ]
    values = Values({**from_file, **from_environment, **from_flags})
    settings = _settings(values)
    errors += values.errors
    return tuple(errors) if errors else settings


def _settings(values: Values) -> Settings:
    is_practice = values.yes_or_no("is_practice", is_yes=False)
    return Settings(
        host=values.text("host", "127.0.0.1"),
        port=values.whole_number("port", 8765, least=0, most=65_535),
        database=_database(values),
        public_origin=values.origin("public_origin"),
        allowed_origins=values.origins("allowed_origins"),
        trusted_proxies=values.networks("trusted_proxies"),
        is_practice=is_practice,
        limits=_limits(values),
        rates=_rates(values),
        passwords=_passwords(values),
        local_closing_days=values.days("local_closing_days"),
        mail=mail_setting(values),
        identification=read_identification(values, is_practice=is_practice),
        retention=_retention(values),
    )


def _limits(values: Values) -> Limits:
    usual = Limits()
    found: dict[str, int] = {
        field.name: values.whole_number(
            f"limits.{field.name}", getattr(usual, field.name), least=1, most=10**7
        )
        for field in fields(Limits)
    }
    return Limits(**found)


def _passwords(values: Values) -> PasswordCost:
    usual = PasswordCost()
    return PasswordCost(
        rounds=values.whole_number("passwords.rounds", usual.rounds, least=1, most=100),
        memory_kib=values.whole_number("passwords.memory_kib", usual.memory_kib, least=32, most=4_194_304),
        lanes=values.whole_number("passwords.lanes", usual.lanes, least=1, most=4),
    )


def _retention(values: Values) -> Retention:
    usual = Retention()
    found: dict[str, int] = {
        # Not below a month: a slip of the pen erases for good.
        field.name: values.whole_number(
            f"retention.{field.name}", getattr(usual, field.name), least=30, most=5_500
        )
        for field in fields(Retention)
    }
    return Retention(**found)


def _rates(values: Values) -> Rates:
    usual = Rates()
    longest = values.whole_number(
        "rates.sign_in_longest_wait_s", usual.sign_in_longest_wait_s, least=1, most=86_400
    )
    rates: dict[str, Rate] = {}
    for field in fields(Rates):
        value = getattr(usual, field.name)
        if isinstance(value, Rate):
            rates[field.name] = values.rate(f"rates.{field.name}", value)
    return Rates(sign_in_longest_wait_s=longest, **rates)


def _database(values: Values) -> SqliteSetting | PostgresSetting:
    written = values.text("database", "vuoro.db")
    if written.startswith(("postgresql://", "postgres://")):
        return PostgresSetting(written.replace("postgres://", "postgresql://", 1))
    if "://" in written:
        values.wrong("database", "a path of a file or a postgresql:// address is expected")
    path = values.path("database", Path("vuoro.db"))
    return SqliteSetting(path, values.path("key_file", path.with_suffix(".key")))


def _from_file(file: Path) -> tuple[dict[str, Given], list[str]]:
    try:
        if file.stat().st_size > LARGEST:
            return {}, [f"{file}: the settings file is larger than {LARGEST:,} bytes; it was not read."]
        tree = read_tree(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        return {}, [f"{file}: the settings file could not be read: {error.strerror}."]
    except UnicodeDecodeError:
        return {}, [f"{file}: the settings file is not UTF-8."]
    if isinstance(tree, FileError):
        return {}, [f"{file}, line {tree.line}, column {tree.column}: {tree.sentence}"]
    if not isinstance(tree, Table):
        return {}, [f"{file}: the settings file is a table of settings, `port: 8765`."]
    return _flattened(tree, file)


def _flattened(tree: Table, file: Path) -> tuple[dict[str, Given], list[str]]:
    found: dict[str, Given] = {}
    errors: list[str] = []
    for name, node in _leaves(tree, ""):
        source = f"{file}, line {node.line}"
        value = _written(node)
        if name not in KEYS:
            errors.append(f"{source}: there is no setting “{name}”{_meant(name, KEYS)}")
        elif value is None:
            errors.append(f"{source}: “{name}” is a single value or a list of values.")
        else:
            found[name] = Given(value, source, file.parent)
    return found, errors


def _leaves(table: Table, prefix: str) -> list[tuple[str, Node]]:
    leaves: list[tuple[str, Node]] = []
    for key, node in table.entries:
        name = f"{prefix}{key.text}"
        leaves += _leaves(node, f"{name}.") if isinstance(node, Table) else [(name, node)]
    return leaves


def _written(node: Node) -> str | None:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items) and all(isinstance(item, Scalar) for item in node.nodes):
        return ",".join(item.text for item in node.nodes if isinstance(item, Scalar))
    return None


def _from_environment(environment: Mapping[str, str]) -> tuple[dict[str, Given], list[str]]:
    """Settings by their names; a near miss is an error, so that a slip of the pen is not passed over."""
    names = {PREFIX + key.upper().replace(".", "_"): key for key in KEYS}
    found = {names[name]: Given(value, name, Path()) for name, value in environment.items() if name in names}
    misspelt = [
        f"{name}: there is no such setting{_meant(name, tuple(names))}"
        for name in environment
        if name.startswith(PREFIX) and name not in names and get_close_matches(name, names, n=1, cutoff=0.85)
    ]
    return found, misspelt


def _meant(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"; is “{near[0]}” meant?" if near else "."
