"""Notifications by the desktop around the program, where one answers."""
