"""Where people and tools come in: command line, HTTP, chat page. No rules of answering here."""
