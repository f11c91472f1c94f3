"""Practice on this computer: a backend and simulated customers beside the desk, gone when it closes."""
