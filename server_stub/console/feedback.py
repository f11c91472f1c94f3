"""feedback: what was said of the service between two days, as CSV: how many by queue, or the words (R139).

A cell that a spreadsheet would take for a formula begins with an apostrophe, and of a day only the month is
told beside words. Where fewer than `--hide-below` have answered, no number is told.
"""

import argparse
import csv
import io
from collections.abc import Callable, Iterable

from server_stub.bootstrap.opening import open_database
from server_stub.console.days import between, named
from server_stub.console.places import settings_of
from server_stub.helpline.feedback import BEST, Feedback
from server_stub.records import feedback as rows

Say = Callable[[str], None]
_KIND = ("source", "subject", "queue", "topic", "language")
_COUNTS = (*_KIND, "given", *(f"score_{score}" for score in range(1, BEST + 1)), "with_words")
_WORDS = ("month", *_KIND, "score", "words")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def feedback(options: argparse.Namespace, say: Say) -> None:
    """Print it; days are Finnish ones, both included. Raises `Refused` for what is no day."""
    between(options.since, options.until)
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            found = list(rows.between(connection, named(options.since), named(options.until)))
    finally:
        database.close()
    if options.feedback_word == "counts":
        say(_csv(_COUNTS, count_rows(found, hide_below=options.hide_below)))
    else:
        say(_csv(_WORDS, word_rows(found)))


def count_rows(found: Iterable[Feedback], *, hide_below: int) -> list[tuple[object, ...]]:
    """A line for each kind; numbers are left out of one with fewer than `hide_below`."""
    kinds: dict[tuple[str, ...], list[Feedback]] = {}
    for each in found:
        kinds.setdefault(_kind(each), []).append(each)
    return [
        (*kind, *_numbers(of)) if len(of) >= hide_below else (*kind, f"<{hide_below}", *[""] * (BEST + 1))
        for kind, of in sorted(kinds.items())
    ]


def word_rows(found: Iterable[Feedback]) -> list[tuple[object, ...]]:
    """Those with words, by month and kind."""
    told = [
        (each.day[:7], *_kind(each), "" if each.score is None else each.score, without_formula(each.text))
        for each in found
        if each.text
    ]
    return sorted(told, key=lambda row: tuple(str(cell) for cell in row))


def without_formula(text: str) -> str:
    """The text as a spreadsheet shows it and never works it out."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _kind(each: Feedback) -> tuple[str, ...]:
    names = (each.source, each.subject, each.queue_id, each.topic_id, each.language)
    return tuple(without_formula(name) for name in names)


def _numbers(of: list[Feedback]) -> tuple[int, ...]:
    scores = tuple(sum(each.score == score for each in of) for score in range(1, BEST + 1))
    return (len(of), *scores, sum(each.text != "" for each in of))


def _csv(heading: tuple[str, ...], lines: Iterable[tuple[object, ...]]) -> str:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(heading)
    table.writerows(lines)
    return written.getvalue().rstrip("\n")
