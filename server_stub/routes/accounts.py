"""accounts: What those read who look after accounts, and the one showing of a one-time password (R141)."""

from typing import Final

from litestar import Response, get, post

from server_stub.counter.accounts import AccountCounter
from server_stub.counter.in_force import InForce
from server_stub.helpline.access_values import MakeOneTimePassword
from server_stub.helpline.accounts import ONE_TIME_LIFE, millis
from server_stub.helpline.roles import Action
from server_stub.identity.passwords import Passwords
from server_stub.identity.tokens import new_one_time_password
from server_stub.ports import Clock
from server_stub.records import access, staff
from server_stub.records.database import Database
from server_stub.routes.doors import Asking, Handlers, decoded, json_answer, scope_of
from server_stub.routes.keeper import staff_of
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised
from server_stub.wire import accounts as wire
from server_stub.wire import doors as door_wire
from server_stub.wire.heads import stamp, words_of
from server_stub.wire.snapshots import QueueRef

_SHOWN_FOR_MS: Final = 90 * 86_400_000
"""How long a decided application is shown; the audit log keeps what came of it for longer."""


class AccountReading:
    """Reads accounts and applications in one transaction, so that the two agree."""

    def __init__(self, database: Database, in_force: InForce, clock: Clock) -> None:
        self._database = database
        self._in_force = in_force
        self._clock = clock

    async def now(self) -> bytes:
        """`Accounts` of the contract."""
        now, model = self._clock.millis(), self._in_force.now.model
        accounts, applications = await self._database.read(
            lambda connection: (
                staff.every(connection),
                access.shown(connection, since=now - _SHOWN_FOR_MS),
            )
        )
        queues = [QueueRef(str(each.queue_id), words_of(each.name)) for each in model.queues]
        queues += [QueueRef(str(each.queue_id), words_of(each.name)) for each in model.consultation_queues]
        return wire.encode_accounts(accounts, applications, queues, now=now)

    async def user_name(self, staff_id: str) -> str | None:
        """What the owner of that account signs in with, or None when there is none."""
        found = await self._database.read(lambda connection: staff.by_staff_id(connection, staff_id))
        return None if found is None else found.user_name


def account_routes(
    reading: AccountReading, counter: AccountCounter, passwords: Passwords, clock: Clock
) -> Handlers:
    """What supervisors and application support read, and what the latter makes."""

    @get("/api/v1/staff/accounts", opt={"action": Action.STAFF_ACCOUNTS})
    async def accounts(request: Asking) -> Response[bytes]:
        staff_of(scope_of(request))
        return json_answer(await reading.now())

    @post(
        "/api/v1/staff/one-time-passwords",
        opt={"action": Action.STAFF_ONE_TIME_PASSWORD},
        status_code=200,
    )
    async def one_time_password(request: Asking) -> Response[bytes]:
        actor = staff_of(scope_of(request)).actor
        asks = await decoded(request, door_wire.MakeOneTimePassword)
        name = await reading.user_name(asks.staff_id)
        if name is None:
            raise ProblemRaised(NOT_FOUND)
        password, until = new_one_time_password(), clock.millis() + millis(ONE_TIME_LIFE)
        command = MakeOneTimePassword(asks.staff_id, await passwords.hashed(password), until)
        problem = await counter.make_one_time_password(actor, command)
        if problem is not None:
            raise ProblemRaised(problem)
        made = wire.OneTimePassword(asks.staff_id, name, password, stamp(until))
        return json_answer(wire.encode_one_time_password(made))

    return [accounts, one_time_password]
