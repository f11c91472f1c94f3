"""What is hardly HTTP, on a real socket: answered in our own words, or cut; nobody else notices (B14)."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import httpx
import pytest

from tests.support.backend import RunningBackend, a_backend

ANSWERS_WITHIN_S = 20.0


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with a_backend(tmp_path_factory.mktemp("raw"), counsellors=()) as running:
        yield running


def send(backend: RunningBackend, *parts: bytes) -> bytes:
    """Everything the backend says to these bytes before it closes, or its first answer."""
    with socket.create_connection(("127.0.0.1", backend.port), timeout=ANSWERS_WITHIN_S) as line:
        line.sendall(b"".join(parts))
        # It may have answered and closed already.
        with suppress(OSError):
            line.shutdown(socket.SHUT_WR)
        said = b""
        # Closing while more of ours is on its way resets the line: what was said before that counts.
        with suppress(ConnectionResetError):
            while chunk := line.recv(65_536):
                said += chunk
        return said


def head(
    backend: RunningBackend, *lines: str, method: str = "POST", path: str = "/api/v1/customer/session"
) -> bytes:
    host = f"Host: 127.0.0.1:{backend.port}"
    return "\r\n".join((f"{method} {path} HTTP/1.1", host, *lines, "", "")).encode("latin-1")


JSON = "Content-Type: application/json"


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (("Content-Length: 2", "Content-Length: 3", JSON), b"{}"),
        (("Content-Length: 2", "Transfer-Encoding: chunked", JSON), b"0\r\n\r\n"),
        (("Content-Length: -1", JSON), b""),
        (("Content-Length: 2a", JSON), b"{}"),
        (("Transfer-Encoding: chunked", JSON), b"zz\r\n{}\r\n"),
        (("Transfer-Encoding: chunked", JSON), b"ffffffffffffffffffff\r\n"),
        (("Bad Header: x",), b""),
        (("X: a\x00b",), b""),
        (("X: a\nb",), b""),
        ((": x",), b""),
    ],
)
def test_what_could_be_read_in_two_ways_is_not_read(
    lines: tuple[str, ...], body: bytes, backend: RunningBackend
) -> None:
    said = send(backend, head(backend, *lines), body)
    assert said.startswith(b"HTTP/1.1 400 ")
    answer = json.loads(said.rpartition(b"\r\n\r\n")[2])
    assert answer["problem"]["code"] == "malformed"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"\x00" * 1_000,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"A" * 100_000,
    ],
)
def test_what_is_no_http_gets_an_answer_in_our_own_words_or_none(raw: bytes, backend: RunningBackend) -> None:
    said = send(backend, raw)
    assert said == b"" or said.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 405 "))
    if said:
        assert b"content-type: application/json" in said
        assert b"x-content-type-options: nosniff" in said


def test_a_head_without_end_is_cut(backend: RunningBackend) -> None:
    many = tuple(f"X-Header-{number}: {'x' * 100}" for number in range(10_000))
    try:
        said = send(backend, head(backend, *many, method="GET", path="/api/v1/version"))
    except ConnectionError:
        # Cut while we were still speaking.
        return
    assert said.startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("host", ["evil.example", "", "127.0.0.1", "127.0.0.1:1\tx"])
def test_a_foreign_or_missing_host_is_refused(host: str, backend: RunningBackend) -> None:
    said = send(backend, f"GET /api/v1/version HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    assert said.startswith(b"HTTP/1.1 400 ")
    assert send(backend, b"GET /api/v1/version HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400 ")


def test_an_upgrade_is_not_taken_up(backend: RunningBackend) -> None:
    lines = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: x", "Connection: close")
    said = send(backend, head(backend, *lines, method="GET", path="/api/v1/version"))
    assert not said.startswith(b"HTTP/1.1 101")


def test_a_body_that_is_announced_too_large_is_refused_without_reading_it(backend: RunningBackend) -> None:
    said = send(backend, head(backend, "Content-Length: 100000000", JSON))
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in said


def test_a_hundred_who_never_finish_their_sentence_keep_nobody_waiting(backend: RunningBackend) -> None:
    with ExitStack() as lines:
        for number in range(100):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", backend.port)))
            unfinished = head(backend, "Content-Length: 100", JSON)
            line.sendall(unfinished[:40] if number % 2 else unfinished + b"{")
        with httpx.Client(base_url=backend.base_url, timeout=ANSWERS_WITHIN_S) as client:
            assert [client.get("/api/v1/version").status_code for _ in range(20)] == [200] * 20


def test_nothing_of_all_this_was_a_fault_of_ours(backend: RunningBackend) -> None:
    assert not [line for line in backend.lines if "request_failed" in line or "Traceback" in line]
    assert all(line.isprintable() for line in backend.lines)


def test_an_answer_leaves_in_one_piece(backend: RunningBackend) -> None:
    with socket.create_connection(("127.0.0.1", backend.port), timeout=ANSWERS_WITHIN_S) as line:
        line.sendall(head(backend, method="GET", path="/api/v1/version"))
        said = line.recv(65_536)
    assert json.loads(said.rpartition(b"\r\n\r\n")[2])["contract"]["major"] == 1


def test_an_answer_without_a_body_leaves_too(backend: RunningBackend) -> None:
    said = send(backend, head(backend, method="HEAD", path="/api/v1/version"))
    assert said.startswith(b"HTTP/1.1 405 ")
    assert said.endswith(b"\r\n\r\n")


def test_who_asks_before_she_sends_a_body_is_told_to_go_on(backend: RunningBackend) -> None:
    origin = f"Origin: http://127.0.0.1:{backend.port}"
    with socket.create_connection(("127.0.0.1", backend.port), timeout=ANSWERS_WITHIN_S) as line:
        line.sendall(head(backend, "Expect: 100-continue", "Content-Length: 2", origin, JSON))
        assert line.recv(65_536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        line.sendall(b"{}")
        assert line.recv(65_536).startswith(b"HTTP/1.1 200 ")
