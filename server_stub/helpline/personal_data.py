"""personal_data: Finds identity codes, phone numbers, e-mail addresses and account numbers, and covers them.

The patterns are data (`resources/contract/v1/personal_data.json`), the same for the customer page and here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["identity_code", "phone", "email", "account_number"]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with what was found covered by █████, and the kinds in order of appearance."""

    text: str
    kinds: tuple[Kind, ...]


class Masker:
    """Covers personal data by the rules it was given. Pure and safe to share between threads."""

    def __init__(self, rules: Mapping[str, object]) -> None:
        """`rules` is personal_data.json, decoded. Raises `ValueError` with a sentence when it is not in order."""
        raise NotImplementedError

    def mask(self, text: str, allow: frozenset[str] = frozenset()) -> Masked:
        """A customer's text, all four kinds covered. `allow`: public numbers, in any spelling, left as they are."""
        raise NotImplementedError

    def mask_identity_codes(self, text: str) -> Masked:
        """A staff member's text: identity codes alone are covered."""
        raise NotImplementedError
