"""A customer identifies at a real OpenID Connect provider, in the middle of a chat or before one.

R039, R042–R044, R077; trust.md U07, U18, U19. The provider is a process of its own (tests/support).
"""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import pytest
import pytest_asyncio

from server_stub.bootstrap.wiring import WallClock
from server_stub.records import tables
from server_stub.routes.identification import OPENID_RETURN
from tests.support.doors_room import ORIGIN, Customer, DoorsRoom, a_doors_room
from tests.support.identifying import at_the_provider, back, identified, leave, reopened
from tests.support.openid_provider import (
    AINO,
    BEHALF,
    ERIK,
    ONNI,
    WEAK,
    RunningProvider,
    an_openid_provider,
)

Headers = dict[str, str]


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with an_openid_provider() as running:
        yield running


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path, provider: RunningProvider) -> AsyncIterator[DoorsRoom]:
    keys = tmp_path / "keys"
    keys.mkdir()
    async with a_doors_room(tmp_path, *provider.settings(keys), template=template) as made:
        # The provider's tokens are of today, and so is the room.
        made.clock.now = WallClock().millis()
        yield made


async def talking(room: DoorsRoom) -> tuple[Customer, Headers]:
    """A customer who is answered, and her counsellor's headers."""
    headers = await room.bearer(room.account())
    customer = await room.waiting("Numeroni on 040 123 4567")
    await room.claimed(customer, headers)
    return customer, headers


async def staff_snapshot(room: DoorsRoom, headers: Headers) -> dict[str, object]:
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    found: dict[str, object] = answer.json()
    return found


async def head_and_person(room: DoorsRoom, headers: Headers) -> tuple[dict[str, object], object]:
    snapshot = await staff_snapshot(room, headers)
    heads, windows = snapshot["heads"], snapshot["windows"]
    assert isinstance(heads, list)
    assert isinstance(windows, list)
    return heads[0], windows[0]["person"]


async def ask(room: DoorsRoom, customer: Customer, headers: Headers) -> None:
    answer = await room.staff_command(
        headers, "AskIdentification", conversation_id=customer.conversation_id, responsibility_version=2
    )
    assert answer.status_code == 200, answer.text


