"""Presence as a lease: who is at the other end of a stream, noted now and then for all processes."""

from typing import Final

from server_stub.fanout.hub import Hub
from server_stub.ports import Clock
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.due_acts import renew_leases

_THERE: Final = ("s:", "c:")
"""Addresses of those who are there for each other: who answers customers, and customers."""


class Presence:
    """Renews the leases of everybody who listens in this process, and of those who just left."""

    def __init__(self, hub: Hub, groups: CommitGroups, clock: Clock) -> None:
        self._hub = hub
        self._groups = groups
        self._clock = clock
        self._departed: dict[str, int] = {}
        self._known: frozenset[str] = frozenset()

    @property
    def has_departures(self) -> bool:
        """Whether somebody came or left since the last renewal."""
        return bool(self._departed) or self._present() != self._known

    def left(self, address: str) -> None:
        """A stream at this address ended just now: until then its reader was there."""
        if address.startswith(_THERE):
            self._departed[address] = self._clock.millis()

    async def renew(self) -> None:
        """Note everybody. Raises `WriteFailed`; what was not noted is noted the next time."""
        now, present = self._clock.millis(), self._present()
        departed = dict(self._departed)
        seen = departed | dict.fromkeys(present, now)
        if seen:
            await self._groups.write(lambda connection: renew_leases(connection, seen))
        for address, at in departed.items():
            if self._departed.get(address) == at:
                del self._departed[address]
        self._known = present

    def _present(self) -> frozenset[str]:
        return frozenset(a for a in self._hub.addresses() if a.startswith(_THERE))
