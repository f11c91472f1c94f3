"""A tour: the practice is played through without a person, and pictures of it are saved, light and dark.

sign-in · empty queue · customers waiting · a chat with masking · a draft · sending · an answer ·
a text that came back · closing · Swedish · signing out · the line lost
"""

import logging
from collections.abc import Callable
from pathlib import Path

from app.demo.backend import Practice, PracticeBackend
from app.demo.cast import HER_FIRST_WORDS, gather, words_for
from app.demo.sitting_down import Grabbed
from app.demo.stage import Conversation, Stage, TouredWorkstation, TourFailed
from app.domain.commands import ClaimWaiting, CloseConversation
from app.domain.conversation import Author, ConversationState, Head
from app.domain.ids import ConversationId
from app.domain.link import LinkState
from app.domain.pending import Stage as PendingStage
from app.domain.problems import Problem

_log = logging.getLogger("vuoro")

COVER = "█"
ENOUGH_WAITING = 3
GREETING = "Hei! Luen juuri viestiäsi. Peitin siitä henkilötunnuksen: chatissa ei tarvita henkilötietoja."
DRAFT = (
    "Hakemuksen vaihetta en näe tästä, mutta voit katsoa sen itse, kun tunnistaudut.\n"
    "Haluatko, että neuvon, mistä se löytyy?"
)
ANSWER_IN_TIME = "Hei! Hakemus löytyy verkkosivuilta."
LAST_ANSWER = "Ei etusivulta, katson sinulle suoran osoitteen."
ANSWER_TOO_LATE = "Tässä se on: Vammaispalvelut, kohta Hae palvelua."
SWEDISH_GREETING = "Hej! Jag läser ditt meddelande och svarar strax."
UNSENT = "Tämä lähtee, kun yhteys palaa."


class PictureTour:
    """Plays one day in a few minutes."""

    def __init__(
        self,
        practice: Practice,
        *,
        pictures: Path,
        backend: PracticeBackend,
        scenarios: Path,
        tell: Callable[[str], None],
    ) -> None:
        """``backend`` runs already; the customers come, out of ``scenarios``, when the tour lets them in.

        ``tell`` is given a line at the end of the whole tour.
        """
        self._practice = practice
        self._pictures = pictures
        self._backend = backend
        self._scenarios = scenarios
        self._tell = tell

    async def play(self, workstation: TouredWorkstation) -> None:
        """The whole tour. Raises `TourFailed` when something that should happen does not."""
        try:
            await self._play(workstation)
        except TourFailed as error:
            _log.error("the tour stopped: %s; its programs said: %s", error, self._backend.last_words())
            raise

    async def _play(self, workstation: TouredWorkstation) -> None:
        stage = Stage(workstation, self._pictures)
        workstation.show_language("fi")
        await self._sign_in(workstation, stage)
        await self._queues(stage)
        await self._chat(stage)
        await self._text_that_comes_back(stage)
        await self._swedish(workstation, stage)
        await self._endings(stage)
        self._tell(f"{stage.saved} pictures are in {self._pictures}")

    async def _sign_in(self, workstation: TouredWorkstation, stage: Stage) -> None:
        window = workstation.sign_in_window
        if window is None:
            raise TourFailed("the sign-in window is not shown")
        window.fill(self._practice.user_name, self._practice.secret)
        await stage.picture("sign-in", of=lambda: _shown(workstation.sign_in_window))
        window = workstation.sign_in_window
        if window is not None:
            window.submit()
        await stage.signed_in()
        await stage.until(lambda: stage.desk.link.state is LinkState.LIVE, "the line is live")
        await stage.picture("empty-queue")

    async def _queues(self, stage: Stage) -> None:
        scenarios = gather(self._scenarios, self._backend.folder / "scenarios")
        self._backend.let_customers_in(self._practice, words=words_for(scenarios))
        await stage.until(lambda: len(_waiting(stage)) >= ENOUGH_WAITING, "customers wait")
        await stage.until(lambda: _first(stage, _has_masked_words) is not None, "words were masked")
        masked = _first(stage, _has_masked_words)
        if masked is not None:
            stage.window.select_queue(masked.queue_id)
        await stage.picture("waiting")

    async def _chat(self, stage: Stage) -> None:
        conversation_id = await self._claim(stage, _has_masked_words)
        await stage.picture("claimed-with-masking")
        await self._say(stage, conversation_id, GREETING)
        await stage.picture("held-for-undoing")
        await stage.until(lambda: _has_answered(stage, conversation_id), "the customer answers")
        await stage.picture("both-ways")
        stage.desk.drafts.typed(conversation_id, DRAFT)
        await stage.until(
            lambda: stage.desk.drafts.saved_at(conversation_id) is not None, "the draft is saved"
        )
        await stage.picture("draft")
        self._front(stage).ask_to_close()
        await stage.picture("closing")
        self._front(stage).cancel_asking()
        stage.desk.drafts.typed(conversation_id, "")
        await self._close(stage, conversation_id)

    async def _text_that_comes_back(self, stage: Stage) -> None:
        """The customer ends the conversation while the next line is still held for undoing."""
        await stage.until(lambda: _first(stage, _leaves_too_soon) is not None, "the hasty customer comes")
        conversation_id = await self._claim(stage, _leaves_too_soon)
        await self._say(stage, conversation_id, ANSWER_IN_TIME)
        await stage.until(lambda: _has_answered(stage, conversation_id), "she answers")
        await self._say(stage, conversation_id, LAST_ANSWER)
        await stage.until(lambda: _has_said(stage, conversation_id, LAST_ANSWER), "the answer is sent")
        await self._say(stage, conversation_id, ANSWER_TOO_LATE)
        await stage.until(
            lambda: stage.desk.drafts.banner(conversation_id) is not None, "the text comes back"
        )
        await stage.picture("a-text-that-came-back")
        stage.desk.drafts.typed(conversation_id, "")
        await self._close(stage, conversation_id)

    async def _swedish(self, workstation: TouredWorkstation, stage: Stage) -> None:
        await stage.until(lambda: _first(stage, _is_swedish) is not None, "a customer writes in Swedish")
        conversation_id = await self._claim(stage, _is_swedish)
        workstation.show_language("sv")
        stage.window.open_conversation(conversation_id)
        await self._say(stage, conversation_id, SWEDISH_GREETING)
        await stage.until(lambda: _has_answered(stage, conversation_id), "the Swedish customer answers")
        await stage.picture("swedish")
        workstation.show_language("fi")
        stage.window.open_conversation(conversation_id)

    async def _endings(self, stage: Stage) -> None:
        mine = _mine(stage)
        if not mine:
            raise TourFailed("no conversation is open")
        conversation_id = mine[0].conversation_id
        self._backend.lose_line()
        await stage.until(lambda: stage.desk.link.state is not LinkState.LIVE, "the line is lost")
        await self._say(stage, conversation_id, UNSENT)
        await stage.until(lambda: not _is_held_for_undoing(stage), "the message waits for the line")
        await stage.picture("line-lost")
        stage.window.ask_to_sign_out()
        await stage.picture("signing-out-lists-what-is-unsent")

    async def _claim(self, stage: Stage, kind: Callable[[Head], bool]) -> ConversationId:
        head = _first(stage, kind)
        if head is None:
            raise TourFailed("the customer has left the queue")
        stage.window.select_queue(head.queue_id)
        answer = stage.desk.submit(ClaimWaiting(head.conversation_id))
        if isinstance(answer, Problem):
            raise TourFailed(f"claiming was refused: {answer.code}")
        await stage.until(
            lambda: head.conversation_id in stage.desk.seen.confirmed.windows, "the claim is ours"
        )
        stage.window.open_conversation(head.conversation_id)
        return head.conversation_id

    async def _say(self, stage: Stage, conversation_id: ConversationId, text: str) -> None:
        stage.desk.drafts.typed(conversation_id, text)
        answer = stage.desk.write(conversation_id)
        if isinstance(answer, Problem):
            raise TourFailed(f"writing was refused: {answer.code}")

    async def _close(self, stage: Stage, conversation_id: ConversationId) -> None:
        head = stage.desk.seen.confirmed.heads[conversation_id]
        stage.desk.submit(CloseConversation(conversation_id, head.responsibility_version))
        await stage.until(
            lambda: conversation_id not in stage.desk.seen.confirmed.heads, "the conversation is closed"
        )

    def _front(self, stage: Stage) -> Conversation:
        front = stage.window.chat.current
        if front is None:
            raise TourFailed("no conversation is in front")
        return front


