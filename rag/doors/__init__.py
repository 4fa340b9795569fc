"""The ways in: command line, HTTP, chat page."""
