"""The customer page: its files, their policy, and nothing else from the disk (trust.md U15, P16)."""

from pathlib import Path

import pytest

from server_stub.settings.resources import find_resources
from tests.support.doors_room import DoorsRoom, a_doors_room

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


@pytest.mark.asyncio
async def test_the_page_comes_with_a_strict_policy(room: DoorsRoom) -> None:
    answer = await room.browser().get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in answer.headers


@pytest.mark.asyncio
async def test_every_file_of_the_page_is_served_as_what_it_is(room: DoorsRoom) -> None:
    kinds = {
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".json": "application/json",
    }
    page = find_resources() / "customer_page"
    served = [path for path in page.rglob("*") if path.suffix in kinds]
    assert served
    for path in served:
        answer = await room.browser().get(f"/page/{path.relative_to(page).as_posix()}")
        assert answer.status_code == 200, path
        assert answer.headers["content-type"] == kinds[path.suffix], path
        assert answer.content == path.read_bytes()
        assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.asyncio
async def test_the_patterns_of_personal_data_are_the_contracts(room: DoorsRoom) -> None:
    answer = await room.browser().get("/page/personal_data.json")
    assert answer.content == (find_resources() / "contract" / "v1" / "personal_data.json").read_bytes()


@pytest.mark.asyncio
async def test_what_a_browser_has_already_is_not_sent_again(room: DoorsRoom) -> None:
    first = await room.browser().get("/")
    again = await room.browser().get("/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == POLICY


@pytest.mark.asyncio
async def test_allowed_sites_may_show_the_page_in_a_frame(tmp_path: Path, template: Path) -> None:
    async with a_doors_room(tmp_path, "allowed_origins=https://www.esimerkki.fi", template=template) as room:
        answer = await room.browser().get("/")
        policy = answer.headers["content-security-policy"]
        assert policy.endswith("frame-ancestors 'self' https://www.esimerkki.fi")
