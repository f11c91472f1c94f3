"""The first form: conversations, facts, ledger, audit log, staff, sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the spine."""
    op.create_table(
        "audit",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "conversations",
        sa.Column(
            "row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("waiting_since", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=True),
        sa.Column("holder_name", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("responsibility_version", sa.Integer(), nullable=False),
        sa.Column("hand_overs", sa.Integer(), nullable=False),
        sa.Column("transferred_by_id", sa.Text(), nullable=True),
        sa.Column("transferred_by_name", sa.Text(), nullable=True),
        sa.Column("transferred_from", sa.Text(), nullable=True),
        sa.Column("transferred_at", sa.BigInteger(), nullable=True),
        sa.Column("internal_message", sa.Text(), nullable=True),
        sa.Column("offered_to_id", sa.Text(), nullable=True),
        sa.Column("offered_to_name", sa.Text(), nullable=True),
        sa.Column("offered_at", sa.BigInteger(), nullable=True),
        sa.Column("offer_lapses_at", sa.BigInteger(), nullable=True),
        sa.Column("offer_message", sa.Text(), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("last_line", sa.Text(), nullable=False),
        sa.Column("last_by", sa.Text(), nullable=True),
        sa.Column("last_at", sa.BigInteger(), nullable=True),
        sa.Column("customer_wrote_at", sa.BigInteger(), nullable=True),
        sa.Column("read_by_customer", sa.Integer(), nullable=False),
        sa.Column("read_by_counsellor", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("last_fact", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("conversation_id"),
    )
    op.create_index("conversations_by_holder", "conversations", ["holder_id"], unique=False)
    op.create_index("conversations_by_state", "conversations", ["state", "queue_id"], unique=False)
    op.create_table(
        "due",
        sa.Column("conversation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("conversation", "kind"),
    )
    op.create_index("due_by_time", "due", ["at"], unique=False)
    op.create_table(
        "facts",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("conversation", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("message_seq", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("customer_body", sa.LargeBinary(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "head",
        sa.Column("only", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("audit_seq", sa.BigInteger(), nullable=False),
        sa.Column("audit_hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("only"),
    )
    op.create_table(
        "leases",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("renewed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_table(
        "ledger",
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("conversation", sa.BigInteger(), nullable=True),
        sa.Column("fact_seq", sa.BigInteger(), nullable=True),
        sa.Column("problem", sa.LargeBinary(), nullable=True),
        sa.Column("repeats_differing", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("command_id", "actor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "milestones",
        sa.Column("conversation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("conversation", "message_seq", "fact"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "service_models",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.BigInteger(), nullable=False),
        sa.Column("activated_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("version"),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("window_began_at", sa.BigInteger(), nullable=False),
        sa.Column("waits_until", sa.BigInteger(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_name"),
    )
    op.create_table(
        "staff",
        sa.Column(
            "row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("entitled_from", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("staff_id"),
        sa.UniqueConstraint("user_name"),
    )
    op.create_table(
        "callbacks",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("callback_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("may_leave_voicemail", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=True),
        sa.Column("holder_name", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("returns_at", sa.BigInteger(), nullable=True),
        sa.Column("former_id", sa.Text(), nullable=True),
        sa.Column("former_version", sa.Integer(), nullable=True),
        sa.Column("former_from", sa.BigInteger(), nullable=True),
        sa.Column("former_until", sa.BigInteger(), nullable=True),
        sa.Column("responsibility_version", sa.Integer(), nullable=False),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("callback_id"),
    )
    op.create_index("callbacks_by_state", "callbacks", ["state", "queue_id"], unique=False)
    op.create_index("callbacks_by_phone", "callbacks", ["phone"], unique=False)
    op.create_index("callbacks_by_return", "callbacks", ["returns_at"], unique=False)
    op.create_table(
        "callback_attempts",
        sa.Column("callback", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["callback"],
            ["callbacks.row"],
        ),
        sa.PrimaryKeyConstraint("callback", "number"),
    )
    op.create_table(
        "customer_sessions",
        sa.Column(
            "row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("page_token", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("conversation", sa.BigInteger(), nullable=True),
        sa.Column("callback", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["callback"],
            ["callbacks.row"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.row"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_table(
        "devices",
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff"],
            ["staff.row"],
        ),
        sa.PrimaryKeyConstraint("staff", "device_id"),
    )
    op.create_table(
        "sign_ins",
        sa.Column(
            "row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("access_hash", sa.LargeBinary(), nullable=False),
        sa.Column("access_expires_at", sa.BigInteger(), nullable=False),
        sa.Column("refresh_hash", sa.LargeBinary(), nullable=False),
        sa.Column("refresh_expires_at", sa.BigInteger(), nullable=False),
        sa.Column("replaced_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff"],
            ["staff.row"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("access_hash"),
        sa.UniqueConstraint("refresh_hash"),
    )
    op.create_index("sign_ins_by_family", "sign_ins", ["family"], unique=False)
    op.create_index("sign_ins_by_staff", "sign_ins", ["staff"], unique=False)
    op.create_table(
        "staff_queues",
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.Column("queue_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff"],
            ["staff.row"],
        ),
        sa.PrimaryKeyConstraint("staff", "queue_id"),
    )
    op.create_table(
        "staff_roles",
        sa.Column("staff", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff"],
            ["staff.row"],
        ),
        sa.PrimaryKeyConstraint("staff", "role"),
    )


def downgrade() -> None:
    """Take them all away."""
    op.drop_table("staff_roles")
    op.drop_table("staff_queues")
    op.drop_index("sign_ins_by_staff", table_name="sign_ins")
    op.drop_index("sign_ins_by_family", table_name="sign_ins")
    op.drop_table("sign_ins")
    op.drop_table("devices")
    op.drop_table("customer_sessions")
    op.drop_table("callback_attempts")
    op.drop_index("callbacks_by_return", table_name="callbacks")
    op.drop_index("callbacks_by_phone", table_name="callbacks")
    op.drop_index("callbacks_by_state", table_name="callbacks")
    op.drop_table("callbacks")
    op.drop_table("staff")
    op.drop_table("sign_in_attempts")
    op.drop_table("service_models")
    op.drop_table("milestones")
    op.drop_table("meta")
    op.drop_table("ledger")
    op.drop_table("leases")
    op.drop_table("head")
    op.drop_table("facts")
    op.drop_index("due_by_time", table_name="due")
    op.drop_table("due")
    op.drop_index("conversations_by_state", table_name="conversations")
    op.drop_index("conversations_by_holder", table_name="conversations")
    op.drop_table("conversations")
    op.drop_table("audit")
