"""Signing in, staying signed in over hours and crashes, and leaving nothing behind (F21, U09)."""

import asyncio

import pytest

from app.domain.problems import Problem, ProblemCode
from app.net.client import Line, open_client
from app.net.transport import HttpGate
from app.ports import LineLost, SecretsUnavailable, SignedIn, SignedOut
from tests.net.loopback import a_portal, a_problem, answer, example, hang_up

pytestmark = pytest.mark.asyncio

SIGN_IN, REFRESH, SIGN_OUT = "/api/v1/staff/sign-in", "/api/v1/staff/refresh", "/api/v1/staff/sign-out"
SNAPSHOT = "/api/v1/staff/snapshot"
ACCESS, REFRESH_TOKEN = (
    "qU3dJ8nX0vYpR6sLk2TzWm4BhCe9GfAi7OyNxQrS5to",
    "Zp4T8cXqVn1sLk7RwMy2BhDe6GfAi0OuJtQr9SvN3xE",
)


def renewed(number: int) -> bytes:
    fresh = example("SignedIn").replace(ACCESS.encode(), f"access-{number}".encode())
    return fresh.replace(REFRESH_TOKEN.encode(), f"refresh-{number}".encode())


def kept(workstation) -> list[str]:
    return list(workstation.secrets.kept.values())


async def test_who_signs_in_is_known_and_the_refresh_token_survives_a_crash(workstation):
    signed_in = await workstation.sign_in()
    assert signed_in.staff.display_name == "Maija Lehtonen"
    assert len(signed_in.device_secret) == 64
    assert kept(workstation) == [REFRESH_TOKEN]


async def test_the_device_secret_is_never_put_into_the_keyring(workstation):
    signed_in = await workstation.sign_in()
    assert signed_in.device_secret not in kept(workstation)


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (a_problem("sign_in_refused", 401, attempts_left=3), ProblemCode.SIGN_IN_REFUSED),
        (a_problem("throttled", 429, retry_after_s=60), ProblemCode.THROTTLED),
        (a_problem("unavailable", 503, retry_after_s=2), ProblemCode.UNAVAILABLE),
        (a_portal(), ProblemCode.LINE_LOST),
        (hang_up(), ProblemCode.LINE_LOST),
    ],
)
async def test_a_sign_in_that_fails_says_why(backend, workstation, what, code):
    backend._plans[SIGN_IN].clear()
    backend.plan(SIGN_IN, what)
    problem = await workstation.gate.sign_in("maija", "a password")
    assert isinstance(problem, Problem)
    assert problem.code is code
    assert kept(workstation) == []


@pytest.mark.parametrize("version", [b'{"major": 2, "minor": 0}', b'{"major": 0, "minor": 9}'])
async def test_a_backend_of_another_contract_is_not_signed_in_to(backend, workstation, version):
    backend._plans["/api/v1/version"].clear()
    backend.plan("/api/v1/version", answer(b'{"contract": ' + version + b', "product": "9"}'))
    problem = await workstation.gate.sign_in("maija", "a password")
    assert problem == Problem(ProblemCode.UPDATE_NEEDED)
    assert backend.asked(SIGN_IN) == []


async def test_a_portal_in_front_of_the_backend_never_sees_the_password(backend, workstation):
    backend._plans["/api/v1/version"].clear()
    backend.plan("/api/v1/version", a_portal())
    problem = await workstation.gate.sign_in("maija", "a password")
    assert problem == Problem(ProblemCode.LINE_LOST)
    assert all(b"a password" not in request.body for request in backend.requests)


async def test_a_token_is_renewed_before_it_expires_by_the_clock_that_never_jumps(backend, workstation):
    await workstation.sign_in()
    backend.plan(SNAPSHOT, answer(example("StaffSnapshot")))
    backend.plan(REFRESH, answer(renewed(2)))
    await workstation.clock.advance(13 * 60)
    await workstation.gate.snapshot()
    assert backend.asked(REFRESH) == []
    await workstation.clock.advance(70)
    await workstation.gate.snapshot()
    assert len(backend.asked(REFRESH)) == 1
    assert [request.bearer for request in backend.asked(SNAPSHOT)] == [ACCESS, "access-2"]
    assert kept(workstation) == ["refresh-2"]


async def test_a_token_that_cannot_be_renewed_just_now_is_used_to_its_end(backend, workstation):
    await workstation.sign_in()
    backend.plan(SNAPSHOT, answer(example("StaffSnapshot")))
    backend.plan(REFRESH, hang_up())
    await workstation.clock.advance(14 * 60 + 10)
    await workstation.gate.snapshot()
    assert backend.asked(SNAPSHOT)[0].bearer == ACCESS


