"""Questions put to an archive, and how what it answers is scored."""
