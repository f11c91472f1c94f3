"""The line to the backend: HTTP, server-sent events, credentials; all of httpx lives here."""
