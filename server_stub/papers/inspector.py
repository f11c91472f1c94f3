"""Has a customer's file looked at, in a process that is killed when it takes too long (trust.md B11)."""

import asyncio
import sys
from pathlib import Path
from typing import Final

from server_stub.helpline.attachment_values import AttachmentKind, AttachmentRefusal, Looked

AT_ONCE: Final = 2
LONGEST_S: Final = 20.0
"""On the clock of the wall. The process has two seconds of work; a busy machine may make them long."""
_ROOT: Final = Path(__file__).parents[2]
_BEGIN: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from server_stub.papers.looking import main; main()"
)


class TookTooLong(Exception):
    """The file was not looked at in time. Nothing is known of it: the same may be sent again."""


class Inspector:
    """Looks at files, a few at a time."""

    def __init__(self, *, longest_s: float = LONGEST_S) -> None:
        self._longest_s = longest_s
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def look(self, content: bytes) -> Looked | AttachmentRefusal:
        """What the file is and what is kept of it, or why it is not taken. Raises `TookTooLong`."""
        async with self._turn:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-c", _BEGIN, str(_ROOT)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={},
                cwd="/",
            )
            try:
                async with asyncio.timeout(self._longest_s):
                    answer, _ = await process.communicate(content)
            except TimeoutError:
                raise TookTooLong from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if process.returncode != 0:
            # It was ended by its bounds: the file asks for more time or memory than any ordinary one does.
            return AttachmentRefusal.TOO_BIG_INSIDE
        return _read(answer)


def _read(answer: bytes) -> Looked | AttachmentRefusal:
    line, _, content = answer.partition(b"\n")
    word, *said = line.decode("ascii").split(" ")
    if word == "refused":
        return AttachmentRefusal(said[0])
    kind, pages = said
    return Looked(AttachmentKind(kind), None if pages == "-" else int(pages), content)
