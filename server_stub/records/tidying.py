"""Forgetting what is out of date: sign-ins, tries, sessions, leases, answers nobody can ask for."""

from datetime import timedelta

from sqlalchemy import Connection, delete

from server_stub.helpline.accounts import TRIES_FORGOTTEN_AFTER, millis
from server_stub.helpline.calling_time import DAY_MS, moment
from server_stub.helpline.values import Millis
from server_stub.records import attachments, debriefs, due_acts, feedback, identifications, sessions, staff
from server_stub.records.tables import ledger

_WITHOUT_CONVERSATION = timedelta(hours=48)
_LEASES = timedelta(days=2)
_FEEDBACK_LATELY = 2 * DAY_MS
"""How far back feedback is written anew: further than one round is behind another."""


def tidy(connection: Connection, *, now: Millis, feedback_days: int, is_first: bool = False) -> None:
    """One round, inside the caller's transaction. `feedback_days`: how long words of feedback are kept;
    `is_first`: the first since the backend was started, which may have stood still for days.
    """
    sessions.purge_sign_ins(connection, now=now)
    sessions.purge_customer_sessions(connection, now=now)
    identifications.forget(connection, now=now)
    staff.purge_tries(connection, before=now - millis(TRIES_FORGOTTEN_AFTER))
    debriefs.forget(connection, now=now)
    attachments.forget_unsent(connection, now=now)
    words_from = moment(now - feedback_days * DAY_MS).date()
    feedback.forget_words(connection, before=words_from.isoformat())
    lately = words_from if is_first else moment(now - _FEEDBACK_LATELY).date()
    feedback.write_anew(connection, since=lately.isoformat())
    due_acts.forget_leases(connection, before=now - millis(_LEASES))
    # CONTRACT.md section 3: 48 hours for a command that led to no conversation.
    connection.execute(
        delete(ledger).where(
            ledger.c.conversation.is_(None), ledger.c.at < now - millis(_WITHOUT_CONVERSATION)
        )
    )
