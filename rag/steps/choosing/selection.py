"""From rated candidates to the words that are shown: best ones, none twice, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest import Voice
from rag.steps.choosing.candidates import Candidate
from rag.steps.question.topic import has
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems

Verdict = Literal["yes", "denied", "otherwise", "both", "figure", "nearest", "mention", "unsaid"]
"""Said so; denied it; said the opposite; said so and denied it; said so of another figure; said
something near it; the page tells of it without their words; the page says they did not say so."""

MOST_CITATIONS = 8
_MOST_NEAREST = 2
_TOLD = 0.6
"""Share of a headline's words in the prose from which the prose says the same."""
PROSE = frozenset({Voice.NARRATION, Voice.CAPTION})
"""The voices whose words a headline or standfirst only shortens."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate with its final rating."""

    candidate: Candidate
    score: float


@dataclass(frozen=True, slots=True)
class Selection:
    """What answers, in reading order, and what comes nearest when nothing does."""

    answers: tuple[Proposed, ...] = ()
    nearest: tuple[Proposed, ...] = ()
    verdict: Verdict | None = None
    """What the answers say on a claim that somebody is asked to have made."""


def selected(rated: Sequence[Rated], least: float) -> Selection:
    """Return the candidates rated `least` or better, at most `MOST_CITATIONS` of them.

    A headline or standfirst gives way to the article's own prose by the same speaker, which it
    only shortens. The order of articles is that of `rated`: by date.
    """
    good = _without_summaries([one for one in rated if one.score >= least])
    answers = _merged(good)[:MOST_CITATIONS]
    place = {one.candidate.article_id: at for at, one in reversed(list(enumerate(rated)))}
    ordered = sorted(answers, key=lambda one: (place[one.article_id], one.span.start))
    best = sorted(rated, key=lambda one: -one.score)[: 2 * _MOST_NEAREST]
    return Selection(tuple(ordered), tuple(_merged(best)[:_MOST_NEAREST]))


def _without_summaries(rated: Sequence[Rated]) -> list[Rated]:
    return [one for one in rated if one.candidate.voice in PROSE or not _told(one.candidate, rated)]


def _told(summary: Candidate, rated: Sequence[Rated]) -> bool:
    """Return whether the prose chosen from the same speaker says what the summary says."""
    prose: set[str] = set().union(
        *(
            other.candidate.own
            for other in rated
            if other.candidate.voice in PROSE
            and other.candidate.article_id == summary.article_id
            and other.candidate.speaker == summary.speaker
        )
    )
    # Of a headline that tells of two people only what this one says counts.
    said = topic_stems(" ".join(summary.page.text(one) for one in summary.statement.content))
    return sum(has(stem, prose) for stem in said) >= _TOLD * len(said)


def _merged(rated: Sequence[Rated]) -> list[Proposed]:
    """Return the words to show, best first, without those that a longer quote shows as well."""
    proposals = [words for one in rated for words in one.candidate.proposals(one.score)]
    kept: list[Proposed] = []
    for one in sorted(proposals, key=lambda p: (p.span.start - p.span.end, -p.score)):
        at = next((at for at, other in enumerate(kept) if _shows(other, one)), None)
        if at is None:
            kept.append(one)
        elif kept[at].score < one.score:
            kept[at] = replace(kept[at], score=one.score)
    return sorted(kept, key=lambda one: -one.score)


def _shows(longer: Proposed, other: Proposed) -> bool:
    return longer.article_id == other.article_id and longer.span.overlaps(other.span)
