"""accounts: user add, change, disable, list: for the first accounts, and in an emergency (decision 55).

By the commands of the desk's own view of accounts (`counter.accounts.settle`); here one person may do alone
what there takes two, and the audit log names her as this computer knows her.
"""

import argparse
import getpass
import re
import secrets
import sys
import warnings
from collections.abc import Callable

from server_stub.bootstrap.opening import Refused, model_in_force, open_database
from server_stub.bootstrap.wiring import SystemDraw, WallClock
from server_stub.console.places import settings_of
from server_stub.counter.accounts import settle
from server_stub.helpline import access
from server_stub.helpline.access import rights_of
from server_stub.helpline.access_values import (
    LONGEST_NAME,
    MOST_AT_ONCE,
    AccountCommand,
    ChangeAccount,
    DisableAccount,
    OpenAccount,
    Rights,
)
from server_stub.helpline.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD, Account
from server_stub.helpline.actors import ConsoleActor
from server_stub.helpline.values import Problem
from server_stub.identity.passwords import Passwords
from server_stub.records import staff
from server_stub.records.database import Database
from server_stub.records.group import Group
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered

Say = Callable[[str], None]


class NothingGiven(Exception):
    """What the words need was not given; the message is a sentence for whoever said them."""


def add(options: argparse.Namespace, say: Say) -> None:
    """Make an account. Everything is checked before the password is asked for.

    Raises `Refused`, and `NothingGiven` when nobody is there to be asked for a password.
    """
    name = plain_name(options.name, "name")
    display_name = plain_name(options.display_name, "display name")
    settings = settings_of(options)
    database = open_database(settings)
    try:
        queues = _queues(options, database)
        capacity = _capacity(options.capacity)
        password = _password_from_input() if options.password_stdin else _password_asked_for()
        passwords = Passwords(settings.passwords)
        account = OpenAccount(
            staff_id=secrets.token_hex(16),
            user_name=name,
            display_name=display_name,
            password_hash=passwords.hash_now(password),
            rights=Rights(frozenset(options.role or options.default_roles), queues, capacity),
        )
        passwords.close()
        problem = _settled(database, account)
    finally:
        database.close()
    if problem is not None:
        raise Refused(f"There is an account {name} already; it was left as it is.")
    say(f"{name} can sign in")
    if not queues:
        say("she serves no queue yet: `vuoro-server user change NAME --queue QUEUE`")


def change(options: argparse.Namespace, say: Say) -> None:
    """Give other roles, queues or capacity; what is not said stays."""
    name = options.name
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            account = staff.by_name(connection, name)
        if account is None:
            raise Refused(f"There is no account {name}; nothing was changed.")
        wanted = _wanted(options, account, database)
        if wanted == rights_of(account):
            say(f"{name} has these rights already; nothing was changed")
            return
        problem = _settled(database, ChangeAccount(account.staff_id, wanted))
    finally:
        database.close()
    if problem is not None:
        raise Refused(f"{name} was left as it is: {problem.code}.")
    if account.is_disabled:
        say(f"the other rights of {name} are kept, but the account is disabled and cannot sign in")
    else:
        say(f"{name} has other rights now; an open desk starts afresh within five seconds")


def disable(options: argparse.Namespace, say: Say) -> None:
    """Shut an account."""
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            account = staff.by_name(connection, options.name)
        if account is None:
            raise Refused(f"There is no account {options.name}; nothing was changed.")
        problem = _settled(database, DisableAccount(account.staff_id))
    finally:
        database.close()
    if problem is not None:
        say(f"{options.name} was disabled already; nothing was changed")
    else:
        say(f"{options.name} cannot sign in any more; an open desk is signed out within five seconds")


def list_accounts(options: argparse.Namespace, say: Say) -> None:
    """Every account, a line each."""
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            known = staff.every(connection)
    finally:
        database.close()
    for account in known:
        say(_line(account))


def plain_name(given: str, what: str) -> str:
    """A name without anything that hides in it. Raises `Refused`."""
    name = access.plain_name(given)
    if name is None:
        raise Refused(
            f"The {what} must be 1–{LONGEST_NAME} letters, without control characters. No account was made."
        )
    return name


def good_password(given: str) -> str:
    """A password long enough to be one. Raises `Refused`."""
    if not SHORTEST_PASSWORD <= len(given) <= LONGEST_PASSWORD:
        raise Refused(
            f"A password has {SHORTEST_PASSWORD}–{LONGEST_PASSWORD} characters. No account was made."
        )
    return given


def _settled(database: Database, command: AccountCommand) -> Problem | None:
    """One command of whoever sits at the console, in a transaction of its own beside a running backend."""
    known = model_in_force(database, is_practice=False).every_queue_id()
    with database.writing() as connection:
        group = Group(connection, HotPath(connection.dialect), Remembered(), WallClock().millis())
        settled = settle(group, ConsoleActor(_user()), command, known_queues=known, draw=SystemDraw())
        group.write()
    return settled.problem


def _user() -> str:
    """Who sits here, as the operating system knows her: letters, digits, dots and dashes of it."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
    return re.sub(r"[^A-Za-z0-9._@-]", "_", user)[:60] or "unknown"


def _password_asked_for() -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal it would read on, and show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            first = getpass.getpass("Password: ")
            second = getpass.getpass("The same again: ")
    except (getpass.GetPassWarning, EOFError) as error:
        raise NothingGiven("No password was given. No account was made; use --password-stdin.") from error
    if first != second:
        raise Refused("The two passwords were not the same. No account was made.")
    return good_password(first)


def _password_from_input() -> str:
    return good_password(sys.stdin.readline().rstrip("\r\n"))


def _wanted(options: argparse.Namespace, account: Account, database: Database) -> Rights:
    """Roles, queues and capacity: as said, else as they are. Raises `Refused` when none is said."""
    says_queues = options.queue is not None or options.all_queues
    if not (says_queues or options.role or options.capacity is not None):
        raise Refused(
            f"Nothing to change was said; {options.name} is as before. "
            "Say --role, --queue, --all-queues or --capacity."
        )
    return Rights(
        frozenset(options.role) if options.role else account.roles,
        _queues(options, database) if says_queues else account.queues,
        _capacity(options.capacity) if options.capacity is not None else account.capacity,
    )


def _queues(options: argparse.Namespace, database: Database) -> frozenset[str]:
    model = model_in_force(database, is_practice=False)
    known = model.every_queue_id()
    if options.all_queues:
        return known
    wanted = frozenset(options.queue or ())
    if unknown := sorted(wanted - known):
        raise Refused(
            f"There is no queue {unknown[0]} in the service model. Nothing was changed. The queues are:\n"
            + "\n".join(sorted(known))
        )
    return wanted


def _capacity(given: int) -> int:
    if not 0 <= given <= MOST_AT_ONCE:
        raise Refused(f"The capacity is 0–{MOST_AT_ONCE} conversations at once. Nothing was changed.")
    return given


def _line(account: Account) -> str:
    state = "disabled" if account.is_disabled else f"at most {account.capacity}"
    return "  ".join(
        (
            account.user_name,
            f"“{account.display_name}”",
            state,
            ", ".join(sorted(account.roles)),
            ", ".join(sorted(account.queues)) or "no queue",
        )
    )
