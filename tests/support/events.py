"""Server-sent events as this contract uses them, parsed from the bytes of a stream."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its name ("" for a fact), its id, and its data lines."""

    name: str
    id: str | None
    data: tuple[str, ...]


class Parser:
    """Pieces of bytes in, whole events out."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> list[Event]:
        """The events that are whole now."""
        *blocks, self._rest = (self._rest + piece).split(b"\n\n")
        return [event for block in blocks if (event := _event(block.decode())) is not None]


def _event(block: str) -> Event | None:
    name, event_id, data = "", None, []
    for line in block.split("\n"):
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            name = value
        elif field == "id":
            event_id = value
        elif field == "data":
            data.append(value)
    return Event(name, event_id, tuple(data)) if data else None
