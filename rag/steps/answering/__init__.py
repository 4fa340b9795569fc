"""From a question to a checked answer or an honest abstention."""
