"""The desktop's map of modules, made from the first line of each module's docstring."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
MAP = APP / "ARCHITECTURE.md"
BEGIN, END = "<!-- modules -->\n", "<!-- /modules -->"


def rows() -> list[str]:
    """One row a module, packages before what is in them."""
    modules = sorted(
        APP.rglob("*.py"), key=lambda path: (path.parent.parts, path.name != "__init__.py", path.name)
    )
    return [f"| {_name(path)} | {_first_line(path)} |" for path in modules]


def written() -> list[str]:
    """The rows that stand in the map."""
    text = MAP.read_text("utf-8")
    table = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    return [line for line in table.splitlines() if line.startswith(("| `", "| **`"))]


def write() -> None:
    """Put today's rows into the map."""
    text = MAP.read_text("utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    table = "\n".join(["| module | what it is |", "|---|---|", *rows()])
    MAP.write_text(f"{before}{table}\n{after}", "utf-8")


def _place(path: Path) -> tuple[tuple[str, ...], bool, str]:
    return path.parent.parts, path.name != "__init__.py", path.name


def _name(path: Path) -> str:
    relative = path.relative_to(APP)
    if path.name == "__init__.py":
        package = relative.parent.as_posix()
        return "`app`" if package == "." else f"**`{package}/`**"
    return f"`{relative.as_posix()}`"


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    write()
