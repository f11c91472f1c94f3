"""Compile the pinned requirement lists; run it after changing a .in file. Needs uv on the PATH."""

import os
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent / "requirements"
COMPILE = (
    *("uv", "pip", "compile", "--quiet", "--no-config"),
    *("--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> int:
    """Compile dev.txt first: it knows every version, and the two smaller locks are cut from it."""
    environment = {name: value for name, value in os.environ.items() if name != "PIP_FIND_LINKS"}
    upgrade = ("--upgrade",) if "--upgrade" in sys.argv[1:] else ()
    runs = (
        (*COMPILE, *upgrade, "dev.in", "--output-file", "dev.txt"),
        (*COMPILE, "desktop.in", "--constraint", "dev.txt", "--output-file", "desktop.txt"),
        (*COMPILE, "server.in", "--constraint", "dev.txt", "--output-file", "server.txt"),
    )
    for command in runs:
        done = subprocess.run(command, cwd=REQUIREMENTS, env=environment, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
