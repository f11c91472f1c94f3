"""first_desk: Solved at first desk, or moved on, and how long that took. Pure (R079–R081).

A matter is solved at first desk when it was answered and closed without a hand-over: by whoever took it where
the customer's own choice led it. One that was moved on has come to the right place with its last hand-over.
"""

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from server_stub.helpline.values import Millis


class Matter(NamedTuple):
    """One that was answered and closed; `moved_at` is its last hand-over, None when there was none."""

    service_id: str
    channel: str
    opened_at: Millis
    hand_overs: int
    moved_at: Millis | None


class FirstDesk(NamedTuple):
    """One service and channel. `to_right_place_s` is the median of those moved on, None when none was;
    `most_hand_overs` the most that one of them went through.
    """

    service_id: str
    channel: str
    answered: int
    at_first_desk: int
    moved_on: int
    to_right_place_s: int | None
    most_hand_overs: int


def first_desk(matters: Iterable[Matter]) -> tuple[FirstDesk, ...]:
    """By service and channel, in the order of their names."""
    groups: dict[tuple[str, str], list[Matter]] = {}
    for matter in matters:
        groups.setdefault((matter.service_id, matter.channel), []).append(matter)
    return tuple(_counted(*key, group) for key, group in sorted(groups.items()))


def _counted(service_id: str, channel: str, group: list[Matter]) -> FirstDesk:
    moved = [one for one in group if one.hand_overs > 0]
    waits = [(one.moved_at - one.opened_at) // 1000 for one in moved if one.moved_at is not None]
    return FirstDesk(
        service_id=service_id,
        channel=channel,
        answered=len(group),
        at_first_desk=len(group) - len(moved),
        moved_on=len(moved),
        to_right_place_s=round(median(waits)) if waits else None,
        most_hand_overs=max((one.hand_overs for one in group), default=0),
    )
