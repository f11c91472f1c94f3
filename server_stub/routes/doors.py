"""doors: Version and health; signing in, refreshing, signing out; the customer's session and entry."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar, cast

from litestar import Request, Response, get, post
from litestar.handlers import HTTPRouteHandler

from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.customer_doors import CustomerDoors
from server_stub.identity.staff_doors import StaffDoors, Tokens
from server_stub.routes.asgi import Scope
from server_stub.routes.entry_page import EntryPage
from server_stub.routes.keeper import asked_of, staff_of
from server_stub.routes.problem_answers import ProblemRaised, malformed, unavailable
from server_stub.wire import doors as wire
from server_stub.wire.commands import Malformed
from server_stub.wire.heads import StaffRef, stamp

CONTRACT: Final = wire.ContractVersion(major=1, minor=0)

R = TypeVar(
    "R",
    wire.SignIn,
    wire.ChooseOwnPassword,
    wire.Refresh,
    wire.MakeOneTimePassword,
    wire.SessionRequest,
    wire.StaffTyping,
    wire.CustomerTyping,
    wire.BeginIdentification,
    wire.OpenLeftMessage,
    wire.SearchArchive,
)

Asking = Request[Any, Any, Any]
Handlers = list[HTTPRouteHandler]


def json_answer(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Response[bytes]:
    """JSON that is bytes already."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)


def nothing_to_say() -> Response[bytes]:
    """204."""
    return Response(b"", status_code=204)


def scope_of(request: Asking) -> Scope:
    """The request's scope, as the keeper knows it."""
    return cast("Scope", request.scope)


async def decoded(request: Asking, kind: type[R]) -> R:
    """The request's body. Raises `ProblemRaised` with `malformed`."""
    try:
        return wire.decode(kind, await request.body())
    except Malformed as error:
        raise ProblemRaised(malformed(error.detail)) from None


def open_routes(
    *, product: str, entry: EntryPage, is_ready: Callable[[], Awaitable[bool]], openapi: bytes
) -> Handlers:
    """What everybody may ask."""
    version = wire.encode(wire.Version(CONTRACT, product))

    @get("/api/v1/version", opt={"action": Action.READ_VERSION})
    async def read_version() -> Response[bytes]:
        return json_answer(version)

    @get("/api/v1/openapi.json", opt={"action": Action.READ_VERSION})
    async def read_openapi() -> Response[bytes]:
        return json_answer(openapi)

    @get("/api/v1/customer/entry", opt={"action": Action.READ_ENTRY})
    async def read_entry() -> Response[bytes]:
        return json_answer(await entry.as_json())

    @get("/health/live", opt={"action": Action.READ_HEALTH})
    async def live() -> Response[bytes]:
        return json_answer(wire.encode(wire.Health("live")))

    @get("/health/ready", opt={"action": Action.READ_HEALTH})
    async def ready() -> Response[bytes]:
        if not await is_ready():
            raise ProblemRaised(unavailable())
        return json_answer(wire.encode(wire.Health("ready")))

    return [read_version, read_openapi, read_entry, live, ready]


def staff_doors(doors: StaffDoors) -> Handlers:
    """Staff come and go."""

    @post("/api/v1/staff/sign-in", opt={"action": Action.STAFF_SIGN_IN}, status_code=200)
    async def sign_in(request: Asking) -> Response[bytes]:
        asks = await decoded(request, wire.SignIn)
        address = asked_of(scope_of(request)).caller.address
        return _signed_in(
            await doors.sign_in(asks.user_name, asks.password, device_id=asks.device_id, address=address)
        )

    @post("/api/v1/staff/own-password", opt={"action": Action.STAFF_OWN_PASSWORD}, status_code=200)
    async def own_password(request: Asking) -> Response[bytes]:
        asks = await decoded(request, wire.ChooseOwnPassword)
        address = asked_of(scope_of(request)).caller.address
        return _signed_in(
            await doors.choose_own(
                asks.user_name,
                asks.password,
                asks.own_password,
                device_id=asks.device_id,
                address=address,
            )
        )

    @post("/api/v1/staff/refresh", opt={"action": Action.STAFF_REFRESH}, status_code=200)
    async def refresh(request: Asking) -> Response[bytes]:
        asks = await decoded(request, wire.Refresh)
        return _signed_in(await doors.refresh(asks.refresh_token, device_id=asks.device_id))

    @post("/api/v1/staff/sign-out", opt={"action": Action.STAFF_SIGN_OUT})
    async def sign_out(request: Asking) -> Response[bytes]:
        await doors.sign_out(staff_of(scope_of(request)))
        return nothing_to_say()

    return [sign_in, own_password, refresh, sign_out]


def customer_doors(doors: CustomerDoors) -> Handlers:
    """Customers come."""

    @post("/api/v1/customer/session", opt={"action": Action.BEGIN_CUSTOMER_SESSION}, status_code=200)
    async def begin(request: Asking) -> Response[bytes]:
        await decoded(request, wire.SessionRequest)
        session = await doors.begin(address=asked_of(scope_of(request)).caller.address)
        if isinstance(session, Problem):
            raise ProblemRaised(session)
        body = wire.encode(wire.CustomerSession(session.page_token))
        return json_answer(body, headers={"Set-Cookie": session.set_cookie})

    return [begin]


def _signed_in(tokens: Tokens | Problem) -> Response[bytes]:
    if isinstance(tokens, Problem):
        raise ProblemRaised(tokens)
    return json_answer(
        wire.encode(
            wire.SignedIn(
                access_token=tokens.access_token,
                access_expires_at=stamp(tokens.access_expires_at),
                refresh_token=tokens.refresh_token,
                refresh_expires_at=stamp(tokens.refresh_expires_at),
                staff=StaffRef(tokens.staff_id, tokens.display_name),
                device_secret=tokens.device_secret,
            )
        )
    )
