"""What is imported when, and on which thread: the first window waits for nothing, Qt is for one thread."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
AT_THE_DOOR_NOT_YET = (
    *("httpx", "sqlalchemy", "sqlcipher3", "keyring", "msgspec", "miniaudio"),
    *("app.desk.desk", "app.domain.facts", "app.ui.main_window", "app.ui.chat.conversation_view"),
)
AT_MOST_A_TURN = 20
"""Modules of the work view that may be imported before the window answers again: where a part has grown, part
its step in app/ui/work_imports.py.
"""

# In a process of its own: every import is written down with its thread and the turn of the loop it was in.
SCRIPT = f"""
import asyncio, json, sys, threading
import app.bootstrap, app.ui.application

early = sorted(set({AT_THE_DOOR_NOT_YET!r}) & set(sys.modules))
turn, imports, is_over = 0, [], False


class Clerk:
    def find_spec(self, name, path=None, target=None):
        imports.append((name, threading.current_thread() is threading.main_thread(), turn))


async def count():
    global turn
    while not is_over:
        turn += 1
        await asyncio.sleep(0)


async def run():
    global is_over
    counting = asyncio.get_running_loop().create_task(count())
    await app.bootstrap.import_work()
    is_over = True
    await counting


sys.meta_path.insert(0, Clerk())
asyncio.run(run())
print(json.dumps([early, imports]))
"""


class Import(NamedTuple):
    """One module: whether the window's thread imported it, and in which turn of the loop."""

    name: str
    is_on_the_windows_thread: bool
    turn: int


@pytest.fixture(scope="module")
def told() -> tuple[list[str], list[Import]]:
    """What was there too early, and every import after it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    early, imports = json.loads(done.stdout)
    return early, [Import(*each) for each in imports]


def test_the_first_window_waits_for_nothing_it_does_not_show(told: tuple[list[str], list[Import]]) -> None:
    early, imports = told
    assert early == []
    assert {"app.ui.main_window", "sqlalchemy", "httpx"} <= {each.name for each in imports}


def test_what_is_made_of_qt_is_imported_on_the_windows_thread(
    told: tuple[list[str], list[Import]],
) -> None:
    """And what takes longest is not: HTTP and SQL."""
    _, imports = told
    elsewhere = [each.name for each in imports if not each.is_on_the_windows_thread]
    assert [name for name in elsewhere if name.startswith(("app.ui", "PySide6"))] == []
    assert {"sqlalchemy", "httpx", "app.desk.desk"} <= set(elsewhere)


def test_no_two_threads_import_at_a_time(told: tuple[list[str], list[Import]]) -> None:
    """Whoever imports what another thread is importing waits for it, or sees half of it."""
    _, imports = told
    on = [each.is_on_the_windows_thread for each in imports if each.name.startswith("app.")]
    assert on == sorted(on)


def test_the_window_answers_between_the_parts(told: tuple[list[str], list[Import]]) -> None:
    _, imports = told
    by_turn: dict[int, list[str]] = {}
    for each in imports:
        if each.is_on_the_windows_thread:
            by_turn.setdefault(each.turn, []).append(each.name)
    assert len(by_turn) > 1
    assert [names for names in by_turn.values() if len(names) > AT_MOST_A_TURN] == []
