"""Which language an article is in."""

_LEAST = 40
_MOST = 1_500
_ENOUGH = 250
"""Code points of text from which its language is told beyond doubt."""
_ENGLISH = ("en", "pcm", "und")
"""What English, its creole of West Africa and a text too short to tell are taken for."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or `und` when it is too short."""
    sample = text[:_MOST]
    if sum(1 for letter in sample if letter.isalpha()) < _LEAST:
        return "und"
    import py3langid  # loads its model on first use

    code, _score = py3langid.classify(sample)
    return str(code)


def is_foreign(language: str, written: int) -> bool:
    """Return whether a text of `written` code points, in this language, is surely not English."""
    return language not in _ENGLISH and written >= _ENOUGH
