"""Documents in and out: cases and plans as JSON, and their published schemas."""
