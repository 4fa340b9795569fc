"""Linking articles that carry one story, so that copies never count as sources of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from ingest import Article
from rag.adapters.sqlite.queries import listed, listed_as, packed
from rag.adapters.sqlite.schema import articles, bands
from rag.steps.ledger import stories

_NEAR = (
    select(articles.c.story, articles.c.sketch)
    .where(
        articles.c.key.in_(
            select(bands.c.article).where(bands.c.band.in_(listed_as("bands"))),
        )
    )
    .order_by(articles.c.key)
)
_LINK = insert(bands).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class Told:
    """The story that an article tells; nothing where it is too short to tell one."""

    story: str | None = None
    """Named for the first article that carried it."""
    sketch: bytes | None = None
    bands: Sequence[int] = ()


def story_of(connection: Connection, article: Article) -> Told:
    """Return the story that an article tells, and by what its copies are found."""
    drawn = stories.sketch(article)
    if drawn is None:
        return Told()
    keys = stories.bands(drawn)
    best, best_likeness = article.id, stories.SAME_STORY
    for story, sketch in connection.execute(_NEAR, {"bands": packed(keys)}):
        likeness = stories.likeness(drawn, _drawn(sketch))
        if likeness > best_likeness or (likeness == best_likeness and best == article.id):
            best, best_likeness = story, likeness
    return Told(best, drawn.astype("<u4").tobytes(), keys)


def link(connection: Connection, article: int, told: Told) -> None:
    """Let later articles find this one."""
    if told.bands:
        connection.execute(_LINK, [{"band": band, "article": article} for band in told.bands])


def unlink(connection: Connection, article: int) -> None:
    """Forget an article that is about to be deleted."""
    sketch = connection.scalar(select(articles.c.sketch).where(articles.c.key == article))
    if sketch is not None:
        mine = bands.c.band.in_(listed(stories.bands(_drawn(sketch))))
        connection.execute(delete(bands).where(mine, bands.c.article == article))


def _drawn(stored: bytes) -> stories.Sketch:
    return np.frombuffer(stored, dtype="<u4").astype(np.uint32)
