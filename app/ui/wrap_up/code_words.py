"""What is said of a code: its key, its name, whether it is chosen."""

from PySide6.QtCore import QCoreApplication

from app.desk.wrap_up_view import Chosen, CodeKind, CodeRow, WrapUpSheet
from app.domain.contact_marks import ContactMark
from app.ui.text_runs import one_line
from app.ui.words import in_language, problem_sentence


def name_of(row: CodeRow, language: str) -> str:
    """What it is called: a mark by this program, everything else by the service model."""
    return mark_name(row.code_id) if row.kind is CodeKind.MARK else one_line(in_language(row.name, language))


def mark_name(mark: str) -> str:
    """What a mark of the contact is called."""
    match ContactMark(mark):
        case ContactMark.NEW_CUSTOMER:
            return QCoreApplication.translate("wrapUp", "New customer")
        case ContactMark.DEALT_BEFORE:
            return QCoreApplication.translate("wrapUp", "Has dealt here before")
        case ContactMark.NEW_CLIENT_PATH:
            return QCoreApplication.translate("wrapUp", "Becoming a client")
        case ContactMark.MEETING_NEEDED:
            return QCoreApplication.translate("wrapUp", "Meeting needed")
        case ContactMark.MEETING_NOT_NEEDED:
            return QCoreApplication.translate("wrapUp", "No meeting needed")
        case ContactMark.CALL_OFFERED:
            return QCoreApplication.translate("wrapUp", "A call was offered")


def key_of(row: CodeRow) -> str:
    """The key that chooses it, as it is printed; "" when there is none."""
    if row.number is None:
        return ""
    return str(row.number) if row.kind is CodeKind.REASON else f"Alt {row.number}"


def kind_word(kind: CodeKind) -> str:
    """What a code says, in a list that holds both."""
    if kind is CodeKind.REASON:
        return QCoreApplication.translate("wrapUp", "contact reason")
    if kind is CodeKind.MARK:
        return QCoreApplication.translate("wrapUp", "mark")
    return QCoreApplication.translate("wrapUp", "outcome")


def spoken_code(row: CodeRow, language: str) -> str:
    """What a screen reader says of it."""
    parts = [name_of(row, language), kind_word(row.kind)]
    if row.chosen is Chosen.YES:
        parts.append(QCoreApplication.translate("wrapUp", "chosen"))
    elif row.chosen is Chosen.FURTHER:
        parts.append(QCoreApplication.translate("wrapUp", "chosen as one more"))
    key = key_of(row)
    return ", ".join(parts) + (f" ({key})" if key else "")


def missing_words(sheet: WrapUpSheet) -> str:
    """What still has to be chosen, and no more: a reason that goes with the topic stands chosen already."""
    if sheet.missing is None:
        return ""
    has_reason, has_outcome = (
        not rows or any(row.chosen is not Chosen.NO for row in rows)
        for rows in (sheet.reasons, sheet.outcomes)
    )
    if has_reason and not has_outcome:
        return QCoreApplication.translate("wrapUp", "Choose an outcome.")
    if has_outcome and not has_reason:
        return QCoreApplication.translate("wrapUp", "Choose a contact reason.")
    return problem_sentence(sheet.missing)
