"""Every claim of a callback request, when each attempt was told of, and a wrap-up for each call."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_FORMER = ("former_id", "former_version", "former_from", "former_until")

# A call was wrapped up with the attempt that closed its request: the last one.
_WITH_ATTEMPTS = (
    "INSERT INTO call_wrap_ups (callback, attempt, at, staff_id, service_id, topic_id, queue_id, language, "
    "outcome, notes, service_model_version) SELECT callback, (SELECT coalesce(max(number), 1) "
    "FROM callback_attempts WHERE callback_attempts.callback = earlier_call_wrap_ups.callback), at, "
    "staff_id, service_id, topic_id, queue_id, language, outcome, notes, service_model_version "
    "FROM earlier_call_wrap_ups",
    "INSERT INTO call_wrap_up_reasons (callback, attempt, number, code_id) SELECT callback, "
    "(SELECT coalesce(max(a.number), 1) FROM callback_attempts a "
    "WHERE a.callback = earlier_call_wrap_up_reasons.callback), number, code_id "
    "FROM earlier_call_wrap_up_reasons",
)
_WITHOUT_ATTEMPTS = (
    "INSERT INTO call_wrap_ups (callback, at, staff_id, service_id, topic_id, queue_id, language, outcome, "
    "notes, service_model_version) SELECT callback, at, staff_id, service_id, topic_id, queue_id, language, "
    "outcome, notes, service_model_version FROM earlier_call_wrap_ups",
    "INSERT INTO call_wrap_up_reasons (callback, number, code_id) SELECT callback, number, code_id "
    "FROM earlier_call_wrap_up_reasons",
)


def upgrade() -> None:
    """One step forward."""
    op.create_table(
        "callback_claims",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("is_recorded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["callback"], ["callbacks.row"]),
        sa.PrimaryKeyConstraint("callback", "version"),
    )
    op.execute(
        "INSERT INTO callback_claims (callback, version, staff_id, begun_at, ended_at, is_recorded) "
        "SELECT row, former_version, former_id, former_from, former_until, false FROM callbacks "
        "WHERE former_id IS NOT NULL AND former_from IS NOT NULL"
    )
    op.execute(
        "INSERT INTO callback_claims (callback, version, staff_id, begun_at, ended_at, is_recorded) "
        "SELECT row, responsibility_version, holder_id, claimed_at, NULL, false FROM callbacks "
        "WHERE state = 'claimed'"
    )
    for name in _FORMER:
        op.drop_column("callbacks", name)
    op.add_column(
        "callback_attempts",
        sa.Column("recorded_at", sa.BigInteger(), nullable=False, server_default="0"),
    )
    _renew_wrap_ups(has_attempts=True)


def downgrade() -> None:
    """One step back: of two calls in one request the first is kept."""
    op.execute(
        "DELETE FROM call_wrap_up_reasons WHERE attempt > (SELECT min(w.attempt) FROM call_wrap_ups w "
        "WHERE w.callback = call_wrap_up_reasons.callback)"
    )
    op.execute(
        "DELETE FROM call_wrap_ups WHERE attempt > (SELECT min(w.attempt) FROM call_wrap_ups w "
        "WHERE w.callback = call_wrap_ups.callback)"
    )
    _renew_wrap_ups(has_attempts=False)
    op.drop_column("callback_attempts", "recorded_at")
    op.add_column("callbacks", sa.Column("former_id", sa.Text(), nullable=True))
    op.add_column("callbacks", sa.Column("former_version", sa.Integer(), nullable=True))
    op.add_column("callbacks", sa.Column("former_from", sa.BigInteger(), nullable=True))
    op.add_column("callbacks", sa.Column("former_until", sa.BigInteger(), nullable=True))
    op.drop_table("callback_claims")


def _renew_wrap_ups(*, has_attempts: bool) -> None:
    """A primary key cannot be changed in place on SQLite: new tables take the rows over."""
    op.drop_index("call_wrap_ups_by_time", table_name="call_wrap_ups")
    op.rename_table("call_wrap_up_reasons", "earlier_call_wrap_up_reasons")
    op.rename_table("call_wrap_ups", "earlier_call_wrap_ups")
    key = ["callback", "attempt"] if has_attempts else ["callback"]
    numbers = ("attempt",) if has_attempts else ()
    op.create_table(
        "call_wrap_ups",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("service_model_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["callback"], ["callbacks.row"]),
        sa.PrimaryKeyConstraint(*key),
    )
    op.create_table(
        "call_wrap_up_reasons",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(key, [f"call_wrap_ups.{name}" for name in key]),
        sa.PrimaryKeyConstraint(*key, "number"),
    )
    for take_over in _WITH_ATTEMPTS if has_attempts else _WITHOUT_ATTEMPTS:
        op.execute(take_over)
    op.drop_table("earlier_call_wrap_up_reasons")
    op.drop_table("earlier_call_wrap_ups")
    op.create_index("call_wrap_ups_by_time", "call_wrap_ups", ["at"])
