"""Page text made harmless inside Markdown: the words stay, what Markdown would obey goes."""

import re

_OBEYED = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([#+\-=>]|\d+[.)])", re.MULTILINE)
_BREAK = re.compile(r"[\r\n\u2028\u2029\u0085\v\f]+\s*")
_MATH = re.compile(r"\$(?=\$)")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that nobody sees and that turn round what stands behind them, to the end of its line."""


def escaped(words: str) -> str:
    """Return one line of Markdown that shows `words`, white space aside, and nothing else.

    No markup, link, image, HTML, entity, formula or citation marker of the page survives, and no
    sign that would show the words in another order than theirs.
    """
    line = _BREAK.sub(" ", _REORDERING.sub("", words)).strip()
    line = _OBEYED.sub(r"\\\1", _ENTITY.sub("&amp;", line))
    line = _LINE_START.sub(_hold, line)
    # Renderers that link bare addresses must not find one.
    line = line.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "\\@")
    return _MATH.sub(r"\\$", line)


def _hold(match: re.Match[str]) -> str:
    space, mark = match.groups()
    if mark[0].isdigit():
        return f"{space}{mark[:-1]}\\{mark[-1]}"
    return f"{space}\\{mark}"
