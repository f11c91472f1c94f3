"""What the sign-in window says of a problem: what happened, what was kept, what to do."""

from PySide6.QtCore import QCoreApplication

from app.domain.problems import Problem, ProblemCode
from app.ui.words import problem_sentence


def sign_in_sentence(problem: Problem) -> str:
    """A sentence for signing in; drafts are safe whatever happens here."""
    kept = QCoreApplication.translate("sign_in", "Your drafts are safe.")
    if problem.code is ProblemCode.SIGN_IN_REFUSED:
        wrong = QCoreApplication.translate("sign_in", "The user name or password is not right.")
        if problem.attempts_left is None:
            again = QCoreApplication.translate("sign_in", "Try again.")
        else:
            again = QCoreApplication.translate(
                "sign_in", "Try again, %n attempt(s) left.", "", problem.attempts_left
            )
        return f"{wrong} {kept} {again}"
    if problem.code is ProblemCode.THROTTLED:
        return f"{throttled_sentence(problem.retry_after_s or 0)} {kept}"
    if problem.code is ProblemCode.SIGNED_OUT:
        ended = QCoreApplication.translate("sign_in", "Your sign-in has ended. Sign in again to go on.")
        safe = QCoreApplication.translate("sign_in", "Your drafts and unsent messages are safe.")
        return f"{ended} {safe}"
    return f"{problem_sentence(problem)} {kept}"


def throttled_sentence(seconds: int) -> str:
    """Too many tries: how long to wait, in numbers."""
    return QCoreApplication.translate(
        "sign_in", "Too many attempts. You can try again in %n second(s).", "", max(0, seconds)
    )
