"""Wrap-ups under way: what has been chosen so far, by conversation, and what finishing them submits."""

from __future__ import annotations

from collections.abc import Callable

from app.desk.drafts import DraftsDesk
from app.domain.canned import CannedAnswer, was_said
from app.domain.changes import Changes, Kind
from app.domain.commands import Command, EndConversation, WrapUp, WriteMessage
from app.domain.contact_marks import marks_for
from app.domain.conversation import Author, ConversationState, Head
from app.domain.ids import CommandId, ConversationId, wrap_up_slot
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.rules import cannot_wrap_up, unfit_wrap_up
from app.domain.wrap_up import Choice, prefilled, with_what_was_said


class WrapUps:
    """Choices live in memory: after a restart pre-information fills them in again, and notes are a draft."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        submit: Callable[[Command], CommandId | Problem],
        drafts: DraftsDesk,
        tell: Callable[[Changes], None],
    ) -> None:
        self._seen = seen
        self._submit = submit
        self._drafts = drafts
        self._tell = tell
        self._choices: dict[ConversationId, Choice] = {}

    def choice(self, conversation_id: ConversationId) -> Choice:
        """What has been chosen, or what pre-information suggests while nothing has been."""
        head = self._head(conversation_id)
        if head is None:
            return Choice()
        codes = self._seen().confirmed.codes_of(head.service_id)
        chosen = self._choices.get(conversation_id)
        if chosen is not None:
            return chosen.within(codes)
        suggested = prefilled(codes, head.topic.topic_id, head.finer_topic_id)
        return with_what_was_said(suggested, self._said_answers(conversation_id)).within(codes)

    def _said_answers(self, conversation_id: ConversationId) -> tuple[CannedAnswer, ...]:
        """Canned answers that mean something for the wrap-up and were said here, the last of them last."""
        seen = self._seen()
        telling = [each for each in seen.confirmed.canned_answers if each.outcome or each.mark]
        window = seen.confirmed.windows.get(conversation_id)
        if not telling or window is None:
            return ()
        texts = [message.text for message in window.messages if message.by is Author.COUNSELLOR]
        sent = (row.command for row in seen.unsent.get(conversation_id, ()))
        texts += [command.text for command in sent if isinstance(command, WriteMessage)]
        return tuple(answer for text in texts for answer in telling if was_said(answer, text))

    def choose(self, conversation_id: ConversationId, choice: Choice) -> None:
        """From now on this is chosen."""
        mine = self._seen().confirmed.heads
        self._choices = {each: kept for each, kept in self._choices.items() if each in mine}
        self._choices[conversation_id] = choice
        self._tell(Changes.of(Kind.HEADS, [conversation_id]))

    def end(self, conversation_id: ConversationId) -> CommandId | Problem:
        """End the talk for the customer now; the wrap-up stays to be done."""
        head = self._head(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        return self._submit(EndConversation(conversation_id, head.responsibility_version))

    def finish(self, conversation_id: ConversationId) -> CommandId | Problem:
        """Submit what is chosen with the notes in their slot; end the talk first if it still goes on.

        Nothing is ended for a wrap-up that could not follow.
        """
        seen, head = self._seen(), self._head(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        choice = self.choice(conversation_id)
        command = WrapUp(
            conversation_id=conversation_id,
            contact_reasons=choice.contact_reasons,
            outcome=choice.outcome,
            notes=self._drafts.text(wrap_up_slot(conversation_id)).rstrip(),
            service_model_version=seen.confirmed.service_model_version,
            responsibility_version=head.responsibility_version,
            is_test=choice.is_test,
            marks=tuple(mark for mark in choice.marks if mark in marks_for(head.identity)),
        )
        problem = cannot_wrap_up(seen, conversation_id, head.responsibility_version)
        problem = problem or unfit_wrap_up(seen, command, head.service_id)
        if problem is not None:
            return problem
        if head.state is not ConversationState.ENDED and conversation_id not in seen.ending:
            ended = self.end(conversation_id)
            if isinstance(ended, Problem):
                return ended
        return self._submit(command)

    def _head(self, conversation_id: ConversationId) -> Head | None:
        return self._seen().confirmed.heads.get(conversation_id)
