"""metadata: What the issuer says of itself, and its keys; remembered for a while."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from server_stub.identity.openid.fetching import Away, Issuer

ALGORITHMS: Final = ("RS256", "PS256", "ES256")
"""What a signature may be made with, whatever the issuer offers: no `none`, no shared secret, no SHA-1."""
_WELL_KNOWN: Final = "/.well-known/openid-configuration"
_METADATA_FOR_S: Final = 3_600.0
_KEYS_FOR_S: Final = 600.0
_KEYS_AGAIN_AFTER_S: Final = 30.0
_SMALLEST_RSA: Final = 2_048

SigningKey = RSAKey | ECKey


@dataclass(frozen=True, slots=True)
class Metadata:
    """The endpoints of an issuer, each with the issuer itself, and how it signs."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    algorithms: tuple[str, ...]
    names_itself: bool
    """Whether its answers must say that they are its own (RFC 9207)."""


class KnownIssuer:
    """Asks for metadata once an hour and for keys every ten minutes; for keys at once, at most every half
    minute, when a token names one that is not known.
    """

    def __init__(self, issuer: Issuer, monotonic: Callable[[], float]) -> None:
        self._issuer = issuer
        self._monotonic = monotonic
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, Mapping[str, SigningKey]] | None = None

    async def metadata(self) -> Metadata:
        """As it is now, or was within the hour. Raises `Away`."""
        known = self._metadata
        if known is None or self._monotonic() - known[0] > _METADATA_FOR_S:
            read = await self._issuer.get(self._issuer.name.rstrip("/") + _WELL_KNOWN)
            known = self._metadata = (self._monotonic(), self._checked(read))
        return known[1]

    async def key(self, key_id: str | None) -> SigningKey | None:
        """The key of that name, or the only one there is where a token names none. Raises `Away`."""
        read_at, keys = await self._known_keys()
        found = _found(keys, key_id)
        age = self._monotonic() - read_at
        if found is None and age > _KEYS_AGAIN_AFTER_S:
            self._keys = None
            _, keys = await self._known_keys()
            found = _found(keys, key_id)
        return found

    async def _known_keys(self) -> tuple[float, Mapping[str, SigningKey]]:
        known = self._keys
        if known is None or self._monotonic() - known[0] > _KEYS_FOR_S:
            read = await self._issuer.get((await self.metadata()).jwks_uri)
            known = self._keys = (self._monotonic(), _keys_of(read.get("keys")))
        return known

    def _checked(self, read: Mapping[str, Any]) -> Metadata:
        if read.get("issuer") != self._issuer.name:
            raise Away
        endpoints = [read.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        offered = read.get("id_token_signing_alg_values_supported")
        algorithms = tuple(each for each in ALGORITHMS if isinstance(offered, list) and each in offered)
        places = [place for place in endpoints if isinstance(place, str) and self._issuer.is_its_own(place)]
        if len(places) != len(endpoints) or not algorithms:
            raise Away
        authorization, token, keys = places
        names_itself = read.get("authorization_response_iss_parameter_supported") is True
        return Metadata(authorization, token, keys, algorithms, names_itself)


def _found(keys: Mapping[str, SigningKey], key_id: str | None) -> SigningKey | None:
    if key_id is not None:
        return keys.get(key_id)
    return next(iter(keys.values())) if len(keys) == 1 else None


def _keys_of(written: object) -> Mapping[str, SigningKey]:
    """The keys that sign; one that cannot be read, is secret or too small is left out."""
    keys: dict[str, SigningKey] = {}
    for each in written if isinstance(written, Sequence) else ():
        if not isinstance(each, dict) or each.get("use", "sig") != "sig":
            continue
        public = {name: value for name, value in each.items() if name not in ("d", "p", "q", "k")}
        try:
            key = KeySet.import_key_set({"keys": [public]}).keys[0]
        except (JoseError, ValueError, TypeError, KeyError):
            continue
        is_small = isinstance(key, RSAKey) and key.public_key.key_size < _SMALLEST_RSA
        if isinstance(key, RSAKey | ECKey) and not is_small:
            keys[str(each.get("kid", ""))] = key
    return keys
