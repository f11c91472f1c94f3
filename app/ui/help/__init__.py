"""Calling supervisors for help, beside the conversation it is about."""
