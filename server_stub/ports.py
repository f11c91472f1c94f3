"""What the backend's middle asks of the outside: the clock, randomness, named points."""

from typing import Protocol


class Clock(Protocol):
    """Time, injected so that tests and rules never read it themselves."""

    def millis(self) -> int:
        """Milliseconds since 1970, UTC."""
        ...


class Draw(Protocol):
    """Random identifiers."""

    def identifier(self) -> str:
        """128 random bits as 32 lower-case hexadecimal digits."""
        ...

    def alias(self) -> str:
        """Four random digits, for display only."""
        ...


class Points(Protocol):
    """Named points on the way of a command; a test may stop the process at one."""

    def __call__(self, name: str) -> None:
        """The way has come to `name`."""
        ...


def pass_by(name: str) -> None:
    """The points of everyday: nothing happens at any."""
