"""Guessing at the doors of staff, over records in memory and a clock set by hand (trust.md U08)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from server_stub.helpline.accounts import NO_PASSWORD, ONE_TIME_LIFE, Account, TryRule, millis
from server_stub.helpline.limits import PasswordCost, Rates
from server_stub.helpline.values import Problem
from server_stub.identity.passwords import Passwords
from server_stub.identity.rate_limits import RateLimiter
from server_stub.identity.staff_doors import StaffDoors, Tokens
from tests.support.counter_room import HandClock
from tests.support.records_in_memory import RecordsInMemory

CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)
PASSWORD = "kolme hiljaista saunaa"
DEVICE = "0" * 32


@dataclass
class Doorway:
    """The doors, and what is behind and around them."""

    doors: StaffDoors
    records: RecordsInMemory
    clock: HandClock
    told: list[str]

    async def guess(self, name: str, password: str = "wrong", *, address: str = "203.0.113.7") -> str:
        """What came of a guess: `in`, or the problem's code."""
        outcome = await self.doors.sign_in(name, password, device_id=DEVICE, address=address)
        return "in" if isinstance(outcome, Tokens) else outcome.code


@pytest.fixture
def doorway() -> Iterator[Doorway]:
    passwords, clock, told = Passwords(CHEAP), HandClock(), []
    aino = Account(
        row=1,
        staff_id="a" * 32,
        user_name="aino",
        display_name="Aino",
        password_hash=passwords.hash_now(PASSWORD),
        is_disabled=False,
        capacity=3,
        entitled_from=0,
        roles=frozenset({"advice_counsellor"}),
        queues=frozenset(),
    )
    records = RecordsInMemory(accounts={"aino": aino})

    def alarm(event: str, **_: str | int) -> None:
        told.append(event)

    doors = StaffDoors(
        records=records,
        passwords=passwords,
        limiter=RateLimiter(Rates(), lambda: clock.millis() / 1000),
        rule=TryRule(),
        now=clock.millis,
        on_change=lambda _: None,
        alarm=alarm,
    )
    yield Doorway(doors, records, clock, told)
    passwords.close()


@pytest.mark.asyncio
async def test_of_a_thousand_guesses_at_one_account_in_an_hour_forty_are_looked_at(doorway: Doorway) -> None:
    outcomes = []
    for _ in range(1_000):
        outcomes.append(await doorway.guess("aino"))
        doorway.clock.advance(seconds=3.6)
    assert outcomes.count("sign_in_refused") <= 40
    assert set(outcomes) == {"sign_in_refused", "throttled"}


@pytest.mark.asyncio
async def test_of_a_guess_at_each_of_a_thousand_accounts_a_hundred_are_looked_at(doorway: Doorway) -> None:
    outcomes = []
    for number in range(1_000):
        outcomes.append(await doorway.guess(f"guess{number}"))
        doorway.clock.advance(seconds=3.6)
    assert outcomes.count("sign_in_refused") <= 100
    assert "many_sign_ins_refused" in doorway.told


@pytest.mark.asyncio
async def test_an_attack_on_a_colleague_from_the_same_address_keeps_nobody_out(doorway: Doorway) -> None:
    for _ in range(500):
        await doorway.guess("vilja")
        doorway.clock.advance(seconds=2)
    assert await doorway.guess("aino", PASSWORD) == "in"


@pytest.mark.asyncio
async def test_colleagues_who_sign_in_one_after_another_from_one_house_are_let_in(doorway: Doorway) -> None:
    for _ in range(200):
        assert await doorway.guess("aino", PASSWORD) == "in"
        doorway.clock.advance(seconds=2)


@pytest.mark.asyncio
async def test_a_password_beyond_all_measure_is_not_even_hashed_whole(doorway: Doorway) -> None:
    assert await doorway.guess("aino", "x" * 1_000_000) == "sign_in_refused"


@pytest.mark.asyncio
async def test_an_account_without_a_password_lets_nobody_in(doorway: Doorway) -> None:
    doorway.records.accounts["aino"] = replace(doorway.records.accounts["aino"], password_hash=NO_PASSWORD)
    for password in (PASSWORD, NO_PASSWORD, ""):
        assert await doorway.guess("aino", password) == "sign_in_refused"


