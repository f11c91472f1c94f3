"""A browser, a small honest backend and a page of its own for every test of the customer page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.page_http import PageServer
from tests.customer_page.visitor import Visitor
from tests.support.chromium import WITHIN_MS, a_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # One a file: while it lives its event loop counts as running, and no other test could run its own.
    with a_browser() as browser:
        yield browser


@pytest.fixture
def backend() -> PageBackend:
    return PageBackend()


@pytest.fixture
def server(backend: PageBackend) -> Iterator[PageServer]:
    server = PageServer(backend)
    server.start()
    yield server
    server.close()


class Window:
    """What went wrong in a page while nobody looked: script errors, refused loads, requests elsewhere."""

    def __init__(self, page: Page, address: str) -> None:
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)
        page.on("request", lambda request: self._asked(request.url, address))

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Refused" in message.text:
            self.errors.append(message.text)

    def _asked(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.elsewhere.append(url)


@pytest.fixture
def open_visitor(browser: Browser, server: PageServer) -> Iterator[Any]:
    """`open_visitor(width=…, language=…, **context options)`: a customer with a browser of her own."""
    opened: list[tuple[Any, Window]] = []

    def open_one(
        path: str = "/", *, width: int = 390, height: int = 844, language: str = "fi", **options: Any
    ) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=language, base_url=server.address, **options
        )
        context.set_default_timeout(WITHIN_MS)
        page = context.new_page()
        opened.append((context, Window(page, server.address)))
        page.goto(path)
        return Visitor(page, server)

    yield open_one
    for context, _ in opened:
        context.close()
    for _, window in opened:
        assert window.errors == []
        assert window.elsewhere == []


@pytest.fixture
def visitor(open_visitor: Callable[..., Visitor]) -> Visitor:
    """A customer with a phone, in Finnish, before the entry."""
    visitor = open_visitor()
    expect(visitor.first_words).to_be_visible()
    return visitor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the page's own small server go without ceremony.

    A browser opens lines ahead of need; one taken in the very moment the server's loop stops is dropped by
    the collector, which asyncio reports. Nothing of the product runs in this process here.
    """
    dropped = (
        "ignore:Exception ignored in. <function _SelectorTransport:pytest.PytestUnraisableExceptionWarning"
    )
    for item in items:
        if "tests/customer_page" in item.path.as_posix():
            item.add_marker(pytest.mark.filterwarnings(dropped))
