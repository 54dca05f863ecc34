"""Schedules 13D and 13G."""
