"""Pages whose elements are nested deeper than a parser follows, as unclosed tags nest them."""

import re
from collections import Counter

_DEEPEST = 150
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]{0,40})(?:\s[^<>]*)?>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
_PARTING = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt", "dd"])
"""They part the text, and close themselves where the next one begins."""


def shallow(source: str) -> str:
    """Return the source without the tags that nest deeper than a parser follows; no text is lost.

    Elements that part the text from other text are kept.
    """
    depth, dropped = 0, Counter[str]()

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag["name"].lower()
        if name in _VOID or name in _PARTING or tag.group().endswith("/>"):
            return tag.group()
        if tag["end"]:
            if dropped[name]:
                dropped[name] -= 1
                return ""
            depth = max(0, depth - 1)
        elif depth >= _DEEPEST:
            dropped[name] += 1
            return ""
        else:
            depth += 1
        return tag.group()

    return _TAG.sub(kept, source)
