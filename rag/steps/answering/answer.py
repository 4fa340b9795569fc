"""The pipeline, one call a step: understand, retrieve, choose, verify, then compose or abstain."""

from collections.abc import Collection, Sequence

from ingest import Article
from rag.steps.answering.abstain import abstention
from rag.steps.answering.arranging import arranged
from rag.steps.answering.choice import Choice, choose, explained
from rag.steps.answering.clock import Clock
from rag.steps.answering.compose import composed, composed_abstention
from rag.steps.answering.disagree import disagreements
from rag.steps.answering.which import asked_back
from rag.steps.choosing.copies import once_a_story
from rag.steps.finding.desk import Desk
from rag.steps.people.bearers import bearers
from rag.steps.question.people import FullNames
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed, cite
from rag.steps.words import words
from rag.values.answer import Answer, Citation, Withheld
from rag.values.evidence import Hit


def answered(
    desk: Desk, names: FullNames, understood: Understood, hits: Sequence[Hit], clock: Clock
) -> Answer:
    """Return the answer that these passages and the archive's statements support."""
    with clock.step("choose"):
        choice = explained(desk, understood, choose(desk, understood, hits))
        answers = once_a_story(desk, choice.selection.answers)
    with clock.step("verify"):
        citations, withheld = checked(desk, names, answers or choice.selection.nearest)
    with clock.step("compose"):
        if answers and citations:
            return _answer(understood, choice, arranged(understood, citations), withheld)
        return _abstained(desk, understood, choice, citations, withheld)


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
            name=_name(names, stored[one.article_id], said_by.name) if said_by else None,
        )
        if isinstance(result, Citation):
            citations.append(result)
        else:
            withheld.append(result)
    return tuple(citations), tuple(withheld)


def _name(names: FullNames, article: Article | None, written: str | None) -> str | None:
    """Return the fullest form of a name, unless its article has another who bears it.

    A surname that stayed bare beside somebody's full name was left so because another was meant,
    and one that its page gives to other bearers only is theirs.
    """
    full = names.of(written)
    if not written or not full or full == written or " " in written or article is None:
        return full
    beside = {one.speaker.name for one in article.statements if one.speaker}
    there = bearers(article.text, written)
    return written if full in beside or (there and not _borne(full, there)) else full


def _borne(full: str, there: Collection[str]) -> bool:
    """Return whether one of the names on a page is this full name, or one shorter than it."""
    return any(set(words(one)) <= set(words(full)) for one in there)


def _articles(proposals: Sequence[Proposed]) -> list[str]:
    return list(dict.fromkeys(one.article_id for one in proposals))


def _answer(
    understood: Understood,
    choice: Choice,
    citations: tuple[Citation, ...],
    withheld: tuple[Withheld, ...],
) -> Answer:
    differing = disagreements(understood, citations)
    return Answer(
        question=understood.question.text,
        standalone_question=understood.text,
        status="partial" if withheld else "answered",
        mode="extractive",
        text=composed(understood, choice, citations, differing),
        citations=citations,
        disagreements=differing,
        withheld=withheld,
    )


def _abstained(
    desk: Desk,
    understood: Understood,
    choice: Choice,
    nearest: tuple[Citation, ...],
    withheld: tuple[Withheld, ...],
) -> Answer:
    coverage = desk.catalogue.coverage()
    reason = abstention(choice.why, understood, coverage, nearest, choice.choices)
    return Answer(
        question=understood.question.text,
        standalone_question=understood.text,
        status="abstained",
        mode="extractive",
        text=composed_abstention(reason),
        abstention=reason,
        withheld=withheld,
        related_questions=asked_back(understood, choice.choices),
    )
