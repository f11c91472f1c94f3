"""resources: Finds the data files: in a checkout, an installed wheel and a bundle."""

from pathlib import Path


def find_resources() -> Path:
    """The folder `resources`. Raises `FileNotFoundError` with a sentence when there is none."""
    raise NotImplementedError
