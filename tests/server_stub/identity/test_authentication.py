"""What is remembered of a principal is never older than five seconds, and a stream learns of it too."""

from dataclasses import dataclass, field, replace

import pytest

from server_stub.helpline.accounts import Account, CustomerSession, SignedInAccount, SignInRow
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Millis, Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Caller
from server_stub.identity.principal import CustomerPrincipal, StaffPrincipal
from server_stub.identity.tokens import token_hash
from tests.support.counter_room import MORNING, HandClock
from tests.support.records_in_memory import RecordsInMemory

ORIGIN = "https://neuvonta.esimerkki.fi"
AINO = Account(
    1, "a" * 32, "aino", "Aino", "hash", False, 3, 7, frozenset({"advice_counsellor"}), frozenset({"#jono"})
)
PAIR = SignInRow(1, 1, "d", "family", MORNING + 900_000, MORNING + 43_200_000, None, None, None)


@dataclass
class OneSignIn(RecordsInMemory):
    """One sign-in, whose account can change; how often it was asked for."""

    present: SignedInAccount | None = field(default_factory=lambda: SignedInAccount(PAIR, AINO))
    version: int = 1
    asked: int = 0
    fails: bool = False

    async def mark_used(self, pair_row: int, *, now: Millis) -> None:
        if self.fails:
            raise OSError
        assert self.present is not None
        await super().mark_used(pair_row, now=now)
        self.present = replace(self.present, pair=replace(self.present.pair, used_at=now))

    async def signed_in(self, access_hash: bytes, *, now: Millis) -> SignedInAccount | None:
        self.asked += 1
        if access_hash != token_hash("good") or self.present is None:
            return None
        return self.present if now < self.present.pair.access_expires_at else None

    async def family(self, family: str, *, now: Millis) -> SignedInAccount | None:
        return self.present

    async def entitlements_version(self) -> int:
        return self.version

    def becomes(self, present: SignedInAccount | None) -> None:
        self.present, self.version = present, self.version + 1


@dataclass
class OneSession:
    """One customer's session."""

    present: CustomerSession = field(
        default_factory=lambda: CustomerSession(1, "page", MORNING, MORNING, "c" * 32, None)
    )
    asked: int = 0
    seen: list[Millis] = field(default_factory=list)
    fails: bool = False

    async def begin_customer_session(self, *, token_hash: bytes, page_token: str, now: Millis) -> None:
        raise NotImplementedError

    async def customer_session(self, token_hash: bytes, *, now: Millis) -> CustomerSession | None:
        self.asked += 1
        return self.present

    async def mark_seen(self, session_row: int, *, now: Millis) -> None:
        if self.fails:
            raise OSError
        self.seen.append(now)


@dataclass
class Desk:
    """The authenticator and what is around it."""

    staff: OneSignIn = field(default_factory=OneSignIn)
    customers: OneSession = field(default_factory=OneSession)
    clock: HandClock = field(default_factory=HandClock)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.authenticator = Authenticator(
            staff=self.staff,
            customers=self.customers,
            now=self.clock.millis,
            origins=frozenset({ORIGIN}),
            alarm=self.alarm,
        )

    def alarm(self, event: str, **_: str | int) -> None:
        self.told.append(event)

    async def staff_asks(self, token: str | None = "good") -> StaffPrincipal | Problem:
        principal = await self.authenticator.admit(staff_caller(token), Action.STAFF_SNAPSHOT)
        assert isinstance(principal, StaffPrincipal | Problem)
        return principal

    async def customer_asks(self, action: Action, **changes: object) -> CustomerPrincipal | Problem:
        caller = customer_caller()._replace(**changes)  # type: ignore[arg-type]
        principal = await self.authenticator.admit(caller, action)
        assert isinstance(principal, CustomerPrincipal | Problem)
        return principal


def staff_caller(token: str | None) -> Caller:
    return Caller(False, "203.0.113.7", token, None, None, None)


def customer_caller() -> Caller:
    return Caller(True, "203.0.113.7", None, "cookie", "page", ORIGIN)


@pytest.mark.asyncio
async def test_a_principal_is_looked_up_once_while_nothing_changes() -> None:
    desk = Desk()
    for _ in range(100):
        assert isinstance(await desk.staff_asks(), StaffPrincipal)
        desk.clock.advance(seconds=5)
    assert desk.staff.asked == 1


@pytest.mark.asyncio
async def test_the_first_sight_of_an_access_token_is_marked_once() -> None:
    desk = Desk()
    for _ in range(3):
        assert isinstance(await desk.staff_asks(), StaffPrincipal)
        desk.authenticator.forget_everything()
    assert desk.staff.used == [PAIR.row]


@pytest.mark.asyncio
async def test_a_sight_that_cannot_be_marked_keeps_nobody_out() -> None:
    desk = Desk()
    desk.staff.fails = True
    assert isinstance(await desk.staff_asks(), StaffPrincipal)
    assert desk.told == ["sign_in_not_marked"]


