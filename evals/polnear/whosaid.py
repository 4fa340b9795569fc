"""Who-said questions made from PolNeAR's annotations and asked of an archive of its articles.

For each attribution with a named source the question is what that person said about the two rarest
words of what was said; and, with the person swapped for one who is not in that article, the same
question again, which nothing answers.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.archives import growing
from evals.examination.asking import Asked
from evals.intervals import durations, share
from evals.polnear.corpus import AnnotatedArticle, Attribution, read_articles
from evals.polnear.spans import coverage
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from ingest import Capture, Span
from rag.values.answer import Answer

COMPARTMENT = "dev"
AN_ARTICLE = 3
"""Most questions made from one article."""
FEWEST_WORDS = 8
"""A shorter content says too little to be asked for."""
COVERED = 0.8
WORD = re.compile(r"\b[a-z]{5,}\b")
NAME = re.compile(r"\b(?!The |Many |Some )[A-Z][\w.-]+(?: [A-Z][\w.-]*)* [A-Z][\w-]+\b")
"""Two capitalised words or more, an article or a number before them left out."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question with what must be found, or nothing when the person was swapped."""

    id: str
    person: str
    words: tuple[str, ...]
    file: str
    content: tuple[Span, ...]
    swapped: bool = False

    @property
    def question(self) -> str:
        """The question as it is asked."""
        return f"What did {self.person} say about {' and '.join(self.words)}?"


def run(folder: Path, kept: Path | None = None) -> Report:
    """Measure on the PolNeAR files in `folder`; `kept` may keep the archive of its articles."""
    started = time.perf_counter()
    articles = tuple(read_articles(folder / COMPARTMENT))
    askings = tuple(made(articles))
    captures = [
        Capture(one.text.encode(), f"{one.name}.txt", path=f"{one.name}.txt") for one in articles
    ]
    with growing(kept, captures) as (archive, _), progress("asking") as step:
        texts = {f"{one.name}.txt": one.text for one in articles}
        outcomes = tuple(_asked(archive, one, texts, step, len(askings)) for one in askings)
    return Report(
        suite="whosaid",
        digest=digest(one.question.encode() for one in askings),
        version=onrecord_version(),
        figures=tuple(_figures(outcomes)),
        outcomes=outcomes,
        archive=f"{len(articles)} articles of PolNeAR {COMPARTMENT}",
        seconds=time.perf_counter() - started,
    )


def made(articles: Sequence[AnnotatedArticle]) -> Iterator[Asking]:
    """Yield the questions of all articles in their order, each person's and then the swapped."""
    known = Counter(word for one in articles for word in set(WORD.findall(one.text)))
    people = [name for one in articles for name in map(_person_in(one), one.attributions) if name]
    for at, article in enumerate(articles):
        for number, asking in enumerate(_of(article, known)):
            yield asking
            others = people[at * 7 + number :] + people
            absent = (name for name in others if name.split()[-1] not in article.text)
            if all(known[word] == 1 for word in asking.words):
                words, other = asking.words, next(absent)
                yield Asking(f"{asking.id}-swapped", other, words, asking.file, (), swapped=True)


def _of(article: AnnotatedArticle, known: Counter[str]) -> Iterator[Asking]:
    found = 0
    for number, one in enumerate(article.attributions):
        person = _person_in(article)(one)
        said = " ".join(span.of(article.text) for span in one.content)
        words = _rarest(said, known)
        if person is None or len(said.split()) < FEWEST_WORDS or len(words) < 2:
            continue
        yield Asking(f"{article.name}-{number}", person, words, f"{article.name}.txt", one.content)
        found += 1
        if found == AN_ARTICLE:
            return


def _person_in(article: AnnotatedArticle) -> Callable[[Attribution], str | None]:
    def named(one: Attribution) -> str | None:
        """Return the one name of two words or more that the source holds."""
        source = " ".join(span.of(article.text) for span in one.source)
        names = NAME.findall(source)
        return names[0] if len(names) == 1 else None

    return named


def _rarest(said: str, known: Counter[str]) -> tuple[str, ...]:
    """Return the two rarest lower-case words, in the order in which they were said."""
    words = list(dict.fromkeys(WORD.findall(said)))
    rare = sorted(words, key=lambda word: (known[word], -len(word)))[:2]
    return tuple(word for word in words if word in rare)


def _asked(
    archive: Asked,
    asking: Asking,
    texts: dict[str, str],
    step: Callable[[int], None],
    total: int,
) -> Outcome:
    started = time.perf_counter()
    answer = archive.ask(asking.question)
    ms = (time.perf_counter() - started) * 1000
    step(total)
    kind = _kind(answer, asking, texts[asking.file])
    said = [f"{c.speaker.name if c.speaker else None}: {c.quote}" for c in answer.citations]
    good = kind in ("found", "rightly silent")
    reasons = () if good else (f"{asking.question} -> {kind}: {said}",)
    return Outcome(id=asking.id, kind=kind, passed=good, reasons=reasons, ms=ms)


def _kind(answer: Answer, asking: Asking, text: str) -> str:
    surname = asking.person.split()[-1]
    speakers = [c.speaker.name for c in answer.citations if c.speaker and c.speaker.name]
    if asking.swapped:
        return "rightly silent" if answer.status == "abstained" else "wrongly answered"
    if answer.status == "abstained":
        return "wrongly silent"
    if any(surname not in name.split() for name in speakers):
        return "another speaker"
    own = [Span(c.start, c.end) for c in answer.citations if c.article.file == asking.file]
    return "found" if coverage(text, asking.content, own) >= COVERED else "missed"


def _figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    kinds = Counter(outcome.kind for outcome in outcomes)
    swapped = kinds["rightly silent"] + kinds["wrongly answered"]
    asked = len(outcomes) - swapped
    for kind in ("found", "missed", "wrongly silent", "another speaker"):
        yield share(f"what the person said: {kind}", kinds[kind], asked)
    yield share("person swapped: rightly silent", kinds["rightly silent"], swapped)
    yield from durations("ask", [one.ms for one in outcomes if one.ms is not None])
