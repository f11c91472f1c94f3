"""A real backend process on a data folder of its own, for tests that kill it, start it anew and look inside.

    TEMPLATE ── copy ──► Rig.start() ──► kill() | stop() ──► start() … ──► Rig.audit_verifies(), read_record()

`tests.support.backend` serves tests that only need a backend to talk to; this one is for hurting it.
"""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "resources" / "service_models" / "esimerkki.yaml"
PASSWORD = "kolme hiljaista saunaa"
QUEUES = {
    "adults": "#soshON_aikuissosiaalityö_chat",
    "family": "#soshON_perheasiat_chat",
    "disability": "#soshON_vammaispalvelut_chat",
    "fi": "#soshON_ohjaus_ja_neuvonta_fi_chat",
    "sv": "#soshON_ohjaus_ja_neuvonta_sv_chat",
}
# Cheap passwords and high rates: limits still run, what they guard is tested elsewhere.
CHEAP = ("passwords.rounds=1", "passwords.memory_kib=64", "passwords.lanes=1")
MANY = (
    *("rates.sessions=100000 in 60", "rates.conversations_per_hour=100000 in 3600"),
    *("rates.conversations_per_minute=100000 in 60", "rates.messages_per_session=1000000 in 60"),
    *("rates.messages_per_staff=1000000 in 60", "rates.typing_per_session=100000 in 1"),
    *("rates.sign_in_per_account=100000 in 60", "rates.sign_in_per_address=100000 in 60"),
    *("rates.reads_per_address=1000000 in 60", "rates.reads_per_caller=1000000 in 60"),
    "rates.streams_per_caller=1000000 in 60",
)
STARTS_WITHIN_S = 120


class NotStarted(RuntimeError):
    """The backend ended before it said that it listens (`status`), or never said so (`status` None)."""

    def __init__(self, status: int | None, lines: Sequence[str]) -> None:
        super().__init__(f"the backend did not start ({status}):\n" + "\n".join(lines))
        self.status = status


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff of the rig."""

    user_name: str
    display_name: str
    queues: tuple[str, ...]
    capacity: int = 3
    role: str = "advice_counsellor"


@dataclass(slots=True)
class Rig:
    """One data folder and the process that serves it, if any."""

    folder: Path
    settings: tuple[str, ...] = (*CHEAP, *MANY, "is_practice=yes")
    process: "subprocess.Popen[bytes] | None" = None
    port: int = 0
    lines: list[str] = field(default_factory=list)
    _listener: threading.Thread | None = None

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "vuoro.db"

    @property
    def key_file(self) -> Path:
        """Its key."""
        return self.folder / "vuoro.key"

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, *rigging: str, module: str = "server_stub", under: Sequence[str] = ()) -> None:
        """Serve on the same port as before; returns once it listens.

        `module` is what is run, with `rigging` before the words of `vuoro-server`; `under` runs it under
        another programme (strace). Raises `NotStarted` when it does not come up.
        """
        said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        command = [
            *under,
            sys.executable,
            "-m",
            module,
            *rigging,
            *self._words("serve"),
            "--port",
            str(self.port),
        ]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if self.process is not None:
            self._ended()
        self._listener = threading.Thread(target=self._listen, args=(process, said), daemon=True)
        self._listener.start()
        self.process = process
        status: int | None = None
        with suppress(queue.Empty):
            while (line := said.get(timeout=STARTS_WITHIN_S)) is not None:
                if line.startswith("listening on "):
                    self.port = int(line.rpartition(":")[2])
                    return
            status = process.wait(timeout=20)
        self.kill()
        raise NotStarted(status, self.lines[-20:])

    def _listen(self, process: "subprocess.Popen[bytes]", said: "queue.SimpleQueue[str | None]") -> None:
        assert process.stdout is not None
        for raw in process.stdout:
            line = raw.decode(errors="replace").rstrip()
            self.lines.append(line)
            said.put(line)
        said.put(None)

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, nothing is said."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """SIGTERM, and wait until it has ended in order."""
        self._end(signal.SIGTERM)

    def has_ended(self) -> bool:
        """Whether it ended by itself (a rigged one does)."""
        return self.process is None or self.process.poll() is not None

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            if self.process.poll() is None:
                os.kill(self.process.pid, how)
            self.process.wait(timeout=20)
            self._ended()

    def _ended(self) -> None:
        if self._listener is not None:
            self._listener.join()
        if self.process is not None and self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None

    def run(self, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """Another word of `vuoro-server` on the same folder."""
        command = [sys.executable, "-m", "server_stub", *self._words(*words)]
        return subprocess.run(command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False)

    def audit_verifies(self) -> bool:
        """`vuoro-server audit verify` finds nothing."""
        return self.run("audit", "verify").returncode == 0

    def copy(self, folder: Path) -> "Rig":
        """The same data in another folder, not started."""
        shutil.copytree(self.folder, folder)
        return Rig(folder, self.settings)

    def _words(self, *words: str) -> list[str]:
        flags = [part for setting in self.settings for part in ("--set", setting)]
        return [*words, "--data", str(self.folder), *flags]


def a_new_rig(folder: Path, accounts: Iterable[Account]) -> Rig:
    """Initialise a data folder with the example service model and these accounts; not started."""
    rig = Rig(folder)
    made = rig.run("init", "--model", str(MODEL))
    assert made.returncode == 0, made.stderr
    for account in accounts:
        queues = [part for queue_id in account.queues for part in ("--queue", queue_id)]
        words = ("user", "add", account.user_name, "--display-name", account.display_name)
        more = ("--password-stdin", "--capacity", str(account.capacity), "--role", account.role, *queues)
        added = rig.run(*words, *more, typed=PASSWORD + "\n")
        assert added.returncode == 0, added.stderr
    return rig
