"""Simulated people for practice, over HTTP only."""
