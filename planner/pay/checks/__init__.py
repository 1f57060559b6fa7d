"""What is wrong with a month: codes with paths; rows with an error are set aside."""

from planner.pay.checks.check_month import Checked, MonthRefused, check_month

__all__ = ["Checked", "MonthRefused", "check_month"]
