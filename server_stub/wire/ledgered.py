"""ledgered: A command as the ledger tells repeats apart: one meaning, one run of bytes, anywhere."""

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")


def command_bytes(command: object) -> bytes:
    """The bytes of a command as the rules are given it: its name and all it says, sets in one order."""
    return _ENCODER.encode((type(command).__name__, command))
