"""What a language model claims, held against the evidence that it was given."""
