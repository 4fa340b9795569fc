"""The words of a PDF's page that a reader sees: not those white, inkless, tiny, or off it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.formats.pdf_place import Box, Place

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import ContentStream

_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FILLING = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})
_INVISIBLE = 3
_TINY = 1.0
_MOST_HIDDEN = 0.5
"""Share of a page's drawn words above which none counts as hidden: the words of a scanned page
are drawn without ink over its picture."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """How words are drawn at some point of a page."""

    mode: int = 0
    white: bool = False
    size: float = 12.0

    @property
    def unseen(self) -> bool:
        return self.mode == _INVISIBLE or self.white or 0 < abs(self.size) < _TINY


def seen_text(page: "PageObject") -> str:
    """Return a page's text without hidden words; raises what pypdf raises."""
    content = page.get_contents()
    if content is not None and _without_hidden(content, _box(page)):
        from pypdf.generic import NameObject

        page[NameObject("/Contents")] = content
    text: str = page.extract_text()
    return text


def _box(page: "PageObject") -> Box:
    """Return what of the plane the page shows."""
    box = page.cropbox
    across, up = (sorted((float(a), float(b))) for a, b in zip(box[:2], box[2:], strict=True))
    return across[0], up[0], across[1], up[1]


def _without_hidden(content: "ContentStream", box: Box) -> bool:
    """Take the drawing of hidden words out of a page's operations; return whether any was."""
    ink, place, kept, before = _Ink(), Place(), [], []
    shown = hidden = 0
    for operands, operator in content.operations:
        if operator == b"q":
            before.append((ink, place))
        elif operator == b"Q":
            ink, place = before.pop() if before else (ink, place)
        else:
            place = place.after(_numbers(operands), operator)
            if operator in _SHOWING:
                shown += 1
                if ink.unseen or place.is_off(box):
                    hidden += 1
                    continue
            ink = _after(ink, operands, operator)
        kept.append((operands, operator))
    if not hidden or hidden > _MOST_HIDDEN * shown:
        return False
    content.operations = kept
    return True


def _after(ink: _Ink, operands: object, operator: bytes) -> _Ink:
    numbers = _numbers(operands)
    if operator == b"Tr" and numbers:
        return replace(ink, mode=int(numbers[0]))
    if operator in _FILLING and numbers:
        white = not any(numbers) if operator == b"k" else all(one >= 1 for one in numbers)
        return replace(ink, white=white)
    if operator == b"Tf" and numbers:
        return replace(ink, size=numbers[-1])
    return ink


def _numbers(operands: object) -> list[float]:
    found = operands if isinstance(operands, list) else []
    return [float(one) for one in found if isinstance(one, int | float)]
