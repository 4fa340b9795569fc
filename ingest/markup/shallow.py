"""Pages whose elements are nested deeper than a parser follows, as unclosed tags nest them."""

import re
from collections import Counter

_DEEPEST = 150
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]{0,40})(?:\s[^<>]*)?>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
_PARTING = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th"])
"""They part the text, and close themselves where the next one begins."""
_HELD = {"table": 3, "ul": 2, "ol": 2}
"""How deep an element nests together with those that it is made of."""
_INLINE = frozenset(
    ["a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "label",
     "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"]
)  # fmt: skip
"""They may stand within a word; others leave a line break."""


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
        left = "" if name in _INLINE else "<br>"
        if tag["end"]:
            if dropped[name]:
                dropped[name] -= 1
                return left
            depth = max(0, depth - _HELD.get(name, 1))
        elif depth >= _DEEPEST:
            dropped[name] += 1
            return left
        else:
            depth += _HELD.get(name, 1)
        return tag.group()

    return _TAG.sub(kept, source)
