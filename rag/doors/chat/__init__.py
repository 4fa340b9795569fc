"""What people see in a browser: the chat page and the saved pages behind its citations."""
