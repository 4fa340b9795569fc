"""Who said what, each quote once, and how many independent sources carry it."""
