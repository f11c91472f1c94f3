"""Accounts: tries, refresh tokens and sessions, by the rules alone."""

from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.accounts import (
    CustomerSession,
    MayTry,
    MustWait,
    RefreshVerdict,
    SignInRow,
    Tries,
    TryRule,
    charge_try,
    judge_refresh,
    session_ends_at,
)

RULE = TryRule()
NOW = 1_000_000_000_000
MINUTE = 60_000


def tried(times: int, *, every_ms: int = 1_000) -> tuple[Tries | None, list[MayTry | MustWait]]:
    """`times` wrong tries, one after another."""
    tries: Tries | None = None
    verdicts: list[MayTry | MustWait] = []
    for number in range(times):
        verdict = charge_try(tries, NOW + number * every_ms, RULE)
        verdicts.append(verdict)
        if isinstance(verdict, MayTry):
            tries = verdict.after
    return tries, verdicts


def test_five_tries_are_free_and_the_sixth_waits() -> None:
    _, verdicts = tried(6)
    assert [v.attempts_left for v in verdicts if isinstance(v, MayTry)] == [4, 3, 2, 1, 0]
    assert verdicts[-1] == MustWait(59)


def test_slow_mistakes_are_forgiven() -> None:
    _, verdicts = tried(20, every_ms=61_000)
    assert all(isinstance(verdict, MayTry) and verdict.attempts_left == 4 for verdict in verdicts)


def test_an_hour_of_quiet_forgets() -> None:
    tries, _ = tried(5)
    verdict = charge_try(tries, NOW + 62 * MINUTE + 5_000, RULE)
    assert isinstance(verdict, MayTry)
    assert verdict.attempts_left == 4


@given(st.lists(st.integers(0, 20 * MINUTE), max_size=60))
def test_however_a_guesser_paces_herself_she_gets_five_a_minute_at_most(waits: list[int]) -> None:
    tries: Tries | None = None
    now, looked_at = NOW, 0
    for wait in waits:
        now += wait
        verdict = charge_try(tries, now, RULE)
        if isinstance(verdict, MayTry):
            looked_at += 1
            tries = verdict.after
        else:
            assert 0 < verdict.retry_after_s <= RULE.longest_wait_s
    # Five in a minute is the most that is ever free, and only for mistakes a minute apart.
    assert looked_at <= 5 + 5 * (now - NOW) / MINUTE


def pair(**changes: int | None) -> SignInRow:
    usual = {"used_at": None, "replaced_at": None, "revoked_at": None} | changes
    return SignInRow(
        row=1,
        staff_row=1,
        device_id="d",
        family="f",
        access_expires_at=NOW,
        refresh_expires_at=NOW + 1,
        used_at=usual["used_at"],
        replaced_at=usual["replaced_at"],
        revoked_at=usual["revoked_at"],
    )


def judged(
    *,
    device_id: str = "d",
    now: int = NOW,
    was_successor_used: bool = True,
    is_family_live: bool = False,
    **changes: int | None,
) -> RefreshVerdict:
    return judge_refresh(
        pair(**changes),
        device_id=device_id,
        now=now,
        was_successor_used=was_successor_used,
        is_family_live=is_family_live,
    )


def test_a_refresh_token_is_good_once_on_its_own_computer_and_in_time() -> None:
    assert judged() is RefreshVerdict.GOOD
    assert judged(now=NOW + 1) is RefreshVerdict.STALE
    assert judged(replaced_at=NOW) is RefreshVerdict.STOLEN
    assert judged(device_id="other") is RefreshVerdict.STOLEN
    assert judged(revoked_at=NOW) is RefreshVerdict.STALE
    assert judged(replaced_at=NOW, revoked_at=NOW) is RefreshVerdict.STALE


def test_a_replaced_token_may_ask_again_for_a_minute_while_its_successor_is_unseen() -> None:
    def again(now: int = NOW, device_id: str = "d", *, was_successor_used: bool = False) -> RefreshVerdict:
        return judged(replaced_at=NOW, now=now, device_id=device_id, was_successor_used=was_successor_used)

    assert again() is RefreshVerdict.LOST_ANSWER
    assert again(NOW + MINUTE) is RefreshVerdict.LOST_ANSWER
    assert again(NOW + MINUTE + 1) is RefreshVerdict.STOLEN
    assert again(device_id="other") is RefreshVerdict.STOLEN
    assert again(was_successor_used=True) is RefreshVerdict.STOLEN


def test_an_unreceived_token_that_turns_up_after_all_is_in_two_hands() -> None:
    assert judged(revoked_at=NOW, is_family_live=True) is RefreshVerdict.STOLEN


def session(conversation_id: str | None, over_at: int | None) -> CustomerSession:
    return CustomerSession(1, "page", NOW, NOW, conversation_id, over_at)


def test_a_session_ends_with_its_conversation_or_by_being_idle() -> None:
    assert session_ends_at(session(None, None)) == NOW + 60 * MINUTE
    assert session_ends_at(session("c", None)) == NOW + 8 * 60 * MINUTE
    assert session_ends_at(session("c", NOW + MINUTE)) == NOW + 31 * MINUTE
    assert session_ends_at(session("c", NOW + 7 * 60 * MINUTE + 59 * MINUTE)) == NOW + 8 * 60 * MINUTE
