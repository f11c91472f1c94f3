"""openid_provider: An OpenID Connect provider behind the port of identification (RFC 6749, 7636, 9207).

begin ─► browser ─► provider ─► browser, with code and state ─► complete: code, verifier ─► ID token
"""

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from server_stub.helpline.identification_values import Level
from server_stub.helpline.values import Millis
from server_stub.identity.openid.fetching import Away, Issuer, Refused, refusal_of
from server_stub.identity.openid.id_tokens import NotBelieved, claims_of
from server_stub.identity.openid.metadata import KnownIssuer
from server_stub.identity.openid.openid_setting import OpenIdSetting
from server_stub.identity.provider import Assertion, Begun, Refusal, Vouched
from server_stub.ports import Alarm

LEVELS: Final[Mapping[str, Level]] = MappingProxyType(
    {
        "http://ftn.ficora.fi/2017/loa2": Level.SUBSTANTIAL,
        "http://ftn.ficora.fi/2017/loa3": Level.HIGH,
        "http://eidas.europa.eu/LoA/substantial": Level.SUBSTANTIAL,
        "http://eidas.europa.eu/LoA/high": Level.HIGH,
    }
)
"""The strong levels as the Finnish trust network and eIDAS call them; anything else identifies nobody."""
IDENTITY_CODE: Final = "urn:oid:1.2.246.21"
GIVEN_NAMES: Final = "urn:oid:1.2.246.575.1.14"
FAMILY_NAME: Final = "urn:oid:2.5.4.4"
ON_BEHALF_OF: Final = "on_behalf_of"
_LONGEST: Final = 2_048


class OpenIdProvider:
    """Keeps the port `IdentityProvider`."""

    def __init__(
        self,
        setting: OpenIdSetting,
        *,
        redirect_uri: str,
        now: Callable[[], Millis],
        monotonic: Callable[[], float],
        alarm: Alarm,
    ) -> None:
        """`redirect_uri` is where the browser comes back to: a path of ours, as the provider knows it."""
        self._setting = setting
        self._redirect_uri = redirect_uri
        self._now = now
        self._alarm = alarm
        self._issuer = Issuer(setting.issuer)
        self._known = KnownIssuer(self._issuer, monotonic)

    @property
    def provider_id(self) -> str:
        """Its issuer."""
        return self._setting.issuer

    async def begin(self, *, state: str, language: str) -> Begun | Refusal:
        """The address of the provider's own sign-in, with a verifier and a nonce for this way alone."""
        verifier, nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(32)
        try:
            metadata = await self._known.metadata()
        except Away:
            self._alarm("identity_provider_away")
            return Refusal.UNAVAILABLE
        asked = {
            "response_type": "code",
            "client_id": self._setting.client_id,
            "redirect_uri": self._redirect_uri,
            "scope": "openid profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
            "acr_values": " ".join(LEVELS),
            "ui_locales": language,
            # Whoever sits at a shared computer proves that it is she, whoever sat there before.
            "prompt": "login",
        }
        joint = "&" if urlsplit(metadata.authorization_endpoint).query else "?"
        url = f"{metadata.authorization_endpoint}{joint}{urlencode(asked)}"
        return Begun(url, {"verifier": verifier, "nonce": nonce})

    async def complete(self, answer: Mapping[str, str], remembered: Mapping[str, str]) -> Assertion | Refusal:
        """Trade the code for a token, and believe the token only as far as it can be checked."""
        if answer.get("iss", self._setting.issuer) != self._setting.issuer:
            return self._refused("answer_iss")
        if "error" in answer:
            is_hers = answer["error"] in ("access_denied", "interaction_required", "login_required")
            return Refusal.DECLINED if is_hers else self._refused("answer_error")
        code = answer.get("code", "")
        if not 0 < len(code) <= _LONGEST:
            return self._refused("code")
        try:
            return self._assertion(
                await self._token(code, remembered, is_named="iss" in answer), self._setting.issuer
            )
        except NotBelieved as error:
            return self._refused(error.why)
        except (Away, Refused) as error:
            self._alarm("identity_provider_away" if isinstance(error, Away) else "identification_refused")
            return refusal_of(error)

    def metadata(self) -> None:
        """None: an OpenID Connect provider is told of us by hand."""

    async def close(self) -> None:
        """Give the connections back."""
        await self._issuer.close()

    async def _token(self, code: str, remembered: Mapping[str, str], *, is_named: bool) -> Mapping[str, Any]:
        metadata = await self._known.metadata()
        if metadata.names_itself and not is_named:
            raise NotBelieved("answer_iss")
        setting = self._setting
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect_uri,
            "code_verifier": remembered["verifier"],
        }
        auth = (setting.client_id, setting.client_secret) if setting.client_secret is not None else None
        if auth is None:
            form["client_id"] = setting.client_id
        answer = await self._issuer.post(metadata.token_endpoint, form, auth=auth)
        return await claims_of(
            answer.get("id_token"),
            self._known,
            issuer=setting.issuer,
            client_id=setting.client_id,
            nonce=remembered["nonce"],
            now_s=self._now() // 1000,
        )

    def _refused(self, why: str) -> Refusal:
        self._alarm("identification_refused", why=why)
        return Refusal.REFUSED

    def _assertion(self, claims: Mapping[str, Any], issuer: str) -> Assertion:
        level = LEVELS.get(str(claims.get("acr")))
        if level is None:
            raise NotBelieved("acr")
        behalf = claims.get(ON_BEHALF_OF)
        represented = _vouched(behalf, str(behalf.get("sub", ""))) if isinstance(behalf, dict) else None
        mandate = behalf.get("mandate") if isinstance(behalf, dict) else None
        if represented is not None and not isinstance(mandate, str):
            raise NotBelieved("mandate")
        return Assertion(
            issuer=issuer,
            person=_vouched(claims, str(claims["sub"])),
            level=level,
            # The nonce is ours and good once, so the token is: its own id would add nothing.
            assertion_id=str(claims["nonce"]),
            valid_until=int(claims["exp"]) * 1000,
            on_behalf_of=represented,
            mandate=mandate if represented is not None else None,
        )


def _vouched(claims: Mapping[str, Any], subject: str) -> Vouched:
    given = _text(claims, GIVEN_NAMES) or _text(claims, "given_name")
    family = _text(claims, FAMILY_NAME) or _text(claims, "family_name")
    name = " ".join(part for part in (given, family) if part) or _text(claims, "name")
    code = _text(claims, IDENTITY_CODE)
    if not name or (not code and not subject):
        raise NotBelieved("name")
    return Vouched(name=name, subject=subject, identity_code=code or None)


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise NotBelieved(name)
    return value.strip()


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
