"""The archive: closed conversations are looked for, read again, and taken without personal data."""
