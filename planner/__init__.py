"""What a home-care plan is, and what makes it good."""

__distribution__ = "hemrunda"
