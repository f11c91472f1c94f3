"""days_off: The public holidays of Finland and the county's own closing days."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from holidays import country_holidays

_FRIDAY: Final = 4


def days_off(years: Iterable[int], *, local_closing_days: Iterable[date] = ()) -> frozenset[date]:
    """Public holidays, Christmas Eve, Midsummer Eve and local closing days of those years; weekends are not
    listed.

    A holiday that falls on a weekend is (domain.md B4; laki 150/1930, 5 §).
    """
    wanted = frozenset(years)
    public = frozenset(country_holidays("FI", years=wanted)) if wanted else frozenset()
    eves = {eve for year in wanted for eve in (date(year, 12, 24), _midsummer_eve(year))}
    local = {day for day in local_closing_days if day.year in wanted}
    return public | eves | local


def _midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June."""
    first = date(year, 6, 19)
    return first + timedelta(days=(_FRIDAY - first.weekday()) % 7)
