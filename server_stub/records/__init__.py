"""What is kept: tables, the one writer, reading, audit; all of SQL lives here."""
