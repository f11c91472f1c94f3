"""codes_in_file: Reads contact reasons and outcomes of a service model, and who uses which of them."""

from collections.abc import Mapping
from typing import Final

from server_stub.helpline.service_model import Code, CodeId
from server_stub.helpline.wording import Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_NOTHING: Final = Wording("", "", "")


class Codes:
    """One list of the file: every code once, in the order written. `what` names one of them in a sentence."""

    def __init__(self, reading: Reading, what: str) -> None:
        self._reading = reading
        self._what = what
        self._codes: dict[str, Code] = {}

    def read(self, node: Node) -> None:
        """The list itself."""
        for item in self._reading.items(node):
            given = self._reading.table(item, needed=("id", "name"))
            code_id = self._reading.name(given["id"]) if "id" in given else ""
            if code_id and code_id in self._codes:
                self._reading.wrong(given["id"], f"There is {self._what} “{code_id}” already.")
            name = self._reading.wording(given["name"]) if "name" in given else _NOTHING
            if code_id:
                self._codes.setdefault(code_id, Code(CodeId(code_id), name))

    def used(self, given: Mapping[str, Node], key: str) -> tuple[Code, ...]:
        """Those a service names, in its own order; all of them where it names none (R130)."""
        if key not in given:
            return tuple(self._codes.values())
        return tuple(self._codes[name] for name in self.named(given[key]) if name in self._codes)

    def one(self, node: Node) -> CodeId | None:
        """A single id, which must be in the list of the file; None where it is not."""
        name = self._reading.text(node)
        if name in self._codes:
            return CodeId(name)
        self._reading.wrong(node, f"There is no {self._what.partition(' ')[2]} “{name}” in this file.")
        return None

    def named(self, node: Node) -> tuple[CodeId, ...]:
        """A list of ids; each must be in the list of the file, and once only."""
        names: dict[str, None] = {}
        noun = self._what.partition(" ")[2]
        for item in self._reading.items(node):
            name = self._reading.text(item)
            if name and name not in self._codes:
                self._reading.wrong(item, f"There is no {noun} “{name}” in this file.")
            if name and name in names:
                self._reading.wrong(item, f"“{name}” is named here already.")
            if name:
                names[name] = None
        return tuple(CodeId(name) for name in names)
