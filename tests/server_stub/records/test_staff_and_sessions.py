"""Accounts, tries, sign-ins and sessions, on both databases."""

import threading

import pytest

from server_stub.helpline.accounts import MayTry, MustWait, Pair, RefreshVerdict, TryRule
from server_stub.records import sessions, staff, tidying
from server_stub.records.database import Database

NOW = 1_764_000_000_000
HOUR = 3_600_000
RULE = TryRule()


def account(name: str = "aino", **changes: object) -> staff.NewAccount:
    usual = {
        "staff_id": (name * 32)[:32],
        "user_name": name,
        "display_name": name.capitalize(),
        "password_hash": "hash",
        "capacity": 3,
        "roles": frozenset({"advice_counsellor"}),
        "queues": frozenset({"#jono"}),
    }
    return staff.NewAccount(**(usual | changes))  # type: ignore[arg-type]


def pair(number: int, *, at: int = NOW) -> Pair:
    return Pair(b"access %d" % number, at + HOUR, b"refresh %d" % number, at + 12 * HOUR)


def signed_in(database: Database, name: str = "aino") -> int:
    """Somebody signed in with pair 1; her row."""
    with database.writing() as connection:
        staff.add(connection, account(name), now=NOW)
        found = staff.by_name(connection, name)
        assert found is not None
        sessions.begin_sign_in(connection, staff_row=found.row, device_id="d", family="f", pair=pair(1))
        return found.row


def test_an_account_is_read_back_with_its_roles_and_queues(database: Database) -> None:
    with database.writing() as connection:
        staff.add(connection, account(roles=frozenset({"trainer", "supervisor"})), now=NOW)
    with database.reading() as connection:
        found = staff.by_name(connection, "aino")
        assert found is not None
        assert found.roles == {"trainer", "supervisor"}
        assert found.queues == {"#jono"}
        assert staff.by_row(connection, found.row) == found
        assert staff.every(connection) == (found,)
        assert staff.by_name(connection, "Aino") is None


def test_a_name_is_taken_once(database: Database) -> None:
    with database.writing() as connection:
        staff.add(connection, account(), now=NOW)
    with pytest.raises(staff.NameTaken), database.writing() as connection:
        staff.add(connection, account(), now=NOW)


def test_other_rights_are_told_to_every_process(database: Database) -> None:
    with database.writing() as connection:
        staff.add(connection, account(), now=NOW)
        before = staff.entitlements_version(connection)
        staff.entitle(connection, "aino", roles=["trainer"], queues=[], capacity=0)
    with database.reading() as connection:
        found = staff.by_name(connection, "aino")
        assert found is not None
        assert found.roles == {"trainer"}
        assert not found.queues
        assert found.capacity == 0
        assert staff.entitlements_version(connection) == before + 1


def test_an_access_token_is_good_until_it_expires_or_the_account_is_shut(database: Database) -> None:
    signed_in(database)
    with database.reading() as connection:
        assert sessions.by_access(connection, b"access 1", now=NOW + HOUR - 1) is not None
        assert sessions.by_access(connection, b"access 1", now=NOW + HOUR) is None
        assert sessions.by_access(connection, b"refresh 1", now=NOW) is None
        assert sessions.by_family(connection, "f", now=NOW + 12 * HOUR - 1) is not None
        assert sessions.by_family(connection, "f", now=NOW + 12 * HOUR) is None
    with database.writing() as connection:
        staff.disable(connection, "aino", now=NOW)
    with database.reading() as connection:
        assert sessions.by_access(connection, b"access 1", now=NOW) is None
        assert sessions.by_family(connection, "f", now=NOW) is None


def test_a_pair_gives_way_to_the_next_and_never_again(database: Database) -> None:
    signed_in(database)
    with database.writing() as connection:
        verdict, found = sessions.replace(connection, b"refresh 1", device_id="d", pair=pair(2), now=NOW)
        assert (verdict, found is not None) == (RefreshVerdict.GOOD, True)
        assert sessions.by_access(connection, b"access 1", now=NOW) is not None
        seen = sessions.by_access(connection, b"access 2", now=NOW)
        assert seen is not None
        sessions.mark_used(connection, seen.pair.row, now=NOW)
    with database.writing() as connection:
        again = sessions.replace(connection, b"refresh 1", device_id="d", pair=pair(3), now=NOW)
        assert again == (RefreshVerdict.STOLEN, None)
    with database.reading() as connection:
        for token in (b"access 1", b"access 2", b"access 3"):
            assert sessions.by_access(connection, token, now=NOW) is None


def test_while_a_successor_is_unseen_the_token_before_it_gets_another_and_one_is_live(
    database: Database,
) -> None:
    signed_in(database)
    for number in (2, 3, 4):
        with database.writing() as connection:
            verdict, found = sessions.replace(
                connection, b"refresh 1", device_id="d", pair=pair(number), now=NOW
            )
        expected = RefreshVerdict.GOOD if number == 2 else RefreshVerdict.LOST_ANSWER
        assert (verdict, found is not None) == (expected, True)
    with database.reading() as connection:
        live = [n for n in (2, 3, 4) if sessions.by_access(connection, b"access %d" % n, now=NOW)]
        assert live == [4]
        assert sessions.by_family(connection, "f", now=NOW) is not None
    with database.writing() as connection:
        assert sessions.replace(connection, b"refresh 4", device_id="d", pair=pair(5), now=NOW)[1] is not None
    with database.writing() as connection:
        again = sessions.replace(connection, b"refresh 1", device_id="d", pair=pair(6), now=NOW)
        assert again == (RefreshVerdict.STOLEN, None)


