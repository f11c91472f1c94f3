"""A customer identifies at a SAML provider, in the middle of a chat (R039, R043; trust.md U07, U17, U18).

The provider's page posts its answer from a site of its own: no cookie of ours comes with it, so it is kept
for the one step in which the cookie does.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
import pytest_asyncio

from server_stub.bootstrap.wiring import WallClock
from server_stub.records import tables
from server_stub.routes.identification import SAML_METADATA, SAML_RETURN
from tests.server_stub.routes.test_identification import head_and_person, talking
from tests.support.doors_room import ORIGIN, Customer, DoorsRoom, a_doors_room
from tests.support.identifying import back, leave, reopened
from tests.support.saml_hostile import ATTACKER, HOSTILE, Make
from tests.support.saml_idp import OURS, SamlIdp, Told, asked

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ELSEWHERE = {"Origin": "https://tunnistus.esimerkki.fi", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture(scope="module")
def idp(tmp_path_factory: pytest.TempPathFactory) -> SamlIdp:
    return SamlIdp(tmp_path_factory.mktemp("idp"))


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path, idp: SamlIdp) -> AsyncIterator[DoorsRoom]:
    keys = tmp_path / "keys"
    keys.mkdir()
    async with a_doors_room(tmp_path, *idp.settings(keys), template=template) as made:
        # Responses are of today, and so is the room.
        made.clock.now = WallClock().millis()
        yield made


async def left(customer: Customer, idp: SamlIdp, **changes: object) -> tuple[Told, str]:
    """She is at the provider: what it would say of her, and the key of ours that it gives back."""
    request = asked(await leave(customer), ours=idp.ours)
    assert request.consumer == f"{ORIGIN}{SAML_RETURN}"
    now = datetime.fromtimestamp(WallClock().millis() // 1000, UTC)
    return Told(now, request.request, **changes), request.relay_state  # type: ignore[arg-type]


async def post(room: DoorsRoom, response: str, relay_state: str) -> httpx.Response:
    """The provider's page posts it: from its own site, and without a cookie of ours."""
    body = urlencode({"SAMLResponse": response, "RelayState": relay_state})
    return await room.browser().post(SAML_RETURN, content=body, headers={**FORM, **ELSEWHERE})


async def brought_back(
    room: DoorsRoom, customer: Customer, idp: SamlIdp, **changes: object
) -> httpx.Response:
    """An honest way there and back."""
    told, relay_state = await left(customer, idp, **changes)
    answer = await post(room, idp.answer(told), relay_state)
    assert answer.status_code == 303, answer.text
    assert "Set-Cookie" not in answer.headers
    return await back(customer, answer.headers["Location"])


