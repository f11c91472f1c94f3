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


class KeptFact(Protocol):
    """A committed fact, as kept: what the readers' hub needs of it."""

    @property
    def seq(self) -> int:
        """Its number in the log."""
        ...

    @property
    def conversation(self) -> int | None:
        """The row of its conversation."""
        ...

    @property
    def number(self) -> int | None:
        """Its number in its conversation."""
        ...

    @property
    def message_seq(self) -> int | None:
        """The conversation's newest message at this fact."""
        ...

    @property
    def kind(self) -> str:
        """Its type."""
        ...

    @property
    def audience(self) -> str:
        """Its addresses, a line each."""
        ...

    @property
    def body(self) -> bytes:
        """Its JSON."""
        ...

    @property
    def customer_body(self) -> bytes | None:
        """The customer's copy, where it differs."""
        ...


class Alarm(Protocol):
    """Where the backend says what happened: a name and ids, never content."""

    def __call__(self, event: str, **ids: str | int) -> None:
        """One event."""
        ...


def place_of(error: BaseException) -> str:
    """`file:line` where it was raised: enough to find it, nothing of what was handled."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
