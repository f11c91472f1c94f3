"""promise: By when an answer is due: whole working days from the day a question came (R124, domain.md B4).

arrival is day 0 · a day off counts as the next working day · due at 16.00 in Helsinki on the last of them
"""

from datetime import date, datetime, time
from typing import Final

from server_stub.helpline.calling_time import millis_of, moment
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis
from server_stub.helpline.working_days import add_working_days

DUE: Final = time(16)
SHORTEST_DAYS: Final = 1
LONGEST_DAYS: Final = 3


def due_at(asked_at: Millis, days: int, days_off: frozenset[date]) -> Millis:
    """When an answer promised within `days` working days of `asked_at` is due."""
    day = add_working_days(moment(asked_at).date(), days, days_off=days_off)
    return millis_of(datetime.combine(day, DUE, HELSINKI))
