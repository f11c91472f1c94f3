"""The situation view: load by queue and by person, for supervisors."""