@pytest.mark.asyncio
async def test_one_who_is_asked_identifies_and_the_same_conversation_goes_on(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await ask(room, customer, headers)
    view = (await reopened(customer))["conversation"]
    assert isinstance(view, dict)
    assert view["identification"]["asked_at"] is not None
    answer = await identified(customer, AINO)
    assert answer.headers["Location"] == "/?service=neuvonta"
    view = (await reopened(customer))["conversation"]
    assert isinstance(view, dict)
    assert (view["conversation_id"], view["state"]) == (customer.conversation_id, "held")
    assert view["identity"] == "identified"
    assert view["identification"] == {
        "asked_at": None,
        "declined_at": None,
        "after_seq": 1,
        "earlier_lines": "undecided",
    }
    assert "Esimerkki" not in json.dumps(view)
    head, person = await head_and_person(room, headers)
    assert head["identity"] == "identified"
    assert isinstance(person, dict)
    assert (person["name"], person["level"]) == ("Aino Esimerkki", "substantial")
    assert person["has_identity_code"] is True


@pytest.mark.asyncio
async def test_masking_stops_from_that_line_on(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    await identified(customer, AINO)
    answer = await customer.command("WriteMessage", text="Numeroni on 040 123 4567")
    assert answer.status_code == 200, answer.text
    assert (answer.json()["text"], answer.json()["masked"]) == ("Numeroni on 040 123 4567", [])
    messages = (await reopened(customer))["messages"]
    assert isinstance(messages, list)
    assert [each["text"] for each in messages] == ["Numeroni on █████", "Numeroni on 040 123 4567"]


@pytest.mark.asyncio
@pytest.mark.parametrize(("joins", "kept"), [(True, "joined"), (False, "apart")])
async def test_her_earlier_lines_join_her_record_only_if_she_says_so(
    room: DoorsRoom, joins: bool, kept: str
) -> None:
    customer, headers = await talking(room)
    await identified(customer, AINO)
    answer = await customer.command("DecideEarlierLines", are_joined=joins)
    assert answer.status_code == 200, answer.text
    head, _ = await head_and_person(room, headers)
    assert isinstance(head["identification"], dict)
    assert head["identification"]["earlier_lines"] == kept


@pytest.mark.asyncio
async def test_whoever_it_moves_to_sees_nothing_from_before_until_she_lets_it_join(room: DoorsRoom) -> None:
    """Decision 40: in snapshot, stream, older pages, head, notes and what can be attached; and all after."""
    line, before = "SIIRTO_SENIORI_INFO_CHAT", ("Numeroni on", "Ennen tunnistautumista")
    other = await room.bearer(room.account(queues=(line,)))
    customer, headers = await talking(room)
    about = {"conversation_id": customer.conversation_id, "responsibility_version": 2}
    await room.staff_command(headers, "WriteNote", text=before[1], **about)
    await identified(customer, AINO)
    own = json.dumps(await staff_snapshot(room, headers))
    assert all(words in own for words in before), "who talked with her reads on as before"
    since = (await staff_snapshot(room, other))["cursor"]
    moved = await room.staff_command(
        headers, "TransferConversation", queue_id=line, internal_message="", passed_on_to=None, **about
    )
    assert moved.status_code == 200, moved.text
    await room.claimed(customer, other)
    messages = f"/api/v1/staff/conversations/{customer.conversation_id}/messages"

    async def all_she_is_given() -> str:
        told = await room.browser().get(f"/api/v1/staff/facts?after={since}&wait=0", headers=other)
        older = await room.browser().get(f"{messages}?limit=50", headers=other)
        return told.text + older.text + json.dumps(await staff_snapshot(room, other), ensure_ascii=False)

    assert not [words for words in before if words in await all_she_is_given()]
    page = (await room.browser().get(f"{messages}?limit=50", headers=other)).json()
    assert page == {"messages": [], "first_seq": 2}
    asked = await room.staff_command(
        other,
        "OpenConsultation",
        queue_id="KONSULTAATIO_NEUVONTA",
        urgency="non_urgent",
        subject="Asia",
        text="Miten?",
        conversation_id=customer.conversation_id,
        attached_seqs=[1],
        is_identity_allowed=False,
    )
    assert asked.json()["problem"]["code"] == "not_found"
    assert (await customer.command("WriteMessage", text="Tästä eteenpäin")).status_code == 200
    given = await all_she_is_given()
    assert "Tästä eteenpäin" in given
    assert not [words for words in before if words in given]
    own_messages = (await reopened(customer))["messages"]
    assert isinstance(own_messages, list)
    assert len(own_messages) == 2, "the customer's own page keeps all of it"
    assert (await customer.command("DecideEarlierLines", are_joined=True)).status_code == 200
    snapshot = json.dumps(await staff_snapshot(room, other))
    assert all(words in snapshot for words in before)
    given = await all_she_is_given()
    assert all(words in given for words in before)


@pytest.mark.asyncio
async def test_one_who_declines_goes_on_anonymously(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await ask(room, customer, headers)
    assert (await customer.command("DeclineIdentification")).status_code == 200
    assert (await customer.command("WriteMessage", text="Jatketaan nimettömänä")).status_code == 200
    head, person = await head_and_person(room, headers)
    assert (head["identity"], person) == ("anonymous", None)


@pytest.mark.asyncio
async def test_one_who_turns_back_at_the_provider_keeps_her_chat(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    answer = await back(customer, await at_the_provider(await leave(customer), None))
    assert answer.headers["Location"] == "/?service=neuvonta#identification=declined"
    assert "Set-Cookie" not in answer.headers
    assert (await customer.command("WriteMessage", text="Jatketaan")).status_code == 200
    head, _ = await head_and_person(room, headers)
    assert head["identity"] == "anonymous"


@pytest.mark.asyncio
async def test_one_who_identifies_first_opens_an_identified_conversation(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    customer = await room.session()
    await identified(customer, AINO)
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()
    assert entry["can_identify"] is True
    service = entry["services"][0]
    opened = await customer.command(
        "OpenConversation",
        service_id=service["service_id"],
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="Numeroni on 040 123 4567",
        notice_version=service["notice"]["notice_version"],
    )
    assert opened.json()["text"] == "Numeroni on 040 123 4567"
    customer.conversation_id = opened.json()["conversation_id"]
    snapshot = await staff_snapshot(room, headers)
    assert isinstance(snapshot["heads"], list)
    assert snapshot["heads"][0]["identity"] == "identified"
    # Those who serve the queue see that she is identified, and not who she is.
    assert "Aino" not in json.dumps(snapshot)
    await room.claimed(customer, headers)
    _, person = await head_and_person(room, headers)
    assert isinstance(person, dict)
    assert person["name"] == "Aino Esimerkki"


# ------------------------------------------------------------------ whose browser (U07, U18)


@pytest.mark.asyncio
async def test_the_cookie_and_the_page_token_are_others_afterwards(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    before = dict(customer.browser.cookies)
    token_before = customer.page_token
    answer = await identified(customer, AINO)
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert dict(customer.browser.cookies) != before
    assert customer.page_token != token_before
    planted = room.browser()
    planted.cookies.update(before)
    assert (await planted.get("/api/v1/customer/snapshot")).status_code == 401


@pytest.mark.asyncio
@pytest.mark.parametrize("has_a_session", [False, True])
async def test_an_address_that_was_sent_to_somebody_else_binds_nobody(
    room: DoorsRoom, has_a_session: bool
) -> None:
    """The one who chats has another go through her identification: neither becomes anybody."""
    customer, headers = await talking(room)
    other = await room.waiting() if has_a_session else Customer(room.browser())
    answer = await back(other, await at_the_provider(await leave(customer), ONNI))
    assert answer.headers["Location"] == "/#identification=other_browser"
    assert "Set-Cookie" not in answer.headers
    head, person = await head_and_person(room, headers)
    assert (head["identity"], person) == ("anonymous", None)
    with room.database.reading() as connection:
        assert connection.execute(tables.identifications.select()).all() == []


@pytest.mark.asyncio
async def test_the_answer_to_one_way_does_not_end_another(room: DoorsRoom) -> None:
    """A code of somebody's own, put under the state of another: its verifier and nonce are not there."""
    customer, _ = await talking(room)
    other, _ = await talking(room)
    hers = dict(parse_qsl(urlsplit(await at_the_provider(await leave(customer), AINO)).query))
    others = urlsplit(await at_the_provider(await leave(other), ONNI))
    mixed = {**dict(parse_qsl(others.query)), "state": hers["state"]}
    answer = await back(customer, urlunsplit(others._replace(query=urlencode(mixed))))
    assert answer.headers["Location"].endswith("#identification=refused")


@pytest.mark.asyncio
async def test_a_way_is_good_once(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    url = await at_the_provider(await leave(customer), AINO)
    await back(customer, url)
    assert (await back(customer, url)).headers["Location"] == "/#identification=expired"


@pytest.mark.asyncio
async def test_a_way_is_good_for_ten_minutes(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    url = await at_the_provider(await leave(customer), AINO)
    room.clock.advance(seconds=601)
    assert (await back(customer, url)).headers["Location"].endswith("#identification=expired")


@pytest.mark.asyncio
async def test_she_who_leaves_twice_comes_back_from_the_later_way(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    first = await at_the_provider(await leave(customer), AINO)
    second = await at_the_provider(await leave(customer), AINO)
    assert (await back(customer, first)).headers["Location"].endswith("expired")
    assert "Set-Cookie" in (await back(customer, second)).headers


@pytest.mark.asyncio
async def test_a_conversation_never_goes_from_one_person_to_another(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await identified(customer, AINO)
    answer = await identified(customer, ONNI)
    assert answer.headers["Location"].endswith("#identification=other_person")
    await identified(customer, AINO)
    _, person = await head_and_person(room, headers)
    assert isinstance(person, dict)
    assert person["name"] == "Aino Esimerkki"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "return_to",
    [
        "https://paha.example/",
        "//paha.example/",
        "/\\paha.example",
        "/api/v1/version",
        "/?a=b#c",
        "",
        "/?a b",
    ],
)
async def test_she_comes_back_to_our_page_and_nowhere_else(room: DoorsRoom, return_to: str) -> None:
    customer = await room.session()
    body = {"return_to": return_to, "language": "fi"}
    answer = await customer.post("/api/v1/customer/identification", body)
    assert answer.status_code == 400


@pytest.mark.asyncio
async def test_only_her_own_page_sends_her_away(room: DoorsRoom) -> None:
    customer = await room.session()
    body = {"return_to": "/", "language": "fi"}
    for headers in ({"Origin": "https://paha.example"}, {"X-Page-Token": "x"}):
        answer = await customer.post("/api/v1/customer/identification", body, **headers)
        assert answer.status_code == 403


# ------------------------------------------------------------------ who she is


@pytest.mark.asyncio
async def test_a_level_that_is_not_strong_identifies_nobody(room: DoorsRoom) -> None:
    customer, _ = await talking(room)
    answer = await back(customer, await at_the_provider(await leave(customer), WEAK))
    assert answer.headers["Location"].endswith("#identification=refused")


@pytest.mark.asyncio
async def test_one_of_another_country_is_known_without_an_identity_code(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await identified(customer, ERIK)
    _, person = await head_and_person(room, headers)
    assert isinstance(person, dict)
    assert (person["name"], person["has_identity_code"]) == ("Erik Exempel", False)


@pytest.mark.asyncio
async def test_who_acts_for_another_is_shown_with_both_and_both_are_logged(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await identified(customer, BEHALF)
    _, person = await head_and_person(room, headers)
    assert isinstance(person, dict)
    assert (person["name"], person["on_behalf_of"]) == (
        "Aino Esimerkki",
        {"name": "Onni Esimerkki", "has_identity_code": True},
    )
    with room.database.reading() as connection:
        row = connection.execute(tables.identifications.select()).one()
        entries = [bytes(each.entry).decode() for each in connection.execute(tables.audit.select())]
    for actor in (f"i:{row.person_key}", f"b:{row.behalf_key}"):
        assert [each for each in entries if actor in each and customer.conversation_id in each]


@pytest.mark.asyncio
async def test_a_code_is_shown_to_the_holder_alone_and_each_look_is_logged(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await identified(customer, AINO)
    path = f"/api/v1/staff/conversations/{customer.conversation_id}/identity-code"
    colleague = await room.bearer(room.account())
    assert (await room.browser().get(path, headers=colleague)).status_code == 404
    answer = await room.browser().get(path, headers=headers)
    assert answer.json() == {"identity_code": "010190-999W", "on_behalf_of_identity_code": None}
    with room.database.reading() as connection:
        entries = [bytes(each.entry).decode() for each in connection.execute(tables.audit.select())]
    looks = [each for each in entries if "staff_identity_code" in each]
    assert len(looks) == 1
    assert customer.conversation_id in looks[0]


@pytest.mark.asyncio
async def test_neither_name_nor_code_stands_in_a_fact_the_ledger_or_the_log(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    await ask(room, customer, headers)
    await identified(customer, AINO)
    await room.staff_command(
        headers, "CloseConversation", conversation_id=customer.conversation_id, responsibility_version=2
    )
    with room.database.reading() as connection:
        for table in (tables.facts, tables.ledger, tables.audit, tables.conversations, tables.due):
            rows = repr(connection.execute(table.select()).all())
            assert "Esimerkki" not in rows, table.name
            assert "999W" not in rows, table.name
        (kept,) = connection.execute(tables.identifications.select())
        assert b"999W" not in kept.sealed_code
    said = repr(room.events.lines)
    assert "Esimerkki" not in said
    assert "999W" not in said


@pytest.mark.asyncio
async def test_the_same_person_has_the_same_key_and_another_has_another(room: DoorsRoom) -> None:
    for person in (AINO, AINO, ONNI):
        await identified(await room.session(), person)
    with room.database.reading() as connection:
        keys = [row.person_key for row in connection.execute(tables.identifications.select())]
    assert keys[0] == keys[1] != keys[2]
    assert all("999W" not in key and len(key) == 64 for key in keys)


@pytest.mark.asyncio
async def test_what_is_asked_of_the_provider(room: DoorsRoom, provider: RunningProvider) -> None:
    asked = parse_qs(urlsplit(await leave(await room.session())).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"{ORIGIN}{OPENID_RETURN}"]
    assert len(asked["state"][0]) == len(asked["nonce"][0]) == 43
    assert provider.secret not in str(asked)


@pytest.mark.asyncio
async def test_without_a_provider_nobody_is_sent_anywhere(tmp_path: Path, template: Path) -> None:
    """R042: the page is told that identity is verified elsewhere."""
    async with a_doors_room(tmp_path, template=template) as plain:
        customer = await plain.session()
        entry = (await customer.browser.get("/api/v1/customer/entry")).json()
        assert entry["can_identify"] is False
        answer = await customer.post("/api/v1/customer/identification", {"return_to": "/", "language": "fi"})
        assert answer.json()["problem"] == {"code": "identification_unavailable"}
        headers = await plain.bearer(plain.account())
        snapshot = await plain.browser().get("/api/v1/staff/snapshot", headers=headers)
        assert "identify" not in snapshot.json()["capabilities"]


@pytest.mark.asyncio
async def test_a_provider_that_is_away_is_said_so_and_nothing_is_lost(tmp_path: Path, template: Path) -> None:
    settings = (
        "identification.openid_issuer=http://127.0.0.1:9",
        "identification.openid_client_id=vuoro",
        f"identification.key_file={tmp_path / 'identities.key'}",
    )
    async with a_doors_room(tmp_path, *settings, template=template) as alone:
        customer = await alone.session()
        answer = await customer.post("/api/v1/customer/identification", {"return_to": "/", "language": "fi"})
        assert answer.status_code == 503


@pytest.mark.asyncio
async def test_the_holder_is_told_at_once_and_who_serves_the_queue_is_told_no_name(room: DoorsRoom) -> None:
    customer, headers = await talking(room)
    cursor = (await staff_snapshot(room, headers))["cursor"]
    await identified(customer, AINO)
    path = f"/api/v1/staff/facts?after={cursor}&wait=0"
    told = [each["fact"] for each in (await room.browser().get(path, headers=headers)).json()["facts"]]
    assert [each["type"] for each in told] == ["CustomerIdentified", "IdentityShown"]
    assert told[1]["person"]["name"] == "Aino Esimerkki"
    # She gives it back: whoever asks again for what was told is told no name any more.
    await room.staff_command(
        headers, "ReturnToQueue", conversation_id=customer.conversation_id, responsibility_version=2
    )
    again = (await room.browser().get(path, headers=headers)).text
    assert "ConversationReturned" in again
    assert "Esimerkki" not in again
