"""What is said of a code: its key, its name, whether it is chosen."""

from PySide6.QtCore import QCoreApplication

from app.desk.wrap_up_view import Chosen, CodeKind, CodeRow, WrapUpSheet
from app.ui.text_runs import one_line
from app.ui.words import in_language, problem_sentence


def key_of(row: CodeRow) -> str:
    """The key that chooses it, as it is printed; "" when there is none."""
    if row.number is None:
        return ""
    return str(row.number) if row.kind is CodeKind.REASON else f"Alt {row.number}"


def kind_word(kind: CodeKind) -> str:
    """What a code says, in a list that holds both."""
    if kind is CodeKind.REASON:
        return QCoreApplication.translate("wrapUp", "contact reason")
    return QCoreApplication.translate("wrapUp", "outcome")


def spoken_code(row: CodeRow, language: str) -> str:
    """What a screen reader says of it."""
    parts = [one_line(in_language(row.name, language)), kind_word(row.kind)]
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
