"""limits: The numbers both sides go by, and how often a caller may ask.

Values only: what they are set to comes from the settings.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`limits` of the contract (section 5), key by key. Times are seconds, `*_bytes` are bytes of UTF-8."""

    message_characters: int = 4_000
    message_bytes: int = 16_384
    typing_every_s: int = 2
    read_every_s: int = 2
    hold_lapses_s: int = 600
    waiting_lapses_s: int = 600
    offer_lapses_s: int = 120
    page_messages: int = 200
    window_messages: int = 50
    ask_after_s: int = 600
    now_or_never_s: int = 15
    attachment_bytes: int = 10_000_000
    attachments_per_conversation: int = 10


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """What one look at a password costs (argon2id); the defaults are RFC 9106's second recommendation."""

    rounds: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `times` in any `per_s` seconds; the next one waits."""

    times: int
    per_s: int


@dataclass(frozen=True, slots=True)
class Rates:
    """How often one caller may do what (trust.md U10). Per address unless the name says otherwise."""

    sessions: Rate = Rate(30, 60)
    conversations_per_hour: Rate = Rate(6, 3_600)
    identifications_per_session: Rate = Rate(10, 600)
    conversations_per_minute: Rate = Rate(30, 60)
    messages_per_session: Rate = Rate(60, 60)
    transcripts_per_hour: Rate = Rate(5, 3_600)
    messages_per_staff: Rate = Rate(120, 60)
    typing_per_session: Rate = Rate(2, 1)
    sign_in_per_account: Rate = Rate(5, 60)
    sign_in_per_address: Rate = Rate(30, 60)
    sign_in_longest_wait_s: int = 900
    failed_sign_ins_per_address: Rate = Rate(50, 3_600)
    reads_per_address: Rate = Rate(600, 60)
    reads_per_caller: Rate = Rate(300, 60)
    streams_per_caller: Rate = Rate(300, 60)
    """Openings and polls: behind a proxy that buffers, a busy reader polls once for every fact."""
