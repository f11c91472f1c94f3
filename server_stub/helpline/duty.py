"""duty: Whether anybody is there to answer, as a customer is told it: in words, never a name (R024, R027)."""

from typing import Literal

Duty = Literal["free", "busy", "nobody"]
"""A counsellor has room for her; all on duty hold as many as they can; nobody is on duty."""


def duty_of(place: int, *, on_duty: int, free: int) -> Duty:
    """What is so for a place in a queue (1 is next): `on_duty` counsellors serve it, who have room for `free`
    more conversations together.

    Whoever stands behind as many as there is room for waits as if all were busy: her turn is not next.
    """
    if on_duty < 1:
        return "nobody"
    return "free" if place <= free else "busy"
