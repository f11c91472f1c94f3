"""Signing in: the first window, and what it says when it does not succeed."""
