"""The practice backend: `vuoro-server practice` on a loopback address over a database that goes away.

    start ──► one line in: who practises, and a secret that signs in once
          ◄── one line out: {"ready": "http://127.0.0.1:…"}
    stop  ──► end of input; the process ends, its folder is removed

The secret is never on a command line or in an environment, where other programs of this
computer could read it.
"""

import json
import secrets
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from app.demo.programs import Program

READY_WITHIN_S = 60.0
USER_NAME = "harjoitus"
DISPLAY_NAME = "Harjoittelija"
_LAST_LINES = 5


class PracticeFailed(Exception):
    """The practice backend did not start; the message is a sentence with what it said last."""


@dataclass(frozen=True, slots=True)
class Practice:
    """Where the practice backend is, and how to sign in there, once."""

    address: str
    user_name: str
    secret: str = field(repr=False)


class PracticeBackend:
    """A backend and its simulated customers, for as long as the desk is open."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self._folder = Path(tempfile.mkdtemp(prefix="vuoro-practice-"))
        self._programs: list[Program] = []

    @property
    def folder(self) -> Path:
        """The temporary folder; the desk's own file may lie in it as well. It is removed at `stop`."""
        return self._folder

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Of everything that was started."""
        return tuple(program.process_id for program in self._programs)

    def start(self, *, model: Path | None = None) -> Practice:
        """Start the backend, on a service model of your own if it is given, and wait until it answers.

        Blocks. Raises `PracticeFailed`: of a model with mistakes, with the lines that are wrong.
        """
        secret = secrets.token_urlsafe(24)
        log = self._folder / "backend.log"
        directory = self._folder / "backend"
        try:
            own = [] if model is None else ["--model", str(model.absolute())]
            program = self._begin(["practice", "--directory", str(directory), *own], log=log)
            program.say(json.dumps(_trainee(secret)))
        except OSError as error:
            raise PracticeFailed(
                f"The practice backend could not be started ({type(error).__name__})."
            ) from error
        giving_up = threading.Timer(READY_WITHIN_S, program.kill)
        giving_up.start()
        try:
            address = _address_in(program.hear())
        finally:
            giving_up.cancel()
        if address is None:
            raise PracticeFailed(f"The practice backend did not start. It said last: {_last_words(log)}")
        return Practice(address=address, user_name=USER_NAME, secret=secret)

    def let_customers_in(self, practice: Practice, *, words: tuple[str, ...] = ()) -> None:
        """Start the simulated customers. Raises `PracticeFailed`."""
        try:
            self._begin(["robots", "--address", practice.address, *words], log=self._folder / "robots.log")
        except OSError as error:
            raise PracticeFailed(
                f"The simulated customers could not be started ({type(error).__name__})."
            ) from error

    def last_words(self) -> str:
        """What backend and customers said last on standard error; they log ids and sentences, no texts."""
        return _last_words(self._folder / "backend.log") + " / " + _last_words(self._folder / "robots.log")

    def lose_line(self) -> None:
        """Kill the backend, as a pulled plug would: whoever is connected gets no goodbye."""
        self._programs[0].kill()

    def stop(self) -> None:
        """End what was started, customers first, and remove the folder. Blocks; never raises."""
        for program in reversed(self._programs):
            program.stop()
        self._programs.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self, words: list[str], *, log: Path) -> Program:
        program = Program(words, log=log, folder=self._folder)
        self._programs.append(program)
        return program


def _trainee(secret: str) -> dict[str, str]:
    return {"user_name": USER_NAME, "display_name": DISPLAY_NAME, "secret": secret}


def _address_in(line: str) -> str | None:
    """The address in `{"ready": …}`; only one on this computer counts."""
    try:
        address = json.loads(line)["ready"]
    except (ValueError, KeyError, TypeError):
        return None
    return address if isinstance(address, str) and address.startswith("http://127.0.0.1:") else None


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return " / ".join(line.strip() for line in lines[-_LAST_LINES:]) or "nothing"
