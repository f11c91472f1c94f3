"""A counsellor's file in a folder of the test, and times and rows to put into it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.commands import WriteMessage
from app.domain.draft import Draft
from app.domain.ids import CommandId, ConversationId, new_command_id
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.store.sqlite_store import Store, open_store

MORNING = datetime(2026, 11, 23, 7, 5, 7, 123456, tzinfo=UTC)
ANNA = "a" * 32
ROBIN, KIM = ConversationId("1" * 32), ConversationId("2" * 32)


class ADesk:
    """What a counsellor's computer does with her file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = bytes(range(32))

    async def morning(self, *, staff_id: str = ANNA, key: bytes | None = None) -> Store:
        """The program starts and opens the file."""
        return await open_store(self.folder, staff_id=staff_id, key=key or self.key, now=MORNING)

    @property
    def files(self) -> list[Path]:
        """All that lies on the disk."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    @property
    def file(self) -> Path:
        """The one file in use."""
        (found,) = [path for path in self.files if path.suffix == ".vuoro"]
        return found


def a_draft(
    text: str = "Hei, luen juuri viestiäsi", *, conversation_id: ConversationId = ROBIN, after_s: float = 0
) -> Draft:
    return Draft(conversation_id=conversation_id, text=text, saved_at=MORNING + timedelta(seconds=after_s))


def a_row(text: str = "Hei!", *, number: int = 1, conversation_id: ConversationId = ROBIN) -> Pending:
    return Pending(
        command_id=a_command_id(number),
        command=WriteMessage(conversation_id=conversation_id, text=text, responsibility_version=3),
        stage=Stage.QUEUED,
        submitted=Moment(MORNING, 0.0),
        staged=Moment(MORNING + timedelta(seconds=1), 0.0),
    )


def a_command_id(number: int) -> CommandId:
    return new_command_id(unix_ms=1_795_417_507_000 + number, random_bits=number)
