"""Which article a person means by an id, the start of one, or a file's name."""

import re
from collections.abc import Sequence

from ingest import Article
from rag.doors.any_archive import AnyArchive
from rag.values.catalogued import ArticleSummary
from rag.values.errors import ArticleMissing

SHORTEST_PREFIX = 4
"""Characters of an id that may stand for the whole of it."""

_WHOLE_ID = re.compile(r"[0-9a-f]{20}")


def find_article(archive: AnyArchive, reference: str) -> Article:
    """Return the article that `reference` means, an older version too when its whole id is given.

    Raises ArticleMissing when it means none, or several.
    """
    if _WHOLE_ID.fullmatch(reference):
        return archive.article(reference)
    return archive.article(named_article(archive.summaries(), reference))


def named_article(summaries: Sequence[ArticleSummary], reference: str) -> str:
    """Return the id of the one article that `reference` means: id, start of an id, or file name.

    Raises ArticleMissing when it means none, or several.
    """
    exact = [one for one in summaries if one.id == reference]
    named = [one for one in summaries if reference in (one.file, one.path)]
    begun = [
        one
        for one in summaries
        if len(reference) >= SHORTEST_PREFIX and one.id.startswith(reference)
    ]
    meant = exact or named or begun
    if len(meant) == 1:
        return meant[0].id
    if not meant:
        raise ArticleMissing(
            f"no article of the archive has the id or file name {reference!r};"
            " `onrecord list` shows what there is"
        )
    choices = ", ".join(f"{one.id} ({one.path or one.file})" for one in meant[:5])
    more = f" and {len(meant) - 5} more" if len(meant) > 5 else ""
    raise ArticleMissing(f"{reference!r} fits {len(meant)} articles: {choices}{more}; name one id")
