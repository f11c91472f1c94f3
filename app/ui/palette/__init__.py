"""The palette: every action, canned answer and conversation, found by words of any language."""
