"""What a customer sees at any second, through the route, on a clock set by hand."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import event, select

from server_stub.__main__ import DONE, REFUSED, main
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import staff_address
from server_stub.records import service_models, tables
from server_stub.records.due_acts import renew_leases
from server_stub.settings.service_model_file import parse
from tests.support.backend import MODEL
from tests.support.contract import problems_of
from tests.support.doors_room import TOPIC_QUEUE, DoorsRoom, a_doors_room
from tests.support.split_model import split_source

Json = dict[str, Any]

pytestmark = pytest.mark.asyncio

WEEKDAYS = "weekly: {mon-fri: 8-16}"


@pytest_asyncio.fixture
async def county(tmp_path: Path, template: Path) -> AsyncIterator[DoorsRoom]:
    """A backend that is not for practice: it opens and closes."""
    async with a_doors_room(tmp_path, "is_practice=no", template=template) as made:
        yield made


def set_clock(room: DoorsRoom, wall: str, *, fold: int = 0) -> None:
    """The wall clock in Finland."""
    moment = datetime.fromisoformat(wall).replace(tzinfo=HELSINKI, fold=fold).astimezone(UTC)
    room.clock.now = round(moment.timestamp() * 1000)


async def entry(room: DoorsRoom) -> Json:
    answer = await room.browser().get("/api/v1/customer/entry")
    assert answer.status_code == 200
    seen: Json = answer.json()
    assert problems_of("CustomerEntry", seen) == []
    return seen


async def service_at(room: DoorsRoom, wall: str, *, fold: int = 0) -> Json:
    set_clock(room, wall, fold=fold)
    service: Json = (await entry(room))["services"][0]
    return service


async def use(room: DoorsRoom, *changes: tuple[str, str]) -> None:
    """Load and activate a changed model beside the running backend, as the console does."""
    source = MODEL.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in source
        source = source.replace(old, new, 1)
    with room.database.writing() as connection:
        version = service_models.load(connection, source, now=room.clock.millis())
        assert service_models.activate(connection, version, now=room.clock.millis())
    await room.backend.model_switch.look()


@pytest.mark.parametrize(
    ("wall", "is_open"),
    [
        ("2026-11-23T07:59:59", False),
        ("2026-11-23T08:00:00", True),
        ("2026-11-23T15:59:59", True),
        ("2026-11-23T16:00:00", False),
        ("2026-11-28T12:00:00", False),  # Saturday
        ("2026-12-06T12:00:00", False),  # Independence Day
        ("2026-12-23T15:59:59", True),
        ("2026-12-24T10:00:00", False),  # Christmas Eve, a Thursday
        ("2026-06-18T12:00:00", True),
        ("2026-06-19T12:00:00", False),  # Midsummer Eve, a Friday
        ("2026-12-31T23:59:59", False),
        ("2027-01-01T00:00:00", False),
    ],
)
async def test_it_is_open_to_the_second_and_closed_on_days_off(county: DoorsRoom, wall: str, is_open: bool):
    """R001, R005."""
    assert (await service_at(county, wall))["is_open"] is is_open


@pytest.mark.parametrize(
    ("hours", "opens", "closes", "words"),
    [
        ("9-11", "09:00:00", "11:00:00", "arkisin klo 9–11"),
        ("10-14", "10:00:00", "14:00:00", "arkisin klo 10–14"),
        ("8-16", "08:00:00", "16:00:00", "arkisin klo 8–16"),
    ],
)
async def test_the_weekdays_of_the_variants_open_and_close_to_the_second(
    county: DoorsRoom, hours: str, opens: str, closes: str, words: str
):
    """R001, R002, R004, R005: 9–11, 10–14 and 8–16, every weekday and no other, in words as well."""
    await use(county, (WEEKDAYS, f"weekly: {{mon-fri: {hours}}}"))
    second = timedelta(seconds=1)
    for day in range(23, 30):
        opening, closing = (datetime.fromisoformat(f"2026-11-{day}T{wall}") for wall in (opens, closes))
        seen = [
            (await service_at(county, moment.isoformat()))["is_open"]
            for moment in (opening - second, opening, closing - second, closing)
        ]
        assert seen == ([False, True, True, False] if day < 28 else [False] * 4), day
    assert (await service_at(county, "2026-11-30T12:00:00"))["hours_text"]["fi"] == words


async def test_a_second_service_has_hours_of_its_own(county: DoorsRoom):
    """R005, R003: three afternoons of one unit leave the other's alone, and the other weekdays closed."""
    source = (MODEL.parent / "kaksi_yksikkoa.yaml").read_text(encoding="utf-8")
    with county.database.writing() as connection:
        version = service_models.load(connection, source, now=county.clock.millis())
        assert service_models.activate(connection, version, now=county.clock.millis())
    await county.backend.model_switch.look()

    async def open_at(wall: str) -> list[bool]:
        set_clock(county, wall)
        return [service["is_open"] for service in (await entry(county))["services"]]

    afternoons = [(await open_at(f"2026-11-{day}T13:30:00"))[0] for day in range(23, 30)]
    assert afternoons == [False, True, True, True, False, False, False]
    assert [(await open_at(f"2026-12-01T{wall}"))[0] for wall in ("12:59:59", "13:00:00", "15:59:59")] == [
        *(False, True, True),
    ]
    both = [await open_at(f"2026-12-07T{hour:02}:30:00") for hour in range(24)]
    assert [one for one, _ in both] == [False] * 24
    assert any(other for _, other in both)


