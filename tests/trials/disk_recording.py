"""What a process did to its files, recorded by strace; and the disk as a loss of power would leave it.

entered ── written ── flushed …        a write is sure to survive once a flush of its file that was
                                       asked for after it has come back; until then it may be there,
                                       be there in part, or not at all
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

SECTOR = 512
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,unlink"
_LINE = re.compile(r"^(\d+) +(\d+\.\d+) (.*)$")
_RESUMED = re.compile(r"<\.\.\. (\w+) resumed>(.*)$")
_WHOLE = re.compile(r"^(\w+)\((.*)\) += (-?\d+)(?: \w+ \(.*\))?(?: <(\d+\.\d+)>)?$")
_FD = re.compile(r"^\d+<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put at an offset of a file; `entered` is the clock at the call."""

    entered: float
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file made shorter or longer."""

    entered: float
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Flush:
    """Everything written to the file before `entered` is safe once the clock shows `ended`."""

    entered: float
    file: str
    ended: float


Event = Write | Cut | Flush


def strace(output: Path, *files: Path) -> tuple[str, ...]:
    """The words that put a programme under strace, which stands aside so that the programme is the child."""
    paths = [part for file in files for part in ("-P", str(file))]
    return (
        *("strace", "-D", "-f", "-qq", "-y", "-ttt", "-T", "-xx", "-s", "1000000"),
        *("-o", str(output), *paths, "-e", f"trace={CALLS}"),
    )


def read_recording(output: Path) -> list[Event]:
    """The events of a recording in the order of their calls. Raises ValueError at a call it does not know."""
    events: list[Event] = []
    under_way: dict[str, tuple[float, str]] = {}
    for line in output.read_text(encoding="ascii").splitlines():
        match = _LINE.match(line)
        if match is None:
            raise ValueError(f"not a line of strace: {line[:80]}")
        process, entered, rest = match[1], float(match[2]), match[3]
        if rest.startswith(("+++", "---")):
            continue
        if rest.endswith("<unfinished ...>"):
            under_way[process] = (entered, rest.removesuffix("<unfinished ...>").rstrip())
            continue
        if resumed := _RESUMED.match(rest):
            entered, begun = under_way.pop(process)
            rest = begun + resumed[2].lstrip()
        if (event := _event(entered, rest)) is not None:
            events.append(event)
    return sorted(events, key=lambda event: event.entered)


def _event(entered: float, call: str) -> Event | None:
    if call.endswith(" = ?"):
        # The process was killed inside the call: it promised nothing to anybody.
        return None
    match = _WHOLE.match(call)
    if match is None:
        raise ValueError(f"a call of another shape: {call[:80]}")
    name, arguments, result, took = match[1], match[2], int(match[3]), float(match[4] or 0)
    if result < 0:
        return None
    found = _FD.match(arguments)
    if found is None:
        raise ValueError(f"{name} on no file: {arguments[:80]}")
    file = Path(_text(found[1])).name
    match name:
        case "pwrite64":
            _, text, _, offset = arguments.rsplit(", ", 3)
            return Write(entered, file, int(offset), _bytes(text)[:result])
        case "ftruncate":
            return Cut(entered, file, int(arguments.rpartition(", ")[2]))
        case "fsync" | "fdatasync":
            return Flush(entered, file, entered + took)
        case _:
            raise ValueError(f"{name} was not expected")


def _bytes(quoted: str) -> bytes:
    return bytes.fromhex(quoted.strip('"').replace("\\x", ""))


def _text(name: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda byte: chr(int(byte[1], 16)), name)


def after_power_loss(
    before: dict[str, bytes],
    events: list[Event],
    at: float,
    chance: random.Random,
    *,
    flushes_hold: bool = True,
) -> dict[str, bytes]:
    """The files as a loss of power at `at` may leave them, drawn by `chance`.

    `flushes_hold=False` is a disk that lies about flushing: for seeing that the proof can fail.
    """
    files = {name: bytearray(content) for name, content in before.items()}
    past = [event for event in events if event.entered <= at]
    safe = {name: _safe_before(past, name, at) if flushes_hold else 0.0 for name in {e.file for e in past}}
    # Some disks keep all they were given, some nothing, most a part.
    keeping = chance.choice((0.0, 0.3, 0.7, 1.0))
    for event in past:
        if isinstance(event, Flush):
            continue
        is_safe = event.entered < safe[event.file]
        if is_safe or chance.random() < keeping:
            _apply(files.setdefault(event.file, bytearray()), event, None if is_safe else chance)
    return {name: bytes(content) for name, content in files.items()}


def _safe_before(past: list[Event], file: str, at: float) -> float:
    """What was written before that moment is on the disk."""
    flushed = [e.entered for e in past if isinstance(e, Flush) and e.file == file and e.ended <= at]
    return max(flushed, default=0.0)


def _apply(content: bytearray, event: Write | Cut, torn_by: random.Random | None) -> None:
    if isinstance(event, Cut):
        del content[event.size :]
        content.extend(bytes(event.size - len(content)))
        return
    data, offset = event.data, event.offset
    if torn_by is not None and torn_by.random() < 0.3:
        sectors = torn_by.randint(0, -(-len(data) // SECTOR))
        data = data[: sectors * SECTOR]
    if len(content) < offset + len(data):
        content.extend(bytes(offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data
