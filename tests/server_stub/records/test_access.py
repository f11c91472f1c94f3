"""Applications and what comes of them, on both databases: decided once, whoever comes at the same time."""

import threading

from server_stub.counter.accounts import Settled, settle
from server_stub.helpline.access_values import (
    AccountCommand,
    ApplyForAccess,
    DisableAccount,
    GrantAccess,
    MakeOneTimePassword,
    OpenAccount,
    RefuseAccess,
    Rights,
)
from server_stub.helpline.actors import ConsoleActor, StaffActor
from server_stub.records import access, audit, staff
from server_stub.records.database import Database
from server_stub.records.group import Group
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered

NOW = 1_764_000_000_000
QUEUE = "#soshON_perheasiat_chat"
RIGHTS = Rights(frozenset({"advice_counsellor"}), frozenset({QUEUE}), 3)


class Draw:
    def __init__(self) -> None:
        self._drawn = 0

    def identifier(self) -> str:
        self._drawn += 1
        return f"{self._drawn:032x}"

    def alias(self) -> str:
        return "0000"


DRAW = Draw()


def act(database: Database, by: str | None, command: AccountCommand, *, now: int = NOW) -> Settled:
    """One command in a transaction of its own; by the console where nobody is named."""
    actor = (
        ConsoleActor("koe")
        if by is None
        else StaffActor(by * 32, by, frozenset({"supervisor", "application_support"}), frozenset(), 0)
    )
    with database.writing() as connection:
        group = Group(connection, HotPath(connection.dialect), Remembered(), now)
        settled = settle(group, actor, command, known_queues=frozenset({QUEUE}), draw=DRAW)
        group.write()
    return settled


def people(database: Database) -> None:
    for name in "abc":
        rights = Rights(frozenset({"supervisor", "application_support"}), frozenset(), 0)
        act(database, None, OpenAccount(name * 32, name, name.upper(), "hash", rights))


def test_what_is_applied_for_is_kept_found_and_settled(database: Database) -> None:
    people(database)
    assert act(database, "a", ApplyForAccess("c" * 32, "", "", RIGHTS, "Vaihtaa.")) == Settled()
    with database.reading() as connection:
        (kept,) = access.shown(connection, since=NOW)
    assert (kept.rights, kept.reason, kept.state, kept.applied_by) == (RIGHTS, "Vaihtaa.", "open", "a" * 32)
    act(database, "b", RefuseAccess(kept.application_id, "Ei vielä."), now=NOW + 5)
    with database.reading() as connection:
        (refused,) = access.shown(connection, since=NOW)
        assert (refused.state, refused.answer, refused.decided_by) == ("refused", "Ei vielä.", "b" * 32)
        assert access.shown(connection, since=NOW + 5) == ()
        assert audit.verify(connection).broken == ()


def test_two_who_grant_at_once_grant_once(database: Database) -> None:
    """R141: whoever comes second is told that it is decided, also on two connections at once."""
    people(database)
    act(database, "a", ApplyForAccess(None, "uusi", "Uusi", RIGHTS, "Aloittaa."))
    with database.reading() as connection:
        (kept,) = access.shown(connection, since=NOW)
    both = threading.Barrier(2)
    settled: list[Settled] = []

    def grant(by: str) -> None:
        both.wait()
        settled.append(act(database, by, GrantAccess(kept.application_id)))

    threads = [threading.Thread(target=grant, args=(by,)) for by in "bc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.problem.code if one.problem else "" for one in settled) == ["", "application_over"]
    with database.reading() as connection:
        assert len([one for one in staff.every(connection) if one.user_name == "uusi"]) == 1


def test_two_who_shut_each_other_out_leave_one(database: Database) -> None:
    people(database)
    both = threading.Barrier(2)
    settled: list[Settled] = []

    def disable(by: str, whom: str) -> None:
        both.wait()
        settled.append(act(database, by, DisableAccount(whom * 32)))

    threads = [threading.Thread(target=disable, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.problem.code if one.problem else "" for one in settled) == ["", "not_allowed"]


def test_a_one_time_password_is_told_from_her_own(database: Database) -> None:
    people(database)
    act(database, "a", MakeOneTimePassword("b" * 32, "once", NOW + 1000))
    with database.reading() as connection:
        given = staff.by_staff_id(connection, "b" * 32)
    assert given is not None
    assert (given.password_hash, given.one_time_until) == ("once", NOW + 1000)
    with database.writing() as connection:
        staff.set_own_password(connection, given.row, "own", now=NOW)
    with database.reading() as connection:
        own = staff.by_staff_id(connection, "b" * 32)
    assert own is not None
    assert (own.password_hash, own.one_time_until) == ("own", None)
