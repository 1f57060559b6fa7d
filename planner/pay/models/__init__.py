"""One file (or package) per municipality; each names its ``MUNICIPALITY``."""
