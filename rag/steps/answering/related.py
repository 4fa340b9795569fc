"""Questions to go on with, made only of what the archive holds and can answer.

Other people's words on the topic, the same person's words on other matters, a comparison, a
timeline. Each is offered only for statements that hold every word of its topic, so that asking it
finds them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from ingest import Statement
from prompts import load
from rag.steps.choosing.said import heard
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.focus import Focus, refocused
from rag.steps.question.topic import Topic, has, topic_of
from rag.steps.question.understand import People, Understood
from rag.steps.question.wanted import AUXILIARIES
from rag.steps.words import FUNCTION_WORDS, content_words, stems, topic_stems, word_list, words
from rag.values.answer import Answer
from rag.values.evidence import Hit, RecordedStatement

MOST_RELATED = 4
_MOST_ARTICLES = 4
_MOST_STATEMENTS = 80
_MOST_OTHERS = 2
_MOST_TOPICS = 2
_LONGEST_TOPIC = 6
"""Words; a longer topic makes no question that anybody would click."""
_NOUN = re.compile(
    r"\b[Tt]he\s+([a-z]{4,})\b(?=\s*(?:[.,;:”\"]|\b(?:of|in|on|to|for|and|was|were|is|are|had|has|"
    r"would|will|by|at|with|from|that|after|before)\b))"
)
_SUBJECT = re.compile(rf"((?:the|an?)\s+\w+)\s+(?:{AUXILIARIES})\b", re.IGNORECASE)
"""What a claim is about: "the road is closed" is about the road."""
_VAGUE = word_list(
    """people time year month week day country same first last second number part end fact thing way
    news statement question claim word report other situation issue minister president leader side
    interview conference meeting future past moment rest contrary latter former beginning
    government party group team whole"""
)
"""Nouns that name no matter of their own."""


@cache
def _vague() -> frozenset[str]:
    return frozenset(stems(_VAGUE))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words of somebody in one of the articles at hand."""

    name: str
    """Their full name."""
    page: Page
    statement: Statement
    sentence: str

    def holds(self, topic: Topic) -> bool:
        """Return whether the sentence has every word of the topic."""
        held = topic_stems(self.sentence)
        return all(has(stem, held) for stem in topic.stems)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the articles at hand offer for further questions."""

    found: tuple[_Spoken, ...]
    topic: str | None
    """What the question is about, as a phrase that fits another question."""
    on: tuple[str, ...]
    """Full names of those with words on that topic, most words first."""
    asked: frozenset[str]
    """Full names of those asked about."""
    cited: frozenset[str]
    """Full names of those who speak in the articles of the answer."""

    @property
    def others(self) -> tuple[str, ...]:
        """Those with words on the topic who were not asked about."""
        return tuple(name for name in self.on if name not in self.asked)


def related(
    desk: Desk, people: People, understood: Understood, hits: Sequence[Hit], answer: Answer
) -> tuple[str, ...]:
    """Return up to `MOST_RELATED` questions, none of them the one just asked."""
    if understood.shelf == "comment":
        return ()
    ground = _ground(desk, people, understood, _articles(hits, answer), _cited(answer))
    made = chain(
        islice(_by_others(ground), _MOST_OTHERS),
        islice(_on_other_topics(ground), _MOST_TOPICS),
        _laid_out(ground),
    )
    same = words(understood.text)
    fresh = (one for one in dict.fromkeys(made) if words(one) != same)
    return tuple(islice(fresh, MOST_RELATED))


def _articles(hits: Sequence[Hit], answer: Answer) -> list[str]:
    """Return the articles of the answer first, then of what was found besides."""
    shown = [*answer.citations, *(answer.abstention.nearest if answer.abstention else ())]
    ids = [one.article.id for one in shown] + [hit.passage.article_id for hit in hits]
    return list(dict.fromkeys(ids))[:_MOST_ARTICLES]


def _cited(answer: Answer) -> frozenset[str]:
    return frozenset(one.article.id for one in answer.citations)


def _ground(
    desk: Desk,
    people: People,
    understood: Understood,
    articles: Sequence[str],
    cited: frozenset[str],
) -> _Ground:
    topic = _topic(understood)
    about = topic_of(topic or "")
    found = tuple(_spoken(desk, people, heard(desk, understood, _recorded(desk, articles))))
    on = Counter(one.name for one in found if topic and one.holds(about))
    return _Ground(
        found=found,
        topic=topic,
        on=tuple(name for name, _ in on.most_common()),
        asked=frozenset(people.full(name) for name in understood.speakers),
        cited=frozenset(one.name for one in found if one.page.article.id in cited),
    )


def _recorded(desk: Desk, articles: Sequence[str]) -> list[RecordedStatement]:
    return desk.catalogue.statements(articles=articles)[:_MOST_STATEMENTS]


def _spoken(desk: Desk, people: People, recorded: Sequence[RecordedStatement]) -> Iterator[_Spoken]:
    """Yield the words of people whose full name the archive knows."""
    speaking = {one.statement.speaker.name for one in recorded if one.statement.speaker}
    persons = {one.name for one in people.known if one.person and one.name in speaking}
    for one in recorded:
        written = one.statement.speaker.name if one.statement.speaker else None
        name = people.full(written) if written in persons else None
        page = desk.page(one.article_id) if name and " " in name else None
        if name and page:
            first = one.statement.content[0]
            sentence = page.text(page.around(first) or first)
            yield _Spoken(name, page, one.statement, sentence)


def _topic(understood: Understood) -> str | None:
    """Return the topic as a phrase that fits another question, None where there is none."""
    own = understood.topic.text.strip(" ?.!,")
    if understood.kind == "who_said" and understood.verb:
        own = own[len(understood.verb) :].strip()
    elif understood.kind == "fact":
        own = refocused(Focus(), understood.text, understood.text).thing or ""
    elif understood.proposition:
        told, subject = content_words(own), _SUBJECT.match(own)
        own = subject[1] if subject else told[0] if len(told) == 1 else ""
    people = topic_stems(" ".join((understood.asked or "", *understood.speakers)))
    if not own or len(own.split()) > _LONGEST_TOPIC or topic_stems(own) <= people:
        return None
    definite = re.search(rf"\b(?:the|an?) {re.escape(own)}\b", understood.text, re.IGNORECASE)
    return f"the {own}" if definite else own


def _by_others(ground: _Ground) -> Iterator[str]:
    for name in ground.others:
        if ground.topic:
            yield load("ask_said").fill(speaker=name, topic=ground.topic)


def _on_other_topics(ground: _Ground) -> Iterator[str]:
    """Yield the same people's other matters, else those of who speaks where the answer stands."""
    of = ground.asked & {one.name for one in ground.found} or ground.cited
    taken = set(topic_stems(ground.topic or ""))
    for one in ground.found:
        if one.name not in of:
            continue
        for phrase in _matters(one):
            told = topic_stems(phrase)
            if told and not any(has(stem, taken) for stem in told) and one.holds(topic_of(phrase)):
                taken |= told
                yield load("ask_said").fill(speaker=one.name, topic=phrase)
                break


def _matters(one: _Spoken) -> Iterator[str]:
    """Yield what somebody's words are about, as "the referee", if the article has it twice."""
    content = " ".join(one.page.text(span) for span in one.statement.content)
    for match in _NOUN.finditer(content):
        noun = match.group(1)
        again = len(re.findall(rf"\b{noun}\b", one.page.article.text)) > 1
        if again and noun not in FUNCTION_WORDS and not topic_stems(noun) & _vague():
            yield f"the {noun}"


def _laid_out(ground: _Ground) -> Iterator[str]:
    """Yield a comparison, a timeline or a list, where there is more than one thing to lay out."""
    if ground.topic is None:
        return
    spoken = [name for name in ground.on if name in ground.asked]
    for name in spoken[:1]:
        for other in ground.others[:1]:
            yield load("ask_compare").fill(speaker=name, other=other, topic=ground.topic)
        days = {one.page.article.published.day for one in ground.found if one.name == name}
        if len(days - {None}) > 1:
            yield load("ask_timeline").fill(speaker=name, topic=ground.topic)
    if len(ground.on) > 1:
        yield load("ask_who").fill(topic=ground.topic)