def _shown(window: Grabbed | None) -> Grabbed:
    if window is None:
        raise TourFailed("the window is not shown")
    return window


def _heads(stage: Stage) -> tuple[Head, ...]:
    return tuple(stage.desk.seen.confirmed.heads.values())


def _waiting(stage: Stage) -> tuple[Head, ...]:
    return tuple(head for head in _heads(stage) if head.state is ConversationState.WAITING)


def _mine(stage: Stage) -> tuple[Head, ...]:
    state = stage.desk.seen.confirmed
    return tuple(
        head for head in _heads(stage) if state.is_mine(head) and head.state is ConversationState.HELD
    )


def _first(stage: Stage, kind: Callable[[Head], bool]) -> Head | None:
    return next((head for head in _waiting(stage) if kind(head)), None)


def _has_masked_words(head: Head) -> bool:
    return COVER in head.last_line


def _is_swedish(head: Head) -> bool:
    return head.language == "sv"


def _leaves_too_soon(head: Head) -> bool:
    return head.last_line.startswith(HER_FIRST_WORDS)


def _has_said(stage: Stage, conversation_id: ConversationId, text: str) -> bool:
    window = stage.desk.seen.confirmed.windows.get(conversation_id)
    return window is not None and any(message.text == text for message in window.messages)


def _is_held_for_undoing(stage: Stage) -> bool:
    return any(row.stage is PendingStage.HELD for row in stage.desk.unsent())


def _has_answered(stage: Stage, conversation_id: ConversationId) -> bool:
    """Whether the customer has written after the counsellor did."""
    window = stage.desk.seen.confirmed.windows.get(conversation_id)
    if window is None:
        return False
    authors = [message.by for message in window.messages]
    return Author.COUNSELLOR in authors and authors[-1] is Author.CUSTOMER
