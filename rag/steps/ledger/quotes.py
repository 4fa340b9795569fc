"""The quote ledger made from the catalogue's statements: chosen, filtered, grouped, ordered."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import ARTICLE_VOICES, Article, Span, Voice
from rag.ports.catalogue import CatalogueReader
from rag.steps.choosing.aliases import aliases
from rag.steps.ledger.copies import independent
from rag.steps.ledger.same_words import Wording, grouped, is_part, wording
from rag.steps.people.identities import Identities, ambiguous, identities
from rag.steps.people.roles import roles_of
from rag.steps.question.topic import coverage, topic_of, weighted
from rag.steps.quoting import Reading, diff, fold
from rag.steps.words import topic_stems
from rag.values.evidence import RecordedStatement
from rag.values.ledger import Entry, Ledger, LedgerQuery, PersonSeen, Relation, Row, Variant

_ABOUT_PASSAGES = 2_000
_ENOUGH_QUOTED = 3
"""Quoted words by which a partly quoted statement is told from others."""
_ON_TOPIC = 0.5
"""Share of the topic's weight that one wording of a quote and its sentence must have."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An entry with what grouping and ranking need."""

    entry: Entry
    words: Wording
    text: str
    score: float


def ledger(catalogue: CatalogueReader, query: LedgerQuery) -> Ledger:
    """Return the statements that the query asks for, each quote once.

    Ordered by how much they are about the topic where one is asked for, else by publication date.
    A speaker's name that fits several people equally lists them all, and says so in `people`.
    """
    who = identities(catalogue.speakers())
    meant, people = _meant(who, query.filters.speaker)
    if query.filters.speaker and not meant:
        return Ledger((), 0)
    records = _records(catalogue, query, meant)
    articles = _articles(catalogue, {record.article_id for record in records})
    said = [one for record in records for one in _said(record, articles, who)]
    rows = _rows(_scored(said, articles, query.about), articles)
    shown = rows[: query.limit] if query.limit is not None else rows
    roles = [
        replace(person, roles=roles_of(person.variants, _speaking(person, said, articles)))
        for person in people
    ]
    return Ledger(tuple(shown), len(rows), tuple(roles))


def _meant(
    who: Identities, asked: str | None
) -> tuple[frozenset[str] | None, tuple[PersonSeen, ...]]:
    """Return the names to list (None: everybody's), and whom they belong to."""
    if not asked:
        return None, ()
    found = who.candidates(asked)
    chosen = found if ambiguous(found) else found[:1]
    best = [one.identity for one in chosen if one.score >= found[0].score]
    people = tuple(
        PersonSeen(one.name, tuple(variant.name for variant in one.variants)) for one in best
    )
    return frozenset(name for person in people for name in person.variants), people


def _records(
    catalogue: CatalogueReader, query: LedgerQuery, meant: Collection[str] | None
) -> list[RecordedStatement]:
    admitted = catalogue.admitted(replace(query.filters, speaker=None))
    articles: Collection[str] | None = admitted
    if query.about and meant is None:
        found = catalogue.keyword(
            query.about, _ABOUT_PASSAGES, comments=query.filters.voice is Voice.COMMENT
        )
        ids = {key.rsplit(":", 2)[0] for key, _ in found}
        articles = ids if admitted is None else ids & admitted
    voices = ARTICLE_VOICES if query.filters.voice is None else {query.filters.voice}
    return [
        record
        for record in catalogue.statements(speakers=meant, articles=articles)
        if record.voice in voices and query.kind in (None, record.statement.kind)
    ]


def _articles(catalogue: CatalogueReader, ids: Collection[str]) -> dict[str, Reading]:
    found = ((key, catalogue.article(key)) for key in ids)
    return {key: Reading(article) for key, article in found if article is not None}


def _said(
    record: RecordedStatement, articles: dict[str, Reading], who: Identities
) -> Iterator[_Said]:
    reading = articles.get(record.article_id)
    if reading is None:
        return
    for content in _runs(record.statement.content, reading):
        entry = _entry(record, content, reading.article, who)
        said = _quoted(content, reading) if record.statement.kind == "mixed" else content
        text = " ".join(reading.words(span) for span in said)
        yield _Said(entry, wording(text, entry.speaker), text, 1.0)


