"""planned_shifts_file: Reads planned shifts from CSV; every error at once, with its line (R083).

    name;day;from;to;queues;place
    maija;30.11.2026;9.00;13.00;;home

A spreadsheet's way of writing days and times is read too, with semicolons or commas between cells. A cell is
only ever compared with names, days and times that are known: what a spreadsheet would take for a formula is a
name nobody has.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from server_stub.helpline.calling_time import moment
from server_stub.helpline.hours import MIDNIGHT
from server_stub.helpline.planned_shift import (
    MOST_PLANNED_AHEAD_DAYS,
    PLACES,
    PlannedShift,
    at_wall,
    overlapping,
)
from server_stub.helpline.values import Millis
from server_stub.settings.yaml_tree import LARGEST, FileError

NEEDED: Final = ("name", "day", "from", "to")
KNOWN: Final = (*NEEDED, "queues", "place")
_LONGEST_SAID: Final = 60
_TIME: Final = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2})(?:[.:]00)?)?")
_ISO_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FINNISH_DAY: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class Worker(NamedTuple):
    """Somebody shifts can be planned for: who she is, and the queues she may serve."""

    staff_id: str
    queues: AbstractSet[str]
    is_disabled: bool = False


def read(
    path: Path, workers: Mapping[str, Worker], *, new_id: Callable[[], str], now: Millis
) -> tuple[PlannedShift, ...] | list[FileError]:
    """The planned shifts of a file. A file that cannot be read is an error at line 1."""
    try:
        if path.stat().st_size > 4 * LARGEST:
            return [FileError(1, 1, f"The file is larger than {LARGEST:,} characters; nothing was read.")]
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [FileError(line, 1, "The file is not UTF-8 from here on; save it as “CSV UTF-8”.")]
    except OSError as error:
        return [FileError(1, 1, f"The file could not be read: {error.strerror}.")]
    return parse(text, workers, new_id=new_id, now=now)


def parse(
    text: str, workers: Mapping[str, Worker], *, new_id: Callable[[], str], now: Millis
) -> tuple[PlannedShift, ...] | list[FileError]:
    """The planned shifts of a text, or everything that is wrong in it. `workers` are known by the name they
    sign in with; `new_id` makes the id of one.
    """
    heading, _, _ = text.partition("\n")
    delimiter = ";" if heading.count(";") >= heading.count(",") else ","
    # strict: a quotation mark that never ends would swallow the lines below it, unnoticed.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    reading = _Reading(workers, new_id, now)
    try:
        columns = [cell.strip().lower() for cell in next(rows, [])]
        reading.heading(columns)
        if reading.errors:
            return reading.errors
        last_line = rows.line_num
        for cells in rows:
            line, last_line = last_line + 1, rows.line_num
            if any(cell.strip() for cell in cells):
                reading.row(line, columns, cells)
    except csv.Error:
        reading.wrong(rows.line_num, "The quotation marks of this line cannot be understood.")
    if not reading.errors and not reading.found:
        reading.wrong(1, "No shift stands below the heading.")
    return sorted(set(reading.errors)) if reading.errors else tuple(reading.found)


class _Reading:
    """One reading of one file: what was found, and what is wrong."""

    def __init__(self, workers: Mapping[str, Worker], new_id: Callable[[], str], now: Millis) -> None:
        self._workers = workers
        self._new_id = new_id
        self._today = moment(now).date()
        self.found: list[PlannedShift] = []
        self.errors: list[FileError] = []

    def wrong(self, line: int, sentence: str) -> None:
        self.errors.append(FileError(line, 1, sentence))

    def heading(self, columns: list[str]) -> None:
        for column in columns:
            if column not in KNOWN:
                self.wrong(1, f"{_said(column)} is not a column; the columns are {', '.join(KNOWN)}.")
        for column in sorted({each for each in columns if columns.count(each) > 1}):
            self.wrong(1, f"The column {_said(column)} is there twice.")
        for column in (each for each in NEEDED if each not in columns):
            self.wrong(1, f"The column {_said(column)} is missing.")

    def row(self, line: int, columns: list[str], cells: list[str]) -> None:
        if len(cells) > len(columns):
            self.wrong(line, "There are more cells than columns.")
            return
        given = dict.fromkeys(KNOWN, "")
        given.update(zip(columns, (cell.strip() for cell in cells), strict=False))
        before = len(self.errors)
        worker = self._worker(line, given["name"])
        day = self._day(line, given["day"])
        starts = self._minutes(line, given["from"])
        ends = self._minutes(line, given["to"])
        queues = self._queues(line, given["queues"], given["name"], worker)
        place = given["place"].lower()
        if place and place not in PLACES:
            self.wrong(line, f"{_said(place)} is not one of {', '.join(PLACES)}.")
        if starts is not None and ends is not None and ends <= starts:
            self.wrong(
                line, "It ends before it begins; a shift ends on the day it begins, at 24.00 at latest."
            )
        if len(self.errors) > before or worker is None or day is None or starts is None or ends is None:
            return
        shift = PlannedShift(
            self._new_id(),
            worker.staff_id,
            at_wall(day, starts),
            at_wall(day, ends),
            queues,
            place or None,
        )
        if overlapping(self.found, shift):
            self.wrong(line, f"{_said(given['name'])} is planned for some of this time in a line above.")
        else:
            self.found.append(shift)

    def _worker(self, line: int, name: str) -> Worker | None:
        worker = self._workers.get(name)
        if worker is None:
            self.wrong(line, f"There is no account {_said(name)}.")
        elif worker.is_disabled:
            self.wrong(line, f"The account {_said(name)} is disabled.")
        elif not worker.queues:
            self.wrong(line, f"{_said(name)} serves no queue.")
        return worker

    def _day(self, line: int, written: str) -> date | None:
        day: date | None = None
        try:
            if found := _ISO_DAY.fullmatch(written):
                day = date(*(int(part) for part in found.groups()))
            elif found := _FINNISH_DAY.fullmatch(written):
                day = date(*(int(part) for part in reversed(found.groups())))
        except ValueError:
            day = None
        if day is None:
            self.wrong(line, f"{_said(written)} is not a day; write 30.11.2026 or 2026-11-30.")
        elif abs((day - self._today).days) > MOST_PLANNED_AHEAD_DAYS:
            self.wrong(line, f"{_said(written)} is more than {MOST_PLANNED_AHEAD_DAYS} days away.")
            return None
        return day

    def _minutes(self, line: int, written: str) -> int | None:
        found = _TIME.fullmatch(written)
        minutes = int(found[1]) * 60 + int(found[2] or 0) if found else MIDNIGHT + 1
        if minutes > MIDNIGHT or (found is not None and int(found[2] or 0) > 59):
            self.wrong(line, f"{_said(written)} is not a time; write 9.00 or 09:00.")
            return None
        return minutes

    def _queues(self, line: int, written: str, name: str, worker: Worker | None) -> frozenset[str]:
        queues = frozenset(each for each in re.split(r"[\s,|]+", written) if each)
        if worker is not None:
            for queue_id in sorted(queues - worker.queues):
                self.wrong(line, f"{_said(name)} does not serve {_said(queue_id)}.")
        return queues


def _said(cell: str) -> str:
    """A cell as it can be printed: nothing in it moves a terminal's cursor or goes on for ever."""
    shown = cell if len(cell) <= _LONGEST_SAID else cell[:_LONGEST_SAID] + "…"
    return "“" + "".join(each if each.isprintable() else "�" for each in shown) + "”"
