"""The service model in force in this process, with what is made from it once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from server_stub.helpline.service_model import Register, ServiceModel
from server_stub.wire.heads import ModelWords


@dataclass(frozen=True, slots=True)
class Model:
    """A service model, its words, and the days on which counters stop."""

    model: ServiceModel
    words: ModelWords
    days_off: frozenset[date]
    public_numbers: frozenset[str]
    registers: Mapping[str, Register | None]
    asking_queues: frozenset[str]


class InForce:
    """Holds the present model; the timekeeper puts another in its place when one is activated."""

    def __init__(self, model: ServiceModel, days_off: frozenset[date]) -> None:
        """`model` is the active version of the database."""
        self.put(model, days_off)

    def put(self, model: ServiceModel, days_off: frozenset[date]) -> None:
        """From now on, this one."""
        self.now = Model(
            model,
            ModelWords(model),
            days_off,
            frozenset(model.public_numbers),
            model.registers(),
            model.asking_queues(),
        )
