"""phone_numbers: A phone number as a customer writes it: checked, kept as E.164, shown in groups (B2).

What is no number and what is a number that is not called are told apart, so that the page can say it kindly.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final


class PhoneProblem(StrEnum):
    """Why nobody can be called there."""

    UNREADABLE = "phone_unreadable"
    NOT_CALLED = "phone_not_called"


COVER: Final = "•"
LONGEST: Final = 40
"""Characters of the field: a number with all the spaces and words people put around it."""

_SEPARATORS: Final = re.compile(r"[\s().\-\u2010-\u2015\u2212/\u200b-\u200f\u2060]+")
_DIGITS: Final = re.compile(r"[0-9]+")
_SERVICE: Final = ("100", "200", "300", "600", "700", "800", "116")
_SHORT: Final = re.compile(r"1(?:12|16[0-9]{3}|0[0-9]{3}|1[0-9]{1,4})|0?11[0-9]{1,4}")
_MOBILE: Final = re.compile(r"(?:4[0-9]|50)[0-9]{4,8}")
_FIXED: Final = re.compile(r"(?:1[3-9]|[235689])[0-9]{4,9}")
_COMPANY: Final = re.compile(r"(?:10|20|29|30|39|71|73|75)[0-9]{3,8}")
_FOREIGN: Final = re.compile(r"[1-9][0-9]{6,14}")
_TWO_DIGIT_CODES: Final = frozenset(
    {
        *("20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47"),
        *("48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65"),
        *("66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"),
    }
)


def e164(written: str) -> str | PhoneProblem:
    """`+358401234567` for what a customer wrote, or why not.

    Finnish numbers with or without +358, and foreign ones with + or 00. Not called: 0600, 0700 and the other
    service numbers, and short codes such as 112 or 116117.
    """
    bare = _SEPARATORS.sub("", unicodedata.normalize("NFKC", written))
    is_foreign = bare.startswith(("+", "00"))
    digits = bare.removeprefix("+") if bare.startswith("+") else bare.removeprefix("00")
    if not digits.isascii() or not _DIGITS.fullmatch(digits):
        return PhoneProblem.UNREADABLE
    if _SHORT.fullmatch(digits):
        return PhoneProblem.NOT_CALLED
    if is_foreign and not digits.startswith("358"):
        return f"+{digits}" if _FOREIGN.fullmatch(digits) else PhoneProblem.UNREADABLE
    if is_foreign or (digits.startswith("358") and len(digits) >= _WITH_COUNTRY):
        return _finnish(digits.removeprefix("358").removeprefix("0"))
    return _finnish(digits[1:]) if digits.startswith("0") else PhoneProblem.UNREADABLE


_WITH_COUNTRY: Final = 11


def _finnish(national: str) -> str | PhoneProblem:
    """A Finnish number without its leading zero."""
    if national.startswith(_SERVICE) or _SHORT.fullmatch(national):
        return PhoneProblem.NOT_CALLED
    if any(kind.fullmatch(national) for kind in (_MOBILE, _FIXED, _COMPANY)):
        return f"+358{national}"
    return PhoneProblem.UNREADABLE


def grouped(number: str) -> str:
    """An E.164 number as it is read aloud: `040 123 4567`, `09 123 456`, `+46 70 123 4567`."""
    prefix, rest = _parted(number)
    return " ".join([prefix, *_in_threes(rest)])


def masked(number: str) -> str:
    """The same with everything but the network and the last two digits covered: `040 ••• ••67`.

    A number that was forgotten is "".
    """
    if not number:
        return ""
    prefix, rest = _parted(number)
    covered = COVER * (len(rest) - 2) + rest[-2:]
    return " ".join([prefix, *_in_threes(covered)])


def _parted(number: str) -> tuple[str, str]:
    """The part that names a network or a country, and the rest."""
    if number.startswith("+358"):
        national = number.removeprefix("+358")
        length = 1 if _FIXED.fullmatch(national) and national[0] != "1" else 2
        return f"0{national[:length]}", national[length:]
    digits = number.removeprefix("+")
    length = 1 if digits[0] in "17" else 2 if digits[:2] in _TWO_DIGIT_CODES else 3
    return f"+{digits[:length]}", digits[length:]


def _in_threes(digits: str) -> list[str]:
    """Threes, and at the end up to four, so that no digit stands alone."""
    groups = []
    while len(digits) > 4:
        groups.append(digits[:3])
        digits = digits[3:]
    return [*groups, digits]
