"""Tables that only lay a page out: their cells stand one after another, as blocks do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATA = frozenset({"th", "thead", "caption"})
_PARTS = frozenset({"tbody", "tfoot", "tr", "td"})
_HEADS = frozenset({"h1", "h2", "h3"})
_LONG_CELL = 60
"""Words of a cell that is more than a datum."""


def unroll_layout(tree: "HtmlElement") -> None:
    """Turn the layout tables of `tree` into blocks; a renderer would set their columns abreast."""
    for table in [one for one in tree.iter("table") if _lays_out(one)]:
        for element in [table, *_parts_of(table)]:
            element.tag = "div"


def _lays_out(table: "HtmlElement") -> bool:
    if table.get("role") == "presentation":
        return True
    parts = _parts_of(table)
    if any(child.tag in _DATA for child in [*table, *parts]) or any(
        child.tag in _DATA for part in parts for child in part
    ):
        return False
    return any(_holds_blocks(part) for part in parts if part.tag == "td")


def _parts_of(table: "HtmlElement") -> list["HtmlElement"]:
    """Return the rows and cells of a table, not those of tables inside it."""
    found: list[HtmlElement] = []
    waiting = [child for child in table if child.tag in _PARTS]
    while waiting:
        part = waiting.pop()
        found.append(part)
        waiting += [child for child in part if child.tag in _PARTS]
    return found


def _holds_blocks(cell: "HtmlElement") -> bool:
    if next(cell.iter("table"), None) is not None:
        return True
    if any(next(cell.iter(tag), None) is not None for tag in _HEADS):
        return True
    return len("".join(map(str, cell.itertext())).split()) >= _LONG_CELL
