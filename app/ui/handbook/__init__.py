"""The handbook: work instructions by queue, and whom to ask about the program."""
