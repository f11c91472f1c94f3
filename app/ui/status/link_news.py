"""News of the connection: lost, being sought, back; what was kept and what to do."""

from datetime import datetime
from math import ceil

from PySide6.QtCore import QCoreApplication

from app.domain.link import LinkState, LinkView
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.words import clock, problem_sentence


class LinkNews:
    """Remembers only when the line was lost and when it came back, to word the banner."""

    def __init__(self) -> None:
        self._was_live = False
        self._lost_at: datetime | None = None
        self._back_at: datetime | None = None
        self._waited = 0

    def dismiss(self) -> None:
        """The counsellor has read that it is back."""
        self._back_at = None

    def words(
        self, link: LinkView, *, unsent: int, now: datetime, is_kept_on_disk: bool
    ) -> BannerWords | None:
        """What to say now, or None. ``now`` by this computer's clock, ``unsent`` messages under way."""
        if link.state is LinkState.LIVE:
            if self._lost_at is not None:
                self._back_at, self._lost_at = now, None
            self._was_live = True
            return self._back_words()
        if not self._was_live or link.state is LinkState.SIGNED_OUT:
            return None
        if self._lost_at is None:
            self._lost_at = link.up_to_date_as_of or now
        self._back_at = None
        self._waited = unsent
        if link.state is LinkState.OFFLINE:
            return self._offline_words(unsent, is_kept_on_disk=is_kept_on_disk)
        return self._recovering_words(link, now)

    def _offline_words(self, unsent: int, *, is_kept_on_disk: bool) -> BannerWords:
        at = clock(self._lost_at) if self._lost_at is not None else "–"
        lead = QCoreApplication.translate("link", "The connection was lost at {clock}.").format(clock=at)
        if not unsent:
            kept = _drafts_kept(is_kept_on_disk=is_kept_on_disk)
        elif is_kept_on_disk:
            kept = QCoreApplication.translate(
                "link", "Your drafts and %n unsent message(s) are kept on this computer.", "", unsent
            )
        else:
            kept = QCoreApplication.translate(
                "link", "Your drafts and %n unsent message(s) are kept while the program is open.", "", unsent
            )
        rest = QCoreApplication.translate(
            "link", "You can go on writing. Messages leave by themselves when the connection is back."
        )
        action = QCoreApplication.translate("link", "Try now")
        return BannerWords(Tone.BAD, Icon.WIFI_OFF, lead, f"{kept} {rest}", action=action)

    def _recovering_words(self, link: LinkView, now: datetime) -> BannerWords:
        lead = QCoreApplication.translate("link", "Reconnecting, attempt {number}.")
        if link.problem is not None:
            rest = problem_sentence(link.problem)
        else:
            rest = QCoreApplication.translate("link", "The queues show how things were at {clock}.").format(
                clock=clock(self._lost_at) if self._lost_at is not None else "–"
            )
        aside = ""
        if link.next_try_at is not None and link.next_try_at > now:
            seconds = ceil((link.next_try_at - now).total_seconds())
            aside = QCoreApplication.translate("link", "next in {seconds} s").format(seconds=seconds)
        action = QCoreApplication.translate("link", "Try now")
        return BannerWords(
            Tone.WAIT, Icon.CLOCK, lead.format(number=max(1, link.attempt)), rest, action=action, aside=aside
        )

    def _back_words(self) -> BannerWords | None:
        if self._back_at is None:
            return None
        lead = QCoreApplication.translate("link", "The connection came back at {clock}.")
        rest = QCoreApplication.translate("link", "Queues and conversations are up to date.")
        if self._waited:
            leaving = QCoreApplication.translate(
                "link", "%n message(s) that waited are leaving.", "", self._waited
            )
            rest = f"{leaving} {rest}"
        action = QCoreApplication.translate("link", "I have read it")
        return BannerWords(Tone.OK, Icon.CHECK, lead.format(clock=clock(self._back_at)), rest, action=action)


def _drafts_kept(*, is_kept_on_disk: bool) -> str:
    """Where the drafts are while nothing waits to be sent."""
    if is_kept_on_disk:
        return QCoreApplication.translate("link", "Your drafts are kept on this computer.")
    return QCoreApplication.translate("link", "Your drafts are kept while the program is open.")
