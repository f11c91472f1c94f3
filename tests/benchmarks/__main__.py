"""`packaging/dev.py bench [NAME…] [--quick]`: measure ours beside the floor; one JSON object a line."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from tests.benchmarks import desktop_figures
from tests.benchmarks.figures import CONVERSATIONS, ORDINARY, QUICK, Benchmark, Effort, as_json
from tests.benchmarks.ours import WIDE, OurTarget
from tests.benchmarks.target import FloorTarget
from tests.support.backend import a_backend

SERVER = (
    *("throughput_sqlite", "deliver_20", "deliver_200", "catch_up", "idle_streams"),
    *("fan_out_100", "fan_out_1000"),
)
# `desktop_first_frame` gives `desktop_usable` too, `desktop_memory` what froze, each of the same starts.
DESKTOP = ("desktop_first_frame", "desktop_memory", "open_long_conversation")
NAMES = (*SERVER, *DESKTOP)


def main() -> int:
    """Measure what is named, or all."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__, allow_abbrev=False)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument(
        "--quick", action="store_true", help="only to see that it works: too short for figures"
    )
    asked = parser.parse_args()
    unknown = set(asked.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no figure {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    names = asked.names or list(NAMES)
    if set(names) & set(SERVER):
        uvloop.run(measure(names, QUICK if asked.quick else ORDINARY))
    if set(names) & set(DESKTOP):
        measure_desktop(names, desktop_figures.QUICK if asked.quick else desktop_figures.ORDINARY)
    return 0


def measure_desktop(names: list[str], effort: desktop_figures.DeskEffort) -> None:
    """Start workstations in a session of their own, and print the rows as they come."""
    with (
        tempfile.TemporaryDirectory(prefix="vuoro-bench-") as folder,
        desktop_figures.a_desktop_benchmark(Path(folder), effort) as benchmark,
    ):
        for name in DESKTOP:
            if name in names:
                for row in benchmark.figures[name]():
                    print(as_json(row).decode(), flush=True)


async def measure(names: list[str], effort: Effort) -> None:
    """Start both servers, measure in the order of `SERVER` (throughput fills the files), print the rows."""
    with tempfile.TemporaryDirectory(prefix="vuoro-bench-") as folder, a_floor(Path(folder)) as floor:
        people = [f"neuvoja{number}" for number in range(CONVERSATIONS)]
        with a_backend(Path(folder) / "ours", counsellors=people, settings=WIDE) as backend:
            ours = OurTarget(backend)
            await ours.prepare(pairs=CONVERSATIONS, resting=CONVERSATIONS)
            benchmark = Benchmark(floor, ours, effort)
            for name in SERVER:
                if name in names:
                    for row in await benchmark.figures[name]():
                        print(as_json(row).decode(), flush=True)


@contextmanager
def a_floor(folder: Path) -> Iterator[FloorTarget]:
    """The bare server as a process, for as long as the block runs."""
    command = [sys.executable, "-m", "tests.benchmarks.floor_server", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            yield FloorTarget(int(process.stdout.readline()), process)
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
