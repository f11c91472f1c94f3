"""figures: what was recorded, as CSV: contacts by reason and outcome, and what was solved at first desk.

A cell holds ids and numbers, never a word of anybody's. Where fewer contacts than `--hide-below` stand in a
row, the row says so and no number: few are known by who they are.
"""

import argparse
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable

from server_stub.bootstrap.opening import open_database
from server_stub.console.days import between
from server_stub.console.places import settings_of
from server_stub.helpline.first_desk import first_desk
from server_stub.records.first_desk import matters
from server_stub.records.wrap_ups import Counted, counted

Say = Callable[[str], None]
_CONTACTS = (
    *("service", "channel", "direction", "pace", "language"),
    *("topic", "reason", "outcome", "contacts"),
)
_FIRST_DESK = (
    *("service", "channel", "answered", "at_first_desk", "moved_on"),
    *("seconds_to_right_place_median", "most_hand_overs"),
)


def figures(options: argparse.Namespace, say: Say) -> None:
    """Print them; days are Finnish ones, both included. Raises `Refused` for what is no day."""
    since, until = between(options.since, options.until)
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            if options.figures_word == "contacts":
                rows: Iterable[tuple[object, ...]] = contact_rows(
                    counted(connection, since=since, until=until), hide_below=options.hide_below
                )
                heading: tuple[str, ...] = _CONTACTS
            else:
                rows = first_desk(matters(connection, since=since, until=until))
                heading = _FIRST_DESK
    finally:
        database.close()
    say(_csv(heading, rows))


def contact_rows(contacts: Iterable[Counted], *, hide_below: int) -> list[tuple[object, ...]]:
    """How many of each kind (R127, R131), in order; `<5` where they are fewer than that."""
    kinds = Counter(
        (
            *(each.service_id, each.channel, each.direction, each.pace, each.language),
            *(each.topic_id, each.reason or "", each.outcome or ""),
        )
        for each in contacts
    )
    return [
        (*kind, number if number >= hide_below else f"<{hide_below}")
        for kind, number in sorted(kinds.items())
    ]


def _csv(heading: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(heading)
    lines.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return written.getvalue().rstrip("\n")
