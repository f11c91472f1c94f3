"""What a thousand backends in one test process read alike: pure functions of a text, answered once.

The shipped service model takes 70 ms to read and the words of concern as long: most of what a small test of
the backend costs. Both are frozen values, so that no test can leave anything in them for another.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pytest

from server_stub.bootstrap import opening, wiring
from server_stub.helpline.concern import Concerns
from server_stub.helpline.service_model import ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import FileError, parse, read


@cache
def example_model() -> ServiceModel:
    """The shipped example, as its first version."""
    model = read(find_resources() / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel), model
    return model


@cache
def shipped_concerns() -> Concerns:
    """The words of concern as they are shipped."""
    file = find_resources() / "contract" / "v1" / "concerns.json"
    return Concerns(json.loads(file.read_text(encoding="utf-8")))


@cache
def _parsed(text: str, version: int) -> ServiceModel | tuple[FileError, ...]:
    model = parse(text, version=version)
    return tuple(model) if isinstance(model, list) else model


@cache
def _concerns_of(rules: str) -> Concerns:
    return Concerns(json.loads(rules))


def _parse(text: str, *, version: int) -> ServiceModel | list[FileError]:
    model = _parsed(text, version)
    return list(model) if isinstance(model, tuple) else model


def _concerns(rules: Mapping[str, object]) -> Concerns:
    return _concerns_of(json.dumps(rules))


@contextmanager
def backends_read_once() -> Iterator[None]:
    """Backends made in this process share what they would each read from the same text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "parse", _parse)
        patch.setattr(wiring, "Concerns", _concerns)
        yield
