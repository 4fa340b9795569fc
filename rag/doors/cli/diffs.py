"""A word diff in a terminal: [-these words-] {+for those+}, readable without colours too."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

    from rag.values.check import Piece


def diffed(pieces: "Sequence[Piece]") -> "Text":
    """Return the runs of a diff, a space after each: taken away in red, put in its place green."""
    from rich.text import Text

    text = Text()
    for piece in pieces:
        text.append_text(_piece(piece))
    return text


def _piece(piece: "Piece") -> "Text":
    from rich.text import Text

    from rag.doors.readable import one_line

    if piece.same:
        return Text(f"{one_line(piece.source)} ", style="not bold default")
    text = Text()
    if piece.draft:
        text.append(f"[-{one_line(piece.draft)}-] ", style="not bold red")
    if piece.source:
        text.append(f"{{+{one_line(piece.source)}+}} ", style="not bold green")
    return text
