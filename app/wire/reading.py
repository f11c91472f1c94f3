"""The tolerant reader: unknown keys are ignored, what is missing or of another shape is an error."""

from __future__ import annotations

from typing import TypeVar

import msgspec

_Shape = TypeVar("_Shape")


class WireError(ValueError):
    """What came does not follow the contract. It says where, never what stood there."""


def read(body: bytes | msgspec.Raw, shape: type[_Shape]) -> _Shape:
    """Decode JSON into one shape. Raises WireError."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"not a {shape.__name__}: {_place(error)}") from None


def _place(error: Exception) -> str:
    """Where it went wrong (``$.head.state``); the message itself could quote a person's text."""
    _, found, path = str(error).partition(" - at `")
    return path.rstrip("`") if found else type(error).__name__
