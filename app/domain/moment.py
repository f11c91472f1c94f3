"""A reading of both clocks, so that neither a jump of the wall clock nor a laptop's sleep hides an age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: ``at`` is aware UTC (for people and the disk), ``mono_s`` seconds that never
    jump.
    """

    at: datetime
    mono_s: float

    def ticked_since(self, earlier: Moment) -> timedelta:
        """Time by the clock that never jumps. Right for short waits on the screen: it does not count
        a sleep.
        """
        return timedelta(seconds=self.mono_s - earlier.mono_s)

    def age_of(self, earlier: Moment) -> timedelta:
        """The longer of the two elapsed times: right where being late does harm.

        The monotonic clock stands still while a laptop sleeps and the wall clock may be set back; taking the
        longer one asks once too often rather than once too seldom.
        """
        return max(self.ticked_since(earlier), self.at - earlier.at)
