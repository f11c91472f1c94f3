"""The maps of both halves: a table of modules made from the first line of each module's docstring."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- modules -->\n", "<!-- /modules -->"


@dataclass(frozen=True, slots=True)
class ModuleMap:
    """One half's `ARCHITECTURE.md`, which stands in its package's folder."""

    package: str

    @property
    def folder(self) -> Path:
        """Where the package is; what the map points to is seen from here."""
        return ROOT / self.package

    @property
    def file(self) -> Path:
        """The map."""
        return self.folder / "ARCHITECTURE.md"

    def rows(self) -> list[str]:
        """One row a module, packages before what is in them."""
        return [f"| {self._name(path)} | {_first_line(path)} |" for path in self._modules()]

    def written(self) -> list[str]:
        """The rows that stand in the map."""
        text = self.file.read_text("utf-8")
        table = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
        return [line for line in table.splitlines() if line.startswith(("| `", "| **`"))]

    def write(self) -> None:
        """Put today's rows into the map."""
        text = self.file.read_text("utf-8")
        before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
        table = "\n".join(["| module | what it is |", "|---|---|", *self.rows()])
        self.file.write_text(f"{before}{table}\n{after}", "utf-8")

    def _modules(self) -> list[Path]:
        return sorted(
            self.folder.rglob("*.py"),
            key=lambda path: (path.parent.parts, path.name != "__init__.py", path.name),
        )

    def _name(self, path: Path) -> str:
        relative = path.relative_to(self.folder)
        if path.name == "__init__.py":
            package = relative.parent.as_posix()
            return f"`{self.package}`" if package == "." else f"**`{package}/`**"
        return f"`{relative.as_posix()}`"


MAPS = (ModuleMap("app"), ModuleMap("server_stub"))


def _first_line(path: Path) -> str:
    """Some modules begin with their own name: the table has that beside it already."""
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    line = docstring.partition("\n")[0].removeprefix(f"{path.stem}: ")
    return line.replace("|", "\\|")


if __name__ == "__main__":
    for each in MAPS:
        each.write()