@pytest.mark.asyncio
async def test_she_identifies_and_the_same_conversation_goes_on(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, headers = await talking(room)
    answer = await brought_back(room, customer, idp)
    assert answer.headers["Location"] == "/?service=neuvonta"
    view = (await reopened(customer))["conversation"]
    assert isinstance(view, dict)
    assert (view["conversation_id"], view["state"]) == (customer.conversation_id, "held")
    assert view["identity"] == "identified"
    _, person = await head_and_person(room, headers)
    assert isinstance(person, dict)
    assert (person["name"], person["has_identity_code"]) == ("Aino Esimerkki", True)
    assert (await customer.command("WriteMessage", text="Tässä olen")).status_code == 200


@pytest.mark.asyncio
@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
async def test_a_hostile_response_identifies_nobody_and_the_chat_is_kept(
    room: DoorsRoom, idp: SamlIdp, make: Make
) -> None:
    customer, headers = await talking(room)
    told, relay_state = await left(customer, idp)
    answer = await post(room, make(idp, told), relay_state)
    if answer.status_code == 413:
        # Larger than any request may be: the gate has not read it, and she may still come back.
        assert make.__name__ == "too_large"
    else:
        assert answer.status_code == 303
        assert answer.headers["Location"] == "/?service=neuvonta#identification=refused"
    assert "Set-Cookie" not in answer.headers
    assert (await customer.command("WriteMessage", text="Jatketaan")).status_code == 200
    head, person = await head_and_person(room, headers)
    assert (head["identity"], person) == ("anonymous", None)


@pytest.mark.asyncio
async def test_one_who_turns_back_there_keeps_her_chat(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    answer = await post(room, idp.turned_back(told), relay_state)
    assert answer.headers["Location"] == "/?service=neuvonta#identification=declined"
    assert (await customer.command("WriteMessage", text="Jatketaan")).status_code == 200


# ------------------------------------------------------------------ whose browser


@pytest.mark.asyncio
@pytest.mark.parametrize("has_a_session", [False, True])
async def test_what_arrived_binds_no_other_browser(
    room: DoorsRoom, idp: SamlIdp, has_a_session: bool
) -> None:
    customer, headers = await talking(room)
    told, relay_state = await left(customer, idp)
    arrived = (await post(room, idp.answer(told), relay_state)).headers["Location"]
    other = await room.waiting() if has_a_session else Customer(room.browser())
    answer = await back(other, arrived)
    assert answer.headers["Location"] == "/#identification=other_browser"
    assert "Set-Cookie" not in answer.headers
    # And she whose it was cannot be led there afterwards either: it was good once.
    assert (await back(customer, arrived)).headers["Location"] == "/#identification=expired"
    head, person = await head_and_person(room, headers)
    assert (head["identity"], person) == ("anonymous", None)


@pytest.mark.asyncio
async def test_a_response_is_good_once(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    response = idp.answer(told)
    await back(customer, (await post(room, response, relay_state)).headers["Location"])
    assert (await post(room, response, relay_state)).headers["Location"] == "/#identification=expired"


@pytest.mark.asyncio
async def test_an_assertion_that_was_used_is_good_under_no_other_request(
    room: DoorsRoom, idp: SamlIdp
) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    response = idp.answer(told, inner=idp.encrypted(idp.assertion(told, name="_sama")))
    await back(customer, (await post(room, response, relay_state)).headers["Location"])
    other, _ = await talking(room)
    told, relay_state = await left(other, idp)
    again = idp.answer(told, inner=idp.encrypted(idp.assertion(told, name="_sama")))
    answer = await back(other, (await post(room, again, relay_state)).headers["Location"])
    assert answer.headers["Location"].endswith("#identification=refused")


@pytest.mark.asyncio
async def test_a_response_under_the_key_of_another_way_identifies_nobody(
    room: DoorsRoom, idp: SamlIdp
) -> None:
    customer, _ = await talking(room)
    _, relay_state = await left(customer, idp)
    other, _ = await talking(room)
    told, _ = await left(other, idp, person=ATTACKER)
    answer = await post(room, idp.answer(told), relay_state)
    assert answer.headers["Location"].endswith("#identification=refused")


@pytest.mark.asyncio
@pytest.mark.parametrize("relay_state", ["", "https://paha.example/", "//paha.example", "x" * 200])
async def test_no_address_comes_out_of_what_is_given_back(
    room: DoorsRoom, idp: SamlIdp, relay_state: str
) -> None:
    customer, _ = await talking(room)
    told, _ = await left(customer, idp)
    answer = await post(room, idp.answer(told), relay_state)
    assert answer.headers["Location"] == "/#identification=expired"


@pytest.mark.asyncio
async def test_what_arrived_is_good_for_a_minute_and_sealed_until_then(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    arrived = (await post(room, idp.answer(told), relay_state)).headers["Location"]
    with room.database.reading() as connection:
        rows = connection.execute(tables.pending_identifications.select()).all()
    assert len(rows) == 1
    assert "010190" not in repr(rows)
    assert "Aino" not in repr(rows)
    room.clock.advance(seconds=61)
    assert (await back(customer, arrived)).headers["Location"] == "/#identification=expired"


@pytest.mark.asyncio
async def test_a_way_is_good_for_ten_minutes(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    room.clock.advance(seconds=601)
    answer = await post(room, idp.answer(told), relay_state)
    assert answer.headers["Location"] == "/#identification=expired"


# ------------------------------------------------------------------ the gate


@pytest.mark.asyncio
async def test_only_where_a_provider_posts_is_a_form_taken(room: DoorsRoom) -> None:
    form = await room.browser().post("/api/v1/customer/session", content="a=b", headers={**FORM, **ELSEWHERE})
    assert form.status_code == 415
    json = await room.browser().post(SAML_RETURN, json={}, headers=ELSEWHERE)
    assert json.status_code == 415
    files = await room.browser().post(SAML_RETURN, files={"SAMLResponse": b"x"}, headers=ELSEWHERE)
    assert files.status_code == 415
    assert (await room.browser().get(SAML_RETURN)).status_code == 405


@pytest.mark.asyncio
async def test_parts_that_come_twice_or_by_the_hundred_are_none(room: DoorsRoom, idp: SamlIdp) -> None:
    customer, _ = await talking(room)
    told, relay_state = await left(customer, idp)
    honest = urlencode({"SAMLResponse": idp.answer(told), "RelayState": relay_state})
    for body in (f"{honest}&RelayState=x", honest + "&a=b" * 100):
        answer = await room.browser().post(SAML_RETURN, content=body, headers=FORM)
        assert answer.headers["Location"] == "/#identification=expired"
    answer = await room.browser().post(SAML_RETURN, content=f"{honest}&SAMLResponse=x", headers=FORM)
    assert answer.headers["Location"].endswith("#identification=refused")


@pytest.mark.asyncio
async def test_our_metadata_is_there_for_the_provider(room: DoorsRoom, idp: SamlIdp) -> None:
    answer = await room.browser().get(SAML_METADATA)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == "application/samlmetadata+xml"
    assert f'entityID="{OURS}"' in answer.text
    assert f"{ORIGIN}{SAML_RETURN}" in answer.text
    assert idp.ours.body[:60] in answer.text.replace("\n", "")


@pytest.mark.asyncio
async def test_without_a_saml_provider_there_is_none_of_it(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, template=template) as alone:
        assert (await alone.browser().get(SAML_METADATA)).status_code == 404
        assert (await post(alone, "x", "x")).status_code == 404
        arrived = await alone.browser().get("/api/v1/customer/identification/arrived?state=x")
        assert arrived.status_code == 404
