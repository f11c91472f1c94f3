"""presence: What a counsellor says of herself, and what follows: duty, room, taking work (R057).

| presence | on duty | room for more | takes new work |
|---|---|---|---|
| available | yes | her capacity less what she holds | yes |
| busy | yes | none | yes, of her own accord |
| on break | no | none | no |
| away | no | none | no |

What she says is kept until she says otherwise, over a reconnect too. Whoever has had no stream for a minute
is away, whatever she said. Conversations she holds go on in every one of the four.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.values import Millis, Problem

AWAY_AFTER_MS: Final = 60_000
"""Without a stream for this long she is away (leases are noted twice as often)."""


class Presence(StrEnum):
    """The glossary's four words: vapaa, varattu, tauolla, poissa."""

    AVAILABLE = "available"
    BUSY = "busy"
    ON_BREAK = "on_break"
    AWAY = "away"


AT_FIRST: Final = Presence.AVAILABLE
"""What counts for somebody who has never said anything."""


class Colleague(NamedTuple):
    """Somebody of staff at one moment: the only place where duty, slots and room are worked out.
    `since`: from when on her presence is what it is, None where she has never said anything.
    """

    staff_id: str
    display_name: str
    presence: Presence
    load: int
    capacity: int
    queues: frozenset[str]
    since: Millis | None = None
    is_occupied: bool = False
    """She is in a problem situation: it takes all there is of her, and no new work comes to her."""

    @property
    def is_on_duty(self) -> bool:
        """Whether she is there to answer customers at all."""
        return self.capacity > 0 and self.presence in (Presence.AVAILABLE, Presence.BUSY)

    @property
    def slots(self) -> int:
        """How many conversations she takes at once; none while she gives no room."""
        return self.capacity if self.presence is Presence.AVAILABLE and not self.is_occupied else 0

    @property
    def free(self) -> int:
        """How many more conversations she has room for."""
        return max(0, self.slots - self.load)


def presence_at(now: Millis, said: Presence, *, seen_at: Millis) -> Presence:
    """What she says, unless she has been without a stream for too long."""
    return said if seen_at >= now - AWAY_AFTER_MS else Presence.AWAY


def cannot_take(said: Presence) -> Problem | None:
    """Why she is given no new work, or None."""
    if said in (Presence.ON_BREAK, Presence.AWAY):
        return Problem("not_available", {"presence": said})
    return None
