"""practice: A backend for `vuoro demo`: a database of its own, one counsellor, gone when the desk is.

    standard input: one line {"user_name", "display_name", "secret"}, kept open; its end stops the backend
    standard output: one line {"ready": "http://127.0.0.1:PORT"}

The secret lets its owner in once; after that there is no password at all.
"""

import argparse
import json
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from server_stub.bootstrap.opening import Refused, model_of, open_database
from server_stub.bootstrap.serving import serve
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.accounts import plain_name
from server_stub.console.setting_up import create_database, read_model
from server_stub.helpline.limits import PasswordCost, Rate, Rates
from server_stub.helpline.roles import Role
from server_stub.identity.passwords import Passwords
from server_stub.records import staff
from server_stub.settings.settings import Settings, read_settings

Say = Callable[[str], None]

_CAPACITY: Final = 4
_PLENTY: Final = Rate(100_000, 60)
_EXAMPLE: Final = "esimerkki.yaml"


@dataclass(frozen=True, slots=True)
class _Trainee:
    user_name: str
    display_name: str
    secret: str


def practise(options: argparse.Namespace, say: Say, *, resources: Path) -> None:
    """Serve until standard input ends. Raises `Refused`."""
    trainee = _read_trainee(sys.stdin.readline())
    settings = _settings(options.directory)
    source = read_model(options.model or resources / "service_models" / _EXAMPLE)
    try:
        Path(options.directory).mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The directory {options.directory} could not be made: {error.strerror}.") from error
    create_database(settings, source)
    _add(trainee, settings, source)
    serve(
        settings,
        resources=resources,
        announce=lambda address: say(json.dumps({"ready": address})),
        one_use=frozenset({trainee.user_name}),
        until=_at_end_of_input,
    )


def _read_trainee(line: str) -> _Trainee:
    try:
        said = json.loads(line)
        user_name, secret = str(said["user_name"]), str(said["secret"])
        display_name = str(said.get("display_name") or user_name)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(
            'One line is expected on standard input: {"user_name": …, "display_name": …, "secret": …}.'
        ) from error
    return _Trainee(plain_name(user_name, "name"), plain_name(display_name, "display name"), secret)


def _settings(directory: Path) -> Settings:
    database = str(directory.absolute() / "practice.db")
    flags = {"database": database, "port": "0", "is_practice": "yes"}
    flags["identification.practice"] = "yes"
    flags["identification.key_file"] = str(directory.absolute() / "practice.identities.key")
    settings = read_settings(file=None, environment={}, flags=flags)
    if not isinstance(settings, Settings):
        raise Refused("\n".join(settings))
    # Robots all come from one address; the limiter runs, with room for them.
    rates = replace(
        Rates(),
        sessions=_PLENTY,
        conversations_per_hour=_PLENTY,
        conversations_per_minute=_PLENTY,
        reads_per_address=_PLENTY,
    )
    # The secret is random and used once: there is nothing to slow down a guess at.
    return replace(settings, rates=rates, passwords=PasswordCost(rounds=1, memory_kib=8_192, lanes=1))


def _add(trainee: _Trainee, settings: Settings, source: str) -> None:
    model = model_of(source, 1, is_practice=True)
    passwords = Passwords(settings.passwords)
    account = staff.NewAccount(
        staff_id=secrets.token_hex(16),
        user_name=trainee.user_name,
        display_name=trainee.display_name,
        password_hash=passwords.hash_now(trainee.secret),
        capacity=_CAPACITY,
        roles=frozenset({str(Role.ADVICE_COUNSELLOR)}),
        queues=model.every_queue_id(),
    )
    passwords.close()
    database = open_database(settings)
    try:
        with database.writing() as connection:
            staff.add(connection, account, now=WallClock().millis())
    finally:
        database.close()


def _at_end_of_input(stop: Callable[[], None]) -> None:
    def wait() -> None:
        # Whatever else is said is of no interest; its end is.
        while sys.stdin.readline():
            pass
        stop()

    threading.Thread(target=wait, name="end of input", daemon=True).start()
