"""Rows as they are shown: entries in the pages' own characters, variants, sources, roles."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ingest import Article, Span, Voice
from rag.ports.catalogue import CatalogueReader
from rag.steps.ledger.rewording import one_sense
from rag.steps.ledger.same_words import is_part, same_quote, wording
from rag.steps.ledger.saying import Said, words_said
from rag.steps.quoting import Reading, diff, fold
from rag.steps.quoting.denying import denied, denies
from rag.values.answer import CitedSpeaker
from rag.values.ledger import Entry, Relation, Row, Variant

_KEPT = 200
"""Pages in memory; rows stand by day, and so mostly by page."""


@dataclass(frozen=True)
class Shelf:
    """The pages that the rows shown stand in; those read last are kept."""

    catalogue: CatalogueReader
    _kept: dict[str, Reading] = field(default_factory=dict)

    def reading(self, article_id: str) -> Reading:
        """Return a page that is known to be stored."""
        if article_id not in self._kept:
            article = self.catalogue.article(article_id)
            if article is None:
                raise KeyError(article_id)
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[article_id] = Reading(article)
        return self._kept[article_id]


def rows(groups: Sequence[Sequence[Said]], catalogue: CatalogueReader) -> tuple[Row, ...]:
    """Return groups of wordings as rows; the first wording of each is the one shown.

    A group of which a page was removed meanwhile is shown without that page.
    """
    shelf = Shelf(catalogue)
    ids = {one.article_id for group in groups for one in group}
    stories = {one.id: one.story for one in catalogue.summaries(ids)}
    there = [[one for one in group if one.article_id in stories] for group in groups]
    return tuple(_row(group, shelf, stories) for group in there if group)


def _row(group: Sequence[Said], shelf: Shelf, stories: dict[str, str | None]) -> Row:
    shown, *others = group
    variants = tuple(_variant(one, shown, shelf) for one in others)
    ids = dict.fromkeys(one.article_id for one in group)
    return Row(_entry(shown, shelf), variants, _sources(ids, shelf, stories))


def _sources(ids: Collection[str], shelf: Shelf, stories: dict[str, str | None]) -> int:
    """Return how many independent sources these articles are: copies of one story count once.

    Pages too short to tell a story are copies where they have the same words.
    """
    if len(ids) == 1:
        return 1
    return len({stories[one] or _narration(shelf.reading(one).article) for one in ids})


def _narration(article: Article) -> tuple[str, ...]:
    told = (one for one in article.regions if one.voice is Voice.NARRATION)
    return wording(" ".join(one.span.of(article.text) for one in told)).words


def _entry(one: Said, shelf: Shelf) -> Entry:
    reading = shelf.reading(one.article_id)
    article = reading.article
    statement = one.statement
    sharing = [each.speaker for each in reading.sharing(statement) if each.speaker]
    sharing.sort(key=lambda each: each.name is None)
    speaker = sharing[0] if sharing else None
    names = (*one.words.speakers, *(None for _ in sharing))
    whole = Span(one.start, one.end)
    return Entry(
        speaker=names[0] if names else None,
        as_written=speaker.as_written if speaker else "",
        how=speaker.how if speaker else "unknown",
        kind=statement.kind,
        cue=statement.cue.of(article.text) if statement.cue else "",
        quote=whole.of(article.text),
        content=one.content,
        start=whole.start,
        end=whole.end,
        voice=one.voice,
        said_on=statement.said_on.value,
        said_on_how=statement.said_on.how,
        occasion=statement.occasion_in(article.text),
        published=article.published.day,
        published_how=article.published.how,
        outlet=article.outlet.value,
        title=article.title.value,
        file=article.file,
        url=article.url,
        article_id=article.id,
        others=tuple(
            CitedSpeaker(name=name, as_written=each.as_written, how=each.how)
            for each, name in zip(sharing[1:], names[1:], strict=False)
        ),
        denied_in=_denied_in(one, reading),
    )


def _denied_in(one: Said, reading: Reading) -> str:
    """Return the whole sentence of what is told in the page's own words and denied; else nothing.

    A whole quotation speaks for itself.
    """
    statement, whole = one.statement, Span(one.start, one.end)
    if statement.kind == "direct":
        return ""
    line = reading.line(whole)
    before = fold(Span(line.start, whole.start).of(reading.article.text)).text
    first = fold(reading.words(whole)).text
    cue = reading.words(statement.cue) if statement.cue else ""
    if not denies(cue) and not denied(before, first):
        return ""
    return reading.words(reading.around(statement.span))


def _variant(one: Said, shown: Said, shelf: Shelf) -> Variant:
    relation = _relation(one, shown)
    entry = _entry(one, shelf)
    if relation in ("same", "truncated"):
        return Variant(entry, relation)
    ours, theirs = (
        fold(words_said(each.statement, each.content, shelf.reading(each.article_id))).text
        for each in (one, shown)
    )
    return Variant(entry, relation, diff(ours, theirs))


def _relation(one: Said, shown: Said) -> Relation:
    if one.voice is Voice.HEADLINE:
        return "headline"
    if one.words.words == shown.words.words:
        return "same"
    if is_part(one.words.words, shown.words.words):
        return "truncated"
    if one.sense is None or shown.sense is None or same_quote(one.words, shown.words):
        return "altered"
    return "reworded" if one_sense(one.sense, shown.sense) else "altered"


def speaking(name: str, groups: Sequence[Sequence[Said]], shelf: Shelf) -> Iterator[Article]:
    """Yield the pages in which somebody of this full name says something."""
    ids = (one.article_id for group in groups for one in group if name in one.words.speakers)
    for article_id in dict.fromkeys(ids):
        article = shelf.catalogue.article(article_id)
        if article is not None:
            yield article
