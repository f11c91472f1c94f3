"""The feed: one stream of changes to all who show something."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.changes import Changes

Listener = Callable[[Changes], None]


class Feed:
    """Tells every listener what changed, in the order they came, in the same turn of the loop."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear from now on; call what is returned to stop (twice is no error)."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener

        def stop() -> None:
            self._listeners.pop(number, None)

        return stop

    def tell(self, changes: Changes) -> None:
        """Tell all; nothing when nothing changed. Who stops listening meanwhile hears no more."""
        if not changes:
            return
        for number in tuple(self._listeners):
            listener = self._listeners.get(number)
            if listener is not None:
                listener(changes)
