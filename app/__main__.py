"""`vuoro`, `python -m app`: the words of the command line; a mistake is a sentence and an exit code."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.config import LANGUAGES, NAMES, THEMES, Config, find_resources, in_words, read_config

DONE, FAILED, NOT_UNDERSTOOD = 0, 1, 2
_SLOWEST, _QUICKEST = 0.1, 100
_NO_DISPLAY = "There is no display here; `vuoro demo --tour DIR` draws the screens into a folder instead."
_AFTER = """\
settings: a flag wins over a variable (VUORO_SERVER …), a variable over ~/.config/vuoro/vuoro.yaml,
and that over /etc/vuoro/vuoro.yaml (on Windows: %APPDATA%\\Vuoro and %PROGRAMDATA%\\Vuoro).
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is said; the exit code."""
    options = make_parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    flags = {name: value for name in NAMES if (value := getattr(options, name)) is not None}
    config = read_config(flags=flags, environment=os.environ)
    if not isinstance(config, Config):
        print(*config, sep="\n", file=sys.stderr)
        return NOT_UNDERSTOOD
    if options.print_settings:
        print(in_words(config))
        return DONE
    _forbid_core_dumps()
    if options.word == "demo":
        return _practise(config, options.tour, options.pace, options.model)
    return _work(config)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="vuoro",
        description="Vuoro: the workstation of an advice chat.",
        epilog=_AFTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"vuoro {_version()}")
    parser.add_argument("--print-settings", action="store_true", help="say what is set, and end")
    choices = {"language": LANGUAGES, "theme": THEMES}
    for name, about in NAMES.items():
        parser.add_argument(
            f"--{name.replace('_', '-')}", dest=name, choices=choices.get(name), metavar="VALUE", help=about
        )
    words = parser.add_subparsers(dest="word", metavar="WORD")
    demo = words.add_parser(
        "demo", help="practise with simulated customers; nothing is real, nothing is kept"
    )
    demo.add_argument(
        "--tour", type=Path, metavar="DIR", help="play the practice without a screen and save pictures in DIR"
    )
    demo.add_argument(
        "--pace",
        type=_pace,
        default=1.0,
        metavar="TIMES",
        help="how many times as fast as people the simulated customers are (a tour has its own)",
    )
    demo.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="try a service model of your own: nobody is simulated, you write as customers on its page",
    )
    return parser


def _pace(text: str) -> float:
    pace = float(text)
    if not _SLOWEST <= pace <= _QUICKEST:
        raise argparse.ArgumentTypeError(f"a number from {_SLOWEST} to {_QUICKEST} is expected, not {text}")
    return pace


def _work(config: Config) -> int:
    from app.bootstrap import run_windows
    from app.net.trust import UntrustedAuthority

    if config.server is None:
        print(
            "No backend is set, so there is nobody to sign in to. Give its address with "
            "--server https://chat.example.fi or in a settings file; `vuoro demo` needs none.",
            file=sys.stderr,
        )
        return NOT_UNDERSTOOD
    if not _has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return NOT_UNDERSTOOD
    try:
        return run_windows(config, server=config.server, resources=find_resources())
    except UntrustedAuthority as error:
        print(error, file=sys.stderr)
        return NOT_UNDERSTOOD


def _practise(config: Config, tour: Path | None, pace: float, model: Path | None) -> int:
    if tour is not None and model is not None:
        print(
            "A tour plays the example; a service model of your own is tried without --tour.", file=sys.stderr
        )
        return NOT_UNDERSTOOD
    if tour is None and not _has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return NOT_UNDERSTOOD
    from app.bootstrap import practise
    from app.demo.backend import PracticeFailed

    try:
        return practise(config, resources=find_resources(), pictures=tour, pace=pace, model=model)
    except PracticeFailed as error:
        print(error, file=sys.stderr)
        return FAILED


def _has_display() -> bool:
    """Whether Qt will find a screen: without one it aborts the whole process."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _forbid_core_dumps() -> None:
    """A crash leaves no picture of the memory on the disk, where customers' words would be (P08)."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _version() -> str:
    try:
        return version("vuoro")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
