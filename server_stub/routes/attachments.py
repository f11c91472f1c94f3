"""attachments: A customer's file comes in, piece by piece; who reads the conversation is given its bytes."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qs

from litestar import get
from litestar.response import Stream

from server_stub.counter.uploads import Uploads
from server_stub.helpline.attachment import ENDINGS
from server_stub.helpline.attachment_values import Attachment, AttachmentKind, AttachmentUse
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Network, read_caller
from server_stub.identity.principal import CustomerPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter, throttled
from server_stub.records.commit_groups import WriteFailed
from server_stub.routes.asgi import Receive, Scope
from server_stub.routes.doors import Asking, Handlers, scope_of
from server_stub.routes.gate import Reply
from server_stub.routes.incoming import Refused, whole_file
from server_stub.routes.keeper import staff_of
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised, malformed, unavailable
from server_stub.wire.attachments import encode_uploaded

_AT_ONCE: Final = 16
"""Files that come in at a time: each is held in memory until it is kept."""
_COME_AGAIN_S: Final = 5
_ID: Final = re.compile("[0-9a-f]{32}")
_TYPES: Final = {
    AttachmentKind.PDF: "application/pdf",
    AttachmentKind.JPEG: "image/jpeg",
    AttachmentKind.PNG: "image/png",
}


class UploadEntry:
    """`/api/v1/customer/uploads`: whoever may not send files is told so before a byte of hers is read."""

    def __init__(
        self,
        uploads: Uploads,
        authenticator: Authenticator,
        limiter: RateLimiter,
        *,
        largest: int,
        proxies: Sequence[Network],
    ) -> None:
        """`largest` is in bytes."""
        self._uploads = uploads
        self._authenticator = authenticator
        self._limiter = limiter
        self._largest = largest
        self._proxies = proxies
        self._sending: set[int] = set()

    async def answer(self, scope: Scope, receive: Receive) -> Reply:
        """Take one file. Raises `Refused`, or `Left` when the caller went away."""
        actor = (await self._admitted(scope)).actor
        if actor.identification is None:
            raise Refused(Problem("identification_needed"))
        if actor.conversation_id is None:
            raise Refused(NOT_FOUND)
        upload_id = _upload_id(scope)
        if problem := self._limiter.take(Limited.MESSAGES_PER_SESSION, str(actor.session_row)):
            raise Refused(problem)
        if (before := await self._uploads.known(actor, upload_id)) is not None:
            return _told(upload_id, before)
        if actor.session_row in self._sending or len(self._sending) >= _AT_ONCE:
            raise Refused(throttled(_COME_AGAIN_S))
        self._sending.add(actor.session_row)
        try:
            content = await whole_file(receive, largest=self._largest)
            taken = await self._uploads.take(actor, upload_id, content)
        except WriteFailed:
            raise Refused(unavailable()) from None
        finally:
            self._sending.discard(actor.session_row)
        if isinstance(taken, Problem):
            raise Refused(taken)
        return _told(upload_id, taken)

    async def _admitted(self, scope: Scope) -> CustomerPrincipal:
        client = scope.get("client")
        caller = read_caller(
            method="POST", headers=scope["headers"], peer=client[0] if client else None, proxies=self._proxies
        )
        principal = await self._authenticator.admit(caller, Action.CUSTOMER_UPLOAD)
        if isinstance(principal, Problem):
            raise Refused(principal)
        if not isinstance(principal, CustomerPrincipal):
            raise Refused(Problem("not_allowed"))
        return principal


def attachment_route(uploads: Uploads) -> Handlers:
    """A file of a conversation, for who reads its messages; what is not hers is not there."""

    @get(
        "/api/v1/staff/conversations/{conversation_id:str}/attachments/{attachment_id:str}",
        opt={"action": Action.STAFF_ATTACHMENT},
    )
    async def attachment(request: Asking) -> Stream:
        principal = staff_of(scope_of(request))
        names = [str(request.path_params[name]) for name in ("conversation_id", "attachment_id")]
        use = _use(request)
        found = None
        if all(_ID.fullmatch(name) for name in names):
            found = await uploads.for_staff(principal.actor, names[0], names[1], use)
        if found is None:
            raise ProblemRaised(NOT_FOUND)
        kind = found.attachment.kind
        return Stream(
            uploads.pieces(found),
            media_type=_TYPES[kind],
            headers={
                # No header holds a person's words: the name stands in the message.
                "Content-Disposition": f'attachment; filename="liite{ENDINGS[kind][0]}"',
                "Content-Length": str(found.attachment.size),
            },
        )

    return [attachment]


def _use(request: Asking) -> AttachmentUse:
    try:
        return AttachmentUse(request.query_params.get("use", AttachmentUse.LOOK))
    except ValueError:
        raise ProblemRaised(malformed("use")) from None


def _upload_id(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    named = asked.get("upload_id", [])
    if len(named) != 1 or len(asked) != 1 or not _ID.fullmatch(named[0]):
        raise Refused(malformed("upload_id"))
    return str(named[0])


def _told(upload_id: str, upload: Attachment) -> Reply:
    return Reply(200, encode_uploaded(upload_id, upload))
