"""Which statements and sentences answer a question."""