@pytest.mark.asyncio
async def test_a_sight_that_could_not_be_marked_is_marked_at_the_next_request() -> None:
    desk = Desk()
    desk.staff.fails = True
    await desk.staff_asks()
    desk.staff.fails = False
    await desk.staff_asks()
    assert desk.staff.used == [PAIR.row]


@pytest.mark.asyncio
async def test_a_token_nobody_has_is_never_remembered() -> None:
    desk = Desk()
    for token in ("bad", None, "", "x" * 1_000):
        outcome = await desk.staff_asks(token)
        assert isinstance(outcome, Problem)
        assert outcome.code == "signed_out"


@pytest.mark.asyncio
async def test_a_revocation_anywhere_bites_within_five_seconds() -> None:
    desk = Desk()
    await desk.staff_asks()
    desk.staff.becomes(None)
    desk.clock.advance(seconds=4.999)
    assert isinstance(await desk.staff_asks(), Problem)


@pytest.mark.asyncio
async def test_a_revocation_in_this_process_bites_at_once() -> None:
    desk = Desk()
    await desk.staff_asks()
    desk.staff.becomes(None)
    desk.authenticator.forget_everything()
    assert isinstance(await desk.staff_asks(), Problem)


@pytest.mark.asyncio
async def test_a_stream_outlives_its_access_token_and_not_its_sign_in() -> None:
    desk = Desk()
    principal = await desk.staff_asks()
    assert isinstance(principal, StaffPrincipal)
    caller = staff_caller("good")
    desk.clock.advance(seconds=3_600)
    assert isinstance(await desk.staff_asks(), Problem)
    assert await desk.authenticator.is_still_admitted(principal, caller, Action.STAFF_FACTS)
    desk.staff.becomes(None)
    desk.clock.advance(seconds=3)
    assert not await desk.authenticator.is_still_admitted(principal, caller, Action.STAFF_FACTS)


@pytest.mark.parametrize(
    "other",
    [
        replace(AINO, roles=frozenset({"trainer"})),
        replace(AINO, queues=frozenset({"#toinen"})),
        replace(AINO, capacity=1),
        replace(AINO, entitled_from=8),
    ],
)
@pytest.mark.asyncio
async def test_a_stream_ends_when_its_reader_is_another_than_she_was(other: Account) -> None:
    desk = Desk()
    principal = await desk.staff_asks()
    assert isinstance(principal, StaffPrincipal)
    desk.staff.becomes(SignedInAccount(PAIR, other))
    desk.clock.advance(seconds=3)
    assert not await desk.authenticator.is_still_admitted(principal, staff_caller("good"), Action.STAFF_FACTS)


@pytest.mark.asyncio
async def test_a_customer_is_remembered_while_her_conversation_goes_on_and_not_longer() -> None:
    desk = Desk()
    for _ in range(3):
        assert isinstance(await desk.customer_asks(Action.CUSTOMER_WRITE_MESSAGE), CustomerPrincipal)
    assert desk.customers.asked == 1
    desk.clock.advance(seconds=5)
    await desk.customer_asks(Action.CUSTOMER_WRITE_MESSAGE)
    assert desk.customers.asked == 2
    await desk.customer_asks(Action.CUSTOMER_OPEN_CONVERSATION)
    assert desk.customers.asked == 3
    desk.customers.present = replace(desk.customers.present, conversation_id=None)
    desk.clock.advance(seconds=5)
    for _ in range(2):
        await desk.customer_asks(Action.CUSTOMER_WRITE_MESSAGE)
    assert desk.customers.asked == 5


@pytest.mark.asyncio
async def test_a_customer_is_marked_as_seen_now_and_then_and_a_full_disk_keeps_nobody_from_reading() -> None:
    desk = Desk()
    desk.clock.advance(seconds=299)
    await desk.customer_asks(Action.CUSTOMER_SNAPSHOT)
    assert desk.customers.seen == []
    desk.clock.advance(seconds=2)
    await desk.customer_asks(Action.CUSTOMER_SNAPSHOT)
    assert desk.customers.seen == [desk.clock.millis()]
    desk.customers.fails = True
    assert isinstance(await desk.customer_asks(Action.CUSTOMER_SNAPSHOT), CustomerPrincipal)
    assert desk.told == ["session_not_marked"]


@pytest.mark.parametrize(
    "changes",
    [{"origin": None}, {"origin": "https://evil.example"}, {"page_token": None}, {"page_token": "x"}],
)
@pytest.mark.asyncio
async def test_a_write_of_a_customer_needs_its_page(changes: dict[str, object]) -> None:
    outcome = await Desk().customer_asks(Action.CUSTOMER_WRITE_MESSAGE, **changes)
    assert isinstance(outcome, Problem)
    assert outcome.code == "not_allowed"
    assert isinstance(
        await Desk().customer_asks(Action.CUSTOMER_SNAPSHOT, is_write=False, **changes), CustomerPrincipal
    )
