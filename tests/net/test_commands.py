"""Sending: exactly one of five outcomes, whatever stands between here and the backend (F06, F22)."""

import pytest

from app.domain.outcomes import Accepted, Later, Refused, SignedOutOutcome, Unknown
from app.domain.problems import ProblemCode
from tests.net.loopback import (
    a_portal,
    a_problem,
    a_refusal,
    answer,
    cut_in_the_middle,
    example,
    hang_up,
    silence,
)

pytestmark = pytest.mark.asyncio

COMMANDS = "/api/v1/staff/commands"
BODY = b'{"type":"WriteMessage","text":"\xc3\xa4"}'


async def test_an_accepted_command_is_accepted_and_went_out_byte_for_byte(workstation, backend):
    await workstation.sign_in()
    backend.plan(COMMANDS, answer(example("Accepted.staff")))
    outcome = await workstation.gate.send(BODY)
    assert isinstance(outcome, Accepted)
    assert outcome.cursor == 4711
    (request,) = backend.asked(COMMANDS)
    assert request.body == BODY
    assert request.headers["content-type"] == "application/json"
    assert "content-encoding" not in request.headers


async def test_a_refusal_is_final_and_says_why(workstation, backend):
    await workstation.sign_in()
    backend.plan(COMMANDS, a_refusal("already_claimed", 409, by_name="Pekka"))
    outcome = await workstation.gate.send(BODY)
    assert isinstance(outcome, Refused)
    assert (outcome.problem.code, outcome.problem.by_name) == (ProblemCode.ALREADY_CLAIMED, "Pekka")


@pytest.mark.parametrize(
    "what",
    [
        a_portal(),
        answer(b"<html>", kind="text/html", status=403),
        answer(b"<html>Bad gateway</html>", kind="text/html", status=502),
        answer(b"", status=504),
        answer(b"upstream", kind="text/plain", status=503),
        answer(b'{"status": "ok"}'),
        answer(b"", status=204),
        answer(b"", status=302, Location="http://127.0.0.1:9/elsewhere"),
        answer(b"{", status=409),
        answer(example("Accepted.staff"), status=500),
        cut_in_the_middle(example("Accepted.staff")),
        hang_up(),
    ],
)
async def test_whatever_is_not_ours_to_the_letter_is_unknown_and_never_a_success(workstation, backend, what):
    await workstation.sign_in()
    backend.plan(COMMANDS, what)
    assert isinstance(await workstation.gate.send(BODY), Unknown)


async def test_an_answer_that_does_not_come_is_unknown(backend, workstation):
    workstation.start(answer_s=0.5)
    await workstation.sign_in()
    backend.plan(COMMANDS, silence())
    assert isinstance(await workstation.gate.send(BODY), Unknown)


async def test_a_backend_that_is_not_there_is_unknown(workstation, backend):
    await workstation.sign_in()
    await backend.__aexit__(None, None, None)
    assert isinstance(await workstation.gate.send(BODY), Unknown)


async def test_a_redirect_is_not_followed_and_no_token_goes_along(workstation, backend):
    await workstation.sign_in()
    backend.plan(COMMANDS, answer(b"", status=307, Location="/elsewhere"))
    await workstation.gate.send(BODY)
    assert backend.asked("/elsewhere") == []


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 7.0),
        ({"Retry_After": "30"}, 30.0),
        ({"Retry_After": "Mon, 23 Nov 2026 09:06:07 GMT"}, 60.0),
        ({"Retry_After": "soon"}, 7.0),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
async def test_later_is_as_much_later_as_was_asked(workstation, backend, status, headers, seconds):
    await workstation.sign_in()
    body = b'{"problem":{"code":"throttled","retry_after_s":7}}'
    backend.plan(COMMANDS, answer(body, status=status, **headers))
    outcome = await workstation.gate.send(BODY)
    assert outcome == Later(seconds)


async def test_an_expired_token_is_renewed_once_and_the_same_bytes_go_again(workstation, backend):
    await workstation.sign_in()
    backend.plan(COMMANDS, a_problem("signed_out", 401), answer(example("Accepted.staff")))
    backend.plan("/api/v1/staff/refresh", answer(renewed("second")))
    assert isinstance(await workstation.gate.send(BODY), Accepted)
    first, second = backend.asked(COMMANDS)
    assert first.body == second.body == BODY
    assert second.bearer == "second"


async def test_when_even_the_renewed_token_is_refused_she_must_sign_in(workstation, backend):
    await workstation.sign_in()
    backend.plan(COMMANDS, a_problem("signed_out", 401))
    backend.plan("/api/v1/staff/refresh", a_problem("signed_out", 401))
    assert isinstance(await workstation.gate.send(BODY), SignedOutOutcome)


async def test_a_hint_that_does_not_get_through_is_no_loss(workstation, backend):
    await workstation.sign_in()
    backend.plan("/api/v1/staff/hints", hang_up())
    await workstation.gate.hint("c" * 32)
    assert len(backend.asked("/api/v1/staff/hints")) == 1


def renewed(access: str) -> bytes:
    return example("SignedIn").replace(b"qU3dJ8nX0vYpR6sLk2TzWm4BhCe9GfAi7OyNxQrS5to", access.encode())
