"""What people tried, from where they stood: an append-only log of operations and how each ended.

    invoke ──► ok │ fail │ (nothing: unknown)

*unknown* is neither: the answer never came, so the message may be there once or not at all (the method of
Jepsen). The order of lines is the order in which the driver saw things happen.
"""

import json
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal, TextIO

Ended = Literal["ok", "fail", "unknown"]


@dataclass(slots=True)
class Operation:
    """One command of one person. `began` and `ended` number the lines of the log; `ended` 0 is not ended."""

    who: str
    kind: str
    command_id: str
    conversation_id: str | None
    text: str | None
    began: int
    ended: int = 0
    outcome: Ended = "unknown"
    code: str | None = None
    seq: int | None = None
    cursor: int | None = None


class OperationLog:
    """All operations of a run, also written to a file as they happen."""

    def __init__(self, file: Path | None = None) -> None:
        """`file` outlives a driver that is killed."""
        self.operations: list[Operation] = []
        self._lines = count(1)
        self._file: TextIO | None = file.open("a", encoding="utf-8") if file else None

    def invoke(
        self, *, who: str, kind: str, command_id: str, conversation_id: str | None, text: str | None = None
    ) -> Operation:
        """Somebody is about to send a command."""
        operation = Operation(who, kind, command_id, conversation_id, text, began=next(self._lines))
        self.operations.append(operation)
        self._note("invoke", operation)
        return operation

    def ok(
        self, operation: Operation, *, seq: int | None, cursor: int | None, conversation_id: str | None
    ) -> None:
        """It was accepted."""
        operation.outcome, operation.ended = "ok", next(self._lines)
        operation.seq, operation.cursor = seq, cursor
        operation.conversation_id = operation.conversation_id or conversation_id
        self._note("ok", operation)

    def fail(self, operation: Operation, code: str) -> None:
        """It was refused, for good."""
        operation.outcome, operation.ended, operation.code = "fail", next(self._lines), code
        self._note("fail", operation)

    def close(self) -> None:
        """Nothing more will happen."""
        if self._file is not None:
            self._file.close()

    def _note(self, phase: str, operation: Operation) -> None:
        if self._file is not None:
            line = {"phase": phase, "who": operation.who, "kind": operation.kind, "id": operation.command_id}
            self._file.write(json.dumps({**line, "code": operation.code, "seq": operation.seq}) + "\n")
            self._file.flush()
