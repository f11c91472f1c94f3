"""contact_marks: Small coded facts that a professional adds to a contact when she wraps it up. Pure.

| marks, one of a line at most | who said it is needed |
|---|---|
| `new_customer`, `dealt_before` | whether the customer is new or has dealt here before (R045) |
| `new_client_path` | somebody is on the way to becoming a client; identified customers only (R044) |
| `meeting_needed`, `meeting_not_needed` | the professional's view on meeting face to face (R096) |
| `call_offered` | a way without writing, a call, was offered (R093) |

None is ever needed. They are for professionals and figures: no customer is told of them, and nothing follows
from them by itself.
"""

from enum import StrEnum
from typing import Final

from server_stub.helpline.values import Problem


class ContactMark(StrEnum):
    """One coded fact about a contact; a code never gets another meaning."""

    NEW_CUSTOMER = "new_customer"
    DEALT_BEFORE = "dealt_before"
    NEW_CLIENT_PATH = "new_client_path"
    MEETING_NEEDED = "meeting_needed"
    MEETING_NOT_NEEDED = "meeting_not_needed"
    CALL_OFFERED = "call_offered"


_EXCLUDING: Final = (
    frozenset({ContactMark.NEW_CUSTOMER, ContactMark.DEALT_BEFORE}),
    frozenset({ContactMark.MEETING_NEEDED, ContactMark.MEETING_NOT_NEEDED}),
)
"""Of each of these one at most."""


def unfit_marks(marks: tuple[ContactMark, ...], *, identity: str) -> Problem | None:
    """Why these cannot stand together, or not on a contact of that `identity`; None when they can."""
    given = frozenset(marks)
    if len(given) != len(marks) or any(given >= pair for pair in _EXCLUDING):
        return Problem("code_not_listed")
    if ContactMark.NEW_CLIENT_PATH in given and identity == "anonymous":
        return Problem("identification_needed")
    return None
