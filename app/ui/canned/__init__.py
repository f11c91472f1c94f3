"""Canned answers: found while writing or by a search, and put into the text at the cursor."""
