"""`vuoro-server shifts`: a file is brought in whole or not at all, shown by day, and somebody is allowed."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from server_stub.__main__ import DONE, FOUND, REFUSED
from server_stub.bootstrap.wiring import WallClock
from server_stub.helpline.calling_time import moment
from server_stub.records import audit, tables
from tests.server_stub.console.test_words import QUEUE, Console, console, ready

__all__ = ["console", "ready"]


def actions(ready: Console) -> list[str]:
    database = ready.database()
    try:
        with database.reading() as connection:
            assert not audit.verify(connection).broken
            rows = connection.execute(select(tables.audit.c.entry)).scalars()
            return [str(row) for row in rows]
    finally:
        database.close()


def test_a_file_of_shifts_is_brought_in_again_and_shown(ready: Console, tmp_path: Path) -> None:
    """R083: what stood for the same people on the same days is replaced, and the audit log says so."""
    ready.add("maija", "--queue", QUEUE)
    day = moment(WallClock().millis()).date() + timedelta(days=2)
    days = ("--since", day.isoformat(), "--until", day.isoformat())
    assert ready.say("shifts", "show", *days)[:2] == (DONE, "nothing is planned on these days\n")
    file = tmp_path / "shifts.csv"
    file.write_text(f"name;day;from;to;queues;place\nmaija;{day};9;13;;\nmaija;{day};14;24;{QUEUE};home\n")
    assert ready.say("shifts", "import", str(file))[:2] == (DONE, "2 planned shifts of 1 people are kept\n")
    assert ready.say("shifts", "import", str(file))[1].endswith("kept, in the place of 2\n")
    assert ready.say("shifts", "show", *days)[1] == (
        f"{day}\n  09:00–13:00 Aino: her own queues\n  14:00–24:00 Aino: {QUEUE}, at home\n"
    )
    assert sum("shifts_planned" in row for row in actions(ready)) == 2


def test_a_file_with_mistakes_changes_nothing(ready: Console, tmp_path: Path) -> None:
    """R083."""
    ready.add("maija", "--queue", QUEUE)
    day = moment(WallClock().millis()).date()
    file = tmp_path / "shifts.csv"
    file.write_text(f"name;day;from;to\nmaija;{day};9;13\n=1+1;{day};9;13\n")
    code, _, err = ready.say("shifts", "import", str(file))
    assert (code, err) == (FOUND, f"{file}:3: There is no account “=1+1”.\nNothing was changed.\n")
    told = ready.say("shifts", "show", "--since", day.isoformat(), "--until", day.isoformat())[1]
    assert told == "nothing is planned on these days\n"


def test_somebody_is_allowed_until_the_day_ends(ready: Console) -> None:
    ready.add("maija", "--queue", QUEUE)
    assert ready.say("shifts", "allow", "maija")[0] == DONE
    assert sum("shift_allowed" in row for row in actions(ready)) == 1
    assert ready.say("shifts", "allow", "nobody")[0] == REFUSED
