"""Wrapping up: reasons and outcomes by number keys, notes, and what is left for later."""
