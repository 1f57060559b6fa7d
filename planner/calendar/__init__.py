"""The calendar: the clock of Sweden, working days, and recurring services made into visits."""