def _quoted(content: tuple[Span, ...], reading: Reading) -> tuple[Span, ...]:
    """Return the quoted stretches of a partly quoted statement: the rest is each article's own."""
    quoted = tuple(inner for span in content for inner in reading.quoted_in(span))
    words = sum(len(reading.words(span).split()) for span in quoted)
    return quoted if words >= _ENOUGH_QUOTED else content


def _runs(content: Sequence[Span], reading: Reading) -> list[tuple[Span, ...]]:
    """Part a statement's spans where the page puts other voices between them."""
    runs: list[list[Span]] = []
    for span in content:
        if runs and reading.voice(Span(runs[-1][0].start, span.end)) is not None:
            runs[-1].append(span)
        else:
            runs.append([span])
    return [tuple(run) for run in runs]


def _entry(
    record: RecordedStatement, content: tuple[Span, ...], article: Article, who: Identities
) -> Entry:
    statement = record.statement
    speaker = statement.speaker
    whole = Span(content[0].start, content[-1].end)
    return Entry(
        speaker=who.full(speaker.name) if speaker else None,
        as_written=speaker.as_written if speaker else "",
        how=speaker.how if speaker else "unknown",
        kind=statement.kind,
        cue=statement.cue.of(article.text) if statement.cue else "",
        quote=whole.of(article.text),
        content=content,
        start=whole.start,
        end=whole.end,
        voice=record.voice,
        said_on=statement.said_on.value,
        said_on_how=statement.said_on.how,
        published=article.published.value,
        published_how=article.published.how,
        outlet=article.outlet.value,
        title=article.title.value,
        file=article.file,
        url=article.url,
        article_id=article.id,
    )


def _scored(said: Sequence[_Said], articles: dict[str, Reading], about: str | None) -> list[_Said]:
    """Return each with how much it is about the topic, by its words and its sentence's.

    Words that the article itself uses for the topic's count for less.
    """
    if not about:
        return list(said)
    texts = []
    for one in said:
        reading = articles[one.entry.article_id]
        around = reading.around(Span(one.entry.start, one.entry.end))
        texts.append(topic_stems(reading.words(around)))
    topic = weighted(topic_of(about), texts)
    other_words = {key: aliases(topic.stems, one.article.text) for key, one in articles.items()}
    return [
        replace(one, score=coverage(topic, text, other_words[one.entry.article_id]))
        for one, text in zip(said, texts, strict=True)
    ]


def _rows(said: Sequence[_Said], articles: dict[str, Reading]) -> list[Row]:
    rows: list[tuple[float, Row]] = []
    for group in grouped([one.words for one in said]):
        members = [said[index] for index in group]
        score = max(one.score for one in members)
        if score < _ON_TOPIC:
            continue
        shown = min(members, key=_fullest_first)
        variants = tuple(_variant(one, shown) for one in members if one is not shown)
        ids = dict.fromkeys(one.entry.article_id for one in members)
        sources = independent([articles[key].article for key in ids]) if len(ids) > 1 else 1
        rows.append((score, Row(shown.entry, variants, sources)))
    rows.sort(key=lambda scored: (-scored[0], scored[1].entry.published or "9999"))
    return [row for _, row in rows]


def _fullest_first(one: _Said) -> tuple[bool, bool, int, str]:
    entry = one.entry
    reported = entry.kind == "reported"
    return (
        entry.voice is Voice.HEADLINE,
        reported,
        -len(one.words.words),
        entry.published or "9999",
    )


def _variant(one: _Said, shown: _Said) -> Variant:
    relation = _relation(one, shown)
    if relation in ("same", "truncated"):
        return Variant(one.entry, relation)
    return Variant(one.entry, relation, diff(fold(one.text).text, fold(shown.text).text))


def _relation(one: _Said, shown: _Said) -> Relation:
    if one.entry.voice is Voice.HEADLINE:
        return "headline"
    if one.words.words == shown.words.words:
        return "same"
    return "truncated" if is_part(one.words.words, shown.words.words) else "altered"


def _speaking(
    person: PersonSeen, said: Sequence[_Said], articles: dict[str, Reading]
) -> list[Article]:
    ids = dict.fromkeys(one.entry.article_id for one in said if one.entry.speaker == person.name)
    return [articles[key].article for key in ids]
