"""Questions that an archive can answer, made from what it holds, and the record of who said what.

A question asks what a speaker said about the two rarest words of a statement, or what is known of
the two rarest words of a plain sentence. Nothing but chance with a seed decides the order.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from evals.scripted_model.material import plain_sentences
from evals.scripted_model.record import Record, Spoken
from ingest import ARTICLE_VOICES, Article, Voice

_WORD = re.compile(r"\b[a-z]{5,}\b")
_OUTER = re.compile(r"^(?:''|``|[“”\"„«»‘’'`])\s*|\s*(?:''|[“”\"„«»‘’'`])$")
"""A quotation's own marks, one at each end."""
_DOUBLE = re.compile("[\"“”„«»]|''|``")
_FEWEST_WORDS = 6


def record_of(articles: Sequence[Article]) -> Record:
    """Return all direct quotations with a named speaker, as they stand in the articles."""
    return Record(spoken for article in articles for spoken in _spoken(article))


def questions(articles: Sequence[Article], seed: int) -> tuple[str, ...]:
    """Return every question that can be made, each once, in an order that the seed decides."""
    known = Counter(word for one in articles for word in set(_WORD.findall(one.text.lower())))
    made = [question for article in articles for question in _questions(article, known)]
    random.Random(seed).shuffle(made := list(dict.fromkeys(made)))  # noqa: S311 - no secret
    return tuple(made)


def _questions(article: Article, known: Counter[str]) -> Iterator[str]:
    for spoken in _spoken(article):
        topic = _rarest(spoken.words, known)
        if topic:
            yield f"What did {spoken.speaker} say about {topic}?"
            yield f"Did {spoken.speaker} speak of {topic}?"
    for region in article.regions:
        if region.voice is Voice.NARRATION:
            for sentence in plain_sentences(article.text[region.start : region.end]):
                topic = _rarest(sentence, known)
                if topic:
                    yield f"What is known about {topic}?"


def _rarest(text: str, known: Counter[str]) -> str | None:
    found = list(dict.fromkeys(_WORD.findall(text)))
    rare = sorted(found, key=lambda word: (known[word], -len(word)))[:2]
    return " and ".join(word for word in found if word in rare) if len(rare) == 2 else None


def _spoken(article: Article) -> Iterator[Spoken]:
    tellable = _among(article)
    for statement in article.statements:
        speaker = statement.speaker
        if statement.kind != "direct" or speaker is None or not speaker.name:
            continue
        for span in statement.content:
            quote = " ".join(_OUTER.sub("", span.of(article.text).strip()).split())
            paired = len(_DOUBLE.findall(quote)) % 2 == 0
            if paired and len(quote.split()) >= _FEWEST_WORDS and tellable(span.start):
                yield Spoken(quote, speaker.name)


def _among(article: Article) -> Callable[[int], bool]:
    spans = [(one.start, one.end) for one in article.regions if one.voice in ARTICLE_VOICES]
    return lambda position: any(start <= position < end for start, end in spans)
