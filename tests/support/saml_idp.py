"""A SAML 2.0 identity provider for tests, honest or hostile: it writes and signs what it is told to.

Responses are put together by hand, so that a test can put anything anywhere: shapes that a library would
never write are the ones that matter. Signatures are made by xmlsec1, which is what checks them too.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID
from saml2.sigver import CryptoBackendXmlSec1, import_rsa_key_from_file

ENTITY = "https://tunnistus.esimerkki.fi/idp"
OURS = "https://neuvonta.esimerkki.fi/vuoro"
CONSUMER = "http://127.0.0.1:8765/api/v1/customer/identification/saml"
LEVEL = "http://ftn.ficora.fi/2017/loa2"
PERSON = {
    "urn:oid:1.2.246.21": "010190-999W",
    "urn:oid:1.2.246.575.1.14": "Aino",
    "urn:oid:2.5.4.4": "Esimerkki",
}
SHA256 = ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")
SHA1 = ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1")
GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
NAMES = (
    'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" '
    'xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"'
)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A private key and its certificate, as files."""

    key: Path
    certificate: Path

    @property
    def body(self) -> str:
        """The certificate, as metadata holds it."""
        lines = self.certificate.read_text(encoding="ascii").splitlines()
        return "".join(line for line in lines if "-----" not in line)


def a_key_pair(folder: Path, name: str) -> KeyPair:
    """A new one."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    made = KeyPair(folder / f"{name}.key", folder / f"{name}.crt")
    made.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    made.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return made


@dataclass
class Told:
    """What an assertion says; a test changes what it lies about."""

    now: datetime
    request: str
    issuer: str = ENTITY
    audience: str = OURS
    recipient: str = CONSUMER
    destination: str = CONSUMER
    in_response_to: str | None = None
    level: str = LEVEL
    from_s: int = -10
    for_s: int = 300
    person: dict[str, str] = field(default_factory=lambda: dict(PERSON))
    status: str = "urn:oasis:names:tc:SAML:2.0:status:Success"

    def stamp(self, offset_s: int = 0) -> str:
        return (self.now + timedelta(seconds=offset_s)).strftime("%Y-%m-%dT%H:%M:%SZ")


class SamlIdp:
    """Keys and metadata of the provider, and of us as it knows us."""

    def __init__(self, folder: Path, *, sign_on: str = "https://tunnistus.esimerkki.fi/sso") -> None:
        """`sign_on` is where browsers come to it; files are put into `folder`."""
        self.own = a_key_pair(folder, "idp")
        self.strange = a_key_pair(folder, "strange")
        self.ours = a_key_pair(folder, "vuoro")
        self.metadata = folder / "idp.xml"
        self.metadata.write_text(
            f'<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{ENTITY}">'
            '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
            '<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
            f"<ds:X509Data><ds:X509Certificate>{self.own.body}</ds:X509Certificate></ds:X509Data>"
            "</ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService "
            'Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" '
            f'Location="{sign_on}"/></md:IDPSSODescriptor></md:EntityDescriptor>',
            encoding="utf-8",
        )
        self._xmlsec = CryptoBackendXmlSec1("/usr/bin/xmlsec1")

    def settings(self, folder: Path) -> tuple[str, ...]:
        """What a backend is told of it; the key of people goes into `folder`."""
        self.ours.key.chmod(0o600)
        return (
            f"identification.saml_metadata_file={self.metadata}",
            f"identification.saml_provider_id={ENTITY}",
            f"identification.saml_entity_id={OURS}",
            f"identification.saml_key_file={self.ours.key}",
            f"identification.saml_certificate_file={self.ours.certificate}",
            f"identification.key_file={folder / 'identities.key'}",
        )

    def assertion(self, told: Told, *, name: str | None = None) -> str:
        """In the clear."""
        values = "".join(
            f'<saml:Attribute Name="{key}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">'
            f"<saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>"
            for key, value in told.person.items()
        )
        answers = told.in_response_to if told.in_response_to is not None else told.request
        return (
            f'<saml:Assertion {NAMES} ID="{name or _id()}" Version="2.0" IssueInstant="{told.stamp()}">'
            f"<saml:Issuer>{told.issuer}</saml:Issuer><saml:Subject>"
            '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">x</saml:NameID>'
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
            f'<saml:SubjectConfirmationData InResponseTo="{answers}" Recipient="{told.recipient}" '
            f'NotOnOrAfter="{told.stamp(told.for_s)}"/></saml:SubjectConfirmation></saml:Subject>'
            f'<saml:Conditions NotBefore="{told.stamp(told.from_s)}" NotOnOrAfter="{told.stamp(told.for_s)}">'
            f"<saml:AudienceRestriction><saml:Audience>{told.audience}</saml:Audience>"
            "</saml:AudienceRestriction></saml:Conditions>"
            f'<saml:AuthnStatement AuthnInstant="{told.stamp()}" SessionIndex="s1"><saml:AuthnContext>'
            f"<saml:AuthnContextClassRef>{told.level}</saml:AuthnContextClassRef></saml:AuthnContext>"
            f"</saml:AuthnStatement><saml:AttributeStatement>{values}</saml:AttributeStatement>"
            "</saml:Assertion>"
        )

    def encrypted(self, assertion: str, *, cipher: str = GCM) -> str:
        """For us alone: AES-256-GCM under a key that is wrapped with our public one."""
        session, nonce = os.urandom(32), os.urandom(12)
        body = nonce + AESGCM(session).encrypt(nonce, assertion.encode(), None)
        public = x509.load_pem_x509_certificate(self.ours.certificate.read_bytes()).public_key()
        assert isinstance(public, rsa.RSAPublicKey)
        # SHA-1 is the one that RSA-OAEP of XML encryption means where it names none.
        oaep = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None)  # noqa: S303
        wrapped = public.encrypt(session, oaep)
        return (
            '<saml:EncryptedAssertion><xenc:EncryptedData Type="http://www.w3.org/2001/04/xmlenc#Element">'
            f'<xenc:EncryptionMethod Algorithm="{cipher}"/><ds:KeyInfo><xenc:EncryptedKey>'
            '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>'
            f"<xenc:CipherData><xenc:CipherValue>{_text(wrapped)}</xenc:CipherValue></xenc:CipherData>"
            "</xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData>"
            f"<xenc:CipherValue>{_text(body)}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"
            "</saml:EncryptedAssertion>"
        )

    def response(
        self,
        told: Told,
        inner: str | None = None,
        *,
        name: str | None = None,
        algorithms: tuple[str, str] = SHA256,
        reference: str | None = None,
    ) -> str:
        """Unsigned, with the place for a signature; `inner` is the encrypted assertion unless said."""
        called = name or _id()
        body = self.encrypted(self.assertion(told)) if inner is None else inner
        answers = told.in_response_to if told.in_response_to is not None else told.request
        return (
            f'<samlp:Response {NAMES} ID="{called}" Version="2.0" IssueInstant="{told.stamp()}" '
            f'Destination="{told.destination}" InResponseTo="{answers}">'
            f"<saml:Issuer>{told.issuer}</saml:Issuer>"
            f"{_template(reference or called, algorithms, self.own.body)}"
            f'<samlp:Status><samlp:StatusCode Value="{told.status}"/></samlp:Status>{body}</samlp:Response>'
        )

    def signed(
        self,
        unsigned: str,
        *,
        by: KeyPair | None = None,
        element: str = "protocol:Response",
        name: str | None = None,
    ) -> str:
        """xmlsec1 fills the place for a signature."""
        space = "urn:oasis:names:tc:SAML:2.0:" + element
        identifier = name or unsigned.split(' ID="', 1)[1].split('"', 1)[0]
        pair = by or self.own
        return str(self._xmlsec.sign_statement(unsigned, space, str(pair.key), identifier))

    def answer(self, told: Told, **how: Any) -> str:
        """An honest response, as it is posted."""
        return posted(self.signed(self.response(told, **how)))

    def turned_back(self, told: Told) -> str:
        """She cancelled: no assertion, and a status that says so."""
        body = self.response(told, inner="").replace(
            f'<samlp:StatusCode Value="{told.status}"/>',
            '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder">'
            '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>',
        )
        return posted(self.signed(body))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the browser brings from us: the request's id, where the answer goes, and the key of ours."""

    request: str
    consumer: str
    relay_state: str


