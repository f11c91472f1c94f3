"""Secrets of this workstation: the operating system's keyring, and the key of a counsellor's file."""
