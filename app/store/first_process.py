"""Whether this process is the first Vuoro at work over this folder, or one beside another.

A refresh token is good for one use, and a second use ends the sign-in. So two programs of the same account
never share the one in the keyring: the first keeps it there, and goes on with what a killed one has left.
"""

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FirstProcess:
    """A lock on a file in the folder, which the operating system takes away when the process dies.

    It says nothing of whose desk it is: counsellors come and go while the process holds it.
    """

    def __init__(self, folder: Path) -> None:
        """Take it, unless another process has. Blocks for a moment; never raises."""
        self._file: IO[bytes] | None = None
        file: IO[bytes] | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.fdopen(os.open(folder / "at-work", os.O_CREAT | os.O_RDWR, 0o600), "r+b")
            _lock(file)
        except OSError:
            if file is not None:
                file.close()
            return
        self._file = file

    @property
    def is_first(self) -> bool:
        """Whether no other Vuoro was at work here when this one began."""
        return self._file is not None

    def close(self) -> None:
        """Let another be the first."""
        file, self._file = self._file, None
        if file is not None:
            file.close()


def _lock(file: IO[bytes]) -> None:
    """Raises OSError when it is locked already."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
