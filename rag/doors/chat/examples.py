"""Example questions made of what the archive holds, each tried before it is offered."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest import Article, Voice
from rag.doors.any_archive import AnyArchive
from rag.steps.words import word_list
from rag.values.catalogued import ArticleSummary

OFFERED = 4
READ_ARTICLES = 8
"""The articles with most statements are read; a million are not."""
TRIED = 8

_AFTER_A_NOUN = "is|was|are|were|of|and|or|to|in|on|at|by|for|with|that|has|had|will|would|must"
_TOPIC = re.compile(rf"\b[Tt]he ([a-z]{{4,}})(?=[,.;:!?’”\"]|\s(?:{_AFTER_A_NOUN})\b)")
"""A word behind "the" that stands like a noun: at a clause's end, or before a function word."""

_NO_TOPIC = word_list(
    """contrary same other others rest latter former whole entire fact case time moment point thing
    way matter issue question answer word words world whose most least next last first second past
    present future year month week weekend morning evening night today opposite one ones people
    person kind sort number part side end beginning start middle reason result outset meantime"""
)
"""Words behind "the" that are no topic by themselves."""
_WORD = re.compile(r"[^\W\d_]+")

_OWN_VOICES = (Voice.NARRATION, Voice.HEADLINE, Voice.STANDFIRST)


def answered_questions(archive: AnyArchive, summaries: Sequence[ArticleSummary]) -> Iterator[str]:
    """Return up to `OFFERED` questions that the archive answers, about different speakers."""
    left = OFFERED
    for question in list(_candidates(archive, summaries))[:TRIED]:
        if left and archive.answers(question):
            yield question
            left -= 1


def _candidates(archive: AnyArchive, summaries: Sequence[ArticleSummary]) -> Iterator[str]:
    """Return questions of different speakers, the first of every article before a second one."""
    fullest = sorted(summaries, key=lambda one: (-one.statements, one.id))
    found = [themes(archive.article(one.id)) for one in fullest[:READ_ARTICLES]]
    asked: set[str] = set()
    topics: set[str] = set()
    for _ in range(OFFERED):
        for of_article in found:
            new = (one for one in of_article if one[0] not in asked and one[1] not in topics)
            if theme := next(new, None):
                asked.add(theme[0])
                topics.add(theme[1])
                yield f"What did {theme[0]} say about the {theme[1]}?"


def themes(article: Article) -> list[tuple[str, str]]:
    """Return who speaks of what: (full name, noun), people and common nouns first."""
    own = "".join(r.span.of(article.text) for r in article.regions if r.voice in _OWN_VOICES)
    common = Counter(_WORD.findall(own.lower()))
    found: dict[tuple[str, str], tuple[bool, int]] = {}
    for statement in article.statements:
        speaker = statement.speaker
        if speaker is None or statement.kind == "reported" or " " not in (speaker.name or ""):
            continue
        for span in statement.content:
            for topic in _TOPIC.findall(span.of(article.text)):
                if common[topic] > 1 and topic not in _NO_TOPIC:
                    found[speaker.name or "", topic] = (speaker.person, common[topic])
    return sorted(found, key=lambda theme: found[theme], reverse=True)
