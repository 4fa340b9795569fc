"""Linking articles that carry one story, so that copies never count as sources of their own."""

import numpy as np
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from ingest import Article
from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.schema import articles, bands
from rag.steps.ledger import stories


def story_of(connection: Connection, article: Article) -> tuple[str | None, bytes | None]:
    """Return the story that an article carries, and its sketch; None for both if it is too short.

    A story is named for the first article that carried it.
    """
    drawn = stories.sketch(article)
    if drawn is None:
        return None, None
    stored = drawn.astype("<u4").tobytes()
    near = select(bands.c.article).where(bands.c.band.in_(listed(stories.bands(drawn))))
    best, best_likeness = article.id, stories.SAME_STORY
    query = select(articles.c.story, articles.c.sketch).where(articles.c.key.in_(near))
    for story, sketch in connection.execute(query.order_by(articles.c.key)):
        likeness = stories.likeness(drawn, _drawn(sketch))
        if likeness > best_likeness or (likeness == best_likeness and best == article.id):
            best, best_likeness = story, likeness
    return best, stored


def link(connection: Connection, article: int, sketch: bytes | None) -> None:
    """Let later articles find this one."""
    if sketch is not None:
        rows = [{"band": band, "article": article} for band in stories.bands(_drawn(sketch))]
        connection.execute(insert(bands).on_conflict_do_nothing(), rows)


def unlink(connection: Connection, article: int) -> None:
    """Forget an article that is about to be deleted."""
    sketch = connection.scalar(select(articles.c.sketch).where(articles.c.key == article))
    if sketch is not None:
        mine = bands.c.band.in_(listed(stories.bands(_drawn(sketch))))
        connection.execute(delete(bands).where(mine, bands.c.article == article))


def _drawn(stored: bytes) -> stories.Sketch:
    return np.frombuffer(stored, dtype="<u4").astype(np.uint32)
