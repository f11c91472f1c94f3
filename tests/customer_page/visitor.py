"""What a customer does on the page, in the words of the page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.customer_page.page_backend import PageBackend
from tests.customer_page.page_http import PageServer


class Visitor:
    """One customer, her page and the backend behind it."""

    def __init__(self, page: Page, server: PageServer) -> None:
        self.page = page
        self.server = server
        self.backend: PageBackend = server.backend

    # ---- what she sees

    @property
    def title(self) -> Locator:
        return self.page.locator("#title")

    @property
    def lines(self) -> Locator:
        return self.page.locator("[role=log] .line")

    @property
    def own(self) -> Locator:
        return self.page.locator("[role=log] .line.own")

    @property
    def banner(self) -> Locator:
        return self.page.locator("#banner")

    @property
    def problem(self) -> Locator:
        return self.page.locator("#message-problem, #first-words-problem").first

    @property
    def message(self) -> Locator:
        return self.page.locator("#message")

    @property
    def first_words(self) -> Locator:
        return self.page.locator("#first-words")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def texts(self) -> list[str]:
        return [text.strip() for text in self.page.locator("[role=log] .words").all_inner_texts()]

    def stored(self) -> str:
        """All that the browser keeps for the page."""
        return str(self.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])"))

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits while the page lives on, at most fifteen seconds."""
        for _ in range(600):
            if condition():
                return
            self.page.wait_for_timeout(25)
        raise AssertionError("it did not come true")

    # ---- what she does

    def wait_in_queue(self, text: str = "Vuokra on myöhässä, mistä saan apua?") -> Visitor:
        self.page.locator("#topic").select_option(index=1)
        self.first_words.fill(text)
        self.page.locator("form button[type=submit]").click()
        expect(self.message).to_be_visible()
        return self

    def said(self) -> list[str]:
        """What the backend has of her, in order."""
        return [
            message["text"] for message in self.backend.conversation.messages if message["by"] == "customer"
        ]

    def talk(self, text: str = "Hei, milloin voi hakea ehkäisevää toimeentulotukea?") -> Visitor:
        self.wait_in_queue(text)
        self.backend.claim()
        expect(self.page.locator(".place")).to_be_hidden()
        return self

    def write(self, text: str) -> Visitor:
        self.message.fill(text)
        self.page.locator(".composer button[type=submit]").click()
        return self

    def end(self) -> Visitor:
        self.button("Lopeta keskustelu").click()
        self.page.locator(".question button").first.click()
        return self
