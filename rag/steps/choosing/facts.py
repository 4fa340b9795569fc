"""Which sentences of the articles answer a question that is not about somebody's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Span, Statement
from rag.steps.choosing.answer_types import adds, counts, in_office
from rag.steps.choosing.deaths import counted_dead, deadly, tells_deaths
from rag.steps.choosing.gathered import Sentence, sentences
from rag.steps.choosing.kinds import PROSE, office_asked, right_kind_of, the_very, verb_asked
from rag.steps.choosing.respelling import respelt
from rag.steps.choosing.selection import Selection
from rag.steps.choosing.sides import sided, takes_side, told_side
from rag.steps.choosing.undated import same_matter, undated
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.act import act_of, tells_act
from rag.steps.question.topic import Topic, coverage, held, weighted
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS, Wants, counted
from rag.steps.verify import Proposed
from rag.steps.words import stems, topic_stems, words
from rag.values.evidence import Hit

MOST_SENTENCES = 3
_FIRST = 4
"""One of so many best sentences must answer; what answers only further down is chance."""
_MOST_COMPARED = 8
"""Sentences embedded for one question, those that hold most of its words."""
_FOUND_FIRST = 0.02
"""Share of the question's words that a place further down in the passages found costs."""
_LIKELY = 0.15
"""What a sentence is ahead of others for holding the kind of thing asked for, to be compared."""
_BY_WORDS = 0.5
"""What the words that a sentence shares with the question count beside its meaning."""
_WRONG_KIND = 0.15
"""What a sentence loses for not holding the kind of thing asked for."""
_NOPROSE = 0.1
"""What a headline or a caption loses: they shorten what the prose tells."""
_STRICT: tuple[Wants, ...] = (*NUMBERS, "result", "date", "person", "reason")
"""What must stand in the sentence: without it there is no answer, however near it is."""
_SHARED = 0.4
"""Share of the question's words that the nearest evidence has."""
_AROUND = 0.8
"""What words count that stand only in the sentences next to it or in the title."""
_AS_GOOD = 0.2
"""How far below the best sentence another one is still shown."""
_AS_GOOD_A_NUMBER = 0.3
"""The same for numbers, so that sources which differ come side by side."""

_SAME_THING = 0.6
"""Share of the best sentence's words that another has when its number is of the same thing."""

_SUBJECT = re.compile(
    r"\b(?:did|does|do|has|have|had|will)\s+(?:the\s+)?(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)"
)
_MOST_WORDS = 0.7
_SOME_WORDS = 0.2
"""Share of the question's words without which nothing answers, however near in meaning."""
_EXACT = 0.2
"""What a sentence earns for the very thing asked for."""

# Fitted on 157 answerable and 23 unanswerable quiz questions over 1,722 pooled news articles, and
# on the sample pages: a sentence near in meaning answers, a less near one if it holds the words,
# and one without the question's names only if it is nearer still.
_NEAR = 0.55
_NEAR_WITHOUT_NAMES = 0.6
_FAIRLY_NEAR = 0.4
_RATHER_NEAR = 0.35
_BARELY_NEAR = 0.3
_FAR = 0.2
"""Nearness enough for every word of the question, and the very act asked for."""
_EVERY_WORD = 0.85
_FOR_WORDS = 0.4
_NEAR_WITH_WORDS = 0.69


@dataclass(frozen=True, slots=True)
class _Compared:
    """A sentence with how near it is to the question, by words and by meaning."""

    sentence: Sentence
    by_words: float
    by_meaning: float
    right_kind: bool
    exact: bool
    """Whether it has the very thing asked for: a score, what somebody did."""

    @property
    def score(self) -> float:
        lost = 0.0 if self.right_kind else _WRONG_KIND
        lost += 0.0 if self.sentence.voice in PROSE else _NOPROSE
        return self.by_meaning + _BY_WORDS * self.by_words + (_EXACT if self.exact else 0) - lost

    def answers(self, understood: Understood, *, any_year: bool = False) -> bool:
        if understood.wants in _STRICT and not self.right_kind and not self._says(understood):
            return False
        if self.by_words < _SOME_WORDS or not self._does(understood):
            return False
        if self.sentence.asks or not adds(self.sentence.text, understood.text):
            return False
        if not self.sentence.of_years(understood.topic.years) and not any_year:
            return False
        noun = counted_dead(understood) if deadly(understood) else counted(understood.text)
        if not counts(noun, self.sentence.text, self.sentence.own, self.sentence.around):
            return False
        with_words = (
            self.by_meaning >= (_RATHER_NEAR if self.exact else _FAIRLY_NEAR)
            and self.by_meaning + _FOR_WORDS * self.by_words + (_EXACT / 2 if self.exact else 0)
            >= _NEAR_WITH_WORDS
        )
        if understood.wants in NUMBERS and not self._of_subject(understood):
            return False
        if not _named(understood, self.sentence.around):
            near = self.by_meaning >= _NEAR_WITHOUT_NAMES
            whole = topic_stems(self.sentence.page.article.text)
            return near or (with_words and _named(understood, whole))
        if self.by_words >= _EVERY_WORD and self.right_kind:
            by_act = bool(office_asked(understood)) or self.by_meaning >= _FAR
            return self.by_meaning >= _BARELY_NEAR or (self.exact and by_act)
        return self.by_meaning >= _NEAR or with_words

    def _of_subject(self, understood: Understood) -> bool:
        """Return whether whom the question counts for stands in the sentence or next to it.

        A sentence with nearly all other words asked for may have it further away on its page.
        """
        match = _SUBJECT.search(understood.text)
        names = stems(words(match["name"])) if match else []
        last = [one for one in names if one in understood.topic.names][-1:]
        near = self.sentence.around
        if self.by_words >= _MOST_WORDS:
            near |= topic_stems(self.sentence.page.article.text)
        return all(held(understood.topic, one, near) for one in last)

    def _says(self, understood: Understood) -> bool:
        """Return whether it is the very saying asked about, be its speaker named or not."""
        return (
            understood.kind == "who_said"
            and self.sentence.voice in PROSE
            and self.by_words >= _EVERY_WORD
        )

    def _does(self, understood: Understood) -> bool:
        """Return whether the sentence tells the act itself, where only the act answers.

        Who criticised somebody is told by a sentence of criticism; how many died, by one of deaths,
        and not by one of all deaths since some year.
        """
        if understood.kind == "who_said" and takes_side(understood.verb):
            verb, one = understood.verb, self.sentence
            return told_side(verb, sided(understood.topic, verb), one.text, one.around)
        act = act_of(understood.text)
        if act and not tells_act(act, self.sentence.own):
            return False
        return not deadly(understood) or tells_deaths(understood, self.sentence)