@pytest.mark.asyncio
async def test_a_refused_refresh_says_signed_out(doorway: Doorway) -> None:
    for token in ("", "x" * 43, "x" * 10_000):
        outcome = await doorway.doors.refresh(token, device_id=DEVICE)
        assert isinstance(outcome, Problem)
        assert outcome.code == "signed_out"


OWN = "sininen kumisaapas kaivolla"
ONE_TIME = "kuutamo-risti-24-honka"


def given(doorway: Doorway) -> None:
    """A one-time password for Aino, good for three days."""
    passwords = Passwords(CHEAP)
    until = doorway.clock.millis() + millis(ONE_TIME_LIFE)
    aino = doorway.records.accounts["aino"]
    doorway.records.accounts["aino"] = replace(
        aino, password_hash=passwords.hash_now(ONE_TIME), one_time_until=until
    )
    passwords.close()


async def chosen(doorway: Doorway, one_time: str, own: str = OWN) -> str:
    outcome = await doorway.doors.choose_own("aino", one_time, own, device_id=DEVICE, address="203.0.113.7")
    return "in" if isinstance(outcome, Tokens) else outcome.code


@pytest.mark.asyncio
async def test_a_one_time_password_lets_its_owner_choose_her_own_and_do_nothing_else(
    doorway: Doorway,
) -> None:
    """R141."""
    given(doorway)
    assert await doorway.guess("aino", ONE_TIME) == "password_to_choose"
    assert doorway.records.signed_in_as == []
    assert await chosen(doorway, "wrong") == "sign_in_refused"
    assert await chosen(doorway, ONE_TIME, "lyhyt") == "password_too_short"
    assert await chosen(doorway, ONE_TIME, ONE_TIME) == "password_known"
    assert await chosen(doorway, ONE_TIME, "hyvä Aino neuvoo") == "password_known"
    assert await chosen(doorway, ONE_TIME) == "in"
    assert await doorway.guess("aino", ONE_TIME) == "sign_in_refused"
    assert await doorway.guess("aino", OWN) == "in"


@pytest.mark.asyncio
async def test_choosing_again_after_a_lost_answer_is_a_sign_in_with_her_own(doorway: Doorway) -> None:
    """R141: the very same once more lets in; with another own password it is a wrong guess."""
    given(doorway)
    assert await chosen(doorway, ONE_TIME) == "in"
    assert await chosen(doorway, ONE_TIME) == "in"
    assert await chosen(doorway, ONE_TIME, OWN + "!") == "sign_in_refused"


@pytest.mark.asyncio
async def test_choosing_that_is_overtaken_by_the_same_sent_once_more_is_no_wrong_try(
    doorway: Doorway,
) -> None:
    """R141: both are let in, and neither is counted as a guess."""
    given(doorway)
    first = doorway.records.sign_in

    async def overtaken(account: Account, **how: Any) -> str | None:
        doorway.records.sign_in = first  # type: ignore[method-assign]
        assert await chosen(doorway, ONE_TIME) == "in"
        return None

    doorway.records.sign_in = overtaken  # type: ignore[method-assign]
    assert await chosen(doorway, ONE_TIME) == "in"
    assert "sign_in_refused" not in doorway.told
    assert doorway.records.tries == {}


@pytest.mark.asyncio
async def test_after_three_days_a_one_time_password_says_so_and_opens_nothing(doorway: Doorway) -> None:
    """R141: and it is said to nobody who has not shown it."""
    given(doorway)
    doorway.clock.advance(seconds=ONE_TIME_LIFE.total_seconds())
    assert await doorway.guess("aino", ONE_TIME) == "one_time_password_over"
    assert await chosen(doorway, ONE_TIME) == "one_time_password_over"
    assert await doorway.guess("aino") == "sign_in_refused"
    assert doorway.records.signed_in_as == []


@pytest.mark.asyncio
async def test_guessing_at_a_one_time_password_is_counted_at_both_doors_alike(doorway: Doorway) -> None:
    given(doorway)
    outcomes = [await chosen(doorway, "wrong") for _ in range(6)]
    assert outcomes[-1] == "throttled"
    assert await doorway.guess("aino", ONE_TIME) == "throttled"
