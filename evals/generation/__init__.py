"""Whether a language model can put a word in anyone's mouth: suites against the scripted model."""
