"""Tables of words written as plain text."""


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text that are parted by white space."""
    return frozenset(text.split())
