"""duty_time: When somebody of staff was on a shift, from what she said of her own work (R084). Pure.

| told of | leads to |
|---|---|
| a shift began | a spell of duty begins; on the same day it is the same one with other queues |
| on a break, or away | the spell goes on, and the time is told beside it |
| a shift ended | the spell ends |
| a shift began on another day, none ended | the earlier spell stays without an end: none is guessed |
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis

BEGAN: Final = "began"
ENDED: Final = "ended"
_NOT_THERE: Final = frozenset({"on_break", "away"})


class Told(NamedTuple):
    """What she said at one moment: `BEGAN`, `ENDED`, or a presence."""

    at: Millis
    staff_id: str
    what: str


class Spell(NamedTuple):
    """One shift of one person. `ended_at` is None while it goes on, or where she never ended it."""

    staff_id: str
    began_at: Millis
    ended_at: Millis | None
    not_there_ms: Millis

    @property
    def duty_ms(self) -> Millis | None:
        """From beginning to end, breaks included; None without an end."""
        return None if self.ended_at is None else self.ended_at - self.began_at


class _Going(NamedTuple):
    began_at: Millis
    not_there_ms: Millis = 0
    away_since: Millis | None = None

    def there_again(self, at: Millis) -> "_Going":
        gone = 0 if self.away_since is None else at - self.away_since
        return self._replace(not_there_ms=self.not_there_ms + gone, away_since=None)


def spells(told: Iterable[Told]) -> tuple[Spell, ...]:
    """Every spell of duty that begins in `told` (ascending by time), in the order of their beginnings."""
    going: dict[str, _Going] = {}
    found: list[Spell] = []
    for at, staff_id, what in told:
        spell = going.get(staff_id)
        if what == BEGAN:
            if spell is not None and _day(spell.began_at) == _day(at):
                going[staff_id] = spell.there_again(at)
                continue
            if spell is not None:
                found.append(Spell(staff_id, spell.began_at, None, spell.not_there_ms))
            going[staff_id] = _Going(at)
        elif spell is not None and what == ENDED:
            over = spell.there_again(at)
            found.append(Spell(staff_id, over.began_at, at, over.not_there_ms))
            del going[staff_id]
        elif spell is not None:
            spell = spell.there_again(at)
            going[staff_id] = spell._replace(away_since=at) if what in _NOT_THERE else spell
    found += [Spell(staff_id, spell.began_at, None, spell.not_there_ms) for staff_id, spell in going.items()]
    return tuple(sorted(found, key=lambda each: (each.began_at, each.staff_id)))


def _day(at: Millis) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(HELSINKI).date()