async def test_a_closed_day_says_when_it_opens_next(county: DoorsRoom):
    """R023: Christmas 2026 is a Thursday to a Saturday, so the chat opens on Monday."""
    service = await service_at(county, "2026-12-24T10:00:00")
    assert service["opens_at"] == "2026-12-28T06:00:00.000Z"
    assert service["closed_text"]["fi"].startswith("Sosiaalipalvelujen neuvonta: chat on suljettu")
    assert "arkisin klo 8–16" in service["closed_text"]["fi"]


async def test_the_clock_is_moved_twice_a_year_and_the_hours_are_those_of_the_wall(county: DoorsRoom):
    """R001: a night service in the hour that is skipped and in the one that comes twice."""
    await use(county, (WEEKDAYS, 'weekly: {mon-fri: 8-16, sun: "2-3:30, 5-6"}'))
    assert (await service_at(county, "2026-03-29T02:59:59"))["is_open"]
    assert not (await service_at(county, "2026-03-29T04:00:00"))["is_open"]
    assert (await service_at(county, "2026-03-29T05:00:00"))["is_open"]
    assert (await service_at(county, "2026-03-30T08:00:00"))["closes_at"] == "2026-03-30T13:00:00.000Z"
    assert (await service_at(county, "2026-10-25T03:29:59"))["is_open"]
    assert (await service_at(county, "2026-10-25T03:29:59", fold=1))["is_open"]
    assert not (await service_at(county, "2026-10-25T03:30:00", fold=1))["is_open"]
    assert (await service_at(county, "2026-10-26T08:00:00"))["closes_at"] == "2026-10-26T14:00:00.000Z"


async def test_an_opening_goes_on_over_midnight(county: DoorsRoom):
    """R001: what ends at 24 and begins at 0 is one opening, and the page never says otherwise at midnight."""
    await use(county, (WEEKDAYS, "weekly: {mon: 20-24, tue: 0-2}"))
    for wall in ("2026-11-23T23:59:59", "2026-11-24T00:00:00"):
        service = await service_at(county, wall)
        assert (service["is_open"], service["closes_at"]) == (True, "2026-11-24T00:00:00.000Z")
    assert not (await service_at(county, "2026-11-24T02:00:00"))["is_open"]


