"""The OpenAPI description tells of every route, entries of the gate included, and of every status."""

import re

import pytest
from litestar.routes import HTTPRoute

from tests.support.contract import traffic
from tests.support.doors_room import DoorsRoom

# A file of the page is no resource of the interface.
# Where a browser comes back to from a provider is between those two: no page and no workstation asks for it.
UNTOLD = {
    "/page/{path}",
    "/api/v1/customer/identification/openid",
    "/api/v1/customer/identification/saml",
    "/api/v1/customer/identification/saml/metadata",
    "/api/v1/customer/identification/arrived",
    "/api/v1/customer/identification/practice",
}


@pytest.mark.asyncio
async def test_every_route_is_described(room: DoorsRoom) -> None:
    described = (await room.browser().get("/api/v1/openapi.json")).json()
    told = {(path, method) for path, methods in described["paths"].items() for method in methods}
    there = set()
    for route in room.backend.litestar.routes:
        path = route.path.replace(":str", "").replace(":path", "")
        if path in UNTOLD:
            continue
        assert isinstance(route, HTTPRoute)
        there |= {(path, method.lower()) for method in route.methods if method != "OPTIONS"}
    there |= {(path, entry.method.lower()) for path, entry in room.backend.gate.entries.items()}
    assert told == there


@pytest.mark.asyncio
async def test_every_status_of_the_contract_is_described(room: DoorsRoom) -> None:
    described = (await room.browser().get("/api/v1/openapi.json")).json()
    for entry in traffic():
        answers = described["paths"][entry["path"]][str(entry["method"]).lower()]["responses"]
        wanted = [entry["ok"], entry.get("problems", []), entry.get("refused", [])]
        assert set(re.findall("[0-9]+", str(wanted))) <= set(answers), entry["path"]
        assert {"400", "500", "503"} <= set(answers)


@pytest.mark.asyncio
async def test_the_description_names_no_schema_it_does_not_hold(room: DoorsRoom) -> None:
    raw = (await room.browser().get("/api/v1/openapi.json")).text
    described = (await room.browser().get("/api/v1/openapi.json")).json()
    held = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    named = {part.split('"')[0] for part in raw.split('"$ref":"')[1:]}
    assert named <= held
