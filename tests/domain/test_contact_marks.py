"""Small coded facts about a contact: pressing one takes off what it excludes."""

from app.domain.contact_marks import ContactMark, known_marks, marks_for, pressed
from app.domain.conversation import Identity


def test_a_mark_takes_the_place_of_what_it_excludes_and_goes_when_pressed_again():
    """R045, R096."""
    marks = pressed(pressed((), ContactMark.MEETING_NEEDED), ContactMark.NEW_CUSTOMER)
    assert marks == (ContactMark.NEW_CUSTOMER, ContactMark.MEETING_NEEDED)
    marks = pressed(marks, ContactMark.DEALT_BEFORE)
    assert marks == (ContactMark.DEALT_BEFORE, ContactMark.MEETING_NEEDED)
    assert pressed(marks, ContactMark.MEETING_NEEDED) == (ContactMark.DEALT_BEFORE,)


def test_only_an_identified_customer_can_be_marked_as_becoming_a_client():
    """R044."""
    assert ContactMark.NEW_CLIENT_PATH not in marks_for(Identity.ANONYMOUS)
    assert marks_for(Identity.IDENTIFIED) == tuple(ContactMark)


def test_a_mark_of_a_newer_backend_is_left_out():
    assert known_marks(("new_customer", "of_tomorrow")) == (ContactMark.NEW_CUSTOMER,)
