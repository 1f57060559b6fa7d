"""Planned and performed time as money: compensation, deadlines, follow-up, invoice basis."""
