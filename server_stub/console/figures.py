"""figures: what was recorded, as CSV: contacts by reason and outcome, and where they went.

What was solved at first desk and to whom applications were passed on is among it. A cell holds ids and
numbers, never a word of anybody's. Where fewer contacts than `--hide-below` stand in a row, the row says so
and no number: few are known by who they are.
"""

import argparse
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from server_stub.bootstrap.opening import Refused, model_of, open_database
from server_stub.console.days import between
from server_stub.console.places import settings_of
from server_stub.helpline.first_desk import Matter, first_desk
from server_stub.helpline.model_on import service_lines, topic_lines
from server_stub.records import service_models
from server_stub.records.first_desk import matters
from server_stub.records.passed_on import PassedOn
from server_stub.records.passed_on import counted as applications
from server_stub.records.service_models import StoredModel
from server_stub.records.wrap_ups import Counted, counted

Say = Callable[[str], None]
_CONTACTS = (
    *("service", "channel", "direction", "pace", "language"),
    *("topic", "reason", "outcome", "contacts"),
)
_PASSED_ON = ("service", "passed_on_to", "applications")
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
            known = _lines(service_models.active(connection)) if options.comparable else Lines({}, {})
            if options.figures_word == "contacts":
                contacts = comparable_contacts(counted(connection, since=since, until=until), known)
                rows: Iterable[tuple[object, ...]] = contact_rows(contacts, hide_below=options.hide_below)
                heading: tuple[str, ...] = _CONTACTS
            elif options.figures_word == "passed-on":
                found = comparable_applications(applications(connection, since=since, until=until), known)
                rows, heading = passed_on_rows(found, hide_below=options.hide_below), _PASSED_ON
            else:
                rows = first_desk(comparable_matters(matters(connection, since=since, until=until), known))
                heading = _FIRST_DESK
    finally:
        database.close()
    say(_csv(heading, rows))


class Lines(NamedTuple):
    """Under which id a service or topic is counted, so that before and after add up (R062)."""

    services: Mapping[str, str]
    topics: Mapping[str, str]


def comparable_contacts(contacts: Iterable[Counted], known: Lines) -> Iterator[Counted]:
    """Contacts under the ids of their lines; what the service model does not know keeps its own."""
    for each in contacts:
        yield each._replace(
            service_id=known.services.get(each.service_id, each.service_id),
            topic_id=known.topics.get(each.topic_id, each.topic_id),
        )


def comparable_matters(found: Iterable[Matter], known: Lines) -> Iterator[Matter]:
    """Matters under the ids of their services' lines."""
    for each in found:
        yield each._replace(service_id=known.services.get(each.service_id, each.service_id))


def comparable_applications(found: Iterable[PassedOn], known: Lines) -> Iterator[PassedOn]:
    """Applications under the ids of their services' lines."""
    for each in found:
        yield each._replace(service_id=known.services.get(each.service_id, each.service_id))


def passed_on_rows(found: Iterable[PassedOn], *, hide_below: int) -> list[tuple[object, ...]]:
    """How many applications were passed on to whom (R049), in order; `<5` where they are fewer than that."""
    numbers: Counter[tuple[str, str]] = Counter()
    for each in found:
        numbers[each.service_id, each.target] += each.applications
    return [(*kind, _told(number, hide_below)) for kind, number in sorted(numbers.items())]


def _told(number: int, hide_below: int) -> object:
    return number if number >= hide_below else f"<{hide_below}"


def _lines(stored: StoredModel | None) -> Lines:
    if stored is None:
        raise Refused("No service model is in force, so nothing says what follows what.")
    model = model_of(stored.source, stored.version, is_practice=False)
    return Lines(service_lines(model), topic_lines(model))


def contact_rows(contacts: Iterable[Counted], *, hide_below: int) -> list[tuple[object, ...]]:
    """How many of each kind (R127, R131), in order; `<5` where they are fewer than that."""
    kinds = Counter(
        (
            *(each.service_id, each.channel, each.direction, each.pace, each.language),
            *(each.topic_id, each.reason or "", each.outcome or ""),
        )
        for each in contacts
    )
    return [(*kind, _told(number, hide_below)) for kind, number in sorted(kinds.items())]


def _csv(heading: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(heading)
    lines.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return written.getvalue().rstrip("\n")
