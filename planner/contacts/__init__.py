"""Care contacts: who is named for whom, and why."""
