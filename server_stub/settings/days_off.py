"""days_off: The public holidays of Finland and the county's own closing days."""

from collections.abc import Iterable
from datetime import date


def days_off(years: Iterable[int], *, local_closing_days: Iterable[date] = ()) -> frozenset[date]:
    """Public holidays, Christmas Eve, Midsummer Eve and local closing days of those years; weekends are not listed.

    A holiday that falls on a weekend is (domain.md B4; laki 150/1930, 5 §).
    """
    raise NotImplementedError
