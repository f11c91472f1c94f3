"""Passwords are compared off the loop, two at once, and nobody costs as much as somebody."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from server_stub.helpline.accounts import NO_PASSWORD
from server_stub.helpline.limits import PasswordCost
from server_stub.identity.passwords import AT_ONCE, Passwords

CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    made = Passwords(CHEAP)
    yield made
    made.close()


@pytest.mark.asyncio
async def test_the_right_password_is_right_and_no_other(passwords: Passwords) -> None:
    kept = passwords.hash_now("kolme hiljaista saunaa")
    assert kept.startswith("$argon2id$")
    assert await passwords.compare(kept, "kolme hiljaista saunaa")
    for wrong in ("", "kolme hiljaista sauna", "Kolme hiljaista saunaa", "x" * 1_000):
        assert not await passwords.compare(kept, wrong)


@pytest.mark.parametrize("kept", [None, NO_PASSWORD, "", "$argon2id$nonsense"])
@pytest.mark.asyncio
async def test_a_hash_that_is_none_has_no_password(kept: str | None, passwords: Passwords) -> None:
    for password in ("", "!", "x"):
        assert not await passwords.compare(kept, password)


@pytest.mark.asyncio
async def test_an_unknown_name_is_hashed_for_as_hard(
    passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs: list[str] = []
    verify = type(passwords._hasher).verify

    def watched(hasher: object, kept: str, password: str) -> bool:
        costs.append(kept.rpartition("$")[0].rpartition("$")[0])
        return bool(verify(passwords._hasher, kept, password))

    monkeypatch.setattr(type(passwords._hasher), "verify", watched)
    await passwords.compare(passwords.hash_now("x"), "y")
    await passwords.compare(None, "y")
    await passwords.compare(NO_PASSWORD, "y")
    assert costs == ["$argon2id$v=19$m=64,t=1,p=1"] * 3


@pytest.mark.asyncio
async def test_at_most_two_are_compared_at_once(
    passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_are_here = threading.Barrier(AT_ONCE)
    here, most, lock = 0, 0, threading.Lock()

    def slow(*_: object) -> bool:
        nonlocal here, most
        with lock:
            here += 1
            most = max(most, here)
        two_are_here.wait(timeout=20)
        with lock:
            here -= 1
        return False

    monkeypatch.setattr(passwords, "_is_right", slow)
    await asyncio.gather(*(passwords.compare(None, "x") for _ in range(3 * AT_ONCE)))
    assert most == AT_ONCE


@pytest.mark.asyncio
async def test_a_weak_hash_is_made_anew_and_a_strong_one_is_kept(passwords: Passwords) -> None:
    weak = passwords.hash_now("x")
    assert await passwords.stronger(weak, "x") is None
    dearer = Passwords(PasswordCost(rounds=2, memory_kib=64, lanes=1))
    stronger = await dearer.stronger(weak, "x")
    assert stronger is not None
    assert await passwords.compare(stronger, "x")
    dearer.close()
