"""Callback requests: the list, one request opened, dialling and what came of it."""
