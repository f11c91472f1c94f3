"""How things stand: the status bar, news of the connection, notices and the practice band."""
