"""Rows of the waiting list: what a screen reader says of each, and what its lines hold."""

from PySide6.QtCore import QCoreApplication

from app.desk.panes import WaitingEntry, WaitingRow
from app.domain.conversation import Transfer
from app.ui.pre_information.topic_words import topic_words
from app.ui.problem.mark_words import barrier_word, concern_word
from app.ui.text_runs import MASK, one_line
from app.ui.words import customer, identity_word, language_name, lateness_word, masked_word


def waiting_key(entry: WaitingEntry) -> str:
    """The name an entry keeps."""
    return entry.head.conversation_id


def quote(last_line: str) -> str:
    """The customer's last line in quotation marks, masked stretches named; nothing when she wrote nothing."""
    line = one_line(last_line.replace(MASK, f"[{masked_word()}]"))
    return f"”{line}”" if line else ""


def moved_by(transfer: Transfer) -> str:
    """Who moved her here and what was written along, on one line."""
    name = one_line(transfer.by.display_name)
    along = one_line(transfer.internal_message)
    if not along:
        return QCoreApplication.translate("queues", "Transferred by {name}").format(name=name)
    return f"{name}: {along}"


def spoken_waiting(row: WaitingRow, language: str) -> str:
    """What a screen reader says of a row: the identity first."""
    words = QCoreApplication.translate(
        "queues", "{identity}, {customer}, {topic}, {language}, has waited {clock}, {lateness}. {quote}"
    )
    heard = words.format(
        identity=identity_word(row.identity),
        customer=customer(row.alias),
        topic=topic_words(row.topic, row.finer_topic, language),
        language=language_name(row.language),
        clock=row.clock,
        lateness=lateness_word(row.lateness),
        quote=quote(row.last_line),
    )
    marks = [words for words in (concern_word(row.concern), barrier_word(row.barrier)) if words]
    if marks:
        heard = f"{', '.join(marks)}. {heard}"
    if row.transfer is None:
        return heard
    unseen = QCoreApplication.translate("queues", "Internal message, the customer does not see it: {words}")
    return f"{heard} {unseen.format(words=moved_by(row.transfer))}"
