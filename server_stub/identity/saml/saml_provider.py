"""saml_provider: A SAML 2.0 provider behind the port of identification, as Suomi.fi is one (trust.md U17).

    begin: signed AuthnRequest ─► provider ─► browser posts the response ─► shape ─► signature, audience,
    recipient, InResponseTo, times (pysaml2, xmlsec1) ─► level, person

RelayState is a key of ours and nothing else: no address ever comes out of it.
"""

import asyncio
import base64
import binascii
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import create_metadata_string
from saml2.response import StatusError
from saml2.saml import NAMEID_FORMAT_TRANSIENT
from saml2.sigver import SigverError
from saml2.xmldsig import SIG_RSA_SHA256

from server_stub.helpline.identification_values import Level
from server_stub.helpline.values import Millis
from server_stub.identity.openid.openid_provider import FAMILY_NAME, GIVEN_NAMES, IDENTITY_CODE, LEVELS
from server_stub.identity.provider import Assertion, Begun, Refusal, Vouched
from server_stub.identity.saml.response_shape import LARGEST, Misshapen, check_shape, root_of
from server_stub.identity.saml.saml_setting import SamlSetting
from server_stub.ports import Alarm

_DISPLAY_NAME: Final = "urn:oid:2.16.840.1.113730.3.1.241"
_PERSON_IDENTIFIER: Final = "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier"
_EIDAS_GIVEN: Final = "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName"
_EIDAS_FAMILY: Final = "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName"
_LEEWAY_S: Final = 30
_LONGEST: Final = 2_048

# It writes whole responses into its log, and who somebody is stands in no log of ours.
logging.getLogger("saml2").setLevel(logging.CRITICAL + 1)


class SamlProvider:
    """Keeps the port `IdentityProvider`. xmlsec1 is a programme of its own: it runs off the loop."""

    def __init__(
        self,
        setting: SamlSetting,
        *,
        consumer_url: str,
        now: Callable[[], Millis],
        alarm: Alarm,
        xmlsec: str = "/usr/bin/xmlsec1",
    ) -> None:
        """`consumer_url` is where browsers post responses to. Raises what pysaml2 raises for bad files."""
        self._setting = setting
        self._consumer_url = consumer_url
        self._now = now
        self._alarm = alarm
        self._config = _config(setting, consumer_url, xmlsec)
        # Read once now, so that a bad key or file is refused at the start and not by the first customer.
        self._client()

    @property
    def provider_id(self) -> str:
        """Its entity id."""
        return self._setting.provider_id

    def metadata(self) -> bytes:
        """Ours, for the provider: who we are, where responses go, our certificate."""
        written = create_metadata_string(None, config=self._config, sign=False)
        return written if isinstance(written, bytes) else str(written).encode()

    async def begin(self, *, state: str, language: str) -> Begun | Refusal:
        """A signed request for a strong level, which remembers its own id."""
        request_id, info = await asyncio.to_thread(
            self._client().prepare_for_authenticate,
            entityid=self.provider_id,
            relay_state=state,
            binding=BINDING_HTTP_REDIRECT,
            sign=True,
            sigalg=SIG_RSA_SHA256,
            force_authn="true",
            requested_authn_context={"authn_context_class_ref": list(LEVELS), "comparison": "exact"},
        )
        return Begun(dict(info["headers"])["Location"], {"request": request_id})

    async def complete(self, answer: Mapping[str, str], remembered: Mapping[str, str]) -> Assertion | Refusal:
        """Who came back, by a response to that very request."""
        request_id = remembered["request"]
        try:
            written = _decoded(answer.get("SAMLResponse", ""))
            root = root_of(written)
            if root.get("InResponseTo") != request_id or root.get("Destination") != self._consumer_url:
                raise Misshapen("destination")
            if _turned_back(root):
                # It signs nobody in, so it needs no more than to be an answer to this request.
                return Refusal.DECLINED
            check_shape(root)
            response = await asyncio.to_thread(self._verified, written, request_id)
            return self._assertion(response, request_id)
        except Misshapen as error:
            return self._refused(error.why)
        except StatusError:
            return self._refused("status")
        except (SigverError, AssertionError, ValueError, KeyError, TypeError, AttributeError, IndexError):
            return self._refused("signature")
        except Exception as error:
            # pysaml2 raises bare Exceptions for what it will not have: whatever it is, nobody is identified.
            return self._refused(type(error).__name__)

    async def close(self) -> None:
        """There is nothing open."""

    def _client(self) -> Saml2Client:
        """One for each step: it remembers everybody it has seen, and is not made for two threads at once."""
        return Saml2Client(config=self._config)

    def _verified(self, written: bytes, request_id: str) -> Any:  # noqa: ANN401
        response = self._client().parse_authn_request_response(
            base64.b64encode(written).decode(), BINDING_HTTP_POST, outstanding={request_id: "/"}
        )
        if response is None:
            raise Misshapen("nothing")
        return response

    def _assertion(self, response: Any, request_id: str) -> Assertion:  # noqa: ANN401
        """All that pysaml2 has looked at, looked at once more in the one assertion that is read."""
        assertion = response.assertion
        if response.response.encrypted_assertion is None or len(response.assertions) != 1:
            raise Misshapen("assertions")
        if assertion.issuer.text != self.provider_id or response.response.issuer.text != self.provider_id:
            raise Misshapen("issuer")
        conditions = assertion.conditions
        audiences = [each.text for one in conditions.audience_restriction for each in one.audience]
        if audiences != [self._setting.entity_id]:
            raise Misshapen("audience")
        (confirmation,) = assertion.subject.subject_confirmation
        data = confirmation.subject_confirmation_data
        if data.recipient != self._consumer_url:
            raise Misshapen("recipient")
        if data.in_response_to != request_id:
            raise Misshapen("in_response_to")
        until = min(_moment(data.not_on_or_after), _moment(conditions.not_on_or_after))
        now_s = self._now() / 1000
        if until.timestamp() + _LEEWAY_S <= now_s:
            raise Misshapen("expired")
        if conditions.not_before and _moment(conditions.not_before).timestamp() - _LEEWAY_S > now_s:
            raise Misshapen("not_before")
        (statement,) = assertion.authn_statement
        level = LEVELS.get(statement.authn_context.authn_context_class_ref.text)
        if level is None:
            raise Misshapen("level")
        return self._vouched(assertion, level, until)

    def _vouched(self, assertion: Any, level: Level, until: datetime) -> Assertion:  # noqa: ANN401
        (statement,) = assertion.attribute_statement
        told = {each.name: _value(each) for each in statement.attribute}
        given = told.get(GIVEN_NAMES) or told.get(_EIDAS_GIVEN, "")
        family = told.get(FAMILY_NAME) or told.get(_EIDAS_FAMILY, "")
        name = " ".join(part for part in (given, family) if part) or told.get(_DISPLAY_NAME, "")
        code, foreign = told.get(IDENTITY_CODE) or None, told.get(_PERSON_IDENTIFIER, "")
        # A transient name is another at every sign-in: nobody is known again by it.
        if not name or not (code or foreign):
            raise Misshapen("person")
        return Assertion(
            issuer=self.provider_id,
            person=Vouched(name=name, subject=foreign, identity_code=code),
            level=level,
            assertion_id=assertion.id,
            valid_until=round(until.timestamp() * 1000),
        )

    def _refused(self, why: str) -> Refusal:
        self._alarm("identification_refused", why=why)
        return Refusal.REFUSED


