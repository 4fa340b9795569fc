"""A word diff as HTML: the words that one side lacks struck out, the other's in their place."""

from collections.abc import Sequence

from markupsafe import Markup

from rag.doors.readable import readable
from rag.values.check import Piece

_DIFF = Markup('<p class="diff" dir="auto">{}</p>')
_DROPPED = Markup("<del>{}</del> ")
_ADDED = Markup("<ins>{}</ins> ")
_SAME = Markup("{} ")
_NOTHING = Markup("")


def diff_html(pieces: Sequence[Piece]) -> Markup:
    """Return the paragraph of a diff; nothing where nothing differs."""
    if all(piece.same for piece in pieces):
        return _NOTHING
    return _DIFF.format(_NOTHING.join(map(_piece, pieces)))


def _piece(piece: Piece) -> Markup:
    if piece.same:
        return _SAME.format(readable(piece.source))
    dropped = _DROPPED.format(readable(piece.draft)) if piece.draft else _NOTHING
    return dropped + (_ADDED.format(readable(piece.source)) if piece.source else _NOTHING)
