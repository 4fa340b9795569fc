"""Web pages in HTML: their visible text, and what the markup says about each part of it."""
