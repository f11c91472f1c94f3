"""wording: One text in Finnish, Swedish and English."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, assert_never

Language = Literal["fi", "sv", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in all three languages (R036): none can be left out."""

    fi: str
    sv: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in one language."""
        match language:
            case "fi":
                return self.fi
            case "sv":
                return self.sv
            case "en":
                return self.en
            case _:
                assert_never(language)

    def by_language(self) -> dict[Language, str]:
        """The shape of the contract: ``{"fi": …, "sv": …, "en": …}``."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}


def wording_of(text_in: Callable[[Language], str]) -> Wording:
    """A wording made by asking for each language in turn."""
    return Wording(fi=text_in("fi"), sv=text_in("sv"), en=text_in("en"))
