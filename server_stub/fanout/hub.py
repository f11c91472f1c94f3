"""Who is told: addresses → readers, in the process's own loop."""

from collections.abc import Callable, Iterable

from server_stub.fanout.outgoing import Outgoing
from server_stub.fanout.reader import Ending, Reader
from server_stub.ports import KeptFact

BEAT_EVERY_S = 20
LOOK_EVERY_S = 3


class Hub:
    """All readers of this process. Only ever used in the event loop's thread."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Reader]] = {}
        self._beats: tuple[set[Reader], ...] = tuple(set() for _ in range(BEAT_EVERY_S))
        self._looks: tuple[set[Reader], ...] = tuple(set() for _ in range(LOOK_EVERY_S))
        self._joined = 0
        self._watchers: list[Callable[[Outgoing], None]] = []
        self._is_stopping = False

    def subscribe(self, addresses: frozenset[str], *, is_customer: bool) -> Reader:
        """A new reader at these addresses; she gets every fact told from now on."""
        reader = Reader(addresses, is_customer=is_customer)
        for address in addresses:
            self._listeners.setdefault(address, set()).add(reader)
        # Beats are spread over the seconds: thousands of readers must not be woken at once.
        self._beats[self._joined % BEAT_EVERY_S].add(reader)
        # Rights change for staff; a customer's stream lives as long as her conversation's.
        if not is_customer:
            self._looks[self._joined % LOOK_EVERY_S].add(reader)
        self._joined += 1
        if self._is_stopping:
            reader.end(Ending.STOPPING)
        return reader

    def leave(self, reader: Reader) -> None:
        """Forget a reader."""
        for address in reader.addresses:
            listeners = self._listeners.get(address)
            if listeners is not None:
                listeners.discard(reader)
                if not listeners:
                    del self._listeners[address]
        for group in (*self._beats, *self._looks):
            group.discard(reader)

    def watch(self, listener: Callable[[Outgoing], None]) -> None:
        """`listener` sees every fact this process tells (the waiting room does)."""
        self._watchers.append(listener)

    def tell(self, facts: Iterable[KeptFact]) -> None:
        """Committed facts, in their order."""
        for row in facts:
            self._tell(Outgoing(row))

    def _tell(self, fact: Outgoing) -> None:
        told: set[Reader] | None = None
        for address in fact.audience:
            listeners = self._listeners.get(address)
            if not listeners:
                continue
            for reader in listeners:
                # A reader at two of the addresses is told once.
                if told is not None and reader in told:
                    continue
                reader.push(fact)
            told = listeners if told is None else told | listeners
        for listener in self._watchers:
            listener(fact)

    def hint(self, address: str, key: str, payload: bytes) -> None:
        """A hint to all who listen at `address`; never stored."""
        for reader in self._listeners.get(address, ()):
            reader.hint(key, payload)

    def has_listener(self, address: str) -> bool:
        """Whether anybody listens at `address` in this process."""
        return address in self._listeners

    def addresses(self) -> tuple[str, ...]:
        """Every address somebody listens at: what leases are renewed for."""
        return tuple(self._listeners)

    def beat(self, second: int) -> None:
        """What this second brings to readers: heartbeats, looks, deadlines; call once a second."""
        for beats in self._beats:
            for reader in tuple(beats):
                reader.tick()
        for reader in tuple(self._beats[second % BEAT_EVERY_S]):
            reader.beat()
        for reader in tuple(self._looks[second % LOOK_EVERY_S]):
            reader.look()

    def gone(self, address: str) -> None:
        """End all streams at `address`: their readers must start afresh."""
        for reader in tuple(self._listeners.get(address, ())):
            reader.end(Ending.GONE)

    def stop(self) -> None:
        """End every stream; the process is stopping."""
        self._is_stopping = True
        for listeners in tuple(self._listeners.values()):
            for reader in tuple(listeners):
                reader.end(Ending.STOPPING)
