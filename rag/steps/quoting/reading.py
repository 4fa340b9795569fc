"""A stored page made ready for looking up words: folded text, voices and statements by place."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ingest import ARTICLE_VOICES, Article, Region, Span, Statement, Voice
from ingest.lines import soft_breaks
from ingest.sentences import sentences
from ingest.statements.marks import Quotation, quotations
from rag.steps.quoting.folding import Folded, fold


@dataclass(frozen=True)
class Reading:
    """An article with its folded text; what is worked out from it is kept."""

    article: Article

    @cached_property
    def folded(self) -> Folded:
        """The whole text, furniture and comments included, with its typography made equal."""
        return fold(self.article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [region.start for region in self.article.regions]

    @cached_property
    def runs(self) -> tuple[Region, ...]:
        """Neighbouring regions of one voice joined, furniture left out."""
        joined: list[Region] = []
        for region in self.article.regions:
            if joined and joined[-1].voice is region.voice and joined[-1].end == region.start:
                joined[-1] = Region(region.voice, joined[-1].start, region.end)
            else:
                joined.append(region)
        return tuple(run for run in joined if run.voice is not Voice.FURNITURE)

    def voice(self, span: Span) -> Voice | None:
        """Return the one voice of this range; none where several meet."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        voices = {region.voice for region in self.article.regions[max(0, first) : last + 1]}
        return voices.pop() if len(voices) == 1 else None

    def statement(self, span: Span) -> Statement | None:
        """Return the statement whose content begins and ends this range, the shortest fitting."""
        first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
        holding = [
            one
            for one in self.article.statements
            if one.span.covers(span) and _in(one, first) and _in(one, last)
        ]
        return min(holding, key=lambda one: one.span.end - one.span.start, default=None)

    def sharing(self, statement: Statement) -> tuple[Statement, ...]:
        """Return the statements that give these very words to somebody, this one among them.

        There is one for each speaker of "Ames and Brandt said".
        """
        return self.article.sharing(statement)

    def in_marks(self, span: Span) -> bool:
        """Return whether the page itself has this range between quotation marks."""
        return any(one.inner.covers(span) for one in self._quotations_around(span))

    def quoted_in(self, span: Span) -> tuple[Span, ...]:
        """Return the ranges between quotation marks that lie within this range, marks left out."""
        around = self._quotations_around(span)
        return tuple(one.inner for one in around if span.covers(one.span))

    def nested(self, span: Span, statement: Statement, fewest: int) -> bool:
        """Return whether this range lies in a quotation of so many words within the statement's."""
        text = self.article.text
        return any(
            one.inner.covers(span)
            and len(one.inner.of(text).split()) >= fewest
            and _single(text, one.start) != _single(text, piece.start)
            for piece in statement.content
            if piece.covers(span)
            for one in quotations(text, _within_marks(text, piece), None)
        )

    def _quotations_around(self, span: Span) -> tuple[Quotation, ...]:
        line = self.line(span)
        if line not in self._quotations:
            self._quotations[line] = quotations(self.article.text, line, None)
        return self._quotations[line]

    def line(self, span: Span) -> Span:
        """Return the lines of the page, or the wrapped paragraphs, that hold this range."""
        text = self.article.text
        start = _break_before(text, span.start)
        while start in self._soft:
            start = _break_before(text, start)
        end = _break_after(text, span.end)
        while end in self._soft:
            end = _break_after(text, end + 1)
        return Span(start + 1, end)

    @cached_property
    def _soft(self) -> frozenset[int]:
        return soft_breaks(self.article.text)

    def around(self, span: Span) -> Span:
        """Return the whole sentences that this range touches."""
        line = self.line(span)
        if line not in self._sentences:
            self._sentences[line] = sentences(self.article.text, line, wrapped=bool(self._soft))
        touched = [one for one in self._sentences[line] if one.overlaps(span)]
        if not touched:
            return span
        return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))

    @cached_property
    def _quotations(self) -> dict[Span, tuple[Quotation, ...]]:
        return {}

    @cached_property
    def _sentences(self) -> dict[Span, tuple[Span, ...]]:
        return {}

    def words(self, span: Span) -> str:
        """Return the page's own characters at this range."""
        return span.of(self.article.text)


def _break_before(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))


def _break_after(text: str, at: int) -> int:
    ends = (text.find("\n", at), text.find("\r", at))
    return min((end for end in ends if end >= 0), default=len(text))


def of_article(voice: Voice | None) -> bool:
    """Return whether words in this voice are the article's own and not a reader's or the site's."""
    return voice in ARTICLE_VOICES


def _in(statement: Statement, span: Span) -> bool:
    return any(piece.covers(span) for piece in statement.content)


def _single(text: str, at: int) -> bool:
    return text[at] in "'‘’‚‛‹›" and not text.startswith("''", at)


def _within_marks(text: str, piece: Span) -> Span:
    """Return a quoted piece without its own marks, which may be two characters each."""
    opening = 2 if text.startswith(("''", "``"), piece.start) else 1
    closing = 2 if text.endswith("''", piece.start, piece.end) else 1
    return Span(piece.start + opening, max(piece.start + opening, piece.end - closing))
