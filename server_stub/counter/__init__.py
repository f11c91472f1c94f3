"""The middle: one command in, facts or a problem out, in one transaction."""
