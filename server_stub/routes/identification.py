"""identification: A customer leaves for her provider and comes back; staff ask for an identity code.

Where no provider is configured the paths are there and say so: nobody is sent anywhere.
"""

from typing import Any, Final
from urllib.parse import parse_qsl

from litestar import Request, Response, get, post

from server_stub.counter.counter import Counter
from server_stub.counter.identifications import ARRIVED_AT, Back, Identifications, Outcome
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.authorisation import Door
from server_stub.identity.person_keys import PersonKeys
from server_stub.identity.principal import CustomerPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.records import persons
from server_stub.records.database import Database
from server_stub.routes.doors import Asking, Handlers, decoded, json_answer, scope_of
from server_stub.routes.keeper import asked_of, customer_of, staff_of
from server_stub.routes.practice_identification import PRACTICE_PAGE, practice_page
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised
from server_stub.routes.reading import ID
from server_stub.wire import doors as wire
from server_stub.wire.identifications import IdentityCodes, encode_codes

OPENID_RETURN: Final = "/api/v1/customer/identification/openid"
SAML_RETURN: Final = "/api/v1/customer/identification/saml"
SAML_METADATA: Final = "/api/v1/customer/identification/saml/metadata"
_UNAVAILABLE: Final = Problem("identification_unavailable")


def identification_routes(
    identifications: Identifications | None,
    authenticator: Authenticator,
    limiter: RateLimiter,
    *,
    saml_metadata: bytes | None = None,
    practice_policy: str | None = None,
) -> Handlers:
    """Out and back again. `saml_metadata`: what a SAML provider is told of us, None where there is none;
    `practice_policy`: the content security policy of the page of practice, None where there is no such page.
    """

    @post(
        "/api/v1/customer/identification",
        opt={"action": Action.CUSTOMER_BEGIN_IDENTIFICATION},
        status_code=200,
    )
    async def begin(request: Asking) -> Response[bytes]:
        principal = customer_of(scope_of(request))
        asks = await decoded(request, wire.BeginIdentification)
        if identifications is None:
            raise ProblemRaised(_UNAVAILABLE)
        key = str(principal.actor.session_row)
        if problem := limiter.take(Limited.IDENTIFICATIONS_PER_SESSION, key):
            raise ProblemRaised(problem)
        url = await identifications.begin(principal, return_to=asks.return_to, language=asks.language)
        if isinstance(url, Problem):
            raise ProblemRaised(url)
        return json_answer(wire.encode(wire.IdentificationBegun(url)))

    async def came_back(request: Asking, answer: dict[str, str]) -> Response[bytes]:
        if identifications is None:
            raise ProblemRaised(NOT_FOUND)
        caller = asked_of(scope_of(request)).caller
        # Looked up afresh: which session it is decides whose the identity becomes.
        principal = await authenticator.authenticate(caller, Door.CUSTOMER, afresh=True)
        customer = principal if isinstance(principal, CustomerPrincipal) else None
        back = await identifications.complete(customer, answer)
        authenticator.forget_customer(caller)
        return _onward(back)

    @get(OPENID_RETURN, opt={"action": Action.FINISH_IDENTIFICATION})
    async def openid_back(request: Asking) -> Response[bytes]:
        return await came_back(request, _answer(request))

    @post(SAML_RETURN, opt={"action": Action.FINISH_IDENTIFICATION}, status_code=303)
    async def saml_back(request: Asking) -> Response[bytes]:
        if identifications is None or saml_metadata is None:
            raise ProblemRaised(NOT_FOUND)
        return _onward(await identifications.arrive(_pairs((await request.body()).decode("latin-1"))))

    @get(ARRIVED_AT, opt={"action": Action.FINISH_IDENTIFICATION})
    async def arrived(request: Asking) -> Response[bytes]:
        if identifications is None:
            raise ProblemRaised(NOT_FOUND)
        caller = asked_of(scope_of(request)).caller
        principal = await authenticator.authenticate(caller, Door.CUSTOMER, afresh=True)
        customer = principal if isinstance(principal, CustomerPrincipal) else None
        back = await identifications.finish(customer, _answer(request))
        authenticator.forget_customer(caller)
        return _onward(back)

    @get(PRACTICE_PAGE, opt={"action": Action.FINISH_IDENTIFICATION})
    async def practice(request: Asking) -> Response[bytes]:
        if identifications is None or practice_policy is None:
            raise ProblemRaised(NOT_FOUND)
        answer = _answer(request)
        if "person" not in answer:
            headers = {"Content-Security-Policy": practice_policy, "Cache-Control": "no-store"}
            return Response(practice_page(answer), headers=headers, media_type="text/html")
        return await came_back(request, answer)

    @get(SAML_METADATA, opt={"action": Action.FINISH_IDENTIFICATION})
    async def metadata() -> Response[bytes]:
        if saml_metadata is None:
            raise ProblemRaised(NOT_FOUND)
        return Response(saml_metadata, media_type="application/samlmetadata+xml")

    return [begin, openid_back, saml_back, arrived, practice, metadata]


def identity_code_route(database: Database, counter: Counter, keys: PersonKeys | None) -> Handlers:
    """A code, to the holder alone, and that she asked is in the audit log before she has it (29 §)."""

    @get(
        "/api/v1/staff/conversations/{conversation_id:str}/identity-code",
        opt={"action": Action.STAFF_IDENTITY_CODE},
    )
    async def identity_code(request: Asking) -> Response[bytes]:
        actor = staff_of(scope_of(request)).actor
        conversation_id = str(request.path_params["conversation_id"])
        if keys is None or not ID.fullmatch(conversation_id):
            raise ProblemRaised(NOT_FOUND)
        sealed = await database.read(
            lambda connection: persons.sealed_codes(connection, conversation_id, holder_id=actor.staff_id)
        )
        if sealed is None:
            raise ProblemRaised(NOT_FOUND)
        await counter.look(actor, Action.STAFF_IDENTITY_CODE, conversation_id)
        own, behalf = (keys.opened(each) if each is not None else None for each in sealed)
        return json_answer(encode_codes(IdentityCodes(own, behalf)))

    return [identity_code]


def _answer(request: Request[Any, Any, Any]) -> dict[str, str]:
    return _pairs(request.scope["query_string"].decode("latin-1"))


def _pairs(written: str) -> dict[str, str]:
    """Its parts; one that comes twice is none."""
    try:
        pairs = parse_qsl(written, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    names = [name for name, _ in pairs]
    return {name: value for name, value in pairs if names.count(name) == 1}


def _onward(back: Back) -> Response[bytes]:
    """To the page, where the same conversation goes on; a failure is named in the part no server is sent."""
    failed = f"#identification={back.outcome.value}" if isinstance(back.outcome, Outcome) else ""
    headers = {"Location": f"{back.return_to}{failed}"}
    if back.session is not None:
        headers["Set-Cookie"] = back.session.set_cookie
    return Response(b"", status_code=303, headers=headers)