def _decoded(posted: str) -> bytes:
    if not 0 < len(posted) <= LARGEST * 2:
        raise Misshapen("size")
    try:
        # Some providers break their lines after every 76 letters.
        return base64.b64decode("".join(posted.split()), validate=True)
    except (binascii.Error, ValueError):
        raise Misshapen("base64") from None


def _turned_back(root: Any) -> bool:  # noqa: ANN401
    """Whether the provider says that she cancelled, and brings nobody along."""
    codes = [
        each.get("Value", "").rpartition(":")[2] for each in root.iter() if each.tag.endswith("}StatusCode")
    ]
    brings = any(each.tag.endswith("Assertion") for each in root.iter())
    return not brings and bool(codes) and codes[-1] in ("AuthnFailed", "RequestDenied")


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _value(attribute: Any) -> str:  # noqa: ANN401
    values = [each.text or "" for each in attribute.attribute_value]
    if len(values) != 1 or len(values[0]) > _LONGEST:
        raise Misshapen("attribute")
    return values[0].strip()


def _config(setting: SamlSetting, consumer_url: str, xmlsec: str) -> SPConfig:
    key, certificate = str(setting.key_file), str(setting.certificate_file)
    return SPConfig().load(
        {
            "entityid": setting.entity_id,
            "xmlsec_binary": xmlsec,
            "key_file": key,
            "cert_file": certificate,
            "encryption_keypairs": [{"key_file": key, "cert_file": certificate}],
            "metadata": {"local": [str(setting.metadata_file)]},
            "allow_unknown_attributes": True,
            "accepted_time_diff": _LEEWAY_S,
            "service": {
                "sp": {
                    "endpoints": {"assertion_consumer_service": [(consumer_url, BINDING_HTTP_POST)]},
                    "authn_requests_signed": True,
                    "want_response_signed": True,
                    "want_assertions_signed": False,
                    "allow_unsolicited": False,
                    "name_id_format": [NAMEID_FORMAT_TRANSIENT],
                }
            },
        }
    )
