"""The workstation's own file: drafts, the outbox and preferences, encrypted, one file per counsellor."""
