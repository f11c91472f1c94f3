"""response_shape: What a response must look like before a signature in it is worth looking at.

A signature that holds says that some element is the provider's, not that it is the one that is read: wrapping
attacks (XSW) move the signed one aside and put another where it stood. So there is exactly one shape that is
read at all, and in it there is no aside:

    Response (ID) ─┬─ Issuer
                   ├─ Signature ── one Reference to that very ID
                   ├─ Status
                   └─ EncryptedAssertion ── EncryptedData, and no assertion in the clear anywhere
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

LARGEST: Final = 48 * 1024
_SAMLP: Final = "{urn:oasis:names:tc:SAML:2.0:protocol}"
_SAML: Final = "{urn:oasis:names:tc:SAML:2.0:assertion}"
_DS: Final = "{http://www.w3.org/2000/09/xmldsig#}"
_XENC: Final = "{http://www.w3.org/2001/04/xmlenc#}"
_CHILDREN: Final = (
    f"{_SAML}Issuer",
    f"{_DS}Signature",
    f"{_SAMLP}Status",
    f"{_SAML}EncryptedAssertion",
)
SIGNATURES: Final = frozenset(
    {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    }
)
_DIGESTS: Final = frozenset(
    {
        "http://www.w3.org/2001/04/xmlenc#sha256",
        "http://www.w3.org/2001/04/xmldsig-more#sha384",
        "http://www.w3.org/2001/04/xmlenc#sha512",
    }
)
_CANONICAL: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
_TRANSFORMS: Final = ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", _CANONICAL]
_CIPHERS: Final = frozenset(
    {
        *(f"http://www.w3.org/2001/04/xmlenc#aes{bits}-cbc" for bits in (128, 192, 256)),
        *(f"http://www.w3.org/2009/xmlenc11#aes{bits}-gcm" for bits in (128, 192, 256)),
    }
)
_KEY_CIPHERS: Final = frozenset(
    {"http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", "http://www.w3.org/2009/xmlenc11#rsa-oaep"}
)


class Misshapen(Exception):
    """It has another shape; `why` is a word for the event log, never content."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Parser(DefusedXMLParser):  # type: ignore[misc]
    """No document type, no entity, nothing from elsewhere; comments and instructions are not passed over."""

    def __init__(self) -> None:
        super().__init__(forbid_dtd=True, forbid_entities=True, forbid_external=True)
        self.parser.CommentHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse

    def _refuse(self, *_: str) -> None:
        raise Misshapen("comment")


def root_of(written: bytes) -> Element:
    """The response's root element. Raises `Misshapen`."""
    if len(written) > LARGEST:
        raise Misshapen("size")
    parser = _Parser()
    try:
        parser.feed(written)
        root: Element = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Misshapen("xml") from None
    return root


def check_shape(root: Element) -> None:
    """Exactly the one shape that is read. Raises `Misshapen`."""
    if root.tag != f"{_SAMLP}Response":
        raise Misshapen("root")
    if [child.tag for child in root] != list(_CHILDREN):
        raise Misshapen("children")
    identifier = root.get("ID", "")
    named = [value for each in root.iter() for value in _ids(each)]
    if not identifier or len(named) != len(set(named)):
        raise Misshapen("ids")
    _check_signature(root[1], identifier)
    if [each.tag for each in root.iter()].count(f"{_DS}Signature") != 1:
        raise Misshapen("signatures")
    _check_encrypted(root[3])


def _ids(element: Element) -> Iterator[str]:
    return (value for name, value in element.attrib.items() if name.rpartition("}")[2].lower() == "id")


def _check_signature(signature: Element, identifier: str) -> None:
    info = _only(signature, f"{_DS}SignedInfo", "signature")
    if _algorithm(info, f"{_DS}CanonicalizationMethod") != _CANONICAL:
        raise Misshapen("canonical")
    if _algorithm(info, f"{_DS}SignatureMethod") not in SIGNATURES:
        raise Misshapen("algorithm")
    reference = _only(info, f"{_DS}Reference", "reference")
    if reference.get("URI") != f"#{identifier}":
        raise Misshapen("reference")
    transforms = [each.get("Algorithm") for each in _only(reference, f"{_DS}Transforms", "transforms")]
    if transforms != _TRANSFORMS:
        raise Misshapen("transforms")
    if _algorithm(reference, f"{_DS}DigestMethod") not in _DIGESTS:
        raise Misshapen("algorithm")
    if signature.find(f"{_DS}Object") is not None:
        raise Misshapen("object")


def _check_encrypted(wrapper: Element) -> None:
    data = _only(wrapper, f"{_XENC}EncryptedData", "encrypted")
    if _algorithm(data, f"{_XENC}EncryptionMethod") not in _CIPHERS:
        raise Misshapen("cipher")
    keys = list(wrapper.iter(f"{_XENC}EncryptedKey"))
    if len(keys) != 1 or _algorithm(keys[0], f"{_XENC}EncryptionMethod") not in _KEY_CIPHERS:
        raise Misshapen("cipher")
    if next(wrapper.iter(f"{_XENC}CipherReference"), None) is not None:
        raise Misshapen("cipher")
    if next(wrapper.iter(f"{_SAML}Assertion"), None) is not None:
        raise Misshapen("clear")


def _algorithm(element: Element, name: str) -> str:
    return _only(element, name, "algorithm").get("Algorithm", "")


def _only(element: Element, name: str, why: str) -> Element:
    found = element.findall(name)
    if len(found) != 1:
        raise Misshapen(why)
    return found[0]
