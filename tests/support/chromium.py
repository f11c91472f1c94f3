"""A real browser without a screen: Debian's Chromium, driven by Playwright.

The headless shell is the same engine without a browser's own windows, which took more than half of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

# Ends a hang; a page that is right is there much sooner, and a busy machine may have it wait.
WITHIN_MS = 60_000
CHROMIUM = "/usr/bin/chromium-headless-shell"
# What a browser needs where there is no sandbox, no GPU and no network to chatter with.
FLAGS = [
    "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-gpu", "--font-render-hinting=none",
]  # fmt: skip


expect.set_options(timeout=WITHIN_MS)


@contextmanager
def a_browser() -> Iterator[Browser]:
    """The browser, for as long as the block runs; no other loop can run in this thread meanwhile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
