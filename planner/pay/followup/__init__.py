"""What somebody should look at in a month: the rules of class K, and what H06 and N23 add.

Each topic is one file and one function from the month document to rows; ``follow_up`` calls them
all. Nothing here changes what is paid.
"""

from planner.pay.followup.follow_up import FollowUp, follow_up

__all__ = ["FollowUp", "follow_up"]
