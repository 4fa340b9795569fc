"""Readers' comments that a query finds: by their words first, their meaning only of the best.

They are many of a news site's words and few ask for them, so they get no vectors when they are
stored. Those of the best by words are made here and kept, so that a later question finds them.
"""

from collections.abc import Collection, Sequence

from rag.ports.embedder import Vectors
from rag.steps.finding.desk import Desk
from rag.steps.finding.nearest import Found, nearest, on_shelf
from rag.values.evidence import Passage, article_of

MOST_EMBEDDED = 24
"""Comments embedded for one question: about 5 ms each."""
_ENOUGH = 12
"""Comments with the query's words below which those under pages near in meaning are taken too."""
_PAGES = 6
_NEAR = 60
"""Passages near in meaning that are looked at for such pages."""


def found(
    desk: Desk,
    vector: Vectors,
    told: Collection[str],
    admitted: Collection[str] | None,
    *,
    embed: bool,
) -> Found:
    """Return the comments with the query's words (`told`), and where these are few some others.

    Without `embed` only those with the words, compared as far as they have vectors already.
    """
    few = embed and len(told) < _ENOUGH
    beside = _beside(desk, vector, told, admitted) if few else []
    stored = desk.catalogue.passages([*told, *beside])
    passages = [one for one in stored if on_shelf(one, "comment")]
    alike = _alike(desk, vector, passages, embed=embed)
    return Found(passages, {key: alike.get(key, 0.0) for key in beside}, alike)


def _beside(
    desk: Desk, vector: Vectors, told: Collection[str], admitted: Collection[str] | None
) -> list[str]:
    """Return ids of other comments, on the pages that are nearest in meaning."""
    near = nearest(desk, vector, _NEAR, admitted)
    pages = list(dict.fromkeys(article_of(key) for key in near))[:_PAGES]
    under = [one.id for one in desk.catalogue.passages_of(pages) if on_shelf(one, "comment")]
    return [key for key in under if key not in told][:MOST_EMBEDDED]


def _alike(
    desk: Desk, vector: Vectors, passages: Sequence[Passage], *, embed: bool
) -> dict[str, float]:
    """Return the cosine similarities of comments by id; vectors are made for the first ones."""
    made = dict(desk.catalogue.vectors_made([one.id for one in passages]))
    missing = [one for one in passages if one.id not in made][:MOST_EMBEDDED]
    if embed and missing:
        excerpts = desk.catalogue.excerpts(missing)
        rows = desk.embedder.passages([one.words for one in excerpts])
        fresh = {one.passage.id: (one.words, row) for one, row in zip(excerpts, rows, strict=True)}
        desk.keep(fresh)
        made |= {key: row for key, (_, row) in fresh.items()}
    return {key: float(row @ vector) for key, row in made.items()}
