"""What statements say, made ready for grouping and ranking with one article in memory at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest import Span, Statement, Voice
from rag.ports.catalogue import CatalogueReader
from rag.steps.choosing.aliases import aliases
from rag.steps.ledger.same_words import Wording, wording
from rag.steps.ledger.sense import Sense, sense
from rag.steps.people.identities import Identities
from rag.steps.question.topic import Topic, has
from rag.steps.quoting import Reading
from rag.steps.words import topic_stems
from rag.values.evidence import RecordedStatement

_ENOUGH_QUOTED = 3
"""Quoted words by which a partly quoted statement is told from others."""


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch that somebody says in one article, without the article."""

    article_id: str
    statement: Statement
    voice: Voice
    content: tuple[Span, ...]
    words: Wording
    published: str | None
    held: frozenset[str] = frozenset()
    """Which stems of the topic, and which of the article's other words for it, its sentence has."""
    others: frozenset[str] = frozenset()
    """The article's other words for the topic."""
    sense: Sense | None = None
    """What a whole quotation says, however it is worded; none where that cannot be told."""

    @property
    def day(self) -> str | None:
        """When it was said or, where that is not known to the day, published; ISO."""
        said_on = self.statement.said_on.value
        return said_on if said_on and len(said_on) >= len("2023-01-10") else self.published

    @property
    def start(self) -> int:
        """Where the first said character stands."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the last said character ends."""
        return self.content[-1].end


def said(
    catalogue: CatalogueReader,
    records: Iterable[RecordedStatement],
    who: Identities,
    topic: Topic | None,
) -> Iterator[Said]:
    """Yield what the records, which must come article by article, say.

    Words of several speakers ("Ames and Brandt said") are one saying.
    """
    for article_id, here in groupby(records, key=lambda record: record.article_id):
        article = catalogue.article(article_id)
        if article is None:
            continue
        reading = Reading(article)
        others = aliases(topic.stems, article.text) if topic else frozenset()
        seen: set[tuple[Span, ...]] = set()
        for record in here:
            if record.statement.content in seen:
                continue
            seen.add(record.statement.content)
            for content in runs(record.statement.content, reading):
                yield _said(record, content, reading, who, topic, others)


def _said(
    record: RecordedStatement,
    content: tuple[Span, ...],
    reading: Reading,
    who: Identities,
    topic: Topic | None,
    others: frozenset[str],
) -> Said:
    statement = record.statement
    names = (one.speaker.name for one in reading.sharing(statement) if one.speaker)
    speakers = tuple(dict.fromkeys(who.full(name) or name for name in names if name))
    held: frozenset[str] = frozenset()
    if topic:
        sentence = reading.around(Span(content[0].start, content[-1].end))
        stems = topic_stems(reading.words(sentence))
        held = frozenset(stem for stem in (*topic.stems, *others) if has(stem, stems))
    text = words_said(statement, content, reading)
    return Said(
        article_id=record.article_id,
        statement=statement,
        voice=record.voice,
        content=content,
        words=wording(text, *speakers),
        published=reading.article.published.day,
        held=held,
        others=others,
        sense=sense(text) if statement.kind == "direct" and speakers else None,
    )


def runs(content: Sequence[Span], reading: Reading) -> list[tuple[Span, ...]]:
    """Part a statement's spans where the page puts other voices between them."""
    parts: list[list[Span]] = []
    for span in content:
        if parts and reading.voice(Span(parts[-1][0].start, span.end)) is not None:
            parts[-1].append(span)
        else:
            parts.append([span])
    return [tuple(part) for part in parts]


def words_said(statement: Statement, content: tuple[Span, ...], reading: Reading) -> str:
    """Return the words that are the speaker's: of a partly quoted statement the quoted ones."""
    spans = _quoted(content, reading) if statement.kind == "mixed" else content
    return " ".join(reading.words(span) for span in spans)


def _quoted(content: tuple[Span, ...], reading: Reading) -> tuple[Span, ...]:
    quoted = tuple(inner for span in content for inner in reading.quoted_in(span))
    words = sum(len(reading.words(span).split()) for span in quoted)
    return quoted if words >= _ENOUGH_QUOTED else content
