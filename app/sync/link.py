"""The link's transition table: signed out, connecting, live, recovering, offline.

signed_out ──signed in──► connecting ──caught up──► live ◄──caught up── recovering ──lost long──► offline
    ▲                      │  ▲ └──lost long──► offline │                ▲ │ ▲                      │ │
    │                      └lost┘                       └──────lost──────┘ └lost┘   ◄──caught up── live
    └────────────────────── signed out, from anywhere ─────────────────────────────────────────────┘
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain.link import LinkState


class LinkEvent(StrEnum):
    """What moves the link."""

    SIGNED_IN = "signed_in"
    CAUGHT_UP = "caught_up"
    LOST = "lost"
    LOST_LONG = "lost_long"
    SIGNED_OUT = "signed_out"


_NEXT: Mapping[tuple[LinkState, LinkEvent], LinkState] = MappingProxyType(
    {
        (LinkState.SIGNED_OUT, LinkEvent.SIGNED_IN): LinkState.CONNECTING,
        (LinkState.CONNECTING, LinkEvent.CAUGHT_UP): LinkState.LIVE,
        (LinkState.CONNECTING, LinkEvent.LOST): LinkState.CONNECTING,
        (LinkState.CONNECTING, LinkEvent.LOST_LONG): LinkState.OFFLINE,
        (LinkState.LIVE, LinkEvent.LOST): LinkState.RECOVERING,
        (LinkState.LIVE, LinkEvent.CAUGHT_UP): LinkState.LIVE,
        (LinkState.RECOVERING, LinkEvent.CAUGHT_UP): LinkState.LIVE,
        (LinkState.RECOVERING, LinkEvent.LOST): LinkState.RECOVERING,
        (LinkState.RECOVERING, LinkEvent.LOST_LONG): LinkState.OFFLINE,
        (LinkState.OFFLINE, LinkEvent.CAUGHT_UP): LinkState.LIVE,
        (LinkState.OFFLINE, LinkEvent.LOST): LinkState.OFFLINE,
        (LinkState.OFFLINE, LinkEvent.LOST_LONG): LinkState.OFFLINE,
    }
)


def next_state(state: LinkState, event: LinkEvent) -> LinkState:
    """Where the event leads; an event that means nothing in a state leaves it as it is."""
    if event is LinkEvent.SIGNED_OUT:
        return LinkState.SIGNED_OUT
    return _NEXT.get((state, event), state)
