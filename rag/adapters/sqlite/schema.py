"""The catalogue's tables.

Offsets are code points of the article's text. A version of a page is a row of `articles`; versions
of one page share a `chain`. Passages of versions that are no longer current stand in indexes of
their own, so that they weigh nothing where the newest versions are searched.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    TableClause,
    Text,
    column,
    literal_column,
    table,
)

from rag.adapters.sqlite.columns import PackedBytes, PackedText, SafeText
from rag.values.shelves import Edition, Shelf

metadata = MetaData()

_OWN = Text
"""Made by this program alone: plain ASCII, whatever a page contained."""

FACTS = ("title", "outlet", "byline", "published", "updated", "section")
"""The article's facts, each stored as value, how, and the start and end of its evidence."""


def _fact(name: str) -> list[Column[str] | Column[int]]:
    return [
        Column(name, SafeText),
        Column(f"{name}_how", _OWN, nullable=False),
        Column(f"{name}_start", Integer),
        Column(f"{name}_end", Integer),
    ]


state = Table(
    "state",
    metadata,
    Column("name", _OWN, primary_key=True),
    Column("value", Integer, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("sha256", _OWN, nullable=False, unique=True),
    Column("content", PackedBytes, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", SafeText, nullable=False, unique=True),
    Column("sha256", _OWN, nullable=False, index=True),
    Column("file", SafeText, nullable=False),
    Column("path", SafeText, nullable=False),
    Column("url", SafeText),
    Column("language", SafeText, nullable=False),
    *(piece for name in FACTS for piece in _fact(name)),
    Column("day", _OWN),  # of publication, as far as it is known: the filters compare it
    Column("outlet_folded", SafeText),
    Column("story", SafeText),  # the same for all copies of one story
    Column("sketch", LargeBinary),  # of the story, to find its copies by
    Column("characters", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("statements", Integer, nullable=False),  # those outside comments
    Column("passages", Integer, nullable=False),
    Column("fetched", SafeText),
    Column("chain", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    # Last: to reach a column behind it, SQLite would have to read through the whole text.
    Column("text", PackedText, nullable=False),
    Index("articles_by_day", "current", "day"),
    Index("articles_by_url", "url"),
    Index("articles_by_chain", "chain", "current"),
    Index("articles_by_story", "story", "current"),
    Index("articles_by_outlet", "outlet_folded", "current"),
)

places = Table(  # where captures were found, so that an unchanged file is known at a glance
    "places",
    metadata,
    Column("location", SafeText, primary_key=True),
    Column("sha256", _OWN, nullable=False),
    Column("article", ForeignKey("articles.key"), nullable=False, index=True),
)

regions = Table(
    "regions",
    metadata,
    Column("article", ForeignKey("articles.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("voice", _OWN, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

speakers = Table(
    "speakers",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", SafeText, nullable=False, unique=True),
    Column("folded", SafeText, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article", ForeignKey("articles.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", _OWN, nullable=False),
    Column("content", _OWN, nullable=False),  # JSON: [[start, end], …]
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("speaker", ForeignKey("speakers.key")),
    Column("as_written", SafeText),  # null: the statement names nobody at all
    Column("resolution", _OWN),
    Column("person", Boolean),
    *_fact("said_on"),
    Column("occasion_start", Integer),
    Column("occasion_end", Integer),
    Column("voice", _OWN, nullable=False),
    Index("statements_by_article", "article", "position"),
    Index("statements_by_speaker", "speaker", "article", "voice", "person"),
)

bands = Table(  # parts of sketches: articles that share one may be copies
    "bands",
    metadata,
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.key"), primary_key=True),
    sqlite_with_rowid=False,
)

vectors = Table(
    "vectors",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),  # of embedder and text
    Column("vector", LargeBinary, nullable=False),  # float32, little endian
)

passages = Table(
    "passages",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", _OWN, nullable=False, unique=True),
    Column("article", ForeignKey("articles.key"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("voice", _OWN, nullable=False),
    Column("vector", ForeignKey("vectors.key"), index=True),  # null: a comment not yet embedded
    Column("shelved", Boolean),  # whether the vector index has it; null: a comment, never there
    Index("passages_by_article", "article", "start"),
)
WAITING = passages.c.shelved == literal_column("0")
"""True of passages that the vector index is still to take in."""
Index("passages_waiting", passages.c.key, sqlite_where=WAITING)

orphans = Table(  # passages that the vector index may still hold and must forget
    "orphans",
    metadata,
    Column("passage_id", SafeText, primary_key=True),
)


outlines = Table(  # of current pages: their lines as each page's own reading took them
    "outlines",
    metadata,
    Column("article", ForeignKey("articles.key"), primary_key=True),
    Column("site", SafeText, nullable=False),
    Column("draw", SafeText, nullable=False),  # the article's id
    Column("lines", LargeBinary, nullable=False),
    Column("heeded", LargeBinary),  # those that the stored reading takes for the site's
    Index("outlines_by_site", "site", "draw"),
)

sites = Table(
    "sites",
    metadata,
    Column("site", SafeText, primary_key=True),
    Column("lines", LargeBinary),  # those that repeat on it; null: its pages heed different ones
    Column("settled", Boolean, nullable=False),  # whether its pages are read in their light
    Index("sites_unsettled", "settled"),
)


def keyword_table(name: str) -> str:
    """Return the statement that makes a full-text table: words without their text.

    The text stands in the article already; a row is deleted by naming its words again.
    """
    return (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5("
        "words, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )


KEYWORD_TABLES: dict[tuple[Edition, Shelf], str] = {
    ("current", "article"): "article_words",
    ("current", "comment"): "comment_words",
    ("past", "article"): "past_article_words",
    ("past", "comment"): "past_comment_words",
}
"""Readers' words, and those of past versions, would otherwise decide which words count as rare."""


def words_table(name: str) -> TableClause:
    """Return a full-text table as queries name it."""
    return table(name, column("rowid"), column("words"), column(name))
