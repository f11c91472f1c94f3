"""What a SAML provider vouches for is believed, and nothing that only looks like it (R043; trust.md U17)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from server_stub.bootstrap.identifying import provider
from server_stub.bootstrap.opening import Refused
from server_stub.bootstrap.wiring import WallClock
from server_stub.identity.provider import Assertion, Begun, Refusal
from server_stub.identity.saml.saml_provider import SamlProvider
from server_stub.identity.saml.saml_setting import SamlSetting
from server_stub.settings.identification_settings import IdentificationSetting
from tests.support.doors_room import Events
from tests.support.saml_hostile import HOSTILE, Make
from tests.support.saml_idp import CONSUMER, ENTITY, OURS, SamlIdp, Told


class Room:
    """One adapter before one provider."""

    def __init__(self, idp: SamlIdp) -> None:
        self.idp = idp
        self.events = Events()
        self.now = datetime.fromtimestamp(WallClock().millis() // 1000, UTC)
        setting = SamlSetting(idp.metadata, ENTITY, OURS, idp.ours.key, idp.ours.certificate)
        self.provider = SamlProvider(
            setting,
            consumer_url=CONSUMER,
            now=lambda: round(self.now.timestamp() * 1000),
            alarm=self.events,
        )

    async def begun(self) -> Begun:
        begun = await self.provider.begin(state="tila", language="fi")
        assert isinstance(begun, Begun), begun
        return begun

    async def told(self, **changes: object) -> tuple[Told, Begun]:
        begun = await self.begun()
        return Told(self.now, begun.remembered["request"], **changes), begun  # type: ignore[arg-type]

    async def complete(self, make: Make, **changes: object) -> Assertion | Refusal:
        told, begun = await self.told(**changes)
        answer = {"SAMLResponse": make(self.idp, told), "RelayState": "tila"}
        return await self.provider.complete(answer, begun.remembered)


@pytest.fixture(scope="module")
def idp(tmp_path_factory: pytest.TempPathFactory) -> SamlIdp:
    return SamlIdp(tmp_path_factory.mktemp("idp"))


@pytest_asyncio.fixture
async def room(idp: SamlIdp) -> Room:
    return Room(idp)


def honest(idp: SamlIdp, told: Told) -> str:
    return idp.answer(told)


@pytest.mark.asyncio
async def test_an_honest_response_names_her(room: Room) -> None:
    assertion = await room.complete(honest)
    assert isinstance(assertion, Assertion), room.events.lines
    assert (assertion.person.name, assertion.person.identity_code) == ("Aino Esimerkki", "010190-999W")
    assert assertion.issuer == ENTITY


@pytest.mark.asyncio
async def test_the_request_is_signed_and_names_only_the_key_of_ours(room: Room) -> None:
    url = (await room.begun()).redirect_url
    assert url.startswith("https://tunnistus.esimerkki.fi/sso?")
    assert "Signature=" in url
    assert "RelayState=tila" in url


@pytest.mark.asyncio
async def test_one_of_another_country_is_known_by_her_own_identifier(room: Room) -> None:
    eidas = "http://eidas.europa.eu/attributes/naturalperson"
    person = {
        f"{eidas}/PersonIdentifier": "SE/FI/1",
        f"{eidas}/CurrentGivenName": "Erik",
        f"{eidas}/CurrentFamilyName": "Exempel",
    }
    assertion = await room.complete(honest, person=person)
    assert isinstance(assertion, Assertion), room.events.lines
    assert (assertion.person.name, assertion.person.identity_code) == ("Erik Exempel", None)
    assert assertion.person.subject == "SE/FI/1"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://paha.example/idp"},
        {"audience": "https://joku-muu.example"},
        {"recipient": "https://joku-muu.example/acs"},
        {"destination": "https://joku-muu.example/acs"},
        {"in_response_to": "_joku-muu"},
        {"for_s": -120},
        {"from_s": 600},
        {"level": "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"},
        {"person": {"urn:oid:2.5.4.4": "Esimerkki"}},
        {"person": {"urn:oid:1.2.246.21": "010190-999W"}},
        {"status": "urn:oasis:names:tc:SAML:2.0:status:Responder"},
    ],
    ids=lambda changes: next(iter(changes)),
)
async def test_what_is_not_for_us_now_identifies_nobody(room: Room, changes: dict[str, object]) -> None:
    assert await room.complete(honest, **changes) is Refusal.REFUSED
    assert len(room.events.named("identification_refused")) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
async def test_a_hostile_response_identifies_nobody_and_is_written_nowhere(
    room: Room, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    assert await room.complete(make) is Refusal.REFUSED
    assert [each.message for each in caplog.records if each.name.startswith("saml2")] == []
    (told,) = room.events.named("identification_refused")
    assert "Esimerkki" not in str(told)


@pytest.mark.asyncio
async def test_an_answer_to_another_request_identifies_nobody(room: Room) -> None:
    told, _ = await room.told()
    later = await room.begun()
    answer = {"SAMLResponse": room.idp.answer(told)}
    assert await room.provider.complete(answer, later.remembered) is Refusal.REFUSED


@pytest.mark.asyncio
async def test_one_who_turns_back_is_told_so(room: Room) -> None:
    assert await room.complete(SamlIdp.turned_back) is Refusal.DECLINED


def test_our_metadata_says_where_responses_go_and_never_our_key(room: Room, idp: SamlIdp) -> None:
    written = room.provider.metadata().decode()
    assert CONSUMER in written
    assert idp.ours.body[:60] in written.replace("\n", "")
    assert "PRIVATE" not in written
    assert Path(idp.ours.key).read_text(encoding="ascii").splitlines()[1] not in written


# ------------------------------------------------------------------ at the start


def test_without_the_programme_that_checks_signatures_nothing_is_started(
    idp: SamlIdp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refused, match="apt install xmlsec1"):
        started(idp)


@pytest.mark.parametrize("lost", ["metadata_file", "key_file", "certificate_file"])
def test_a_file_that_is_not_what_it_should_be_is_refused_at_the_start(
    idp: SamlIdp, tmp_path: Path, lost: str
) -> None:
    other = tmp_path / "other"
    other.write_text("jotain muuta", encoding="utf-8")
    with pytest.raises(Refused, match="could not be set up"):
        started(idp, {lost: other})


def started(idp: SamlIdp, files: Mapping[str, Path] | None = None) -> None:
    given = {
        "metadata_file": idp.metadata,
        "key_file": idp.ours.key,
        "certificate_file": idp.ours.certificate,
    }
    setting = SamlSetting(provider_id=ENTITY, entity_id=OURS, **{**given, **(files or {})})
    provider(
        IdentificationSetting(setting, Path("unused.key")),
        origin="http://127.0.0.1:8765",
        now=WallClock().millis,
        monotonic=lambda: 0.0,
        alarm=Events(),
    )