def _named(understood: Understood, stems: frozenset[str]) -> bool:
    return all(held(understood.topic, name, stems) for name in understood.topic.names)


def facts(
    desk: Desk,
    understood: Understood,
    hits: Sequence[Hit],
    found: Sequence[Sentence] | None = None,
) -> Selection:
    """Return the sentences that answer, best first, and else the nearest ones.

    `found` are the sentences of the hits, where they are gathered already.
    """
    gathered = sentences(desk, understood, hits) if found is None else found
    compared = _compared(desk, understood, gathered)
    ranked = sorted(compared, key=lambda one: (-one.score, one.sentence.rank))
    near = [one for one in ranked if _near(understood, one.sentence)]
    nearest = distinct([_proposed(one) for one in near])[:2]
    able = [one for one in ranked if one.answers(understood)]
    if not any(one in able for one in ranked[:_FIRST]):
        return Selection(nearest=tuple(nearest))
    if (office_asked(understood) or verb_asked(understood.text)) and any(one.exact for one in able):
        able = [one for one in able if one.exact]
    below = _AS_GOOD_A_NUMBER if understood.wants in NUMBERS else _AS_GOOD
    good = [
        one
        for one in able
        if one.score >= able[0].score - below
        and (understood.wants not in NUMBERS or one.by_words >= _SAME_THING * able[0].by_words)
    ]
    good += _undated(understood, able[0], ranked) if understood.wants in NUMBERS else []
    return Selection(tuple(distinct([_proposed(one) for one in good])[:MOST_SENTENCES]))


def _undated(
    understood: Understood, best: _Compared, ranked: Sequence[_Compared]
) -> list[_Compared]:
    """Return figures of pages without a date that may be of the year asked for, to stand beside."""
    return [
        one
        for one in ranked
        if understood.topic.years
        and undated(one.sentence)
        and one.answers(understood, any_year=True)
        and one.score >= best.score - _AS_GOOD_A_NUMBER
        and same_matter(one.sentence, best.sentence)
    ]


def _near(understood: Understood, one: Sentence) -> bool:
    """Return whether a sentence shares the topic, so that it may be shown where none answers."""
    return coverage(understood.topic, one.own) >= _SHARED


def told(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> list[Proposed]:
    """Return every sentence that the passages hold, rated by how much of the topic it has."""
    found = sentences(desk, understood, hits)
    return [_rated(one, coverage(understood.topic, one.own)) for one in found]


def _compared(desk: Desk, understood: Understood, found: Sequence[Sentence]) -> list[_Compared]:
    respelled = respelt(desk, understood.topic, (one.own for one in found))
    topic = weighted(respelled, [one.own for one in found])
    rated = [(one, _by_words(one, topic), right_kind_of(understood, one)) for one in found]
    best = sorted(rated, key=_last_compared)[:_MOST_COMPARED]
    if not best:
        return []
    rows = desk.embedder.passages([one.text for one, _, _ in best])
    near = rows @ desk.embedder.query(understood.text)
    verb = verb_asked(understood.text)
    office = office_asked(understood)
    return [
        _Compared(
            one,
            score,
            float(value),
            held_by or right_kind,
            held_by or the_very(understood, verb, one),
        )
        for (one, score, right_kind), value in zip(best, near, strict=True)
        for held_by in (in_office(office, one.text),)
    ]


def _last_compared(rated: tuple[Sentence, float, bool]) -> float:
    """Return what is the lower the sooner a sentence with its words and kind is compared."""
    one, by_words, right_kind = rated
    return _FOUND_FIRST * one.rank - by_words - (_LIKELY if right_kind else 0)


def _by_words(one: Sentence, topic: Topic) -> float:
    own, around = coverage(topic, one.own), coverage(topic, one.own | one.around)
    return own + _AROUND * (around - own)


def _proposed(compared: _Compared) -> Proposed:
    return _rated(compared.sentence, compared.score)


def _rated(one: Sentence, score: float) -> Proposed:
    return Proposed(
        article_id=one.page.article.id,
        span=one.span,
        quote=one.text,
        statement=statement_at(one.page, one.span),
        score=score,
    )


def statement_at(page: Page, span: Span) -> Statement | None:
    """Return the statement that the sentence consists of, if it is somebody's words."""
    for statement in page.article.statements:
        if statement.span.overlaps(span) and statement.speaker and statement.speaker.name:
            return statement
    return None


def distinct(proposals: Sequence[Proposed]) -> list[Proposed]:
    """Leave out a sentence that another page has in the same words."""
    seen: set[str] = set()
    kept: list[Proposed] = []
    for one in proposals:
        key = " ".join(one.quote.casefold().split())
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
