"""A mail host on loopback that takes letters, or refuses, hangs, or dies at a named step: real SMTP, no stub.

    with a_mail_sink() as sink:
        sink.troubles.append(("rcpt", "450"))        # the next letter is put off, the one after it is taken
        sink.letters.get(timeout=10)

A trouble is a step (`hello`, `mail`, `rcpt`, `data`, `text`, `end`) and what happens there: a code to answer,
`die` (the line is cut) or `hang` (no answer until `let_go`). `text` is after the first bytes of a letter, and
`end` after its last: a letter that dies there is kept, as by a host whose answer is lost on the way.
"""

import queue
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter the host answers for: who it goes to, by the envelope, and what it says."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def letter(self) -> EmailMessage:
        """As its reader's program reads it."""
        parsed = BytesParser(policy=default).parsebytes(self.raw)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.letter.get_content()).replace("\r\n", "\n")


@dataclass
class MailSink:
    """The host: what it has taken, where it trips next, and what it was told, line by line."""

    port: int = 0
    letters: "queue.SimpleQueue[Taken]" = field(default_factory=queue.SimpleQueue)
    troubles: list[tuple[str, str]] = field(default_factory=list)
    said: "queue.SimpleQueue[str]" = field(default_factory=queue.SimpleQueue)
    let_go: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)

    def taken(self) -> list[Taken]:
        """All that lie here now."""
        found = []
        while not self.letters.empty():
            found.append(self.letters.get_nowait())
        return found


class _Cut(Exception):
    """The line is gone."""


class _Line(socketserver.StreamRequestHandler):
    sink: ClassVar[MailSink]

    def handle(self) -> None:
        try:
            self._talk()
        except (_Cut, OSError):
            self.connection.close()

    def _talk(self) -> None:
        sender, recipients = "", []
        self._step("hello", "220 loopback")
        while line := self.rfile.readline():
            words = line.decode("ascii").strip()
            self.sink.said.put(words)
            verb = words.upper()
            if verb.startswith("MAIL FROM:"):
                sender = words[10:].partition(">")[0].strip("< ")
                self._step("mail", "250 ok")
            elif verb.startswith("RCPT TO:"):
                recipients.append(words[8:].partition(">")[0].strip("< "))
                self._step("rcpt", "250 ok")
            elif verb == "DATA":
                self._data(sender, tuple(recipients))
            elif verb == "QUIT":
                self._answer("221 bye")
                return
            else:
                self._answer("250 ok")

    def _data(self, sender: str, recipients: tuple[str, ...]) -> None:
        if not self._step("data", "354 go on"):
            return
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _Cut
            lines.append(line[1:] if line.startswith(b".") else line)
            if len(lines) == 1:
                self._step("text", "")
        taken = Taken(sender, recipients, b"".join(lines))
        trouble = self._trouble("end")
        if trouble is None or not trouble.isdigit():
            self.sink.letters.put(taken)
        self._meet(trouble, "250 taken")

    def _step(self, name: str, answer: str) -> bool:
        return self._meet(self._trouble(name), answer)

    def _trouble(self, name: str) -> str | None:
        for each in self.sink.troubles:
            if each[0] == name:
                self.sink.troubles.remove(each)
                return each[1]
            return None
        return None

    def _meet(self, trouble: str | None, answer: str) -> bool:
        if trouble is None:
            self._answer(answer)
            return True
        self.sink.reached.set()
        if trouble == "hang":
            self.sink.let_go.wait(60)
            raise _Cut
        if trouble == "die":
            self.connection.shutdown(socket.SHUT_RDWR)
            raise _Cut
        self._answer(f"{trouble} no")
        return False

    def _answer(self, words: str) -> None:
        if words:
            self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def a_mail_sink(port: int = 0) -> Iterator[MailSink]:
    """A host on a free port of this computer, or on `port`."""
    sink = MailSink()
    handler = type("Line", (_Line,), {"sink": sink})
    with _Server(("127.0.0.1", port), handler) as server:
        sink.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield sink
        finally:
            sink.let_go.set()
            server.shutdown()


def closed_port() -> int:
    """A port of this computer at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
