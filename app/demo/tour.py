"""A tour: the practice is played through without a person, and pictures of it are saved, light and dark.

sign-in · empty queue · customers waiting · a chat with masking · a draft · sending · an answer · closing ·
a text that came back · Swedish · several at once · a note · what a key opens · small and high contrast ·
a transfer · a callback · the line lost · signing out
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.demo.backend import Practice, PracticeBackend
from app.demo.cast import CALLS, gather, words_for
from app.demo.sights import (
    asks_much,
    asks_much_within,
    callbacks_of,
    first,
    has_answered,
    has_come,
    has_masked_words,
    has_said,
    is_english,
    is_held_for_undoing,
    is_swedish,
    is_waiting,
    leaves_too_soon,
    mine,
    waiting,
)
from app.demo.sitting_down import Grabbed
from app.demo.stage import HIGH_CONTRAST, SMALL, Conversation, Stage, TouredWorkstation, TourFailed
from app.desk.callback_views import next_callback
from app.domain.callback import AttemptOutcome, CallbackState
from app.domain.callback_commands import ClaimCallback
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Head
from app.domain.ids import ConversationId, internal_slot, note_slot
from app.domain.link import LinkState
from app.domain.problems import Problem

_log = logging.getLogger("vuoro")

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
ENGLISH_GREETING = "Hello and welcome! English is fine. I am sorry to hear that. First: are you safe at home?"
LONG_GREETING = "Hei! Luen viestiäsi juuri. Siinä on monta asiaa, käydään ne läpi yksi kerrallaan."
INTERNAL_MESSAGE = "Vuokrarästi 2 kk, purkukirje tänään. Kiireellisin: kirje. Muut asiat vielä käymättä."
NOTE = "Turvassa sisarensa luona. Ei vielä tietoa Kelan tuista."
OPENED_BY_A_KEY = {
    "openPalette": "openPalette",
    "showKeys": "showKeys",
    "shiftQueues": "goBack",
    "endShift": "goBack",
}
WORDS_FOR = {
    "openPalette": "palette",
    "showKeys": "keys",
    "shiftQueues": "queues-of-the-shift",
    "endShift": "end-of-the-shift",
}
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
        await self._several_at_once(stage)
        await self._what_a_key_opens(stage)
        await self._transfer(stage)
        await self._callbacks(stage)
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
        await stage.until(lambda: len(waiting(stage)) >= ENOUGH_WAITING, "customers wait")
        await stage.until(lambda: first(stage, has_masked_words) is not None, "words were masked")
        masked = first(stage, has_masked_words)
        if masked is not None:
            stage.window.select_queue(masked.queue_id)
        await stage.picture("waiting")

    async def _chat(self, stage: Stage) -> None:
        conversation_id = await self._claim(stage, has_masked_words)
        await stage.picture("claimed-with-masking")
        await self._say(stage, conversation_id, GREETING)
        await stage.picture("held-for-undoing")
        await stage.until(lambda: has_answered(stage, conversation_id), "the customer answers")
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
        await stage.until(lambda: first(stage, leaves_too_soon) is not None, "the hasty customer comes")
        conversation_id = await self._claim(stage, leaves_too_soon)
        await self._say(stage, conversation_id, ANSWER_IN_TIME)
        await stage.until(lambda: has_answered(stage, conversation_id), "she answers")
        await self._say(stage, conversation_id, LAST_ANSWER)
        await stage.until(lambda: has_said(stage, conversation_id, LAST_ANSWER), "the answer is sent")
        await self._say(stage, conversation_id, ANSWER_TOO_LATE)
        await stage.until(
            lambda: stage.desk.drafts.banner(conversation_id) is not None, "the text comes back"
        )
        await stage.picture("a-text-that-came-back")
        stage.desk.drafts.typed(conversation_id, "")
        await self._close(stage, conversation_id)

    async def _swedish(self, workstation: TouredWorkstation, stage: Stage) -> None:
        await stage.until(lambda: first(stage, is_swedish) is not None, "a customer writes in Swedish")
        conversation_id = await self._claim(stage, is_swedish)
        workstation.show_language("sv")
        stage.window.open_conversation(conversation_id)
        await self._say(stage, conversation_id, SWEDISH_GREETING)
        await stage.until(lambda: has_answered(stage, conversation_id), "the Swedish customer answers")
        await stage.picture("swedish")
        workstation.show_language("fi")
        stage.window.open_conversation(conversation_id)

    async def _several_at_once(self, stage: Stage) -> None:
        """Two more beside the Swedish customer; the one in English is answered last."""
        for kind, greeting in ((asks_much, LONG_GREETING), (is_english, ENGLISH_GREETING)):
            await stage.until(partial(has_come, stage, kind), "another customer comes")
            conversation_id = await self._claim(stage, kind)
            await self._say(stage, conversation_id, greeting)
            await stage.until(partial(has_answered, stage, conversation_id), "she answers")
        await stage.picture("several-at-once")

    async def _what_a_key_opens(self, stage: Stage) -> None:
        """A note for professionals, then the palette, the list of keys, the shift and its end."""
        conversation_id = self._front_id(stage)
        stage.desk.drafts.typed(note_slot(conversation_id), NOTE)
        noted = stage.desk.talk.note(conversation_id)
        if isinstance(noted, Problem):
            raise TourFailed(f"the note was refused: {noted.code}")
        await stage.until(
            lambda: bool(stage.desk.seen.confirmed.windows[conversation_id].notes), "the note is kept"
        )
        await stage.picture("note")
        await stage.picture("small-window", size=SMALL)
        await stage.picture("in-high-contrast", themes=HIGH_CONTRAST)
        # What opens by a key closes by the same, the shift by Esc.
        for opens, closes in OPENED_BY_A_KEY.items():
            stage.window.do(opens)
            await stage.picture(WORDS_FOR[opens])
            stage.window.do(closes)

    def _front_id(self, stage: Stage) -> ConversationId:
        return self._front(stage).conversation_id

    async def _transfer(self, stage: Stage) -> None:
        """Moved to another queue with a message for colleagues, and seen by whoever takes it there."""
        head = next(head for head in mine(stage) if asks_much_within(stage, head))
        conversation_id = head.conversation_id
        stage.window.open_conversation(conversation_id)
        stage.desk.drafts.typed(internal_slot(conversation_id), INTERNAL_MESSAGE)
        for deed, name in (
            ("refinePreInformation", "refining-pre-information"),
            ("correctPreInformation", "correcting-pre-information"),
        ):
            stage.window.do(deed)
            await stage.picture(name)
        self._front(stage).ask_to_transfer()
        await stage.picture("transferring")
        target = next(
            queue.queue_id
            for queue in stage.desk.seen.confirmed.queues.values()
            if queue.kind == "topic" and queue.queue_id != head.queue_id
        )
        answer = stage.desk.transfers.transfer(conversation_id, target)
        if isinstance(answer, Problem):
            raise TourFailed(f"the transfer was refused: {answer.code}")
        await stage.until(lambda: is_waiting(stage, conversation_id), "the conversation is transferred")
        stage.window.select_queue(target)
        await stage.picture("transferred")
        await self._claim(stage, lambda head: head.conversation_id == conversation_id)
        await stage.picture("what-came-with-the-transfer")

    async def _callbacks(self, stage: Stage) -> None:
        """The view of calls; within the calling time a request is taken, dialled and recorded as reached."""
        await stage.until(lambda: len(callbacks_of(stage)) >= len(CALLS), "callback requests are left")
        following = next_callback(stage.desk.seen, now=stage.desk.now())
        stage.window.open_callback(following or "")
        await stage.picture("callback-requests")
        if following is None:
            # Nobody is called at this hour: the picture says when the next may be.
            return
        answer = stage.desk.submit(ClaimCallback(following))
        if isinstance(answer, Problem):
            raise TourFailed(f"the request could not be taken: {answer.code}")
        await stage.until(lambda: callbacks_of(stage)[following].phone is not None, "the number is shown")
        await stage.picture("callback-taken")
        stage.desk.calling.dial(following)
        await stage.picture("callback-dialled")
        stage.desk.calling.record(following, AttemptOutcome.REACHED)
        await stage.until(
            lambda: callbacks_of(stage)[following].state is CallbackState.CLOSED, "the call is recorded"
        )
        await stage.picture("callback-reached")

    async def _endings(self, stage: Stage) -> None:
        held = mine(stage)
        if not held:
            raise TourFailed("no conversation is open")
        conversation_id = held[0].conversation_id
        stage.window.open_conversation(conversation_id)
        self._backend.lose_line()
        await stage.until(lambda: stage.desk.link.state is not LinkState.LIVE, "the line is lost")
        await self._say(stage, conversation_id, UNSENT)
        await stage.until(lambda: not is_held_for_undoing(stage), "the message waits for the line")
        await stage.picture("line-lost")
        stage.window.ask_to_sign_out()
        await stage.picture("signing-out-lists-what-is-unsent")

    async def _claim(self, stage: Stage, kind: Callable[[Head], bool]) -> ConversationId:
        head = first(stage, kind)
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
        answer = stage.desk.talk.write(conversation_id)
        if isinstance(answer, Problem):
            raise TourFailed(f"writing was refused: {answer.code}")

    async def _close(self, stage: Stage, conversation_id: ConversationId) -> None:
        """End it, and wrap it up with what comes first where pre-information suggests nothing."""
        confirmed, wrap_ups = stage.desk.seen.confirmed, stage.desk.wrap_ups
        codes = confirmed.codes_of(confirmed.heads[conversation_id].service_id)
        choice = wrap_ups.choice(conversation_id)
        if choice.main is None and codes.contact_reasons:
            choice = choice.with_reason(codes.contact_reasons[0].code_id)
        if codes.outcomes:
            choice = choice.with_outcome(codes.outcomes[0].code_id)
        wrap_ups.choose(conversation_id, choice)
        answer = wrap_ups.finish(conversation_id)
        if isinstance(answer, Problem):
            raise TourFailed(f"the wrap-up was refused: {answer.code}")
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
