"""Commands about identification as they come in (CONTRACT.md section 3)."""

from server_stub.wire.command_parts import Command, Id, Seq


class AskIdentification(Command, frozen=True, tag="AskIdentification"):
    """The holder asks the customer to identify."""

    conversation_id: Id
    responsibility_version: Seq


class DeclineIdentification(Command, frozen=True, tag="DeclineIdentification"):
    """The customer goes on without."""

    conversation_id: Id


class DecideEarlierLines(Command, frozen=True, tag="DecideEarlierLines"):
    """The customer says whether what she wrote before joins her record."""

    conversation_id: Id
    are_joined: bool
