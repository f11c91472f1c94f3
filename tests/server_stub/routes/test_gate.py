"""What a request must look like, and what every answer carries (trust.md A7 B08, B14–B16; A8 U14, U15)."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from sqlcipher3.dbapi2 import OperationalError

from server_stub.routes.incoming import LARGEST_BODY
from server_stub.routes.problem_answers import POST_PATHS
from tests.support.doors_room import ORIGIN, SOMEBODY_ELSE, DoorsRoom

SAFETY = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
POSTS = [
    "/api/v1/staff/sign-in",
    "/api/v1/staff/own-password",
    "/api/v1/staff/refresh",
    "/api/v1/staff/sign-out",
    "/api/v1/staff/commands",
    "/api/v1/staff/hints",
    "/api/v1/staff/archive/search",
    "/api/v1/customer/session",
    "/api/v1/customer/commands",
    "/api/v1/customer/hints",
]
UPLOADS = "/api/v1/customer/uploads"
GETS = [
    "/api/v1/version",
    "/api/v1/openapi.json",
    "/api/v1/staff/snapshot",
    "/api/v1/staff/facts",
    f"/api/v1/staff/conversations/{SOMEBODY_ELSE}/messages",
    "/api/v1/customer/entry",
    "/api/v1/customer/snapshot",
    "/api/v1/customer/facts",
    "/api/v1/customer/messages",
    "/health/live",
    "/health/ready",
]


def code_of(answer: httpx.Response) -> str:
    problem = answer.json()["problem"]
    assert isinstance(problem["code"], str)
    return str(problem["code"])


@pytest.mark.asyncio
async def test_every_answer_has_the_safety_headers(room: DoorsRoom) -> None:
    for method, path in [("GET", p) for p in [*GETS, "/nothing"]] + [("POST", p) for p in (*POSTS, UPLOADS)]:
        answer = await room.browser().request(method, path)
        carried = {name: answer.headers.get(name) for name in SAFETY}
        assert carried == SAFETY, path
        assert answer.headers["content-type"] == "application/json", path
        assert "server" not in answer.headers
        assert not [name for name in answer.headers if name.startswith("access-control")]


ORIGINS = [
    "https://evil.example",
    "null",
    "http://127.0.0.1:8766",
    "https://127.0.0.1:8765",
    "http://127.0.0.1:8765.evil.example",
    "http://evil.example#http://127.0.0.1:8765",
    "HTTP://127.0.0.1:8765",
    "http://127.0.0.1:8765/",
    "",
    "*",
    "file://",
    "http://localhost:8765@evil.example",
]


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.asyncio
async def test_no_other_origin_is_reflected_or_let_write(origin: str, room: DoorsRoom) -> None:
    customer = await room.waiting()
    headers = {"Origin": origin, "X-Page-Token": customer.page_token}
    answer = await customer.browser.post("/api/v1/customer/hints", json={"type": "Typing"}, headers=headers)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]
    preflight = await room.browser().options("/api/v1/customer/hints", headers={"Origin": origin})
    assert preflight.status_code == 405
    assert not [name for name in preflight.headers if name.startswith("access-control")]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "POKE"])
@pytest.mark.asyncio
async def test_only_get_and_post_are_known(method: str, room: DoorsRoom) -> None:
    for path in ("/api/v1/version", "/api/v1/staff/commands", "/"):
        assert (await room.browser().request(method, path)).status_code == 405


@pytest.mark.asyncio
async def test_the_wrong_one_of_the_two_is_not_known_either(room: DoorsRoom) -> None:
    assert {*POSTS, UPLOADS} == POST_PATHS
    for path in GETS:
        answer = await room.browser().post(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET"), path
    for path in (*POSTS, UPLOADS):
        answer = await room.browser().get(path)
        assert answer.headers["Allow"] == "POST", path
        assert (answer.status_code, code_of(answer)) == (405, "wrong_method"), path


PATHS = [
    "/nothing",
    "/api",
    "/api/v2/version",
    "/api/v1/version/",
    "//api/v1/version",
    "/api//v1/version",
    "/api/v1/%76ersion",
    "/api/v1/version%00",
    "/api/v1/staff/commands/more",
    "/api/v1/staff/facts/more",
    "/api/v1/staff/conversations/1/messages/2",
    "/page/../contract/v1/schema.json",
    "/page/%2e%2e/contract/v1/schema.json",
    "/page/..%2fcontract",
    "/page//etc/passwd",
    "/page/nothing.js",
    "/page/",
    "/page",
    "/.git/config",
    "/api/v1/version;x=1",
    "/api/v1/version\\",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.asyncio
async def test_what_is_not_there_is_said_in_our_own_words(path: str, room: DoorsRoom) -> None:
    answer = await room.browser().get(httpx.URL(ORIGIN, raw_path=path.encode()))
    assert answer.status_code == 404
    assert code_of(answer) == "not_found"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "", "127.0.0.1:8765.evil.example"]
)
@pytest.mark.asyncio
async def test_a_foreign_host_is_refused(host: str, room: DoorsRoom) -> None:
    answer = await room.browser().get("/api/v1/version", headers={"Host": host})
    assert (answer.status_code, answer.json()["problem"]) == (400, {"code": "malformed", "detail": "Host"})


@pytest.mark.asyncio
async def test_a_head_without_end_is_refused(room: DoorsRoom) -> None:
    many = {f"X-Header-{number}": "x" for number in range(200)}
    assert (await room.browser().get("/api/v1/version", headers=many)).status_code == 400
    large = {"X-Header": "x" * 40_000}
    assert (await room.browser().get("/api/v1/version", headers=large)).status_code == 400
    assert (await room.browser().get("/api/v1/version?" + "x" * 3_000)).status_code == 400


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.asyncio
async def test_only_plain_json_is_read(path: str, room: DoorsRoom) -> None:
    kinds: list[dict[str, str]] = [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        {"Content-Type": "application/json", "Content-Encoding": "zstd"},
        {},
    ]
    for headers in kinds:
        answer = await room.browser().post(path, content=b"{}", headers={"Origin": ORIGIN, **headers})
        assert (answer.status_code, code_of(answer)) == (415, "wrong_media_type")
        assert ("outcome" in answer.json()) == path.endswith("/commands")


@pytest.mark.asyncio
async def test_where_files_come_in_nothing_but_bytes_is_read(room: DoorsRoom) -> None:
    for kind in ("application/json", "application/pdf", "multipart/form-data; boundary=x"):
        answer = await room.browser().post(UPLOADS, content=b"{}", headers={"Content-Type": kind})
        assert (answer.status_code, code_of(answer)) == (415, "wrong_media_type"), kind


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.asyncio
async def test_a_large_body_is_refused_unread(path: str, room: DoorsRoom) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65_536

    declared = {"Content-Type": "application/json", "Origin": ORIGIN, "Content-Length": str(10**8)}
    for content, headers in ((b"", declared), (endless(), {**declared, "Content-Length": ""})):
        headers = {name: value for name, value in headers.items() if value}
        answer = await room.browser().post(path, content=content, headers=headers)
        assert answer.status_code == 413
        assert answer.json()["problem"] == {"code": "too_large", "limit": LARGEST_BODY}
        assert answer.headers["Connection"] == "close"


def bad_bodies() -> dict[str, bytes]:
    deep = 30_000
    return {
        "nothing": b" ",
        "no json": b"x",
        "half": b'{"user_name": "a',
        "two": b"{}{}",
        "array": b"[]",
        "text": b'"text"',
        "number": b"1e400",
        "not a number": b"NaN",
        "deep arrays": b"[" * deep + b"]" * deep,
        "deep objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        "many keys": json.dumps({f"k{n}": n for n in range(4_000)}).encode(),
        "unknown key": b'{"user_name":"a","password":"b","device_id":"' + b"0" * 32 + b'","admin":true}',
        "twice a key": b'{"type":"Typing","type":"Typing","type":7}',
        "wrong types": b'{"user_name":1,"password":[],"device_id":{}}',
        "invalid utf-8": b'{"user_name":"\xff\xfe"}',
        "overlong utf-8": b'{"user_name":"\xc0\xaf"}',
        "lone surrogate": b'{"type":"Typing","conversation_id":"\\ud800"}',
        "nul": b'{"user_name":"a\\u0000","password":"\\u0000","device_id":"\\u0000"}',
        "byte order mark": b"\xef\xbb\xbf{}",
        "huge number": b'{"type":"MarkRead","command_id":"' + b"0" * 32 + b'","seq":' + b"9" * 5_000 + b"}",
        "prototype": b'{"__proto__":{"x":1},"constructor":1}',
    }


@pytest.mark.parametrize("what", bad_bodies())
@pytest.mark.asyncio
async def test_no_body_makes_the_backend_fail(what: str, room: DoorsRoom) -> None:
    customer = await room.waiting()
    staff = await room.bearer(room.account())
    for path in POSTS:
        if path == "/api/v1/staff/sign-out":
            continue
        headers = {"Content-Type": "application/json", **customer.headers, **staff}
        client = customer.browser if "/customer/" in path else room.browser()
        answer = await client.post(path, content=bad_bodies()[what], headers=headers)
        assert (answer.status_code, code_of(answer)) == (400, "malformed"), (path, answer.text)
        assert set(answer.json()["problem"]) == {"code", "detail"}
    assert room.events.named("request_failed") == []


@pytest.mark.parametrize("value", ["-1", "x", "1.5", "9" * 30, "", "1&before=2", "%00", "1e3", "٣"])
@pytest.mark.asyncio
async def test_a_number_in_a_query_is_a_number(value: str, room: DoorsRoom) -> None:
    customer = await room.waiting()
    answer = await customer.browser.get(f"/api/v1/customer/messages?before={value}")
    assert (answer.status_code, answer.json()["problem"]) == (400, {"code": "malformed", "detail": "before"})
    staff = await room.bearer(room.account())
    stream = await room.browser().get(f"/api/v1/staff/facts?after={value}&wait=0", headers=staff)
    assert stream.status_code in (400, 410)
    assert room.events.named("request_failed") == []


@pytest.mark.asyncio
async def test_a_fault_of_ours_is_a_bare_500(room: DoorsRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: object, **__: object) -> bytes:
        raise RuntimeError("salaisuus")

    headers = await room.bearer(room.account())
    monkeypatch.setattr("server_stub.routes.readings.Readings.staff_snapshot", fails)
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    assert (answer.status_code, answer.json()) == (500, {"problem": {"code": "failed"}})
    (event,) = room.events.named("request_failed")
    assert event["error"] == "RuntimeError"
    assert "salaisuus" not in str(room.events.lines)


@pytest.mark.asyncio
async def test_a_database_that_is_away_is_an_outage_and_no_fault(
    room: DoorsRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def is_away(*_: object) -> None:
        raise OperationalError("disk I/O error")

    headers = await room.bearer(room.account())
    assert (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).status_code == 200
    monkeypatch.setattr("server_stub.records.database.Database.read", is_away)
    for path in ("/api/v1/staff/snapshot", "/api/v1/staff/facts?after=0&wait=0"):
        answer = await room.browser().get(path, headers=headers)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert answer.json()["problem"] == {"code": "unavailable", "retry_after_s": 2}
    assert {event["error"] for event in room.events.named("request_failed")} == {"OperationalError"}


@pytest.mark.asyncio
async def test_a_body_that_never_ends_is_given_up(room: DoorsRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_stub.routes.incoming._BODY_WITHIN_S", 0.05)

    async def slow() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    headers = {"Content-Type": "application/json", "Origin": ORIGIN}
    answer = await room.browser().post("/api/v1/customer/session", content=slow(), headers=headers)
    assert (answer.status_code, answer.json()["problem"]) == (400, {"code": "malformed", "detail": "body"})
