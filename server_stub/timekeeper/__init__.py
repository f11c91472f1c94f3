"""Timed acts: what is done because time has passed, each exactly once, with any number of processes."""
