"""Wrap-ups of calls under way: what has been chosen so far, and what goes with the record that closes one."""

from __future__ import annotations

from collections.abc import Callable

from app.desk.drafts import DraftsDesk
from app.domain.callback import MISSES, AttemptOutcome, Callback
from app.domain.changes import Changes, Kind
from app.domain.ids import CallbackId, ConversationId, wrap_up_slot
from app.domain.project import Seen
from app.domain.wrap_up import CallWrapUp, Choice, prefilled


def notes_slot(callback_id: CallbackId) -> ConversationId:
    """The slot of the notes of a call: a callback request's id is also its lane's."""
    return wrap_up_slot(ConversationId(callback_id))


def closes(callback: Callback, outcome: AttemptOutcome) -> bool:
    """Whether an attempt with this outcome closes the request."""
    return outcome not in MISSES or callback.is_last_try


class CallWrapUps:
    """Choices live in memory: after a restart pre-information fills them in again, and notes are a draft."""

    def __init__(
        self, *, seen: Callable[[], Seen], drafts: DraftsDesk, tell: Callable[[Changes], None]
    ) -> None:
        self._seen = seen
        self._drafts = drafts
        self._tell = tell
        self._choices: dict[CallbackId, Choice] = {}

    def choice(self, callback_id: CallbackId) -> Choice:
        """What has been chosen, or what the topic suggests while nothing has been."""
        confirmed = self._seen().confirmed
        callback = confirmed.callbacks.get(callback_id)
        if callback is None:
            return Choice()
        codes = confirmed.codes_of(callback.service_id)
        chosen = self._choices.get(callback_id)
        return prefilled(codes, callback.topic.topic_id) if chosen is None else chosen.within(codes)

    def choose(self, callback_id: CallbackId, choice: Choice) -> None:
        """From now on this is chosen."""
        known = self._seen().confirmed.callbacks
        self._choices = {each: kept for each, kept in self._choices.items() if each in known}
        self._choices[callback_id] = choice
        self._tell(Changes.of(Kind.CALLBACKS, [callback_id]))

    def said(self, callback_id: CallbackId, outcome: AttemptOutcome) -> CallWrapUp | None:
        """What goes with a record of this outcome; None when the request goes on after it."""
        seen = self._seen()
        callback = seen.confirmed.callbacks.get(callback_id)
        if callback is None or not closes(callback, outcome):
            return None
        choice = self.choice(callback_id)
        return CallWrapUp(
            contact_reasons=choice.contact_reasons,
            outcome=choice.outcome,
            notes=self._drafts.text(notes_slot(callback_id)).rstrip(),
            service_model_version=seen.confirmed.service_model_version,
            is_test=choice.is_test,
        )
