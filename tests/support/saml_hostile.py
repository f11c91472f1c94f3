"""Hostile SAML responses, for tests that none of them identifies anybody (trust.md U17).

XSW1–8 are those of Somorovsky and others, "On Breaking SAML" (2012): the signed element is kept somewhere and
another stands where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.support.saml_idp import ENTITY, SHA1, SamlIdp, Told, posted

Make = Callable[[SamlIdp, Told], str]
ATTACKER = {"urn:oid:1.2.246.21": "020285-9981", "urn:oid:1.2.246.575.1.14": "Onni", "urn:oid:2.5.4.4": "Muu"}


# ------------------------------------------------------------------ signatures


def unsigned(idp: SamlIdp, told: Told) -> str:
    return posted(re.sub(r"<ds:Signature>.*</ds:Signature>", "", idp.response(told), flags=re.S))


def signature_left_empty(idp: SamlIdp, told: Told) -> str:
    return posted(idp.response(told))


def by_another_key(idp: SamlIdp, told: Told) -> str:
    return posted(idp.signed(idp.response(told), by=idp.strange))


def by_another_key_it_brings_along(idp: SamlIdp, told: Told) -> str:
    response = idp.response(told).replace(idp.own.body, idp.strange.body)
    return posted(idp.signed(response, by=idp.strange))


def with_sha1(idp: SamlIdp, told: Told) -> str:
    return posted(idp.signed(idp.response(told, algorithms=SHA1)))


def with_a_shared_secret(idp: SamlIdp, told: Told) -> str:
    hmac = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"
    return posted(idp.signed(idp.response(told)).replace(idp_rsa(), hmac))


def idp_rsa() -> str:
    return "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"


def with_no_algorithm(idp: SamlIdp, told: Told) -> str:
    return posted(idp.signed(idp.response(told)).replace(idp_rsa(), "none"))


def changed_after_signing(idp: SamlIdp, told: Told) -> str:
    other = Told(told.now, told.request, person=ATTACKER)
    signed, mine = idp.signed(idp.response(told)), idp.encrypted(idp.assertion(other))
    return posted(re.sub(r"<saml:EncryptedAssertion>.*</saml:EncryptedAssertion>", mine, signed, flags=re.S))


def with_another_transform(idp: SamlIdp, told: Told) -> str:
    exclusive = '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
    path = '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>'
    return posted(idp.signed(idp.response(told)).replace(exclusive, path))


# ------------------------------------------------------------------ encryption


def in_the_clear(idp: SamlIdp, told: Told) -> str:
    return idp.answer(told, inner=idp.assertion(told))


def in_the_clear_beside_the_encrypted(idp: SamlIdp, told: Told) -> str:
    mine = idp.assertion(Told(told.now, told.request, person=ATTACKER))
    return idp.answer(told, inner=idp.encrypted(idp.assertion(told)) + mine)


def two_encrypted(idp: SamlIdp, told: Told) -> str:
    return idp.answer(told, inner=idp.encrypted(idp.assertion(told)) * 2)


def with_a_weak_cipher(idp: SamlIdp, told: Told) -> str:
    return idp.answer(
        told,
        inner=idp.encrypted(idp.assertion(told), cipher="http://www.w3.org/2001/04/xmlenc#tripledes-cbc"),
    )


def encrypted_for_somebody_else(idp: SamlIdp, told: Told) -> str:
    inner = idp.encrypted(idp.assertion(told))
    return idp.answer(told, inner=re.sub(r"(<xenc:CipherValue>)....", r"\1AAAA", inner, count=1))


# ------------------------------------------------------------------ wrapping: XSW1–8


def parts(idp: SamlIdp, told: Told) -> tuple[str, str, str]:
    """A signed response, its signature, and another response of the attacker's with room for it."""
    signed = idp.signed(idp.response(told))
    signature = re.search(r"<ds:Signature>.*</ds:Signature>", signed, flags=re.S)
    assert signature is not None
    evil = idp.response(Told(told.now, told.request, person=ATTACKER))
    evil = re.sub(r"<ds:Signature>.*?</ds:Signature>", "", evil, flags=re.S)
    return bare(signed), signature[0], evil


def bare(response: str) -> str:
    return re.sub(r"<\?xml[^>]*\?>\s*", "", response)


def xsw1(idp: SamlIdp, told: Told) -> str:
    """The signature in the evil response, and the good one inside the signature."""
    good, signature, evil = parts(idp, told)
    inside = signature.replace("</ds:Signature>", good.replace(signature, "") + "</ds:Signature>")
    return posted(evil.replace("<samlp:Status>", f"{inside}<samlp:Status>"))


