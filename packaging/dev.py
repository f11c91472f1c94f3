"""The one command of a checkout: see it (demo), test it (test), measure it (bench, trial), check it (lint).

It needs Python 3.11, 3.12 or 3.13 and nothing else: what is missing it installs, or it says what to do.
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

Verb = Callable[[argparse.Namespace, list[str]], int]
# For a run of under 25 minutes: past this the ordinary one begins no further test, and says how many it left.
BEGINS_TESTS_FOR_S = 1260
# Whoever runs it may end it without a word: pytest ends it earlier, and names the test that was running.
LONGEST_TEST_RUN_S = 3000
_LOOKS_AGAIN_S = 0.2


def main(arguments: list[str]) -> int:
    """Do as told; the exit code of what was run, 2 where something must be done by a person first."""
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        print(f"Vuoro needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")
        return 2
    from workshop.saying import CannotGoOn

    parser = _parser()
    asked, rest = parser.parse_known_args(arguments)
    if rest and not asked.passes_on:
        parser.error(f"not understood: {' '.join(rest)}")
    try:
        return int(asked.do(asked, rest))
    except CannotGoOn as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def demo(asked: argparse.Namespace, _rest: list[str]) -> int:
    """Practice mode at this screen, or every screen as a picture in a folder."""
    from workshop import environment, keyring_session, machine
    from workshop.saying import CannotGoOn

    touring = asked.tour is not None
    if not (touring or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotGoOn(
            "There is no display here; `demo --tour DIR` draws the screens into a folder instead."
        )
    own_keyring = touring or not os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    machine.ensure((*machine.SCREEN, *(machine.KEYRING if own_keyring else ())))
    environment.ensure(environment.TO_RUN)
    programme = [str(environment.PYTHON), "-m", "app", "demo"]
    if touring:
        programme += ["--tour", os.path.abspath(asked.tour)]
    command = keyring_session.command(programme) if own_keyring else programme
    return subprocess.run(
        command, cwd=environment.ROOT, env=_variables(offscreen=touring), check=False
    ).returncode


def test(asked: argparse.Namespace, rest: list[str]) -> int:
    """All checks, then all tests that there is time for. The last line printed is pytest's closing line."""
    from workshop import checks

    _prepare_everything()
    # The whole run goes in three processes, file by file: much of its time is waiting for other processes.
    spread = [] if rest else ["--numprocesses=3", "--dist=loadfile"]
    if not (rest or asked.to_the_end):
        os.environ["VUORO_TESTS_BEGIN_UNTIL"] = str(time.monotonic() + BEGINS_TESTS_FOR_S)
    ends = [] if asked.to_the_end else [f"--session-timeout={LONGEST_TEST_RUN_S}"]
    arguments = [*ends, "--durations=15", *spread, *rest]
    if sys.stdout.isatty():
        arguments.append("--color=yes")
    # The checks keep one core busy, so the tests begin beside them. What these say is kept until the checks
    # have spoken: in a file, for a pipe ends only with the last programme that a test left behind.
    with tempfile.TemporaryFile() as said, _begun(["-m", "pytest", *arguments], said.fileno()) as tests:
        checked = checks.run(checks.LINT, _variables(offscreen=True))
        _tell(tests, said.fileno())
    return checked or tests.returncode


def lint(_asked: argparse.Namespace, _rest: list[str]) -> int:
    """The checks alone."""
    from workshop import checks

    _prepare_everything()
    return checks.run(checks.LINT, _variables(offscreen=True))


def bench(_asked: argparse.Namespace, rest: list[str]) -> int:
    """The measurements of tests/benchmarks."""
    _prepare_everything()
    return _with_keyring(["-m", "tests.benchmarks", *rest])


def trial(asked: argparse.Namespace, rest: list[str]) -> int:
    """One long programme of tests/trials, such as a fault repeated many times."""
    os.environ["VUORO_TRIAL_RUNS"] = str(asked.runs)
    _prepare_everything()
    return _pytest(["-m", "slow", "--timeout=0", f"tests/trials/{asked.name}", *rest])


def setup(_asked: argparse.Namespace, _rest: list[str]) -> int:
    """Prepare the machine and .venv, and run nothing."""
    _prepare_everything()
    return 0


def _prepare_everything() -> None:
    from workshop import environment, machine

    machine.ensure((*machine.SCREEN, *machine.KEYRING, *machine.TESTS))
    environment.ensure(environment.TO_TEST)


def _pytest(arguments: list[str]) -> int:
    return _with_keyring(["-m", "pytest", *arguments])


def _with_keyring(arguments: list[str]) -> int:
    from workshop import environment

    return subprocess.run(
        _in_keyring_session(arguments), cwd=environment.ROOT, env=_variables(offscreen=True), check=False
    ).returncode


def _begun(arguments: list[str], output: int) -> "subprocess.Popen[bytes]":
    from workshop import environment

    return subprocess.Popen(
        _in_keyring_session(arguments),
        cwd=environment.ROOT,
        env=_variables(offscreen=True),
        stdout=output,
    )


def _tell(programme: "subprocess.Popen[bytes]", said: int) -> None:
    """Print what it has written and goes on writing, until it has ended."""
    told, ended = 0, False
    while (some := os.pread(said, 65_536, told)) or not ended:
        told += len(some)
        sys.stdout.buffer.write(some)
        sys.stdout.flush()
        if not some:
            with contextlib.suppress(subprocess.TimeoutExpired):
                programme.wait(_LOOKS_AGAIN_S)
                ended = True


def _in_keyring_session(arguments: list[str]) -> list[str]:
    from workshop import environment, keyring_session

    return keyring_session.command([str(environment.PYTHON), *arguments])


def _variables(*, offscreen: bool) -> dict[str, str]:
    """The environment with a locale that has å, ä and ö, and no screen where none is wanted."""
    variables = dict(os.environ)
    # Hundreds of processes are started: each would compile the whole of Vuoro for itself.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    locale = variables.get("LC_ALL") or variables.get("LC_CTYPE") or variables.get("LANG") or "C"
    if locale in {"C", "POSIX"}:
        variables["LC_ALL"] = "C.UTF-8"
    if offscreen:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return variables


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    def verb(do: Verb, *, passes_on: bool = False) -> argparse.ArgumentParser:
        sentence = str(do.__doc__).splitlines()[0]
        made = verbs.add_parser(do.__name__, help=sentence, description=sentence, allow_abbrev=False)
        made.set_defaults(do=do, passes_on=passes_on)
        return made

    verb(demo).add_argument(
        "--tour", metavar="DIR", help="draw every screen into this folder, on a machine without one"
    )
    verb(test, passes_on=True).add_argument(
        "--to-the-end", action="store_true", help="every test, however long it takes"
    )
    verb(bench, passes_on=True)
    verb(lint)
    trials = verb(trial, passes_on=True)
    trials.add_argument("name", metavar="NAME", help="a file or folder of tests/trials")
    trials.add_argument("--runs", type=int, default=1, metavar="N", help="how many times (VUORO_TRIAL_RUNS)")
    verb(setup)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
