"""What is driven: a running server, how to write into a conversation of it, and how to listen."""

import os
import re
import subprocess
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.benchmarks.wire_driver import request_bytes

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def token(number: int) -> bytes:
    """Six letters for a number: no digits, which a masker might take for somebody's telephone."""
    letters = bytearray()
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += _LETTERS[rest].encode()
    return bytes(letters)


TOKEN = re.compile(rb"~([a-z]{6})~")
TEXT = "Hei, vuokra on rästissä kahdelta kuulta. Mistä saan apua? ~%s~"


class Target(Protocol):
    """A server under load; conversation `i` is written into by one sender and heard by one listener."""

    @property
    def port(self) -> int:
        """Where it listens."""

    @property
    def pid(self) -> int:
        """Of its process."""

    def message(self, conversation: int, said: bytes) -> bytes:
        """The request that writes a message holding the token `said`."""

    def stream(self, conversation: int, after: int | None = None) -> bytes:
        """The request that opens the stream of who listens to `conversation`."""

    def idle_stream(self, number: int) -> bytes:
        """The request that opens a stream on which nothing will happen."""


@dataclass(slots=True)
class FloorTarget:
    """The bare server, as a process of its own."""

    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def pid(self) -> int:
        """Of the server's process."""
        return self.process.pid

    def message(self, conversation: int, said: bytes) -> bytes:
        """A POST of a text."""
        body = b'{"text":"%b"}' % (TEXT.encode() % said)
        path = f"/conversations/{conversation}/messages"
        return request_bytes("POST", path, {"Content-Type": "application/json"}, body)

    def stream(self, conversation: int, after: int | None = None) -> bytes:
        """A stream of one conversation."""
        headers = {"Accept": "text/event-stream"}
        if after is not None:
            headers["Last-Event-ID"] = str(after)
        return request_bytes("GET", f"/conversations/{conversation}/facts", headers)

    def idle_stream(self, number: int) -> bytes:
        """A stream of a conversation nobody writes into."""
        return self.stream(1_000_000 + number)


def resident_kib(pid: int) -> int:
    """Memory of a process that is in use and its own or shared, in KiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ProcessLookupError(pid)


def cpu_seconds(pid: int) -> float:
    """Processor time a process has used, of all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def numbers() -> "count[int]":
    """Numbers for tokens, never twice in a run."""
    return count(1)
