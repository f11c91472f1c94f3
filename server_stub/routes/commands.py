"""The entry of every conversation command: plain ASGI, the same rules as every other route.

It is mounted inside Litestar, whose handlers cost a fifth of the throughput here. Admission,
decoding and problems are the functions all routes use.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from server_stub.counter.counter import Counter, Sent
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Caller, Network, read_caller
from server_stub.identity.principal import CustomerPrincipal, Principal, StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.ports import Points, pass_by
from server_stub.records.commit_groups import WriteFailed
from server_stub.wire import answers, commands

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MOST_BYTES: Final = 64 * 1024
RETRY_AFTER_S: Final = 2

STAFF_ACTIONS: Final[dict[type, Action]] = {
    commands.StaffWriteMessage: Action.STAFF_WRITE_MESSAGE,
    commands.StaffMarkRead: Action.STAFF_MARK_READ,
    commands.ClaimWaiting: Action.STAFF_CLAIM_WAITING,
    commands.CloseConversation: Action.STAFF_CLOSE_CONVERSATION,
}
CUSTOMER_ACTIONS: Final[dict[type, Action]] = {
    commands.OpenConversation: Action.CUSTOMER_OPEN_CONVERSATION,
    commands.CustomerWriteMessage: Action.CUSTOMER_WRITE_MESSAGE,
    commands.CustomerMarkRead: Action.CUSTOMER_MARK_READ,
    commands.EndConversation: Action.CUSTOMER_END_CONVERSATION,
}


class CommandEntry:
    """One of the two entries, `/api/v1/staff/commands` or `/api/v1/customer/commands`."""

    def __init__(
        self,
        counter: Counter,
        authenticator: Authenticator,
        limiter: RateLimiter,
        *,
        is_staff: bool,
        proxies: Sequence[Network],
        points: Points = pass_by,
    ) -> None:
        self._counter = counter
        self._authenticator = authenticator
        self._limiter = limiter
        self._proxies = proxies
        self._points = points
        self._actions = STAFF_ACTIONS if is_staff else CUSTOMER_ACTIONS
        self._decode: Callable[[bytes], commands.StaffCommand | commands.CustomerCommand] = (
            commands.decode_staff if is_staff else commands.decode_customer
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one command and answer it."""
        status, body, retry_after_s = await self._taken(scope, receive)
        self._points("before_reply")
        await reply(send, status, body, retry_after_s=retry_after_s)

    async def _taken(self, scope: Scope, receive: Receive) -> tuple[int, bytes, int | None]:
        wrong = wrong_form(scope)
        if wrong is not None:
            return _refused(None, wrong)
        body = await read_body(receive)
        if body is None:
            return _refused(None, Problem("too_large", {"limit": MOST_BYTES}))
        command: commands.StaffCommand | commands.CustomerCommand | None = None
        detail = ""
        try:
            command = self._decode(body)
        except commands.Malformed as error:
            detail = error.detail
        client = scope.get("client")
        caller = read_caller(
            method="POST", headers=scope["headers"], peer=client[0] if client else None, proxies=self._proxies
        )
        # Whoever may not send commands at all is told so before being told that this one is malformed.
        action = next(iter(self._actions.values())) if command is None else self._actions[type(command)]
        principal = await self._authenticator.admit(caller, action)
        if isinstance(principal, Problem):
            return _refused(command.command_id if command else None, principal)
        if command is None:
            return _refused(None, Problem("malformed", {"detail": detail}))
        return await self._handled(command, body, caller, principal)

    async def _handled(
        self,
        command: commands.StaffCommand | commands.CustomerCommand,
        body: bytes,
        caller: Caller,
        principal: Principal,
    ) -> tuple[int, bytes, int | None]:
        actor = principal.actor if isinstance(principal, StaffPrincipal | CustomerPrincipal) else None
        if actor is None:
            return _refused(command.command_id, Problem("not_allowed"))
        throttled = self._throttled(command, caller, principal)
        if throttled is not None:
            return _refused(command.command_id, throttled)
        own = principal.actor.conversation_id if isinstance(principal, CustomerPrincipal) else None
        if own is None and isinstance(principal, CustomerPrincipal) and not _opens(command):
            return _refused(command.command_id, Problem("not_found"))
        try:
            outcome = await self._counter.handle(
                Sent(command.command_id, commands.meaning(command, own), actor, body)
            )
        except WriteFailed:
            return _refused(command.command_id, Problem("unavailable", {"retry_after_s": RETRY_AFTER_S}))
        if isinstance(outcome, Problem):
            return _refused(command.command_id, outcome)
        return 200, answers.encode(outcome), None

    def _throttled(
        self,
        command: commands.StaffCommand | commands.CustomerCommand,
        caller: Caller,
        principal: Principal,
    ) -> Problem | None:
        if isinstance(principal, StaffPrincipal):
            return self._limiter.take(Limited.MESSAGES_PER_STAFF, principal.actor.staff_id)
        if not isinstance(principal, CustomerPrincipal):
            return None
        if _opens(command):
            for limited in (Limited.CONVERSATIONS_PER_MINUTE, Limited.CONVERSATIONS_PER_HOUR):
                throttled = self._limiter.take(limited, caller.address)
                if throttled is not None:
                    return throttled
            return None
        return self._limiter.take(Limited.MESSAGES_PER_SESSION, str(principal.actor.session_row))


def _opens(command: commands.StaffCommand | commands.CustomerCommand) -> bool:
    return isinstance(command, commands.OpenConversation)


def _refused(command_id: str | None, problem: Problem) -> tuple[int, bytes, int | None]:
    """Status, body and when to come again: sign-in and later are answered without an outcome."""
    status = answers.STATUS_OF[problem.code]
    keys = answers.problem_keys(problem)
    if status in (401, 429, 503):
        retry_after_s = problem.details.get("retry_after_s")
        return (
            status,
            answers.encode(answers.ProblemAnswer(keys)),
            retry_after_s if isinstance(retry_after_s, int) else None,
        )
    return status, answers.encode(answers.Refused(command_id, keys)), None


def wrong_form(scope: Scope) -> Problem | None:
    """What is wrong with a request before its body is read, or None."""
    if scope["method"] != "POST":
        return Problem("not_allowed")
    media_type = encoding = b""
    for name, value in scope["headers"]:
        if name == b"content-type":
            media_type = value
        elif name == b"content-encoding":
            encoding = value
    if encoding or media_type.partition(b";")[0].strip().lower() != b"application/json":
        return Problem("wrong_media_type")
    return None


async def read_body(receive: Receive) -> bytes | None:
    """The whole body, or None when it is over the limit (the rest is not read)."""
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body", False):
        return body if len(body) <= MOST_BYTES else None
    parts, size = [body], len(body)
    while message.get("more_body", False) and size <= MOST_BYTES:
        message = await receive()
        part: bytes = message.get("body", b"")
        parts.append(part)
        size += len(part)
    return b"".join(parts) if size <= MOST_BYTES else None


async def reply(send: Send, status: int, body: bytes, *, retry_after_s: int | None = None) -> None:
    """One JSON answer."""
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]
    if retry_after_s is not None:
        headers.append((b"retry-after", b"%d" % retry_after_s))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
