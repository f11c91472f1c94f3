"""Starts the installed backend as a process of its own for practice."""
