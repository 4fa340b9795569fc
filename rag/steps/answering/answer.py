"""The pipeline, one call a step: understand, retrieve, choose, verify, then compose or abstain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.steps.answering.abstain import Why, abstention
from rag.steps.answering.clock import Clock
from rag.steps.answering.compose import composed, composed_abstention
from rag.steps.answering.disagree import disagreements
from rag.steps.choosing.facts import facts
from rag.steps.choosing.mentioned import by_mention
from rag.steps.choosing.readers import readers
from rag.steps.choosing.said import by_anybody, by_speaker
from rag.steps.choosing.selection import Selection
from rag.steps.choosing.unnamed import by_described
from rag.steps.finding.desk import Desk
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.people import FullNames
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed, cite
from rag.values.answer import Answer, Citation, Withheld
from rag.values.evidence import Hit
from rag.values.question import NO_FILTERS

_MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What the archive has on a question, before anything is checked."""

    selection: Selection
    why: Why = "found"
    """Why there is no answer, when the selection holds none."""


def gather(desk: Desk, understood: Understood) -> list[Hit]:
    """Return the passages that a question's own words find."""
    if understood.unresolved:
        return []
    shelf, filters = understood.shelf, understood.filters
    return retrieve(desk, understood.text, filters, shelf=shelf, limit=_MOST_HITS)


def answered(
    desk: Desk, names: FullNames, understood: Understood, hits: Sequence[Hit], clock: Clock
) -> Answer:
    """Return the answer that these passages and the archive's statements support."""
    with clock.step("choose"):
        choice = explained(desk, understood, choose(desk, understood, hits))
    with clock.step("verify"):
        answers, nearest = choice.selection.answers, choice.selection.nearest
        citations, withheld = checked(desk, names, answers or nearest)
    with clock.step("compose"):
        if answers and citations:
            return _answer(understood, citations, withheld)
        return _abstained(desk, understood, choice.why, citations, withheld)


def choose(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Choice:
    """Return the words that answer, or why there are none and what comes nearest."""
    if understood.unresolved:
        return Choice(Selection(), "pronoun")
    if understood.shelf == "comment":
        return Choice(readers(desk, understood, hits), "no_comments")
    if understood.speaker_unknown:
        told = by_described(desk, understood, hits).answers or by_mention(desk, understood).answers
        nearest = facts(desk, understood, hits).nearest[:1]
        return Choice(Selection(told, nearest), "speaker")
    if understood.speakers:
        said = by_speaker(desk, understood)
        if said.answers or understood.certain or understood.proposition:
            return Choice(said, "topic")
        return Choice(facts(desk, understood, hits))
    if understood.topic.empty:
        return Choice(Selection(), "none")
    if understood.kind == "who_said":
        said = by_anybody(desk, understood, hits)
        if said.answers:
            return Choice(said)
    return Choice(facts(desk, understood, hits))


def explained(desk: Desk, understood: Understood, choice: Choice) -> Choice:
    """Return the choice; one without an answer says where the answer would have been."""
    if choice.selection.answers or choice.why not in ("topic", "found"):
        return choice
    if understood.filters != NO_FILTERS:
        wider = replace(understood, filters=NO_FILTERS)
        elsewhere = choose(desk, wider, gather(desk, wider)).selection
        if elsewhere.answers:
            return Choice(Selection(nearest=elsewhere.answers[:2]), "filters")
    if understood.kind in ("fact", "who_said") and understood.filters.voice is None:
        below = replace(understood, shelf="comment")
        if any(one.score == 1.0 for one in readers(desk, below, gather(desk, below)).answers):
            return replace(choice, why="comments")
    return choice


def checked(
    desk: Desk, names: FullNames, proposals: Sequence[Proposed]
) -> tuple[tuple[Citation, ...], tuple[Withheld, ...]]:
    """Return the proposals that hold against the stored text, numbered from 1, and the others."""
    copies = {one.id: one.copies for one in desk.catalogue.summaries(_articles(proposals))}
    stored = {key: desk.catalogue.article(key) for key in _articles(proposals)}
    citations: list[Citation] = []
    withheld: list[Withheld] = []
    for one in proposals:
        said_by = one.statement.speaker if one.statement else None
        result = cite(
            one,
            stored[one.article_id],
            n=len(citations) + 1,
            copies=copies.get(one.article_id, 0),
            name=names.of(said_by.name) if said_by else None,
        )
        if isinstance(result, Citation):
            citations.append(result)
        else:
            withheld.append(result)
    return tuple(citations), tuple(withheld)


def _articles(proposals: Sequence[Proposed]) -> list[str]:
    return list(dict.fromkeys(one.article_id for one in proposals))


def _answer(
    understood: Understood, citations: tuple[Citation, ...], withheld: tuple[Withheld, ...]
) -> Answer:
    differing = disagreements(understood, citations)
    return Answer(
        question=understood.question.text,
        standalone_question=understood.text,
        status="partial" if withheld else "answered",
        mode="extractive",
        text=composed(understood, citations, differing),
        citations=citations,
        disagreements=differing,
        withheld=withheld,
    )


def _abstained(
    desk: Desk,
    understood: Understood,
    why: Why,
    nearest: tuple[Citation, ...],
    withheld: tuple[Withheld, ...],
) -> Answer:
    reason = abstention(why, understood, desk.catalogue.coverage(), nearest)
    return Answer(
        question=understood.question.text,
        standalone_question=understood.text,
        status="abstained",
        mode="extractive",
        text=composed_abstention(reason),
        abstention=reason,
        withheld=withheld,
    )
