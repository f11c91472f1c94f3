"""Who acts: a member of staff, a customer, time itself, or whoever runs the backend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaffActor:
    """A member of staff, as signed in; `address` is also where facts for her go."""

    staff_id: str
    display_name: str
    roles: frozenset[str]
    queues: frozenset[str]
    capacity: int

    @property
    def address(self) -> str:
        """Her address in audiences and the ledger."""
        return f"s:{self.staff_id}"


@dataclass(frozen=True, slots=True)
class CustomerActor:
    """A customer behind a cookie; `conversation_id` is hers or None.

    `identification` is the row of who she has proved to be in this session, None while she is anonymous.
    """

    session_row: int
    conversation_id: str | None
    identification: int | None = None
    is_on_behalf: bool = False

    @property
    def address(self) -> str:
        """Her name in the ledger (not an audience: facts go to the conversation's address)."""
        return f"p:{self.session_row}"


@dataclass(frozen=True, slots=True)
class ClockActor:
    """Time itself: the timekeeper's acts."""

    @property
    def address(self) -> str:
        """Its name in the ledger."""
        return "clock"


@dataclass(frozen=True, slots=True)
class ConsoleActor:
    """Whoever runs the backend, at its console; `user` is her name on that computer."""

    user: str

    @property
    def address(self) -> str:
        """Her name in the audit log."""
        return f"console:{self.user}"


Actor = StaffActor | CustomerActor | ClockActor
