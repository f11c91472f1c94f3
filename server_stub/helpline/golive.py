"""golive: What has to be ready when, counted back from the day the service opens (R142, R144). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple


class Stage(NamedTuple):
    """A stage of the rollout and how many weeks are usual for it."""

    stage_id: str
    weeks: int


STAGES: Final = (
    Stage("preparation", 4),
    Stage("configuration", 5),
    Stage("technical_test", 2),
    Stage("functional_test", 2),
    Stage("training", 2),
    Stage("pilot", 3),
    Stage("go_live", 2),
)
"""In their order; two to five weeks each (R144). The last begins on the day, the others lead up to it."""

STAGE_IDS: Final = tuple(stage.stage_id for stage in STAGES)


@dataclass(frozen=True, slots=True)
class Planned:
    """A stage on the sheet: from `begins` up to, not including, `ends`; `done_on` where somebody said so."""

    stage_id: str
    begins: date
    ends: date
    done_on: date | None
    done_by: str

    def is_late(self, today: date) -> bool:
        """Whether it should have been over and nobody has said that it is."""
        return self.done_on is None and today >= self.ends


def settings_complete_by(day: date) -> date:
    """Two months before the day (R142); the last of the month where it has no such date."""
    month, year = (day.month - 2, day.year) if day.month > 2 else (day.month + 10, day.year - 1)
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def plan(day: date, done: Mapping[str, tuple[date, str]]) -> tuple[Planned, ...]:
    """Every stage with its dates; `done` is when and by whom each was said to be done."""
    begins = day - timedelta(weeks=sum(stage.weeks for stage in STAGES[:-1]))
    planned: list[Planned] = []
    for stage in STAGES:
        ends = begins + timedelta(weeks=stage.weeks)
        done_on, done_by = done.get(stage.stage_id, (None, ""))
        planned.append(Planned(stage.stage_id, begins, ends, done_on, done_by))
        begins = ends
    return tuple(planned)


def is_on_time(day: date, planned: Sequence[Planned], missing: Sequence[str], *, today: date) -> bool:
    """Whether no stage is late, and no settings information is missing that should be there by now."""
    is_time = today >= settings_complete_by(day)
    return not any(stage.is_late(today) for stage in planned) and not (missing and is_time)
