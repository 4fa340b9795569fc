"""Example questions made of what the archive holds, so that a newcomer's first click is answered.

A question is offered only when its speaker makes a quoted statement that shares a word with the
headline above it: that word is what the statement is about.
"""

import re
from collections import Counter
from collections.abc import Iterable

from ingest import Article, Statement
from rag.doors.desk import Desk

READ_ARTICLES = 8
"""The articles with most statements are read; a million are not."""

_WORD = re.compile(r"[^\W\d_]{5,}")


def example_questions(desk: Desk, limit: int = 4) -> list[str]:
    """Return up to `limit` questions that the archive has an answer to, of different speakers."""
    fullest = sorted(desk.summaries(), key=lambda one: (-one.statements, one.id))[:READ_ARTICLES]
    asked: dict[str, str] = {}
    for summary in fullest:
        for speaker, topic in _themes(desk.article(summary.id)):
            asked.setdefault(speaker, f"What did {speaker} say about {topic}?")
    return list(asked.values())[:limit]


def _themes(article: Article) -> Iterable[tuple[str, str]]:
    title = article.title.value or ""
    counts: Counter[tuple[str, str]] = Counter()
    for statement in article.statements:
        name = _person(statement)
        if name is None:
            continue
        said = {
            word.lower()
            for span in statement.content
            for word in _WORD.findall(span.of(article.text))
        }
        for word in _WORD.findall(title):
            if word.lower() in said and word.lower() not in name.lower():
                counts[name, _in_sentence(word, article.text)] += 1
    return [theme for theme, _ in counts.most_common()]


def _person(statement: Statement) -> str | None:
    speaker = statement.speaker
    if speaker is None or not speaker.person or statement.kind == "reported":
        return None
    return speaker.name if speaker.name and " " in speaker.name else None


def _in_sentence(word: str, text: str) -> str:
    """Return a headline's word as the text writes it in running sentences."""
    small = word.lower()
    if re.search(rf"\b{re.escape(small)}\b", text):
        return f"the {small}"
    return word.capitalize() if word.isupper() else word
