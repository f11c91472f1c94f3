"""The practice beside the desk: a real backend that comes, signs in once, and leaves nothing behind."""

import asyncio
import os
import select
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from app.bootstrap import Connection
from app.config import Config
from app.demo.backend import Practice, PracticeBackend, PracticeFailed
from app.demo.cast import gather, words_for
from app.desk.desk import Desk
from app.domain.link import LinkState
from app.domain.problems import Problem, ProblemCode

pytestmark = pytest.mark.journey

SHIPPED = Path(__file__).parents[2] / "resources" / "scenarios"


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    # No keyring of whoever runs the tests is touched.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody-listens'}")
    practice_backend = PracticeBackend()
    yield practice_backend
    practice_backend.stop()


def a_config(backend: PracticeBackend) -> Config:
    return Config(
        server=None,
        data_dir=backend.folder / "desk",
        language="fi",
        theme="light",
        ca_file=None,
        uses_system_proxy=False,
    )


async def until(desk: Desk, is_so) -> None:
    changed = asyncio.Event()
    desk.subscribe(lambda _changes: changed.set())
    async with asyncio.timeout(60):
        while not is_so():
            changed.clear()
            await changed.wait()


async def a_day_of_practice(backend: PracticeBackend, practice: Practice) -> None:
    connection = Connection(server=practice.address, config=a_config(backend))
    desk = await connection.sign_in(user_name=practice.user_name, password=practice.secret)
    assert isinstance(desk, Desk)
    await until(desk, lambda: desk.link.state is LinkState.LIVE)
    assert desk.seen.confirmed.is_practice
    backend.let_customers_in(practice, words=words_for(gather(SHIPPED, backend.folder / "scenarios")))
    await until(desk, lambda: len(desk.seen.confirmed.heads) >= 2)
    await connection.sign_out()
    again = await connection.sign_in(user_name=practice.user_name, password=practice.secret)
    assert isinstance(again, Problem)
    assert again.code is ProblemCode.SIGN_IN_REFUSED
    await connection.sign_out()


def test_a_practice_has_customers_and_its_secret_signs_in_once(backend):
    practice = backend.start()
    asyncio.run(a_day_of_practice(backend, practice))


def test_the_secret_stands_on_no_command_line_and_in_no_environment(backend):
    practice = backend.start()
    (process_id,) = backend.process_ids
    process = Path("/proc", str(process_id))
    if process.exists():
        assert practice.secret.encode() not in (process / "cmdline").read_bytes()
        assert practice.secret.encode() not in (process / "environ").read_bytes()
    assert practice.secret not in repr(practice)


def test_when_it_stops_no_process_and_no_file_is_left(backend):
    backend.start()
    ids, folder = backend.process_ids, backend.folder
    backend.stop()
    assert not folder.exists()
    for process_id in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(process_id, 0)


def test_a_killed_desktop_takes_its_backend_along(tmp_path):
    source = (
        "from app.demo.backend import PracticeBackend\n"
        "import os, signal\n"
        "backend = PracticeBackend()\n"
        "backend.start()\n"
        "print(*backend.process_ids, backend.folder, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = str(Path(__file__).parents[2])
    desktop = subprocess.run(
        [sys.executable, "-c", source],
        env=os.environ | {"PYTHONPATH": root, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    process_id = int(desktop.stdout.split()[0])
    try:
        backends_end = os.pidfd_open(process_id)
    except ProcessLookupError:
        return
    with os.fdopen(backends_end):
        assert select.select([backends_end], [], [], 60)[0], "the backend is running on"


def test_a_backend_that_does_not_start_says_why(backend, monkeypatch):
    monkeypatch.setattr(
        "app.demo.programs.server_command", lambda: [sys.executable, "-c", "raise SystemExit('no disk')"]
    )
    with pytest.raises(PracticeFailed, match="no disk"):
        backend.start()


def test_a_model_of_ones_own_is_tried_apart_from_real_use(backend, tmp_path):
    """R143: a county sees its own queues, and whoever tries them is the customer; all of it is practice."""
    own = tmp_path / "meidan.yaml"
    example = (SHIPPED.parent / "service_models" / "esimerkki.yaml").read_text(encoding="utf-8")
    own.write_text(example.replace("fi: Perheasiat,", "fi: Perheiden asiat,"), encoding="utf-8")
    practice = backend.start(model=own)
    entry = httpx.get(f"{practice.address}/api/v1/customer/entry", trust_env=False, timeout=60).json()
    assert entry["is_practice"]

    async def looks() -> None:
        connection = Connection(server=practice.address, config=a_config(backend))
        desk = await connection.sign_in(user_name=practice.user_name, password=practice.secret)
        assert isinstance(desk, Desk)
        await until(desk, lambda: desk.link.state is LinkState.LIVE)
        assert desk.seen.confirmed.is_practice
        names = [queue.name["fi"] for queue in desk.seen.confirmed.queues.values()]
        assert "Perheiden asiat" in names
        assert not desk.seen.confirmed.heads
        await connection.sign_out()

    asyncio.run(looks())


def test_a_model_with_a_mistake_is_told_by_its_line(backend, tmp_path):
    own = tmp_path / "rikki.yaml"
    own.write_text("format: 1\nservices: 3\n", encoding="utf-8")
    with pytest.raises(PracticeFailed, match=r"rikki\.yaml.*2"):
        backend.start(model=own)
