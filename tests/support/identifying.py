"""Going to a provider and back without a screen: as a browser does it, request by request."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import httpx

from tests.support.doors_room import ORIGIN, Customer
from tests.support.openid_provider import Person

RETURN_TO = "/?service=neuvonta"


async def leave(customer: Customer, *, return_to: str = RETURN_TO) -> str:
    """The address the page sends her to."""
    answer = await customer.post(
        "/api/v1/customer/identification", {"return_to": return_to, "language": "fi"}
    )
    assert answer.status_code == 200, answer.text
    return str(answer.json()["redirect_url"])


async def at_the_provider(url: str, person: Person | None) -> str:
    """Signs in there as `person`, None: turns back; the address the provider sends the browser back to."""
    async with httpx.AsyncClient(follow_redirects=False, timeout=60) as browser:
        answer = await browser.get(url)
        for _ in range(10):
            if answer.status_code == 200:
                answer = await browser.post(
                    str(answer.request.url), data={"person": person.sub if person is not None else ""}
                )
                continue
            assert answer.status_code in (302, 303), answer.text
            onward = urljoin(str(answer.request.url), answer.headers["location"])
            if onward.startswith(ORIGIN):
                return onward
            answer = await browser.get(onward)
    raise AssertionError("the provider never sent the browser back")


async def back(customer: Customer, url: str) -> httpx.Response:
    """Her browser follows the provider's redirect, and keeps the cookie that comes with the answer."""
    split = urlsplit(url)
    answer = await customer.browser.get(f"{split.path}?{split.query}")
    assert answer.status_code == 303, answer.text
    return answer


async def identified(customer: Customer, person: Person) -> httpx.Response:
    """There and back; then the page asks for a snapshot, as it does when it opens."""
    answer = await back(customer, await at_the_provider(await leave(customer), person))
    await reopened(customer)
    return answer


async def reopened(customer: Customer) -> dict[str, object]:
    """The page opens anew: its snapshot, with the token that goes with every command."""
    snapshot = await customer.browser.get("/api/v1/customer/snapshot")
    assert snapshot.status_code == 200, snapshot.text
    customer.page_token = snapshot.json()["page_token"]
    conversation = snapshot.json()["conversation"]
    customer.conversation_id = "" if conversation is None else conversation["conversation_id"]
    found: dict[str, object] = snapshot.json()
    return found
