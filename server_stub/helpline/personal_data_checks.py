"""personal_data_checks: What a look-alike must pass to count: dates, checksums, public numbers."""

import re
from typing import Final, assert_never

from server_stub.helpline.personal_data_rules import Check, Rules
from server_stub.helpline.public_numbers import digits_of

_FEBRUARY: Final = 2


def passes(check: Check, match: re.Match[str], rules: Rules) -> bool:
    """Whether a match passes one check. `not_public` is another matter: see `public_part`."""
    match check:
        case "date":
            return _is_date(match, rules)
        case "checksum":
            return _has_checksum(match, rules)
        case "remainder":
            return _has_remainder(match[0])
        case "not_a_date":
            return not _reads_as_date(match[0])
        case "not_public":
            return True
        case _:
            assert_never(check)


def public_part(match: str, public: frozenset[str]) -> int:
    """How long the longest public number is that a match begins with, up to a gap or its end; 0 when none."""
    ends = [len(match), *(place for place, character in enumerate(match) if not character.isdigit())]
    return max((end for end in ends if digits_of(match[:end]) in public), default=0)


def _is_date(match: re.Match[str], rules: Rules) -> bool:
    """The century is not asked for: every fourth year is a leap year in 1904–2096, and 1900 is given the
    benefit.
    """
    day, month, year = (int(match[group].replace(" ", "")) for group in (1, 2, 3))
    if not 1 <= month <= 12 or not 1 <= day <= rules.days_in_month[month - 1]:
        return False
    return (day, month) != (29, _FEBRUARY) or year % 4 == 0


def _has_checksum(match: re.Match[str], rules: Rules) -> bool:
    number = int("".join(match[group] for group in (1, 2, 3, 4)).replace(" ", ""))
    return rules.check_characters[number % 31] == match[5].upper()


def _has_remainder(text: str) -> bool:
    """ISO 7064, MOD 97-10, as IBAN uses it (ISO 13616)."""
    bare = text.replace(" ", "").replace("-", "").upper()
    return int("".join(str(int(character, 36)) for character in bare[4:] + bare[:4])) % 97 == 1


def _reads_as_date(text: str) -> bool:
    digits = re.sub("[^0-9]", "", text)
    if len(digits) != 8:
        return False
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12 and 1900 <= int(digits[4:]) <= 2099
