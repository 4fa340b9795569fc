"""What a question asks for: its form, whom it means, its topic, and how it stands alone."""
