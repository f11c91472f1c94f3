"""Rows of a transcript: lines about the conversation and the bubbles between them."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.desk.panes import Delivery, NoteRow, TranscriptRow
from app.domain.conversation import Author
from app.domain.identification import Identification
from app.ui.chat.attachment_words import shown_text
from app.ui.chat.delivery_words import delivery_word
from app.ui.identity_words import from_here_words
from app.ui.text_runs import MASK, visible
from app.ui.words import clock, customer, masked_word


@dataclass(frozen=True, slots=True)
class OlderLine:
    """There is more further back; ``is_coming`` while it is being fetched."""

    is_coming: bool


@dataclass(frozen=True, slots=True)
class StartLine:
    """Where the conversation began."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class EndLine:
    """The conversation has ended."""

    words: str


@dataclass(frozen=True, slots=True)
class IdentifiedLine:
    """From here on the customer is known by name."""

    words: str


StandingLine = OlderLine | StartLine | EndLine | IdentifiedLine
BubbleListRow = StandingLine | TranscriptRow | NoteRow


def row_key(row: BubbleListRow) -> str:
    """The name a row keeps; a pending message keeps it when it is confirmed."""
    if isinstance(row, TranscriptRow | NoteRow):
        return row.key
    return type(row).__name__


def line_words(row: StandingLine) -> str:
    """What a line between the bubbles says."""
    if isinstance(row, EndLine | IdentifiedLine):
        return row.words
    if isinstance(row, StartLine):
        words = QCoreApplication.translate("transcript", "{clock} · The conversation began")
        return words.format(clock=clock(row.opened_at))
    if row.is_coming:
        return QCoreApplication.translate("transcript", "Fetching earlier messages…")
    return QCoreApplication.translate("transcript", "Earlier messages")


def with_identified(
    rows: tuple[TranscriptRow | NoteRow, ...], stands: Identification, *, first_seq: int
) -> tuple[BubbleListRow, ...]:
    """The line from which she is identified, behind the last message from before it, where it is at hand."""
    after = stands.after_seq
    if not after or after < first_seq:
        return rows
    line = IdentifiedLine(from_here_words(stands.earlier_lines))
    for index, row in enumerate(rows):
        if isinstance(row, TranscriptRow) and (row.seq is None or row.seq > after):
            return (*rows[:index], line, *rows[index:])
    return (*rows, line)


def note_lead(row: NoteRow) -> str:
    """Whose note, when, and that the customer does not see it."""
    words = QCoreApplication.translate("transcript", "Note · {name} {clock} · the customer does not see this")
    mine = QCoreApplication.translate("transcript", "You")
    lead = words.format(name=mine if row.is_mine else visible(row.by_name), clock=clock(row.at))
    sending = QCoreApplication.translate("words", "sending…")
    return f"{lead} · {sending}" if row.is_sending else lead


def author_word(row: TranscriptRow) -> str:
    """Who wrote it, from the counsellor's side."""
    match row.by:
        case Author.CUSTOMER:
            return QCoreApplication.translate("transcript", "Customer")
        case Author.COUNSELLOR if row.is_by_colleague:
            return QCoreApplication.translate("transcript", "Counsellor")
        case Author.COUNSELLOR:
            return QCoreApplication.translate("transcript", "You")
        case Author.SERVICE:
            return QCoreApplication.translate("transcript", "Service")


def is_pending(row: TranscriptRow) -> bool:
    """Whether it is not known to be in the conversation yet."""
    return row.delivery not in (Delivery.RECEIVED, Delivery.SENT, Delivery.SEEN)


def spoken_row(row: BubbleListRow, alias: str) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, NoteRow):
        return f"{note_lead(row)}: {visible(row.text)}"
    if not isinstance(row, TranscriptRow):
        return line_words(row)
    who = customer(alias) if row.by is Author.CUSTOMER else author_word(row)
    text = visible(shown_text(row)).replace(MASK, f"[{masked_word()}]")
    if row.attachment is not None:
        text = QCoreApplication.translate("transcript", "{file}. Enter opens it.").format(file=text)
    state = delivery_word(row.delivery, undo_left_s=row.undo_left_s)
    heard = f"{who} {clock(row.at)}: {text}"
    return f"{heard} ({state})" if state else heard
