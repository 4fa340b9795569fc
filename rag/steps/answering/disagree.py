"""Numbers on which the cited articles differ, side by side with their sources and dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prompts import load
from rag.steps.choosing.answer_types import without_dates
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS
from rag.steps.words import topic_stems
from rag.values.answer import Citation, CitedArticle, Disagreement, Side

_HEDGE = (
    r"(?:(?:more|less|fewer) than|over|under|about|around|nearly|almost|roughly|at least|at most|"
    r"up to|some|only|approximately|an estimated)"
)
_BEFORE = re.compile(rf"\b{_HEDGE}\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_AFTER = re.compile(
    r"(?:\s*(?:%|percent\b|per cent\b|hundred\b|thousand\b|million\b|billion\b))?"
    r"(?:\s+[^\W\d_]+){0,2}"
)


_WORDS_BEFORE, _WORDS_AFTER = 2, 6


@dataclass(frozen=True, slots=True)
class _Figure:
    number: str
    words: str
    """The number as the quote has it, with what hedges it and what it counts."""


def disagreements(
    understood: Understood, citations: Sequence[Citation]
) -> tuple[Disagreement, ...]:
    """Return where articles that answer the same question for a number give different ones.

    A side's text begins with words of its quote. One article's several numbers do not disagree.
    """
    if understood.wants not in NUMBERS or understood.speakers:
        return ()
    sides: list[tuple[Citation, _Figure]] = []
    for citation in citations:
        figure = _counted(citation.quote, understood)
        if figure and all(one.article.id != citation.article.id for one, _ in sides):
            sides.append((citation, figure))
    if len({figure.number for _, figure in sides}) < 2:
        return ()
    return (
        Disagreement(
            about=understood.text.rstrip(" ?.!"),
            sides=tuple(
                Side(f"{figure.words} ({_source(one.article)})", (one.n,)) for one, figure in sides
            ),
        ),
    )


def _source(article: CitedArticle) -> str:
    dated = load("date_unknown").fill()
    if article.published:
        dated = load("date_published").fill(date=article.published[:10])
    return f"{article.outlet or article.title or article.file}, {dated}"


def _counted(quote: str, understood: Understood) -> _Figure | None:
    """Return the number that the quote gives for what the question counts, if it gives one.

    That is the number with most of the question's words around it.
    """
    figures = _figures(quote, understood.text)
    return max(figures, key=lambda one: _asked_around(one, quote, understood), default=None)


def _asked_around(figure: _Figure, quote: str, understood: Understood) -> tuple[int, int]:
    """Return how many of the question's words the figure counts, and how many stand around it."""
    at = quote.index(figure.words)
    before = quote[:at].split()[-_WORDS_BEFORE:]
    after = quote[at:].split()[:_WORDS_AFTER]
    near, own = topic_stems(" ".join([*before, *after])), topic_stems(figure.words)
    asked = understood.topic.stems
    return sum(has(stem, own) for stem in asked), sum(has(stem, near) for stem in asked)


def _figures(quote: str, question: str) -> list[_Figure]:
    """Return the numbers that are no dates and not asked with."""
    plain = without_dates(quote)
    asked = set(_NUMBER.findall(question))
    kept = set(_NUMBER.findall(plain)) - asked
    return [_figure(quote, match) for match in _NUMBER.finditer(quote) if match.group() in kept]


def _figure(quote: str, match: re.Match[str]) -> _Figure:
    hedge = _BEFORE.search(quote[: match.start()])
    after = _AFTER.match(quote, match.end())
    start = hedge.start() if hedge else match.start()
    end = after.end() if after else match.end()
    number = re.sub(r"[.,](?=\d{3}(?!\d))", "", match.group())
    return _Figure(number, quote[start:end])
