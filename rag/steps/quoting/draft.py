"""A draft against an archive: every quoted string with its verdict."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ingest import Span, Speaker
from rag.ports.catalogue import CatalogueReader
from rag.steps.people.spelling import romanised
from rag.steps.quoting import Found, Judgement, Reading, changes, diff, fold, judge, quoted
from rag.steps.quoting.drafts import DraftQuote, draft_quotes
from rag.steps.quoting.nearest import LONGEST
from rag.steps.quoting.runs import runs
from rag.steps.words import content_words
from rag.values.answer import CitedSpeaker
from rag.values.check import Check, CheckedQuote, Claim, Piece, Place
from rag.values.evidence import article_of

_PASSAGES = 60
"""Passages taken of those that have any of the quote's word runs, or of its words."""
_LIKELY = 8
"""Pages taken by single words: for quotes whose every run was altered."""
_COMMENTS = 5
_WORDS = 16
"""A quote's longest words: enough to find its page, and quick."""
_FEW = 60
"""An archive of so few pages is read whole: no word search can miss there."""
_KEPT = 6_000_000
"""Characters of the pages that are kept ready; one takes about forty bytes."""
_SHOWN = 5
"""Places shown of a quote that stands in many."""


class Pages:
    """The pages of a catalogue made ready for looking up words, those used last kept."""

    def __init__(self, catalogue: CatalogueReader) -> None:
        """Read from this catalogue."""
        self._catalogue = catalogue
        self._kept: dict[str, Reading | None] = {}
        self._room = _KEPT
        summaries = catalogue.summaries() if catalogue.coverage().articles <= _FEW else ()
        self._all = tuple(summary.id for summary in summaries)

    def searches(self, words: str) -> Iterator[list[Reading]]:
        """Yield the pages that may have these words, the likeliest first, each page once."""
        if self._all:
            yield self._readings([*self._with_runs(words), *self._with_words(words), *self._all])
            return
        likely = self._with_runs(words)
        yield self._readings(likely)
        seen = set(likely)
        yield self._readings([one for one in self._with_words(words) if one not in seen])

    def _with_runs(self, words: str) -> list[str]:
        """Return the pages that have the quote's runs of words, those with most of them first."""
        found = runs(words)
        keys = self._catalogue.phrases(found, _PASSAGES)
        keys += self._catalogue.phrases(found, _COMMENTS, comments=True)
        return list(dict.fromkeys(map(article_of, keys)))

    def _with_words(self, words: str) -> list[str]:
        telling = sorted(set(content_words(words)), key=len, reverse=True)[:_WORDS]
        latin = [romanised(word) for word in telling if not word.isascii()]
        found = self._catalogue.keyword(" ".join([*telling, *latin]) or words, _PASSAGES)
        return list(islice(dict.fromkeys(article_of(key) for key, _ in found), _LIKELY))

    def _readings(self, ids: Iterable[str]) -> list[Reading]:
        readings = (self._reading(article_id) for article_id in dict.fromkeys(ids))
        return [one for one in readings if one is not None]

    def _reading(self, article_id: str) -> Reading | None:
        if article_id in self._kept:
            self._kept[article_id] = reading = self._kept.pop(article_id)
            return reading
        article = self._catalogue.article(article_id)
        reading = self._kept[article_id] = Reading(article) if article else None
        self._room -= _size(reading)
        while self._room < 0 and len(self._kept) > 1:
            self._room += _size(self._kept.pop(next(iter(self._kept))))
        return reading


def _size(reading: Reading | None) -> int:
    return len(reading.article.text) if reading else 0


def check_draft(draft: str, pages: Pages) -> Check:
    """Return the verdict on every quoted string of the draft."""
    return Check(tuple(_checked(quote, pages) for quote in draft_quotes(draft)))


def check_quote(written: str, speaker: str | None, pages: Pages) -> CheckedQuote:
    """Return the verdict on one string, said to be `speaker`'s if one is given."""
    claim = Claim(speaker, speaker) if speaker else None
    return _checked(DraftQuote(written, 0, len(written), claim), pages)


def _checked(quote: DraftQuote, pages: Pages) -> CheckedQuote:
    words = quoted(quote.written, quote.stance, quote.named)
    judgement = judge(words, quote.claim, pages.searches(words.text))
    runs = _runs(words.text, judgement)
    return CheckedQuote(
        quote=quote.written,
        start=quote.start,
        end=quote.end,
        claim=quote.claim,
        verdict=judgement.verdict,
        note=judgement.note,
        places=_places(judgement),
        changes=changes(runs) if judgement.verdict == "altered" else (),
        diff=runs if judgement.verdict != "absent" else (),
    )


def _runs(text: str, judgement: Judgement) -> tuple[Piece, ...]:
    near = judgement.near
    return diff(text[:LONGEST], fold(near.reading.words(near.span)).text) if near else ()


def _places(judgement: Judgement) -> tuple[Place, ...]:
    near = judgement.near
    shown: Sequence[Found] = judgement.places[:_SHOWN]
    if near is None:
        return tuple(_place(one.reading, one.span) for one in shown)
    if judgement.note and shown and not shown[0].span.overlaps(near.span):
        return (_place(near.reading, near.span), *(_place(one.reading, one.span) for one in shown))
    return (_place(near.reading, near.span),)


def _place(reading: Reading, span: Span) -> Place:
    article = reading.article
    voice = reading.voice(span)
    statement = reading.statement(span)
    sharing = reading.sharing(statement) if statement else ()
    speakers = [_cited(one.speaker) for one in sharing if one.speaker is not None]
    assert voice is not None  # noqa: S101 - a place has one voice by construction
    return Place(
        article_id=article.id,
        file=article.file,
        title=article.title.value,
        outlet=article.outlet.value,
        published=article.published.day,
        url=article.url,
        voice=voice,
        start=span.start,
        end=span.end,
        quote=reading.words(span),
        sentence=reading.words(reading.around(span)),
        kind=statement.kind if statement else None,
        speaker=speakers[0] if speakers else None,
        others=tuple(speakers[1:]),
    )


def _cited(speaker: Speaker) -> CitedSpeaker:
    return CitedSpeaker(name=speaker.name, as_written=speaker.as_written, how=speaker.how)
