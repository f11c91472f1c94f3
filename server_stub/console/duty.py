"""duty: who was on a shift, from when till when, and for how long: a line each and a sum for each person."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime

from server_stub.bootstrap.opening import open_database
from server_stub.console.days import between
from server_stub.console.places import settings_of
from server_stub.helpline.duty_time import Spell
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis
from server_stub.records import staff
from server_stub.records.duty_time import duty_between

Say = Callable[[str], None]


def duty(options: argparse.Namespace, say: Say) -> None:
    """Print it, by person; days are Finnish ones, both included. Raises `Refused` for what is no day."""
    since, until = between(options.since, options.until)
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            spells = duty_between(connection, since, until)
            names = {each.staff_id: each.display_name for each in staff.every(connection)}
    finally:
        database.close()
    if not spells:
        say("nobody began a shift on these days")
    for staff_id in dict.fromkeys(each.staff_id for each in spells):
        for line in lines_of([each for each in spells if each.staff_id == staff_id], names[staff_id]):
            say(line)


def lines_of(spells: list[Spell], name: str) -> list[str]:
    """One person's shifts, and the sum of those that ended."""
    lines = [_line(each) for each in spells]
    total = sum(each.duty_ms or 0 for each in spells)
    without_end = sum(each.duty_ms is None for each in spells)
    note = f", and {without_end} without an end, not counted" if without_end else ""
    return [name, *lines, f"  altogether {_span(total)}{note}"]


def _line(spell: Spell) -> str:
    began = _wall(spell.began_at)
    away = f", of it {_span(spell.not_there_ms)} on a break or away" if spell.not_there_ms else ""
    if spell.ended_at is None or spell.duty_ms is None:
        return f"  {began:%Y-%m-%d %H:%M}–      not ended"
    return f"  {began:%Y-%m-%d %H:%M}–{_wall(spell.ended_at):%H:%M} {_span(spell.duty_ms)}{away}"


def _span(span: Millis) -> str:
    minutes = span // 60_000
    return f"{minutes // 60} h {minutes % 60:02} min"


def _wall(at: Millis) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(HELSINKI)
