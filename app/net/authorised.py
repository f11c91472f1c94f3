"""Requests with a token: one renewal when the backend says it is no longer good, and then the same again."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx

from app.net.credentials import JSON, Credentials
from app.ports import LineLost


class AuthorisedLine:
    """The client with a bearer token; troubles of the line are LineLost, and of the token SignedOut."""

    def __init__(self, http: httpx.AsyncClient, credentials: Credentials) -> None:
        self._http = http
        self._credentials = credentials

    async def get(
        self, path: str, params: Mapping[str, int | str], *, within_s: float | None = None
    ) -> httpx.Response:
        """A whole answer, whatever its status. Raises LineLost, SignedOut."""
        patience = None if within_s is None else httpx.Timeout(within_s)
        async with self.open(path, params, {"Accept": "application/json"}, patience=patience) as response:
            try:
                await response.aread()
            except httpx.HTTPError as error:
                raise LineLost from error
            return response

    async def post(self, path: str, body: bytes) -> httpx.Response:
        """A whole answer to these very bytes, whatever its status. Raises LineLost, SignedOut."""
        token = await self._credentials.access_token()
        response = await self._post(path, body, token)
        if response.status_code == 401:
            await self._credentials.renew(token)
            response = await self._post(path, body, await self._credentials.access_token())
        return response

    @asynccontextmanager
    async def open(
        self,
        path: str,
        params: Mapping[str, int | str],
        headers: Mapping[str, str],
        *,
        patience: httpx.Timeout | None = None,
    ) -> AsyncIterator[httpx.Response]:
        """An answer still coming, closed at the end of the block. Raises LineLost, SignedOut."""
        token = await self._credentials.access_token()
        response = await self._begin(path, params, headers, patience, token)
        if response.status_code == 401:
            await response.aclose()
            await self._credentials.renew(token)
            token = await self._credentials.access_token()
            response = await self._begin(path, params, headers, patience, token)
        try:
            yield response
        finally:
            await response.aclose()

    async def _begin(
        self,
        path: str,
        params: Mapping[str, int | str],
        headers: Mapping[str, str],
        patience: httpx.Timeout | None,
        token: str,
    ) -> httpx.Response:
        request = self._http.build_request(
            "GET",
            path,
            params=dict(params),
            headers={**headers, "Authorization": f"Bearer {token}"},
            timeout=httpx.USE_CLIENT_DEFAULT if patience is None else patience,
        )
        try:
            return await self._http.send(request, stream=True)
        except httpx.HTTPError as error:
            raise LineLost from error

    async def _post(self, path: str, body: bytes, token: str) -> httpx.Response:
        try:
            return await self._http.post(
                path, content=body, headers=JSON | {"Authorization": f"Bearer {token}"}
            )
        except httpx.HTTPError as error:
            raise LineLost from error
