"""The middle: conversations in tabs, each with its transcript and its own composer."""
