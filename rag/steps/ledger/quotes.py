"""The quote ledger made from the catalogue's statements: chosen, filtered, grouped, ordered."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ingest import ARTICLE_VOICES, Voice
from rag.ports.catalogue import CatalogueReader
from rag.steps.ledger.missing import missing
from rag.steps.ledger.rewording import Dated, reworded
from rag.steps.ledger.same_words import grouped
from rag.steps.ledger.saying import Said, said
from rag.steps.ledger.showing import Shelf, rows, speaking
from rag.steps.people.identities import Identities, ambiguous, identities
from rag.steps.people.roles import roles_of
from rag.steps.question.topic import Topic, coverage, topic_of, weighted
from rag.values.evidence import RecordedStatement, article_of
from rag.values.ledger import Ledger, LedgerQuery, PersonSeen

_ABOUT_PASSAGES = 2_000
"""Passages, the likeliest ones, whose statements are looked at for a topic."""
_ON_TOPIC = 0.5
"""Share of the topic's weight that one wording of a quote and its sentence must have."""
_ROLES_FROM = 200
"""Pages in which somebody's roles are looked for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that a query asks for, grouped and ordered, of which pages are shown."""

    groups: tuple[tuple[Said, ...], ...] = ()
    """Wordings of one quote, the one to show first."""
    people: tuple[PersonSeen, ...] = ()


def ledger(catalogue: CatalogueReader, query: LedgerQuery) -> Ledger:
    """Return the statements that the query asks for, each quote once.

    Ordered by how much they are about the topic where one is asked for, else by publication date.
    A speaker's name that fits several people equally lists them all, and says so in `people`.
    """
    return page(catalogue, listing(catalogue, query), query)


def page(catalogue: CatalogueReader, found: Listing, query: LedgerQuery) -> Ledger:
    """Return the rows of a listing from the query's offset up to its limit."""
    shown = found.groups[query.offset :][: query.limit]
    note = "" if found.groups else missing(catalogue, query, known=bool(found.people))
    return Ledger(rows(shown, catalogue), len(found.groups), found.people, query.offset, note)


def listing(catalogue: CatalogueReader, query: LedgerQuery) -> Listing:
    """Return all that the query asks for; its offset and limit change nothing here."""
    who = identities(catalogue.speakers())
    meant, people = _meant(who, query.filters.speaker)
    if query.filters.speaker and not meant:
        return Listing()
    topic = topic_of(query.about) if query.about else None
    found = list(said(catalogue, _records(catalogue, query, meant), who, topic))
    groups = _ordered(found, _scores(found, topic))
    shelf = Shelf(catalogue)
    seen = (
        replace(
            one,
            roles=roles_of(
                one.variants, tuple(islice(speaking(one.name, groups, shelf), _ROLES_FROM))
            ),
        )
        for one in people
    )
    return Listing(groups, tuple(seen))


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
) -> Iterator[RecordedStatement]:
    articles: Collection[str] | None = catalogue.admitted(replace(query.filters, speaker=None))
    near = _near_topic(catalogue, query) if query.about and meant is None else None
    if near is not None:
        articles = near.keys() if articles is None else near.keys() & articles
    voices = ARTICLE_VOICES if query.filters.voice is None else {query.filters.voice}
    for record in catalogue.statements(speakers=meant, articles=articles):
        if record.voice not in voices or query.kind not in (None, record.statement.kind):
            continue
        if near is None or _touches(record, near[record.article_id]):
            yield record


def _near_topic(catalogue: CatalogueReader, query: LedgerQuery) -> dict[str, list[tuple[int, int]]]:
    """Return the stretches of articles that a search for the topic finds, by article."""
    comments = query.filters.voice is Voice.COMMENT
    found = catalogue.keyword(query.about or "", _ABOUT_PASSAGES, comments=comments)
    near: dict[str, list[tuple[int, int]]] = {}
    for key, _ in found:
        start, end = key.rsplit(":", 2)[1:]
        near.setdefault(article_of(key), []).append((int(start), int(end)))
    return near


def _touches(record: RecordedStatement, stretches: Sequence[tuple[int, int]]) -> bool:
    whole = record.statement.span
    return any(whole.start < end and start < whole.end for start, end in stretches)


def _scores(found: Sequence[Said], topic: Topic | None) -> list[float]:
    """Return how much each is about the topic, by its words and its sentence's.

    Words that the article itself uses for the topic's count for less.
    """
    if topic is None:
        return [1.0] * len(found)
    weighed = weighted(topic, [one.held for one in found])
    return [coverage(weighed, one.held, one.others) for one in found]


def _ordered(found: Sequence[Said], scores: Sequence[float]) -> tuple[tuple[Said, ...], ...]:
    """Return wordings of one quote together, on topic, the best and then the earliest first."""
    ranked: list[tuple[float, tuple[Said, ...]]] = []
    dated = [Dated(one.words.speakers, one.article_id, one.day, one.sense) for one in found]
    for group in grouped([one.words for one in found], reworded(dated)):
        score = max(scores[index] for index in group)
        if score >= _ON_TOPIC:
            members = sorted((found[index] for index in group), key=_fullest_first)
            ranked.append((score, tuple(members)))
    ranked.sort(key=lambda scored: (-scored[0], scored[1][0].published or "9999"))
    return tuple(group for _, group in ranked)


def _fullest_first(one: Said) -> tuple[bool, bool, int, str]:
    reported = one.statement.kind == "reported"
    return (
        one.voice is Voice.HEADLINE,
        reported,
        -len(one.words.words),
        one.published or "9999",
    )
