"""The process in which one file is looked at: bytes in, one line and perhaps bytes out, then it ends.

    standard input ─► (no new file or socket, 2 s, 128 MB from here on) ─► kind by content ─► parts ─► answer

It is a process of its own so that it may be killed, and so that what a file does to a parser it does there
(trust.md B11). It is given nothing but the bytes: no name, no key, no database, no environment.
"""

import logging
import resource
import sys
from typing import Final

from server_stub.helpline.attachment_values import AttachmentKind, AttachmentRefusal
from server_stub.papers import jpeg, pdf, png
from server_stub.papers.refused import NotTaken

SECONDS: Final = 2
MEMORY: Final = 128 * 1024 * 1024
"""Beyond what the process and its bytes take before it begins to look."""

_A_PAGE: Final = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj
trailer <</Root 1 0 R /Size 4>>
startxref
0
%%EOF
"""
"""Its table is missing: mending such a file is tried as well."""


def looked_at(content: bytes) -> tuple[AttachmentKind, int | None, bytes]:
    """Kind, pages of a PDF, and what is kept. Raises `NotTaken`."""
    if content.startswith(pdf.BEGINS):
        return AttachmentKind.PDF, pdf.pages(content), content
    if content.startswith(jpeg.BEGINS):
        return AttachmentKind.JPEG, None, jpeg.rewritten(content)
    if content.startswith(png.BEGINS):
        return AttachmentKind.PNG, None, png.rewritten(content)
    raise NotTaken(AttachmentRefusal.KIND)


def main() -> None:
    """Look at what comes; the answer's first line is `kept KIND PAGES` or `refused WHY`."""
    content = sys.stdin.buffer.read()
    logging.disable()
    _warm_up()
    _shut_in()
    try:
        kind, pages, kept = looked_at(content)
    except NotTaken as error:
        _answer(f"refused {error.why}", b"")
    except (MemoryError, RecursionError):
        _answer(f"refused {AttachmentRefusal.TOO_BIG_INSIDE}", b"")
    else:
        _answer(f"kept {kind} {pages or '-'}", kept)


def _answer(line: str, content: bytes) -> None:
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _warm_up() -> None:
    """Read a page of our own, so that the parser has opened all it ever opens."""
    pdf.pages(_A_PAGE)


def _shut_in() -> None:
    """From here on: no new file or socket, no child, no core, and only so much time and memory."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + SECONDS
    with open("/proc/self/statm", "rb") as sizes:
        mapped = int(sizes.read().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, mapped + MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
