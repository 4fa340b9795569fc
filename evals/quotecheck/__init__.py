"""True quotes, and each changed in many ways, put to the quote check."""
