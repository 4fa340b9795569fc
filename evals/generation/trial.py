"""What the suites share: putting questions until the model is asked, and judging the answer."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.archives import configured
from evals.generation.oracle import broken_promises, secret_shown
from evals.generation.stand import Ask, Json, Stages, Stand
from evals.report import Outcome
from evals.scripted_model.reply import Script

Step = Callable[[], None]
SEED = 20_310_405


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One question put through one door."""

    question: str
    door: str
    stages: Stages
    """The answer as it grew, itself last; none when asking failed."""
    failure: str
    """What was raised; empty when nothing was."""
    requests: int
    """How often the model was asked."""
    ms: float

    def broken(self, stand: Stand) -> tuple[str, ...]:
        """Return what is wrong with the answer whatever the model did."""
        if self.answer is None:
            return (self.failure,)
        found: list[str] = []
        for stage in self.stages:
            found += broken_promises(stage, stand.texts)
            found += secret_shown(stage, (stand.key,))
            if not self.answer["text"].startswith(stage["text"]):
                found.append(f"something shown was taken back: {stage['text']!r}")
        if stand.log.taken():
            found.append("the key stands in the log")
        return tuple(dict.fromkeys(found))

    @property
    def answer(self) -> Json | None:
        """The answer; none when asking failed."""
        return self.stages[-1] if self.stages else None

    @property
    def generative(self) -> bool:
        """Whether the answer was made of the model's claims."""
        return self.answer is not None and self.answer["mode"] == "generative"

    def outcome(self, name: str, kind: str, reasons: Sequence[str]) -> Outcome:
        """Return what came of it, told with the question where something is wrong."""
        told = (*reasons, f"{self.door}: {self.question}") if reasons else ()
        return Outcome(id=name, kind=kind, passed=not reasons, reasons=told, ms=self.ms)


def tried(stand: Stand, script: Script, question: str, door: tuple[str, Ask]) -> Trial:
    """Put one question with the model behaving by the script. Never raises."""
    stand.model.play(script)
    started = time.perf_counter()
    stages: Stages = ()
    failure = ""
    try:
        stages = door[1](question)
    except Exception as error:  # a suite goes on, whatever broke, and tells it
        failure = f"{type(error).__name__}: {error}"
        if stand.key in failure:
            failure = f"THE KEY IS IN AN ERROR: {type(error).__name__}"
    return Trial(
        question=question,
        door=door[0],
        stages=stages,
        failure=failure,
        requests=len(stand.model.asked),
        ms=(time.perf_counter() - started) * 1000,
    )


def in_turn(doors: Mapping[str, Ask], number: int) -> tuple[str, Ask]:
    """Return the door for the trial with this number: each in its turn."""
    return tuple(doors.items())[number % len(doors)]


@contextmanager
def archive_of(archive: Path | None, pages: Path | None) -> Iterator[Path]:
    """Yield the folder of an archive: one made of the pages for the time being, or the named one.

    Without either it is the configured one.
    """
    if pages is None:
        yield configured(archive)
        return
    from rag.adapters.settings import Settings
    from rag.wiring.ingesting import ingest

    with TemporaryDirectory(prefix="onrecord-eval-") as folder:
        for _ in ingest([pages], Path(folder), Settings(archive=Path(folder))):
            pass
        yield Path(folder)
