"""Confinement: from here on this process may compute, use the pipes it has, and end. Nothing else."""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import platform
import struct
import sys
from pathlib import Path
from typing import Final

MEMORY_BYTES: Final = 128 * 1024 * 1024
"""For the file, what is read of it and the picture, beyond what the program itself takes (trust.md B11)."""
CPU_SECONDS: Final = 10
"""The desk waits two seconds and ends the process; this is for the case that the desk itself has gone."""
_STANDARD_STREAMS: Final = 3

_SET_PARENT_DEATH_SIGNAL: Final = 1
_SET_DUMPABLE: Final = 4
_SET_SECCOMP: Final = 22
_SET_NO_NEW_PRIVILEGES: Final = 38
_FILTER: Final = 2
_KILL: Final = 9

_LOAD: Final = 0x20
_JUMP_IF_EQUAL: Final = 0x15
_RETURN: Final = 0x06
_ALLOWED: Final = 0x7FFF0000
_REFUSED: Final = 0x00050001
"""The call fails with EPERM: a library that asks in vain goes on or gives up, and says so."""
_KILLED: Final = 0x80000000

# By machine: how the kernel names it, and the numbers of what may be called. For reading and writing: read,
# write, close, fstat and lseek. For memory: mmap, mprotect, munmap, brk, mremap and madvise. For ending, and
# what Python does by the way: rt_sigaction, rt_sigprocmask and rt_sigreturn; exit and exit_group; futex and
# clock_gettime; gettimeofday and getrandom; sched_yield.
_MACHINES: Final = {
    "x86_64": (
        0xC000003E,
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 25, 28, 13, 14, 15, 60, 231, 202, 228, 96, 318, 24),
    ),
    "aarch64": (
        0xC00000B7,
        (63, 64, 57, 80, 62, 222, 226, 215, 214, 216, 233, 134, 135, 139, 93, 94, 98, 113, 169, 278, 124),
    ),
}


def confine() -> None:
    """Give up what reading a file does not need: other files, the network, other processes, memory and time
    without end. It cannot be taken back.

    Raises OSError where the system refuses; then nothing may be read. Windows has none of these means: what
    holds there is that it is another process, and the time it is given (decision 60).
    """
    if sys.platform == "win32":
        return
    import resource

    if sys.platform == "linux":
        _set(_SET_PARENT_DEATH_SIGNAL, _KILL)
        _set(_SET_DUMPABLE, 0)
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        # No number is free for another file, socket or pipe.
        resource.RLIMIT_NOFILE: _STANDARD_STREAMS,
        resource.RLIMIT_CPU: CPU_SECONDS,
    }
    if sys.platform == "linux":
        limits[resource.RLIMIT_AS] = _bytes_in_use() + MEMORY_BYTES
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))
    with contextlib.suppress(ValueError):
        # A person's processes are counted together; those that are there already do not matter.
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    if sys.platform == "linux" and platform.machine() in _MACHINES:
        _allow_only(*_MACHINES[platform.machine()])


def _bytes_in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * mmap.PAGESIZE


def _allow_only(machine: int, numbers: tuple[int, ...]) -> None:
    """A filter of the kernel (seccomp): these calls, and every other fails."""
    step = struct.Struct("<HBBI")
    of_the_machine, of_the_call = 4, 0
    steps = [
        step.pack(_LOAD, 0, 0, of_the_machine),
        step.pack(_JUMP_IF_EQUAL, 1, 0, machine),
        step.pack(_RETURN, 0, 0, _KILLED),
        step.pack(_LOAD, 0, 0, of_the_call),
    ]
    for number in numbers:
        steps += [step.pack(_JUMP_IF_EQUAL, 0, 1, number), step.pack(_RETURN, 0, 0, _ALLOWED)]
    steps.append(step.pack(_RETURN, 0, 0, _REFUSED))
    program = ctypes.create_string_buffer(b"".join(steps))

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))

    _set(_SET_NO_NEW_PRIVILEGES, 1)
    kept = Filter(len(steps), ctypes.addressof(program))
    _set(_SET_SECCOMP, _FILTER, ctypes.addressof(kept))


def _set(what: int, first: int, second: int = 0) -> None:
    words = [ctypes.c_ulong(each) for each in (first, second, 0, 0)]
    if ctypes.CDLL(None, use_errno=True).prctl(what, *words):
        number = ctypes.get_errno()
        raise OSError(number, "the kernel refused")
