"""Where passages stand: apart are readers' comments, and the versions of pages that were replaced.

So leaving either out of a search costs no filter.
"""

from typing import Literal

from ingest import Voice

Shelf = Literal["article", "comment"]
SHELVES: tuple[Shelf, ...] = ("article", "comment")

Edition = Literal["current", "past"]
"""The newest version of each page, or those before it."""
EDITIONS: tuple[Edition, ...] = ("current", "past")


def shelf_of(voice: Voice) -> Shelf:
    """Return the shelf that passages of this voice stand on."""
    return "comment" if voice is Voice.COMMENT else "article"
