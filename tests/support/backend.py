"""A real backend process in a folder of its own, on a free port; it can be killed and started again on both.

    with a_backend(folder, counsellors=("aino",)) as backend:
        backend.base_url, backend.pid, backend.data
        backend.kill(); backend.start()

Services are open at any hour (practice), passwords are cheap and limits wide; `settings` says otherwise.
"""

import os
import queue
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from server_stub.bootstrap.opening import open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.setting_up import create_database, read_model
from server_stub.identity.passwords import Passwords
from server_stub.records import staff
from server_stub.settings.service_model_file import parse
from server_stub.settings.settings import Settings, read_settings

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "resources" / "service_models" / "esimerkki.yaml"
STARTS_WITHIN_S = 120
ENDS_WITHIN_S = 60
ORDINARY = (
    "is_practice=yes",
    "passwords.rounds=1",
    "passwords.memory_kib=64",
    "passwords.lanes=1",
    "rates.sessions=100000 in 60",
    "rates.conversations_per_hour=100000 in 60",
    "rates.conversations_per_minute=100000 in 60",
    "rates.messages_per_session=100000 in 60",
    "rates.messages_per_staff=100000 in 60",
    "rates.sign_in_per_address=100000 in 60",
    "rates.reads_per_address=100000 in 60",
    "rates.reads_per_caller=100000 in 60",
    "rates.streams_per_caller=100000 in 60",
)


@dataclass(frozen=True, slots=True)
class Counsellor:
    """Somebody who can sign in; she serves every queue."""

    user_name: str
    display_name: str
    password: str
    staff_id: str


@dataclass(slots=True)
class RunningBackend:
    """The process, and what it was started with."""

    data: Path
    settings: tuple[str, ...]
    counsellors: tuple[Counsellor, ...]
    port: int = 0
    lines: list[str] = field(default_factory=list)
    _process: "subprocess.Popen[str] | None" = None

    @property
    def base_url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Serve, on the port of before if there was one; returns once it listens."""
        assert self._process is None
        said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        process = subprocess.Popen(
            [sys.executable, "-m", "server_stub", *self._words("serve"), "--port", str(self.port)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._listen, args=(process, said), daemon=True).start()
        while (line := said.get(timeout=STARTS_WITHIN_S)) is not None:
            if line.startswith("listening on "):
                self.port = int(line.rpartition(":")[2])
                self._process = process
                return
        process.wait(timeout=ENDS_WITHIN_S)
        raise RuntimeError("the backend did not start:\n" + "\n".join(self.lines[-20:]))

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, nothing is said."""
        self._end(signal.SIGKILL)

    def stop(self) -> int | None:
        """SIGTERM, and wait until it has ended in order; the exit status."""
        return self._end(signal.SIGTERM)

    def restart(self) -> None:
        """Kill it and start it again, on the same port and data."""
        self.kill()
        self.start()

    def say(self, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """Another word of `vuoro-server` on the same data."""
        command = [sys.executable, "-m", "server_stub", *self._words(*words)]
        return subprocess.run(command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False)

    def _words(self, *words: str) -> list[str]:
        said = [part for setting in self.settings for part in ("--set", setting)]
        return [*words, "--data", str(self.data), *said]

    def _listen(self, process: "subprocess.Popen[str]", said: "queue.SimpleQueue[str | None]") -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self.lines.append(line.rstrip())
                said.put(line.rstrip())
        said.put(None)

    def _end(self, how: signal.Signals) -> int | None:
        if self._process is None:
            return None
        if self._process.poll() is None:
            os.kill(self._process.pid, how)
        status = self._process.wait(timeout=ENDS_WITHIN_S)
        self._process = None
        return status


@contextmanager
def a_backend(
    folder: Path,
    *,
    counsellors: Sequence[str] = ("aino",),
    settings: Sequence[str] = (),
    database: str | None = None,
) -> Iterator[RunningBackend]:
    """A running backend with these counsellors. `database`: an empty PostgreSQL's address, else SQLCipher."""
    folder.mkdir(parents=True, exist_ok=True)
    said = (*ORDINARY, *settings)
    (folder / "vuoro.yaml").write_text(f'database: "{database or folder / "vuoro.db"}"\n', encoding="utf-8")
    made = read_settings(
        file=folder / "vuoro.yaml", environment={}, flags=dict(one.split("=", 1) for one in said)
    )
    assert isinstance(made, Settings), made
    create_database(made, read_model(MODEL))
    backend = RunningBackend(folder, said, add_counsellors(made, counsellors))
    backend.start()
    try:
        yield backend
    finally:
        backend.stop()


def add_counsellors(settings: Settings, names: Sequence[str]) -> tuple[Counsellor, ...]:
    """Accounts that serve every queue of the example model."""
    model = parse(MODEL.read_text(encoding="utf-8"), version=1)
    assert not isinstance(model, list), model
    queues = frozenset(str(queue_rule.queue_id) for queue_rule in model.queues)
    passwords, database = Passwords(settings.passwords), open_database(settings)
    made = []
    try:
        for name in names:
            counsellor = Counsellor(
                name, name.capitalize(), f"{name} {secrets.token_hex(8)}", secrets.token_hex(16)
            )
            account = staff.NewAccount(
                staff_id=counsellor.staff_id,
                user_name=name,
                display_name=counsellor.display_name,
                password_hash=passwords.hash_now(counsellor.password),
                capacity=5,
                roles=frozenset({"advice_counsellor"}),
                queues=queues,
            )
            with database.writing() as connection:
                staff.add(connection, account, now=WallClock().millis())
            made.append(counsellor)
    finally:
        passwords.close()
        database.close()
    return tuple(made)
