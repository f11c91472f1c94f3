"""The gate to the backend over HTTP: what the core asks of the line, and every answer sorted."""

from collections.abc import AsyncGenerator, Callable
from datetime import date
from typing import TypeVar

import httpx

from app.domain.archive import Archived, ArchivePage, Material, Sought
from app.domain.conversation import Attachment, AttachmentUse
from app.domain.desk_state import Snapshot
from app.domain.facts import Streamed
from app.domain.identification import IdentityCodes
from app.domain.ids import ConversationId
from app.domain.outcomes import Outcome, SignedOutOutcome, Unknown
from app.domain.planned_shift import OwnPlan, PlannedDay
from app.domain.presence import Roster
from app.domain.problems import Problem, ProblemCode
from app.domain.situation import Situation
from app.domain.transfer import LookAhead
from app.net.authorised import AuthorisedLine
from app.net.credentials import JSON, Credentials, retry_after_s
from app.net.stream import FactStream, Item, Patience
from app.ports import Clock, Gone, LineLost, OlderPage, Secrets, SignedIn, SignedOut, Unreadable
from app.wire.answers import Tokens, decode_older, decode_outcome
from app.wire.archive import decode_archive_page, decode_archived, decode_material, encode_search
from app.wire.commands import encode_own_password, encode_sign_in, encode_typing
from app.wire.identifications import decode_identity_codes
from app.wire.planned_shifts import decode_own_plan, decode_planned_day
from app.wire.problems import decode_problem
from app.wire.reading import WireError
from app.wire.roster import decode_roster
from app.wire.situation import decode_situation
from app.wire.snapshot import decode_snapshot
from app.wire.transfer_targets import decode_look_ahead
from app.wire.version import fits

T = TypeVar("T")

VERSION_PATH = "/api/v1/version"
SIGN_IN_PATH = "/api/v1/staff/sign-in"
OWN_PASSWORD_PATH = "/api/v1/staff/own-password"  # noqa: S105 - where to, no password
SIGN_OUT_PATH = "/api/v1/staff/sign-out"
SNAPSHOT_PATH = "/api/v1/staff/snapshot"
TARGETS_PATH = "/api/v1/staff/transfer-targets"
ROSTER_PATH = "/api/v1/staff/roster"
SITUATION_PATH = "/api/v1/staff/situation"
OWN_PLAN_PATH = "/api/v1/staff/planned-shifts"
PLANNED_DAY_PATH = "/api/v1/staff/planned-day"
ARCHIVE_PATH = "/api/v1/staff/archive"
ARCHIVE_SEARCH_PATH = f"{ARCHIVE_PATH}/search"
COMMANDS_PATH = "/api/v1/staff/commands"
HINTS_PATH = "/api/v1/staff/hints"
# Signing out must not keep a person at the door.
SIGN_OUT_WITHIN_S = 3.0
# A morning's snapshot may be long, and is worth waiting for.
SNAPSHOT_WITHIN_S = 30.0


