"""customer_doors: A customer's cookie and page token (CONTRACT.md section 2; trust.md U07)."""

from collections.abc import Callable
from dataclasses import dataclass

from server_stub.helpline.values import Millis, Problem
from server_stub.identity.caller import COOKIE
from server_stub.identity.ports import CustomerRecords
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.identity.tokens import new_token, token_hash


@dataclass(frozen=True, slots=True)
class NewSession:
    """Handed out once: the cookie's header and the token of the page."""

    set_cookie: str
    page_token: str


class CustomerDoors:
    """Begins sessions. Under TLS (`is_secure`) the cookie never travels in the clear."""

    def __init__(
        self,
        *,
        records: CustomerRecords,
        limiter: RateLimiter,
        now: Callable[[], Millis],
        is_secure: bool,
    ) -> None:
        self._records = records
        self._limiter = limiter
        self._now = now
        self._is_secure = is_secure

    async def begin(self, *, address: str) -> NewSession | Problem:
        """A new session, never one the caller brought along: a planted cookie gains nothing."""
        if limited := self._limiter.take(Limited.SESSIONS, address):
            return limited
        session, cookie_hash = self.new_session()
        await self._records.begin_customer_session(
            token_hash=cookie_hash, page_token=session.page_token, now=self._now()
        )
        return session

    def new_session(self) -> tuple[NewSession, bytes]:
        """A cookie and a page token nobody has seen, and the hash the cookie is known by."""
        token, page_token = new_token(), new_token()
        return NewSession(self._cookie(token), page_token), token_hash(token)

    def _cookie(self, token: str) -> str:
        # No Max-Age: on a shared computer the session goes with the browser.
        parts = [f"{COOKIE}={token}", "Path=/api/v1/customer", "HttpOnly", "SameSite=Lax"]
        return "; ".join([*parts, "Secure"] if self._is_secure else parts)
