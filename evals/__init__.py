"""How good the answers are: sample, answer, scorer, metric."""
