"""openings: When something is open, as it crosses the wire (CONTRACT.md section 5)."""

import msgspec


class Opening(msgspec.Struct, frozen=True):
    """When a queue is open, or somebody on call."""

    opens_at: str
    closes_at: str | None
