"""schemathesis over the OpenAPI description: 100 examples an operation and kind of caller (trust.md B17).

Streams are left out (they do not end), and signing out (it would end the trial). Two checks are left out:
`positive_data_acceptance`, for a text of spaces fits the schema and is refused all the same, and
`ignored_auth`, which the matrix of tests/server_stub/routes does for every route and role.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.support.backend import ROOT, RunningBackend, a_backend

EXAMPLES = 100 * int(os.environ.get("VUORO_TRIAL_RUNS", "1"))
DEVICE = "0" * 32
NOT_ASKED = "facts$|sign-out$"


def begin(client: httpx.Client) -> dict[str, str]:
    """The headers of a new session, cookie and all."""
    origin = str(client.base_url).rstrip("/")
    begun = client.post("/api/v1/customer/session", json={}, headers={"Origin": origin})
    cookie = client.cookies["vuoro_customer"]
    return {
        "Origin": origin,
        "X-Page-Token": begun.json()["page_token"],
        "Cookie": f"vuoro_customer={cookie}",
    }


def a_waiting_customer(backend: RunningBackend) -> tuple[dict[str, str], str]:
    """Her headers, and her conversation's id."""
    with httpx.Client(base_url=backend.base_url) as client:
        headers = begin(client)
        entry = client.get("/api/v1/customer/entry").json()
        opened = client.post(
            "/api/v1/customer/commands",
            json={
                "type": "OpenConversation",
                "command_id": os.urandom(16).hex(),
                "service_id": entry["services"][0]["service_id"],
                "topic_id": entry["services"][0]["topics"][0]["topic_id"],
                "finer_topic_id": None,
                "language": "fi",
                "text": "Mistä haen tukea?",
                "notice_version": entry["services"][0]["notice"]["notice_version"],
            },
            headers=headers,
        )
        return headers, str(opened.json()["conversation_id"])


def nobody(_: RunningBackend) -> dict[str, str]:
    return {}


def a_customer(backend: RunningBackend) -> dict[str, str]:
    return a_waiting_customer(backend)[0]


def a_stranger(backend: RunningBackend) -> dict[str, str]:
    with httpx.Client(base_url=backend.base_url) as client:
        return begin(client)


def a_counsellor(backend: RunningBackend) -> dict[str, str]:
    """She holds a conversation."""
    counsellor = backend.counsellors[0]
    asks = {"user_name": counsellor.user_name, "password": counsellor.password, "device_id": DEVICE}
    with httpx.Client(base_url=backend.base_url) as client:
        signed_in = client.post("/api/v1/staff/sign-in", json=asks).json()
        headers = {"Authorization": f"Bearer {signed_in['access_token']}"}
        claim = {
            "type": "ClaimWaiting",
            "command_id": os.urandom(16).hex(),
            "conversation_id": a_waiting_customer(backend)[1],
        }
        claimed = client.post("/api/v1/staff/commands", json=claim, headers=headers)
        assert claimed.status_code == 200, claimed.text
    return headers


def a_trainer(backend: RunningBackend) -> dict[str, str]:
    headers = a_counsellor(backend)
    changed = backend.say("user", "change", backend.counsellors[0].user_name, "--role", "trainer")
    assert changed.returncode == 0, changed.stderr
    return headers


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("caller", [nobody, a_stranger, a_customer, a_counsellor, a_trainer])
def test_nothing_undocumented_and_no_500(
    caller: Callable[[RunningBackend], dict[str, str]], tmp_path: Path
) -> None:
    with a_backend(tmp_path) as backend:
        headers = [part for one in caller(backend).items() for part in ("-H", ": ".join(one))]
        checked = ["--checks", "all", "--exclude-checks", "ignored_auth,positive_data_acceptance"]
        if "-H" in headers:
            # A header given here stands where the description says one is missing.
            checked[-1] += ",negative_data_rejection"
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                "run",
                f"{backend.base_url}/api/v1/openapi.json",
                *headers,
                *("--exclude-path-regex", NOT_ASKED),
                *("--phases", "coverage,fuzzing", "--max-examples", str(EXAMPLES)),
                *("--continue-on-failure", "--no-color", "--warnings", "off", "--seed", "1"),
                *checked,
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-1_000:]
        assert not [line for line in backend.lines if "request_failed" in line]
