"""reading: Snapshots, older messages and typing hints, for staff and for customers."""

import re
from typing import Final
from urllib.parse import parse_qs

from litestar import Response, get, post

from server_stub.counter.hints import Hints
from server_stub.helpline.roles import Action
from server_stub.helpline.values import customer_address, staff_address
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.routes.doors import Asking, Handlers, decoded, json_answer, nothing_to_say, scope_of
from server_stub.routes.keeper import customer_of, staff_of
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised, malformed
from server_stub.routes.readings import Readings
from server_stub.routes.transfer_targets import TransferLookAhead
from server_stub.wire import doors as wire

LARGEST_SEQ: Final = 2**53
ID: Final = re.compile(r"[0-9a-f]{32}")
_NUMBER: Final = re.compile(r"[0-9]{1,16}")


def staff_reading(
    readings: Readings, look_ahead: TransferLookAhead, hints: Hints, limiter: RateLimiter
) -> Handlers:
    """What staff read, and that a counsellor is writing."""

    @get("/api/v1/staff/snapshot", opt={"action": Action.STAFF_SNAPSHOT})
    async def snapshot(request: Asking) -> Response[bytes]:
        return json_answer(await readings.staff_snapshot(staff_of(scope_of(request))))

    @get("/api/v1/staff/conversations/{conversation_id:str}/messages", opt={"action": Action.STAFF_MESSAGES})
    async def older(request: Asking) -> Response[bytes]:
        principal = staff_of(scope_of(request))
        conversation_id = str(request.path_params["conversation_id"])
        before, limit = number(request, "before"), number(request, "limit")
        page = None
        if ID.fullmatch(conversation_id):
            page = await readings.older_for_staff(
                principal, conversation_id, before=before, limit=LARGEST_SEQ if limit is None else limit
            )
        return found(page)

    @post("/api/v1/staff/hints", opt={"action": Action.STAFF_HINTS})
    async def typing(request: Asking) -> Response[bytes]:
        principal = staff_of(scope_of(request))
        hint = await decoded(request, wire.StaffTyping)
        _limited(limiter, principal.actor.address)
        if not await readings.holds(principal, hint.conversation_id):
            raise ProblemRaised(NOT_FOUND)
        body = wire.encode(wire.CustomerTypingHint(by="counsellor"))
        await hints.send(customer_address(hint.conversation_id), "typing", body)
        return nothing_to_say()

    @get("/api/v1/staff/transfer-targets", opt={"action": Action.STAFF_TRANSFER_TARGETS})
    async def transfer_targets(request: Asking) -> Response[bytes]:
        principal = staff_of(scope_of(request))
        return json_answer(await look_ahead.targets(asked_by=principal.actor.staff_id))

    @get("/api/v1/staff/roster", opt={"action": Action.STAFF_ROSTER})
    async def roster(request: Asking) -> Response[bytes]:
        staff_of(scope_of(request))
        return json_answer(await readings.roster())

    return [snapshot, older, typing, transfer_targets, roster]


def customer_reading(readings: Readings, hints: Hints, limiter: RateLimiter) -> Handlers:
    """What a customer reads of her own conversation, and that she is writing."""

    @get("/api/v1/customer/snapshot", opt={"action": Action.CUSTOMER_SNAPSHOT})
    async def snapshot(request: Asking) -> Response[bytes]:
        return json_answer(await readings.customer_snapshot(customer_of(scope_of(request))))

    @get("/api/v1/customer/messages", opt={"action": Action.CUSTOMER_MESSAGES})
    async def older(request: Asking) -> Response[bytes]:
        principal = customer_of(scope_of(request))
        before, limit = number(request, "before"), number(request, "limit")
        shown = parse_qs(request.scope["query_string"].decode("latin-1")).get("conversation_id")
        if shown is not None and shown != [principal.actor.conversation_id]:
            raise ProblemRaised(NOT_FOUND)
        return found(
            await readings.older_for_customer(
                principal, before=before, limit=LARGEST_SEQ if limit is None else limit
            )
        )

    @post("/api/v1/customer/hints", opt={"action": Action.CUSTOMER_HINTS})
    async def typing(request: Asking) -> Response[bytes]:
        principal = customer_of(scope_of(request))
        conversation_id = (await decoded(request, wire.CustomerTyping)).conversation_id
        _limited(limiter, principal.actor.address)
        if conversation_id != principal.actor.conversation_id:
            raise ProblemRaised(NOT_FOUND)
        holder_id = await readings.holder_of(conversation_id)
        if holder_id is not None:
            body = wire.encode(wire.StaffTypingHint(conversation_id, by="customer"))
            await hints.send(staff_address(holder_id), f"typing {conversation_id}", body)
        return nothing_to_say()

    return [snapshot, older, typing]


def number(request: Asking, name: str) -> int | None:
    """A number in the query, or None when it is not there. Raises `ProblemRaised` for anything else."""
    values = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True).get(name)
    if values is None:
        return None
    text = values[0]
    if len(values) > 1 or not _NUMBER.fullmatch(text) or int(text) > LARGEST_SEQ:
        raise ProblemRaised(malformed(name))
    return int(text)


def found(page: bytes | None) -> Response[bytes]:
    """A page, or 404: what is somebody else's is not there."""
    if page is None:
        raise ProblemRaised(NOT_FOUND)
    return json_answer(page)


def _limited(limiter: RateLimiter, key: str) -> None:
    if problem := limiter.take(Limited.TYPING_PER_SESSION, key):
        raise ProblemRaised(problem)
