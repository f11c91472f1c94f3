"""Small coded facts about a contact, chosen when it is wrapped up: at most one of each group, none needed."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.domain.conversation import Identity


class ContactMark(StrEnum):
    """One coded fact, as the contract names it."""

    NEW_CUSTOMER = "new_customer"
    DEALT_BEFORE = "dealt_before"
    NEW_CLIENT_PATH = "new_client_path"
    MEETING_NEEDED = "meeting_needed"
    MEETING_NOT_NEEDED = "meeting_not_needed"
    CALL_OFFERED = "call_offered"


_INSTEAD: Final = {
    ContactMark.NEW_CUSTOMER: ContactMark.DEALT_BEFORE,
    ContactMark.DEALT_BEFORE: ContactMark.NEW_CUSTOMER,
    ContactMark.MEETING_NEEDED: ContactMark.MEETING_NOT_NEEDED,
    ContactMark.MEETING_NOT_NEEDED: ContactMark.MEETING_NEEDED,
}


def marks_for(identity: Identity) -> tuple[ContactMark, ...]:
    """Those that can be put on a contact, in the order in which they stand; a new client is an identified
    customer (R044).
    """
    return tuple(
        mark
        for mark in ContactMark
        if mark is not ContactMark.NEW_CLIENT_PATH or identity is not Identity.ANONYMOUS
    )


def pressed(marks: tuple[ContactMark, ...], mark: ContactMark) -> tuple[ContactMark, ...]:
    """After that mark has been pressed: it is put on, in the place of what it excludes, or taken off."""
    if mark in marks:
        return tuple(each for each in marks if each is not mark)
    left = {each for each in marks if each is not _INSTEAD.get(mark)} | {mark}
    return tuple(each for each in ContactMark if each in left)


def known_marks(codes: tuple[str, ...]) -> tuple[ContactMark, ...]:
    """Those of the codes that this program knows; others are left out."""
    known = {mark.value for mark in ContactMark}
    return tuple(ContactMark(code) for code in codes if code in known)