def test_an_unreceived_successor_that_is_used_after_all_ends_the_sign_in(database: Database) -> None:
    signed_in(database)
    for number in (2, 3):
        with database.writing() as connection:
            sessions.replace(connection, b"refresh 1", device_id="d", pair=pair(number), now=NOW)
    with database.writing() as connection:
        intercepted = sessions.replace(connection, b"refresh 2", device_id="d", pair=pair(4), now=NOW)
        assert intercepted == (RefreshVerdict.STOLEN, None)
    with database.reading() as connection:
        assert sessions.by_family(connection, "f", now=NOW) is None
        for number in (1, 2, 3, 4):
            assert sessions.by_access(connection, b"access %d" % number, now=NOW) is None


def test_an_unknown_refresh_token_harms_nobody(database: Database) -> None:
    signed_in(database)
    with database.writing() as connection:
        unknown = sessions.replace(connection, b"refresh 9", device_id="d", pair=pair(2), now=NOW)
        assert unknown == (RefreshVerdict.STALE, None)
        assert sessions.by_access(connection, b"access 1", now=NOW) is not None


def test_a_device_secret_stays_the_same_for_each_counsellor_and_device(database: Database) -> None:
    aino, vilja = signed_in(database, "aino"), 0
    with database.writing() as connection:
        staff.add(connection, account("vilja"), now=NOW)
        found = staff.by_name(connection, "vilja")
        assert found is not None
        vilja = found.row
        first = staff.device_secret(connection, aino, "d", fresh="one")
        assert staff.device_secret(connection, aino, "d", fresh="two") == first == "one"
        assert staff.device_secret(connection, aino, "e", fresh="three") == "three"
        assert staff.device_secret(connection, vilja, "d", fresh="four") == "four"


def test_tries_at_once_are_counted_one_by_one(database: Database) -> None:
    verdicts: list[MayTry | MustWait] = []
    together = threading.Barrier(4)

    def guess() -> None:
        together.wait(timeout=20)
        for _ in range(3):
            with database.writing() as connection:
                verdicts.append(staff.begin_try(connection, "key", now=NOW, rule=RULE))

    guessers = [threading.Thread(target=guess) for _ in range(4)]
    for guesser in guessers:
        guesser.start()
    for guesser in guessers:
        guesser.join(timeout=60)
    left = sorted(verdict.attempts_left for verdict in verdicts if isinstance(verdict, MayTry))
    assert left == [0, 1, 2, 3, 4]
    assert len(verdicts) == 12


def test_the_right_password_forgets_the_wrong_ones(database: Database) -> None:
    with database.writing() as connection:
        for _ in range(5):
            staff.begin_try(connection, "key", now=NOW, rule=RULE)
        assert isinstance(staff.begin_try(connection, "key", now=NOW, rule=RULE), MustWait)
        staff.forget_tries(connection, "key")
        assert isinstance(staff.begin_try(connection, "key", now=NOW, rule=RULE), MayTry)


def test_a_customers_session_is_found_by_its_hash_until_it_ends(database: Database) -> None:
    with database.writing() as connection:
        sessions.begin_customer_session(connection, token_hash=b"hash", page_token="page", now=NOW)
        found = sessions.customer_session(connection, b"hash", now=NOW + HOUR - 1)
        assert found is not None
        assert (found.page_token, found.conversation_id) == ("page", None)
        assert sessions.customer_session(connection, b"hash", now=NOW + HOUR) is None
        sessions.mark_seen(connection, found.row, now=NOW + HOUR)
        assert sessions.customer_session(connection, b"hash", now=NOW + HOUR) is not None
        assert sessions.customer_session(connection, b"other", now=NOW) is None


def test_tidying_forgets_what_has_ended_and_nothing_else(database: Database) -> None:
    signed_in(database)
    with database.writing() as connection:
        sessions.begin_customer_session(connection, token_hash=b"old", page_token="page", now=NOW)
        sessions.begin_customer_session(connection, token_hash=b"new", page_token="page", now=NOW + 11 * HOUR)
        staff.begin_try(connection, "key", now=NOW, rule=RULE)
        tidying.tidy(connection, now=NOW + 11 * HOUR, feedback_days=183)
        assert sessions.by_family(connection, "f", now=NOW + 11 * HOUR) is not None
        assert sessions.customer_session(connection, b"old", now=NOW) is None
        assert sessions.customer_session(connection, b"new", now=NOW + 11 * HOUR) is not None
        tidying.tidy(connection, now=NOW + 13 * HOUR, feedback_days=183)
        unknown = sessions.replace(connection, b"refresh 1", device_id="d", pair=pair(2), now=NOW)
        assert unknown == (RefreshVerdict.STALE, None)
