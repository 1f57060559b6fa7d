"""Alarm reach: who answers a safety alarm, and how soon, at every second of the day."""
