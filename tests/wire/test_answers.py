"""A sender sees exactly one of five outcomes; what is not ours to the letter is unknown, never a success."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.outcomes import Accepted, Later, Refused, SignedOutOutcome, Unknown
from app.domain.problems import Problem, ProblemCode
from app.wire.answers import decode_older, decode_outcome, decode_signed_in, says_signed_out
from app.wire.problems import decode_problem

EXAMPLES = Path(__file__).parents[2] / "resources" / "contract" / "v1" / "examples"
ACCEPTED = (EXAMPLES / "Accepted.staff.json").read_bytes()
REFUSED = (EXAMPLES / "Refused.already_claimed.json").read_bytes()
THROTTLED = (EXAMPLES / "ProblemAnswer.throttled.json").read_bytes()
PROXY_PAGE = b"<html><body>Please sign in to the network</body></html>"


def signed_out() -> bytes:
    return json.dumps({"problem": {"code": "signed_out"}}).encode()


def test_accepted_names_its_last_fact_or_none() -> None:
    outcome = decode_outcome(200, ACCEPTED)
    assert isinstance(outcome, Accepted)
    assert outcome.cursor == 4711
    nothing_changed = decode_outcome(200, (EXAMPLES / "Accepted.changed_nothing.json").read_bytes())
    assert isinstance(nothing_changed, Accepted)
    assert nothing_changed.cursor is None


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 415, 422])
def test_refused_brings_its_reason(status: int) -> None:
    assert decode_outcome(status, REFUSED) == Refused(
        Problem(ProblemCode.ALREADY_CLAIMED, by_name="Johan Lindqvist")
    )


def test_a_reason_of_a_later_contract_is_the_general_one() -> None:
    body = json.dumps({"outcome": "refused", "command_id": None, "problem": {"code": "moon_phase"}})
    assert decode_outcome(409, body.encode()) == Refused(Problem(ProblemCode.UNKNOWN))


def test_a_bad_sign_in_means_that_nothing_happened() -> None:
    assert decode_outcome(401, signed_out()) == SignedOutOutcome()


@pytest.mark.parametrize("status", [429, 503])
def test_later_honours_the_header_before_the_body(status: int) -> None:
    assert decode_outcome(status, THROTTLED) == Later(7)
    assert decode_outcome(status, THROTTLED, retry_after_s=30) == Later(30)


@pytest.mark.parametrize(
    "status", [200, 204, 302, 400, 401, 403, 404, 407, 409, 429, 500, 502, 503, 504, 511]
)
@pytest.mark.parametrize("body", [b"", PROXY_PAGE, b"{}", b"[]", b"null", ACCEPTED[:40]])
def test_what_is_not_ours_is_unknown(status: int, body: bytes) -> None:
    assert decode_outcome(status, body) == Unknown()


@pytest.mark.parametrize(
    ("status", "body"), [(200, REFUSED), (409, ACCEPTED), (201, ACCEPTED), (500, ACCEPTED)]
)
def test_an_answer_under_the_wrong_status_is_unknown(status: int, body: bytes) -> None:
    assert decode_outcome(status, body) == Unknown()


def test_a_proxy_that_asks_to_wait_is_honoured_though_nothing_is_known() -> None:
    assert decode_outcome(503, PROXY_PAGE, retry_after_s=20) == Unknown(20)


@given(st.integers(100, 599), st.binary(max_size=100))
def test_no_answer_makes_a_success_of_itself(status: int, body: bytes) -> None:
    assert decode_outcome(status, body) == Unknown()


def test_tokens_are_never_part_of_what_is_printed() -> None:
    tokens = decode_signed_in((EXAMPLES / "SignedIn.json").read_bytes())
    assert tokens.access_token
    for secret in (tokens.access_token, tokens.refresh_token, tokens.device_secret):
        assert secret not in repr(tokens)


def test_older_messages_come_ascending_with_the_first_seq_of_all() -> None:
    messages, first_seq = decode_older((EXAMPLES / "MessagesPage.json").read_bytes())
    assert [message.seq for message in messages] == [1, 2, 3]
    assert first_seq == 1


def test_only_our_own_401_means_signed_out() -> None:
    assert says_signed_out(401, signed_out())
    assert not says_signed_out(401, PROXY_PAGE)
    assert not says_signed_out(403, signed_out())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("ProblemAnswer.*.json")), ids=lambda path: path.stem)
def test_every_problem_of_the_contract_has_a_code_of_ours(path: Path) -> None:
    assert decode_problem(path.read_bytes()).code is not ProblemCode.UNKNOWN


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("ProblemCode.*.json")), ids=lambda path: path.stem)
def test_every_code_of_the_contract_is_one_of_ours(path: Path) -> None:
    assert ProblemCode(json.loads(path.read_bytes())) in ProblemCode
