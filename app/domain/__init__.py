"""Values and pure functions: what a counsellor's desk is about, with no clock, loop, file or log."""
