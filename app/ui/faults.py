"""Faults of ours, told without a person's words: which kind, and where in the program."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

_log = logging.getLogger(__name__)


@contextmanager
def faults_are_told() -> Iterator[None]:
    """What is raised in a slot, and caught by nobody, is told by kind and place while this lasts. Python by
    itself prints the error's text, which may hold what somebody wrote.
    """
    before = sys.excepthook
    sys.excepthook = _on_uncaught
    try:
        yield
    finally:
        sys.excepthook = before


def on_loops_failure(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """What no owner of a task has heard of. Of asyncio's sentence only the beginning is told: in brackets
    come the arguments of what was called.
    """
    failure = context.get("exception")
    sentence = str(context.get("message")).partition("(")[0].partition("<")[0].strip()
    _log.error("unhandled in the loop: %s: %s", sentence, kind_and_place(failure))


def kind_and_place(failure: object) -> str:
    """``ValueError at words.py:12``: nothing of what it says."""
    if not isinstance(failure, BaseException):
        return "nothing was raised"
    trace = failure.__traceback__
    if trace is None:
        return type(failure).__name__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{type(failure).__name__} at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def _on_uncaught(kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, failure, trace)
        return
    _log.error("nobody caught it: %s", kind_and_place(failure))
