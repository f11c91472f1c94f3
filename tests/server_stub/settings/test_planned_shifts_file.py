"""Planned shifts from CSV: as a spreadsheet writes them, every error at once with its line (R083)."""

from datetime import date
from itertools import count
from pathlib import Path

import pytest

from server_stub.helpline.planned_shift import PlannedShift, at_wall
from server_stub.settings.planned_shifts_file import Worker, parse, read

NOW = at_wall(date(2026, 11, 23), 600)
QUEUE, OTHER = "#soshON_perheasiat_chat", "#soshON_ikäihmiset_chat"
WORKERS = {
    "maija": Worker("m", {QUEUE, OTHER}),
    "sari": Worker("s", {QUEUE}),
    "poissa": Worker("p", {QUEUE}, is_disabled=True),
    "tuki": Worker("t", frozenset()),
}


def planned(text: str) -> tuple[PlannedShift, ...]:
    found = parse(text, WORKERS, new_id=iter("123456789").__next__, now=NOW)
    assert isinstance(found, tuple), found
    return found


def wrong(text: str) -> list[tuple[int, str]]:
    found = parse(text, WORKERS, new_id=map(str, count()).__next__, now=NOW)
    assert isinstance(found, list), found
    return [(error.line, error.sentence) for error in found]


def at(day: int, hour: int, minute: int = 0) -> int:
    return at_wall(date(2026, 11, day), 60 * hour + minute)


@pytest.mark.parametrize(
    "text",
    [
        "name;day;from;to;queues;place\nmaija;30.11.2026;9;13.30;;home\n",
        "name,day,from,to,place\r\nmaija,2026-11-30,09:00,13:30:00,Home\r\n\r\n",
        "\nPlace; Name ;DAY;to;from\nhome; maija ;30.11.2026;13.30;09.00".lstrip("\n"),
    ],
)
def test_a_line_is_a_planned_shift_however_a_spreadsheet_writes_it(text: str) -> None:
    assert planned(text) == (PlannedShift("1", "m", at(30, 9), at(30, 13, 30), frozenset(), "home"),)


def test_queues_are_named_in_one_cell_and_a_day_ends_at_24() -> None:
    text = f'name,day,from,to,queues\nmaija,30.11.2026,20,24,"{QUEUE}, {OTHER}"\n'
    assert planned(text) == (PlannedShift("1", "m", at(30, 20), at(30, 24), frozenset({QUEUE, OTHER})),)


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    """R083."""
    text = (
        "name;day;from;to;queues;place\n"
        "maija;30.11.2026;9;13;;\n"
        "maia;31.11.2026;9.60;25;;\n"
        "\n"
        f"sari;30.11.2026;13;9;{OTHER};kotona\n"
        "maija;30.11.2026;12;14;;\n"
        "poissa;30.11.2028;9;13;;\n"
        "tuki;30.11.2026;9;13;;;\n"
        "tuki;30.11.2026;9;13\n"
    )
    assert wrong(text) == [
        (3, "There is no account “maia”."),
        (3, "“25” is not a time; write 9.00 or 09:00."),
        (3, "“31.11.2026” is not a day; write 30.11.2026 or 2026-11-30."),
        (3, "“9.60” is not a time; write 9.00 or 09:00."),
        (5, "It ends before it begins; a shift ends on the day it begins, at 24.00 at latest."),
        (5, "“kotona” is not one of home, office."),
        (5, f"“sari” does not serve “{OTHER}”."),
        (6, "“maija” is planned for some of this time in a line above."),
        (7, "The account “poissa” is disabled."),
        (7, "“30.11.2028” is more than 400 days away."),
        (8, "There are more cells than columns."),
        (9, "“tuki” serves no queue."),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ["“name”", "“day”", "“from”", "“to”"]),
        ("name;day;from;to;to;väri\n", ["“väri” is not a column", "“to” is there twice"]),
        ("name;day;from;to\n", ["No shift stands below"]),
        ('name;day;from;to\n"maija;30.11.2026;9;13\n', ["quotation marks"]),
    ],
)
def test_a_heading_or_a_file_that_is_none_is_told(text: str, sentences: list[str]) -> None:
    said = " ".join(sentence for _, sentence in wrong(text))
    assert all(sentence in said for sentence in sentences), said


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("http://x")', "+358", "-1+1", "@SUM(A1)", "a\x1b[2Jb", "x" * 999]
)
def test_a_formula_is_a_name_that_nobody_has_and_moves_no_terminal(cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    [(line, sentence)] = wrong(f"name;day;from;to\n{quoted};30.11.2026;9;13\n")
    assert line == 2
    assert sentence.startswith("There is no account “")
    assert sentence.isprintable()
    assert len(sentence) < 100


def test_a_file_is_read_with_the_mark_spreadsheets_put_before_it_and_a_wrong_one_is_told(
    tmp_path: Path,
) -> None:
    path = tmp_path / "shifts.csv"
    path.write_bytes("\ufeffname;day;from;to\nmaija;30.11.2026;9;13\n".encode())
    assert isinstance(read(path, WORKERS, new_id=lambda: "1", now=NOW), tuple)
    path.write_bytes("name;day;from;to\nmäkelä;30.11.2026;9;13\n".encode("latin-1"))
    for told, line in ((path, 2), (tmp_path / "none.csv", 1)):
        found = read(told, WORKERS, new_id=lambda: "1", now=NOW)
        assert isinstance(found, list)
        assert [error.line for error in found] == [line]
