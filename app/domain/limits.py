"""The numbers both sides go by, as a snapshot states them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Defaults are those of the contract; a snapshot's own numbers replace them. Names carry their units."""

    message_characters: int = 4000
    message_bytes: int = 16384
    typing_every_s: int = 2
    read_every_s: int = 2
    hold_lapses_s: int = 600
    waiting_lapses_s: int = 600
    offer_lapses_s: int = 120
    page_messages: int = 200
    window_messages: int = 50
    ask_after_s: int = 600
    now_or_never_s: int = 15
    attachment_bytes: int = 10_000_000
    attachments_per_conversation: int = 10