async def test_ten_that_find_the_token_expired_at_once_renew_it_once(backend, workstation):
    await workstation.sign_in()
    backend.plan(SNAPSHOT, *[a_problem("signed_out", 401)] * 10, answer(example("StaffSnapshot")))
    backend.plan(REFRESH, answer(renewed(2)), a_problem("signed_out", 401))
    await asyncio.gather(*(workstation.gate.snapshot() for _ in range(10)))
    assert len(backend.asked(REFRESH)) == 1


async def test_a_renewal_is_finished_also_when_whoever_asked_for_it_stops_waiting(backend, workstation):
    await workstation.sign_in()
    answered = asyncio.Event()
    let_go = asyncio.Event()

    async def slowly(writer):
        answered.set()
        await let_go.wait()
        await answer(renewed(2))(writer)

    backend.plan(REFRESH, slowly)
    async with asyncio.TaskGroup() as group:
        asking = group.create_task(workstation.gate.refresh())
        await answered.wait()
        asking.cancel()
    let_go.set()
    await workstation.gate.refresh()
    assert kept(workstation) == ["refresh-2"]
    assert len(backend.asked(REFRESH)) == 1


async def test_a_refused_renewal_forgets_everything(backend, workstation):
    await workstation.sign_in()
    backend.plan(REFRESH, a_problem("signed_out", 401))
    assert await workstation.gate.refresh() is False
    assert kept(workstation) == []
    with pytest.raises(SignedOut):
        await workstation.gate.snapshot()


async def test_a_renewal_without_a_line_is_no_signing_out(backend, workstation):
    await workstation.sign_in()
    backend.plan(REFRESH, answer(b"", status=502))
    with pytest.raises(LineLost):
        await workstation.gate.refresh()
    assert kept(workstation) == [REFRESH_TOKEN]


async def test_after_a_crash_she_goes_on_without_her_password(backend, workstation):
    await workstation.sign_in()
    backend.plan(REFRESH, answer(renewed(2)))
    again = workstation.start()
    signed_in = await again.resume()
    assert isinstance(signed_in, SignedIn)
    assert REFRESH_TOKEN.encode() in backend.asked(REFRESH)[0].body
    assert kept(workstation) == ["refresh-2"]


async def test_a_sign_in_that_has_run_out_or_was_revoked_is_a_reason_and_is_forgotten(backend, workstation):
    await workstation.sign_in()
    backend.plan(REFRESH, a_problem("signed_out", 401))
    assert await workstation.start().resume() == Problem(ProblemCode.SIGNED_OUT)
    assert kept(workstation) == []
    assert await workstation.start().resume() is None


async def test_a_backend_that_cannot_be_asked_leaves_the_token_for_another_try(backend, workstation):
    await workstation.sign_in()
    again = workstation.start()
    backend.plan(REFRESH, answer(b"", status=503), answer(renewed(2)))
    with pytest.raises(LineLost):
        await again.resume()
    assert kept(workstation) == [REFRESH_TOKEN]
    assert isinstance(await again.resume(), SignedIn)
    assert kept(workstation) == ["refresh-2"]


async def test_somebody_else_may_sign_in_before_the_backend_could_be_asked(backend, workstation):
    await workstation.sign_in()
    again = workstation.start()
    backend.plan(REFRESH, answer(b"", status=503))
    with pytest.raises(LineLost):
        await again.resume()
    await again.sign_out()
    assert kept(workstation) == []
    assert backend.asked(SIGN_OUT) == []


async def test_where_nobody_was_signed_in_the_backend_is_not_asked(backend, workstation):
    assert await workstation.gate.resume() is None
    assert backend.requests == []


async def test_a_token_of_another_computer_is_not_used(backend, workstation):
    await workstation.sign_in()
    other = HttpGate(
        open_client(Line(backend.url, uses_system_proxy=False)),
        secrets=workstation.secrets,
        clock=workstation.clock,
        device_id="e" * 32,
    )
    assert await other.resume() is None
    await other.close()


async def test_nobody_goes_on_as_somebody_who_signed_out(backend, workstation):
    await workstation.sign_in()
    backend.plan(SIGN_OUT, answer(b"", status=204))
    await workstation.gate.sign_out()
    assert kept(workstation) == []
    assert backend.asked(SIGN_OUT)[0].bearer == ACCESS
    assert await workstation.start().resume() is None
    assert backend.asked(REFRESH) == []


async def test_signing_out_forgets_also_when_the_line_is_away(backend, workstation):
    await workstation.sign_in()
    backend.plan(SIGN_OUT, hang_up())
    await workstation.gate.sign_out()
    assert kept(workstation) == []
    with pytest.raises(SignedOut):
        await workstation.gate.snapshot()


async def test_without_a_keyring_the_day_goes_on(workstation):
    async def unavailable(*_: str) -> None:
        raise SecretsUnavailable

    workstation.secrets.put = workstation.secrets.get = workstation.secrets.forget = unavailable
    await workstation.sign_in()
    await workstation.gate.sign_out()
    assert await workstation.start().resume() is None
