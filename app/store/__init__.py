"""The workstation's encrypted file: drafts, outbox, preferences; all of the desktop's SQL lives here."""
