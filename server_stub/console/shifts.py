"""shifts: planned shifts brought in from a file and listed by day; somebody is allowed besides (R083)."""

import argparse
import secrets
from collections.abc import Callable
from datetime import date

from server_stub.bootstrap.opening import Refused, open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.days import between
from server_stub.console.places import settings_of
from server_stub.console.setting_up import FileWrong
from server_stub.helpline.calling_time import moment
from server_stub.helpline.planned_shift import PlannedShift, day_of
from server_stub.helpline.roles import ANSWERING
from server_stub.records import console_acts, planned_shifts, staff
from server_stub.settings.planned_shifts_file import Worker, read

Say = Callable[[str], None]


def bring_in(options: argparse.Namespace, say: Say) -> None:
    """Plan what a file says, all of it or nothing. Raises `FileWrong`."""
    database = open_database(settings_of(options))
    now = WallClock().millis()
    try:
        with database.reading() as connection:
            workers = {
                each.user_name: Worker(
                    each.staff_id,
                    each.queues if each.roles & ANSWERING else frozenset(),
                    each.is_disabled,
                )
                for each in staff.every(connection)
            }
        shifts = read(options.file, workers, new_id=lambda: secrets.token_hex(16), now=now)
        if isinstance(shifts, list):
            lines = [f"{options.file}:{each.line}: {each.sentence}" for each in shifts]
            raise FileWrong("\n".join([*lines, "Nothing was changed."]))
        with database.writing() as connection:
            gone = planned_shifts.replace_days(connection, shifts)
            for staff_id in dict.fromkeys(each.staff_id for each in shifts):
                console_acts.note(connection, "shifts_planned", staff_id, now=now)
    finally:
        database.close()
    people = len({each.staff_id for each in shifts})
    replaced = f", in the place of {gone}" if gone else ""
    say(f"{len(shifts)} planned shifts of {people} people are kept{replaced}")


def show(options: argparse.Namespace, say: Say) -> None:
    """Print what is planned, by day; days are Finnish ones, both included. Raises `Refused`."""
    since, until = between(options.since, options.until)
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            shifts = planned_shifts.between(connection, since, until)
            names = {each.staff_id: each.display_name for each in staff.every(connection)}
    finally:
        database.close()
    if not shifts:
        say("nothing is planned on these days")
    days: dict[date, list[PlannedShift]] = {}
    for each in shifts:
        days.setdefault(moment(each.starts_at).date(), []).append(each)
    for day, planned in days.items():
        say(day.isoformat())
        for each in planned:
            say(f"  {span_of(each)} {names[each.staff_id]}{_more(each)}")


def allow(options: argparse.Namespace, say: Say) -> None:
    """Let somebody take customers until the end of the day, whatever is planned. Raises `Refused`."""
    database = open_database(settings_of(options))
    now = WallClock().millis()
    try:
        with database.writing() as connection:
            account = staff.by_name(connection, options.name)
            if account is None or account.is_disabled:
                raise Refused(f"There is no account {options.name} that is open; nothing was changed.")
            until = day_of(now)[1]
            planned_shifts.allow(connection, account.staff_id, until=until, by=console_acts.CONSOLE, now=now)
            console_acts.note(connection, "shift_allowed", account.staff_id, now=now)
    finally:
        database.close()
    say(f"{options.name} may take customers until the end of the day, whatever is planned")


def span_of(shift: PlannedShift) -> str:
    """`09:00–13:00`; a day ends at 24:00."""
    ends = f"{moment(shift.ends_at):%H:%M}"
    return f"{moment(shift.starts_at):%H:%M}–{'24:00' if ends == '00:00' else ends}"


def _more(shift: PlannedShift) -> str:
    queues = ", ".join(sorted(shift.queue_ids)) or "her own queues"
    return f": {queues}{f', at {shift.place}' if shift.place else ''}"
