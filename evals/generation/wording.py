"""Claims as good and sloppy models word them, each true one with false twins, on the sample pages.

Written by hand on the pages in `seeds/`, so the figures tell how checking fares with wordings that
were in sight: quotes, told tenses, passives, names, numbers, dates, parts joined or left out.
"""

import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from evals.generation.trial import archive_of
from evals.intervals import share
from evals.provenance import files_digest, onrecord_version
from evals.report import Figure, Outcome, Report
from rag.ports.language_model import Request
from rag.values.answer import Answer

if TYPE_CHECKING:
    from rag.wiring.archive import Archive

CLAIMS = Path(__file__).parents[1] / "questions" / "worded_seeds.jsonl"
_AT_ONCE = 40
"""Claims in one answer of the model; more are not read to their end."""
_BLOCK = re.compile(r"^\[(\d+)\] \(.*\)\n(.*)$", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]*)"')
_BUDGET = 4_000


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim in somebody's wording."""

    question: str
    evidence: tuple[str, ...]
    """Words by which to tell the blocks that it names."""
    text: str
    speaker: str | None
    """Whom it lists its quotes under."""
    manner: str
    """What is worded otherwise than in the page, or falsified."""
    true: bool

    def line(self, blocks: Sequence[tuple[int, str]]) -> str | None:
        """Return the claim as a model writes it; none where a block is not among the evidence."""
        named = [self._number(words, blocks) for words in self.evidence]
        numbers = [one for one in named if one is not None]
        if len(numbers) < len(named):
            return None
        quotes = [
            {"evidence": self._home(words, blocks, numbers), "speaker": self.speaker, "text": words}
            for words in _QUOTED.findall(self.text)
        ]
        return json.dumps({"text": self.text, "evidence": numbers, "quotes": quotes}) + "\n"

    def _number(self, words: str, blocks: Sequence[tuple[int, str]]) -> int | None:
        return next((number for number, text in blocks if words in text), None)

    def _home(self, words: str, blocks: Sequence[tuple[int, str]], numbers: Sequence[int]) -> int:
        core = words.strip(" .,").casefold().replace("'", "’")
        for number, text in blocks:
            if number in numbers and core in text.casefold().replace("'", "’"):
                return number
        return numbers[0]


class Dictated:
    """A language model that writes the claims that it was given."""

    name = "dictated"

    def __init__(self) -> None:
        self.claims: Sequence[Worded] = ()
        self.told: list[Worded] = []

    def tokens(self, text: str) -> int:
        """Return a rough count."""
        return len(text) // 4

    def write(self, request: Request) -> Iterator[str]:
        """Yield the claims whose evidence was sent."""
        blocks = [(int(number), text) for number, text in _BLOCK.findall(request.user)]
        self.told = []
        for one in self.claims:
            line = one.line(blocks)
            if line is not None:
                self.told.append(one)
                yield line


def read_claims(path: Path = CLAIMS) -> tuple[Worded, ...]:
    """Return the claims of a file, one JSON object a line."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return tuple(Worded(**{**row, "evidence": tuple(row["evidence"])}) for row in rows)


def run(archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Have the claims checked on the sample pages; `cases` takes only the first so many."""
    started, claims = time.perf_counter(), read_claims()[:cases]
    with archive_of(archive, pages) as folder:
        outcomes = tuple(judged(folder, claims))
    return Report(
        suite="wording",
        digest=files_digest([CLAIMS]),
        version=onrecord_version(),
        figures=tuple(figures(outcomes)),
        outcomes=tuple(one for one in outcomes if not one.passed),
        archive="the sample pages",
        seconds=time.perf_counter() - started,
    )


def judged(folder: Path, claims: Sequence[Worded]) -> Iterator[Outcome]:
    """Yield what became of each claim; a false one that is shown has failed.

    That a true one is withheld is its reason, and no failure: abstaining costs, and does no harm.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.steps.claiming.writing import Writer
    from rag.wiring.archive import Archive
    from rag.wiring.storage import open_reading

    model, embedder = Dictated(), load_embedder(Settings(archive=folder))
    writer = Writer(model, _BUDGET)
    with Archive(open_reading(folder, embedder), embedder, writer) as archive:
        for question, some in _questions(claims):
            for at in range(0, len(some), _AT_ONCE):
                yield from _answered(archive, model, question, some[at : at + _AT_ONCE])


def _questions(claims: Sequence[Worded]) -> Iterator[tuple[str, list[Worded]]]:
    ordered = sorted(claims, key=lambda one: one.question)
    for question, same in groupby(ordered, key=lambda one: one.question):
        yield question, list(same)


def _answered(
    archive: "Archive", model: Dictated, question: str, some: Sequence[Worded]
) -> Iterator[Outcome]:
    model.claims = some
    answer: Answer = archive.ask(question)
    why = {one.text: one.reason for one in answer.withheld}
    for one in model.told:
        shown = one.text not in why
        kind = f"{'true' if one.true else 'false'}: {one.manner}"
        told = f"shown: {one.text}" if shown else f"withheld ({why[one.text]}): {one.text}"
        reasons = () if shown == one.true else (told,)
        yield Outcome(
            id=f"{question}: {one.text}",
            kind=kind,
            passed=one.true or not shown,
            reasons=reasons,
        )


def figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    """Yield what share of true and of false claims was shown, and of true ones by manner."""
    true = [one for one in outcomes if one.kind.startswith("true")]
    false = [one for one in outcomes if one.kind.startswith("false")]
    yield share("false claims shown", sum(not one.passed for one in false), len(false), ceiling=0.0)
    yield share("true claims shown", _shown(true), len(true), floor=0.7)
    for kind in sorted({one.kind for one in true}):
        some = [one for one in true if one.kind == kind]
        yield share(f"{kind}, shown", _shown(some), len(some))


def _shown(true: Sequence[Outcome]) -> int:
    return sum(not one.reasons for one in true)
