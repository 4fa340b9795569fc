"""Whether somebody is on record as saying what a question puts to them: yes, denied, or not that.

Careful rather than clever: a denial is read off the verb by which the page tells the statement,
never off the words told. "Yes" needs all words of the claim, a speaker who is named or beyond
doubt, and no "not" on either side that the other lacks; where a "not" stands elsewhere in the
sentence, the words are shown without a verdict.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from rag.steps.choosing.candidates import Candidate, Scored
from rag.steps.choosing.denial import NEGATIONS, denies, negates, plain
from rag.steps.choosing.selection import PROSE, Rated, Selection, Verdict, selected
from rag.steps.choosing.sure import sure
from rag.steps.question.topic import Topic, coverage, has
from rag.steps.question.understand import Understood
from rag.steps.words import fold, stems, word_list, words

WHOLE_CLAIM = 0.67
"""Share of a claim's weight from which a statement comes near it."""
_ALL = 0.95
"""Share that the words must hold for a yes or a no."""
_DENIED = 0.6
"""Share that a denial must hold: it turns down the claim in words of its own."""
_IN_CONTENT = 0.5
"""Share that must be told as said, and not stand elsewhere in the sentence."""
_NEXT_TO_BEST = 0.6
_NEAR = 3
"""Words before the claim's last word within which a "not" is about it."""
_DECIDING: tuple[Verdict, ...] = ("denied", "otherwise", "yes")
_ASKED = re.compile(r"\W*asked\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'»])\s+|(?<=[.!?])\s+")
_ANSWERS: dict[str, Verdict] = {"no": "otherwise", "never": "otherwise", "yes": "yes"}
_SCALES = frozenset(stems(word_list("hundred thousand million billion percent per cent")))
_MONEY = re.compile(r"[$£€¥]\s?\d|\d\s?[$£€¥]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_TELLING = word_list(
    """say says said saying tell tells told state states stated claim claims claimed think thinks
    thought believe believes believed write writes wrote written announce announced declare declared
    maintain maintained insist insisted assert asserted argue argued suggest suggested report
    reported confirm confirmed admit admitted acknowledge acknowledged call calls called describe
    describes described label labelled labeled dub dubbed term termed"""
)
"""Verbs that put a claim in somebody's mouth and add nothing to it."""


def on_claim(found: Sequence[Scored], understood: Understood) -> Selection:
    """Return the statements that decide about the claim, and else those that come near it."""
    told = {_saying(one.candidate) for one in found if _is_prose(one) and one.whole >= WHOLE_CLAIM}
    judged = [
        (one, _judged(one.candidate, understood) if _decides(one, told) else "nearest")
        for one in found
    ]
    given = {verdict for _, verdict in judged}
    settled: Verdict = "nearest"
    deciding = {verdict for verdict in given if verdict in _DECIDING}
    if deciding:
        both = "yes" in deciding and len(deciding) > 1
        settled = "both" if both else "denied" if "denied" in deciding else deciding.pop()
        deciding = set(_DECIDING)
    elif "figure" in given:
        settled, deciding = "figure", {"figure"}
    if deciding:
        shown = [Rated(one.candidate, float(verdict in deciding)) for one, verdict in judged]
        return replace(selected(shown, 1.0), verdict=settled)
    best = max((one.whole for one in found), default=0.0)
    near = [Rated(one.candidate, one.whole) for one in found]
    return replace(selected(near, max(WHOLE_CLAIM, _NEXT_TO_BEST * best)), verdict="nearest")


def _decides(one: Scored, told: Collection[tuple[str, str | None]]) -> bool:
    """Return whether the words may decide: a headline yields to what its article quotes."""
    return _is_prose(one) or _saying(one.candidate) not in told


def _is_prose(one: Scored) -> bool:
    return one.candidate.voice in PROSE


def _saying(one: Candidate) -> tuple[str, str | None]:
    """Return the article and the speaker of a statement."""
    return one.article_id, one.speaker


def _judged(one: Candidate, understood: Understood) -> Verdict:
    """Return what a single statement says about the claim."""
    if understood.topic.empty:
        return "nearest"
    text = one.page.article.text
    content = " ".join(span.of(text) for span in one.statement.content)
    held = stems(words(content))
    claim_denied = bool(understood.verb) and denies(understood.verb)
    if one.statement.cue and denies(one.statement.cue.of(text)):
        if coverage(understood.topic, held) < _DENIED:
            return "nearest"
        return "yes" if claim_denied else "denied"
    if not claim_denied and (answer := _answered(one, content, understood.topic)):
        return answer
    sentences = [part for part in _SENTENCE.split(one.sentence) if part.strip()]
    shares = [(coverage(understood.topic, stems(words(part))), part) for part in sentences]
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, ""))
    if not claim_denied and not _same_act(understood.verb, one.sentence):
        return "nearest"
    if coverage(understood.topic, held) < _IN_CONTENT:
        return "nearest"
    if share < _ALL:
        return "figure" if not claim_denied and _other_figure(content, understood) else "nearest"
    verdict = (
        "nearest" if denies(content) or _ASKED.match(best) else _by_negation(understood.topic, best)
    )
    if claim_denied:
        verdict = "yes" if verdict == "otherwise" else "nearest"
    return verdict if verdict != "yes" or sure(one) else "nearest"


def _answered(one: Candidate, content: str, topic: Topic) -> Verdict | None:
    """Return the verdict of a plain "No" to somebody who asked about the claim."""
    first = words(content)[:1]
    if not first or first[0] not in _ANSWERS or coverage(topic, one.lead) < _ALL:
        return None
    return _ANSWERS[first[0]]


def _same_act(verb: str, quote: str) -> bool:
    """Return whether the verb only tells, or the quote tells the very same act."""
    return not verb or verb in _TELLING or has(stems([fold(verb)])[0], stems(words(quote)))


def _other_figure(content: str, understood: Understood) -> bool:
    """Return whether the content makes the same claim with another figure of the same kind."""
    topic = understood.topic
    rest = {stem: weight for stem, weight in topic.weights.items() if not _numeric(stem)}
    asked = set(_FIGURE.findall(topic.text))
    others = set(_FIGURE.findall(content)) - asked
    same_kind = bool(_MONEY.search(topic.text)) == bool(_MONEY.search(content))
    held = coverage(Topic(topic.text, rest), stems(words(content)))
    agrees = negates(topic.text) == negates(content)
    return bool(asked and others and rest) and same_kind and agrees and held >= _ALL


def _numeric(stem: str) -> bool:
    return stem[:1].isdigit() or stem in _SCALES


def _by_negation(topic: Topic, sentence: str) -> Verdict:
    asked = negates(topic.text)
    tokens = plain(sentence)
    at = _places(topic.stems, stems(tokens))
    negated = [i for i, token in enumerate(tokens) if token in NEGATIONS]
    if not at or not negated:
        return "otherwise" if asked and at else "yes"
    near = [i for i in negated if min(at[0], at[-1] - _NEAR) <= i < at[-1]]
    if len(near) != len(negated):
        return "nearest"
    return "yes" if asked else "otherwise"


def _places(wanted: Collection[str], stemmed: Sequence[str]) -> list[int]:
    return [i for i, stem in enumerate(stemmed) if any(has(one, (stem,)) for one in wanted)]
