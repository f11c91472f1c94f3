"""Talks to the backend over HTTP: sign-in, commands, streams."""
