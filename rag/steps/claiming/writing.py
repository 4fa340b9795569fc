"""From an extractive answer to one in a model's words, as far as they hold, and back to it.

The model is asked only where the archive has an answer already. Whatever goes wrong afterwards,
that answer stands behind it, and says what went wrong.
"""

import secrets
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from prompts import load
from rag.ports.language_model import LanguageModel
from rag.steps.answering.clock import Clock
from rag.steps.answering.markdown import escaped
from rag.steps.claiming.asking import request, within_budget
from rag.steps.claiming.assembling import Assembly
from rag.steps.claiming.checking import checked_claim
from rag.steps.claiming.claim import Malformed, WrittenClaim
from rag.steps.claiming.evidence import Evidence, numbered
from rag.steps.claiming.parsing import ClaimParser
from rag.steps.finding.desk import Desk
from rag.steps.question.people import FullNames
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed, cite
from rag.values.answer import Answer, Citation, Withheld
from rag.values.errors import GenerationFailed
from rag.values.evidence import Hit

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


def written(writer: Writer, task: Task, clock: Clock) -> Generator[Answer, None, Answer]:
    """Yield the answer each time that a claim passed, and return the whole one.

    What one stage's text has, the later ones and the whole begin with. Where no claim passes there
    is no stage, and the whole is the extractive answer; an abstention is that as it is.
    """
    if task.extractive.abstention is not None:
        return task.extractive
    with clock.step("evidence"):
        chosen = numbered(task.extractive.citations, task.hits, task.desk.page)
        evidence = within_budget(chosen, writer.model.tokens, writer.budget)
    assembly = Assembly(task.understood, writer.model.name, _Citing(task))
    failure = ""
    try:
        for claim in _claims(writer, task, evidence, clock):
            with clock.step("check"):
                checked = checked_claim(claim, {one.number: one for one in evidence})
                shown = assembly.add(checked, claim.text)
            if shown:
                yield assembly.so_far()
    except GenerationFailed as error:
        failure = str(error)
    if assembly.kept:
        return assembly.whole(failure, task.extractive.related_questions)
    return _fallen_back(task.extractive, assembly, failure)


def _claims(
    writer: Writer, task: Task, evidence: Sequence[Evidence], clock: Clock
) -> Iterator[WrittenClaim | Malformed]:
    if not evidence:
        return
    asked = request(evidence, task.understood.text, secrets.token_hex(_NONCE_BYTES))
    parser = ClaimParser()
    pieces = writer.model.write(asked)
    while not parser.full:
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
    """Return the extractive answer, which opens with what became of the model's."""
    if failure:
        note = load("fallback_failed").fill(what=escaped(failure))
    elif assembly.withheld:
        note = load("fallback_withheld").fill(count=str(len(assembly.withheld)))
    else:
        note = load("fallback_silent").fill()
    return replace(
        extractive,
        text=f"{note}\n\n{extractive.text}",
        withheld=(*extractive.withheld, *assembly.withheld),
    )
