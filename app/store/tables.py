"""What the file holds: drafts, the outbox, preferences, and a few words about itself.

Times are integers: microseconds since 1970 in UTC, so that what is read is exactly
what was kept. No transcript is ever here; a customer's words live in memory only.
"""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", Integer, nullable=False),
    # Why a message came back into this draft, or null.
    Column("returned", Text),
)

outbox = Table(
    "outbox",
    metadata,
    # The order of sending; never used twice, also when the table has been empty.
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("command_id", Text, nullable=False, unique=True),
    # The very bytes that are sent, so that a retry is the same to the last byte.
    Column("body", LargeBinary, nullable=False),
    Column("stage", Text, nullable=False),
    Column("submitted_at", Integer, nullable=False),
    Column("staged_at", Integer, nullable=False),
    Column("has_been_in_flight", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("accepted_cursor", Integer),
    sqlite_autoincrement=True,
)

# A call that was dialled and not recorded: its request, not its number.
calls = Table(
    "calls",
    metadata,
    Column("callback_id", Text, primary_key=True),
    Column("responsibility_version", Integer, nullable=False),
    Column("dialled_at", Integer, nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
