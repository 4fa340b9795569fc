"""The statements of somebody that may be on a topic, in no more time for those who speak often."""

from collections.abc import Collection

from rag.steps.finding.desk import Desk
from rag.steps.finding.nearest import nearest
from rag.values.evidence import RecordedStatement, article_of
from rag.values.question import Filters

MOST_ARTICLES = 12
_MOST_STATEMENTS = 150
_PASSAGES = 60
"""Passages with the topic's words that are looked at for articles."""
_WIDER = 3
"""How many times more of them where a filter drops some."""
_FEW = 3
"""Articles below which those near in meaning are taken besides."""


def spoken(
    desk: Desk, speakers: Collection[str], words: str, question: str, filters: Filters
) -> list[RecordedStatement]:
    """Return what these speakers say in any current article, or where they speak often, in some.

    Those are the articles that hold the words best, at most `MOST_ARTICLES`; where they are few,
    those with passages near the question in meaning besides. The statements come by
    publication date, then text; filters other than those on articles are the caller's.
    """
    catalogue = desk.catalogue
    if catalogue.spoken(speakers, _MOST_STATEMENTS + 1) <= _MOST_STATEMENTS:
        found = catalogue.statements(speakers=speakers)
        if len({one.article_id for one in found}) <= MOST_ARTICLES:
            return found
    admitted = desk.admitted(filters)
    best = dict.fromkeys(_holding(desk, speakers, words, admitted))
    if len(best) < _FEW:
        near = nearest(desk, desk.embedder.query(question), _PASSAGES, admitted)
        best |= dict.fromkeys(article_of(key) for key in near)
    statements = catalogue.statements(speakers=speakers, articles=best)
    speaking = {one.article_id for one in statements}
    kept = {*[key for key in best if key in speaking][:MOST_ARTICLES]}
    return [one for one in statements if one.article_id in kept]


def _holding(
    desk: Desk, speakers: Collection[str], words: str, admitted: frozenset[str] | None
) -> list[str]:
    """Return the articles let through in which they speak and the words stand, the best first."""
    looked = _PASSAGES if admitted is None else _WIDER * _PASSAGES
    found = desk.catalogue.keyword(words, looked, speakers=speakers)
    passing = [key for key, _ in found if admitted is None or article_of(key) in admitted]
    # Naming the articles let through takes longer than the search itself where they are many.
    if len(passing) < _PASSAGES // 2 and len(found) == looked:
        limited = desk.catalogue.keyword(words, _PASSAGES, speakers=speakers, articles=admitted)
        passing = [key for key, _ in limited]
    return [article_of(key) for key in passing[:_PASSAGES]]
