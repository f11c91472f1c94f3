"""public_numbers: Phone numbers that are everybody's: one spelling each (R038), and never masked."""

import re
from typing import Final

_WRITTEN: Final = re.compile(r"\+?[0-9]+(?: [0-9]+)*")
_COUNTRY: Final = re.compile(r"^(?:\+358|00358)0?")


def digits_of(number: str) -> str:
    """The number as it is dialled in Finland: digits alone, `+358 9 …` and `00358 9 …` as `09 …`.

    A foreign number keeps its `+`. Two spellings of one number give the same.
    """
    bare = re.sub(r"[^+0-9]", "", number)
    return _COUNTRY.sub("0", bare)


def number_problem(number: str) -> str | None:
    """What is wrong with a number as written in a settings file, as a sentence; None when nothing is."""
    if not _WRITTEN.fullmatch(number):
        return "A number is written in groups of digits with spaces, 09 555 0120, perhaps with + in front."
    if not 3 <= len(digits_of(number)) <= 16:
        return "A number has 3 to 16 digits."
    return None
