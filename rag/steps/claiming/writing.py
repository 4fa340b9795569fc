"""From an extractive answer to one in a model's words, as far as they hold, and back to it.

The model is asked wherever the archive has passages on the question, also where none of their words
were found to answer it. Whatever goes wrong afterwards, the answer or abstention in the pages' own
words stands behind it, and says what went wrong.
"""

import secrets
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import Voice
from prompts import load
from rag.ports.language_model import LanguageModel
from rag.steps.answering.clock import Clock
from rag.steps.answering.markdown import escaped
from rag.steps.choosing.whom import namesakes
from rag.steps.claiming.asking import request, within_budget
from rag.steps.claiming.assembling import Assembly
from rag.steps.claiming.bearing import bearing, on_topic
from rag.steps.claiming.checking import checked_claim
from rag.steps.claiming.claim import Malformed, WrittenClaim
from rag.steps.claiming.evidence import Evidence, numbered
from rag.steps.claiming.holding import Kept
from rag.steps.claiming.parsing import ClaimParser
from rag.steps.finding.desk import Desk
from rag.steps.question.people import FullNames
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed, cite
from rag.values.answer import Answer, Citation, Withheld
from rag.values.errors import GenerationFailed
from rag.values.evidence import Hit
from rag.values.question import NO_FILTERS

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Writer:
    """A language model with the budget that it is used within."""

    model: LanguageModel
    budget: int
    """Tokens of evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What there is to write about: a question with its answer in the pages' own words."""

    desk: Desk
    names: FullNames
    understood: Understood
    hits: Sequence[Hit]
    extractive: Answer


def written(
    writer: Writer, task: Task, clock: Clock, left: Callable[[], bool] = lambda: False
) -> Generator[Answer, None, Answer]:
    """Yield the answer each time that a claim passed, and return the whole one.

    What one stage's text has, the later ones and the whole begin with. Where no claim passes there
    is no stage, and the whole is the extractive answer. The model is let go once the reader `left`.
    """
    if not _worth_asking(task):
        return task.extractive
    with clock.step("evidence"):
        chosen = numbered(_chosen(task), task.hits, task.desk.page)
        evidence = within_budget(chosen, writer.model.tokens, writer.budget)
    if task.extractive.abstention is not None and not any(
        on_topic(task.understood, one.text) for one in evidence
    ):
        return task.extractive
    assembly = Assembly(task.understood, writer.model.name, _Citing(task))
    failure = ""
    try:
        for claim in _claims(writer, task, evidence, clock, left):
            with clock.step("check"):
                checked = _checked(task, claim, evidence)
                shown = assembly.add(checked, claim.text)
            if shown:
                yield assembly.so_far()
    except GenerationFailed as error:
        failure = str(error)
    if assembly.kept:
        return assembly.whole(failure, task.extractive)
    return _fallen_back(task.extractive, assembly, failure)


def _worth_asking(task: Task) -> bool:
    """Return whether there is a question about something, and it is clear who is meant."""
    if task.extractive.abstention is None:
        return True
    understood = task.understood
    several = understood.unresolved or understood.ambiguous or namesakes(task.desk, understood)
    about = bool(understood.asked) or not understood.topic.empty
    return about and not (several or understood.shelf == "comment")


def _chosen(task: Task) -> Sequence[Citation]:
    """Return what answers, or what comes nearest within the filters and is no comment."""
    nearest = task.extractive.abstention
    if nearest is None:
        return task.extractive.citations
    if task.understood.filters != NO_FILTERS:
        return ()
    return [one for one in nearest.nearest if one.voice is not Voice.COMMENT]


def _checked(
    task: Task, claim: WrittenClaim | Malformed, evidence: Sequence[Evidence]
) -> Kept | Withheld:
    checked = checked_claim(claim, {one.number: one for one in evidence})
    if task.extractive.abstention is None or isinstance(checked, Withheld):
        return checked
    return bearing(task.understood, checked, claim.text)


def _claims(
    writer: Writer,
    task: Task,
    evidence: Sequence[Evidence],
    clock: Clock,
    left: Callable[[], bool],
) -> Iterator[WrittenClaim | Malformed]:
    if not evidence:
        return
    asked = request(evidence, task.understood.text, secrets.token_hex(_NONCE_BYTES))
    parser = ClaimParser()
    pieces = writer.model.write(asked)
    while not (parser.full or left()):
        with clock.step("model"):
            piece = next(pieces, None)
        if piece is None:
            yield from parser.end()
            return
        yield from parser.feed(piece)


class _Citing:
    """Makes citations, comparing with what is stored at that very moment."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def __call__(self, words: Proposed, n: int) -> Citation | Withheld:
        catalogue = self._task.desk.catalogue
        said_by = words.statement.speaker if words.statement else None
        summaries = catalogue.summaries([words.article_id])
        return cite(
            words,
            catalogue.article(words.article_id),
            n=n,
            copies=summaries[0].copies if summaries else 0,
            name=self._task.names.of(said_by.name) if said_by else None,
        )


def _fallen_back(extractive: Answer, assembly: Assembly, failure: str) -> Answer:
    """Return the extractive answer, which opens with what became of the model's.

    An abstention says by itself that nothing was found.
    """
    withheld = (*extractive.withheld, *assembly.withheld)
    if extractive.abstention is not None and not failure:
        return replace(extractive, withheld=withheld)
    if failure:
        note = load("fallback_failed").fill(what=escaped(failure))
    elif assembly.withheld:
        note = load("fallback_withheld").fill(count=str(len(assembly.withheld)))
    else:
        note = load("fallback_silent").fill()
    return replace(
        extractive,
        text=f"{note}\n\n{extractive.text}",
        withheld=withheld,
    )
