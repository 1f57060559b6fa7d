"""Input checks: every fault of a document at once, each as a code with its JSON path."""
