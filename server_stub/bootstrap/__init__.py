"""The wiring: builds the backend from its settings by hand, and serves it."""
