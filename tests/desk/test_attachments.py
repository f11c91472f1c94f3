"""Files at the desk: fetched for a use, written only when they came whole (R047, R048)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.attachment_pages import FileKind, PagePicture, WhyUnshowable
from app.desk.attachments import Attachments, Papers
from app.desk.file_saving import WhyUnsaved
from app.domain.conversation import Attachment, AttachmentKind, AttachmentUse
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.ports import Gone, LineLost, SignedOut, Unreadable
from tests.support.counter_model import Counter, ModelGate
from tests.support.desk_builders import MAIJA
from tests.support.fakes import FakeClock

pytestmark = pytest.mark.asyncio
FILE = Attachment("a" * 32, AttachmentKind.PNG, 4, None)
TALK = ConversationId("c" * 32)


class OneFile(ModelGate):
    """A line over which a file comes, or a trouble."""

    def __init__(self, came: bytes | Exception) -> None:
        super().__init__(Counter(MAIJA), MAIJA, now=FakeClock().now)
        self.came = came
        self.uses: list[AttachmentUse] = []

    async def attachment(
        self, conversation_id: ConversationId, attachment: Attachment, use: AttachmentUse
    ) -> bytes:
        self.uses.append(use)
        if isinstance(self.came, Exception):
            raise self.came
        return self.came


class Paper:
    """Both edges: they remember what they were given."""

    def __init__(self) -> None:
        self.read: list[tuple[bytes, FileKind]] = []
        self.written: list[tuple[Path, bytes]] = []

    async def page(
        self, content: bytes, kind: FileKind, *, page: int, width: int, height: int
    ) -> PagePicture | WhyUnshowable:
        self.read.append((content, kind))
        return WhyUnshowable.TOO_SLOW

    async def save(self, path: Path, content: bytes) -> WhyUnsaved | None:
        self.written.append((path, content))
        return None

    def close(self) -> None:
        return


async def test_what_is_saved_is_fetched_for_saving() -> None:
    gate, paper = OneFile(b"file"), Paper()
    files = Attachments(gate=gate, papers=Papers(paper, paper))
    assert await files.save(TALK, FILE, Path("/there/a.png")) is None
    assert (gate.uses, paper.written) == ([AttachmentUse.SAVE], [(Path("/there/a.png"), b"file")])
    assert await files.page(b"file", FILE.kind, page=0, width=1, height=1) is WhyUnshowable.TOO_SLOW
    assert paper.read == [(b"file", FileKind.PNG)]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Gone(), ProblemCode.NOT_FOUND),
        (LineLost(), ProblemCode.NOT_LIVE),
        (SignedOut(), ProblemCode.NOT_LIVE),
        (Unreadable(), ProblemCode.NOT_LIVE),
    ],
)
async def test_what_did_not_come_whole_is_never_written(trouble: Exception, code: ProblemCode) -> None:
    paper = Paper()
    files = Attachments(gate=OneFile(trouble), papers=Papers(paper, paper))
    assert await files.save(TALK, FILE, Path("/there/a.png")) == Problem(code)
    assert paper.written == []


async def test_a_computer_without_readers_says_so() -> None:
    files = Attachments(gate=OneFile(b"file"), papers=None)
    assert await files.page(b"file", FILE.kind, page=0, width=1, height=1) is WhyUnshowable.NO_READER
    assert await files.save(TALK, FILE, Path("/there/a.png")) is WhyUnsaved.FAILED