class HttpGate:
    """`ports.Gate` over HTTP. Credentials stay in here."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        secrets: Secrets,
        clock: Clock,
        device_id: str,
        patience: Patience | None = None,
    ) -> None:
        """``http`` comes from `open_client`; ``device_id`` is 32 hexadecimal digits, one per computer."""
        self._http = http
        self._clock = clock
        self._device_id = device_id
        self._credentials = Credentials(http, secrets=secrets, clock=clock, device_id=device_id)
        self._line = AuthorisedLine(http, self._credentials)
        self._stream = FactStream(self._line, clock, patience)

    async def sign_in(self, user_name: str, password: str) -> SignedIn | Problem:
        """Sign in; first of all make sure that the backend speaks a contract this workstation knows."""
        body = encode_sign_in(user_name=user_name, password=password, device_id=self._device_id)
        return await self._come_in(SIGN_IN_PATH, body)

    async def choose_password(self, user_name: str, one_time: str, own: str) -> SignedIn | Problem:
        """Use a one-time password up, have her own kept in its place, and sign in with it (R141)."""
        body = encode_own_password(user_name=user_name, one_time=one_time, own=own, device_id=self._device_id)
        return await self._come_in(OWN_PASSWORD_PATH, body)

    async def _come_in(self, path: str, body: bytes) -> SignedIn | Problem:
        try:
            if not await self._fits():
                return Problem(ProblemCode.UPDATE_NEEDED)
            response = await self._http.post(path, content=body, headers=JSON)
            if response.status_code == 200:
                return _signed_in(await self._credentials.take(response))
            return decode_problem(response.content)
        except (httpx.HTTPError, WireError):
            return Problem(ProblemCode.LINE_LOST)

    async def resume(self) -> SignedIn | Problem | None:
        """Go on as whoever a killed program was signed in as. None: nobody was, and nobody is asked.

        Raises LineLost when the backend cannot be asked.
        """
        kept = await self._credentials.kept()
        if kept is None:
            return None
        try:
            if not await self._fits():
                return Problem(ProblemCode.UPDATE_NEEDED)
        except (httpx.HTTPError, WireError) as error:
            raise LineLost from error
        tokens = await self._credentials.resume(kept)
        return Problem(ProblemCode.SIGNED_OUT) if tokens is None else _signed_in(tokens)

    async def refresh(self) -> bool:
        """Renew the access token now. False: she must sign in herself. Raises LineLost."""
        try:
            await self._credentials.renew_now()
        except SignedOut:
            return False
        return True

    async def sign_out(self) -> None:
        """Forget the tokens here, and revoke them there if the line allows; never raises."""
        token = await self._credentials.forget()
        if token is None:
            return
        try:
            headers = {"Authorization": f"Bearer {token}"}
            await self._http.post(SIGN_OUT_PATH, headers=headers, timeout=SIGN_OUT_WITHIN_S)
        except httpx.HTTPError:
            # The token expires by itself within the quarter hour, and nobody holds it any more.
            return

    async def snapshot(self) -> Snapshot:
        """Everything this reader may see. Raises LineLost, SignedOut, Unreadable."""
        response = await self._line.get(SNAPSHOT_PATH, {}, within_s=SNAPSHOT_WITHIN_S)
        match response.status_code:
            case 200 if _is_json(response):
                try:
                    return decode_snapshot(response.content)
                except WireError as error:
                    raise Unreadable from error
            case 401:
                raise SignedOut
            case _:
                raise LineLost(retry_after_s(response, self._clock))

    async def catch_up(self, cursor: int) -> tuple[Streamed, ...]:
        """What has come since ``cursor``. Raises LineLost, SignedOut, Gone, Unreadable."""
        return await self._stream.catch_up(cursor)

    def stream(self, cursor: int) -> AsyncGenerator[Item, None]:
        """Facts after ``cursor``, hints and beats. Raises LineLost, SignedOut, Gone, Unreadable."""
        return self._stream.follow(cursor)

    async def older(self, conversation_id: ConversationId, *, before: int, limit: int) -> OlderPage:
        """Messages further back. Raises LineLost, SignedOut, Gone, Unreadable."""
        path = f"/api/v1/staff/conversations/{conversation_id}/messages"
        response = await self._line.get(path, {"before": before, "limit": limit})
        match response.status_code:
            case 200 if _is_json(response):
                try:
                    return OlderPage(*decode_older(response.content))
                except WireError as error:
                    raise Unreadable from error
            case 401:
                raise SignedOut
            case 403 | 404 | 410:
                raise Gone
            case _:
                raise LineLost(retry_after_s(response, self._clock))

    async def attachment(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes:
        """A file, whole. Raises LineLost, SignedOut, Gone, Unreadable."""
        path = f"/api/v1/staff/conversations/{conversation_id}/attachments/{attachment.attachment_id}"
        async with self._line.open(path, {"use": use.value}, {}) as response:
            match response.status_code:
                case 200:
                    return await _whole(response, attachment.size)
                case 401:
                    raise SignedOut
                case 403 | 404 | 410:
                    raise Gone
                case _:
                    raise LineLost(retry_after_s(response, self._clock))

    async def identity_codes(self, conversation_id: ConversationId) -> IdentityCodes:
        """Of a conversation she holds. Raises LineLost, SignedOut, Gone, Unreadable."""
        path = f"/api/v1/staff/conversations/{conversation_id}/identity-code"
        response = await self._line.get(path, {})
        if response.status_code in (403, 404):
            raise Gone
        return self._decoded(response, decode_identity_codes)

    async def look_ahead(self) -> LookAhead:
        """Where a conversation can be moved to. Raises LineLost, SignedOut, Unreadable."""
        return await self._read(TARGETS_PATH, decode_look_ahead)

    async def roster(self) -> Roster:
        """Who of staff is there. Raises LineLost, SignedOut, Unreadable."""
        return await self._read(ROSTER_PATH, decode_roster)

    async def situation(self) -> Situation:
        """Load by queue and by person. Raises LineLost, SignedOut, Unreadable."""
        return await self._read(SITUATION_PATH, decode_situation)

    async def own_plan(self) -> OwnPlan:
        """What is planned for her today. Raises LineLost, SignedOut, Unreadable."""
        return await self._read(OWN_PLAN_PATH, decode_own_plan)

    async def planned_day(self, day: date) -> PlannedDay:
        """What is planned and was worked. Raises LineLost, SignedOut, Unreadable."""
        return await self._read(f"{PLANNED_DAY_PATH}?day={day.isoformat()}", decode_planned_day)

    async def search_archive(self, sought: Sought, next_from: str | None) -> ArchivePage:
        """Closed conversations that fit; what is looked for never stands in an address. Raises LineLost,
        SignedOut, Gone (the archive is hers no more), Unreadable.
        """
        response = await self._line.post(ARCHIVE_SEARCH_PATH, encode_search(sought, next_from))
        if response.status_code == 403:
            raise Gone
        return self._decoded(response, decode_archive_page)

    async def archived(self, conversation_id: ConversationId) -> Archived:
        """A closed conversation whole. Raises LineLost, SignedOut, Gone, Unreadable."""
        return await self._read_one(f"{ARCHIVE_PATH}/{conversation_id}", decode_archived)

    async def archive_material(self, conversation_id: ConversationId) -> Material:
        """The same without personal data. Raises LineLost, SignedOut, Gone, Unreadable."""
        return await self._read_one(f"{ARCHIVE_PATH}/{conversation_id}/material", decode_material)

    async def _read_one(self, path: str, decode: Callable[[bytes], T]) -> T:
        response = await self._line.get(path, {})
        if response.status_code in (403, 404):
            raise Gone
        return self._decoded(response, decode)

    async def _read(self, path: str, decode: Callable[[bytes], T]) -> T:
        return self._decoded(await self._line.get(path, {}), decode)

    def _decoded(self, response: httpx.Response, decode: Callable[[bytes], T]) -> T:
        match response.status_code:
            case 200 if _is_json(response):
                try:
                    return decode(response.content)
                except WireError as error:
                    raise Unreadable from error
            case 401:
                raise SignedOut
            case _:
                raise LineLost(retry_after_s(response, self._clock))

    async def send(self, body: bytes) -> Outcome:
        """Send these very bytes. Whatever is not certain is Unknown; nothing is raised."""
        try:
            response = await self._line.post(COMMANDS_PATH, body)
        except SignedOut:
            return SignedOutOutcome()
        except LineLost as lost:
            return Unknown(lost.retry_after_s)
        return decode_outcome(
            response.status_code, response.content, retry_after_s=retry_after_s(response, self._clock)
        )

    async def hint(self, conversation_id: ConversationId) -> None:
        """Say that she is writing; a hint that does not get through is no loss."""
        try:
            await self._line.post(HINTS_PATH, encode_typing(conversation_id))
        except (LineLost, SignedOut):
            return

    async def close(self) -> None:
        """Close every connection; nothing may be asked of the gate afterwards."""
        await self._http.aclose()

    async def _fits(self) -> bool:
        """Raises HTTPError, and WireError when somebody else has answered."""
        return fits((await self._http.get(VERSION_PATH)).content)


async def _whole(response: httpx.Response, size: int) -> bytes:
    """So many bytes and no more: what is not held in memory cannot fill it."""
    content = bytearray()
    try:
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > size:
                raise Unreadable
    except httpx.HTTPError as error:
        raise LineLost from error
    if len(content) < size:
        raise LineLost
    return bytes(content)


def _signed_in(tokens: Tokens) -> SignedIn:
    return SignedIn(staff=tokens.staff, device_secret=tokens.device_secret)


def _is_json(response: httpx.Response) -> bool:
    kind: str = response.headers.get("Content-Type", "")
    return kind.partition(";")[0].strip() == "application/json"
