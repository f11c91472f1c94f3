"""ALSA says on standard error, in twenty lines, that there is no sound card: here it is told not to."""

import ctypes
import ctypes.util
import sys

_HEARS = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)


def _hear(_file: bytes, _line: int, _function: bytes, _error: int, _format: bytes) -> None:
    """What ALSA complains of is known already: the device did not open."""


# Kept for as long as ALSA may call it.
_NOBODY = _HEARS(_hear)


def quieten_alsa() -> None:
    """Have ALSA complain to nobody; where there is none, nothing happens."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_NOBODY)
    except (OSError, AttributeError):
        return
