"""The only place that makes citations.

The quoted words are compared with the stored text here, immediately before anybody sees them.
What differs by one character is refused.
"""

from dataclasses import dataclass
from unicodedata import combining
from urllib.parse import quote as percent

from ingest import Article, Region, Span, Statement, Voice
from rag.values.answer import Citation, CitedArticle, CitedSpeaker, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Words that somebody would like to cite, and where they claim to stand."""

    article_id: str
    span: Span
    quote: str
    statement: Statement | None = None
    """The statement that the words are; its speaker is the citation's."""
    score: float = 0.0


def cite(
    proposed: Proposed, article: Article | None, *, n: int, copies: int = 0, name: str | None = None
) -> Citation | Withheld:
    """Return the citation with marker `n`, or what is wrong with the proposal.

    `name` is the fullest form in the archive of the speaker's name, `copies` how many other
    articles carry the story.
    """
    if article is None or article.id != proposed.article_id:
        return Withheld(proposed.quote, "the article is no longer in the archive", "source")
    fault = _fault(proposed, article)
    region = _region(article, proposed.span)
    if fault or region is None:
        return Withheld(proposed.quote, fault or "the words do not stand in one region", "source")
    statement = proposed.statement
    return Citation(
        n=n,
        quote=article.text[proposed.span.start : proposed.span.end],
        start=proposed.span.start,
        end=proposed.span.end,
        voice=region.voice,
        kind=statement.kind if statement else None,
        speaker=_speaker(statement, name),
        others=_others(statement, article),
        said_on=statement.said_on.value if statement else None,
        said_on_how=statement.said_on.how if statement else "unknown",
        occasion=statement.occasion_in(article.text) if statement else None,
        article=_cited(article, proposed.quote, copies),
    )


def _fault(proposed: Proposed, article: Article) -> str | None:
    span = proposed.span
    if not 0 <= span.start < span.end <= len(article.text):
        return "the place does not exist in the article"
    if article.text[span.start : span.end] != proposed.quote:
        return "the words differ from the stored text at that place"
    if not proposed.quote.strip():
        return "there are no words at that place"
    if _cuts_character(article.text, span.start) or _cuts_character(article.text, span.end):
        return "the place begins or ends inside a character"
    statement = proposed.statement
    if statement is not None:
        if statement not in article.statements:
            return "the article holds no such statement"
        if not any(span.overlaps(content) for content in statement.content):
            return "the words are not that speaker's statement"
    return None


def _cuts_character(text: str, at: int) -> bool:
    """Return whether an accent at `at` belongs to the letter before it."""
    return 0 < at < len(text) and bool(combining(text[at])) and not text[at - 1].isspace()


def _region(article: Article, span: Span) -> Region | None:
    """Return the one region that covers the span; furniture is never cited."""
    for region in article.regions:
        if region.span.covers(span):
            return region if region.voice is not Voice.FURNITURE else None
    return None


def _others(statement: Statement | None, article: Article) -> tuple[CitedSpeaker, ...]:
    if statement is None:
        return ()
    others = (_speaker(one, None) for one in article.sharing(statement)[1:])
    return tuple(one for one in others if one is not None)


def _speaker(statement: Statement | None, name: str | None) -> CitedSpeaker | None:
    if statement is None or statement.speaker is None:
        return None
    said_by = statement.speaker
    return CitedSpeaker(
        name=(name or said_by.name) if said_by.name else None,
        as_written=said_by.as_written,
        how=said_by.how,
    )


def _cited(article: Article, words: str, copies: int) -> CitedArticle:
    return CitedArticle(
        id=article.id,
        sha256=article.sha256,
        file=article.file,
        title=article.title.value,
        outlet=article.outlet.value,
        byline=article.byline.value,
        url=_deep_link(article.url, words) if article.url else None,
        published=article.published.day,
        published_at=article.published.moment,
        published_how=article.published.how,
        copies=copies,
    )


_WHOLE_FRAGMENT = 120
"""Code points up to which a text fragment names the whole quote; a longer one names its ends."""


def _deep_link(url: str, words: str) -> str:
    """Return `url` with a text fragment that makes a browser scroll to the words.

    Words with a code point that no encoding can carry, from a damaged page, get none.
    """
    if any("\ud800" <= char <= "\udfff" for char in words):
        return url
    if not url.lower().startswith(("http://", "https://")):
        return url
    base = url.split("#", 1)[0]
    if len(words) <= _WHOLE_FRAGMENT and "\n" not in words:
        return f"{base}#:~:text={_fragment(words)}"
    tokens = words.split()
    return f"{base}#:~:text={_fragment(' '.join(tokens[:5]))},{_fragment(' '.join(tokens[-5:]))}"


def _fragment(words: str) -> str:
    # The fragment directive's own syntax uses commas, ampersands and hyphens.
    return percent(words, safe="").replace("-", "%2D")
