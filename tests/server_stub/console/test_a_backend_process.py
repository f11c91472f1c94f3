"""The backend as a process: it says where it listens, ends its streams first, and survives a kill."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.support.backend import MODEL, ROOT, RunningBackend, a_backend
from tests.support.postgres import Cluster

DEVICE = "0123456789abcdef0123456789abcdef"


def signed_in(backend: RunningBackend, client: httpx.Client) -> dict[str, str]:
    counsellor = backend.counsellors[0]
    answer = client.post(
        "/api/v1/staff/sign-in",
        json={"user_name": counsellor.user_name, "password": counsellor.password, "device_id": DEVICE},
    )
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def test_it_stops_in_order_while_a_stream_is_open(tmp_path: Path) -> None:
    with a_backend(tmp_path) as backend, httpx.Client(base_url=backend.base_url, timeout=60) as client:
        headers = signed_in(backend, client)
        cursor = client.get("/api/v1/staff/snapshot", headers=headers).json()["cursor"]
        accept = {"Accept": "text/event-stream", **headers}
        with client.stream("GET", f"/api/v1/staff/facts?after={cursor}", headers=accept) as stream:
            assert stream.status_code == 200
            backend.stop()
            list(stream.iter_raw())
        assert backend.lines[-1].endswith(" stopped")
        assert not [line for line in backend.lines if "Traceback" in line or "ERROR" in line]


def test_a_sign_in_survives_a_kill_of_the_backend(tmp_path: Path) -> None:
    with a_backend(tmp_path) as backend, httpx.Client(timeout=60) as client:
        client.base_url = httpx.URL(backend.base_url)
        headers = signed_in(backend, client)
        backend.restart()
        assert client.get("/api/v1/staff/snapshot", headers=headers).status_code == 200


def test_a_disabled_account_is_out_within_five_seconds_in_a_running_backend(tmp_path: Path) -> None:
    with a_backend(tmp_path) as backend, httpx.Client(base_url=backend.base_url, timeout=10) as client:
        headers = signed_in(backend, client)
        cursor = client.get("/api/v1/staff/snapshot", headers=headers).json()["cursor"]
        accept = {"Accept": "text/event-stream", **headers}
        with client.stream("GET", f"/api/v1/staff/facts?after={cursor}", headers=accept) as stream:
            done = backend.say("user", "disable", backend.counsellors[0].user_name)
            assert done.returncode == 0, done.stderr
            # The stream itself ends, with the word that says so; the time-out of the client is the bound.
            assert b"event: gone" in b"".join(stream.iter_raw())
        assert client.get("/api/v1/staff/snapshot", headers=headers).status_code == 401


def test_a_second_backend_of_the_same_sqlite_database_is_refused_before_it_serves(tmp_path: Path) -> None:
    with a_backend(tmp_path) as backend:
        second = backend.say("serve", "--port", "0")
        assert (second.returncode, second.stdout) == (3, "")
        assert second.stderr == (
            f"This database is being served already (process {backend.pid}). Nothing was started. "
            "Stop that backend first, or give another --data.\n"
        )
        (tmp_path / "link.db").symlink_to(tmp_path / "vuoro.db")
        by_a_link = backend.say("serve", "--port", "0", "--set", f"database={tmp_path / 'link.db'}")
        assert by_a_link.returncode == 3, by_a_link.stderr
        assert httpx.get(backend.base_url + "/health/ready", timeout=60).status_code == 200
        assert stat.S_IMODE((tmp_path / "vuoro.db.lock").stat().st_mode) == 0o600


def test_the_next_backend_starts_after_a_kill_and_after_an_orderly_end(tmp_path: Path) -> None:
    with a_backend(tmp_path) as backend:
        for end in (backend.kill, backend.stop):
            end()
            backend.start()
            refused = backend.say("serve", "--port", "0").stderr
            assert f"(process {backend.pid})" in refused


def test_a_backend_for_every_address_announces_it_and_warns(tmp_path: Path) -> None:
    with a_backend(tmp_path, settings=("host=0.0.0.0",)) as backend:
        assert f"listening on http://0.0.0.0:{backend.port}" in backend.lines
        assert [line for line in backend.lines if line.startswith("Plain HTTP is open on every address")]


def test_every_other_word_goes_on_beside_a_running_backend(tmp_path: Path) -> None:
    name = ("vilja", "--display-name", "Vilja", "--password-stdin")
    with a_backend(tmp_path) as backend:
        for words in (
            ("user", "add", *name),
            ("user", "list"),
            ("user", "change", "vilja", "--capacity", "1"),
            ("user", "disable", "vilja"),
            ("model", "load", str(MODEL)),
            ("model", "activate", "2"),
            ("check",),
            ("upgrade",),
            ("audit", "verify"),
        ):
            done = backend.say(*words, typed="kolme hiljaista saunaa\n")
            assert done.returncode == 0, (words, done.stdout, done.stderr)


@pytest.mark.postgres
def test_a_second_backend_may_share_postgresql(tmp_path: Path, postgres: Cluster) -> None:
    with a_backend(tmp_path, database=postgres.fresh("vuoro_shared")) as backend:
        second = RunningBackend(backend.data, backend.settings, backend.counsellors)
        second.start()
        try:
            assert httpx.get(second.base_url + "/health/ready", timeout=60).status_code == 200
        finally:
            second.stop()


@pytest.mark.postgres
def test_it_serves_postgresql_by_the_same_words(tmp_path: Path, postgres: Cluster) -> None:
    address = postgres.fresh("vuoro_process")
    with (
        a_backend(tmp_path, database=address) as backend,
        httpx.Client(base_url=backend.base_url, timeout=60) as client,
    ):
        assert client.get("/health/ready").status_code == 200
        headers = signed_in(backend, client)
        assert client.get("/api/v1/staff/snapshot", headers=headers).status_code == 200


def test_a_practice_backend_lets_its_secret_in_once_and_ends_with_its_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "server_stub", "practice", "--directory", str(tmp_path / "practice")]
    trainee = {"user_name": "harjoitus", "display_name": "Harjoittelija", "secret": "once only"}
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(trainee) + "\n")
        process.stdin.flush()
        address = json.loads(process.stdout.readline())["ready"]
        asks = {"user_name": "harjoitus", "password": "once only", "device_id": DEVICE}
        with httpx.Client(base_url=address, timeout=60) as client:
            first = client.post("/api/v1/staff/sign-in", json=asks)
            second = client.post("/api/v1/staff/sign-in", json=asks)
            entry = client.get("/api/v1/customer/entry").json()
        assert (first.status_code, second.status_code) == (200, 401)
        assert entry["is_practice"]
        assert all(service["is_open"] for service in entry["services"])
        process.stdin.close()
        assert process.wait(timeout=20) == 0
