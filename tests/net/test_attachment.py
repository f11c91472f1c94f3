"""A customer's file comes whole, for what it was asked for, or not at all (R047, R048)."""

import pytest

from app.domain.conversation import Attachment, AttachmentKind, AttachmentUse
from app.domain.ids import ConversationId
from app.ports import Gone, LineLost, Unreadable
from tests.net.loopback import a_portal, a_problem, answer, cut_in_the_middle

pytestmark = pytest.mark.asyncio

CONTENT = bytes(range(256)) * 4
FILE = Attachment("a" * 32, AttachmentKind.PDF, len(CONTENT), 2)
TALK = ConversationId("c" * 32)
PATH = f"/api/v1/staff/conversations/{TALK}/attachments/{FILE.attachment_id}"


async def test_it_comes_byte_for_byte_and_says_what_for(workstation, backend):
    await workstation.sign_in()
    backend.plan(PATH, answer(CONTENT, kind="application/pdf"))
    for use in AttachmentUse:
        assert await workstation.gate.attachment(TALK, FILE, use) == CONTENT
    asked = [request.target.partition("?")[2] for request in backend.asked(PATH)]
    assert asked == ["use=look", "use=save", "use=print"]


@pytest.mark.parametrize(
    ("what", "raised"),
    [
        (cut_in_the_middle(CONTENT), LineLost),
        (answer(CONTENT[:-1], kind="application/pdf"), LineLost),
        (a_portal(), LineLost),
        (answer(b"", status=502), LineLost),
        (answer(CONTENT + b"!", kind="application/pdf"), Unreadable),
        (a_problem("not_found", 404), Gone),
        (a_problem("not_allowed", 403), Gone),
    ],
)
async def test_what_is_not_the_whole_file_is_not_taken_for_it(workstation, backend, what, raised):
    await workstation.sign_in()
    backend.plan(PATH, what)
    with pytest.raises(raised):
        await workstation.gate.attachment(TALK, FILE, AttachmentUse.LOOK)
