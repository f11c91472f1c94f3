"""A customer at her browser, over a real backend: what she does on the page, and what she sends past it."""

from __future__ import annotations

import secrets

from playwright.sync_api import Browser, Page, Request, expect

from tests.support.chromium import WITHIN_MS


class PageCustomer:
    """One customer with a browser of her own. `button` words are those of her language."""

    def __init__(self, browser: Browser, url: str, *, language: str) -> None:
        """She has not opened the page yet."""
        self._context = browser.new_context(
            viewport={"width": 390, "height": 844}, base_url=url, locale=language
        )
        self._context.set_default_timeout(WITHIN_MS)
        self._url = url
        self._language = language
        self._page_token = ""
        self.errors: list[str] = []
        self.page: Page = self._context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._remember_token)

    def close(self) -> None:
        """Close the browser."""
        self._context.close()

    def enter(self, topic_id: str, first_words: str) -> None:
        """Choose a topic, write, and be in the queue."""
        self.page.goto(f"/?lang={self._language}")
        self.page.locator("#topic").select_option(topic_id)
        self.page.locator("#first-words").fill(first_words)
        self.page.locator("form button[type=submit]").click()
        expect(self.page.locator("#message")).to_be_visible()

    def type(self, text: str) -> None:
        """Type into the box, key by key."""
        self.page.locator("#message").press_sequentially(text, delay=20)

    def send(self) -> None:
        """Press the button under the box."""
        self.page.locator(".composer button[type=submit]").click()

    def press(self, words: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=words, exact=True).click()

    def end(self, words: str) -> None:
        """End the conversation, and mean it."""
        self.press(words)
        self.page.locator(".question button").first.click()

    def sees(self, where: str, words: str) -> None:
        """Wait until it says so there; of several such places, the last."""
        expect(self.page.locator(where).last).to_contain_text(words)

    def send_past_the_page(self, text: str) -> None:
        """Straight to the API, with what lets her page in and without the page's own care."""
        shown = self._context.request.get("/api/v1/customer/snapshot").json()["conversation"]
        about = {"command_id": secrets.token_hex(16), "conversation_id": shown["conversation_id"]}
        body = {"type": "WriteMessage", **about, "text": text}
        headers = {"X-Page-Token": self._page_token, "Origin": self._url}
        answer = self._context.request.post("/api/v1/customer/commands", data=body, headers=headers)
        assert answer.ok, answer.text()

    def _remember_token(self, request: Request) -> None:
        self._page_token = request.headers.get("x-page-token", self._page_token)
