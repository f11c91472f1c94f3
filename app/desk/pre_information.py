"""Pre-information: how she refines it within its topic, or corrects topic and language."""

from __future__ import annotations

from collections.abc import Callable

from app.desk.drafts import DraftsDesk
from app.desk.pre_information_view import ChoiceRow
from app.domain.commands import Command
from app.domain.ids import CommandId, ConversationId, detail_slot, internal_slot
from app.domain.pre_information import CorrectPreInformation, RefinePreInformation
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


class PreInformationDesk:
    """One slice of the desk: intents go through its ``submit``."""

    def __init__(
        self,
        *,
        seen: Callable[[], Seen],
        submit: Callable[[Command], CommandId | Problem],
        drafts: DraftsDesk,
    ) -> None:
        self._seen = seen
        self._submit = submit
        self._drafts = drafts

    def detail(self, conversation_id: ConversationId) -> str:
        """The detail as she is writing it; else as it stands."""
        head = self._seen().confirmed.heads.get(conversation_id)
        standing = "" if head is None else head.pre_information.detail
        return self._drafts.text(detail_slot(conversation_id)) or standing

    def write_detail(self, conversation_id: ConversationId, text: str) -> None:
        """Keep what she writes; what stands already is no draft."""
        head = self._seen().confirmed.heads.get(conversation_id)
        is_standing = head is not None and text == head.pre_information.detail
        self._drafts.typed(detail_slot(conversation_id), "" if is_standing else text)

    def refine(
        self, conversation_id: ConversationId, finer_topic_id: str | None, detail: str
    ) -> CommandId | Problem:
        """Say more exactly what it is about. The slot is emptied when it has happened."""
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        return self._submit(
            RefinePreInformation(
                conversation_id, finer_topic_id, detail.rstrip(), head.responsibility_version
            )
        )

    def correct(self, conversation_id: ConversationId, row: ChoiceRow, language: str) -> CommandId | Problem:
        """Put topic and language right, with the internal message in its slot for whoever takes her next."""
        head = self._seen().confirmed.heads.get(conversation_id)
        if head is None:
            return Problem(ProblemCode.NOT_HELD)
        return self._submit(
            CorrectPreInformation(
                conversation_id=conversation_id,
                service_id=row.service_id,
                topic_id=row.topic_id,
                finer_topic_id=row.finer_topic_id,
                language=language,
                internal_message=self._drafts.text(internal_slot(conversation_id)).rstrip(),
                responsibility_version=head.responsibility_version,
            )
        )
