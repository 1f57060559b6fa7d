"""What can be asked of Hemrunda, each a function over ports."""
