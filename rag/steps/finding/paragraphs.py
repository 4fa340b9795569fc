"""An article as its reader sees it: paragraphs of sentences, furniture and comments apart."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from ingest import ARTICLE_VOICES, Article, Span, Voice
from ingest.lines import flowing, soft_breaks
from ingest.sentences import sentences


@dataclass(frozen=True)
class Paragraph:
    """One line of one region, or a paragraph that is wrapped over several."""

    article: Article = field(repr=False)
    voice: Voice
    span: Span
    """Without the white space around it."""

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences in order, at least one; cut when first asked for, which few are."""
        language = self.article.language if self.article.language != "und" else "en"
        return sentences(self.article.text, self.span, language, wrapped=True)


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its paragraphs in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]

    def at(self, position: int) -> int | None:
        """Return the index of the paragraph that holds this code point, or None."""
        index = bisect_right(self.paragraphs, position, key=lambda one: one.span.start) - 1
        if index < 0 or position >= self.paragraphs[index].span.end:
            return None
        return index

    def around(self, span: Span) -> Span | None:
        """Return the run of whole sentences that covers `span`, or None outside one paragraph."""
        index = self.at(span.start)
        if index is None:
            return None
        touched = [one for one in self.paragraphs[index].sentences if one.overlaps(span)]
        whole = Span(touched[0].start, touched[-1].end) if touched else None
        return whole if whole and whole.covers(span) else None

    def neighbours(self, sentence: Span) -> tuple[str, ...]:
        """Return the sentences before and after one, across paragraphs of the same voice."""
        index = self.at(sentence.start)
        if index is None:
            return ()
        home = self.paragraphs[index]
        row = [
            span
            for one in self.paragraphs[max(0, index - 1) : index + 2]
            if one.voice is home.voice
            for span in one.sentences
        ]
        at = row.index(sentence)
        return tuple(self.text(span) for span in row[max(0, at - 1) : at + 2] if span != sentence)

    def text(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.article.text)


def page_of(article: Article, voices: Collection[Voice] = ARTICLE_VOICES) -> Page:
    """Return the article's paragraphs in these voices."""
    found: list[Paragraph] = []
    soft = soft_breaks(article.text)
    for region in article.regions:
        if region.voice not in voices:
            continue
        spans = flowing(article.text, region.span, soft)
        found.extend(Paragraph(article, region.voice, span) for span in spans)
    return Page(article, tuple(found))
