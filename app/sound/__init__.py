"""The sound of new work: a few short files, played on whatever device there is, or on none."""
