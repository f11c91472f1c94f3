"""service_model_file: Reads a service model from YAML; every error at once, with line and column."""

from dataclasses import dataclass
from pathlib import Path

from server_stub.helpline.service_model import ServiceModel


@dataclass(frozen=True, slots=True, order=True)
class FileError:
    """One thing to mend: where (from 1) and a sentence."""

    line: int
    column: int
    sentence: str


def read(path: Path, *, version: int = 1) -> ServiceModel | list[FileError]:
    """The model in a file. A file that cannot be read is an error at line 1, column 1."""
    raise NotImplementedError


def parse(text: str, *, version: int) -> ServiceModel | list[FileError]:
    """The model in a text (the database keeps the text as it was loaded, under its number)."""
    raise NotImplementedError
