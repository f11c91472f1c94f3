"""What an issuer says is believed only as far as it can be checked (decision 40; trust.md U21)."""

import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio

from server_stub.identity.openid.openid_provider import OpenIdProvider
from server_stub.identity.openid.openid_setting import OpenIdSetting
from server_stub.identity.provider import Assertion, Begun, Refusal
from tests.support.doors_room import Events
from tests.support.hostile_issuer import HostileIssuer, a_hostile_issuer, a_key

NOW_S = 1_800_000_000
OTHER = a_key("first")
LATER = a_key("later")


class Room:
    """One adapter before one issuer; `complete` goes all the way with the claims as they are changed."""

    def __init__(self, issuer: HostileIssuer) -> None:
        self.issuer = issuer
        self.seconds = 0.0
        self.events = Events()
        self.provider = OpenIdProvider(
            OpenIdSetting(issuer.issuer, "vuoro", "salaisuus"),
            redirect_uri="http://127.0.0.1/back",
            now=lambda: NOW_S * 1000,
            monotonic=lambda: self.seconds,
            alarm=self.events,
        )

    async def begin(self) -> Begun:
        begun = await self.provider.begin(state="tila", language="fi")
        assert isinstance(begun, Begun), begun
        return begun

    async def complete(
        self, make: Callable[[HostileIssuer, dict[str, Any]], object] | None = None, **claims: object
    ) -> Assertion | Refusal:
        begun = await self.begin()
        written = self.issuer.claims(begun.remembered["nonce"], NOW_S, **claims)
        written = {name: value for name, value in written.items() if value is not None}
        self.issuer.gives(make(self.issuer, written) if make else self.issuer.token(written))
        return await self.provider.complete({"code": "koodi", "state": "tila"}, begun.remembered)


@pytest.fixture
def issuer() -> Iterator[HostileIssuer]:
    with a_hostile_issuer() as made:
        yield made


@pytest_asyncio.fixture
async def room(issuer: HostileIssuer) -> AsyncIterator[Room]:
    made = Room(issuer)
    yield made
    await made.provider.close()


@pytest.mark.asyncio
async def test_an_honest_token_is_believed(room: Room) -> None:
    assertion = await room.complete()
    assert isinstance(assertion, Assertion)
    assert (assertion.person.name, assertion.person.subject) == ("Aino Esimerkki", "aino")
    assert "Aino" not in repr(assertion)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("why", "claims"),
    [
        ("iss", {"iss": "https://paha.example"}),
        ("aud", {"aud": "joku-muu"}),
        ("aud", {"aud": ["joku-muu"]}),
        ("azp", {"aud": ["vuoro", "joku-muu"]}),
        ("azp", {"azp": "joku-muu"}),
        ("sub", {"sub": None}),
        ("sub", {"sub": "x" * 256}),
        ("exp", {"exp": NOW_S - 60}),
        ("times", {"exp": None}),
        ("times", {"exp": str(NOW_S + 300)}),
        ("times", {"iat": True}),
        ("iat", {"iat": NOW_S + 600}),
        ("iat", {"iat": NOW_S - 3_600}),
        ("iat", {"nbf": NOW_S + 600}),
        ("nonce", {"nonce": "toinen"}),
        ("nonce", {"nonce": None}),
        ("acr", {"acr": None}),
        ("acr", {"acr": "http://eidas.europa.eu/LoA/low"}),
        ("name", {"name": None}),
        ("name", {"name": ["Aino"]}),
        ("mandate", {"on_behalf_of": {"name": "Onni", "sub": "onni"}}),
    ],
)
async def test_a_claim_that_is_not_right_identifies_nobody(
    room: Room, why: str, claims: dict[str, Any]
) -> None:
    assert await room.complete(**claims) is Refusal.REFUSED
    assert room.events.named("identification_refused") == [{"why": why}]


