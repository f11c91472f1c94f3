"""The classes of the work view, imported a part at a time on the window's own thread, while it is used."""

from collections.abc import Callable


def _small_parts() -> None:
    import app.ui.parts.banner
    import app.ui.parts.list_view
    import app.ui.parts.scroller  # noqa: F401


def _rows() -> None:
    import app.ui.models.keyed_rows
    import app.ui.parts.badges
    import app.ui.parts.lateness
    import app.ui.parts.load_chip  # noqa: F401


def _queues() -> None:
    import app.ui.queue_pane.queue_pane  # noqa: F401


def _writing() -> None:
    import app.ui.chat.composer  # noqa: F401


def _transcript() -> None:
    import app.ui.chat.transcript_view  # noqa: F401


def _transfers() -> None:
    import app.ui.transfer.offer_panel
    import app.ui.transfer.sheet  # noqa: F401


def _wrapping_up() -> None:
    import app.ui.help.help_pane
    import app.ui.wrap_up.wrap_up_pane  # noqa: F401


def _questions() -> None:
    import app.ui.chat.questions
    import app.ui.chat.sheets  # noqa: F401


def _conversation() -> None:
    import app.ui.chat.conversation_view  # noqa: F401


def _conversations() -> None:
    import app.ui.chat.chat_area  # noqa: F401


def _callbacks() -> None:
    import app.ui.callbacks.callbacks_pane
    import app.ui.callbacks.todays_callbacks  # noqa: F401


def _problem() -> None:
    import app.ui.problem.problem_panel  # noqa: F401


def _situation() -> None:
    import app.ui.supervisor.situation_pane  # noqa: F401


def _shift() -> None:
    import app.ui.palette.palette
    import app.ui.shift.shift_panels  # noqa: F401


def _customer() -> None:
    import app.ui.columns
    import app.ui.customer_panel.customer_panel  # noqa: F401


def _news() -> None:
    import app.ui.status.news_stack
    import app.ui.status.status_bar
    import app.ui.top_bar  # noqa: F401


def _messages() -> None:
    import app.ui.messages.messages_pane  # noqa: F401


def _archive() -> None:
    import app.ui.archive.archive_pane  # noqa: F401


def _other_views() -> None:
    import app.ui.other_views  # noqa: F401


def _work() -> None:
    import app.ui.work  # noqa: F401


def _window() -> None:
    import app.ui.main_window  # noqa: F401


def _announcing() -> None:
    import app.ui.announcing.announcer  # noqa: F401


STEPS: tuple[Callable[[], None], ...] = (
    *(
        _small_parts,
        _rows,
        _queues,
        _writing,
        _transcript,
        _transfers,
        _wrapping_up,
        _questions,
        _conversation,
    ),
    *(
        _conversations,
        _callbacks,
        _problem,
        _situation,
        _shift,
        _customer,
        _news,
        _messages,
        _archive,
        _other_views,
        _work,
        _window,
        _announcing,
    ),
)
"""Each imports a part, and between two of them the window answers. A class made of Qt's makes itself known to
Qt when it is imported: that belongs to the window's thread, and then no two threads import the same.
"""
