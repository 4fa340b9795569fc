"""What the cited words differ on, side by side with their sources: numbers, dates, denials."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prompts import load
from rag.steps.answering.days import told
from rag.steps.choosing.answer_types import MONEY, without_dates
from rag.steps.choosing.denial import after_denial, denies, negates
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS
from rag.steps.words import FUNCTION_WORDS, fold, topic_stems
from rag.steps.written_days import written_day
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
_LEAST_CLAIM = 2
"""Words that a denied claim has at least, so that sharing them means something."""
_CONTRARY = 0.75
"""Share of a denied claim's words from which other words say what was denied."""


@dataclass(frozen=True, slots=True)
class _Figure:
    number: str
    words: str
    """The number as the quote has it, with what hedges it and what it counts."""


def disagreements(
    understood: Understood, citations: Sequence[Citation]
) -> tuple[Disagreement, ...]:
    """Return where these words do not say the same.

    Different articles that give different numbers or dates for what was asked, and somebody's
    denial of what another says. One article's several numbers do not disagree.
    """
    if understood.wants in NUMBERS:
        found = _numbers(understood, citations)
    elif understood.wants == "date":
        found = _dates(citations)
    else:
        found = _denial(citations)
    about = understood.text.rstrip(" ?.!")
    return (Disagreement(about=about, sides=tuple(found)),) if len(found) > 1 else ()


def _numbers(understood: Understood, citations: Sequence[Citation]) -> list[Side]:
    counted = [(one, _counted(one.quote, understood)) for one in _first_of_each(citations)]
    sides = [(one, figure) for one, figure in counted if figure]
    if len({figure.number for _, figure in sides}) < 2:
        return []
    return [_side(one, figure.words) for one, figure in sides]


def _dates(citations: Sequence[Citation]) -> list[Side]:
    dated = [(one, told(one.quote)) for one in _first_of_each(citations)]
    sides = [(one, day) for one, day in dated if day]
    if not any(one.contradicts(other) for _, one in sides for _, other in sides):
        return []
    return [_side(one, day.words) for one, day in sides]


def _denial(citations: Sequence[Citation]) -> list[Side]:
    """Return a denial and what somebody else says to the contrary, if they share their words."""
    for denial in (one for one in citations if denies(one.quote)):
        claim = topic_stems(after_denial(denial.quote))
        for other in citations:
            if len(claim) >= _LEAST_CLAIM and _asserts(other, denial, claim):
                return [_quoted(denial), _quoted(other)]
    return []


def _asserts(other: Citation, denial: Citation, claim: frozenset[str]) -> bool:
    """Return whether somebody else's words hold most of what was denied, and deny nothing."""
    if _sayer(other) == _sayer(denial) or denies(other.quote) or negates(other.quote):
        return False
    said = topic_stems(other.quote)
    return sum(has(stem, said) for stem in claim) >= _CONTRARY * len(claim)


def _sayer(citation: Citation) -> str | None:
    return citation.speaker.name if citation.speaker else None


def _quoted(citation: Citation) -> Side:
    speaker = _sayer(citation)
    words = f"{speaker}: {citation.quote}" if speaker else citation.quote
    return _side(citation, words)


def _side(citation: Citation, words: str) -> Side:
    return Side(f"{words} ({_source(citation.article)})", (citation.n,))


def _first_of_each(citations: Sequence[Citation]) -> list[Citation]:
    """Return the first citation of each article."""
    return list({one.article.id: one for one in reversed(citations)}.values())[::-1]


def _source(article: CitedArticle) -> str:
    dated = load("date_unknown").fill()
    if article.published:
        dated = load("date_published").fill(date=written_day(article.published))
    return f"{article.outlet or article.title or article.file}, {dated}"


def _counted(quote: str, understood: Understood) -> _Figure | None:
    """Return the number that the quote gives for what the question counts, if it gives one.

    That is the number with most of the question's words around it.
    """
    figures = _figures(quote, understood.text, money=understood.wants == "money")
    return max(figures, key=lambda one: _asked_around(one, quote, understood), default=None)


def _asked_around(figure: _Figure, quote: str, understood: Understood) -> tuple[int, int]:
    """Return how many of the question's words the figure counts, and how many stand around it."""
    at = quote.index(figure.words)
    before = quote[:at].split()[-_WORDS_BEFORE:]
    after = quote[at:].split()[:_WORDS_AFTER]
    near, own = topic_stems(" ".join([*before, *after])), topic_stems(figure.words)
    asked = understood.topic.stems
    return sum(has(stem, own) for stem in asked), sum(has(stem, near) for stem in asked)


def _figures(quote: str, question: str, *, money: bool) -> list[_Figure]:
    """Return the numbers that are no dates and not asked with; sums of money alone if asked."""
    sums = [match.span() for match in MONEY.finditer(quote)]
    plain = without_dates(quote)
    asked = set(_NUMBER.findall(question))
    kept = set(_NUMBER.findall(plain)) - asked
    return [
        _figure(quote, match)
        for match in _NUMBER.finditer(quote)
        if match.group() in kept
        and (not money or any(start <= match.start() < end for start, end in sums))
    ]


def _figure(quote: str, match: re.Match[str]) -> _Figure:
    hedge = _BEFORE.search(quote[: match.start()])
    after = _AFTER.match(quote, match.end())
    start = hedge.start() if hedge else match.start()
    end = after.end() if after else match.end()
    number = re.sub(r"[.,](?=\d{3}(?!\d))", "", match.group())
    words = quote[start:end].split(" ")
    while fold(words[-1]) in FUNCTION_WORDS:
        words.pop()
    return _Figure(number, " ".join(words))
