"""The rules of record: pure, no clock, no file, no library."""
