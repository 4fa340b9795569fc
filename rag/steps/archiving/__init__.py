"""What ingesting does to one page before it is stored."""
