"""id_tokens: Whether a token says what we asked, from whom we asked, for us, now (OpenID Core 3.1.3.7).

| checked | refused when |
|---|---|
| header | another algorithm than the issuer says and we allow, critical extensions, a key of its own |
| signature | not by a key of the issuer's |
| `iss`, `aud`, `azp` | not the issuer, not for us, or for somebody else besides |
| `exp`, `iat`, `nbf` | over, from the future, or older than ten minutes |
| `nonce` | not the one of this very way |
| `acr` | no strong level |
"""

import hmac
from collections.abc import Mapping
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jws import extract_compact

from server_stub.identity.openid.metadata import KnownIssuer

_LONGEST: Final = 16 * 1024
_LEEWAY_S: Final = 30
_OLDEST_S: Final = 600
_FORBIDDEN: Final = frozenset({"crit", "jku", "jwk", "x5u", "x5c", "b64"})


class NotBelieved(Exception):
    """The token is not what it should be; `why` is a word for the event log, never content."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def claims_of(
    token: object, known: KnownIssuer, *, issuer: str, client_id: str, nonce: str, now_s: int
) -> Mapping[str, Any]:
    """The claims of a token that has been checked. Raises `NotBelieved`, `Away`."""
    if not isinstance(token, str) or len(token) > _LONGEST:
        raise NotBelieved("shape")
    claims = await _signed(token, known)
    _check_parties(claims, issuer, client_id)
    _check_times(claims, now_s)
    if not hmac.compare_digest(str(claims.get("nonce")).encode(), nonce.encode()):
        raise NotBelieved("nonce")
    return claims


async def _signed(token: str, known: KnownIssuer) -> Mapping[str, Any]:
    try:
        header = extract_compact(token.encode()).headers()
    except (JoseError, ValueError, TypeError):
        raise NotBelieved("shape") from None
    algorithms = (await known.metadata()).algorithms
    if header.get("alg") not in algorithms or not _FORBIDDEN.isdisjoint(header):
        raise NotBelieved("header")
    key_id = header.get("kid")
    key = await known.key(key_id if isinstance(key_id, str) else None)
    if key is None:
        raise NotBelieved("key")
    try:
        return jwt.decode(token, key, algorithms=list(algorithms)).claims
    except (JoseError, ValueError, TypeError):
        raise NotBelieved("signature") from None


def _check_parties(claims: Mapping[str, Any], issuer: str, client_id: str) -> None:
    if claims.get("iss") != issuer:
        raise NotBelieved("iss")
    audience = claims.get("aud")
    names = [audience] if isinstance(audience, str) else audience
    if not isinstance(names, list) or client_id not in names:
        raise NotBelieved("aud")
    if (len(names) > 1 or "azp" in claims) and claims.get("azp") != client_id:
        raise NotBelieved("azp")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= 255:
        raise NotBelieved("sub")


def _check_times(claims: Mapping[str, Any], now_s: int) -> None:
    expires, issued, begins = claims.get("exp"), claims.get("iat"), claims.get("nbf", 0)
    for moment in (expires, issued, begins):
        if isinstance(moment, bool) or not isinstance(moment, int):
            raise NotBelieved("times")
    assert isinstance(expires, int) and isinstance(issued, int) and isinstance(begins, int)  # noqa: S101, PT018
    if expires + _LEEWAY_S <= now_s:
        raise NotBelieved("exp")
    if issued - _LEEWAY_S > now_s or begins - _LEEWAY_S > now_s:
        raise NotBelieved("iat")
    if issued + _OLDEST_S < now_s:
        raise NotBelieved("iat")