async def test_several_periods_a_day_exceptions_and_a_change_from_a_date(county: DoorsRoom):
    """R003, R011."""
    hours = """weekly: {mon-fri: "9-11, 12-14"}
      exceptions: [{date: 2026-11-25, open: 10-11}, {date: 2026-12-24, open: 9-12}]
      changes: [{from: 2027-01-11, weekly: {tue-thu: 13-16}}]"""
    await use(county, (WEEKDAYS, hours))
    assert not (await service_at(county, "2026-11-24T11:30:00"))["is_open"]
    assert (await service_at(county, "2026-11-24T12:00:00"))["is_open"]
    assert not (await service_at(county, "2026-11-25T09:30:00"))["is_open"]
    assert (await service_at(county, "2026-12-24T11:59:59"))["is_open"]
    assert (await service_at(county, "2027-01-08T09:00:00"))["hours_text"][
        "fi"
    ] == "arkisin klo 9–11 ja 12–14"
    later = await service_at(county, "2027-01-12T13:00:00")
    assert later["is_open"]
    assert later["hours_text"]["fi"] == "kolmena iltapäivänä viikossa: ti–to klo 13–16"


async def test_hours_change_beside_the_running_backend_and_it_refuses_by_the_new_ones(county: DoorsRoom):
    """R011: no new program version and no restart; who had the page open is told, and nothing is lost."""
    set_clock(county, "2026-11-23T12:00:00")
    customer = await county.session()
    seen = (await entry(county))["services"][0]
    assert seen["is_open"]
    await use(county, (WEEKDAYS, "weekly: {mon-fri: 8-11}"))
    closed = (await entry(county))["services"][0]
    assert (closed["is_open"], closed["opens_at"]) == (False, "2026-11-24T06:00:00.000Z")
    refused = await customer.command(
        "OpenConversation",
        service_id="neuvonta",
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="Ehdinkö?",
        notice_version=seen["notice"]["notice_version"],
    )
    assert refused.json()["problem"] == {"code": "service_closed", "opens_at": "2026-11-24T06:00:00.000Z"}
    with county.database.reading() as connection:
        first = service_models.stored(connection, 1)
        assert first is not None
        assert WEEKDAYS in first.source


async def test_what_is_split_from_a_day_is_shown_by_what_follows_and_who_waits_stays(county: DoorsRoom):
    """R062: at midnight; whoever waits in the old queue is taken from it, and nobody new comes to it."""
    with county.database.writing() as connection:
        version = service_models.load(connection, split_source(), now=county.clock.millis())
        assert service_models.activate(connection, version, now=county.clock.millis())
    await county.backend.model_switch.look()
    set_clock(county, "2026-12-31T12:00:00")
    customer = await county.waiting()

    async def topics(wall: str) -> set[str]:
        return {topic["topic_id"] for topic in (await service_at(county, wall))["topics"]}

    assert "perhe" in await topics("2026-12-31T23:59:59")
    assert "lastensuojelu" not in await topics("2026-12-31T23:59:59")
    assert "perhe" not in await topics("2027-01-01T00:00:00")
    assert "lastensuojelu" in await topics("2027-01-01T00:00:00")
    headers = await county.bearer(county.account())
    await county.claimed(customer, headers)
    texts = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["texts"]
    shown = {topic["topic_id"] for service in texts["services"] for topic in service["topics"]}
    assert "perhe" not in shown
    assert "lastensuojelu" in shown