def asked(url: str, *, ours: KeyPair) -> Asked:
    """Of a redirect to the provider; its signature must be ours."""
    query = dict(parse_qsl(urlsplit(url).query))
    certificate = import_rsa_key_from_file(str(ours.key)).public_key()
    signed, _, signature = urlsplit(url).query.partition("&Signature=")
    certificate.verify(
        base64.b64decode(unquote(signature)), signed.encode(), padding.PKCS1v15(), hashes.SHA256()
    )
    request = zlib.decompress(base64.b64decode(query["SAMLRequest"]), -15).decode()
    found = {name: re.search(f' {name}="([^"]+)"', request) for name in ("ID", "AssertionConsumerServiceURL")}
    identifier, consumer = found["ID"], found["AssertionConsumerServiceURL"]
    assert identifier is not None, request
    assert consumer is not None, request
    return Asked(identifier[1], consumer[1], query["RelayState"])


def posted(response: str) -> str:
    """As a form holds it."""
    return base64.b64encode(response.encode()).decode()


def _template(reference: str, algorithms: tuple[str, str], certificate: str) -> str:
    signature, digest = algorithms
    return (
        "<ds:Signature><ds:SignedInfo>"
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
        f'<ds:SignatureMethod Algorithm="{signature}"/><ds:Reference URI="#{reference}"><ds:Transforms>'
        '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>'
        '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>'
        f'<ds:DigestMethod Algorithm="{digest}"/><ds:DigestValue/></ds:Reference></ds:SignedInfo>'
        "<ds:SignatureValue/><ds:KeyInfo><ds:X509Data>"
        f"<ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
    )


def _id() -> str:
    return f"_{secrets.token_hex(16)}"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