def part(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unsigned(algorithm: str, claims: dict[str, Any]) -> str:
    header = {"alg": algorithm, "kid": "first"}
    return f"{part(json.dumps(header).encode())}.{part(json.dumps(claims).encode())}"


def without_a_signature(issuer: HostileIssuer, claims: dict[str, Any]) -> str:
    return f"{unsigned('none', claims)}."


def by_the_public_key_as_a_secret(issuer: HostileIssuer, claims: dict[str, Any]) -> str:
    text = unsigned("HS256", claims)
    return f"{text}.{part(hmac.digest(issuer.key.as_pem(private=False), text.encode(), 'sha256'))}"


def by_a_key_it_brings_along(issuer: HostileIssuer, claims: dict[str, Any]) -> str:
    return issuer.token(claims, key=OTHER, header={"jwk": OTHER.as_dict(private=False)})


def with_another_name_put_in(issuer: HostileIssuer, claims: dict[str, Any]) -> str:
    head, _, signature = issuer.token(claims).split(".")
    changed = json.dumps({**claims, "name": "Onni Esimerkki"}).encode()
    return f"{head}.{part(changed)}.{signature}"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "make",
    [
        without_a_signature,
        by_the_public_key_as_a_secret,
        by_a_key_it_brings_along,
        with_another_name_put_in,
        lambda issuer, claims: issuer.token(claims, key=OTHER),
        lambda issuer, claims: issuer.token(claims, header={"crit": ["kid"]}),
        lambda issuer, claims: issuer.token(claims, header={"kid": "toinen"}),
        lambda issuer, claims: issuer.token(claims) + "x" * 20_000,
        lambda issuer, claims: "a.b",
        lambda issuer, claims: None,
        lambda issuer, claims: {"id_token": "x"},
    ],
)
async def test_a_token_that_is_not_the_issuers_own_identifies_nobody(
    room: Room, make: Callable[[HostileIssuer, dict[str, Any]], object]
) -> None:
    assert await room.complete(make) is Refusal.REFUSED


@pytest.mark.asyncio
async def test_a_new_key_is_asked_for_once_and_an_unknown_one_not_again_and_again(room: Room) -> None:
    await room.complete()
    room.issuer.signs_with(LATER)

    def by_the_new_one(issuer: HostileIssuer, claims: dict[str, Any]) -> str:
        return issuer.token(claims, key=LATER)

    assert await room.complete(by_the_new_one) is Refusal.REFUSED
    assert room.issuer.asked.count("/jwks") == 1
    room.seconds += 31
    assert isinstance(await room.complete(by_the_new_one), Assertion)
    assert room.issuer.asked.count("/jwks") == 2


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "other",
    [
        {"issuer": "https://paha.example"},
        {"token_endpoint": "https://paha.example/token"},
        {"jwks_uri": "http://169.254.169.254/latest"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": None},
        {"id_token_signing_alg_values_supported": ["none", "HS256", "RS1"]},
    ],
)
async def test_an_issuer_that_points_elsewhere_is_not_asked(room: Room, other: dict[str, object]) -> None:
    room.issuer.says_of_itself(**other)
    assert await room.provider.begin(state="tila", language="fi") is Refusal.UNAVAILABLE


@pytest.mark.asyncio
@pytest.mark.parametrize("body", [b"", b"[]", b"<html>", b"\xff", b"[" * 100_000, b'{"a":"' + b"x" * 300_000])
async def test_an_answer_that_cannot_be_read_is_no_answer(room: Room, body: bytes) -> None:
    room.issuer.answer("/.well-known/openid-configuration", body)
    assert await room.provider.begin(state="tila", language="fi") is Refusal.UNAVAILABLE


@pytest.mark.asyncio
async def test_no_redirect_is_followed(room: Room) -> None:
    begun = await room.begin()
    room.issuer.answer("/token", b"", status=302, Location=f"{room.issuer.issuer}/elsewhere")
    assert await room.provider.complete({"code": "koodi"}, begun.remembered) is Refusal.UNAVAILABLE
    assert "/elsewhere" not in room.issuer.asked


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ({"error": "access_denied"}, Refusal.DECLINED),
        ({"error": "server_error"}, Refusal.REFUSED),
        ({"code": "koodi", "iss": "https://paha.example"}, Refusal.REFUSED),
        ({"code": ""}, Refusal.REFUSED),
        ({"code": "x" * 5_000}, Refusal.REFUSED),
        ({}, Refusal.REFUSED),
    ],
)
async def test_what_the_browser_brings_is_looked_at_first(
    room: Room, answer: dict[str, str], refusal: Refusal
) -> None:
    begun = await room.begin()
    assert await room.provider.complete(answer, begun.remembered) is refusal
    assert "/token" not in room.issuer.asked


@pytest.mark.asyncio
async def test_an_issuer_that_names_itself_must_do_so(room: Room) -> None:
    room.issuer.says_of_itself(authorization_response_iss_parameter_supported=True)
    assert await room.complete() is Refusal.REFUSED
    assert room.events.named("identification_refused") == [{"why": "answer_iss"}]


@pytest.mark.asyncio
async def test_a_code_the_issuer_does_not_know_identifies_nobody(room: Room) -> None:
    begun = await room.begin()
    room.issuer.answer("/token", {"error": "invalid_grant"}, status=400)
    assert await room.provider.complete({"code": "koodi"}, begun.remembered) is Refusal.REFUSED
