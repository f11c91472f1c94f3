"""What is kept of an identity: a digest that says nothing without the key, and a seal (29 §)."""

import pytest

from server_stub.helpline.identification_values import Level
from server_stub.identity.person_keys import PersonKeys, SealBroken, plain_name
from server_stub.identity.provider import Assertion, Vouched

KEY, ANOTHER = b"k" * 32, b"a" * 32
CODE = "010190-999W"


def an_assertion(*, issuer: str = "https://yksi", subject: str = "s", code: str | None = CODE) -> Assertion:
    return Assertion(issuer, Vouched("Aino Esimerkki", subject, code), Level.HIGH, "x", 0)


def key_of(assertion: Assertion, key: bytes = KEY) -> str:
    return PersonKeys(key).verified(assertion).person.person_key


def test_one_with_a_code_is_the_same_at_every_provider():
    other = an_assertion(issuer="https://toinen", subject="t")
    assert key_of(an_assertion()) == key_of(other)
    assert key_of(an_assertion()) != key_of(an_assertion(code="020285-9981"))


def test_one_without_a_code_is_whom_that_issuer_calls_so():
    mine = an_assertion(code=None)
    assert key_of(mine) == key_of(an_assertion(code=None))
    assert key_of(mine) != key_of(an_assertion(code=None, issuer="https://toinen"))
    assert key_of(mine) != key_of(an_assertion(code=None, subject="t"))


def test_without_the_key_nobody_can_tell_whose_it_is():
    assert key_of(an_assertion()) != key_of(an_assertion(), ANOTHER)
    assert PersonKeys(KEY).fingerprint != PersonKeys(ANOTHER).fingerprint


def test_a_seal_opens_with_its_key_alone_and_never_looks_the_same():
    keys = PersonKeys(KEY)
    one, other = keys.sealed(CODE), keys.sealed(CODE)
    assert one != other
    assert keys.opened(one) == keys.opened(other) == CODE
    assert CODE.encode() not in one
    with pytest.raises(SealBroken):
        PersonKeys(ANOTHER).opened(one)
    with pytest.raises(SealBroken):
        keys.opened(one[:-1] + bytes([one[-1] ^ 1]))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Aino Esimerkki", "Aino Esimerkki"),
        ("  Aino\n\tEsimerkki ", "Aino Esimerkki"),
        ("Aino\u202e ikkremisE", "Aino ikkremisE"),
        ("Åsa\x00Ö", "Åsa Ö"),
        ("<b>Aino</b>", "<b>Aino</b>"),
        ("A" * 500, "A" * 120),
    ],
)
def test_a_name_is_one_plain_line(name: str, plain: str):
    assert plain_name(name) == plain


def test_nothing_of_a_person_is_told_by_its_repr():
    person = PersonKeys(KEY).verified(an_assertion())
    assert "Aino" not in repr(person)
    assert CODE not in repr(person)