async def test_a_model_without_a_queue_in_which_somebody_waits_is_not_put_in_force(
    county: DoorsRoom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """R062: whoever waits there would be seen by nobody any more."""
    customer = await county.waiting()
    with county.database.writing() as connection:
        other = (MODEL.parent / "kaksi_yksikkoa.yaml").read_text(encoding="utf-8")
        version = service_models.load(connection, other, now=county.clock.millis())
    (tmp_path / "vuoro.yaml").write_text(f"database: {tmp_path / 'vuoro.db'}\n", encoding="utf-8")
    assert main(["model", "activate", str(version), "--data", str(tmp_path)]) == REFUSED
    told = capsys.readouterr().err
    assert f"has no queue “{TOPIC_QUEUE}”, in which work is open (1)" in told
    with county.database.reading() as connection:
        assert service_models.active_version(connection) == 1
    await county.claimed(customer, await county.bearer(county.account()))


async def test_closing_is_said_a_quarter_of_an_hour_before_and_who_is_in_stays_in(county: DoorsRoom):
    """R023, R025: the notice comes at 15.45.00; a customer who waits at 16.00 is still in the queue."""
    assert not (await service_at(county, "2026-11-23T15:44:59"))["closes_soon"]
    assert (await service_at(county, "2026-11-23T15:45:00"))["closes_soon"]
    customer = await county.waiting()
    set_clock(county, "2026-11-23T16:00:01")
    service = (await entry(county))["services"][0]
    assert (service["is_open"], service["closes_soon"]) == (False, False)
    snapshot = (await customer.browser.get("/api/v1/customer/snapshot")).json()
    assert (snapshot["conversation"]["state"], snapshot["waiting"]["place"]) == ("waiting", 1)
    headers = await county.bearer(county.account())
    await county.claimed(customer, headers)


async def test_who_waits_at_closing_may_be_offered_a_callback_and_loses_no_word(county: DoorsRoom):
    """R025: the page and the desk are told the rule; text and place stay, and she can still be taken."""
    await use(county, ("at_closing: serve", "at_closing: offer_callback"))
    set_clock(county, "2026-11-23T15:59:30")
    customer = await county.waiting()
    set_clock(county, "2026-11-23T16:00:01")
    service = (await entry(county))["services"][0]
    assert (service["is_open"], service["at_closing"]) == (False, "offer_callback")
    headers = await county.bearer(county.account())
    staff = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    told = {queue["queue_id"]: queue["at_closing"] for queue in staff["queues"]}
    assert told[TOPIC_QUEUE] == "offer_callback"
    asked = await customer.command(
        "RequestCallback",
        service_id="neuvonta",
        topic_id="perhe",
        language="fi",
        phone="040 123 4567",
        wish="any",
        may_leave_voicemail=False,
        text="Hei",
        booked_from=None,
    )
    assert asked.status_code == 200, asked.json()
    snapshot = (await customer.browser.get("/api/v1/customer/snapshot")).json()
    assert snapshot["callback"]["state"] == "open"
    assert (snapshot["conversation"]["state"], snapshot["waiting"]["place"]) == ("waiting", 1)
    assert [message["by"] for message in snapshot["messages"]] == ["customer"]
    await county.claimed(customer, headers)


async def test_a_temporary_notice_is_shown_on_its_days_and_news_until_its_last(county: DoorsRoom):
    """R034, R035: days are those of Finland, both included."""
    words = "{fi: Tuki siirtyy Kelaan., sv: Stödet flyttas., en: The benefit moves.}"
    notice = f"temporary_notices: [{{from: 2026-12-01, until: 2026-12-31, text: {words}}}]\n    news:"
    await use(county, ("news:", notice))

    async def kinds(wall: str) -> list[str]:
        return [each["kind"] for each in (await service_at(county, wall))["announcements"]]

    assert await kinds("2026-11-30T23:59:59") == ["news"]
    assert await kinds("2026-12-01T00:00:00") == ["temporary", "news"]
    assert await kinds("2026-12-31T23:59:59") == ["temporary", "news"]
    assert await kinds("2027-01-01T00:00:00") == ["news"]
    assert await kinds("2028-01-01T00:00:00") == []


async def test_a_notice_of_a_rush_begins_and_ends_at_its_minute(county: DoorsRoom):
    """R034: times are those of Finland; nobody has to take it away."""
    words = "{fi: Ruuhkaa., sv: Rusning., en: A rush.}"
    notice = (
        f"temporary_notices: [{{from: 2026-12-01T12:30, until: 2026-12-01 15:00, text: {words}}}]\n    news:"
    )
    await use(county, ("news:", notice))

    async def is_shown(wall: str) -> bool:
        return "temporary" in {each["kind"] for each in (await service_at(county, wall))["announcements"]}

    seconds = ("2026-12-01T12:29:59", "2026-12-01T12:30:00", "2026-12-01T14:59:59", "2026-12-01T15:00:00")
    assert [await is_shown(wall) for wall in seconds] == [False, True, True, False]


async def test_an_unprotected_connection_is_told_to_customers_and_to_staff(county: DoorsRoom):
    """R022."""
    headers = await county.bearer(county.account())
    before = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    assert before["texts"]["unprotected"] is None
    await use(county, ("connection: protected", "connection: unprotected"))
    assert "Yhteys ei ole suojattu" in (await entry(county))["services"][0]["notice"]["standing"]["fi"]
    after = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    assert after["texts"]["unprotected"]["fi"].startswith("Yhteys ei ole suojattu")


async def test_that_a_counsellor_is_on_duty_is_said_of_her_queue_and_never_by_name(county: DoorsRoom):
    """R027: by her stream; only the topics and languages whose queue she serves, and never a range without
    anybody.
    """
    set_clock(county, "2026-11-23T12:00:00")

    async def duties() -> dict[str, Json]:
        county.clock.advance(seconds=6)  # queues are looked at once in five seconds
        seen = await entry(county)
        assert "Neuvoja0" not in json.dumps(seen)
        topics: dict[str, Json] = {
            topic["topic_id"]: topic["duty"] for topic in seen["services"][0]["topics"]
        }
        return topics

    assert (await duties())["perhe"] == {"fi": "nobody", "sv": "nobody", "en": "nobody"}
    headers = await county.bearer(county.account(queues=(TOPIC_QUEUE,)))
    browser = county.browser()
    listening = asyncio.get_running_loop().create_task(
        browser.get("/api/v1/staff/facts?after=0&wait=25", headers=headers, timeout=40)
    )
    async with asyncio.timeout(20):
        while (await duties())["perhe"]["fi"] != "free":
            pass
    seen = await duties()
    assert seen["perhe"] == {"fi": "free", "sv": "nobody", "en": "nobody"}
    assert seen["toimeentulo"]["fi"] == "nobody"
    assert (await entry(county))["services"][0]["queue_now"]["high_min"] is None
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    county.clock.advance(seconds=600)
    assert (await duties())["perhe"]["fi"] == "nobody"


async def test_a_hundred_pages_that_ask_at_once_look_at_the_queues_once(county: DoorsRoom):
    """The entry is open to everybody: at opening time all ask in the same moment."""
    set_clock(county, "2026-11-23T08:00:00")
    looked: list[str] = []

    def saw(*executed: Any) -> None:
        if "waiting_since" in executed[2]:
            looked.append(executed[2])

    await entry(county)
    county.clock.advance(seconds=6)
    event.listen(county.database.engine, "before_cursor_execute", saw)
    browser = county.browser()
    async with asyncio.TaskGroup() as asking:
        asked = [asking.create_task(browser.get("/api/v1/customer/entry")) for _ in range(100)]
    model = parse(MODEL.read_text(encoding="utf-8"), version=1)
    assert not isinstance(model, list)
    assert {each.result().status_code for each in asked} == {200}
    # The pages' one look, and on a slow machine the look of the timekeeper's first second beside it.
    assert len(looked) in {len(model.queues), 2 * len(model.queues)}


async def test_who_ended_is_told_to_the_customer_also_after_a_reload(county: DoorsRoom):
    """A counsellor ends by closing; the page says who it was."""
    set_clock(county, "2026-11-23T12:00:00")
    headers = await county.bearer(county.account())
    customer, other = await county.waiting(), await county.waiting()
    for one in (customer, other):
        await county.claimed(one, headers)
    answer = await county.staff_command(
        headers, "CloseConversation", conversation_id=customer.conversation_id, responsibility_version=2
    )
    assert answer.status_code == 200, answer.text
    await other.command("EndConversation")

    async def ended_by(one: Any) -> str:
        snapshot = (await one.browser.get("/api/v1/customer/snapshot")).json()
        assert problems_of("CustomerSnapshot", snapshot) == []
        return str(snapshot["conversation"]["ended_by"])

    assert (await ended_by(customer), await ended_by(other)) == ("counsellor", "customer")


@pytest.mark.parametrize("wall", ["2026-12-24T10:00:00", "2026-11-23T15:45:00", "2026-10-25T12:00:00"])
async def test_a_preview_is_the_very_answer_the_page_gets_at_that_second(
    county: DoorsRoom, tmp_path: Path, capsys: pytest.CaptureFixture[str], wall: str
):
    """R011: same code, same bytes, where nobody waits and nobody is on duty."""
    set_clock(county, wall)
    answer = await county.browser().get("/api/v1/customer/entry")
    assert main(["preview", "--data", str(tmp_path), "--at", wall, "--model", str(MODEL), "--json"]) == DONE
    assert capsys.readouterr().out == f"{answer.text}\n"


async def test_other_ways_say_whether_they_are_open_now(county: DoorsRoom):
    """R009, R010: the desk closes an hour earlier on Thursdays, and is open again from the next opening."""

    async def ways(wall: str) -> list[tuple[bool, str | None, str | None]]:
        channels = (await service_at(county, wall))["other_channels"]
        return [(each["is_open"], each["closes_at"], each["opens_at"]) for each in channels]

    assert (await ways("2026-11-24T14:30:00"))[2][:2] == (True, "2026-11-24T13:00:00.000Z")
    phone, _, desk, crisis = await ways("2026-11-26T13:59:59")
    assert phone[:2] == desk[:2] == (True, "2026-11-26T12:00:00.000Z")
    assert crisis == (True, None, None)
    phone, _, desk, crisis = await ways("2026-11-26T14:00:00")
    assert phone == desk == (False, None, "2026-11-27T07:00:00.000Z")
    assert crisis[0] is True
    assert (await ways("2026-12-24T10:00:00"))[2] == (False, None, "2026-12-28T07:00:00.000Z")


async def test_a_queue_that_needs_staff_opens_with_whoever_comes_and_serves_who_is_in_it(county: DoorsRoom):
    """R064: nobody new comes while nobody is on duty for it, and she who came before stays in."""
    set_clock(county, "2026-11-23T12:00:00")
    queue = f'  - id: "{TOPIC_QUEUE}"\n'
    await use(county, (queue, f"{queue}    opens_only_with_staff: yes\n"))

    async def topic_is_open() -> bool:
        county.clock.now += 1_000
        topics = {
            each["topic_id"]: each["is_open"] for each in (await entry(county))["services"][0]["topics"]
        }
        assert topics["muu"] == {"fi": True, "sv": True, "en": True}
        assert (topics["perhe"]["sv"], topics["perhe"]["en"]) == (True, True)
        return bool(topics["perhe"]["fi"])

    async def begins() -> Any:
        customer = await county.session()
        notice = (await entry(county))["services"][0]["notice"]["notice_version"]
        answer = await customer.command(
            "OpenConversation",
            service_id="neuvonta",
            topic_id="perhe",
            finer_topic_id=None,
            language="fi",
            text="Onko siellä joku?",
            notice_version=notice,
        )
        return answer.json().get("problem")

    shut = {"code": "service_closed", "opens_at": None}
    assert (await topic_is_open(), await begins()) == (False, shut)
    headers = await county.bearer(county.account())
    with county.database.writing() as connection:
        ids = connection.execute(select(tables.staff.c.staff_id)).scalars()
        renew_leases(connection, {staff_address(each): county.clock.millis() for each in ids})
    assert (await topic_is_open(), await begins()) == (True, None)
    away = await county.staff_command(headers, "SetPresence", presence="on_break")
    assert away.status_code == 200, away.text
    assert (await topic_is_open(), await begins()) == (False, shut)
    waiting = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["heads"]
    assert len(waiting) == 1


async def test_a_pilot_that_is_over_takes_nobody_new_and_keeps_who_is_in_it(county: DoorsRoom):
    """R065: the next customer of that topic waits in the common queue, and transfers to it are refused."""
    set_clock(county, "2026-11-23T12:00:00")
    queue = f'  - id: "{TOPIC_QUEUE}"\n'
    await use(county, (queue, f"{queue}    pilot: {{until: 2026-11-23, decision: open}}\n"))
    await county.waiting("Viimeisenä päivänä")
    set_clock(county, "2026-11-24T12:00:00")
    await county.waiting("Seuraavana päivänä")
    common = "#soshON_ohjaus_ja_neuvonta_fi_chat"
    headers = await county.bearer(county.account(queues=(TOPIC_QUEUE, common)))
    snapshot = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    assert [head["queue_id"] for head in snapshot["heads"]] == [TOPIC_QUEUE, common]
    targets = await county.browser().get("/api/v1/staff/transfer-targets", headers=headers)
    assert TOPIC_QUEUE not in {each["queue_id"] for each in targets.json()["targets"]}
