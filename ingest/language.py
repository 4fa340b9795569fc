"""Which language an article is in."""

_LEAST = 40
_MOST = 1_500


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or `und` when it is too short."""
    sample = text[:_MOST]
    if sum(1 for letter in sample if letter.isalpha()) < _LEAST:
        return "und"
    import py3langid  # loads its model on first use

    code, _score = py3langid.classify(sample)
    return str(code)
