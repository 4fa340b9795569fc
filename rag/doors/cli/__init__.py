"""The command line: one command a file, everything heavy imported only when it runs."""
