"""Every door to Hemrunda: the command line, and later HTTP and the nightly batch."""

__distribution__ = "hemrunda"
