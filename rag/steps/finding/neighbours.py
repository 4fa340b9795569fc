"""What stands beside a passage: the sentence that one of its sentences leans on may be there."""

from collections.abc import Sequence

from ingest import Article, Span, Voice
from rag.steps.finding.paragraphs import Paragraph, page_of

_PROSE = frozenset({Voice.NARRATION, Voice.STANDFIRST})
_HEADINGS = frozenset({Voice.HEADLINE, Voice.SUBHEAD})
"""Behind which another matter begins."""


def neighbours(article: Article, passage: Span) -> tuple[Span | None, Span | None]:
    """Return where the prose just before and just after a passage stands.

    That is the paragraph next to it, or what the passage leaves of its own; none beyond a heading,
    and none beside a passage that is no prose: captions and readers' comments stand alone.
    """
    paragraphs = page_of(article, _PROSE | _HEADINGS).paragraphs
    if not any(one.voice in _PROSE and one.span.overlaps(passage) for one in paragraphs):
        return None, None
    return _before(paragraphs, passage), _after(paragraphs, passage)


def _before(paragraphs: Sequence[Paragraph], passage: Span) -> Span | None:
    for one in reversed(paragraphs):
        if one.span.start < passage.start:
            return _prose(one, Span(one.span.start, min(one.span.end, passage.start)))
    return None


def _after(paragraphs: Sequence[Paragraph], passage: Span) -> Span | None:
    for one in paragraphs:
        if one.span.end > passage.end:
            return _prose(one, Span(max(one.span.start, passage.end), one.span.end))
    return None


def _prose(paragraph: Paragraph, part: Span) -> Span | None:
    """Return the part without the white space around it; none of a heading."""
    words = part.of(paragraph.article.text)
    if paragraph.voice not in _PROSE or not words.strip():
        return None
    start = part.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
