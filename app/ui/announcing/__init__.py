"""Announcing new work: a sound until it is seen, a number on the task bar, a neutral notification."""
