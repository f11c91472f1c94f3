"""Badges: who the customer is to us (ANONYYMI, TUNNISTAUTUNUT), her language, a clock, a count."""

from typing import assert_never

from app.domain.conversation import Identity
from app.ui.icons import Icon
from app.ui.parts.marks import Mark
from app.ui.tokens import Colour, Length, Type
from app.ui.words import identity_word, language_name


def identity_badge(identity: Identity) -> Mark:
    """Dashed amber with a crossed-out person, or solid green with a shield; never folded, never shortened."""
    match identity:
        case Identity.ANONYMOUS:
            return Mark(
                identity_word(identity),
                Type.IDENTITY,
                Colour.WAIT,
                back=Colour.WAIT_WEAK,
                outline=Colour.WAIT,
                is_dashed=True,
                icon=Icon.ANONYMOUS,
                radius=Length.RADIUS_BADGE,
            )
        case Identity.IDENTIFIED:
            return Mark(
                identity_word(identity),
                Type.IDENTITY,
                Colour.OK,
                back=Colour.OK_WEAK,
                outline=Colour.OK,
                icon=Icon.SHIELD,
                radius=Length.RADIUS_BADGE,
            )
    assert_never(identity)


def language_tag(language: str) -> Mark:
    """The customer's language by its own name."""
    return Mark(
        language_name(language), Type.TAG, Colour.MUT, back=Colour.BG, outline=Colour.LINE, weight=500
    )


def chip(words: str, *, icon: Icon | None = None) -> Mark:
    """A quiet word in the header."""
    return Mark(
        words,
        Type.CONTROL,
        Colour.MUT,
        back=Colour.SURFACE,
        outline=Colour.LINE,
        icon=icon,
        radius=Length.RADIUS_DIALOG,
        height=Length.CHIP,
        side=Length.SPACE_6,
    )


def count_pill(words: str) -> Mark:
    """What is new and not yet read."""
    return Mark(words, Type.TAG, Colour.ON_BAD, back=Colour.BAD, weight=700)


def clock_pill(clock: str, colour: Colour, icon: Icon) -> Mark:
    """How long somebody has waited."""
    return Mark(clock, Type.TAG, colour, outline=Colour.LINE, icon=icon)
