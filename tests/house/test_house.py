"""The house is kept: rules that hold for every file, and that no other tool knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.rules import Rule
from tests.house.sources import ROOT, own_files, python_files, shown, tree_of

DRAWERS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "base", "misc"}
SAFE_TEXT = ROOT / "app/ui/safe_text.py"
TASK_SCOPE = ROOT / "app/ui/task_scope.py"


def _broken(rule: Rule, paths: list[Path]) -> list[str]:
    return [shown(path, line) for path in paths for line in rule(tree_of(path))]


def test_no_file_is_a_junk_drawer() -> None:
    assert [shown(path) for path in own_files() if {path.stem, path.parent.name} & DRAWERS] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        path for path in python_files() if not (ast.get_docstring(tree_of(path)) or "").splitlines()[:1]
    ]
    assert [shown(path) for path in silent] == []


def test_text_from_people_reaches_the_screen_through_safe_text_alone() -> None:
    assert _broken(rules.shows_rich_text, [path for path in python_files("app") if path != SAFE_TEXT]) == []


def test_nothing_is_modal() -> None:
    assert _broken(rules.is_modal, python_files("app")) == []


def test_no_lambda_is_connected_to_a_signal() -> None:
    assert _broken(rules.connects_a_lambda, python_files("app")) == []


def test_every_task_has_an_owner() -> None:
    paths = [path for path in python_files("app", "server_stub") if path != TASK_SCOPE]
    assert _broken(rules.leaves_a_task_alone, paths) == []


def test_the_desktop_has_one_loop() -> None:
    assert _broken(rules.leaves_the_one_loop, python_files("app")) == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (rules.shows_rich_text, "QLabel(name)"),
        (rules.shows_rich_text, "QtWidgets.QLabel(name)"),
        (rules.shows_rich_text, "class Name(QLabel): pass"),
        (rules.shows_rich_text, "QMessageBox.warning(window, title, name)"),
        (rules.shows_rich_text, "button.setToolTip(name)"),
        (rules.shows_rich_text, "view.setHtml(text)"),
        (rules.shows_rich_text, "view.setMarkdown(text)"),
        (rules.shows_rich_text, "QTextBrowser()"),
        (rules.shows_rich_text, "view.setOpenExternalLinks(True)"),
        (rules.shows_rich_text, "view = View(openExternalLinks=True)"),
        (rules.shows_rich_text, "QDesktopServices.openUrl(link)"),
        (rules.shows_rich_text, "QToolTip.showText(place, name)"),
        (rules.is_modal, "dialog.exec()"),
        (rules.is_modal, "menu.exec_(place)"),
        (rules.connects_a_lambda, "button.clicked.connect(lambda: send(text))"),
        (rules.connects_a_lambda, "button.clicked.connect(partial(send, text))"),
        (rules.leaves_a_task_alone, "asyncio.create_task(follow())"),
        (rules.leaves_a_task_alone, "loop.create_task(follow())"),
        (rules.leaves_a_task_alone, "create_task(follow())"),
        (rules.leaves_a_task_alone, "task = loop.create_task(follow())"),
        (rules.leaves_a_task_alone, "asyncio.ensure_future(follow())"),
        (rules.leaves_the_one_loop, "from PySide6.QtCore import QThread"),
        (rules.leaves_the_one_loop, "@asyncSlot()\nasync def pressed(): pass"),
    ],
)
def test_a_planted_fault_is_found(rule: Rule, fault: str) -> None:
    assert list(rule(ast.parse(fault))) == [1]


@pytest.mark.parametrize(
    ("rule", "right"),
    [
        (rules.shows_rich_text, "label = PlainLabel(name)"),
        (rules.connects_a_lambda, "button.clicked.connect(self._on_clicked)"),
        (
            rules.leaves_a_task_alone,
            "async def run():\n async with asyncio.TaskGroup() as all:\n  all.create_task(x())",
        ),
        (rules.leaves_a_task_alone, "self._renewal = loop.create_task(renew())"),
        (rules.leaves_a_task_alone, "def run(tasks: TaskGroup): tasks.create_task(x())"),
    ],
)
def test_what_is_right_is_left_in_peace(rule: Rule, right: str) -> None:
    assert list(rule(ast.parse(right))) == []


# Put together here so that this file does not find itself.
PLACES = re.compile(
    "|".join(
        (
            *(
                r"pypi\.\w+",
                r"files\.python" + "hosted",
                r"registry\." + "npmjs",
                r"--(extra-)?index-" + r"url[ =]\S",
            ),
            *(
                r"(?<![\w.])/" + "root/",
                r"(?<![\w.])/" + r"home/[a-z]",
                r"(?<![\w.])/" + r"Users/[A-Za-z]",
                r"\.py" + "env",
            ),
            *(r"(?<![\w.])/" + "work/", r"(?i:C:\\+" + r"Users\\)"),
        )
    )
)


def _lines_naming_a_place(path: Path) -> Iterator[int]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    yield from (number for number, line in enumerate(text.splitlines(), start=1) if PLACES.search(line))


def test_no_file_names_a_package_registry_or_a_place_on_one_machine() -> None:
    assert [shown(path, line) for path in own_files() for line in _lines_naming_a_place(path)] == []


def test_no_page_links_to_what_is_not_there() -> None:
    missing = [
        f"{shown(page)}: {link}"
        for page in own_files()
        if page.suffix == ".md"
        for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in link and not link.startswith("mailto:") and not (page.parent / link).exists()
    ]
    assert missing == []
