"""What the sign-in window says of a problem: what happened and what to do."""

from PySide6.QtCore import QCoreApplication

from app.domain.problems import Problem, ProblemCode
from app.ui.words import problem_sentence


def sign_in_sentence(problem: Problem, *, is_kept: bool = False) -> str:
    """A sentence for signing in. ``is_kept``: a text of hers is known to wait behind this window."""
    if problem.code is ProblemCode.SIGN_IN_REFUSED:
        wrong = QCoreApplication.translate("sign_in", "The user name or password is not right.")
        if problem.attempts_left is None:
            again = QCoreApplication.translate("sign_in", "Try again.")
        else:
            again = QCoreApplication.translate(
                "sign_in", "Try again, %n attempt(s) left.", "", problem.attempts_left
            )
        return f"{wrong} {again}"
    if problem.code is ProblemCode.THROTTLED:
        return throttled_sentence(problem.retry_after_s or 0)
    if problem.code is ProblemCode.ONE_TIME_PASSWORD_OVER:
        return QCoreApplication.translate(
            "sign_in",
            "The one-time password was good for three days, and they are over. Ask application support for "
            "another one.",
        )
    if problem.code is ProblemCode.SIGNED_OUT:
        ended = QCoreApplication.translate("sign_in", "Your sign-in has ended. Sign in again to go on.")
        safe = QCoreApplication.translate("sign_in", "What you wrote and have not sent is safe.")
        return f"{ended} {safe}" if is_kept else ended
    return problem_sentence(problem)


def throttled_sentence(seconds: int) -> str:
    """Too many tries: how long to wait, in numbers."""
    return QCoreApplication.translate(
        "sign_in", "Too many attempts. You can try again in %n second(s).", "", max(0, seconds)
    )


def own_password_sentence(problem: Problem) -> str:
    """What is said when her own password was not kept, or it is not known whether it was (R141)."""
    if problem.code is ProblemCode.LINE_LOST:
        return QCoreApplication.translate(
            "sign_in",
            "The server cannot be reached, and it is not known whether the password was kept. Press the "
            "button again when the line is back: nothing is done twice.",
        )
    if problem.code is ProblemCode.SIGN_IN_REFUSED:
        return QCoreApplication.translate(
            "sign_in",
            "The one-time password is not good any more. Sign in with your own password, or ask application "
            "support for another one-time password.",
        )
    return sign_in_sentence(problem)
