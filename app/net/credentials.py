"""Tokens: in memory, renewed before they expire, and the refresh token kept where a crash cannot lose it.

The backend replaces the refresh token at every use, and a replaced one used again ends everything, save for
a minute in which the answer may have been lost. So a renewal, once begun, is finished by itself, whoever
stops waiting, and one that found no answer is asked for again with the same token.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx

from app.ports import Clock, LineLost, Secrets, SecretsUnavailable, SignedOut
from app.wire.answers import Tokens, decode_signed_in
from app.wire.commands import encode_refresh
from app.wire.reading import WireError

T = TypeVar("T")

REFRESH_PATH = "/api/v1/staff/refresh"
JSON = {"Content-Type": "application/json"}
# Renewed this long before the end, so that no request meets it.
MARGIN_S = 60.0


@dataclass(frozen=True, slots=True)
class _Held:
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    # By the clock that never jumps: this computer's wall clock may be wrong by years.
    renew_at_mono_s: float


class Credentials:
    """The tokens of whoever is signed in, or none."""

    def __init__(self, http: httpx.AsyncClient, *, secrets: Secrets, clock: Clock, device_id: str) -> None:
        """``secrets`` keeps the refresh token until signing out; without a keyring it is in memory only."""
        self._http = http
        self._secrets = secrets
        self._clock = clock
        self._device_id = device_id
        # It is good on this computer only, and another folder of data is another computer.
        self._name = f"refresh-token@{http.base_url}#{device_id}"
        self._held: _Held | None = None
        self._renewal: asyncio.Future[Tokens] | None = None

    async def take(self, response: httpx.Response) -> Tokens:
        """Hold what a sign-in or refresh has answered. Raises WireError."""
        tokens = decode_signed_in(response.content)
        lifetime_s = (tokens.access_expires_at - _backends_now(response, self._clock)).total_seconds()
        self._held = _Held(
            access_token=tokens.access_token,
            refresh_token=tokens.refresh_token,
            renew_at_mono_s=self._clock.monotonic() + lifetime_s - MARGIN_S,
        )
        await self._quietly(lambda: self._secrets.put(self._name, tokens.refresh_token))
        return tokens

    async def access_token(self) -> str:
        """A token good for a request now. Raises SignedOut, LineLost."""
        held = self._held
        if held is None:
            raise SignedOut
        if self._clock.monotonic() < held.renew_at_mono_s:
            return held.access_token
        try:
            await self.renew(held.access_token)
        except LineLost:
            # It may be good for a minute yet; if not, the backend says so.
            return held.access_token
        return self._now_held().access_token

    async def renew(self, stale: str) -> None:
        """Replace this access token, unless somebody else has. Raises SignedOut, LineLost."""
        if self._now_held().access_token != stale:
            return
        await self._renewed()

    async def renew_now(self) -> None:
        """Replace the access token, whatever is known of it. Raises SignedOut, LineLost."""
        self._now_held()
        await self._renewed()

    async def kept(self) -> str | None:
        """The refresh token that a program which did not sign out has left, or None."""
        return await self._quietly(lambda: self._secrets.get(self._name))

    async def resume(self, kept: str) -> Tokens | None:
        """Sign in with a kept refresh token; None: it is not good any more.

        Raises LineLost when the backend cannot be asked.
        """
        self._held = _Held(access_token="", refresh_token=kept, renew_at_mono_s=self._clock.monotonic())
        try:
            return await self._renewed()
        except SignedOut:
            return None

    async def forget(self) -> str | None:
        """Hold nothing, keep nothing; returns the last access token for revoking it."""
        if self._renewal is not None:
            self._renewal.cancel()
        held, self._held = self._held, None
        await self._quietly(lambda: self._secrets.forget(self._name))
        return held.access_token or None if held is not None else None

    def _now_held(self) -> _Held:
        if self._held is None:
            raise SignedOut
        return self._held

    async def _renewed(self) -> Tokens:
        """Join the renewal under way, or begin one that goes on also when the caller is cancelled."""
        if self._renewal is None or self._renewal.done():
            # Owned here, not by whoever asked first: it must not die with a closed chat.
            self._renewal = asyncio.get_running_loop().create_task(self._renew(), name="renewal")
        return await asyncio.shield(self._renewal)

    async def _renew(self) -> Tokens:
        held = self._now_held()
        body = encode_refresh(refresh_token=held.refresh_token, device_id=self._device_id)
        try:
            response = await self._asked(body)
        except httpx.HTTPError as error:
            raise LineLost from error
        if response.status_code == 200:
            try:
                return await self.take(response)
            except WireError as error:
                raise LineLost from error
        if response.status_code in {400, 401, 403}:
            self._held = None
            await self._quietly(lambda: self._secrets.forget(self._name))
            raise SignedOut
        raise LineLost(retry_after_s(response, self._clock))

    async def _asked(self, body: bytes) -> httpx.Response:
        """The answer to a renewal; one that was lost is asked for again at once (contract, section 2).

        The old access token may do for minutes yet, and by then asking again would look like a theft.
        """
        try:
            return await self._http.post(REFRESH_PATH, content=body, headers=JSON)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise
        except httpx.HTTPError:
            return await self._http.post(REFRESH_PATH, content=body, headers=JSON)

    async def _quietly(self, keep: Callable[[], Awaitable[T]]) -> T | None:
        """Without a keyring the day goes on; only a crash would then ask for the password again."""
        try:
            return await keep()
        except SecretsUnavailable:
            return None


def retry_after_s(response: httpx.Response, clock: Clock) -> float | None:
    """Seconds that `Retry-After` asks for (RFC 9110, 10.2.3: seconds or a date), or None."""
    asked = response.headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked)
    at = _http_date(asked)
    if at is None:
        return None
    return max(0.0, (at - _backends_now(response, clock)).total_seconds())


def _backends_now(response: httpx.Response, clock: Clock) -> datetime:
    """The backend's clock as its answer states it, else this computer's."""
    return _http_date(response.headers.get("Date", "")) or clock.now()


def _http_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
