"""The workstation as `vuoro` starts it, with somebody riding in it.

It imports what `vuoro` does and no more: what rides along must not make the start look longer.
"""

import argparse
import os
from collections.abc import Awaitable, Callable

from app.bootstrap import run_windows
from app.config import Config, find_resources, read_config
from app.ui.workstation import Workstation


def main(ride: Callable[[Workstation], Awaitable[None]]) -> int:
    """Run until the ride is over; it goes on where a killed one stopped. The exit code."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for flag in ("--server", "--data-dir"):
        parser.add_argument(flag, required=True)
    asked = parser.parse_args()
    flags = {"server": asked.server, "data_dir": asked.data_dir, "language": "fi", "theme": "light"}
    config = read_config(flags={**flags, "system_proxy": "no"}, environment=os.environ)
    assert isinstance(config, Config), config
    return run_windows(config, server=asked.server, resources=find_resources(), tour=ride)
