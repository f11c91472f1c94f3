"""mail_address: Whether what a customer wrote is one address a letter may go to. Pure (trust.md B12)."""

import re
from typing import Final

LONGEST: Final = 254
"""Of an address (RFC 5321, as erratum 1690 counts it)."""
_LONGEST_LOCAL: Final = 64

# The plain form alone. Quoted local parts, comments, display names, address literals and letters outside
# ASCII are left out on purpose: each is read differently by some program on the way, and she can do without.
_LOCAL: Final = re.compile(r"[A-Za-z0-9_+%=~^'-]+(?:\.[A-Za-z0-9_+%=~^'-]+)*")
_LABEL: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_LAST_LABEL: Final = re.compile(r"[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59}")


def one_address(written: str) -> str | None:
    """The address, its domain in small letters, or None where it is not exactly one that can be written to.

    Spaces around it are the customer's slip and go; any inside, a second address, a name before it, a line
    break or anything else that could mean more to a mail server than one recipient is refused.
    """
    text = written.strip(" ")
    if len(text) > LONGEST or not text.isascii() or text.count("@") != 1:
        return None
    local, _, domain = text.partition("@")
    if len(local) > _LONGEST_LOCAL or not _LOCAL.fullmatch(local):
        return None
    labels = domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    if not _LAST_LABEL.fullmatch(labels[-1]):
        return None
    return f"{local}@{domain.lower()}"
