"""Which small facts can be put on a contact together, and on whose (R044, R045, R096)."""

import pytest

from server_stub.helpline.contact_marks import ContactMark, unfit_marks


@pytest.mark.parametrize(
    ("marks", "identity", "told"),
    [
        ((), "anonymous", None),
        (("new_customer", "meeting_needed", "call_offered"), "anonymous", None),
        (("new_customer", "dealt_before"), "anonymous", "code_not_listed"),
        (("meeting_needed", "meeting_not_needed"), "identified", "code_not_listed"),
        (("call_offered", "call_offered"), "anonymous", "code_not_listed"),
        (("new_client_path",), "identified", None),
        (("new_client_path",), "anonymous", "identification_needed"),
    ],
)
def test_one_of_each_pair_and_a_client_to_be_is_identified(
    marks: tuple[str, ...], identity: str, told: str | None
) -> None:
    """R044: identified only; R045, R096: one of the two."""
    problem = unfit_marks(tuple(ContactMark(mark) for mark in marks), identity=identity)
    assert (problem.code if problem else None) == told
