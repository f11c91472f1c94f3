"""What the rows of transfer targets say, seen and heard."""

from PySide6.QtCore import QCoreApplication

from app.desk.lateness import clock_words
from app.desk.transfer_view import TargetRow
from app.domain.passing_on import PassOnTarget
from app.domain.problems import ProblemCode
from app.ui.text_runs import one_line
from app.ui.words import closing_clock, in_language


def open_words(row: TargetRow) -> str:
    """``avoinna klo 16 asti`` · ``suljettu`` · ``vain tunnistautuneille`` · ``eri rekisteri``."""
    if row.obstacle is not None and row.obstacle.code is ProblemCode.CONSENT_NEEDED:
        return QCoreApplication.translate("transfer", "another register")
    if row.obstacle is not None:
        return QCoreApplication.translate("transfer", "identified customers only")
    if not row.is_open:
        return QCoreApplication.translate("transfer", "closed")
    if row.is_around_the_clock:
        return QCoreApplication.translate("transfer", "open around the clock")
    if row.closes_at is None:
        return QCoreApplication.translate("transfer", "open")
    return QCoreApplication.translate("transfer", "open until {clock}").format(
        clock=closing_clock(row.closes_at)
    )


def ahead_words(row: TargetRow) -> str:
    """``2 paikalla · 1 odottaa, 6.12``; of the queue she is in, that first."""
    on_duty = QCoreApplication.translate("transfer", "%n on duty", "", row.on_duty)
    if row.longest is None:
        waiting = QCoreApplication.translate("transfer", "nobody waits")
    else:
        words = QCoreApplication.translate("transfer", "%n waiting, longest {clock}", "", row.waiting)
        waiting = words.format(clock=clock_words(row.longest))
    own = (QCoreApplication.translate("transfer", "the present queue"),) if row.is_own else ()
    return " · ".join((*own, on_duty, waiting))


def spoken_target(row: TargetRow, language: str) -> str:
    """What a screen reader says of a row."""
    after = ahead_words(row) if row.passed_on_to is None else pass_on_reason(row.passed_on_to)
    return f"{target_name(row, language)}, {open_words(row)}, {after}"


def pass_on_name(target: PassOnTarget) -> str:
    """``Etuuskäsittely``, ``Sosiaaliohjaaja``, ``Sosiaalityöntekijä``."""
    match target:
        case PassOnTarget.BENEFIT_PROCESSING:
            return QCoreApplication.translate("transfer", "Benefit processing")
        case PassOnTarget.SOCIAL_COUNSELLOR:
            return QCoreApplication.translate("transfer", "Social counsellor")
        case PassOnTarget.SOCIAL_WORKER:
            return QCoreApplication.translate("transfer", "Social worker")


def pass_on_reason(target: PassOnTarget) -> str:
    """When that is where an application belongs."""
    match target:
        case PassOnTarget.BENEFIT_PROCESSING:
            return QCoreApplication.translate("transfer", "The benefit can be decided as it was applied for")
        case PassOnTarget.SOCIAL_COUNSELLOR:
            return QCoreApplication.translate("transfer", "Needs discretion: advice or guidance goes with it")
        case PassOnTarget.SOCIAL_WORKER:
            return QCoreApplication.translate("transfer", "Needs discretion: the situation must be assessed")


def target_name(row: TargetRow, language: str) -> str:
    """What a row is called: who decides of an application, else the queue."""
    return in_language(row.name, language) if row.passed_on_to is None else pass_on_name(row.passed_on_to)


def responsibility_words(row: TargetRow | None, language: str) -> str:
    """Who answers for the customer from then on, and what she is told."""
    if row is None:
        return QCoreApplication.translate("transfer", "You are responsible until you transfer.")
    words = QCoreApplication.translate(
        "transfer",
        "Responsibility moves to {queue}. The customer keeps her place and is told where she is transferred.",
    )
    said = words.format(queue=in_language(row.name, language))
    return said if row.passed_on_to is None else f"{pass_on_reason(row.passed_on_to)}. {said}"


def takes_words(row: TargetRow, language: str) -> str:
    """``Ottaa: omaishoidon tuki · kotihoito.``; "" where no rule says what it takes (R082)."""
    if not row.matters:
        return ""
    words = QCoreApplication.translate("transfer", "Takes: {matters}.")
    return words.format(matters=" · ".join(one_line(in_language(matter, language)) for matter in row.matters))
