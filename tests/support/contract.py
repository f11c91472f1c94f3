"""The contract as data, for the referee: its schema, its examples, and what each path asks for and gives."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

CONTRACT = Path(__file__).parents[2] / "resources" / "contract" / "v1"
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Example:
    """One example file: `type_name` begins its name."""

    name: str
    type_name: str
    raw: bytes

    @property
    def value(self) -> Json:
        """The example, parsed."""
        parsed: Json = json.loads(self.raw)
        return parsed


@cache
def schema() -> Mapping[str, object]:
    """The whole of schema.json."""
    parsed: Mapping[str, object] = json.loads((CONTRACT / "schema.json").read_text(encoding="utf-8"))
    return parsed


@cache
def definitions() -> dict[str, dict[str, object]]:
    """Every type by its name."""
    found = schema()["$defs"]
    assert isinstance(found, dict)
    return found


def examples(*type_names: str) -> list[Example]:
    """The examples of some types, or all."""
    files = sorted((CONTRACT / "examples").glob("*.json"))
    made = [Example(file.stem, file.name.split(".")[0], file.read_bytes()) for file in files]
    return [example for example in made if not type_names or example.type_name in type_names]


def kinds(*wanted: str) -> list[str]:
    """Names of the types of some kinds (`x-kind`: command, request, answer, fact, hint, value, union)."""
    return [name for name, shape in definitions().items() if shape.get("x-kind") in wanted]


@cache
def traffic() -> list[dict[str, object]]:
    """What each path asks for and gives (`x-traffic`)."""
    table = schema()["x-traffic"]
    assert isinstance(table, list)
    return table


def problems_of(type_name: str, value: object) -> list[str]:
    """Where a value does not fit a type: places and rules, never what stood there."""
    return _problems(_validator(type_name, closed=False), value)


def problems_of_ours(type_name: str, value: object) -> list[str]:
    """The same, and keys that the contract does not name: we write strictly what others may read loosely."""
    return _problems(_validator(type_name, closed=True), value)


def reachable(type_names: Iterator[str] | list[str]) -> set[str]:
    """Those types and all they are made of."""
    found: set[str] = set()
    waiting = list(type_names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _referred(definitions()[name])
    return found


@cache
def _validator(type_name: str, *, closed: bool) -> Draft202012Validator:
    shapes = {name: _closed(shape) for name, shape in definitions().items()} if closed else definitions()
    return Draft202012Validator({"$ref": f"#/$defs/{type_name}", "$defs": shapes})


def _closed(shape: dict[str, object]) -> dict[str, object]:
    return {**shape, "unevaluatedProperties": False} if shape.get("type") == "object" else shape


def _problems(validator: Draft202012Validator, value: object) -> list[str]:
    return [
        f"{each.json_path}: {'/'.join(map(str, each.schema_path))}" for each in validator.iter_errors(value)
    ]


def _referred(shape: object) -> list[str]:
    if isinstance(shape, dict):
        here = [str(shape["$ref"]).rpartition("/")[2]] if "$ref" in shape else []
        return here + [name for part in shape.values() for name in _referred(part)]
    if isinstance(shape, list):
        return [name for part in shape for name in _referred(part)]
    return []
