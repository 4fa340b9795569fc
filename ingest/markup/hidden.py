"""Which elements of a page a reader would not see, as far as the page's own source tells."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE = re.compile(
    r"""display\s*:\s*none
    | visibility\s*:\s*(?:hidden|collapse)
    | (?<![\w-])opacity\s*:\s*0?(?:\.0+)?%?\s*(?:!important)?\s*(?:;|$)
    | font(?:-size)?\s*:\s*(?:0|0?\.\d+|1)(?:px|pt)?\s*(?:!important)?\s*(?:;|$|/)
    | font-size\s*:\s*0(?:\.\d+)?(?:r?em|%|v[wh])\s*(?:!important)?\s*(?:;|$)
    | (?:text-indent|left|top|right|margin-left|margin-top)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|r?em|pt)
    | clip(?:-path)?\s*:\s*(?:rect\(\s*(?:0|1px)[\s,]|inset\(\s*(?:50|100)%)
    | (?<![\w-])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))""",
    re.VERBOSE,
)
_NO_SIZE = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px|em|%)?\s*(?:;|$)")
_CUT_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)")
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = frozenset({"#fff", "#ffff", "#ffffff", "#ffffffff", "white", "rgb(255,255,255)"})
_FOR_MACHINES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"}
)
"""Classes that by convention take an element out of sight, for programs that read pages out."""
_COVER = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0?(?:\.0+)?\s*(?:;|$)"
)
_WHOLE_PAGE, _LEAST_PAGE = 0.9, 500
"""Share of a page's letters, and how many, from which an element is the page: hidden words stand
beside others."""
_RULE = re.compile(r"(?<![^{}@;])(?P<of>[^{}@;]+)\{(?P<style>[^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CONDITIONAL = re.compile(r"@[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_PLAIN_SELECTOR = re.compile(r"[.#][A-Za-z_][\w-]*")
_UNSPOKEN = frozenset({"script", "style", "template", "noscript", "svg"})
_MOST_STYLE = 500_000
_MOST_HIDDEN = 0.3
"""Share of a page's letters above which a style sheet's rules are taken for ones that a script
undoes: pages show what they were made for."""


def uncover(tree: "HtmlElement") -> None:
    """Show again an element that holds nearly all words, which a page hides until a script ran.

    Where a heading stands beside it, what the page shows is the article, however short.
    """
    covers = [one for one in tree.iter() if isinstance(one.tag, str) and one.get("style")]
    covers = [one for one in covers if _COVER.search((one.get("style") or "").lower())]
    if covers:
        least = _WHOLE_PAGE * _letters(tree)
        heads = sum(1 for _ in tree.iter("h1"))
        for one in covers:
            whole = _letters(one) >= max(_LEAST_PAGE, least)
            if whole and sum(1 for _ in one.iter("h1")) == heads:
                del one.attrib["style"]


def hidden_elements(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    """Yield the elements that attributes, inline styles or the page's own style sheet hide."""
    by_rule = _hidden_by_rules(tree)
    for element in tree.iter():
        if element.tag in {"html", "body"} or element.getparent() is None or not element.attrib:
            continue
        if element in by_rule or _by_itself(element):
            yield element


def _by_itself(element: "HtmlElement") -> bool:
    if element.get("hidden", "until-found") != "until-found":
        return True
    if not _FOR_MACHINES.isdisjoint(element.get("class", "").split()):
        return True
    style = element.get("style") or ""
    if style and _hides(style):
        return True
    coloured = "color" in style.casefold() or element.get("color")
    return bool(coloured) and _on_its_own_ground(element)


def _hides(style: str) -> bool:
    low = style.lower()
    if _STYLE.search(low) is not None:
        return True
    return _NO_SIZE.search(low) is not None and _CUT_OFF.search(low) is not None


def _on_its_own_ground(element: "HtmlElement") -> bool:
    """Return whether the element's text has the colour of what it stands on.

    Only what is written at the elements themselves counts; where nothing is, the ground is white.
    """
    colour = _colour(element)
    if colour is None:
        return False
    around: HtmlElement | None = element
    while around is not None:
        ground = _ground(around)
        if ground is not None:
            return ground == colour
        if around is not element and around.get("class") and colour in _WHITE:
            return False  # a style sheet may well paint it
        around = around.getparent()
    return colour in _WHITE


def _colour(element: "HtmlElement") -> str | None:
    found = _COLOUR.search(element.get("style") or "")
    written = found[1] if found else element.get("color")
    return _plain(written) if written else None


def _ground(element: "HtmlElement") -> str | None:
    found = _GROUND.search(element.get("style") or "")
    written = found[1] if found else element.get("bgcolor")
    return _plain(written) if written else None


def _plain(colour: str) -> str:
    plain = "".join(colour.split()).casefold()
    return "white" if plain in _WHITE else plain


def _hidden_by_rules(tree: "HtmlElement") -> set["HtmlElement"]:
    """Return what rules for one class or one id hide, and no other rule shows again."""
    hides: set[str] = set()
    shows: set[str] = set()
    for sheet in tree.iter("style"):
        text = _COMMENT.sub("", (sheet.text or "")[:_MOST_STYLE])
        for rule in _RULE.finditer(_CONDITIONAL.sub("", text)):
            selectors = [one.strip() for one in rule["of"].split(",")]
            plain = {one for one in selectors if _PLAIN_SELECTOR.fullmatch(one)}
            if plain and _hides(rule["style"]):
                hides |= plain
                selectors = [one for one in selectors if one not in plain]
            if "display" in rule["style"]:
                shows.update(name for one in selectors for name in _PLAIN_SELECTOR.findall(one))
    hiding = hides - shows
    if not hiding:
        return set()
    found = [one for one in tree.iter() if isinstance(one.tag, str) and _names(one) & hiding]
    whole = _letters(tree)
    return {one for one in found if _letters(one) <= _MOST_HIDDEN * whole}


def _names(element: "HtmlElement") -> set[str]:
    names = {f".{name}" for name in (element.get("class") or "").split()}
    if element.get("id"):
        names.add(f"#{element.get('id')}")
    return names


def _letters(element: "HtmlElement") -> int:
    """Return how many letters stand within an element, scripts and such left out."""
    inside = sum(len((one.tail or "").strip()) for one in element.iterdescendants())
    spoken = (one for one in element.iter() if one.tag not in _UNSPOKEN)
    return inside + sum(len((one.text or "").strip()) for one in spoken)
