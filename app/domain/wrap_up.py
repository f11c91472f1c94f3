"""Wrap-up: what a conversation was about and what came of it, chosen from the service's own codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.canned import CannedAnswer
from app.domain.contact_marks import ContactMark, pressed
from app.domain.queue import ByLanguage

MOST_FURTHER = 3
"""Beside the main contact reason (glossary)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A contact reason or an outcome: kept by its id, said in the counsellor's language."""

    code_id: str
    name: ByLanguage


@dataclass(frozen=True, slots=True)
class ServiceCodes:
    """What the wrap-up of one service chooses from, in the order of the number keys. ``by_topic``: the
    likeliest reasons of those who chose a topic.
    """

    service_id: str
    contact_reasons: tuple[Code, ...] = ()
    outcomes: tuple[Code, ...] = ()
    by_topic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose: without lists a conversation is simply closed."""
        return bool(self.contact_reasons or self.outcomes)

    def likely(self, topic_id: str, finer_topic_id: str | None = None) -> tuple[str, ...]:
        """The likeliest reasons of a finer topic; of its topic where it has none of its own (R067, R069)."""
        finer = self.by_topic.get(finer_topic_id or "", ())
        return finer or self.by_topic.get(topic_id, ())

    def reasons_for(self, topic_id: str, finer_topic_id: str | None = None) -> tuple[Code, ...]:
        """Contact reasons as a customer with that topic meets them: her likeliest ones first."""
        likely = self.likely(topic_id, finer_topic_id)
        by_id = {code.code_id: code for code in self.contact_reasons}
        first = tuple(by_id[code_id] for code_id in likely if code_id in by_id)
        return (*first, *(code for code in self.contact_reasons if code not in first))


@dataclass(frozen=True, slots=True)
class Choice:
    """What has been chosen so far. ``is_adding``: the next contact reason is one more, not another main
    one. ``is_test``: it was a mystery customer or a test (R104). ``marks``: in the order of `ContactMark`.
    """

    main: str | None = None
    further: tuple[str, ...] = ()
    outcome: str | None = None
    is_adding: bool = False
    is_test: bool = False
    marks: tuple[ContactMark, ...] = ()

    @property
    def contact_reasons(self) -> tuple[str, ...]:
        """The main one first."""
        return () if self.main is None else (self.main, *self.further)

    def with_reason(self, code_id: str) -> Choice:
        """After that contact reason has been pressed: it is the main one, or one more while adding. One
        that was further already is taken away.
        """
        if code_id in self.further:
            left = tuple(each for each in self.further if each != code_id)
            return replace(self, further=left, is_adding=False)
        if self.is_adding and self.main is not None:
            if code_id == self.main or len(self.further) >= MOST_FURTHER:
                return replace(self, is_adding=False)
            return replace(self, further=(*self.further, code_id), is_adding=False)
        return replace(self, main=code_id, is_adding=False)

    def with_outcome(self, code_id: str) -> Choice:
        """After that outcome has been pressed."""
        return replace(self, outcome=code_id, is_adding=False)

    def adding(self) -> Choice:
        """After ``+``: the next contact reason is one more, as long as there is a main one and room."""
        can_add = self.main is not None and len(self.further) < MOST_FURTHER
        return replace(self, is_adding=can_add and not self.is_adding)

    def toggled_test(self) -> Choice:
        """Marked as a mystery customer or a test, or not any more."""
        return replace(self, is_test=not self.is_test)

    def marked(self, mark: ContactMark) -> Choice:
        """After that mark has been pressed (R044, R045, R093, R096)."""
        return replace(self, marks=pressed(self.marks, mark))

    def within(self, codes: ServiceCodes) -> Choice:
        """Without what the service's lists no longer hold."""
        reasons = {code.code_id for code in codes.contact_reasons}
        outcomes = {code.code_id for code in codes.outcomes}
        kept = [code_id for code_id in self.contact_reasons if code_id in reasons]
        return Choice(
            main=kept[0] if kept else None,
            further=tuple(kept[1:]),
            outcome=self.outcome if self.outcome in outcomes else None,
            is_adding=self.is_adding and bool(kept),
            is_test=self.is_test,
            marks=self.marks,
        )


@dataclass(frozen=True, slots=True)
class CallWrapUp:
    """What a call was about and what came of it; nothing in it is needed. ``is_test``: it was a mystery
    customer or a test (R104).
    """

    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    is_test: bool = False


def prefilled(codes: ServiceCodes, topic_id: str, finer_topic_id: str | None = None) -> Choice:
    """What pre-information as it stands says of the contact reason: the likeliest one, or nothing."""
    by_id = {code.code_id for code in codes.contact_reasons}
    likely = [code_id for code_id in codes.likely(topic_id, finer_topic_id) if code_id in by_id]
    return Choice(main=likely[0] if likely else None)


def with_what_was_said(choice: Choice, answers: Iterable[CannedAnswer]) -> Choice:
    """With what canned answers that were said mean: a customer who was told of the phone time was directed
    there, and that is its outcome already (R090, R093). Of several outcomes the last one said stands.
    """
    for answer in answers:
        if answer.outcome is not None:
            choice = choice.with_outcome(answer.outcome)
        if answer.mark is not None and answer.mark not in choice.marks:
            choice = choice.marked(answer.mark)
    return choice
