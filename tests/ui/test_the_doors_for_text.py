"""Text reaches widgets through ``safe_text`` and delegates only (trust.md A3): no code goes round them."""

import ast
from pathlib import Path

import pytest

SCREENS_FOLDER = Path(__file__).resolve().parents[2] / "app" / "ui"

MAKERS_THAT_GUESS = {
    "QLabel",
    "QMessageBox",
    "QInputDialog",
    "QProgressDialog",
    "QErrorMessage",
    "QTextEdit",
    "QTextBrowser",
}
CALLS_THAT_GUESS = {"setHtml", "setMarkdown", "appendHtml", "openUrl", "setOpenExternalLinks", "showText"}
DOORS = {"safe_text.py": {"setToolTip"}}
SUBCLASSES_OF_LABELS = {"safe_text.py"}


def ways_round(source: str, name: str) -> list[str]:
    """What in a module could let Qt guess whether a text is HTML."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if bases & MAKERS_THAT_GUESS and name not in SUBCLASSES_OF_LABELS:
                found.append(f"{name}:{node.lineno} subclass")
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        owner = (
            node.func.value.id
            if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
            else ""
        )
        if called in MAKERS_THAT_GUESS | CALLS_THAT_GUESS or owner in MAKERS_THAT_GUESS:
            found.append(f"{name}:{node.lineno} {owner or called}")
        if called == "setToolTip" and "setToolTip" not in DOORS.get(name, set()):
            found.append(f"{name}:{node.lineno} setToolTip")
    return found


def test_no_module_goes_round_the_door():
    found = [
        line
        for file in SCREENS_FOLDER.rglob("*.py")
        for line in ways_round(file.read_text("utf-8"), file.name)
    ]
    assert found == []


def test_labels_are_told_that_their_text_is_plain_before_they_have_any():
    source = next(SCREENS_FOLDER.rglob("safe_text.py")).read_text("utf-8")
    labels = [part for part in source.split("class ")[1:] if "(QLabel)" in part.split(":")[0]]
    assert len(labels) == 2
    for label in labels:
        assert label.index("setTextFormat(Qt.TextFormat.PlainText)") < label.index("setText(")


@pytest.mark.parametrize(
    "planted",
    [
        "label = QLabel(text)",
        "QMessageBox.warning(self, title, text)",
        "view.setHtml(text)",
        "widget.setToolTip(name)",
        "QToolTip.showText(at, name)",
        "QDesktopServices.openUrl(url)",
        "class Nice(QTextBrowser): pass",
    ],
)
def test_a_way_round_would_be_caught(planted: str):
    assert ways_round(planted, "planted.py")


def _calls(source: str, name: str) -> bool:
    return any(
        isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == name
        for node in ast.walk(ast.parse(source))
    )


@pytest.mark.parametrize("name", ["exec", "exec_", "asyncSlot", "asyncClose", "create_task", "processEvents"])
def test_no_window_runs_a_loop_of_its_own_or_a_task_without_an_owner(name: str):
    allowed = {"task_scope.py"} if name == "create_task" else set()
    found = [
        file.name
        for file in SCREENS_FOLDER.rglob("*.py")
        if file.name not in allowed and _calls(file.read_text("utf-8"), name)
    ]
    assert found == []


def test_no_signal_is_connected_to_a_lambda():
    found = [
        f"{file.name}:{node.lineno}"
        for file in SCREENS_FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]
    assert found == []