def xsw2(idp: SamlIdp, told: Told) -> str:
    """The good response, detached, before its signature in the evil one."""
    good, signature, evil = parts(idp, told)
    return posted(evil.replace("<samlp:Status>", f"{good.replace(signature, '')}{signature}<samlp:Status>"))


def xsw3(idp: SamlIdp, told: Told) -> str:
    """An evil assertion before the good one, as a sibling."""
    good, _, _ = parts(idp, told)
    mine = idp.encrypted(idp.assertion(Told(told.now, told.request, person=ATTACKER)))
    return posted(good.replace("<saml:EncryptedAssertion>", f"{mine}<saml:EncryptedAssertion>", 1))


def xsw4(idp: SamlIdp, told: Told) -> str:
    """The good assertion as a child of the evil one."""
    good, _, _ = parts(idp, told)
    mine = idp.assertion(Told(told.now, told.request, person=ATTACKER))
    inner = re.search(r"<saml:EncryptedAssertion>.*</saml:EncryptedAssertion>", good, flags=re.S)
    assert inner is not None
    wrapped = mine.replace("</saml:Assertion>", f"{inner[0]}</saml:Assertion>")
    return posted(good.replace(inner[0], wrapped))


def xsw5(idp: SamlIdp, told: Told) -> str:
    """The evil assertion carries the signature; the good one stands at the end."""
    good, signature, evil = parts(idp, told)
    mine = evil.replace("<samlp:Status>", f"{signature}<samlp:Status>")
    return posted(mine.replace("</samlp:Response>", f"{good.replace(signature, '')}</samlp:Response>"))


def xsw6(idp: SamlIdp, told: Told) -> str:
    """The good response inside the signature, in an Object."""
    good, signature, evil = parts(idp, told)
    kept = f"<ds:Object>{good.replace(signature, '')}</ds:Object></ds:Signature>"
    inside = signature.replace("</ds:Signature>", kept)
    return posted(evil.replace("<samlp:Status>", f"{inside}<samlp:Status>"))


def xsw7(idp: SamlIdp, told: Told) -> str:
    """The evil assertion in Extensions, where anything may stand."""
    good, _, _ = parts(idp, told)
    mine = idp.assertion(Told(told.now, told.request, person=ATTACKER))
    extensions = f"<samlp:Extensions>{mine}</samlp:Extensions><samlp:Status>"
    return posted(good.replace("<samlp:Status>", extensions))


def xsw8(idp: SamlIdp, told: Told) -> str:
    """The good response in Extensions of the evil one, which carries its id."""
    good, signature, evil = parts(idp, told)
    name = good.split(' ID="', 1)[1].split('"', 1)[0]
    evil = re.sub(r' ID="[^"]*"', f' ID="{name}"', evil, count=1)
    kept = f"{signature}<samlp:Extensions>{good.replace(signature, '')}</samlp:Extensions><samlp:Status>"
    return posted(evil.replace("<samlp:Status>", kept))


# ------------------------------------------------------------------ XML


def with_a_comment_in_the_name(idp: SamlIdp, told: Told) -> str:
    return posted(
        bare(idp.signed(idp.response(told))).replace("<saml:Issuer>https", "<saml:Issuer>https<!--x-->")
    )


def with_an_external_entity(idp: SamlIdp, told: Told) -> str:
    kind = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return posted(kind + bare(idp.signed(idp.response(told))).replace(ENTITY, "&x;", 1))


def with_entities_that_grow(idp: SamlIdp, told: Told) -> str:
    kind = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;&x;">]>'
    return posted(kind + bare(idp.signed(idp.response(told))))


def with_an_instruction(idp: SamlIdp, told: Told) -> str:
    return posted(bare(idp.signed(idp.response(told))).replace("<samlp:Status>", "<?x y?><samlp:Status>"))


def no_base64(idp: SamlIdp, told: Told) -> str:
    return "<samlp:Response/>"


def no_xml(idp: SamlIdp, told: Told) -> str:
    return posted("\x00<")


def too_large(idp: SamlIdp, told: Told) -> str:
    return posted(bare(idp.signed(idp.response(told))) + " " * 60_000)


def nothing(idp: SamlIdp, told: Told) -> str:
    return ""


HOSTILE: list[Make] = [
    *(unsigned, signature_left_empty, by_another_key, by_another_key_it_brings_along, with_sha1),
    *(with_a_shared_secret, with_no_algorithm, changed_after_signing, with_another_transform),
    *(in_the_clear, in_the_clear_beside_the_encrypted, two_encrypted, with_a_weak_cipher),
    encrypted_for_somebody_else,
    *(xsw1, xsw2, xsw3, xsw4, xsw5, xsw6, xsw7, xsw8),
    *(with_a_comment_in_the_name, with_an_external_entity, with_entities_that_grow, with_an_instruction),
    *(no_base64, no_xml, too_large, nothing),
]
