"""fetching: Asking the one issuer that is configured, and nobody else (trust.md U21)."""

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from server_stub.identity.provider import Refusal

_WITHIN_S: Final = 10.0
_LARGEST: Final = 256 * 1024


class Away(Exception):
    """The issuer did not answer, or with nothing that can be read; what it said is not passed on."""


class Issuer:
    """The issuer's own origin: no redirect is followed, no proxy is taken from the environment."""

    def __init__(self, issuer: str) -> None:
        self.name = issuer
        self._origin = _origin(issuer)
        self._client = httpx.AsyncClient(timeout=_WITHIN_S, follow_redirects=False, trust_env=False)

    def is_its_own(self, url: str) -> bool:
        """Whether an address that the issuer names lies with the issuer."""
        return _origin(url) == self._origin and urlsplit(url).fragment == ""

    async def get(self, url: str) -> Mapping[str, Any]:
        """A JSON object. Raises `Away`."""
        return await self._asked("GET", url)

    async def post(
        self, url: str, form: Mapping[str, str], *, auth: tuple[str, str] | None
    ) -> Mapping[str, Any]:
        """The JSON object that answers a form. Raises `Away`, or `Refused` where it was answered no."""
        return await self._asked("POST", url, data=dict(form), auth=auth)

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def _asked(
        self,
        method: str,
        url: str,
        *,
        data: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> Mapping[str, Any]:
        if not self.is_its_own(url):
            raise Away
        basic = httpx.BasicAuth(*auth) if auth is not None else None
        request = self._client.build_request(method, url, data=data, headers={"Accept": "application/json"})
        try:
            response = await self._client.send(request, stream=True, auth=basic)
            try:
                body = await _bounded(response)
            finally:
                await response.aclose()
        except httpx.HTTPError:
            raise Away from None
        if 400 <= response.status_code < 500 and method == "POST":
            raise Refused
        if response.status_code != 200:
            raise Away
        try:
            read = json.loads(body)
        except (ValueError, RecursionError):
            raise Away from None
        if not isinstance(read, dict):
            raise Away
        return read


class Refused(Exception):
    """The issuer answered, and said no."""


def refusal_of(error: Away | Refused) -> Refusal:
    """What went wrong, for the customer."""
    return Refusal.UNAVAILABLE if isinstance(error, Away) else Refusal.REFUSED


async def _bounded(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_bytes():
        size += len(part)
        if size > _LARGEST:
            raise Away
        parts.append(part)
    return b"".join(parts)


def _origin(url: str) -> tuple[str, str | None, int | None]:
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError:
        return "", None, None
    return split.scheme, split.hostname, port or {"https": 443, "http": 80}.get(split.scheme)
