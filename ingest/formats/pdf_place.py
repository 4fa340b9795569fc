"""Where on a PDF's page its words are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_EDGE = 6.0
"""Points by which words may lie outside and still be seen in part."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Place:
    """The transformations that hold at some point of a page's operations."""

    page: Matrix = _SAME
    line: Matrix = _SAME
    leading: float = 0.0

    def after(self, numbers: Sequence[float], operator: bytes) -> "Place":
        """Return the place as this operation leaves it."""
        match operator, len(numbers):
            case b"cm", 6:
                return replace(self, page=_times(_matrix(numbers), self.page))
            case b"BT", _:
                return replace(self, line=_SAME)
            case b"Tm", 6:
                return replace(self, line=_matrix(numbers))
            case b"TL", 1:
                return replace(self, leading=numbers[0])
            case b"TD", 2:
                return replace(self._moved(*numbers), leading=-numbers[1])
            case b"Td", 2:
                return self._moved(*numbers)
            case ((b"T*" | b"'" | b'"'), _):
                return self._moved(0.0, -self.leading)
        return self

    def is_off(self, box: Box) -> bool:
        """Return whether words that begin here lie wholly outside of the page."""
        matrix = _times(self.line, self.page)
        across, up = matrix[4], matrix[5]
        left, bottom, right, top = box
        if not bottom - _EDGE <= up <= top + _EDGE:
            return True
        return across > right + _EDGE or across < left - (right - left)

    def _moved(self, across: float, up: float) -> "Place":
        return replace(self, line=_times((1.0, 0.0, 0.0, 1.0, across, up), self.line))


def _matrix(numbers: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    return (
        one[0] * other[0] + one[1] * other[2],
        one[0] * other[1] + one[1] * other[3],
        one[2] * other[0] + one[3] * other[2],
        one[2] * other[1] + one[3] * other[3],
        one[4] * other[0] + one[5] * other[2] + other[4],
        one[4] * other[1] + one[5] * other[3] + other[5],
    )
